//! An end before its beginning: "von 2015 bis 2012".

use lagebild_schema::{Finding, FindingKind};

use crate::scope::Scope;

use super::{Evidence, calendar, finding};

/// All stretches of time that end before they begin.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    for scope in evidence.sentences() {
        findings.extend(scope.tokens.clone().filter_map(|at| stretch(&scope, at)));
    }
    findings
}

/// The stretch of time that opens at `at` and ends before it begins.
fn stretch(scope: &Scope, at: usize) -> Option<Finding> {
    let links = scope.context.language.findings.stretches.get(scope.lower(at))?;
    let is_link = links.iter().any(|link| link == scope.lower(at + 2));
    if is_link { years(scope, at + 1, at + 3).or_else(|| days(scope, at + 1, at + 3)) } else { None }
}

/// "von 2015 bis 2012".
fn years(scope: &Scope, first: usize, last: usize) -> Option<Finding> {
    let (begin, end) = (calendar::year(scope, first)?, calendar::year(scope, last)?);
    let counts_backwards = scope.context.language.findings.before_christ.contains(scope.lower(last + 1));
    let has_unit = scope.words().units.find(|offset| scope.lower(last + 1 + offset)).is_some();
    (end < begin && !counts_backwards && !has_unit).then(|| reversed(scope, first, last))
}

/// "vom 14. bis 9. Mai": two days of one month.
fn days(scope: &Scope, first: usize, last: usize) -> Option<Finding> {
    let (begin, end) = (calendar::day(scope, first)?, calendar::day(scope, last)?);
    calendar::month(scope, last + 1)?;
    (end < begin).then(|| reversed(scope, first, last))
}

fn reversed(scope: &Scope, first: usize, last: usize) -> Finding {
    let spans = vec![scope.context.span(first..first + 1), scope.context.span(last..last + 1)];
    let message = format!("the end {} comes before the beginning {}", scope.word(last), scope.word(first));
    finding(FindingKind::Order, message, spans)
}
