//! From a place and a modifier to the first moment and the first moment after.

use jiff::ToSpan;
use jiff::civil::Date;
use lagebild_schema::Moment;

use super::calendar::{Point, Unit};
use super::sense::Count;

/// The interval of a place, narrowed by a modifier ("Mitte letzter Woche").
pub(crate) fn of_point(point: Point, modifier: Option<&str>) -> Option<(Moment, Moment)> {
    let (from, until) = point.interval()?;
    if from.time.is_some() {
        return Some((from, until));
    }
    let days = until.date.since(from.date).ok()?.get_days();
    let third = i64::from((days + 1) / 3);
    let moved = |date: Date, days: i64| date.checked_add(days.days()).ok().map(Moment::day);
    match modifier {
        _ if days < 3 => Some((from, until)),
        Some("START") => Some((from, moved(from.date, third)?)),
        Some("MID") => Some((moved(from.date, third)?, moved(until.date, -third)?)),
        Some("END") => Some((moved(until.date, -third)?, until)),
        _ => Some((from, until)),
    }
}

/// The days that a length covers which ends (or, ahead, begins) on a day.
pub(crate) fn of_stretch(counted: &[(Count, Unit)], from: Date, ahead: bool) -> Option<(Moment, Moment)> {
    let mut far = from;
    for (count, unit) in counted {
        let Count::Exact(number) = count else { return None };
        if unit.is_of_the_clock() || number.fract() != 0.0 || *number > 9999.0 {
            return None;
        }
        let count = *number as i32;
        far = Point::counted_day(*unit, if ahead { count } else { -count }, far)?;
    }
    let tomorrow = from.checked_add(1.days()).ok()?;
    if ahead {
        Some((Moment::day(from), Moment::day(far)))
    } else {
        Some((Moment::day(far), Moment::day(tomorrow)))
    }
    .filter(|(from, until)| from.date < until.date)
}
