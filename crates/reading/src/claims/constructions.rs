//! Sentence by sentence by the constructions of grammar: a cue verb with its subject and complement (`cued`), a frame
//! (`frames`), a modal that reports (`modals`), and what goes on from the sentence before (`continuation`).

use std::ops::Range;

use super::draft::Draft;
use super::scene::Scene;
use super::{continuation, cued, cues, frames, modals};

/// A longer sentence is a list or a table, and is not read.
pub(crate) const LONGEST_SENTENCE: usize = 300;

/// What the constructions of grammar find in the whole report, in text order of the sentences.
pub(super) fn read(scene: &Scene) -> Vec<Draft> {
    if scene.speech.verbs.is_empty() {
        return Vec::new();
    }
    let sentences: Vec<Range<usize>> =
        scene.context.sentences().iter().map(|sentence| sentence.tokens.clone()).collect();
    let mut drafts = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        if sentence.len() > LONGEST_SENTENCE {
            continue;
        }
        let mut own = sentence_claims(scene, sentence);
        for draft in &mut own {
            continuation::refer_back(scene, &sentences, index, draft, &drafts);
            continuation::inherit(scene, &sentences, index, draft, &mut drafts);
        }
        drafts.append(&mut own);
        continuation::go_on(scene, &sentences, index, &mut drafts);
    }
    drafts
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
