//! Who says what in invented reports.
//!
//! A claim is written `content | source | cue | form act certainty`. Pieces are parted by ` / `, the cited source
//! follows `<`, the addressee `>`.

mod acts;
mod contents;
mod sources;

use lagebild_reading::read;
use lagebild_schema::{Claim, Report, Span};
use proptest::prelude::*;

fn written(claim: &Claim, text: &str) -> String {
    let pieces = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" / ");
    let mut source = claim.sources.iter().map(|source| pieces(&source.spans)).collect::<Vec<_>>().join(" + ");
    for cited in claim.sources.iter().flat_map(|source| &source.citing) {
        source = format!("{source} < {}", pieces(&cited.spans));
    }
    for addressee in &claim.addressee {
        source = format!("{source} > {}", pieces(&addressee.spans));
    }
    let word = |value: String| value.to_lowercase();
    format!(
        "{} | {} | {} | {} {} {}",
        pieces(&claim.content),
        source,
        pieces(&claim.cue),
        word(format!("{:?}", claim.form)),
        word(format!("{:?}", claim.act)),
        word(format!("{:?}", claim.certainty))
    )
}

#[track_caller]
fn check(lang: &str, text: &str, expected: &[&str]) {
    let claims = read(Report::of_text(lang, text), Vec::new()).claims;
    let found: Vec<String> = claims.iter().map(|claim| written(claim, text)).collect();
    assert_eq!(found, expected, "in: {text}");
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    let began = std::time::Instant::now();
    for lang in ["de", "en"] {
        for text in [
            "„".repeat(20_000),
            "\"".repeat(20_000),
            "„“".repeat(10_000),
            "“a ”".repeat(6_000),
            "sagte ".repeat(20_000),
            "said, ".repeat(20_000),
            "„Ja“, sagte er. ".repeat(2_000),
            "Es sei so. ".repeat(2_000),
            "laut der Stadt, ".repeat(4_000),
        ] {
            let _ = read(Report::of_text(lang, &text), Vec::new());
        }
    }
    assert!(began.elapsed().as_secs() < 30, "took {:?}", began.elapsed());
}

proptest! {
    #[test]
    fn every_span_of_any_text_is_valid_and_claims_are_numbered_in_order(
        lang in prop::sample::select(vec!["de", "en"]),
        words in prop::collection::vec(
            prop::sample::select(vec![
                "sagte", "X", "dass", "„", "“", "\"", "”", "»", "«", ",", ":", ".", "\n", "laut", "zufolge", "so", "sei",
                "habe", "soll", "haben", "nach", "Angaben", "der", "Polizei", "wies", "zurück", "er", "will", "said",
                "that", "according", "to", "he", "told", "would", "the", "ü", "(", ")", "-", "wie", "mitteilte", "es",
                "heißt", "'", "unter", "Berufung", "auf", ";", "und", "kritisierte", "Montag", "zu", "gehen",
            ]),
            0..60,
        ),
    ) {
        let text = words.join(" ");
        let claims = read(Report::of_text(lang, &text), Vec::new()).claims;
        for (index, claim) in claims.iter().enumerate() {
            prop_assert_eq!(claim.id.index(), index);
            prop_assert!(!claim.content.is_empty());
            prop_assert!(claim.within.is_none_or(|outer| outer.index() < index));
            let sources = claim.sources.iter().flat_map(|source| source.spans.iter());
            for span in claim.content.iter().chain(&claim.cue).chain(sources) {
                prop_assert!(!span.of(&text).is_empty());
            }
        }
        let starts: Vec<usize> = claims.iter().map(|claim| claim.content[0].start).collect();
        prop_assert!(starts.is_sorted());
    }
}
