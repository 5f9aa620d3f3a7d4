//! What a source does by saying something, and how sure it is.

use lagebild_knowledge::speech::Verb;
use lagebild_schema::{Act, Certainty, Form};

use super::cues::Cue;
use super::draft::{Draft, Run};
use super::scene::Scene;

/// Act and certainty of a claim from its cue, the conjunction, and the words of its content.
pub(super) fn take(scene: &Scene, draft: &mut Draft, cue: &Cue, conjunction: Option<Certainty>) {
    let act = cue.verb.act.unwrap_or(Act::State);
    draft.act = match act {
        _ if cue.negated => negated(act),
        Act::Reject if is_accusation(scene, draft) => Act::Deny,
        act => act,
    };
    draft.certainty = conjunction.or(cue.verb.certainty).unwrap_or_else(|| {
        if draft.form == Form::Reported { Certainty::Certain } else { hedge(scene, &draft.content) }
    });
}

/// Takes act and certainty from the words of the cue, where the language's table knows them.
pub(super) fn by_cue(scene: &Scene, draft: &mut Draft) {
    let context = scene.context;
    let words: Vec<&str> = draft.cue.iter().flat_map(Clone::clone).map(|at| context.lower(at)).collect();
    let Some((act, certainty)) = context.language.stance.of(&words) else { return };
    let negated_cue =
        draft.cue.iter().flat_map(Clone::clone).any(|at| scene.is(at, &scene.speech.words.negation));
    let act = if act == Act::Reject && is_accusation(scene, draft) { Act::Deny } else { act };
    draft.act = if negated_cue && !matches!(act, Act::Decline | Act::Reject | Act::Accuse) {
        negated(act)
    } else {
        act
    };
    if certainty != Certainty::Certain {
        draft.certainty = certainty;
    }
}

/// Whether what a source rejects is an accusation, a report, or what was just said: rejecting it says that it is not so.
fn is_accusation(scene: &Scene, draft: &Draft) -> bool {
    let words = &scene.speech.words;
    let accusation = |at| scene.is(at, &words.accusations) || scene.is(at, &words.demonstratives);
    draft.form == Form::Reported && draft.content.iter().flat_map(Clone::clone).any(accusation)
}

/// The act of a claim that goes on from another without a cue: an accusation and a denial go on as such.
pub(super) fn carried_on(act: Act) -> Act {
    match act {
        Act::Accuse | Act::Deny => act,
        _ => Act::State,
    }
}

/// What it means not to do an act.
fn negated(act: Act) -> Act {
    match act {
        Act::Confirm | Act::State | Act::Announce => Act::Decline,
        Act::Deny => Act::Confirm,
        other => other,
    }
}

/// Whether something is attributed to who does not do an act: not to praise or to accuse says nothing.
pub(super) fn survives_negation(verb: &Verb) -> bool {
    !matches!(verb.act, Some(Act::Accuse | Act::Endorse | Act::Propose | Act::Predict | Act::Promise))
}

/// How certain the words of a content are.
pub(super) fn hedge(scene: &Scene, content: &[Run]) -> Certainty {
    let stands = |words| {
        content.iter().any(|run| {
            run.clone().any(|at| scene.is(at, words) && (at == run.start || !scene.is_capital(at)))
        })
    };
    scene
        .speech
        .hedges
        .iter()
        .find(|hedge| stands(&hedge.words))
        .map_or(Certainty::Certain, |hedge| hedge.certainty)
}
