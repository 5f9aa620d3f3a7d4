//! What the model and the constructions of grammar read of the same words, as one claim.

use super::draft::{Draft, Run};
use crate::context::Context;

/// Overlap of contents from which on two drafts are about the same: Dice's coefficient of their tokens.
const SAME: f64 = 0.5;

/// How many of the last drafts are looked at: more do not stand in two sentences.
const RECENT: usize = 24;

/// Learned drafts of so many words, corrected where grammar is sure, and what only grammar found.
pub(super) fn merge(mut learned: Vec<Draft>, by_grammar: Vec<Draft>, parsed: usize) -> Vec<Draft> {
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
            draft.was_parsed = draft.start() < parsed;
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
    take(&mut learned.addressee, grammar.addressee);
    learned.negated = grammar.negated;
    learned.act = grammar.act;
    learned.certainty = grammar.certainty;
    learned.construction = grammar.construction;
}

/// Gives what has neither source nor cue the source of the claim before it, in its sentence or the one before.
pub(super) fn inherit(context: &Context, drafts: &mut [Draft]) {
    drafts.sort_by_key(|draft| (draft.start(), draft.end()));
    let sentence = |at: usize| context.sentence_of(at);
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
    let length = |runs: &[Run]| runs.iter().map(ExactSizeIterator::len).sum::<usize>();
    let common = |a: &Run, b: &Run| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let shared: usize = one.iter().map(|a| other.iter().map(|b| common(a, b)).sum::<usize>()).sum();
    2.0 * shared as f64 / (length(one) + length(other)).max(1) as f64
}

/// Drops what only the model found inside another content of the same source: the same words told twice.
pub(super) fn drop_echoes(drafts: &mut Vec<Draft>) {
    drafts.sort_by_key(|draft| (draft.start(), std::cmp::Reverse(draft.end())));
    let is_echo = |at: usize| {
        let draft = &drafts[at];
        let before = at.saturating_sub(RECENT)..at;
        draft.construction.is_none()
            && !draft.source.is_empty()
            && drafts[before].iter().any(|outer| outer.source == draft.source && outer.holds(draft))
    };
    let echoes: Vec<bool> = (0..drafts.len()).map(is_echo).collect();
    let mut echoes = echoes.into_iter();
    drafts.retain(|_| !echoes.next().unwrap_or(false));
}
