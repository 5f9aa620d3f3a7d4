//! Times of invented sentences of reports of Sunday, 16 June 2024.

mod english;
mod german;
mod others;
mod properties;

use lagebild_language::analyse;
use lagebild_schema::Time;

use crate::context::Context;
use crate::testing::report;

/// The times of a text published on that Sunday.
fn read(lang: &str, text: &str) -> Vec<Time> {
    published(lang, text, Some("2024-06-16"))
}

fn published(lang: &str, text: &str, date: Option<&str>) -> Vec<Time> {
    let mut report = report(lang, text);
    report.published = date.and_then(|date| date.parse().ok());
    let analysis = analyse(&report);
    super::read(&Context::new(&report, &analysis))
}

/// A time as the tables below have it: `exact | TYPE | value mod | from | until`.
fn line(text: &str, time: &Time) -> String {
    let exact = time.span.of(text);
    let kind = format!("{:?}", time.kind).to_uppercase();
    let modifier = time.modifier.as_ref().map(|modifier| format!(" {modifier}")).unwrap_or_default();
    let moment = |moment: Option<lagebild_schema::Moment>| {
        moment.map_or_else(|| "-".to_owned(), |moment| moment.to_string())
    };
    format!("{exact} | {kind} | {}{modifier} | {} | {}", time.value, moment(time.from), moment(time.until))
}

/// Each text with the lines of all times that it must give, in order.
fn check(lang: &str, cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found: Vec<String> = read(lang, text).iter().map(|time| line(text, time)).collect();
        if found != *expected {
            wrong.push(format!("{text}\n  found    {found:#?}\n  expected {expected:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each text with the value of its only time.
fn check_values(lang: &str, cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found: Vec<String> = read(lang, text).into_iter().map(|time| time.value).collect();
        if found != [*expected] {
            wrong.push(format!("{text}\n  found {found:?}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Texts in which there is no time.
fn check_none(lang: &str, texts: &[&str]) {
    for text in texts {
        let found: Vec<String> = read(lang, text).iter().map(|time| line(text, time)).collect();
        assert!(found.is_empty(), "{text}\n  found {found:#?}");
    }
}

#[test]
fn the_grammar_of_every_language_can_be_compiled() {
    for code in lagebild_knowledge::languages() {
        assert!(super::compiled(code).is_some(), "{code}");
    }
}

#[test]
fn a_report_without_a_date_leaves_days_and_years_open() {
    let text = "Am Freitag tritt der Rat zusammen, am 3. Mai dann der Ausschuss, seit 2019 zum ersten Mal.";
    let times = published("de", text, None);
    let found: Vec<String> = times.iter().map(|time| line(text, time)).collect();
    assert_eq!(
        found,
        [
            "Freitag | DATE | XXXX-WXX-5 | - | -",
            "3. Mai | DATE | XXXX-05-03 | - | -",
            "2019 | DATE | 2019 | 2019-01-01 | 2020-01-01",
        ]
    );
}

#[test]
fn a_month_told_after_a_full_date_is_a_month_of_its_year() {
    let times = read("de", "Die Brücke brach im März 1992 ein. Im April wurde sie gesperrt.");
    assert_eq!(times[1].value, "1992-04");
    assert_eq!(times[1].anchor, Some(times[0].id));
    let times = read("de", "Die Brücke brach im März 1992 ein. Im April wird sie saniert.");
    assert_eq!(times[1].value, "2025-04");
}

#[test]
fn what_is_counted_from_another_time_names_it() {
    let text = "Am 3. Mai 2021 sank die Fähre. Am nächsten Tag begann die Suche.";
    let times = read("de", text);
    assert_eq!(times.len(), 2);
    assert_eq!(times[1].value, "2021-05-04");
    assert_eq!(times[1].anchor, Some(times[0].id));
}
