//! A claim reduced to what is scored, and when two are the same in something.

use std::collections::BTreeSet;

use lagebild_schema::{Act, Certainty, Form, Reading, Source, Span};

use super::gold::Document;

/// A claim of the gold, or of the reader.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Claim {
    pub(super) content: Vec<Span>,
    pub(super) source: Vec<Span>,
    /// The source by the fullest name that the report has for it; none where there is no source.
    pub(super) who: Option<String>,
    pub(super) cue: Vec<Span>,
    pub(super) form: Form,
    pub(super) act: Act,
    pub(super) certainty: Certainty,
    /// How sure the reader is; 1 in the gold.
    pub(super) confidence: f64,
}

/// Words that are no part of a name, as the corpus's `score.py` has them.
const NO_NAME: &str = "der die das den dem des ein eine einer eines einem einen und von vom in im für \
                       the a an of and to";

/// The claims of a reading.
pub(super) fn of_reading(reading: &Reading, document: &Document) -> Vec<Claim> {
    let claims = reading.claims.iter().map(|claim| {
        let source: Vec<Span> = claim.sources.iter().flat_map(|source| source.spans.clone()).collect();
        let named = |source: &Source| match source.entity {
            Some(entity) => reading.entities.get(entity.index()).map(|entity| entity.name.clone()),
            None => source.spans.first().map(|span| span.of(&reading.report.text).to_owned()),
        };
        let who: Vec<String> = claim.sources.iter().filter_map(named).collect();
        Claim {
            content: document.as_annotated(&claim.content),
            who: (!who.is_empty()).then(|| who.join(" und ")),
            source: document.as_annotated(&source),
            cue: document.as_annotated(&claim.cue),
            form: claim.form,
            act: claim.act,
            certainty: claim.certainty,
            confidence: claim.confidence.0,
        }
    });
    claims.collect()
}

/// Dice's coefficient of the letters and digits that two sets of spans cover; 1 where both cover none.
pub(super) fn overlap(one: &[Span], other: &[Span], text: &str) -> f64 {
    let (one, other) = (letters(one, text), letters(other, text));
    let both = one.len() + other.len();
    if both == 0 { 1.0 } else { 2.0 * one.intersection(&other).count() as f64 / both as f64 }
}

/// Where the letters and digits in some spans stand.
fn letters(spans: &[Span], text: &str) -> BTreeSet<usize> {
    let of_span = |span: &Span| {
        let start = span.start;
        let letters = span.of(text).char_indices().filter(|(_, c)| c.is_alphanumeric());
        letters.map(move |(at, _)| start + at).collect::<Vec<_>>()
    };
    spans.iter().flat_map(of_span).collect()
}

/// Whether two names are of one source: half of the shorter one's words stand in the other, articles and prepositions
/// left aside.
pub(super) fn is_same_who(one: Option<&str>, other: Option<&str>) -> bool {
    let (one, other) = (words(one), words(other));
    if one == other {
        return true;
    }
    let names = |words: &[String]| -> BTreeSet<String> {
        words.iter().filter(|word| !NO_NAME.split(' ').any(|no| no == *word)).cloned().collect()
    };
    let (one, other) = (names(&one), names(&other));
    let shared = one.intersection(&other).count();
    shared > 0 && 2 * shared >= one.len().min(other.len())
}

fn words(name: Option<&str>) -> Vec<String> {
    let lower = name.unwrap_or_default().to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_blanks_do_not_count_in_an_overlap() {
        let text = "Er sagte: „Ja, gern.“";
        let (whole, inside) = ([Span::new(10, text.len())], [Span::new(13, 21)]);
        assert!((overlap(&whole, &inside, text) - 1.0).abs() < 1e-9);
        assert!(overlap(&whole, &[Span::new(0, 2)], text) < 1e-9);
        assert!((overlap(&[], &[], text) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_surname_is_the_person_and_an_article_is_nobody() {
        let same = |one, other| is_same_who(Some(one), Some(other));
        assert!(same("Ada Muster", "Ministerin Muster"));
        assert!(same("die Polizei", "Polizei"));
        assert!(!same("die Polizei", "die Feuerwehr"));
        assert!(!is_same_who(Some("Ada Muster"), None));
        assert!(is_same_who(None, None));
    }
}
