//! Attributions in `PolNeAR`: news reports in English, raw text with standoff annotation.

use std::path::Path;

use anyhow::{Context as _, Result};
use lagebild_language::{Attribution, WordRange};
use lagebild_schema::Span;
use rayon::prelude::*;

use super::assignment::assign;
use crate::eval::raw::Raw;
use crate::eval::standoff::{self, Standoff};
use crate::eval::{Parser, Row, Scores, f1, files};

/// Where the corpus lies below the corpora, and its part to measure on.
const HOME: &str = "tune/attribution/polnear-en";
const PART: &str = "data/dev";

/// Overlap from which on two spans are about the same: Dice's coefficient of their characters.
const ABOUT: f64 = 0.5;

/// A report with its attributions.
#[derive(Debug)]
struct Document {
    name: String,
    text: String,
    attributions: Vec<Spans>,
}

/// An attribution as pieces of the text, in text order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Spans {
    content: Vec<Span>,
    cue: Vec<Span>,
    source: Vec<Span>,
    /// Whether it stands inside another one's content: the corpus marks none of those.
    is_nested: bool,
}

/// How often a part was there, and right in the attributions that were found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Part {
    gold: usize,
    system: usize,
    exact: usize,
    about: usize,
}

impl Part {
    fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.system += other.system;
        self.exact += other.exact;
        self.about += other.about;
    }

    fn f(&self, hits: usize) -> f64 {
        f1(hits, self.gold + self.system)
    }
}

/// Content, source and cue.
type Tally = [Part; 3];

/// Scores the reports that are there.
pub(super) fn score(folder: &Path, parser: &dyn Parser) -> Result<Scores> {
    let Some(place) = files::place(folder, HOME, PART) else { return Ok(Scores::default()) };
    let documents = read(&place)?;
    let compared: Vec<([Tally; 2], Vec<String>)> =
        documents.par_iter().map(|document| compare(document, parser)).collect();
    let mut scores = Scores::default();
    for (at, name) in ["PolNeAR dev", "PolNeAR dev, nested left out"].into_iter().enumerate() {
        let mut tally = Tally::default();
        for (tallies, _) in &compared {
            tally.iter_mut().zip(tallies[at]).for_each(|(part, other)| part.add(other));
        }
        scores.rows.push(row(name, tally));
    }
    scores.errors = compared.into_iter().flat_map(|(_, errors)| errors).collect();
    Ok(scores)
}

fn row(name: &str, [content, source, cue]: Tally) -> Row {
    Row::new(name)
        .count("gold", content.gold)
        .count("system", content.system)
        .share("found", content.f(content.about))
        .share("content exact", content.f(content.exact))
        .share("source", source.f(source.about))
        .share("source exact", source.f(source.exact))
        .share("cue", cue.f(cue.about))
        .share("cue exact", cue.f(cue.exact))
}

/// The texts of a part, each with its first annotation where several people annotated it.
fn read(folder: &Path) -> Result<Vec<Document>> {
    let annotations = files::list(&folder.join("attributions"), ".ann")?;
    let mut documents = Vec::new();
    for path in files::list(&folder.join("text"), ".txt")? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let belongs = |annotation: &&std::path::PathBuf| {
            let stem = annotation.file_stem().unwrap_or_default().to_string_lossy();
            stem.rsplit_once('_').is_some_and(|(text, _)| text == name)
        };
        let Some(annotation) = annotations.iter().find(belongs) else { continue };
        let text = files::read(&path)?;
        let standoff = standoff::read(&files::read(annotation)?, &text)
            .with_context(|| format!("cannot read {}", annotation.display()))?;
        let attributions = gold(&standoff, &text);
        documents.push(Document { name, text, attributions });
    }
    Ok(documents)
}

fn gold(standoff: &Standoff, text: &str) -> Vec<Spans> {
    let attribution = |event: &Vec<(String, String)>| {
        let pieces = |wanted: &str| {
            let fills = |role: &str| role.trim_end_matches(|last: char| last.is_ascii_digit()) == wanted;
            let fillers = event.iter().filter(|(role, _)| fills(role));
            joined(fillers.flat_map(|(_, filler)| standoff.pieces(filler)).copied().collect(), text)
        };
        let (content, cue, source) = (pieces("Content"), pieces("Cue"), pieces("Source"));
        Spans { content, cue, source, is_nested: false }
    };
    standoff.events.iter().map(attribution).filter(|spans| !spans.content.is_empty()).collect()
}

/// Pieces in text order, as one where nothing but white space is between them.
fn joined(mut pieces: Vec<Span>, text: &str) -> Vec<Span> {
    pieces.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if Span::new(last.end, piece.start).of(text).trim().is_empty() => {
                *last = last.cover(piece);
            }
            _ => joined.push(piece),
        }
    }
    joined
}

fn compare(document: &Document, parser: &dyn Parser) -> ([Tally; 2], Vec<String>) {
    let raw = Raw::read(&document.text, "en", parser);
    let spans =
        |words: &[WordRange]| joined(words.iter().map(|words| raw.span(words)).collect(), &document.text);
    let system = |attribution: &Attribution| Spans {
        content: spans(&attribution.content),
        cue: spans(&attribution.cue),
        source: spans(attribution.source.as_slice()),
        is_nested: attribution.within.is_some(),
    };
    let mut system: Vec<Spans> = raw.parse.attributions.iter().map(system).collect();
    let all = tally(document, &system, &mut Vec::new());
    system.retain(|spans| !spans.is_nested);
    let mut errors = Vec::new();
    let outer = tally(document, &system, &mut errors);
    ([all, outer], errors)
}

/// Pairs attributions whose contents are about the same, and counts.
fn tally(
    Document { name, text, attributions: gold }: &Document,
    system: &[Spans],
    errors: &mut Vec<String>,
) -> Tally {
    let weight = |one: &Spans, other: &Spans| {
        let overlap = dice(&one.content, &other.content, text);
        if overlap >= ABOUT { overlap } else { 0.0 }
    };
    let weights: Vec<Vec<f64>> =
        gold.iter().map(|one| system.iter().map(|other| weight(one, other)).collect()).collect();
    let pairs = assign(&weights);
    let parts: [fn(&Spans) -> &Vec<Span>; 3] =
        [|spans| &spans.content, |spans| &spans.source, |spans| &spans.cue];
    let tally = parts.map(|part| Part {
        gold: gold.iter().filter(|spans| !part(spans).is_empty()).count(),
        system: system.iter().filter(|spans| !part(spans).is_empty()).count(),
        exact: pairs.iter().filter(|(g, s)| is_same(part(&gold[*g]), part(&system[*s]))).count(),
        about: pairs.iter().filter(|(g, s)| dice(part(&gold[*g]), part(&system[*s]), text) >= ABOUT).count(),
    });
    let mut list = |sort: &str, spans: &Spans| {
        let content: Vec<&str> = spans.content.iter().map(|piece| piece.of(text)).collect();
        errors.push(format!("{name}\t{sort}\t{}", content.join(" … ")).replace('\n', " "));
    };
    for (_, spans) in gold.iter().enumerate().filter(|(at, _)| pairs.iter().all(|pair| pair.0 != *at)) {
        list("missing", spans);
    }
    for (_, spans) in system.iter().enumerate().filter(|(at, _)| pairs.iter().all(|pair| pair.1 != *at)) {
        list("spurious", spans);
    }
    tally
}

fn is_same(one: &[Span], other: &[Span]) -> bool {
    !one.is_empty() && one == other
}

/// Dice's coefficient of the characters that two sets of pieces cover.
fn dice(one: &[Span], other: &[Span], text: &str) -> f64 {
    let length = |span: &Span| span.of(text).chars().count();
    let all: usize = one.iter().chain(other).map(length).sum();
    let shared = |(a, b): (&Span, &Span)| {
        let span = Span::new(a.start.max(b.start), a.end.min(b.end));
        if span.is_empty() { 0 } else { length(&span) }
    };
    let shared: usize = one.iter().flat_map(|a| other.iter().map(move |b| (a, b))).map(shared).sum();
    f1(shared, all)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::ops::Range;

    use lagebild_language::{Parse, Word};
    use lagebild_schema::Form;

    use super::*;
    use crate::eval::parser::testing::nothing;
    use crate::eval::speech::testing::attribution;

    const TEXT: &str = "Ada said the ferry sank fast. Bo denied it.";
    const ANNOTATION: &str = "\
T1\tSource 0 3\tAda
T2\tCue 4 8\tsaid
T3\tContent 9 28\tthe ferry sank fast
E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1
T4\tSource 30 32\tBo
T5\tCue 33 39\tdenied
T6\tContent 40 42\tit
E2\tAttribution:T5 Content:T6 Cue:T5 Source:T4
";

    fn document() -> Document {
        let standoff = standoff::read(ANNOTATION, TEXT).unwrap();
        Document { name: "ferry".into(), text: TEXT.into(), attributions: gold(&standoff, TEXT) }
    }

    /// Words: Ada said the ferry sank fast . Bo denied it .
    fn knowing(_: &[Word<'_>], _: &[Range<usize>], _: &str) -> Parse {
        let said = attribution(Form::Indirect, "2..6", "1..2", "0..1");
        let denied = attribution(Form::Reported, "9..10", "8..9", "7..8");
        Parse { attributions: vec![said, denied], ..Parse::default() }
    }

    fn part(gold: usize, system: usize, exact: usize, about: usize) -> Part {
        Part { gold, system, exact, about }
    }

    #[test]
    fn gold_scores_everything_and_nothing_scores_nothing() {
        let ([all, outer], errors) = compare(&document(), &knowing);
        assert_eq!((all, outer), ([part(2, 2, 2, 2); 3], [part(2, 2, 2, 2); 3]));
        assert!(errors.is_empty(), "{errors:?}");
        let ([all, _], errors) = compare(&document(), &nothing);
        assert_eq!(all, [part(2, 0, 0, 0); 3]);
        assert_eq!(errors, ["ferry\tmissing\tthe ferry sank fast", "ferry\tmissing\tit"]);
    }

    #[test]
    fn half_an_overlap_is_found_but_not_exact() {
        let parser = |_: &[Word<'_>], _: &[Range<usize>], _: &str| {
            // "the ferry" is 9 of 19 characters: 18 / 28. "sank" alone would be 8 / 23.
            let about = attribution(Form::Indirect, "2..4", "1..2", "");
            let mut nested = attribution(Form::Indirect, "4..5", "", "7..8");
            nested.within = Some(0);
            Parse { attributions: vec![about, nested], ..Parse::default() }
        };
        let ([all, outer], errors) = compare(&document(), &parser);
        assert_eq!(all, [part(2, 2, 0, 1), part(2, 1, 0, 0), part(2, 1, 1, 1)]);
        assert_eq!(outer, [part(2, 1, 0, 1), part(2, 0, 0, 0), part(2, 1, 1, 1)]);
        assert_eq!(errors, ["ferry\tmissing\tit"]);
    }

    #[test]
    fn pieces_with_white_space_between_them_are_one() {
        let text = "ab cd, ef";
        let pieces = vec![Span::new(7, 9), Span::new(0, 2), Span::new(3, 5)];
        assert_eq!(joined(pieces, text), [Span::new(0, 5), Span::new(7, 9)]);
    }

    #[test]
    fn a_text_takes_its_first_annotation() {
        let corpora = tempfile::tempdir().unwrap();
        let part = corpora.path().join(HOME).join(PART);
        for folder in ["text", "attributions"] {
            fs::create_dir_all(part.join(folder)).unwrap();
        }
        fs::write(part.join("text/ferry_1.txt"), TEXT).unwrap();
        fs::write(part.join("attributions/ferry_1_aa.ann"), ANNOTATION).unwrap();
        fs::write(part.join("attributions/ferry_1_bb.ann"), "").unwrap();
        let scores = score(corpora.path(), &knowing).unwrap().to_json("speech");
        assert_eq!(scores["rows"][0]["found"], 100.0);
        assert_eq!(scores["rows"][0]["gold"], 2);
    }
}
