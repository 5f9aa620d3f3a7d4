//! An age that does not fit its year of birth: "der 30-Jährige, geboren 1980", in a report of 2023.
//!
//! Only within one sentence that names one age, one year and nobody's kin, so that both belong to the same person and
//! are of the report's day.

use lagebild_schema::{Finding, FindingKind};

use crate::numbers;
use crate::scope::Scope;

use super::{Evidence, calendar, finding};

/// The birthday may be still to come, and the report may be of the turn of the year.
const TOLERANCE: i16 = 1;

/// A word of birth and its year stand no further from each other: "born on May 3, 1980", "1980 in Norden geboren".
const NEAR: usize = 5;

/// All ages that do not fit the years of birth in their sentences.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let Some(published) = evidence.context.report.published.map(|published| published.date.year()) else {
        return Vec::new();
    };
    evidence.sentences().filter_map(|scope| misfit(&scope, published)).collect()
}

fn misfit(scope: &Scope, published: i16) -> Option<Finding> {
    let words = &scope.context.language.findings;
    let speaks_of_others = |at: usize| words.unsure_ages.contains(scope.lower(at));
    let birth = scope.tokens.clone().find(|at| words.births.contains(scope.lower(*at)))?;
    let year_at = only(scope.tokens.clone().filter(|at| calendar::year(scope, *at).is_some()))?;
    let age_at = only(scope.tokens.clone().filter(|at| age(scope, *at).is_some()))?;
    let (year, age) = (calendar::year(scope, year_at)?, age(scope, age_at)?);
    let is_near = birth.abs_diff(year_at) <= NEAR;
    let is_misfit = (published - age).abs_diff(year) > TOLERANCE.unsigned_abs();
    if !is_near || !is_misfit || scope.tokens.clone().any(speaks_of_others) {
        return None;
    }
    let spans = vec![scope.context.span(age_at..age_at + 1), scope.context.span(year_at..year_at + 1)];
    let message = format!("born in {year}, nobody is {age} years old in {published}");
    Some(finding(FindingKind::Age, message, super::sum::in_order(spans)))
}

/// The one token of several, where there is no second.
fn only(mut tokens: impl Iterator<Item = usize>) -> Option<usize> {
    tokens.next().filter(|_| tokens.next().is_none())
}

/// The age that a token tells: "30-Jährige", "30-year-old", "(30)" behind a name.
fn age(scope: &Scope, at: usize) -> Option<i16> {
    let word = scope.lower(at);
    let endings = &scope.context.language.findings.age_endings;
    let said = word.split_once('-').filter(|(_, ending)| endings.contains(*ending)).map(|(digits, _)| digits);
    let is_in_brackets = scope.lower_before(at) == "(" && scope.lower(at + 1) == ")";
    let is_behind_name = at.checked_sub(2).is_some_and(|name| scope.is_capital(name));
    let digits = said.or_else(|| (is_in_brackets && is_behind_name).then_some(word))?;
    let value = numbers::digits_value(digits, scope.context.language.numbers.decimal)?;
    (value.fract() == 0.0 && (1.0..120.0).contains(&value)).then_some(value as i16)
}
