//! Numbers of invented sentences.

use lagebild_language::analyse;

use crate::context::Context;
use crate::testing::report;

use super::{Number, cardinal, ordinal};

/// The first number that `find` sees in the text, and the words it stands in.
fn first(lang: &str, text: &str, find: fn(&Context, usize) -> Option<Number>) -> Option<(f64, String)> {
    let report = report(lang, text);
    let analysis = analyse(&report);
    let context = Context::new(&report, &analysis);
    (0..analysis.tokens.len()).find_map(|at| {
        let number = find(&context, at)?;
        Some((number.value, context.span(at..number.end).of(text).to_owned()))
    })
}

fn check(lang: &str, find: fn(&Context, usize) -> Option<Number>, cases: &[(&str, f64, &str)]) {
    for (text, value, exact) in cases {
        assert_eq!(first(lang, text, find), Some((*value, (*exact).to_owned())), "{text}");
    }
}

#[test]
fn german_cardinals_are_read_in_digits_and_words() {
    check(
        "de",
        cardinal,
        &[
            ("Es kamen 250 000 Menschen.", 250_000.0, "250 000"),
            ("Es kamen 1.250 Menschen.", 1250.0, "1.250"),
            ("rund 1,5 Millionen Euro", 1_500_000.0, "1,5 Millionen"),
            ("etwa 3 Mrd Euro", 3e9, "3 Mrd"),
            ("zwölf Menschen", 12.0, "zwölf"),
            ("Zwölf Menschen", 12.0, "Zwölf"),
            ("die Wahl zweier Richter", 2.0, "zweier"),
            ("mit einundzwanzig Booten", 21.0, "einundzwanzig"),
            ("zweihundertfünfunddreißigtausend Stimmen", 235_000.0, "zweihundertfünfunddreißigtausend"),
            ("im Jahr neunzehnhundertvierundachtzig", 1984.0, "neunzehnhundertvierundachtzig"),
            ("tausendundeine Nacht", 1001.0, "tausendundeine"),
            ("eine Million Menschen", 1e6, "eine Million"),
            ("eine halbe Million Menschen", 5e5, "eine halbe Million"),
            ("ein Dutzend Helfer", 12.0, "ein Dutzend"),
            ("zwei Dutzend Helfer", 24.0, "zwei Dutzend"),
            ("ein halbes Dutzend Helfer", 6.0, "ein halbes Dutzend"),
            ("anderthalb Millionen Euro", 1.5e6, "anderthalb Millionen"),
            ("zweieinhalb Stunden", 2.5, "zweieinhalb"),
            ("eineinhalb Milliarden Euro", 1.5e9, "eineinhalb Milliarden"),
            ("zwei Millionen dreihunderttausend Euro", 2_300_000.0, "zwei Millionen dreihunderttausend"),
        ],
    );
}

#[test]
fn english_cardinals_are_read_in_digits_and_words() {
    check(
        "en",
        cardinal,
        &[
            ("some 1,250 people", 1250.0, "1,250"),
            ("about 2.5 million pounds", 2.5e6, "2.5 million"),
            ("twenty-five boats", 25.0, "twenty-five"),
            ("one hundred and five boats", 105.0, "one hundred and five"),
            ("between one hundred and two hundred", 100.0, "one hundred"),
            ("two million three hundred thousand", 2_300_000.0, "two million three hundred thousand"),
            ("a dozen boats", 12.0, "a dozen"),
            ("half a dozen boats", 6.0, "half a dozen"),
            ("two dozen boats", 24.0, "two dozen"),
            ("half a million", 5e5, "half a million"),
            ("a quarter of a million", 2.5e5, "a quarter of a million"),
            ("two and a half million", 2.5e6, "two and a half million"),
            ("a hundred people", 100.0, "a hundred"),
            ("zero tolerance", 0.0, "zero"),
            ("twenty a day", 20.0, "twenty"),
            ("five hundred and counting", 500.0, "five hundred"),
        ],
    );
}

#[test]
fn ordinals_are_read_in_digits_and_words() {
    let german = [
        ("am dritten Tag", 3.0, "dritten"),
        ("zum zwanzigsten Mal", 20.0, "zwanzigsten"),
        ("die einundzwanzigste Auflage", 21.0, "einundzwanzigste"),
        ("beim hundertdritten Versuch", 103.0, "hundertdritten"),
    ];
    let english = [
        ("the 3rd attempt", 3.0, "3rd"),
        ("the third attempt", 3.0, "third"),
        ("the twenty-first attempt", 21.0, "twenty-first"),
        ("the one hundred and fifth attempt", 105.0, "one hundred and fifth"),
        ("the sixteenth attempt", 16.0, "sixteenth"),
    ];
    check("de", ordinal, &german);
    check("en", ordinal, &english);
}

#[test]
fn other_languages_need_nothing_but_their_table() {
    check(
        "fr",
        cardinal,
        &[("quatre-vingt-douze bateaux", 92.0, "quatre-vingt-douze"), ("1,5 million", 1.5e6, "1,5 million")],
    );
    check(
        "es",
        cardinal,
        &[("treinta y cinco barcos", 35.0, "treinta y cinco"), ("dos mil millones", 2e9, "dos mil millones")],
    );
    check("it", cardinal, &[("duecentoventotto barche", 228.0, "duecentoventotto")]);
    check("nl", cardinal, &[("vijfendertig boten", 35.0, "vijfendertig")]);
    check("pt", cardinal, &[("cento e vinte barcos", 120.0, "cento e vinte")]);
}

#[test]
fn an_article_or_another_word_is_no_number() {
    for text in
        ["Eine Frau und ein Mann kamen.", "Sie achteten darauf.", "Hundertschaften der Polizei", "Zweifel"]
    {
        assert_eq!(first("de", text, cardinal), None, "{text}");
    }
    for text in ["A woman and a man came.", "It happened often.", "the third man", "someone"] {
        assert_eq!(first("en", text, cardinal), None, "{text}");
    }
}

#[test]
fn a_number_beyond_all_bounds_does_no_harm() {
    for text in [
        "9".repeat(10_000),
        "million ".repeat(5000),
        "hundert".repeat(5000),
        "1 ".to_owned() + &"000 ".repeat(5000),
    ] {
        for lang in ["de", "en", "unknown"] {
            let _ = first(lang, &text, cardinal);
            let _ = first(lang, &text, ordinal);
        }
    }
}
