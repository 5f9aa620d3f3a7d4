//! Names against corpora: a name is right if its span and its label are exactly those of the gold.
//!
//! Person, organisation and location count, and only as far as a corpus has them. Where our corpora differ in what
//! they call a name, words are unsure and count for nothing, as in training.

mod columns;
mod corpora;
mod documents;
mod harem;
mod labels;

use std::ops::Range;
use std::path::Path;

use anyhow::{Result, bail};
use lagebild_language::NameKind;
use rayon::prelude::*;

use self::corpora::CORPORA;
use self::labels::Label;
use super::raw::Raw;
use super::text::Text;
use super::{Parser, Row, Scores, Task, f1, files, parser};

/// `lagebild eval ner`.
pub(crate) const TASK: Task =
    Task { name: "ner", about: "names: GermEval 2014 and name corpora of eight languages", run };

/// The labels that count, with the heading of each.
const KINDS: [(NameKind, &str); 3] = [
    (NameKind::Person, "person"),
    (NameKind::Organization, "organization"),
    (NameKind::Location, "location"),
];

/// A text with the names that somebody marked in it.
#[derive(Debug, PartialEq)]
struct Document {
    source: Source,
    /// In text order, without overlaps.
    names: Vec<GoldName>,
}

/// How a corpus keeps its text.
#[derive(Debug, PartialEq)]
enum Source {
    /// Cut into words; names are ranges of words.
    Words(Text),
    /// As characters; names are ranges of bytes.
    Raw(String),
}

/// A name as a corpus marks it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct GoldName {
    place: Range<usize>,
    /// `None` where our corpora differ on such names.
    kind: Option<NameKind>,
}

impl GoldName {
    /// What a corpus marks with a label, if that is a name at all.
    fn new(place: Range<usize>, label: Label) -> Option<Self> {
        match label {
            Label::Name(kind) => Some(Self { place, kind: Some(kind) }),
            Label::Unsure => Some(Self { place, kind: None }),
            Label::Nothing => None,
        }
    }
}

/// What was found of how much, for each of [`KINDS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    gold: [usize; 3],
    system: [usize; 3],
    hits: [usize; 3],
}

impl Tally {
    fn add(&mut self, other: &Self) {
        for kind in 0..KINDS.len() {
            self.gold[kind] += other.gold[kind];
            self.system[kind] += other.system[kind];
            self.hits[kind] += other.hits[kind];
        }
    }

    fn row(&self, name: &str) -> Row {
        let share = |hits: usize, all: usize| if all == 0 { 0.0 } else { hits as f64 / all as f64 };
        let f = |hits: usize, gold: usize, system: usize| f1(hits, gold + system);
        let [gold, system, hits] = [self.gold, self.system, self.hits].map(|counts| counts.iter().sum());
        let mut row = Row::new(name)
            .count("gold", gold)
            .count("system", system)
            .share("precision", share(hits, system))
            .share("recall", share(hits, gold))
            .share("F1", f(hits, gold, system));
        for (at, (_, heading)) in KINDS.iter().enumerate() {
            row = row.share(heading, f(self.hits[at], self.gold[at], self.system[at]));
        }
        row
    }
}

fn run(folder: &Path, errors: usize) -> Result<Scores> {
    score_folder(folder, errors, &*parser::model()?)
}

fn score_folder(folder: &Path, errors: usize, parser: &dyn Parser) -> Result<Scores> {
    let mut scores = Scores::default();
    for corpus in CORPORA {
        let Some(place) = files::place(folder, corpus.home, corpus.inside) else { continue };
        let documents = (corpus.read)(&place)?;
        let mut tally = Tally::default();
        for (scored, mut wrong) in score_all(&documents, corpus.language, parser) {
            tally.add(&scored);
            wrong.truncate(errors.saturating_sub(scores.errors.len()));
            scores.errors.append(&mut wrong);
        }
        scores.rows.push(tally.row(corpus.name));
    }
    if scores.rows.is_empty() {
        bail!("no corpora of names below {}: give the folder of the unpacked corpora", folder.display());
    }
    Ok(scores)
}

fn score_all(documents: &[Document], language: &str, parser: &dyn Parser) -> Vec<(Tally, Vec<String>)> {
    documents.par_iter().map(|document| score(document, language, parser)).collect()
}

fn score(document: &Document, language: &str, parser: &dyn Parser) -> (Tally, Vec<String>) {
    let found = find(document, language, parser);
    let mut errors = Vec::new();
    let tally = compare(&document.names, &found, &mut |sort, place, kind| {
        errors.push(format!("{sort}\t{kind:?}\t{}", show(&document.source, place)));
    });
    (tally, errors)
}

/// The names that the parser finds.
fn find(document: &Document, language: &str, parser: &dyn Parser) -> Vec<(Range<usize>, NameKind)> {
    match &document.source {
        Source::Words(text) => {
            let names = text.parse(parser, language).names;
            names.into_iter().map(|name| (name.words, name.kind)).collect()
        }
        Source::Raw(text) => {
            let raw = Raw::read(text, language, parser);
            let names = raw.parse.names.iter();
            let place = |span: lagebild_schema::Span| span.start..span.end;
            names.map(|name| (place(raw.span(&name.words)), name.kind)).collect()
        }
    }
}

/// Counts, and tells each error: "missing" or "spurious", where, and what.
fn compare(
    gold: &[GoldName],
    found: &[(Range<usize>, NameKind)],
    tell: &mut impl FnMut(&str, &Range<usize>, NameKind),
) -> Tally {
    let mut tally = Tally::default();
    for name in gold {
        let Some((kind, at)) = name.kind.and_then(|kind| Some((kind, counted(kind)?))) else { continue };
        tally.gold[at] += 1;
        if found.iter().any(|(place, other)| *place == name.place && *other == kind) {
            tally.hits[at] += 1;
        } else {
            tell("missing", &name.place, kind);
        }
    }
    for (place, kind) in found {
        let Some(at) = counted(*kind) else { continue };
        if gold.iter().any(|name| name.kind.is_none() && overlap(&name.place, place)) {
            continue;
        }
        tally.system[at] += 1;
        if !gold.iter().any(|name| name.place == *place && name.kind == Some(*kind)) {
            tell("spurious", place, *kind);
        }
    }
    tally
}

/// The place of a label in [`KINDS`], if it counts.
fn counted(kind: NameKind) -> Option<usize> {
    KINDS.iter().position(|(counted, _)| *counted == kind)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn show(source: &Source, place: &Range<usize>) -> String {
    match source {
        Source::Words(text) => text.show(place.clone()),
        Source::Raw(text) => text.get(place.clone()).unwrap_or_default().replace('\n', " "),
    }
}

/// Without the names that lie inside or across an earlier, longer one.
fn outermost(mut names: Vec<GoldName>) -> Vec<GoldName> {
    names.sort_by_key(|name| (std::cmp::Reverse(name.place.len()), name.place.start));
    let mut kept: Vec<GoldName> = Vec::new();
    for name in names {
        if kept.iter().all(|other| !overlap(&other.place, &name.place)) {
            kept.push(name);
        }
    }
    kept.sort_by_key(|name| name.place.start);
    kept
}

#[cfg(test)]
mod tests;
