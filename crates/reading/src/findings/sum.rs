//! Totals and parts that do not add up.

use std::ops::Range;

use lagebild_schema::{Finding, FindingKind, Span};

use crate::numbers;
use crate::scope::Scope;

use super::enumeration::{Part, parts};
use super::{Count, Evidence, finding, written_sum};

/// A sentence with more numbers is a table.
pub(super) const MOST_NUMBERS: usize = 12;

/// As many words stand between "insgesamt" and its number.
const MOST_WORDS_BETWEEN: usize = 4;

/// All sums that fail.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before: Option<Scope> = None;
    for scope in evidence.sentences() {
        findings.extend(after_colon(evidence, &scope));
        findings.extend(in_brackets(evidence, &scope));
        findings.extend(before_total(evidence, &scope));
        findings.extend(subset(evidence, &scope, before.as_ref()));
        if let Some(before) = &before {
            findings.extend(next_sentence(evidence, before, &scope));
        }
        before = Some(scope);
    }
    findings
}

/// "Insgesamt neun Boote: fünf große, drei kleine und zwei unbemannte."
fn after_colon(evidence: &Evidence, scope: &Scope) -> Option<Finding> {
    let colon = scope.tokens.clone().find(|at| scope.word(*at) == ":")?;
    let parts = parts(scope, colon + 1..end_of_clause(scope, colon + 1))?;
    let announced = announced_total(evidence, scope, &(scope.tokens.start..colon));
    let total = match &announced {
        Some(total) => total,
        None => evidence.quantities_in(&(scope.tokens.start..colon)).last().filter(|count| {
            count.quantity.counted.is_some() && colon - count.tokens.end <= MOST_WORDS_BETWEEN
        })?,
    };
    let is_of_one_kind = parts.iter().all(|part| is_same_kind(part, total));
    if announced.is_none() && !is_of_one_kind { None } else { compare(total, &parts) }
}

/// "2.429 Bewerbungen (1.812 Männer und 617 Frauen)": parts of one kind, or people of different ones.
fn in_brackets(evidence: &Evidence, scope: &Scope) -> Option<Finding> {
    let wholes = &scope.context.language.findings.wholes;
    let open = scope.tokens.clone().find(|at| scope.word(*at) == "(")?;
    let close = (open..scope.tokens.end).find(|at| scope.word(*at) == ")")?;
    let total = evidence.quantities_in(&(scope.tokens.start..open)).last()?;
    let parts = parts(scope, open + 1..close)?;
    let counted = total.quantity.counted.as_deref()?;
    let are_people = parts.iter().all(|part| part.noun.as_ref().is_some_and(|noun| wholes.contains(noun)));
    let are_of_one_kind = parts.iter().all(|part| is_same_kind(part, total) && part.noun.is_some());
    let follows = total.tokens.end + counted.split(' ').count() == open;
    (follows && (are_people || are_of_one_kind)).then(|| compare(total, &parts)).flatten()
}

/// "Fünf große und drei kleine Boote, insgesamt neun."
fn before_total(evidence: &Evidence, scope: &Scope) -> Option<Finding> {
    let numbers = evidence.quantities_in(&scope.tokens);
    if numbers.len() > MOST_NUMBERS {
        return None;
    }
    let total = announced_total(evidence, scope, &scope.tokens)?;
    let end = total_phrase_before(scope, total.tokens.start)?;
    let mark = end.checked_sub(1).filter(|mark| matches!(scope.word(*mark), "," | "–" | "-" | "("))?;
    let parts = numbers.iter().find_map(|first| {
        (first.tokens.start < mark).then(|| parts(scope, first.tokens.start..mark)).flatten()
    })?;
    parts.iter().all(|part| is_same_kind(part, &total)).then(|| compare(&total, &parts)).flatten()
}

/// "Insgesamt sind es neun Boote. Fünf sind groß, drei klein, zwei unbemannt." A new sentence need not name all
/// parts, but never more than there are.
fn next_sentence(evidence: &Evidence, before: &Scope, scope: &Scope) -> Option<Finding> {
    let total = announced_total(evidence, before, &before.tokens)?;
    let is_last = evidence.quantities_in(&before.tokens).last()?.tokens == total.tokens;
    let parts = parts(scope, scope.tokens.start..end_of_clause(scope, scope.tokens.start))?;
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let are_too_many = sum > total.exact()? && parts.iter().all(|part| part.noun.is_none());
    (is_last && are_too_many).then(|| compare(&total, &parts)).flatten()
}

/// "Zwölf Tote, darunter 13 Kinder": more in a part than in the whole.
fn subset(evidence: &Evidence, scope: &Scope, before: Option<&Scope>) -> Option<Finding> {
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
    let total = whole.exact().filter(|_| whole.quantity.counted.is_some())?;
    let start = at + length;
    if let Some(parts) = parts(scope, start..end_of_clause(scope, start)) {
        let are_disjoint = parts.iter().all(|part| is_same_kind(part, whole));
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        return (are_disjoint && sum > total).then(|| compare(whole, &parts)).flatten();
    }
    let part = evidence.quantities_in(&(start..scope.tokens.end)).first()?;
    let follows = part.tokens.start == start;
    let value = part.exact().filter(|value| *value > total && follows && !is_compared(scope, part))?;
    let message = format!("the part counts {value}, the whole only {total}");
    Some(finding(FindingKind::Sum, message, vec![whole.quantity.span, part.quantity.span]))
}

/// The total of a run of tokens that says that it is one: "insgesamt neun Boote", "nine boats in all".
fn announced_total<'c>(
    evidence: &Evidence<'c, '_>,
    scope: &Scope,
    tokens: &Range<usize>,
) -> Option<Count<'c>> {
    let totals = &scope.context.language.findings.totals;
    let is_announced = |count: &&Count| {
        let counted = count.quantity.counted.as_deref().map_or(0, |counted| counted.split(' ').count());
        let after = count.tokens.end + counted;
        total_phrase_near(scope, count.tokens.start)
            || totals.find(|offset| scope.lower(after + offset)).is_some()
    };
    evidence.quantities_in(tokens).iter().rfind(is_announced).cloned()
}

/// Whether a phrase says a few words before `at`, in the same clause, that a total follows: "insgesamt sind es neun".
fn total_phrase_near(scope: &Scope, at: usize) -> bool {
    let is_between =
        |between: &usize| scope.is_word(*between) && numbers::cardinal(scope.context, *between).is_none();
    let words_between = (at.saturating_sub(MOST_WORDS_BETWEEN)..at).rev().take_while(is_between).count();
    (at - words_between..=at).any(|end| total_phrase_before(scope, end).is_some())
}

/// Where the phrase begins that says right before `at` that a total follows.
fn total_phrase_before(scope: &Scope, at: usize) -> Option<usize> {
    let totals = &scope.context.language.findings.totals;
    (1..=4.min(at)).map(|length| at - length).find(|start| {
        let found = totals.find(|offset| scope.lower(start + offset));
        found.is_some_and(|(_, length)| start + length == at)
    })
}

/// Whether a part leaves its noun out, or names the total's: "zwei Segelboote" are boats.
fn is_same_kind(part: &Part, total: &Count) -> bool {
    let counted = total.quantity.counted.as_deref().and_then(|counted| counted.split(' ').next_back());
    match (&part.noun, counted.map(str::to_lowercase)) {
        (None, _) | (_, None) => true,
        (Some(noun), Some(counted)) => noun.ends_with(&counted),
    }
}

fn is_compared(scope: &Scope, count: &Count) -> bool {
    scope.context.language.findings.comparatives.contains(scope.lower(count.tokens.end))
}

fn compare(total: &Count, parts: &[Part]) -> Option<Finding> {
    let whole = total.exact()?;
    let values: Vec<f64> = parts.iter().map(|part| part.value).collect();
    let sum: f64 = values.iter().sum();
    if sum == whole {
        return None;
    }
    let spans = std::iter::once(total.quantity.span).chain(parts.iter().map(|part| part.span));
    let message = format!("the parts {} make {sum}, the total says {whole}", written_sum(&values));
    Some(finding(FindingKind::Sum, message, in_order(spans.collect())))
}

pub(super) fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans
}

/// One past the last token before the mark that ends a clause.
fn end_of_clause(scope: &Scope, start: usize) -> usize {
    let is_end = |at: &usize| matches!(scope.word(*at), "." | "!" | "?" | ")" | "–" | "—" | "…" | ":");
    (start..scope.tokens.end).find(is_end).unwrap_or(scope.tokens.end)
}
