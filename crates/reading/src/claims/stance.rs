//! What a source does by saying something, and how sure it is.

use lagebild_schema::{Act, Certainty, Form};

use super::cues::Cue;
use super::draft::{Draft, Run};
use super::scene::Scene;

/// Act and certainty of a claim from its cue, the conjunction, and the words of its content.
pub(super) fn take(scene: &Scene, draft: &mut Draft, cue: &Cue, conjunction: Option<Certainty>) {
    let act = cue.verb.act.unwrap_or(Act::State);
    draft.act = if cue.negated { negated(act) } else { act };
    draft.certainty = conjunction.or(cue.verb.certainty).unwrap_or_else(|| {
        if draft.form == Form::Reported { Certainty::Certain } else { hedge(scene, &draft.content) }
    });
}

/// What it means not to do an act.
fn negated(act: Act) -> Act {
    match act {
        Act::Confirm | Act::State | Act::Announce => Act::Decline,
        Act::Deny => Act::Confirm,
        other => other,
    }
}

/// How certain the words of a content are.
pub(super) fn hedge(scene: &Scene, content: &[Run]) -> Certainty {
    let stands = |words| content.iter().flat_map(Clone::clone).any(|at| scene.is(at, words));
    scene
        .speech
        .hedges
        .iter()
        .find(|hedge| stands(&hedge.words))
        .map_or(Certainty::Certain, |hedge| hedge.certainty)
}
