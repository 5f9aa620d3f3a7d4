//! What holds for the numbers of any text.

use lagebild_language::analyse;
use proptest::prelude::*;

use crate::context::Context;
use crate::numbers::cardinal;
use crate::testing::{read_text, report};

/// Pieces of which hostile and ordinary sentences of number are made.
const PIECES: &[&str] = &[
    "12",
    "1.000",
    "1,5",
    "250 000",
    "3.",
    "zwei",
    "hundert",
    "million",
    "Millionen",
    "and",
    "und",
    "bis",
    "–",
    "-",
    "%",
    "€",
    "$",
    "$5m",
    "Euro",
    "insgesamt",
    "darunter",
    ":",
    ",",
    ".",
    "(",
    ")",
    "Menschen",
    "people",
    "von",
    "of the",
    "31. Februar",
    "Montag",
    "keine",
    "Toten",
    "mehrere",
    "dozens",
    "half a",
    "½",
    "99999999999999999999999999",
    "\n",
    "🙂",
    "ß",
    "zwischen",
    "at least",
    "minus",
    "in acht",
    "Prozent",
    "der Wähler",
    "dafür",
    "dagegen",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

/// A number below a million in German words.
fn german(number: u32) -> String {
    const SMALL: [&str; 20] = [
        "",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
    ];
    const TENS: [&str; 10] =
        ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
    let part = |number: u32, table: &[&str]| table[number as usize].to_owned();
    match number {
        0..=19 => part(number, &SMALL),
        20..=99 if number.is_multiple_of(10) => part(number / 10, &TENS),
        20..=99 => part(number % 10, &SMALL) + "und" + &part(number / 10, &TENS),
        100..=999 => german(number / 100) + "hundert" + &german(number % 100),
        _ => german(number / 1000) + "tausend" + &german(number % 1000),
    }
}

/// A number below a million in English words.
fn english(number: u32) -> String {
    const SMALL: [&str; 20] = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let rest = |link: &str, number: u32| {
        if number == 0 { String::new() } else { link.to_owned() + &english(number) }
    };
    match number {
        0..=19 => SMALL[number as usize].to_owned(),
        20..=99 => TENS[(number / 10) as usize].to_owned() + &rest("-", number % 10),
        100..=999 => english(number / 100) + " hundred" + &rest(" and ", number % 100),
        _ => english(number / 1000) + " thousand" + &rest(" ", number % 1000),
    }
}

/// The whole text as one number.
fn whole(lang: &str, text: &str) -> Option<f64> {
    let report = report(lang, text);
    let analysis = analyse(&report);
    let context = Context::new(&report, &analysis);
    cardinal(&context, 0).filter(|number| number.end == analysis.tokens.len()).map(|number| number.value)
}

proptest! {
    #[test]
    fn every_quantity_and_finding_stands_in_the_text(lang in prop_oneof!["de", "en", "unknown"], text in texts()) {
        let reading = read_text(&lang, &text);
        let text = &reading.report.text;
        let mut end = 0;
        for quantity in &reading.quantities {
            prop_assert!(quantity.span.start >= end && !quantity.span.of(text).is_empty());
            prop_assert!(quantity.value.is_none_or(|value| value.0.is_finite()));
            prop_assert!(quantity.high.is_none_or(|high| Some(high) > quantity.value));
            end = quantity.span.end;
        }
        for finding in &reading.findings {
            prop_assert!(!finding.spans.is_empty() && finding.spans.is_sorted());
            prop_assert!(finding.spans.iter().all(|span| !span.of(text).is_empty()));
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_written(number in 2_u32..1_000_000) {
        prop_assert_eq!(whole("de", &german(number)), Some(f64::from(number)), "{}", german(number));
        prop_assert_eq!(whole("en", &english(number)), Some(f64::from(number)), "{}", english(number));
    }
}
