//! From what expressions say to what they mean, in text order: a time may be counted from the one before it.

use jiff::civil::Date;
use lagebild_knowledge::times::Make;
use lagebild_schema::{Moment, Span, Time, TimeId, TimeType};

use super::calendar::{Part, Point, Unit};
use super::interval;
use super::parts::Parts;
use super::place::{self, Direction};
use super::sense::Count;
use super::value;

/// What an expression turned out to mean.
struct Meaning {
    kind: TimeType,
    value: String,
    interval: Option<(Moment, Moment)>,
    anchor: Option<TimeId>,
    point: Option<Point>,
}

/// Everything that later expressions may be counted from.
pub(crate) struct Resolver {
    published: Option<Date>,
    pub(crate) times: Vec<Time>,
    /// The last place on the calendar, and the time that named it.
    last: Option<(TimeId, Point)>,
    /// The last day.
    day: Option<(TimeId, Date)>,
    /// The year of the last date, if it was written out, and its sentence: a month told next is a month of it.
    told: Option<(TimeId, i16, usize)>,
    /// The last quarter or half of a year, which "a year earlier" is said of.
    quarter: Option<(TimeId, Point)>,
    /// Whether the report tells of single days, so that "today" is one.
    tells_of_days: bool,
}

impl Resolver {
    pub(crate) fn new(published: Option<Date>, tells_of_days: bool) -> Self {
        Self { published, times: Vec::new(), last: None, day: None, told: None, quarter: None, tells_of_days }
    }

    /// Adds the time that the expression at `span` means; nothing where it means none.
    pub(crate) fn add(
        &mut self,
        span: Span,
        make: Make,
        mut parts: Parts,
        direction: Direction,
        sentence: usize,
    ) {
        let direction = match parts.toward {
            Some(..=-1) => Direction::Past,
            Some(1..) => Direction::Future,
            _ => direction,
        };
        let written = parts.year.filter(|_| parts.month.is_some());
        let told = self.told.filter(|(_, _, before)| {
            sentence.saturating_sub(*before) <= 1 && matches!(direction, Direction::Past | Direction::Before)
        });
        let told = told.filter(|(_, year, _)| parts.is_of_some_year() && self.is_another_year(*year));
        parts.year = parts.year.or(told.map(|(_, year, _)| year));
        let Some(mut meaning) = self.mean(make, &parts, direction) else { return };
        meaning.anchor = meaning.anchor.or(told.map(|(id, ..)| id));
        let id = TimeId::at(self.times.len());
        if meaning.point.is_some() {
            self.told = written.or(told.map(|(_, year, _)| year)).map(|year| (id, year, sentence));
        }
        if let Some(point) = meaning.point.filter(|_| make != Make::Offset) {
            self.remember(id, point);
        }
        let (from, until) = meaning.interval.unzip();
        self.times.push(Time {
            id,
            span,
            kind: meaning.kind,
            value: meaning.value,
            modifier: parts.modifier,
            quant: parts.quant,
            freq: parts.freq,
            anchor: meaning.anchor,
            from,
            until,
        });
    }

    fn is_another_year(&self, year: i16) -> bool {
        self.published.is_some_and(|date| date.year().abs_diff(year) > 1)
    }

    fn remember(&mut self, id: TimeId, point: Point) {
        self.last = Some((id, point));
        if let Point::Day(date) | Point::Part(date, _) | Point::Clock(date, _) = point {
            self.day = Some((id, date));
        }
        if let Point::Quarter(..) | Point::Half(..) = point {
            self.quarter = Some((id, point));
        }
    }

    fn mean(&self, make: Make, parts: &Parts, direction: Direction) -> Option<Meaning> {
        match make {
            Make::Point => self.point(parts, direction),
            Make::Offset => self.offset(parts),
            Make::Duration | Make::Stretch => self.length(parts, make),
            Make::Distance => self.distance(parts),
            Make::Set => Some(plain(TimeType::Set, value::set(parts)?)),
            Make::Reference => Some(plain(TimeType::Date, parts.reference.clone()?)),
            Make::Nothing => None,
        }
    }

    /// The day that the expression is counted from, and the time that named it.
    fn origin(&self, parts: &Parts) -> (Option<Date>, Option<TimeId>) {
        let is_clock_alone = (parts.clock.is_some() || parts.part.is_some())
            && parts.deictic.is_none()
            && parts.weekday.is_none()
            && parts.shifted.is_none();
        let anchor = if parts.anchored {
            let day =
                self.day.filter(|_| matches!(parts.shifted, Some((_, Unit::Day)))).map(|(id, day)| (day, id));
            day.or_else(|| self.last.and_then(|(id, point)| Some((point.first_day()?, id))))
        } else if is_clock_alone {
            self.day.map(|(id, date)| (date, id))
        } else {
            None
        };
        match anchor {
            Some((date, id)) => (Some(date), Some(id)),
            None => (self.published, None),
        }
    }

    fn point(&self, parts: &Parts, direction: Direction) -> Option<Meaning> {
        if let Some(fixed) = &parts.fixed {
            return Some(plain(TimeType::Date, fixed.clone()));
        }
        let is_told = matches!(direction, Direction::Past | Direction::Before);
        if parts.loosely && !self.tells_of_days {
            return Some(plain(TimeType::Date, "PRESENT_REF".to_owned()));
        }
        if let (true, Some((0, Unit::Quarter)), Some((id, point))) =
            (parts.anchored, parts.shifted, self.quarter)
        {
            return Some(Self::placed(TimeType::Date, point, Some(id), parts));
        }
        if let (true, Some(year), Some(Unit::Quarter), Some((id, quarter))) =
            (parts.anchored, parts.year, parts.unit, self.quarter)
        {
            return Some(Self::placed(TimeType::Date, quarter.in_year(year), Some(id), parts));
        }
        let (from, anchor) = self.origin(parts);
        // A night told of is the one that ends on the day of the report.
        let is_last_night = is_told && from == self.published && is_night_alone(parts);
        let from = if is_last_night { from.and_then(|day| day.yesterday().ok()) } else { from };
        let kind =
            if parts.clock.is_some() || parts.part.is_some() { TimeType::Time } else { TimeType::Date };
        let Some(point) = place::place(parts, from, direction) else {
            return Some(plain(kind, value::pattern(parts)?));
        };
        Some(Self::placed(kind, point, anchor, parts))
    }

    fn placed(kind: TimeType, point: Point, anchor: Option<TimeId>, parts: &Parts) -> Meaning {
        let interval = interval::of_point(point, parts.modifier.as_deref());
        Meaning { kind, value: point.to_string(), interval, anchor, point: Some(point) }
    }

    /// "two weeks ago", "three days later".
    fn offset(&self, parts: &Parts) -> Option<Meaning> {
        let shift = parts.shift.unwrap_or(-1);
        let (count, unit) = *parts.counted.last()?;
        let (from, anchor) = self.origin(parts);
        let Count::Exact(number) = count else {
            let value = if shift < 0 { "PAST_REF" } else { "FUTURE_REF" };
            return Some(plain(TimeType::Date, value.to_owned()));
        };
        let steps = (number * f64::from(shift)).clamp(-99_999.0, 99_999.0) as i32;
        let (steps, unit) = whole_days(steps, unit);
        if let (Some((id, quarter)), Unit::Year, -1) = (self.quarter, unit, steps) {
            return Some(Self::placed(TimeType::Date, quarter.plus_years(-1)?, Some(id), parts));
        }
        let point = Point::counted(unit, steps, from?)?;
        Some(Self::placed(TimeType::Date, point, anchor, parts))
    }

    /// "drei Jahre"; placed on the calendar where it ends or begins with the day it is counted from.
    fn length(&self, parts: &Parts, make: Make) -> Option<Meaning> {
        let value = value::length(&parts.counted).or_else(|| {
            let unit = parts.unit.or(parts.shifted.map(|(_, unit)| unit))?;
            value::length(&[(parts.bare_count.unwrap_or(Count::Exact(1.0)), unit)])
        })?;
        let (from, anchor) = self.origin(parts);
        let ahead = parts.shift.unwrap_or(-1) > 0;
        let interval = match (make, from) {
            (Make::Stretch, Some(from)) => interval::of_stretch(&parts.counted, from, ahead),
            _ => None,
        };
        Some(Meaning { interval, anchor, ..plain(TimeType::Duration, value) })
    }

    /// "vor [drei Jahren]": a length, and the place where it leads.
    fn distance(&self, parts: &Parts) -> Option<Meaning> {
        let length = self.length(parts, Make::Duration)?;
        let there = self.offset(parts);
        Some(match there {
            Some(there) => Meaning { kind: TimeType::Duration, value: length.value, ..there },
            None => length,
        })
    }
}

/// Hours that make whole days, as days.
const fn whole_days(steps: i32, unit: Unit) -> (i32, Unit) {
    match unit {
        Unit::Hour if steps % 24 == 0 => (steps / 24, Unit::Day),
        _ => (steps, unit),
    }
}

/// Whether nothing but "the night" is said.
fn is_night_alone(parts: &Parts) -> bool {
    parts.part == Some(Part::Night)
        && parts.clock.is_none()
        && parts.shift.is_none()
        && parts.deictic.is_none()
        && parts.weekday.is_none()
        && parts.month.is_none()
        && parts.holiday.is_none()
}

/// A value that lies nowhere on the calendar.
fn plain(kind: TimeType, value: String) -> Meaning {
    Meaning { kind, value, interval: None, anchor: None, point: None }
}
