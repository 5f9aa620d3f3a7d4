//! What the model and the constructions of grammar read of the same words, as one claim.

use std::collections::BTreeSet;

use super::draft::{Draft, Run};
use crate::context::Context;

/// Overlap of contents from which on two drafts are about the same: Dice's coefficient of their tokens.
const SAME: f64 = 0.5;

/// How many of the last drafts are looked at: more do not stand in two sentences.
const RECENT: usize = 24;

/// Learned drafts, corrected where grammar is sure, and what only grammar found.
pub(super) fn merge(mut learned: Vec<Draft>, by_grammar: Vec<Draft>) -> Vec<Draft> {
    let mut others = Vec::new();
    for mut draft in by_grammar {
        let best = learned
            .iter_mut()
            .filter(|one| one.construction.is_none() && touch(one, &draft))
            .map(|one| (overlap(&one.content, &draft.content), one))
            .filter(|(overlap, _)| *overlap >= SAME)
            .max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((_, one)) = best {
            correct(one, draft);
        } else {
            draft.was_parsed = true;
            others.push(draft);
        }
    }
    learned.append(&mut others);
    learned
}

/// The model knows where a content ends; grammar knows better whose it is, and by which words.
fn correct(learned: &mut Draft, grammar: Draft) {
    let take = |old: &mut Vec<Run>, new: Vec<Run>| {
        if !new.is_empty() {
            *old = new;
        }
    };
    // "Der Minister sagte der Zeitung": to whom it was said is no source.
    let is_addressed = |run: &Run| learned.addressee.contains(run) || grammar.addressee.contains(run);
    if !grammar.source.iter().any(is_addressed) {
        take(&mut learned.source, grammar.source);
    }
    take(&mut learned.cue, grammar.cue);
    take(&mut learned.citing, grammar.citing);
    learned.act = grammar.act;
    learned.certainty = grammar.certainty;
    learned.construction = grammar.construction;
}

/// Gives free speech without a source the source of the claim before it, in its sentence or the one before.
pub(super) fn inherit(context: &Context, drafts: &mut [Draft]) {
    drafts.sort_by_key(|draft| (draft.start(), draft.end()));
    let sentence = |at: usize| context.sentences().partition_point(|sentence| sentence.tokens.end <= at);
    for at in 1..drafts.len() {
        let (earlier, rest) = drafts.split_at_mut(at);
        let draft = &mut rest[0];
        if !draft.source.is_empty() || !draft.cue.is_empty() {
            continue;
        }
        let here = sentence(draft.start());
        let is_before = |other: &&Draft| {
            other.end() <= draft.start() && sentence(other.end().saturating_sub(1)) + 1 >= here
        };
        if let Some(last) = earlier.iter().rev().take(RECENT).find(is_before) {
            draft.source.clone_from(&last.source);
        }
    }
}

/// Whether the contents of two drafts may have a word in common.
fn touch(one: &Draft, other: &Draft) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

/// Dice's coefficient of the tokens of two contents.
fn overlap(one: &[Run], other: &[Run]) -> f64 {
    let (one, other) = (tokens(one), tokens(other));
    2.0 * one.intersection(&other).count() as f64 / (one.len() + other.len()).max(1) as f64
}

fn tokens(runs: &[Run]) -> BTreeSet<usize> {
    runs.iter().flat_map(Clone::clone).collect()
}
