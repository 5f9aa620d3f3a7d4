//! What the words of a class mean, as far as the calendar cares.

use super::calendar::{Clock, Part, Season, Unit};

/// The meaning of one matched word, number or shape.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Sense {
    /// Only helps to recognise an expression.
    None,
    Month(i8),
    /// Counted from 1, Monday.
    Weekday(i8),
    Season(Season),
    Part(Part),
    Clock(Clock),
    /// Hours to add: "3 p.m.".
    HalfOfDay(i8),
    Unit(Unit),
    /// A step back (-1), ahead (1), or none (0).
    Shift(i32),
    /// Days from the report's.
    Deictic(i32),
    /// `PAST_REF` and its like.
    Reference(String),
    Modifier(String),
    Quant(String),
    Freq(String),
    Count(Count),
    Ordinal(i32),
    Year(i16),
    /// A year and the next ("2022/23").
    Years(i16),
    Day(i8),
    /// A whole date in digits; the year may be missing.
    Date(Option<i16>, i8, i8),
    Decade(i16),
    /// A decade without its century.
    ShortDecade(i16),
    Holiday(Holiday),
    /// A value with no place on the calendar, as it is written.
    Fixed(String),
    /// Said of the day after it ("die Nacht auf Sonntag").
    Eve,
    /// Counted from the time before it in the text, not from the report's date.
    Anchored,
    /// Minutes to add: "halb" takes 30, "quarter past" adds 15.
    Minutes(i8),
    /// May mean the present as such where the report tells of no single days ("heute").
    Loosely,
    /// Whether to look back (-1) or ahead (1), whatever the verbs say.
    Toward(i32),
}

/// How many units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Count {
    Exact(f64),
    /// "several", "einige".
    Vague,
}

/// A day with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// Month and day.
    Fixed(i8, i8),
    /// Days after Easter Sunday.
    Easter(i16),
    /// The n-th (or, from the end, -n-th) weekday of a month.
    Nth(i8, i8, i8),
}

impl Sense {
    /// The sense of a class's word with this value; `None` where the value is none of its class.
    pub(crate) fn of(class: &str, value: &str) -> Option<Self> {
        let family = class.split('-').next().unwrap_or(class);
        Some(match family {
            "month" => Self::Month(value.parse().ok().filter(|month| (1..=12).contains(month))?),
            "weekday" => Self::Weekday(value.parse().ok().filter(|day| (1..=7).contains(day))?),
            "season" => Self::Season(season(value)?),
            "part" => Self::Part(part(value)?),
            "clock" => Self::Clock(clock(value)?),
            "halfday" => Self::HalfOfDay(value.parse().ok()?),
            "unit" => Self::Unit(unit(value)?),
            "shift" => Self::Shift(value.parse().ok()?),
            "deictic" => Self::Deictic(value.parse().ok()?),
            "reference" => Self::Reference(value.to_owned()),
            "modifier" => Self::Modifier(value.to_owned()),
            "quant" => Self::Quant(value.to_owned()),
            "freq" => Self::Freq(value.to_owned()),
            "count" if value == "X" => Self::Count(Count::Vague),
            "count" => Self::Count(Count::Exact(value.parse().ok()?)),
            "ordinal" => Self::Ordinal(value.parse().ok()?),
            "year" => Self::Year(value.parse().ok()?),
            "day" => Self::Day(value.parse().ok()?),
            "decade" => Self::ShortDecade(value.parse().ok()?),
            "holiday" => Self::Holiday(holiday(value)?),
            "fixed" => Self::Fixed(value.to_owned()),
            "eve" => Self::Eve,
            "anchored" => Self::Anchored,
            "minutes" => Self::Minutes(value.parse().ok()?),
            "loosely" => Self::Loosely,
            "toward" => Self::Toward(value.parse().ok()?),
            _ if value.is_empty() => Self::None,
            _ => return None,
        })
    }
}

fn season(value: &str) -> Option<Season> {
    [Season::Spring, Season::Summer, Season::Fall, Season::Winter].into_iter().find(|s| s.code() == value)
}

fn part(value: &str) -> Option<Part> {
    use Part::{Afternoon, Daytime, Evening, Midday, Morning, Night};
    [Morning, Midday, Afternoon, Evening, Night, Daytime].into_iter().find(|p| p.code() == value)
}

fn clock(value: &str) -> Option<Clock> {
    let (hour, minute) = value.split_once(':')?;
    Some(Clock { hour: hour.parse().ok()?, minute: minute.parse().ok()? })
}

fn unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "season" => Unit::Season,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

/// `12-25`, `easter+1`, `11-4-4` (the fourth Thursday of November), `5--1-1` (the last Monday of May).
fn holiday(value: &str) -> Option<Holiday> {
    if let Some(days) = value.strip_prefix("easter") {
        return Some(Holiday::Easter(days.parse().ok()?));
    }
    let (month, rest) = value.split_once('-')?;
    let month = month.parse().ok()?;
    Some(match rest.rsplit_once('-').filter(|(n, _)| !n.is_empty()) {
        Some((n, weekday)) => Holiday::Nth(month, n.parse().ok()?, weekday.parse().ok()?),
        None => Holiday::Fixed(month, rest.parse().ok()?),
    })
}
