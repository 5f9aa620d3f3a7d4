//! Modal verbs that report: hearsay ("soll … haben") and plans ("X will …").

use std::ops::Range;

use lagebild_schema::{Act, Certainty, Form};

use super::cues::{ends_field, opens_dependent_clause};
use super::draft::{Construction, Draft, Run, one};
use super::scene::Scene;
use super::stance;
use super::subjects::of_verb;

/// How many words a predicate noun may have with its article and attributes.
const PREDICATE: usize = 6;

/// The claims of a sentence that its modal verbs carry, each with its modal.
pub(super) fn read(scene: &Scene, sentence: &Range<usize>) -> Vec<(usize, Draft)> {
    let words = &scene.speech.words;
    let claim = |at: usize| {
        if scene.is_capital(at) || scene.quotes.inside(at) {
            None
        } else if scene.is(at, &words.hearsay) {
            hearsay(scene, sentence, at)
        } else if scene.is(at, &words.plan) {
            plan(scene, sentence, at)
        } else {
            None
        }
    };
    sentence.clone().filter_map(|at| Some((at, claim(at)?))).collect()
}

/// "Er soll reich geworden sein": a main clause whose modal governs a past infinitive.
fn hearsay(scene: &Scene, sentence: &Range<usize>, at: usize) -> Option<Draft> {
    let whole = scene.without_stop(sentence);
    let field = scene.field_start(sentence, at);
    if opens_dependent_clause(scene, sentence, field) {
        return None;
    }
    let end = (at + 2..whole.end).find(|&end| is_past_infinitive(scene, sentence, end))?;
    let earlier = (sentence.start..field).any(|before| scene.is(before, &scene.speech.words.finite));
    let start = if earlier { field } else { clause_start(scene, sentence, at) };
    let stop = if scene.is_comma(end + 1) { whole.end } else { end + 1 };
    let mut draft = Draft::new(Construction::Hearsay, Form::Free, one(start..stop));
    draft.certainty = Certainty::Certain;
    Some(draft)
}

/// Whether "haben" or "sein" ends a field after a participle: with "sein" one of motion or of the passive.
fn is_past_infinitive(scene: &Scene, sentence: &Range<usize>, end: usize) -> bool {
    let words = &scene.speech.words;
    if !scene.is(end, &words.past_infinitive) || scene.quotes.inside(end) || !ends_field(scene, sentence, end)
    {
        return false;
    }
    if scene.is(end, &words.perfect) {
        is_participle_like(scene, end - 1)
    } else {
        scene.is(end - 1, &words.motion) || is_person(scene, sentence, end - 1)
    }
}

/// Whether a noun is a predicate that says who somebody is ("ein 47-jähriger Spediteur"): no plan makes one that.
fn is_person(scene: &Scene, sentence: &Range<usize>, noun: usize) -> bool {
    let words = &scene.speech.words;
    let first = sentence.start.max(noun.saturating_sub(PREDICATE));
    let Some(article) = (first..noun).rev().find(|&at| scene.is(at, &words.determiners)) else {
        return false;
    };
    let aged = (article..noun).any(|at| words.ages.has_head_of(scene.context.lower(at)));
    aged && scene.is_capital(noun)
}

/// A lower-case word before "haben" or "sein": a participle, no adjective's noun.
fn is_participle_like(scene: &Scene, at: usize) -> bool {
    scene.is_word(at) && !scene.is_capital(at) && scene.ends(at, &scene.speech.words.participle_endings)
}

/// The start of the main clause around a finite verb: the sentence, or what follows a semicolon or colon.
fn clause_start(scene: &Scene, sentence: &Range<usize>, at: usize) -> usize {
    (sentence.start..at)
        .rev()
        .find(|&before| matches!(scene.context.word(before), ";" | ":") && !scene.quotes.inside(before))
        .map_or(sentence.start, |before| before + 1)
}

/// "X will …": an actor's plan.
fn plan(scene: &Scene, sentence: &Range<usize>, at: usize) -> Option<Draft> {
    let whole = scene.without_stop(sentence);
    if opens_dependent_clause(scene, sentence, scene.field_start(sentence, at)) {
        return None;
    }
    let subject = of_verb(scene, sentence, at, sentence.end)?;
    let start = if subject.after { subject.run.end } else { at + 1 };
    let end = plan_end(scene, start..whole.end);
    let infinitive = (start..end).rev().find(|&place| ends_field(scene, sentence, place))?;
    if end < start + 2 || scene.is_capital(infinitive) || !scene.context.lower(infinitive).ends_with('n') {
        return None;
    }
    let start = (start..end).find(|&place| !is_adverb(scene, place)).unwrap_or(start);
    let front = clause_start(scene, sentence, at)..at;
    let object =
        !scene.is_subordinator(front.start) && !scene.is(front.start, &scene.speech.words.prepositions);
    let fronted = subject.after && object && front.clone().any(|it| !is_adverb(scene, it));
    let mut content = if fronted { vec![front] } else { Vec::new() };
    content.push(start..end);
    let mut draft = Draft::new(Construction::Plan, Form::Indirect, content);
    draft.source = vec![subject.run];
    draft.cue = one(at..at + 1);
    draft.act = Act::Announce;
    draft.certainty = stance::hedge(scene, &draft.content);
    Some(draft)
}

fn is_adverb(scene: &Scene, at: usize) -> bool {
    scene.is(at, &scene.speech.words.adverbs)
}

/// Where a plan ends: with the sentence, or before another clause that is not part of it.
fn plan_end(scene: &Scene, stretch: Run) -> usize {
    super::complements::clause_end(scene, &(stretch.start..stretch.end), stretch.start)
}
