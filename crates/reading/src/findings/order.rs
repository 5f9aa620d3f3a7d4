//! An end before its beginning: "von 2015 bis 2012", "from January 9 to January 7".
//!
//! Without years December may come before January, so that days are compared within one month only. Times of the day
//! are not compared at all: what begins at 22 o'clock may end at six.

use std::ops::Range;

use lagebild_schema::{Finding, FindingKind};

use crate::quantities;
use crate::scope::Scope;

use super::{Evidence, calendar, finding};

/// "vom Montag, dem": no more tokens stand between a link and its date.
const MOST_FILLERS: usize = 4;

/// All stretches of time that end before they begin.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    for scope in evidence.sentences().filter(|scope| !speaks_of_a_change(scope)) {
        findings.extend(scope.tokens.clone().filter_map(|at| stretch(&scope, at)));
    }
    findings
}

/// "The hearing was moved from June 14 to June 7" names two dates and no stretch.
fn speaks_of_a_change(scope: &Scope) -> bool {
    let changes = &scope.context.language.findings.changes_of_date;
    scope.tokens.clone().any(|at| changes.contains(scope.lower(at)))
}

/// One end of a stretch of time, as far as its words name it.
struct End {
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
    tokens: Range<usize>,
}

/// The stretch of time that opens at `at` and ends before it begins.
fn stretch(scope: &Scope, at: usize) -> Option<Finding> {
    let links = scope.context.language.findings.stretches.get(scope.lower(at))?;
    let begin = end_at(scope, at + 1)?;
    let link = begin.tokens.end + usize::from(scope.word(begin.tokens.end) == ",");
    if !links.iter().any(|word| word == scope.lower(link)) {
        return None;
    }
    let end = end_at(scope, link + 1)?;
    let is_reversed = if begin.day.is_none() && begin.month.is_none() && end.day.is_none() {
        are_years_reversed(scope, &begin, &end)
    } else {
        are_days_reversed(&begin, &end)
    };
    (is_reversed && !counts_something(scope, &end)).then(|| reversed(scope, begin.tokens, end.tokens))
}

/// The day, the month, the year, or several of them, at `at` or behind a few words that may stand before them.
fn end_at(scope: &Scope, at: usize) -> Option<End> {
    let words = &scope.context.language.findings;
    let is_article = |word: &str| words.before_day.contains(word) || words.before_last_day.contains(word);
    let is_filler = |at: usize| {
        scope.word(at) == "," || calendar::weekday(scope, at).is_some() || is_article(scope.lower(at))
    };
    let start = (at..at + MOST_FILLERS).find(|at| !is_filler(*at))?;
    let mut end = start;
    let mut take = |is_there: bool| end += usize::from(is_there);
    let day = calendar::day(scope, start).filter(|day| *day <= 31);
    take(day.is_some());
    let month_at = start + usize::from(day.is_some());
    let month = calendar::month(scope, month_at);
    take(month.is_some());
    let behind = || calendar::day(scope, month_at + 1).filter(|day| *day <= 31);
    let day_behind = behind().filter(|_| day.is_none() && month.is_some());
    take(day_behind.is_some());
    let comma = usize::from(scope.word(end) == "," && calendar::year(scope, end + 1).is_some());
    let year = calendar::year(scope, end + comma);
    let end = if year.is_some() { end + comma + 1 } else { end };
    (end > start).then_some(End { day: day.or(day_behind), month, year, tokens: start..end })
}

/// "von 2015 bis 2012".
fn are_years_reversed(scope: &Scope, begin: &End, end: &End) -> bool {
    let counts_backwards =
        scope.context.language.findings.before_christ.contains(scope.lower(end.tokens.end));
    let is_before = matches!((begin.year, end.year), (Some(begin), Some(end)) if end < begin);
    is_before && end.month.is_none() && !counts_backwards
}

/// "vom 14. bis 9. Mai", "from May 14, 2023 to April 3, 2023".
fn are_days_reversed(begin: &End, end: &End) -> bool {
    let Some(month) = begin.month.or(end.month) else { return false };
    let (begin_month, end_month) = (begin.month.unwrap_or(month), end.month.unwrap_or(month));
    let days = (begin.day, end.day);
    let are_days_of_one_month =
        begin_month == end_month && matches!(days, (Some(begin), Some(end)) if end < begin);
    match (begin.year, end.year) {
        (Some(first), Some(last)) if first != last => last < first,
        (Some(_), Some(_)) => end_month < begin_month || are_days_of_one_month,
        // "From January 9, 2019 to January 7" ends a year later.
        (Some(_), None) => false,
        (None, _) => are_days_of_one_month,
    }
}

/// "The price fell from 2015 to 2012 dollars", "from May 9 to 7 votes".
fn counts_something(scope: &Scope, end: &End) -> bool {
    let after = end.tokens.end;
    let has_unit = scope.words().units.find(|offset| scope.lower(after + offset)).is_some();
    let last = quantities::at(scope, after - 1);
    let is_counted =
        end.month.is_none() && end.year.is_none() && last.is_some_and(|last| last.counted.is_some());
    has_unit || is_counted
}

fn reversed(scope: &Scope, begin: Range<usize>, end: Range<usize>) -> Finding {
    let spans = vec![scope.context.span(begin), scope.context.span(end)];
    let text = &scope.context.report.text;
    let message = format!("the end {} comes before the beginning {}", spans[1].of(text), spans[0].of(text));
    finding(FindingKind::Order, message, spans)
}
