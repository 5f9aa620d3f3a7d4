//! Grammar against treebanks, scored as `CoNLL` 2018 scores: on the treebank's own words, and on raw text.

mod align;
mod gold;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use lagebild_language::Grammar;
use rayon::prelude::*;
use walkdir::WalkDir;

use self::align::{Placed, align};
use self::gold::{Document, Word, universal_features, universal_relation};
use super::raw::Raw;
use super::{Parser, Row, Scores, Task, conllu, f1, files, parser};

/// `lagebild eval ud`.
pub(crate) const TASK: Task = Task { name: "ud", about: "grammar: every treebank's dev and test files", run };

/// What was right of how much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    gold: usize,
    system: usize,
    /// Words that both sides have.
    words: usize,
    upos: usize,
    features: usize,
    lemma: usize,
    head: usize,
    relation: usize,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.system += other.system;
        self.words += other.words;
        self.upos += other.upos;
        self.features += other.features;
        self.lemma += other.lemma;
        self.head += other.head;
        self.relation += other.relation;
    }

    /// F of hits; with the gold's words this is the share of words.
    fn f(&self, hits: usize) -> f64 {
        f1(hits, self.gold + self.system)
    }

    fn row(&self, name: &str) -> Row {
        Row::new(name)
            .count("gold", self.gold)
            .count("system", self.system)
            .share("words", self.f(self.words))
            .share("UPOS", self.f(self.upos))
            .share("UFeats", self.f(self.features))
            .share("lemma", self.f(self.lemma))
            .share("UAS", self.f(self.head))
            .share("LAS", self.f(self.relation))
    }
}

/// Scores and errors of one document, on its own words and on its raw text.
struct Scored {
    given: Tally,
    raw: Tally,
    errors: Vec<String>,
}

fn run(folder: &Path, errors: usize) -> Result<Scores> {
    score_folder(folder, errors, &*parser::model()?)
}

fn score_folder(folder: &Path, errors: usize, parser: &dyn Parser) -> Result<Scores> {
    let mut scores = Scores::default();
    let mut raw_rows = Vec::new();
    for file in treebanks(folder)? {
        let (name, language) = identify(&file);
        let failed = || format!("cannot read {}", file.display());
        let documents = gold::documents(conllu::read(&files::read(&file)?).with_context(failed)?);
        let (mut given, mut raw) = (Tally::default(), Tally::default());
        for scored in score_all(&documents, &language, parser) {
            given.add(&scored.given);
            raw.add(&scored.raw);
            let wanted = errors.saturating_sub(scores.errors.len());
            scores.errors.extend(scored.errors.into_iter().take(wanted));
        }
        scores.rows.push(given.row(&name));
        raw_rows.push(raw.row(&format!("{name}, raw text")));
    }
    scores.rows.append(&mut raw_rows);
    Ok(scores)
}

/// The files of treebanks that are there to measure on, by name.
fn treebanks(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true) {
        let path = entry?.into_path();
        let name = path.to_string_lossy();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        if name.ends_with("-ud-dev.conllu") || name.ends_with("-ud-test.conllu") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("no treebanks below {}: give the folder of the unpacked corpora", folder.display());
    }
    files.sort_by_cached_key(|file| identify(file).0);
    Ok(files)
}

/// The name of a treebank's part and its language: "`UD_German-GSD/de_gsd-ud-dev.conllu.gz`" is "German GSD dev", "de".
fn identify(file: &Path) -> (String, String) {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let language = name.split('_').next().unwrap_or_default().to_owned();
    let stem = name.split('.').next().unwrap_or_default();
    let part = stem.rsplit('-').next().unwrap_or_default();
    let home = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let home = home.strip_prefix("UD_").unwrap_or(stem.split("-ud-").next().unwrap_or_default());
    (format!("{} {part}", home.replace('-', " ")), language)
}

fn score_all(documents: &[Document], language: &str, parser: &dyn Parser) -> Vec<Scored> {
    documents.par_iter().map(|document| score(document, language, parser)).collect()
}

fn score(document: &Document, language: &str, parser: &dyn Parser) -> Scored {
    let parse = document.text.parse(parser, language);
    let same: Vec<(usize, usize)> = (0..document.words.len()).map(|word| (word, word)).collect();
    let mut errors = Vec::new();
    let given = compare(&document.words, &parse.grammar, document.words.len(), &same, &mut errors);
    Scored { given, raw: score_raw(document, language, parser), errors }
}

/// Scores on the text alone.
fn score_raw(document: &Document, language: &str, parser: &dyn Parser) -> Tally {
    let raw = Raw::read(&document.raw, language, parser);
    let mut visible = Vec::with_capacity(document.raw.len() + 1);
    let mut count = 0;
    for character in document.raw.chars() {
        visible.resize(visible.len() + character.len_utf8(), count);
        count += usize::from(!character.is_whitespace());
    }
    visible.push(count);
    let system: Vec<Placed<'_>> = raw
        .tokens
        .iter()
        .map(|token| Placed {
            form: token.span.of(&document.raw),
            place: visible[token.span.start]..visible[token.span.end],
            in_contraction: false,
        })
        .collect();
    let gold: Vec<Placed<'_>> = document
        .words
        .iter()
        .map(|word| Placed {
            form: &word.form,
            place: visible[word.place.start]..visible[word.place.end],
            in_contraction: word.in_contraction,
        })
        .collect();
    let pairs = align(&gold, &system);
    compare(&document.words, &raw.parse.grammar, system.len(), &pairs, &mut Vec::new())
}

/// Counts what is right in the words that both sides have.
fn compare(
    gold: &[Word],
    grammar: &[Grammar],
    system: usize,
    pairs: &[(usize, usize)],
    errors: &mut Vec<String>,
) -> Tally {
    let mut partner = vec![None; system];
    for &(word, other) in pairs {
        partner[other] = Some(word);
    }
    let mut tally = Tally { gold: gold.len(), system, words: pairs.len(), ..Tally::default() };
    for &(at, other) in pairs {
        let Some(found) = grammar.get(other) else { continue };
        let word = &gold[at];
        let head = match (word.head, found.head) {
            (None, None) => true,
            (Some(head), Some(other)) => partner.get(other) == Some(&Some(head)),
            _ => false,
        };
        let relation = head && word.relation == universal_relation(&found.relation);
        tally.upos += usize::from(word.upos == found.upos.name());
        tally.features += usize::from(word.features == universal_features(&found.features));
        tally.lemma += usize::from(word.lemma == "_" || word.lemma == found.lemma);
        tally.head += usize::from(head);
        tally.relation += usize::from(relation);
        if word.upos != found.upos.name() || !relation {
            errors.push(describe(gold, word, found));
        }
    }
    tally
}

/// One line for a word whose part of speech or relation is wrong.
fn describe(gold: &[Word], word: &Word, found: &Grammar) -> String {
    let form =
        |head: Option<usize>| head.and_then(|at| gold.get(at)).map_or("–", |head| head.form.as_str());
    format!(
        "{}\t{} {} {}\t{} {} {}",
        word.form,
        word.upos,
        word.relation,
        form(word.head),
        found.upos.name(),
        found.relation,
        form(found.head)
    )
}

#[cfg(test)]
mod tests;
