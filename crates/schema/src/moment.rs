//! Points on the calendar, as exact as a report gives them.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A date, with the time of day and the zone's offset where they are known.
///
/// Written as RFC 3339 as far as it is known: `2024-06-16`, `2024-06-16T10:15:00`, `2024-06-16T10:15:00+02:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of day, if known.
    pub time: Option<Time>,
    /// Distance of the local time from UTC, if known.
    pub offset: Option<Offset>,
}

impl Moment {
    /// A day whose time is not known.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { date, time: None, offset: None }
    }

    /// A day and a time of day whose zone is not known.
    #[must_use]
    pub const fn local(date: Date, time: Time) -> Self {
        Self { date, time: Some(time), offset: None }
    }
}

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no date: write 2024-06-16 or 2024-06-16T10:15:00+02:00")]
pub struct MomentError(String);

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let text = text.trim();
        let wrong = || MomentError(text.chars().take(40).collect());
        let date: Date = text.get(..10).and_then(|day| day.parse().ok()).ok_or_else(wrong)?;
        let rest = text[10..].trim_start_matches(['T', 't', ' ']);
        if rest.is_empty() {
            return Ok(Self::day(date));
        }
        let zone_at = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
        let time: Time = rest[..zone_at].parse().map_err(|_| wrong())?;
        let offset = match rest[zone_at..].trim() {
            "" => None,
            zone => Some(parse_offset(zone).ok_or_else(wrong)?),
        };
        let time = time.with().subsec_nanosecond(0).build().unwrap_or(time);
        Ok(Self { date, time: Some(time), offset })
    }
}

/// Reads `Z`, `UTC`, `+02:00`, `+0200` and `+02`.
fn parse_offset(zone: &str) -> Option<Offset> {
    if matches!(zone, "Z" | "z" | "UTC" | "GMT") {
        return Some(Offset::UTC);
    }
    let sign = match zone.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: String = zone[1..].chars().filter(|c| *c != ':').collect();
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let hours: i32 = digits[..2].parse().ok()?;
    let minutes: i32 = digits.get(2..4).map_or(Some(0), |m| m.parse().ok())?;
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        let Some(offset) = self.offset else { return Ok(()) };
        let seconds = offset.seconds();
        let sign = if seconds < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", seconds.abs() / 3600, seconds.abs() / 60 % 60)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})?)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_it_was_given() {
        for text in
            ["2024-06-16", "2024-06-16T10:15:00", "2024-06-16T10:15:00+02:00", "2024-06-16T10:15:00-03:30"]
        {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn zones_come_in_several_spellings() {
        for text in [
            "2024-06-16T08:15:00Z",
            "2024-06-16 08:15 +0000",
            "2024-06-16T08:15:00.123+00",
            "2024-06-16 08:15 UTC",
        ] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), "2024-06-16T08:15:00+00:00", "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_so() {
        for text in ["", "gestern", "2024-13-01", "2024-06-16T25:00", "2024-06-16T10:15ü", "übermorgen um 5"]
        {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
