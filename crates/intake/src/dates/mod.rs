//! Dates as formats and people write them.

pub(crate) mod prose;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use jiff::tz::Offset;
use lagebild_schema::Moment;

/// Seconds after which a count must be of milliseconds (the year 5138).
const SECONDS: i64 = 100_000_000_000;

/// Reads a date of a machine's making: ISO 8601, RFC 2822, seconds or milliseconds since 1970; else of a
/// person's ("16. Juni 2024").
pub(crate) fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return match text.len() {
            8 => dashed(text).parse().ok(),
            9..=13 => since_1970(text.parse().ok()?),
            14 => format!("{}T{}", dashed(&text[..8]), coloned(&text[8..])).parse().ok(),
            _ => None,
        };
    }
    rfc_2822(text).or_else(|| basic(text)).or_else(|| prose::whole(text))
}

/// Reads a count of seconds or milliseconds.
pub(crate) fn since_1970(count: i64) -> Option<Moment> {
    let seconds = if count.abs() >= SECONDS { count / 1000 } else { count };
    let time = Timestamp::from_second(seconds).ok()?;
    let local = Offset::UTC.to_datetime(time);
    Some(Moment { date: local.date(), time: Some(local.time()), offset: Some(Offset::UTC) })
}

fn rfc_2822(text: &str) -> Option<Moment> {
    let zoned = rfc2822::parse(text).ok()?;
    Some(Moment { date: zoned.date(), time: Some(zoned.time()), offset: Some(zoned.offset()) })
}

/// Reads ISO 8601 without dashes: "20240616T101500Z".
fn basic(text: &str) -> Option<Moment> {
    let (day, time) = text.split_once('T')?;
    let clock = time.bytes().take_while(u8::is_ascii_digit).count();
    if day.len() != 8 || clock != 6 || !day.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    format!("{}T{}{}", dashed(day), coloned(&time[..clock]), &time[clock..]).parse().ok()
}

/// "20240616" as "2024-06-16". The text is eight ASCII digits.
fn dashed(day: &str) -> String {
    format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])
}

/// "101500" as "10:15:00". The text is six ASCII digits.
fn coloned(time: &str) -> String {
    format!("{}:{}:{}", &time[..2], &time[2..4], &time[4..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_in_many_spellings() {
        for (text, expected) in [
            ("2024-06-16", "2024-06-16"),
            ("2024-06-16T08:15:00Z", "2024-06-16T08:15:00+00:00"),
            ("2024-06-16 10:15:00+02:00", "2024-06-16T10:15:00+02:00"),
            ("Sun, 16 Jun 2024 10:15:00 +0200", "2024-06-16T10:15:00+02:00"),
            ("1718525700", "2024-06-16T08:15:00+00:00"),
            ("1718525700000", "2024-06-16T08:15:00+00:00"),
            ("20240616", "2024-06-16"),
            ("20240616T081500Z", "2024-06-16T08:15:00+00:00"),
            ("20240616101500", "2024-06-16T10:15:00"),
            ("16. Juni 2024", "2024-06-16"),
        ] {
            assert_eq!(read(text).map(|m| m.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "gestern", "99999999", "20241301T000000Z", "12345", "20240616T10150Ü", "-"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
