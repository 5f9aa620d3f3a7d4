//! Speech acts told in a noun phrase: "kritisierte den Einsatz", "warnte vor Streiks", "denied the reports".

use std::ops::Range;

use lagebild_knowledge::speech::Complement;
use lagebild_schema::Form;

use super::complements::takes;
use super::cues::{Cue, opens_dependent_clause};
use super::draft::{Construction, Draft, Run};
use super::noun_phrase::phrase;
use super::scene::Scene;
use super::{company, cued, stance, subjects};

/// How many adverbs and phrases may stand before an object.
const ASIDES: usize = 4;

/// The claim of a cue whose content is its object in a main clause.
pub(super) fn read(
    scene: &Scene,
    sentence: &Range<usize>,
    cue: &Cue,
    source: &Run,
    inverted: bool,
) -> Option<Draft> {
    let fronted = fronted(scene, sentence, cue, inverted);
    let governs = takes(cue, Complement::Object) || fronted.is_some();
    if !governs || scene.is(source.start, &scene.speech.words.anybody) {
        return None;
    }
    let start = if inverted { source.end } else { cue.finite + 1 };
    let start = if scene.speech.order.verb_second { start } else { cue.end() };
    let stop = scene.without_stop(sentence).end;
    let particle = cue.parts.last().copied().filter(|&part| part > start);
    let limit = particle.unwrap_or_else(|| field_end(scene, start..stop));
    let object = fronted.or_else(|| object(scene, cue, start..limit))?;
    let mut content = vec![object.clone()];
    let rest = dependent_clauses(scene, sentence, particle.map_or(object.end, |particle| particle + 1)..stop);
    if !rest.is_empty() && particle.is_some() {
        content.push(rest.start + 1..rest.end);
    } else if !rest.is_empty() && object.end == limit {
        content[0].end = rest.end;
    }
    Some(reported(scene, cue, source.clone(), content, start..object.start.max(start)))
}

/// A demonstrative as object before its verb ("Das teilte X mit").
fn fronted(scene: &Scene, sentence: &Range<usize>, cue: &Cue, inverted: bool) -> Option<Run> {
    let first = scene.field_start(sentence, cue.finite);
    let stands = inverted
        && first + 1 == cue.finite
        && (takes(cue, Complement::That) || takes(cue, Complement::Object))
        && scene.is(first, &scene.speech.words.demonstratives);
    stands.then_some(first..cue.finite)
}

/// The relative clauses and clauses of purpose that follow an object, from the comma before them.
fn dependent_clauses(scene: &Scene, sentence: &Range<usize>, stretch: Run) -> Run {
    let mut end = stretch.start;
    while end + 1 < stretch.end && scene.is_comma(end) && opens_dependent_clause(scene, sentence, end + 1) {
        end = scene.next_boundary(end + 1..stretch.end);
    }
    stretch.start..end
}

/// The same in a dependent clause, where the object stands before the verb.
pub(super) fn in_dependent_clause(scene: &Scene, cue: &Cue, source: Run, stretch: Run) -> Option<Draft> {
    if !takes(cue, Complement::Object) {
        return None;
    }
    let content = object(scene, cue, stretch.clone())?;
    let aside = stretch.start..content.start;
    Some(reported(scene, cue, source, vec![content], aside))
}

fn reported(scene: &Scene, cue: &Cue, source: Run, content: Vec<Run>, aside: Run) -> Draft {
    let mut draft = Draft::new(Construction::NounPhrase, Form::Reported, content);
    draft.source = vec![source];
    draft.cue = cued::runs(&cue.parts);
    let (addressee, citing) = company::of(scene, aside);
    draft.addressee = addressee;
    draft.citing = citing;
    stance::take(scene, &mut draft, cue, None);
    draft
}

/// The object in a stretch: from its first word to the end of the stretch, what only tells time or manner skipped.
fn object(scene: &Scene, cue: &Cue, stretch: Run) -> Option<Run> {
    let words = &scene.speech.words;
    let mut start = stretch.start;
    if cue.verb.object.is_empty() {
        if cue.verb.recipient {
            start = recipient(scene, stretch.clone())?;
        }
        start = after_asides(scene, start..stretch.end);
        if scene.is(start, &words.prepositions) || scene.is(start, &words.infinitive) {
            return None;
        }
        if start + 1 == stretch.end && scene.is(start, &words.demonstratives) {
            return Some(stretch);
        }
    } else {
        start = stretch.clone().find(|&at| scene.context.lower(at) == cue.verb.object)? + 1;
    }
    let after_preposition = || {
        let article = !cue.verb.object.is_empty() && scene.is(start, &words.determiners);
        (article && start + 1 < stretch.end).then_some(stretch.end)
    };
    let first = phrase(scene, start..stretch.end).or_else(after_preposition)?;
    let lone_pronoun =
        first == start + 1 && (scene.is(start, &words.oblique) || scene.is(start, &words.pronouns));
    let mut end = stretch.end;
    while end > first && scene.is(end - 1, &words.adverbs) && !scene.is_capital(end - 1) {
        end -= 1;
    }
    let asides = [&words.prepositions, &words.times, &words.adverbs, &words.infinitive];
    let quoted = (start..end).any(|at| scene.quotes.opened_at(at).is_some());
    let predicate = quoted || (end > first && !asides.iter().any(|set| scene.is(first, set)));
    let told = !cue.verb.predicates || predicate;
    (!lone_pronoun && told && end > start).then_some(start..end)
}

/// One past the person that a verb with a recipient names first ("warf der SPD … vor", "warf ihr … vor").
fn recipient(scene: &Scene, stretch: Run) -> Option<usize> {
    let words = &scene.speech.words;
    let article = scene.is(stretch.start, &words.dative) || scene.is(stretch.start, &words.oblique);
    let person = article.then(|| phrase(scene, stretch.clone())).flatten();
    person.or_else(|| scene.is(stretch.start, &words.oblique).then_some(stretch.start + 1))
}

/// Where an object begins after adverbs and phrases of time and place.
fn after_asides(scene: &Scene, stretch: Run) -> usize {
    let words = &scene.speech.words;
    let mut start = stretch.start;
    for _ in 0..ASIDES {
        let skipped = scene.is(start, &words.adverbs) || scene.is(start, &words.not);
        let next = if skipped && !scene.is_capital(start) {
            Some(start + 1)
        } else if scene.speech.order.verb_second
            && scene.is(start, &words.prepositions)
            && !begins_frame(scene, start)
        {
            subjects::aside(scene, start..stretch.end)
        } else {
            None
        };
        match next.filter(|&next| next < stretch.end) {
            Some(next) => start = next,
            None => break,
        }
    }
    start
}

/// Whether a phrase that names another source begins at a token ("nach Angaben").
fn begins_frame(scene: &Scene, at: usize) -> bool {
    scene.speech.frames.iter().any(|frame| {
        let noun = at + frame.words.0.len();
        scene.phrase_at(at, &frame.words.0) && frame.nouns.has(scene.context.lower(noun))
    })
}

/// Where the field of an object ends: at a clause boundary or at a coordinated verb.
fn field_end(scene: &Scene, stretch: Run) -> usize {
    let words = &scene.speech.words;
    let ends = |at: usize| {
        !scene.quotes.inside(at)
            && (scene.is_boundary(at) || (scene.is(at, &words.coordinators) && verb_follows(scene, at + 1)))
    };
    stretch.clone().find(|&at| ends(at)).unwrap_or(stretch.end)
}

/// Whether a verb begins at a token: a known one, or in German any word that no noun follows but a phrase.
fn verb_follows(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    let unknown = scene.speech.order.verb_second
        && scene.is_open(at)
        && !scene.is(at, &words.determiners)
        && scene.is(at + 1, &words.determiners);
    !scene.is_capital(at)
        && (unknown || scene.is(at, &words.finite) || !scene.speech.forms(scene.context.lower(at)).is_empty())
}
