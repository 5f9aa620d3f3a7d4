//! TIMEX3 values that are no place on the calendar: lengths, sets, and what lacks a year.

use std::fmt::Write as _;

use super::calendar::Unit;
use super::parts::Parts;
use super::place;
use super::sense::Count;

/// `P3Y4M`, `PT30M`, `PXD`; `None` without a unit.
pub(crate) fn length(counted: &[(Count, Unit)]) -> Option<String> {
    if counted.is_empty() {
        return None;
    }
    let mut value = String::from("P");
    let (clock, calendar): (Vec<_>, Vec<_>) =
        counted.iter().copied().partition(|(_, unit)| unit.is_of_the_clock());
    for (count, unit) in calendar {
        write_count(&mut value, count, unit);
    }
    if !clock.is_empty() {
        value.push('T');
    }
    for (count, unit) in clock {
        write_count(&mut value, count, unit);
    }
    Some(value)
}

fn write_count(value: &mut String, count: Count, unit: Unit) {
    let code = unit.code();
    // Writing to a string cannot fail.
    let _ = match count {
        Count::Exact(number) => write!(value, "{number}{code}"),
        Count::Vague => write!(value, "X{code}"),
    };
}

/// The value of something that recurs: what it recurs on, or how often.
pub(crate) fn set(parts: &Parts) -> Option<String> {
    if let Some(value) = pattern(parts) {
        return Some(value);
    }
    if let Some(length) = length(&parts.counted) {
        return Some(length);
    }
    let unit = parts.unit.or(parts.shifted.map(|(_, unit)| unit)).or(parts.ranked.map(|(_, unit)| unit))?;
    length(&[(Count::Exact(1.0), unit)])
}

/// A value with `X` for what is not known: `XXXX-05-03`, `XXXX-WXX-5`, `XXXX-XX-XXTMO`.
pub(crate) fn pattern(parts: &Parts) -> Option<String> {
    let year = parts.year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    let day = match (parts.month, parts.day, parts.weekday, parts.season) {
        (Some(month), Some(day), ..) => Some(format!("{year}-{month:02}-{day:02}")),
        (Some(month), None, ..) => Some(format!("{year}-{month:02}")),
        (None, _, Some(weekday), _) => Some(format!("{year}-WXX-{weekday}")),
        (None, _, None, Some(season)) => Some(format!("{year}-{}", season.code())),
        _ => match parts.ranked {
            Some((rank, Unit::Quarter)) => Some(format!("{year}-Q{rank}")),
            Some((rank, Unit::Half)) => Some(format!("{year}-H{rank}")),
            _ => None,
        },
    };
    let part = parts.part.map(|part| part.code().to_owned());
    let clock = place::on_the_clock(parts);
    match (day, clock.map(|clock| clock.to_string()).or(part)) {
        (Some(day), Some(time)) => Some(format!("{day}T{time}")),
        (None, Some(time)) => Some(format!("XXXX-XX-XXT{time}")),
        (day, None) => day,
    }
}
