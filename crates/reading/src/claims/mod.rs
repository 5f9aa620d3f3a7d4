//! Who says what.
//!
//! Two readers look at the text. The constructions of grammar (`constructions`) say nothing where they are not sure;
//! the model (`learned`) finds more, and knows better where a content ends. `roles` corrects the model's sources and
//! cues by the tree of their sentence, `merge` makes one claim of what both found, `stance` tells act and certainty
//! from the words of the cue, `chains` finds on whom a source relies, `about` of which claim a denial speaks, and
//! `confidence` tells how often such a claim is one. Without a model grammar reads alone.

mod about;
mod assembly;
mod chains;
mod company;
mod complements;
mod confidence;
mod constructions;
mod continuation;
mod cued;
mod cues;
mod draft;
mod frames;
mod learned;
mod merge;
mod modals;
mod noun_phrase;
mod objects;
mod postposed;
mod quotes;
mod roles;
mod scene;
mod stance;
mod subjects;

use lagebild_schema::{Claim, EntityKind, Quantity, Time};

pub(crate) use about::point_back;
pub(crate) use constructions::LONGEST_SENTENCE;
pub(crate) use scene::Scene;

/// The claims of a report.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    /// In text order.
    pub(crate) all: Vec<Claim>,
    /// What the model takes the source of each claim for.
    pub(crate) kinds: Vec<Option<EntityKind>>,
    /// How many were found that are less sure than was asked for.
    pub(crate) withheld: usize,
}

/// All claims of the report that are at least so sure, in text order.
pub(crate) fn read(scene: &Scene, times: &[Time], quantities: &[Quantity], min_confidence: f64) -> Claims {
    let context = scene.context;
    let mut drafts = constructions::read(scene);
    if let (Some(parse), Some(syntax)) = (&context.analysis.parse, &context.syntax) {
        let mut learned = learned::drafts(parse);
        learned.retain_mut(|draft| {
            learned::trim(scene, draft);
            roles::correct(scene, syntax, draft);
            draft.negated = learned::is_negated(scene, syntax, draft);
            learned::is_sound(scene, syntax, draft)
        });
        drafts = merge::merge(learned, drafts, parse.grammar.len());
        merge::inherit(context, &mut drafts);
        for draft in &mut drafts {
            roles::complete_names(scene, syntax, &parse.names, draft);
            roles::drop_no_speaker(syntax, draft);
            chains::cite(scene, draft);
            stance::by_cue(scene, draft);
        }
        drafts.retain(|draft| !stance::is_undone(draft));
        merge::drop_echoes(&mut drafts);
    }
    assembly::assemble(scene, drafts, times, quantities, min_confidence)
}
