//! What a source does by saying something, and how sure it is.

use lagebild_knowledge::speech::Verb;
use lagebild_schema::{Act, Certainty, Form};

use super::cues::Cue;
use super::draft::{Draft, Run};
use super::scene::Scene;

/// Act and certainty of a claim from its cue, the conjunction, and the words of its content.
pub(super) fn take(scene: &Scene, draft: &mut Draft, cue: &Cue, conjunction: Option<Certainty>) {
    let act = cue.verb.act.unwrap_or(Act::State);
    draft.negated = cue.negated;
    draft.act = match act {
        _ if cue.negated => negated(act),
        Act::Reject if is_accusation(scene, draft) => Act::Deny,
        act => act,
    };
    draft.certainty = conjunction.or(cue.verb.certainty).unwrap_or_else(|| {
        if draft.form == Form::Reported { Certainty::Certain } else { hedge(scene, &draft.content) }
    });
}

/// Takes the act from the words of the cue, where the language's table knows them, and the certainty where the act
/// tells one.
pub(super) fn by_cue(scene: &Scene, draft: &mut Draft) {
    let context = scene.context;
    let governed = governing(scene, draft);
    let cue: Vec<usize> = draft.cue.iter().flat_map(Clone::clone).chain(governed).collect();
    let is_not = |at: &usize| scene.is(*at, &scene.speech.words.negation);
    let all: Vec<&str> = cue.iter().map(|at| context.lower(*at)).collect();
    let plain: Vec<&str> = cue.iter().filter(|at| !is_not(at)).map(|at| context.lower(*at)).collect();
    let stance = &context.language.stance;
    let Some((act, certainty)) = stance.of(&all) else { return };
    let says_not = draft.negated || plain.len() < all.len();
    // A pattern that has the negation in it ("nicht bestätigt") says all.
    let is_negated = says_not && stance.of(&plain) == Some((act, certainty));
    let act = if act == Act::Reject && is_accusation(scene, draft) { Act::Deny } else { act };
    draft.act = if is_negated { negated(act) } else { act };
    if certainty != Certainty::Certain {
        draft.certainty = certainty;
    }
}

/// Whether a source is said not to do what it would take to make a claim: who does not demand, believe or accuse says
/// nothing, or the contrary.
pub(super) fn is_undone(draft: &Draft) -> bool {
    use Act::{Accuse, Believe, Demand, Endorse, Predict, Promise, Propose};
    draft.negated && matches!(draft.act, Accuse | Believe | Demand | Endorse | Predict | Promise | Propose)
}

/// The preposition by which a verb takes its content ("called for an end", "sprach sich für … aus").
fn governing(scene: &Scene, draft: &Draft) -> Option<usize> {
    let preposition = |at: &usize| scene.is(*at, &scene.speech.words.prepositions);
    let first = draft.content.first()?.start;
    let before = first.checked_sub(1).filter(preposition);
    before.or_else(|| Some(first).filter(preposition))
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
