//! An announced count and the things listed: "drei Gründe:" before a list of four.

use std::ops::Range;

use lagebild_schema::{Finding, FindingKind, Span};

use crate::scope::Scope;

use super::list::{begins_with_number, items_after};
use super::{Count, Evidence, finding};

/// Who announces more than these does not mean to list them all.
const MOST: f64 = 20.0;

/// A name in a list has no more words.
const LONGEST_NAME: usize = 3;

/// All lists whose length is not the announced one.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let sentences = evidence.context.sentences();
    let mut findings = Vec::new();
    for (index, scope) in evidence.sentences().enumerate() {
        findings.extend(names(evidence, &scope));
        findings.extend(items(evidence, &scope, sentences[index].block));
    }
    findings
}

/// "drei Länder: Frankreich, Italien, Spanien und Polen".
fn names(evidence: &Evidence, scope: &Scope) -> Option<Finding> {
    let colon = scope.tokens.clone().find(|at| scope.word(*at) == ":")?;
    let announced = announced_before(evidence, scope, colon)?;
    let end = scope.tokens.end - usize::from(matches!(scope.word(scope.tokens.end - 1), "." | "!"));
    let listed = count_names(scope, colon + 1..end)?;
    compare(&announced, listed, vec![scope.context.span(colon + 1..end)])
}

/// A sentence that ends with a colon before a list.
fn items(evidence: &Evidence, scope: &Scope, block: usize) -> Option<Finding> {
    let items = items_after(evidence, scope, block)?;
    let announced = announced_before(evidence, scope, scope.tokens.end - 1)?;
    // "Neun Boote:" before "fünf große", "drei kleine" announces a sum, not the number of items.
    let is_sum = items.iter().any(|item| begins_with_number(evidence, *item));
    if is_sum { None } else { compare(&announced, items.len(), items) }
}

/// The count whose noun stands right before the colon.
fn announced_before<'c>(evidence: &Evidence<'c, '_>, scope: &Scope, colon: usize) -> Option<Count<'c>> {
    let count = evidence.quantities_in(&(scope.tokens.start..colon)).last()?;
    let counted = count.quantity.counted.as_deref()?;
    let ends_at_colon = count.tokens.end + counted.split(' ').count() == colon;
    (ends_at_colon && count.exact().is_some_and(|value| (2.0..=MOST).contains(&value))).then(|| count.clone())
}

/// How many names a run of tokens lists: short runs of capitalised words, the last one joined by "und".
fn count_names(scope: &Scope, tokens: Range<usize>) -> Option<usize> {
    let links = &scope.context.language.findings.links;
    let mut words = 0;
    let mut names = 1;
    let mut linked = false;
    for at in tokens {
        let is_link = links.contains(scope.lower(at));
        if is_link || scope.word(at) == "," {
            let is_serial_comma = is_link && words == 0 && names > 1;
            if linked || (words == 0 && !is_serial_comma) {
                return None;
            }
            names += usize::from(!is_serial_comma);
            linked = is_link;
            words = 0;
        } else if scope.is_capital(at) && words < LONGEST_NAME {
            words += 1;
        } else {
            return None;
        }
    }
    (linked && words > 0).then_some(names)
}

fn compare(announced: &Count, listed: usize, list: Vec<Span>) -> Option<Finding> {
    let value = announced.exact()?;
    let counted = announced.quantity.counted.as_deref().unwrap_or_default();
    let message = format!("{value} {counted} are announced, {listed} are listed");
    let spans = std::iter::once(announced.quantity.span).chain(list).collect();
    (value != listed as f64).then(|| finding(FindingKind::Count, message, spans))
}
