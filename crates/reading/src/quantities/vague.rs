//! Numbers that are named vaguely, not at all, or are one or none: "Dutzende Verletzte", "several hundred people",
//! "keine Toten", "one person".

use std::ops::Range;

use lagebild_schema::Bound;

use crate::numbers;

use super::Found;
use super::counted;
use super::measure::{LARGE, unit_after};
use crate::scope::Scope;

/// The vague quantity that begins at `at`.
pub(super) fn parse(scope: &Scope, at: usize) -> Option<Found> {
    large(scope, at).or_else(|| some(scope, at)).or_else(|| one_or_none(scope, at))
}

/// "Dutzende", "tens of thousands".
fn large(scope: &Scope, at: usize) -> Option<Found> {
    let (_, length) = scope.words().vague.find(|offset| scope.lower(at + offset))?;
    let found = measured(scope, at..at + length, LARGE);
    let names_times = found.counted.is_none() && is_uncounted_after(scope, found.tokens.end);
    (!names_times).then_some(found)
}

/// "Hunderte Jahre", "hundreds of times".
fn is_uncounted_after(scope: &Scope, at: usize) -> bool {
    let link =
        scope.words().partitives.find(|offset| scope.lower(at + offset)).map_or(0, |(_, length)| length);
    scope.words().uncounted.contains(scope.lower(at + link))
}

/// "mehrere hundert", "several dozen"; "mehrere Menschen" where what is counted follows.
fn some(scope: &Scope, at: usize) -> Option<Found> {
    let words = scope.words();
    let (_, length) = words.some.find(|offset| scope.lower(at + offset))?;
    let next = at + length;
    if let Some(multiplier) = numbers::multiplier(scope.context, next) {
        return Some(measured(scope, at..next + 1, multiplier));
    }
    let counted = counted::noun_phrase(scope, next)?;
    Some(Found { value: None, ..found(at..next, Bound::Vague, Some(counted)) })
}

/// A vague number of about this size with the unit and what is counted after it: "mehrere Millionen Euro",
/// "millions of dollars".
fn measured(scope: &Scope, tokens: Range<usize>, size: f64) -> Found {
    let link = scope.words().partitives.find(|offset| scope.lower(tokens.end + offset));
    let unit = unit_after(scope, tokens.end, size)
        .or_else(|| link.and_then(|(_, length)| unit_after(scope, tokens.end + length, size)));
    let (unit, end) = unit.map_or((None, tokens.end), |(unit, end)| (Some(unit), end));
    let counted = match &unit {
        Some(unit) => counted::of_unit(scope, end, unit),
        None => counted::of_number(scope, end),
    };
    Found { unit, ..found(tokens.start..end, Bound::Vague, counted) }
}

/// One or none of what is always worth counting: "ein Toter", "keine Verletzten", "no casualties".
fn one_or_none(scope: &Scope, at: usize) -> Option<Found> {
    let words = scope.words();
    let word = scope.lower(at);
    let is_one = (words.articles_count && numbers::article(scope.context, at).is_some())
        || numbers::cardinal(scope.context, at)
            .is_some_and(|number| number.value == 1.0 && number.end == at + 1);
    let value = if words.none.contains(word) {
        0.0
    } else if is_one {
        1.0
    } else {
        return None;
    };
    let noun = (at + 1..at + 4)
        .find(|next| words.casualties.contains(scope.lower(*next)))
        .filter(|noun| (at + 1..*noun).all(|between| counted::may_stand_between(scope, between)))?;
    Some(Found { value: Some(value), ..found(at..at + 1, Bound::Exact, Some(at + 1..noun + 1)) })
}

fn found(tokens: Range<usize>, bound: Bound, counted: Option<Range<usize>>) -> Found {
    Found { tokens, value: None, high: None, bound, unit: None, counted }
}
