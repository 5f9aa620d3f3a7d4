//! A part that is larger than its whole: "zwölf Tote, darunter 13 Kinder".

use lagebild_schema::{Finding, FindingKind};

use crate::scope::Scope;

use super::enumeration::parts;
use super::figure::differing_sum;
use super::sum::{compare, end_of_clause};
use super::total::is_same_kind;
use super::{Count, Evidence, finding};

/// All parts that are larger than their wholes.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before: Option<Scope> = None;
    for scope in evidence.sentences() {
        findings.extend(larger_than_whole(evidence, &scope, before.as_ref()));
        before = Some(scope);
    }
    findings
}

fn larger_than_whole(evidence: &Evidence, scope: &Scope, before: Option<&Scope>) -> Option<Finding> {
    let subsets = &scope.context.language.findings.subsets;
    let (at, length) = scope
        .tokens
        .clone()
        .find_map(|at| subsets.find(|offset| scope.lower(at + offset)).map(|(_, length)| (at, length)))?;
    let wholes = match before {
        Some(before) if at == scope.tokens.start => evidence.quantities_in(&before.tokens),
        _ => evidence.quantities_in(&(scope.tokens.start..at)),
    };
    let [whole] = wholes else { return None };
    let total = whole.figure.as_ref().filter(|_| whole.is_of_something())?;
    let start = at + length;
    if let Some(parts) = parts(scope, start..end_of_clause(scope, start)) {
        let are_disjoint = parts.iter().all(|part| is_same_kind(part, whole));
        let sum: f64 = parts.iter().map(|part| part.figure.value).sum();
        return (are_disjoint && sum > total.value).then(|| compare(whole, &parts)).flatten();
    }
    let part = evidence.quantities_in(&(start..scope.tokens.end)).first()?;
    let figure = part.figure.as_ref().filter(|_| part.tokens.start == start && !is_compared(scope, part))?;
    let is_larger = figure.value > total.value && differing_sum(total, &[figure]).is_some();
    let message = format!("the part counts {}, the whole only {}", figure.written(), total.written());
    is_larger.then(|| finding(FindingKind::Sum, message, vec![whole.quantity.span, part.quantity.span]))
}

fn is_compared(scope: &Scope, count: &Count) -> bool {
    scope.context.language.findings.comparatives.contains(scope.lower(count.tokens.end))
}
