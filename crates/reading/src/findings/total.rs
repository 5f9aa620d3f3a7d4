//! Numbers that are totals, and which parts are of their kind.

use std::ops::Range;

use crate::numbers;
use crate::scope::Scope;

use super::enumeration::Part;
use super::{Count, Evidence};

/// As many words stand between "insgesamt" and its number.
pub(super) const MOST_WORDS_BETWEEN: usize = 4;

/// The total of a run of tokens that says that it is one: "insgesamt neun Boote", "nine boats in all".
pub(super) fn announced<'c>(
    evidence: &Evidence<'c, '_>,
    scope: &Scope,
    tokens: &Range<usize>,
) -> Option<Count<'c>> {
    let totals = &scope.context.language.findings.totals;
    let is_announced = |count: &&Count| {
        phrase_near(scope, count.tokens.start)
            || totals.find(|offset| scope.lower(count.end_of_counted() + offset)).is_some()
    };
    evidence.quantities_in(tokens).iter().rfind(is_announced).cloned()
}

/// The total that a sentence takes up from the one before: "the money" after "$48 million". It is the only number there
/// with the unit of the parts.
pub(super) fn resumed<'c>(
    evidence: &Evidence<'c, '_>,
    scope: &Scope,
    colon: usize,
    before: &Scope,
    parts: &[Part],
) -> Option<Count<'c>> {
    let resumptions = &scope.context.language.findings.resumptions;
    let unit = parts.first()?.figure.unit.as_deref()?;
    let has_unit = |count: &&Count| count.quantity.unit.as_deref() == Some(unit);
    let resumes =
        (scope.tokens.start..colon).any(|at| resumptions.find(|offset| scope.lower(at + offset)).is_some());
    let announced = evidence.quantities_in(&(scope.tokens.start..colon));
    let fits =
        |count: &Count| !has_unit(&count) && count.exact().is_none_or(|value| value == parts.len() as f64);
    let mut wholes = evidence.quantities_in(&before.tokens).iter().filter(has_unit);
    let whole = wholes.next().filter(|_| wholes.next().is_none())?;
    (resumes && announced.iter().all(fits)).then(|| whole.clone())
}

/// Whether a phrase says a few words before `at`, in the same clause, that a total follows: "insgesamt sind es neun".
fn phrase_near(scope: &Scope, at: usize) -> bool {
    let is_between =
        |between: &usize| scope.is_word(*between) && numbers::cardinal(scope.context, *between).is_none();
    let words_between = (at.saturating_sub(MOST_WORDS_BETWEEN)..at).rev().take_while(is_between).count();
    (at - words_between..=at).any(|end| phrase_before(scope, end).is_some())
}

/// Where the phrase begins that says right before `at` that a total follows.
pub(super) fn phrase_before(scope: &Scope, at: usize) -> Option<usize> {
    let totals = &scope.context.language.findings.totals;
    (1..=4.min(at)).map(|length| at - length).find(|start| {
        let found = totals.find(|offset| scope.lower(start + offset));
        found.is_some_and(|(_, length)| start + length == at)
    })
}

/// Whether a part is measured in the total's unit, leaves its noun out, or names the total's: "zwei Segelboote" are
/// boats.
pub(super) fn is_same_kind(part: &Part, total: &Count) -> bool {
    if let Some(unit) = &total.quantity.unit {
        return part.figure.unit.as_ref() == Some(unit);
    }
    match (&part.noun, noun(total)) {
        (None, _) | (_, None) => true,
        (Some(noun), Some(counted)) => noun.ends_with(&counted),
    }
}

/// Whether a total is one of people.
pub(super) fn counts_people(scope: &Scope, total: &Count) -> bool {
    noun(total).is_some_and(|noun| scope.context.language.findings.wholes.contains(&noun))
}

/// The noun of what is counted, in lower case.
fn noun(count: &Count) -> Option<String> {
    count.quantity.counted.as_deref()?.split(' ').next_back().map(str::to_lowercase)
}
