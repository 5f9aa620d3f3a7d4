//! Who says what: quoted and framed speech by grammar and word lists.
//!
//! A sentence is read by constructions: a cue verb with its subject and complement (`cued`, with `subjects` and
//! `complements`), a speech act with a noun phrase (`objects`), a frame (`frames`), a modal that reports (`modals`).
//! What they leave unread may continue the sentence before (`continuation`). Grammar alone cannot tell more; it says
//! nothing where it is not sure.

mod assembly;
mod company;
mod complements;
mod continuation;
mod cued;
mod cues;
mod draft;
mod frames;
mod modals;
mod noun_phrase;
mod objects;
mod postposed;
mod quotes;
mod scene;
mod stance;
mod subjects;

use std::ops::Range;

use lagebild_schema::{Claim, Quantity, Time};

use crate::context::Context;
use draft::Draft;
use scene::Scene;

/// A longer sentence is a list or a table, and is not read.
pub(crate) const LONGEST_SENTENCE: usize = 300;

/// All claims of the report, in text order.
pub(crate) fn read(context: &Context, times: &[Time], quantities: &[Quantity]) -> Vec<Claim> {
    if context.language.speech.verbs.is_empty() {
        return Vec::new();
    }
    let scene = Scene::new(context);
    let sentences: Vec<Range<usize>> =
        context.sentences().iter().map(|sentence| sentence.tokens.clone()).collect();
    let mut drafts = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        if sentence.len() > LONGEST_SENTENCE {
            continue;
        }
        let mut own = sentence_claims(&scene, sentence);
        for draft in &mut own {
            continuation::refer_back(&scene, &sentences, index, draft, &drafts);
            continuation::inherit(&scene, &sentences, index, draft, &mut drafts);
        }
        drafts.append(&mut own);
        continuation::go_on(&scene, &sentences, index, &mut drafts);
    }
    assembly::assemble(&scene, drafts, times, quantities)
}

/// The claims that a sentence carries by its own cues. A cue is used once, and a content is given once.
fn sentence_claims(scene: &Scene, sentence: &Range<usize>) -> Vec<Draft> {
    let cues = cues::cues(scene, sentence);
    let mut drafts = frames::clauses(scene, sentence, &cues);
    for cue in &cues {
        let used =
            |draft: &Draft| draft.cue.iter().any(|run| cue.parts.iter().any(|part| run.contains(part)));
        if drafts.iter().any(used) {
            continue;
        }
        drafts.extend(cued::read(scene, sentence, cue));
    }
    let framed = frames::phrases(scene, sentence, &drafts);
    drafts.extend(framed);
    for (modal, claim) in modals::read(scene, sentence) {
        if !drafts.iter().any(|draft| draft.covers(modal)) {
            drafts.push(claim);
        }
    }
    drafts
}
