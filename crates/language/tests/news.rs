//! Tokens and sentences of news, as sentences about news.

use lagebild_language::{TokenKind, analyse};
use lagebild_schema::Report;
use proptest::prelude::*;

/// The tokens with a blank between them, sentences with a bar.
fn shown(lang: &str, text: &str) -> String {
    let report = Report::of_text(lang, text);
    let analysis = analyse(&report);
    let sentences = analysis.sentences.iter().map(|sentence| {
        let tokens = &analysis.tokens[sentence.tokens.clone()];
        tokens.iter().map(|token| token.span.of(&report.text)).collect::<Vec<_>>().join(" ")
    });
    sentences.collect::<Vec<_>>().join(" | ")
}

#[track_caller]
fn check(lang: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(&shown(lang, text), expected, "{text}");
    }
}

#[test]
fn a_german_ordinal_ends_a_sentence_only_before_a_word_that_begins_one() {
    check(
        "de",
        &[
            ("Am 3. Oktober kam sie.", "Am 3. Oktober kam sie ."),
            ("Er wurde 3. Das freute ihn.", "Er wurde 3 . | Das freute ihn ."),
            ("Am 03.10. um 15.30 Uhr.", "Am 03.10. um 15.30 Uhr ."),
            ("Das war 2012. Danach kam nichts.", "Das war 2012 . | Danach kam nichts ."),
            ("Im 20. Jahrhundert", "Im 20. Jahrhundert"),
            ("vom 3. bis 5. Mai", "vom 3. bis 5. Mai"),
        ],
    );
}

#[test]
fn abbreviations_and_initials_keep_their_full_stops() {
    check(
        "de",
        &[
            ("Dr. Ada K. Muster, z. B. aus St. Pölten.", "Dr. Ada K. Muster , z. B. aus St. Pölten ."),
            (
                "Es kostet 1,5 Mio. Euro usw. Die Kammer prüft.",
                "Es kostet 1,5 Mio. Euro usw. | Die Kammer prüft .",
            ),
        ],
    );
    check(
        "en",
        &[
            (
                "Sen. J. Q. Example left the U.S. The vote is on.",
                "Sen. J. Q. Example left the U.S. | The vote is on .",
            ),
            ("The U.S. Senate met at 3 p.m. on Jan. 5.", "The U.S. Senate met at 3 p.m. on Jan. 5 ."),
        ],
    );
}

#[test]
fn quotations_end_with_their_marks_and_go_on_with_their_speaker() {
    check(
        "de",
        &[
            ("„Das stimmt nicht.“ Sie ging.", "„ Das stimmt nicht . “ | Sie ging ."),
            ("„Stimmt das?“, fragte er.", "„ Stimmt das ? “ , fragte er ."),
            ("»Nie!« rief sie.", "» Nie ! « rief sie ."),
        ],
    );
    check(
        "en",
        &[(
            "\"I know.\" he said. \"Do you?\" She did.",
            "\" I know . \" he said . | \" Do you ? \" | She did .",
        )],
    );
}

#[test]
fn numbers_compounds_and_addresses_stay_whole() {
    check(
        "de",
        &[
            ("1.000,50 Euro um 15:30, 2010/11, 10–12", "1.000,50 Euro um 15:30 , 2010/11 , 10 – 12"),
            (
                "Die 62-Jährige, Jean-Luc, Außen- und US-Politik",
                "Die 62-Jährige , Jean-Luc , Außen- und US-Politik",
            ),
            ("am 2024-06-16, 2008-2010", "am 2024-06-16 , 2008 - 2010"),
            (
                "(www.beispiel.example/a-b?c=1), mail@beispiel.example.",
                "( www.beispiel.example/a-b?c=1 ) , mail@beispiel.example .",
            ),
        ],
    );
    check("en", &[("Mara's team can't pay $5m.", "Mara 's team ca n't pay $ 5m .")]);
}

#[test]
fn an_ellipsis_trails_off_or_ends() {
    check(
        "de",
        &[("Nun ja ... vielleicht. Also … Er ging.", "Nun ja ... vielleicht . | Also … | Er ging .")],
    );
}

#[test]
fn what_begins_with_a_digit_is_a_number() {
    let report = Report::of_text("de", "1970er, 20% #Wahl");
    let kinds: Vec<_> = analyse(&report).tokens.iter().map(|token| token.kind).collect();
    let expected =
        [TokenKind::Number, TokenKind::Punctuation, TokenKind::Number, TokenKind::Symbol, TokenKind::Address];
    assert_eq!(kinds, expected);
}

proptest! {
    #[test]
    fn every_character_but_white_space_lies_in_one_token_and_every_token_in_one_sentence(
        text in "(\\PC|[ .,:/&'’\"„“-]|[0-9]{1,4}|z\\.B\\.|\n){0,60}",
        lang in prop::sample::select(vec!["de", "en", "fr", "unknown"]),
    ) {
        let report = Report::of_text(lang, &text);
        let analysis = analyse(&report);
        let mut end = 0;
        for token in &analysis.tokens {
            prop_assert!(text.get(end..token.span.start).is_some_and(|gap| gap.trim().is_empty()), "{:?}", analysis);
            prop_assert!(!token.span.is_empty() && !token.span.of(&text).is_empty());
            end = token.span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
        let tokens: Vec<_> = analysis.sentences.iter().flat_map(|sentence| sentence.tokens.clone()).collect();
        prop_assert_eq!(tokens, (0..analysis.tokens.len()).collect::<Vec<_>>());
    }
}
