//! Dates that a page gives for its article.

use lagebild_schema::Moment;

use crate::dates;

/// Years in which a page on the web can have been published.
const YEARS: std::ops::Range<i16> = 1990..2100;
/// Characters of a date with its time and zone.
const MAX_CHARS: usize = 60;

/// Reads a date as pages write it in their data: as machines do, or for readers, or with something after the day.
pub(super) fn parse(text: &str) -> Option<Moment> {
    let text: String = text.trim().trim_matches('"').chars().take(MAX_CHARS).collect();
    dates::read(&text)
        .or_else(|| slashed(&text))
        .or_else(|| logged(&text))
        .or_else(|| leading_day(&text))
        .filter(is_plausible)
}

/// Whether a page on the web can have been published then.
pub(super) fn is_plausible(moment: &Moment) -> bool {
    YEARS.contains(&moment.date.year())
}

/// "2031/05/04 10:15:00".
fn slashed(text: &str) -> Option<Moment> {
    text.replacen('/', "-", 2).parse().ok()
}

/// As `date` writes it: "Sun May 04 10:15:00 UTC 2031".
fn logged(text: &str) -> Option<Moment> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, time, zone, year] = words.as_slice() else { return None };
    // A name of a zone other than these says too little to be counted with.
    let zone = if matches!(*zone, "UTC" | "GMT") { " +0000" } else { "" };
    dates::read(&format!("{day} {month} {year} {time}{zone}"))
}

/// The day alone, where what follows it cannot be read: "2031-05-04T10:15:00 MEZ".
fn leading_day(text: &str) -> Option<Moment> {
    let day = text.get(..10)?;
    if text[10..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    day.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(parse(text).map(|moment| moment.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn pages_write_dates_in_many_ways() {
        check("2031-05-04T10:15:00.123+0200", Some("2031-05-04T10:15:00+02:00"));
        check("2031/05/04 10:15:00", Some("2031-05-04T10:15:00"));
        check("Sun May 04 10:15:00 UTC 2031", Some("2031-05-04T10:15:00+00:00"));
        check("Sun May 04 10:15:00 CEST 2031", Some("2031-05-04T10:15:00"));
        check("2031-05-04T10:15:00 MEZ", Some("2031-05-04"));
        check("4. Mai 2031, 10:15 Uhr", Some("2031-05-04T10:15:00"));
    }

    #[test]
    fn what_cannot_be_is_none() {
        for text in ["", "heute", "0000-00-00", "31.2.2031", "2031-05-041", "1870-01-01", "2031-05-0ü"] {
            check(text, None);
        }
    }
}
