//! Puts an expression on the calendar, counted from a day.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::{self, Clock, Part, Point, Season, Unit};
use super::parts::Parts;
use super::sense::Holiday;

/// Where a time without a year, or a weekday without a date, lies from the day it is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// In the past, as the words that govern it say.
    Before,
    /// Told in the past, which a date soon to come may be as well ("the talks planned for 3 May").
    Past,
    Future,
    Unknown,
}

/// The place of the expression; `None` where the words do not suffice or name a day that cannot be.
pub(crate) fn place(parts: &Parts, from: Option<Date>, direction: Direction) -> Option<Point> {
    let base = base(parts, from, direction)?;
    let Some(day) = as_day(base) else {
        return (parts.clock.is_none() && parts.part.is_none()).then_some(base);
    };
    match (parts.clock, parts.part) {
        (Some(_), _) => Some(Point::Clock(day, on_the_clock(parts)?)),
        (None, Some(part)) if parts.eve => Some(Point::Part(day.yesterday().ok()?, part)),
        (None, Some(part)) => Some(Point::Part(day, part)),
        (None, None) => Some(base),
    }
}

fn as_day(point: Point) -> Option<Date> {
    match point {
        Point::Day(date) => Some(date),
        _ => None,
    }
}

/// The hour of the day that "three" is, "p.m." or "in the afternoon".
pub(crate) fn on_the_clock(parts: &Parts) -> Option<Clock> {
    let clock = parts.clock?;
    let late = matches!(parts.part, Some(Part::Afternoon | Part::Evening)) && clock.hour < 12;
    let hour = match parts.half_of_day {
        Some(half) if clock.hour <= 12 => clock.hour % 12 + half,
        None if late => clock.hour + 12,
        _ => clock.hour,
    };
    let minutes = i16::from(hour) * 60 + i16::from(clock.minute) + i16::from(parts.minutes.unwrap_or(0));
    let time = Clock { hour: i8::try_from(minutes / 60).ok()?, minute: (minutes % 60) as i8 };
    (0..=24 * 60).contains(&minutes).then_some(time)
}

/// The place without its time of day.
fn base(parts: &Parts, from: Option<Date>, direction: Direction) -> Option<Point> {
    let year = explicit_year(parts, from);
    if let Some(decade) = parts.decade {
        return Some(Point::Decade(decade));
    }
    if let Some(decade) = parts.short_decade {
        return Some(Point::Decade(latest_decade(decade, from)));
    }
    if let Some(holiday) = parts.holiday {
        return holiday_near(holiday, year, from, direction, parts.shift);
    }
    if let Some(month) = parts.month {
        return month_near(month, parts, year, from, direction);
    }
    if let Some((rank, unit)) = parts.ranked
        && let Some(point) = ranked(rank, unit, year, from, direction)
    {
        return Some(point);
    }
    if let Some(season) = parts.season {
        let year = year.or_else(|| season_year(season, from?, direction, parts.shift))?;
        return Some(Point::Season(year, season));
    }
    if let Some(days) = parts.deictic {
        return Point::counted(Unit::Day, days, from?);
    }
    if let Some(weekday) = parts.weekday {
        return weekday_near(weekday, parts, from?, direction).map(Point::Day);
    }
    if let Some((0, Unit::Weekend)) = parts.shifted {
        return weekend_near(from?, direction);
    }
    if let Some((shift, unit)) = parts.shifted {
        return Point::counted(unit, shift, from?);
    }
    if let Some(year) = year {
        return Some(Point::Year(year));
    }
    if parts.clock.is_some() || parts.part.is_some() {
        let days = parts.shift.unwrap_or(0);
        return Point::counted(Unit::Day, days, from?);
    }
    None
}

/// The year that is written, or that "last year" is.
fn explicit_year(parts: &Parts, from: Option<Date>) -> Option<i16> {
    parts.year.or_else(|| match parts.shifted {
        Some((shift, Unit::Year)) => from?.year().checked_add(i16::try_from(shift).ok()?),
        _ => None,
    })
}

/// The latest decade with that digit that has begun.
fn latest_decade(digit: i16, from: Option<Date>) -> i16 {
    let now = from.map_or(199, |date| date.year().div_euclid(10));
    let century = now.div_euclid(10) * 10;
    if century + digit <= now { century + digit } else { century + digit - 10 }
}

/// The n-th quarter, half, century … .
fn ranked(
    rank: i32,
    unit: Unit,
    year: Option<i16>,
    from: Option<Date>,
    direction: Direction,
) -> Option<Point> {
    let rank = i16::try_from(rank).ok()?;
    let in_year = |count: i16| (1..=count).contains(&rank).then_some(rank as i8);
    match unit {
        Unit::Century => Some(Point::Century(rank.checked_sub(1)?)),
        Unit::Millennium => Some(Point::Millennium(rank.checked_sub(1)?)),
        Unit::Quarter => {
            let rank = in_year(4)?;
            let year = year.or_else(|| near_year(from?, (rank - 1) * 3 + 1, 3, direction))?;
            Some(Point::Quarter(year, rank))
        }
        Unit::Half => {
            let rank = in_year(2)?;
            let year = year.or_else(|| near_year(from?, (rank - 1) * 6 + 1, 6, direction))?;
            Some(Point::Half(year, rank))
        }
        Unit::Week => calendar::week_of_year(year.or(from.map(Date::year))?, in_year(53)?),
        _ => None,
    }
}

/// The year of the stretch of months that ended last, begins next, or is nearest.
fn near_year(from: Date, first_month: i8, months: i8, direction: Direction) -> Option<i16> {
    let year = from.year();
    match direction {
        Direction::Future if first_month + months - 1 < from.month() => year.checked_add(1),
        Direction::Before | Direction::Past | Direction::Unknown if first_month > from.month() => {
            year.checked_sub(1)
        }
        _ => Some(year),
    }
}

fn season_year(season: Season, from: Date, direction: Direction, shift: Option<i32>) -> Option<i16> {
    let Point::Season(now_year, now) = Point::holding(Unit::Season, from) else { return None };
    let order = |season: Season| (season as i8 + 1) % 4;
    match (shift, direction) {
        (Some(..=-1), _) if order(season) >= order(now) => now_year.checked_sub(1),
        (Some(1..), _) if order(season) <= order(now) => now_year.checked_add(1),
        (None, Direction::Before | Direction::Past) if order(season) > order(now) => now_year.checked_sub(1),
        (None, Direction::Future) if order(season) < order(now) => now_year.checked_add(1),
        _ => Some(now_year),
    }
}

/// Within so many days a date without a year is this one, whatever the tense of the verbs around it.
const NEAR: i32 = 60;

/// A month, or a day of it.
fn month_near(
    month: i8,
    parts: &Parts,
    year: Option<i16>,
    from: Option<Date>,
    direction: Direction,
) -> Option<Point> {
    let Some(day) = parts.day else {
        let year = year.or_else(|| month_year(month, from?, direction, parts.shift))?;
        return Some(Point::Month(year, month));
    };
    if let Some(year) = year {
        return Date::new(year, month, day).ok().map(Point::Day);
    }
    let from = from?;
    let near = |years: i16| Date::new(from.year().checked_add(years)?, month, day).ok();
    let candidates = [near(0), near(-1), near(1)].into_iter().flatten();
    let fits = |date: &Date| match direction {
        Direction::Before => *date <= from,
        _ if days_between(*date, from) <= NEAR => true,
        Direction::Past => *date <= from,
        Direction::Future => *date >= from,
        Direction::Unknown => true,
    };
    candidates.filter(fits).min_by_key(|date| days_between(*date, from)).map(Point::Day)
}

fn days_between(one: Date, other: Date) -> i32 {
    one.since(other).map_or(i32::MAX, |span| span.get_days().abs())
}

fn month_year(month: i8, from: Date, direction: Direction, shift: Option<i32>) -> Option<i16> {
    let year = from.year();
    let now = from.month();
    match (shift, direction) {
        (Some(..=-1), _) if month >= now => year.checked_sub(1),
        (Some(1..), _) if month <= now => year.checked_add(1),
        (None, Direction::Before | Direction::Past) if month > now => year.checked_sub(1),
        (None, Direction::Future) if month < now => year.checked_add(1),
        (None, Direction::Unknown) if month > now.saturating_add(6) => year.checked_sub(1),
        (None, Direction::Unknown) if month.saturating_add(6) < now => year.checked_add(1),
        _ => Some(year),
    }
}

/// The weekday meant.
fn weekday_near(weekday: i8, parts: &Parts, from: Date, direction: Direction) -> Option<Date> {
    let this_week = calendar::monday(from);
    if let Some((shift, Unit::Week)) = parts.shifted {
        let week = this_week.checked_add(i64::from(shift.clamp(-9, 9) * 7).days()).ok()?;
        return calendar::day_of_week(week, weekday);
    }
    let ahead = i64::from((weekday - 1 - from.weekday().to_monday_zero_offset()).rem_euclid(7));
    let days = match (parts.shift, direction) {
        (Some(..=-1), _) => ahead - 7,
        (Some(1..), _) if ahead == 0 => 7,
        (Some(0), _) => return calendar::day_of_week(this_week, weekday),
        (Some(_), _) | (None, Direction::Future) => ahead,
        (None, _) if ahead == 0 => 0,
        (None, _) => ahead - 7,
    };
    from.checked_add(days.days()).ok()
}

/// The end of this week, or of the last one while this one's is far and nothing looks ahead.
fn weekend_near(from: Date, direction: Direction) -> Option<Point> {
    let is_over = match (from.weekday().to_monday_zero_offset(), direction) {
        (5.., _) | (_, Direction::Future) => false,
        (_, Direction::Before | Direction::Past) => true,
        (day, Direction::Unknown) => day < 3,
    };
    Point::counted(Unit::Weekend, if is_over { -1 } else { 0 }, from)
}

fn holiday_near(
    holiday: Holiday,
    year: Option<i16>,
    from: Option<Date>,
    direction: Direction,
    shift: Option<i32>,
) -> Option<Point> {
    if let Some(year) = year {
        return holiday_in(holiday, year).map(Point::Day);
    }
    let from = from?;
    let direction = match shift {
        Some(..=-1) => Direction::Past,
        Some(1..) => Direction::Future,
        _ => direction,
    };
    let candidates =
        [0, -1, 1].into_iter().filter_map(|years| holiday_in(holiday, from.year().checked_add(years)?));
    let fits = |date: &Date| match direction {
        Direction::Before | Direction::Past => *date <= from,
        Direction::Future => *date >= from,
        Direction::Unknown => true,
    };
    candidates.filter(fits).min_by_key(|date| days_between(*date, from)).map(Point::Day)
}

/// A holiday's date in a year.
fn holiday_in(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) => Date::new(year, month, day).ok(),
        Holiday::Easter(days) => easter(year)?.checked_add(i64::from(days).days()).ok(),
        Holiday::Nth(month, n, weekday) => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok()
        }
    }
}

/// Easter Sunday by the Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century) = (y.rem_euclid(19), y.div_euclid(100));
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15).rem_euclid(30);
    let moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
    let sunday = (y + y.div_euclid(4) + moon + 2 - century + century / 4).rem_euclid(7);
    let days = moon - sunday;
    let month = 3 + (days + 40) / 44;
    let day = days + 28 - 31 * (month / 4);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
