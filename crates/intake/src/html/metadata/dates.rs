//! Dates as pages write them for machines, and for readers where digits suffice.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use jiff::{Timestamp, tz::TimeZone};
use lagebild_schema::Moment;

/// Years in which a page on the web can have been published.
const YEARS: std::ops::Range<i16> = 1990..2100;

/// Reads a date in any of the forms that pages use for machines.
pub(super) fn parse(text: &str) -> Option<Moment> {
    let text = text.trim().trim_matches('"');
    let text = text.get(..60).unwrap_or(text);
    iso(text)
        .or_else(|| epoch(text))
        .or_else(|| in_words(text))
        .or_else(|| in_digits(text))
        .filter(|moment| YEARS.contains(&moment.date.year()))
}

/// ISO 8601 and RFC 3339, with or without marks, and with all that follows the time cut off.
fn iso(text: &str) -> Option<Moment> {
    let text = text.replacen('/', "-", 2);
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let compact = text.get(..8).filter(|day| day.bytes().all(|b| b.is_ascii_digit()));
    if let Some(day) = compact.filter(|_| !text.as_bytes().get(8).is_some_and(u8::is_ascii_digit)) {
        let date = Date::new(day[..4].parse().ok()?, day[4..6].parse().ok()?, day[6..].parse().ok()?).ok()?;
        return Some(Moment::day(date));
    }
    // `2031-05-04T10:15:00 MEZ`, `2031-05-04 um 10:15`: the day is sure, the time if it can be read.
    let date: Date = text.get(..10)?.parse().ok()?;
    let rest = &text[10..];
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(Moment { date, time: clock(rest), offset: offset_in(rest) })
}

/// Seconds or milliseconds since 1970.
fn epoch(text: &str) -> Option<Moment> {
    let number: i64 = text.parse().ok()?;
    let seconds = match text.len() {
        9 | 10 => number,
        13 => number / 1000,
        _ => return None,
    };
    let local = TimeZone::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    Some(Moment { date: local.date(), time: Some(local.time()), offset: Some(Offset::UTC) })
}

/// English month names as mail headers and server logs write them (RFC 5322, `date`), and as meta elements do:
/// "Sun, 04 May 2031 10:15:00 GMT", "Sun May 4 10:15:00 UTC 2031", "May 4, 2031".
fn in_words(text: &str) -> Option<Moment> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    let month_of = |word: &str| {
        let start = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|month| *month == start)
    };
    let (at, month) = words.iter().enumerate().find_map(|(at, word)| Some((at, month_of(word)?)))?;
    let day_of = |word: &&str| -> Option<i8> {
        word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').parse().ok().filter(|day| *day <= 31)
    };
    let before = at.checked_sub(1).and_then(|before| words.get(before)).and_then(day_of);
    let day = before.or_else(|| words.get(at + 1).and_then(day_of))?;
    let year =
        words.iter().skip(at).find_map(|word| word.parse().ok().filter(|year| YEARS.contains(year)))?;
    let date = Date::new(year, i8::try_from(month + 1).ok()?, day).ok()?;
    Some(Moment { date, time: clock(text), offset: offset_in(text) })
}

/// Day, month and year in digits, as they stand in Europe: "04.05.2031 10:15", "4/5/2031". Where the second number
/// can be no month, the first is.
fn in_digits(text: &str) -> Option<Moment> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let (first, second, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if first.len() > 2 || second.len() > 2 || !text.starts_with(first) {
        return None;
    }
    let year: i16 = match year.len() {
        2 => year.parse::<i16>().ok()? + 2000,
        4 => year.parse().ok()?,
        _ => return None,
    };
    let (first, second): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    let date = Date::new(year, second, first).or_else(|_| Date::new(year, first, second)).ok()?;
    Some(Moment { date, time: clock(text), offset: None })
}

/// The first time of day in a text (`10:15`, `10:15:07`, `10:15 pm`).
pub(super) fn clock(text: &str) -> Option<Time> {
    let colon = text.find(':')?;
    let start = text[..colon].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let start = text.floor_char_boundary(start);
    let mut parts = text[start..].split(|c: char| !c.is_ascii_digit());
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    let after_minute = text.get(colon + 3..).unwrap_or_default();
    let second: i8 = if after_minute.starts_with(':') {
        parts.next().and_then(|s| s.parse().ok()).unwrap_or(0)
    } else {
        0
    };
    let after = after_minute.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()).trim_start();
    let half = after.get(..2).map(str::to_ascii_lowercase);
    let hour = match half.as_deref() {
        Some("pm") if hour < 12 => hour + 12,
        Some("am") if hour == 12 => 0,
        _ => hour,
    };
    Time::new(hour, minute, second, 0).ok()
}

/// The zone that follows the time, where it is written as an offset or as UTC.
fn offset_in(text: &str) -> Option<Offset> {
    let after = text.get(text.find(':')?..)?;
    let zone = after.split_whitespace().skip(1).find(|word| {
        matches!(*word, "GMT" | "UTC" | "Z")
            || (word.len() >= 5
                && word.starts_with(['+', '-'])
                && word[1..].starts_with(|c: char| c.is_ascii_digit()))
    })?;
    format!("2000-01-01T00:00:00 {zone}").parse::<Moment>().ok()?.offset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(parse(text).map(|moment| moment.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn machines_write_dates_in_many_ways() {
        for text in [
            "2031-05-04T10:15:00+02:00",
            "2031-05-04T10:15:00.123+0200",
            "2031/05/04 10:15:00 +0200",
            "Sun, 04 May 2031 10:15:00 +0200",
        ] {
            check(text, Some("2031-05-04T10:15:00+02:00"));
        }
        check("Sun May 04 10:15:00 UTC 2031", Some("2031-05-04T10:15:00+00:00"));
        check("May 4, 2031 10:15 pm", Some("2031-05-04T22:15:00"));
        check("4th May 2031", Some("2031-05-04"));
        check("20310504", Some("2031-05-04"));
        check("1935656100", Some("2031-05-04T10:15:00+00:00"));
        check("1935656100000", Some("2031-05-04T10:15:00+00:00"));
    }

    #[test]
    fn readers_in_europe_see_the_day_first() {
        check("04.05.2031", Some("2031-05-04"));
        check("4.5.2031, 10:15 Uhr", Some("2031-05-04T10:15:00"));
        check("5/24/2031", Some("2031-05-24"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "heute", "0000-00-00", "1.2", "31.2.2031", "1234567", "2031-05-041", "ü:ü", "12:3ü"]
        {
            check(text, None);
        }
        check("1870-01-01", None);
    }
}
