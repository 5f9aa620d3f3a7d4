//! A total announced before a list of its parts: "Insgesamt neun Boote:" and items from "fünf große" to "zwei unbemannte".

use lagebild_schema::{BlockKind, Finding, Span};

use crate::scope::Scope;

use super::Evidence;
use super::enumeration::{Part, is_complete, part};
use super::sum::compare;
use super::total::{self, MOST_WORDS_BETWEEN, is_same_kind};

/// All totals that their lists do not add up to.
pub(super) fn find(evidence: &Evidence) -> Vec<Finding> {
    let sentences = evidence.context.sentences().iter().zip(evidence.sentences());
    sentences.filter_map(|(sentence, scope)| sum_of_items(evidence, &scope, sentence.block)).collect()
}

/// The list items that follow a sentence of this block which ends with a colon.
pub(super) fn items_after(evidence: &Evidence, scope: &Scope, block: usize) -> Option<Vec<Span>> {
    let ends_with_colon = scope.tokens.end.checked_sub(1).is_some_and(|last| scope.word(last) == ":");
    let blocks = evidence.context.report.blocks.get(block + 1..).filter(|_| ends_with_colon)?;
    let items: Vec<Span> =
        blocks.iter().take_while(|block| block.kind == BlockKind::Item).map(|item| item.span).collect();
    (!items.is_empty()).then_some(items)
}

fn sum_of_items(evidence: &Evidence, scope: &Scope, block: usize) -> Option<Finding> {
    let items = items_after(evidence, scope, block)?;
    let parts: Vec<Part> = items.iter().map(|item| item_part(evidence, *item)).collect::<Option<_>>()?;
    if parts.len() < 2 {
        return None;
    }
    if let Some(total) = total::announced(evidence, scope, &scope.tokens) {
        return compare(&total, &parts);
    }
    let total = evidence.quantities_in(&scope.tokens).last()?;
    let is_near = total.is_of_something() && scope.tokens.end - total.tokens.end <= MOST_WORDS_BETWEEN + 1;
    let are_of_one_kind = parts.iter().all(|part| is_same_kind(part, total));
    (is_near && are_of_one_kind).then(|| compare(total, &parts)).flatten()
}

/// The part that an item names: the number it begins with ("drei kleine"), or its only one ("Straßen: 3 Millionen Euro").
fn item_part(evidence: &Evidence, item: Span) -> Option<Part> {
    let tokens = evidence.context.tokens_in(item);
    let scope = Scope::new(evidence.context, tokens.clone());
    if !is_complete(&scope, tokens.clone()) {
        return None;
    }
    let numbers = evidence.quantities_in(&tokens);
    if numbers.len() > 1 && !begins_with_number(evidence, item) {
        return None;
    }
    part(&scope, numbers.first()?.tokens.start..tokens.end)
}

/// Whether no word stands before the first number of an item.
pub(super) fn begins_with_number(evidence: &Evidence, item: Span) -> bool {
    let tokens = evidence.context.tokens_in(item);
    let scope = Scope::new(evidence.context, tokens.clone());
    let first = evidence.quantities_in(&tokens).first();
    first.is_some_and(|first| !(tokens.start..first.tokens.start).any(|at| scope.is_word(at)))
}
