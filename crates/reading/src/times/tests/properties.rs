use lagebild_schema::Time;
use proptest::prelude::*;

use super::{published, read};

/// Spans lie in the text on character boundaries, in order, without overlap; intervals go forward.
fn holds(text: &str, times: &[Time]) -> Result<(), TestCaseError> {
    for time in times {
        prop_assert!(text.get(time.span.start..time.span.end).is_some_and(|exact| !exact.is_empty()));
        if let (Some(from), Some(until)) = (time.from, time.until) {
            prop_assert!((from.date, from.time) < (until.date, until.time), "{time:?}");
        }
        prop_assert_eq!(time.from.is_some(), time.until.is_some());
        prop_assert!(!time.value.is_empty());
    }
    for pair in times.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
    Ok(())
}

/// Words of time and numbers in any order, so that the grammar has something to do.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("letzte"),
        Just("nächsten"),
        Just("Jahr"),
        Just("Jahren"),
        Just("Woche"),
        Just("vor"),
        Just("3."),
        Just("31."),
        Just("Februar"),
        Just("2024"),
        Just("9999"),
        Just("24"),
        Just("Uhr"),
        Just("bis"),
        Just("und"),
        Just("Ende"),
        Just("Mitte"),
        Just("999999999999"),
        Just("Jahrtausende"),
        Just("früher"),
        Just("später"),
        Just("Freitagabend"),
        Just("-"),
        Just("/"),
        Just(","),
        Just("last"),
        Just("next"),
        Just("year"),
        Just("ago"),
        Just("the"),
        Just("May"),
        Just("31"),
        Just("years"),
        Just("million"),
        Just("p.m."),
        Just("quarter"),
        Just("third"),
        Just("1990s"),
        Just("later"),
        Just("every"),
        Just("Easter"),
        Just("2010/11"),
        Just("30.2.2024"),
    ];
    proptest::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_gives_times_that_hold(text in any::<String>()) {
        for lang in lagebild_knowledge::languages() {
            holds(&text, &read(lang, &text))?;
        }
    }

    #[test]
    fn any_words_of_time_give_times_that_hold(text in words()) {
        for date in [Some("2024-06-16"), Some("9999-12-31"), Some("-009999-01-01"), Some("0001-01-01"), None] {
            holds(&text, &published("de", &text, date))?;
            holds(&text, &published("en", &text, date))?;
        }
    }
}
