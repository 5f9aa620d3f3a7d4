//! Places on the calendar: their TIMEX3 value, their interval, and counting from one to another.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Time, Weekday};
use jiff::{Span, ToSpan};
use lagebild_schema::Moment;

/// A stretch that the calendar has a name for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Point {
    Millennium(i16),
    Century(i16),
    Decade(i16),
    Year(i16),
    Half(i16, i8),
    Quarter(i16, i8),
    Season(i16, Season),
    Month(i16, i8),
    /// The week of a Monday.
    Week(Date),
    /// The end of the week of a Monday.
    Weekend(Date),
    Day(Date),
    Part(Date, Part),
    Clock(Date, Clock),
}

/// A season, in the order of a year that begins in spring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// A time of day, as exact as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: i8,
    pub(crate) minute: i8,
}

/// What time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Season {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }

    /// The season's first month; winter begins in the year before the one it is named after.
    const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall => 9,
            Self::Winter => 12,
        }
    }

    /// The season that a day lies in, and the season's year.
    fn of(date: Date) -> (i16, Self) {
        match date.month() {
            12 => (date.year().saturating_add(1), Self::Winter),
            1 | 2 => (date.year(), Self::Winter),
            3..=5 => (date.year(), Self::Spring),
            6..=8 => (date.year(), Self::Summer),
            _ => (date.year(), Self::Fall),
        }
    }
}

impl Part {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }

    /// First hour, and length in hours.
    const fn hours(self) -> (i8, i8) {
        match self {
            Self::Morning => (6, 6),
            Self::Midday => (11, 3),
            Self::Afternoon => (12, 6),
            Self::Evening => (18, 6),
            Self::Night => (22, 8),
            Self::Daytime => (6, 12),
        }
    }
}

impl Unit {
    /// The unit's letters in a TIMEX3 duration.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day => "D",
            Self::Weekend => "WE",
            Self::Week => "W",
            Self::Quarter => "Q",
            Self::Season => "SN",
            Self::Half => "HY",
            Self::Year => "Y",
            Self::Decade => "DE",
            Self::Century => "CE",
            Self::Millennium => "ML",
        }
    }

    /// Whether it belongs after the `T` of a duration.
    pub(crate) const fn is_of_the_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// `count` of it as a calendar span.
    fn span(self, count: i32) -> Option<Span> {
        let months = |n: i32| Span::new().try_months(i64::from(count) * i64::from(n)).ok();
        match self {
            Self::Second => Span::new().try_seconds(count).ok(),
            Self::Minute => Span::new().try_minutes(count).ok(),
            Self::Hour => Span::new().try_hours(count).ok(),
            Self::Day => Span::new().try_days(count).ok(),
            Self::Weekend | Self::Week => Span::new().try_weeks(count).ok(),
            Self::Month => months(1),
            Self::Quarter | Self::Season => months(3),
            Self::Half => months(6),
            Self::Year => months(12),
            Self::Decade => months(120),
            Self::Century => months(1200),
            Self::Millennium => months(12000),
        }
    }
}

impl Point {
    /// The unit that holds a day.
    pub(crate) fn holding(unit: Unit, date: Date) -> Self {
        let (year, month) = (date.year(), date.month());
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(date),
            Unit::Weekend => Self::Weekend(monday(date)),
            Unit::Week => Self::Week(monday(date)),
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Season => {
                let (year, season) = Season::of(date);
                Self::Season(year, season)
            }
            Unit::Half => Self::Half(year, (month - 1) / 6 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10)),
            Unit::Century => Self::Century(year.div_euclid(100)),
            Unit::Millennium => Self::Millennium(year.div_euclid(1000)),
        }
    }

    /// The place `count` units after (or before) the day, as coarse as the unit.
    pub(crate) fn counted(unit: Unit, count: i32, from: Date) -> Option<Self> {
        Some(Self::holding(unit, Self::counted_day(unit, count, from)?))
    }

    /// The day `count` units after (or before) the day; units of the clock do not leave it.
    pub(crate) fn counted_day(unit: Unit, count: i32, from: Date) -> Option<Date> {
        if unit.is_of_the_clock() { Some(from) } else { from.checked_add(unit.span(count)?).ok() }
    }

    /// The same sort of place, whole years away ("a year earlier", said of a quarter).
    pub(crate) fn plus_years(self, count: i16) -> Option<Self> {
        let add = |year: i16| year.checked_add(count);
        let day = |date: Date| date.checked_add(Span::new().try_years(count).ok()?).ok();
        Some(match self {
            Self::Year(year) => Self::Year(add(year)?),
            Self::Half(year, half) => Self::Half(add(year)?, half),
            Self::Quarter(year, quarter) => Self::Quarter(add(year)?, quarter),
            Self::Season(year, season) => Self::Season(add(year)?, season),
            Self::Month(year, month) => Self::Month(add(year)?, month),
            Self::Week(date) => Self::Week(monday(day(date)?)),
            Self::Weekend(date) => Self::Weekend(monday(day(date)?)),
            Self::Day(date) => Self::Day(day(date)?),
            Self::Part(date, part) => Self::Part(day(date)?, part),
            Self::Clock(date, clock) => Self::Clock(day(date)?, clock),
            Self::Decade(_) | Self::Century(_) | Self::Millennium(_) => return None,
        })
    }

    /// The same quarter or half of another year.
    pub(crate) const fn in_year(self, year: i16) -> Self {
        match self {
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Half(_, half) => Self::Half(year, half),
            _ => Self::Year(year),
        }
    }

    /// The unit that the place is one of.
    pub(crate) const fn unit(self) -> Unit {
        match self {
            Self::Millennium(_) => Unit::Millennium,
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) => Unit::Half,
            Self::Quarter(..) => Unit::Quarter,
            Self::Season(..) => Unit::Season,
            Self::Month(..) => Unit::Month,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Day(_) => Unit::Day,
            Self::Part(..) | Self::Clock(..) => Unit::Hour,
        }
    }

    /// Its first day.
    pub(crate) fn first_day(self) -> Option<Date> {
        let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
        match self {
            Self::Millennium(n) => first(n.checked_mul(1000)?, 1),
            Self::Century(n) => first(n.checked_mul(100)?, 1),
            Self::Decade(n) => first(n.checked_mul(10)?, 1),
            Self::Year(year) => first(year, 1),
            Self::Half(year, half) => first(year, half * 6 - 5),
            Self::Quarter(year, quarter) => first(year, quarter * 3 - 2),
            Self::Season(year, Season::Winter) => first(year.checked_sub(1)?, 12),
            Self::Season(year, season) => first(year, season.first_month()),
            Self::Month(year, month) => first(year, month),
            Self::Week(date) | Self::Day(date) | Self::Part(date, _) | Self::Clock(date, _) => Some(date),
            Self::Weekend(date) => date.checked_add(5.days()).ok(),
        }
    }

    /// The interval that it covers, the end exclusive.
    pub(crate) fn interval(self) -> Option<(Moment, Moment)> {
        let first = self.first_day()?;
        match self {
            Self::Part(_, part) => {
                let (hour, length) = part.hours();
                between(first, hour, 0, i64::from(length) * 60)
            }
            Self::Clock(_, clock) => between(first, clock.hour, clock.minute, 1),
            Self::Weekend(_) => Some((Moment::day(first), Moment::day(first.checked_add(2.days()).ok()?))),
            _ => Some((Moment::day(first), Moment::day(first.checked_add(self.unit().span(1)?).ok()?))),
        }
    }
}

/// From a time of day on, so many minutes.
fn between(date: Date, hour: i8, minute: i8, minutes: i64) -> Option<(Moment, Moment)> {
    let start = date.to_datetime(Time::midnight()).checked_add(i64::from(hour).hours()).ok()?;
    let start = start.checked_add(i64::from(minute).minutes()).ok()?;
    let end = start.checked_add(minutes.minutes()).ok()?;
    Some((Moment::local(start.date(), start.time()), Moment::local(end.date(), end.time())))
}

/// The Monday of a day's week.
pub(crate) fn monday(date: Date) -> Date {
    let back = i64::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(back.days()).unwrap_or(date)
}

/// The day of a week that begins on a Monday; `weekday` counts from 1.
pub(crate) fn day_of_week(monday: Date, weekday: i8) -> Option<Date> {
    monday.checked_add(i64::from(weekday - 1).days()).ok()
}

/// The ISO week of a year.
pub(crate) fn week_of_year(year: i16, week: i8) -> Option<Point> {
    ISOWeekDate::new(year, week, Weekday::Monday).ok().map(|week| Point::Week(week.date()))
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Millennium(n) => write!(f, "{n}"),
            Self::Century(n) => write!(f, "{n:02}"),
            Self::Decade(n) => write!(f, "{n:03}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.code()),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Week(date) => write_week(f, date),
            Self::Weekend(date) => {
                write_week(f, date)?;
                f.write_str("-WE")
            }
            Self::Day(date) => write!(f, "{date}"),
            Self::Part(date, part) => write!(f, "{date}T{}", part.code()),
            Self::Clock(date, clock) => write!(f, "{date}T{clock}"),
        }
    }
}

fn write_week(f: &mut fmt::Formatter<'_>, monday: Date) -> fmt::Result {
    let week = monday.iso_week_date();
    write!(f, "{:04}-W{:02}", week.year(), week.week())
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}
