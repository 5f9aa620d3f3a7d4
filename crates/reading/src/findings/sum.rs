//! Totals and parts that do not add up.

use lagebild_schema::{Finding, FindingKind, Span};

use crate::scope::Scope;

use super::enumeration::{Part, parts};
use super::figure::{Figure, differing_sum, written};
use super::total::{self, MOST_WORDS_BETWEEN, is_same_kind};
use super::{Count, Evidence, finding, written_sum};

/// A sentence with more numbers is a table.
pub(super) const MOST_NUMBERS: usize = 12;

/// All sums that fail.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before: Option<Scope> = None;
    for scope in evidence.sentences() {
        findings.extend(after_colon(evidence, &scope, before.as_ref()));
        findings.extend(in_brackets(evidence, &scope));
        findings.extend(before_total(evidence, &scope));
        if let Some(before) = &before {
            findings.extend(next_sentence(evidence, before, &scope));
        }
        before = Some(scope);
    }
    findings
}

/// "Insgesamt neun Boote: fünf große, drei kleine und zwei unbemannte."
fn after_colon(evidence: &Evidence, scope: &Scope, before: Option<&Scope>) -> Option<Finding> {
    let colon = scope.tokens.clone().find(|at| scope.word(*at) == ":")?;
    let parts = parts(scope, colon + 1..end_of_clause(scope, colon + 1))?;
    let head = scope.tokens.start..colon;
    if let Some(total) = total::announced(evidence, scope, &head) {
        return compare(&total, &parts);
    }
    if let Some(total) = before.and_then(|before| total::resumed(evidence, scope, colon, before, &parts)) {
        return compare(&total, &parts);
    }
    let total = evidence.quantities_in(&head).last()?;
    let is_near = total.is_of_something() && colon - total.tokens.end <= MOST_WORDS_BETWEEN;
    let are_of_one_kind = parts.iter().all(|part| is_same_kind(part, total));
    (is_near && are_of_one_kind).then(|| compare(total, &parts)).flatten()
}

/// "2.429 Bewerbungen (1.812 Männer und 617 Frauen)": parts of one kind, or people of different ones.
fn in_brackets(evidence: &Evidence, scope: &Scope) -> Option<Finding> {
    let open = scope.tokens.clone().find(|at| scope.word(*at) == "(")?;
    let close = (open..scope.tokens.end).find(|at| scope.word(*at) == ")")?;
    let total = evidence.quantities_in(&(scope.tokens.start..open)).last()?;
    let parts = parts(scope, open + 1..close)?;
    let is_named = |part: &Part| part.noun.is_some() || part.figure.unit.is_some();
    let are_of_one_kind = parts.iter().all(|part| is_same_kind(part, total) && is_named(part));
    let follows = total.is_of_something() && total.end_of_counted() == open;
    (follows && (are_people(scope, &parts) || are_of_one_kind)).then(|| compare(total, &parts)).flatten()
}

/// "Fünf große und drei kleine Boote, insgesamt neun."
fn before_total(evidence: &Evidence, scope: &Scope) -> Option<Finding> {
    let numbers = evidence.quantities_in(&scope.tokens);
    if numbers.len() > MOST_NUMBERS {
        return None;
    }
    let total = total::announced(evidence, scope, &scope.tokens)?;
    let end = total::phrase_before(scope, total.tokens.start)?;
    let mark = end.checked_sub(1).filter(|mark| matches!(scope.word(*mark), "," | "–" | "-" | "("))?;
    let parts = numbers.iter().find_map(|first| {
        (first.tokens.start < mark).then(|| parts(scope, first.tokens.start..mark)).flatten()
    })?;
    let are_of_one_kind = parts.iter().all(|part| is_same_kind(part, &total));
    let all_are_people = are_people(scope, &parts) && total::counts_people(scope, &total);
    (are_of_one_kind || all_are_people).then(|| compare(&total, &parts)).flatten()
}

/// "Insgesamt sind es neun Boote. Fünf sind groß, drei klein, zwei unbemannt." A new sentence need not name all
/// parts, but never more than there are.
fn next_sentence(evidence: &Evidence, before: &Scope, scope: &Scope) -> Option<Finding> {
    let total = total::announced(evidence, before, &before.tokens)?;
    let is_last = evidence.quantities_in(&before.tokens).last()?.tokens == total.tokens;
    let parts = parts(scope, scope.tokens.start..end_of_clause(scope, scope.tokens.start))?;
    let sum: f64 = parts.iter().map(|part| part.figure.value).sum();
    let are_counts = parts.iter().all(|part| part.noun.is_none() && part.figure.unit.is_none());
    (is_last && are_counts && sum > total.exact()?).then(|| compare(&total, &parts)).flatten()
}

/// Whether the parts are kinds of people ("men", "women"), of whom each belongs to one.
fn are_people(scope: &Scope, parts: &[Part]) -> bool {
    let wholes = &scope.context.language.findings.wholes;
    parts.iter().all(|part| part.noun.as_ref().is_some_and(|noun| wholes.contains(noun)))
}

/// The finding that the parts make another sum than the total says.
pub(super) fn compare(total: &Count, parts: &[Part]) -> Option<Finding> {
    let whole = total.figure.as_ref()?;
    let figures: Vec<&Figure> = parts.iter().map(|part| &part.figure).collect();
    let sum = differing_sum(whole, &figures)?;
    let values: Vec<f64> = figures.iter().map(|figure| figure.value).collect();
    let spans = std::iter::once(total.quantity.span).chain(parts.iter().map(|part| part.span));
    let sum = written(sum, whole.unit.as_deref());
    let message =
        format!("the parts {} make {sum}, the total says {}", written_sum(&values), whole.written());
    Some(finding(FindingKind::Sum, message, in_order(spans.collect())))
}

pub(super) fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans
}

/// One past the last token before the mark that ends a clause.
pub(super) fn end_of_clause(scope: &Scope, start: usize) -> usize {
    let is_end = |at: &usize| matches!(scope.word(*at), "." | "!" | "?" | ")" | "–" | "—" | "…" | ":");
    (start..scope.tokens.end).find(is_end).unwrap_or(scope.tokens.end)
}
