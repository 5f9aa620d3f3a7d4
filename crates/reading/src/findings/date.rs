//! Dates that cannot be, and weekdays that do not fit their dates.

use jiff::civil::Date;
use lagebild_schema::{Finding, FindingKind};

use crate::quantities;
use crate::scope::Scope;

use super::{Evidence, calendar, finding};

/// A leap year: without a year, February has 29 days.
const LEAP_YEAR: i16 = 2024;

/// A day without a year is near the report's date, or may be of any year.
const NEAR: i32 = 31;

const LONGEST_MONTH: i8 = 31;

/// A day named by its month and number, whether or not the calendar has it.
struct Named {
    day: i8,
    month: i8,
    year: Option<i16>,
    first: usize,
    end: usize,
}

/// All dates that cannot be.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    for scope in evidence.sentences() {
        for at in scope.tokens.clone() {
            let Some(named) = calendar::month(&scope, at).and_then(|month| named_day(&scope, at, month))
            else {
                continue;
            };
            findings.extend(no_day(&scope, &named).or_else(|| wrong_weekday(evidence, &scope, &named)));
        }
    }
    findings
}

/// The day around a month: "3. Oktober 2022", "October 3, 2022".
fn named_day(scope: &Scope, at: usize, month: i8) -> Option<Named> {
    let after_comma = |at: usize| at + usize::from(scope.word(at) == ",");
    let before = at.checked_sub(1).filter(|before| calendar::day(scope, *before).is_some());
    let (day, first, end) = match before {
        Some(before) => (calendar::day(scope, before)?, before, at + 1),
        None if scope.context.language.times.month_first => (calendar::day(scope, at + 1)?, at, at + 2),
        None => return None,
    };
    let year_at = after_comma(end);
    let year = calendar::year(scope, year_at);
    // "By February 30 people had died" counts people.
    let counted = quantities::at(scope, at + 1).filter(|_| before.is_none());
    let counts = counted.is_some_and(|found| found.counted.is_some() || found.unit.is_some());
    let is_date = !counts && (day <= LONGEST_MONTH || year.is_some() || scope.word(first).ends_with('.'));
    let end = if year.is_some() { year_at + 1 } else { end };
    is_date.then_some(Named { day, month, year, first, end })
}

/// "31. Februar", "29 February 2023".
fn no_day(scope: &Scope, named: &Named) -> Option<Finding> {
    if Date::new(named.year.unwrap_or(LEAP_YEAR), named.month, named.day).is_ok() {
        return None;
    }
    let span = scope.context.span(named.first..named.end);
    let message = format!("{} is no day of the calendar", span.of(&scope.context.report.text));
    Some(finding(FindingKind::Date, message, vec![span]))
}

/// "Montag, 4. Oktober 2022", when that was a Tuesday.
fn wrong_weekday(evidence: &Evidence, scope: &Scope, named: &Named) -> Option<Finding> {
    let weekday_at =
        (1..=3.min(named.first)).map(|back| named.first - back).find(|at| !is_filler(scope, *at))?;
    let weekday = calendar::weekday(scope, weekday_at)?;
    let date = match named.year {
        Some(year) => Date::new(year, named.month, named.day).ok()?,
        None => near_report(evidence, named)?,
    };
    if date.weekday().to_monday_one_offset() == weekday {
        return None;
    }
    let date_span = scope.context.span(named.first..named.end);
    let weekday_span = scope.context.span(weekday_at..weekday_at + 1);
    let text = &scope.context.report.text;
    let (day, date_words) = (weekday_span.of(text), date_span.of(text));
    let message = format!("{day} does not fit {date_words}: {date} is a {:?}", date.weekday());
    Some(finding(FindingKind::Date, message, vec![weekday_span, date_span]))
}

/// The day in the year of the report's date, where both are near.
fn near_report(evidence: &Evidence, named: &Named) -> Option<Date> {
    let published = evidence.context.report.published?.date;
    let date = Date::new(published.year(), named.month, named.day).ok()?;
    let distance = date.since(published).ok()?.get_days();
    (distance.abs() <= NEAR).then_some(date)
}

/// What may stand between a weekday and its date: a mark, an article.
fn is_filler(scope: &Scope, at: usize) -> bool {
    matches!(scope.word(at), "," | "(")
        || scope.context.language.findings.before_day.contains(scope.lower(at))
}
