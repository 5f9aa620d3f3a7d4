//! Who is the subject of a cue verb: before it, after it, or shared with the clause before.

use std::ops::Range;

use super::cues::{Clause, Cue};
use super::draft::Run;
use super::noun_phrase::{mention, phrase};
use super::scene::Scene;

/// How many adverbs and prepositional phrases may stand between a verb and its subject.
const ASIDES: usize = 3;

/// The subject of a verb in a main clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) run: Run,
    /// Whether it stands after the verb.
    pub(super) after: bool,
}

/// The subject of a cue in a main clause.
pub(super) fn subject(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Subject> {
    if cue.clause == Clause::Participle {
        return leading(scene, sentence).map(|run| Subject { run, after: false });
    }
    let limit = cue.parts.iter().copied().find(|&part| part > cue.finite).unwrap_or(sentence.end);
    of_verb(scene, sentence, cue.finite, limit)
}

/// The subject of a finite verb in a main clause; after the verb it ends before `limit`.
pub(super) fn of_verb(
    scene: &Scene,
    sentence: &Range<usize>,
    finite: usize,
    limit: usize,
) -> Option<Subject> {
    let before = |run| Subject { run, after: false };
    if !scene.speech.order.verb_second {
        return preverbal(scene, sentence, finite).map(before);
    }
    let pronoun = scene.is(finite + 1, &scene.speech.words.nominative);
    match front(scene, sentence, finite) {
        Front::Subject(run) if !pronoun => Some(before(run)),
        Front::Elided => leading(scene, sentence).map(before),
        _ => after(scene, finite + 1..limit).map(|run| Subject { run, after: true }),
    }
}

/// The subject after a verb, adverbs and phrases of time and place between them skipped.
pub(super) fn after(scene: &Scene, stretch: Range<usize>) -> Option<Run> {
    let words = &scene.speech.words;
    let mut at = stretch.start;
    for _ in 0..=ASIDES {
        if scene.is(at, &words.adverbs) && !scene.is_capital(at) || is_object_pronoun(scene, at) {
            at += 1;
        } else if scene.is(at, &words.prepositions) {
            at = aside(scene, at..stretch.end)?;
        } else {
            break;
        }
    }
    if at >= stretch.end || scene.is_subordinator(at) {
        return None;
    }
    if scene.is(at, &words.oblique) {
        return None;
    }
    mention(scene, at..stretch.end).map(|end| at..end)
}

fn is_object_pronoun(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    scene.is(at, &words.oblique) && !scene.is(at, &words.determiners)
}

/// One past a prepositional phrase, also one of time ("am Montag", "im vergangenen Juni").
pub(super) fn aside(scene: &Scene, stretch: Range<usize>) -> Option<usize> {
    let last = stretch.end.min(stretch.start + 6);
    let timely = (stretch.start + 1..last)
        .take_while(|&at| !scene.is_boundary(at))
        .find(|&at| scene.is(at, &scene.speech.words.times))
        .filter(|&time| (stretch.start + 1..time).all(|at| !scene.is_capital(at)));
    match timely {
        Some(time) => Some(time + 1),
        None => phrase(scene, stretch.start + 1..stretch.end),
    }
}

/// What stands before the verb of a German main clause.
enum Front {
    Subject(Run),
    /// Nothing but a coordinator: the subject is that of the clause before.
    Elided,
    /// An adverbial, an object, a clause, or nothing.
    Other,
}

fn front(scene: &Scene, sentence: &Range<usize>, finite: usize) -> Front {
    let words = &scene.speech.words;
    let mut start = scene.field_start(sentence, finite);
    if start == finite {
        start = before_apposition(scene, sentence, finite);
    } else if start > sentence.start && scene.is_comma(start - 1) {
        start = joined_apposition(scene, sentence, start).unwrap_or(start);
    }
    if scene.is(start, &words.coordinators) {
        start += 1;
    }
    if start >= finite {
        let coordinated = finite > sentence.start && scene.is(finite - 1, &words.coordinators);
        return if coordinated { Front::Elided } else { Front::Other };
    }
    if let Some(coordinator) =
        (start..finite).rev().find(|&at| at + 1 == finite && scene.is(at, &words.coordinators))
    {
        return if coordinator > start { Front::Elided } else { Front::Other };
    }
    if scene.is(start, &words.prepositions) || scene.is(start, &words.oblique) || scene.is_subordinator(start)
    {
        return Front::Other;
    }
    if scene.is(start, &words.adverbs) {
        let focused = mention(scene, start + 1..finite) == Some(finite);
        return if focused { Front::Subject(start + 1..finite) } else { Front::Other };
    }
    if start + 1 == finite && scene.is(start, &words.demonstratives) {
        return Front::Other;
    }
    if scene.quotes.at(start).is_some_and(|quotation| quotation.len() > 5) {
        return Front::Other;
    }
    match mention(scene, start..finite) {
        Some(end) if end == finite => Front::Subject(start..end),
        Some(end) if scene.is_comma(end) => Front::Subject(start..end),
        Some(end) if (start..finite).all(|at| !scene.is(at, &words.finite)) => {
            Front::Subject(start..without_asides(scene, end, finite))
        }
        _ => Front::Other,
    }
}

/// Where a subject ends between the noun phrase that begins it and its verb: before adverbs ("hingegen") and a phrase of
/// time or occasion.
fn without_asides(scene: &Scene, phrase_end: usize, verb: usize) -> usize {
    let words = &scene.speech.words;
    let mut end = verb;
    while end > phrase_end && scene.is(end - 1, &words.adverbs) && !scene.is_capital(end - 1) {
        end -= 1;
    }
    let timely = |at: &usize| {
        scene.is(*at, &words.prepositions)
            && (*at..end).any(|it| scene.is(it, &words.times) || scene.is(it, &words.occasions))
            && aside(scene, *at..end) == Some(end)
    };
    (phrase_end..end).find(timely).unwrap_or(end)
}

/// The start of a front field that ends in an apposition or a relative clause, just before the verb's comma.
fn before_apposition(scene: &Scene, sentence: &Range<usize>, finite: usize) -> usize {
    let mut start = finite;
    while start > sentence.start && scene.is_comma(start - 1) {
        start = scene.field_start(sentence, start - 1);
        if scene.is(start, &scene.speech.words.coordinators) {
            break;
        }
    }
    start
}

/// The start of "Anna Muster, die Sprecherin der Behörde sagte": an apposition without its second comma.
fn joined_apposition(scene: &Scene, sentence: &Range<usize>, start: usize) -> Option<usize> {
    let earlier = scene.field_start(sentence, start - 1);
    let first = if scene.is(earlier, &scene.speech.words.coordinators) { earlier + 1 } else { earlier };
    let whole = phrase(scene, first..start - 1)? == start - 1;
    let opens = first == sentence.start || first > earlier;
    (whole && opens).then_some(first)
}

/// The subject of a sentence's main clause, whatever its verb: the noun phrase that begins it. A later verb may share it.
pub(super) fn leading(scene: &Scene, sentence: &Range<usize>) -> Option<Run> {
    let words = &scene.speech.words;
    let mut start = sentence.start;
    if scene.is(start, &words.coordinators) {
        start += 1;
    }
    if scene.is(start, &words.prepositions)
        || scene.is(start, &words.oblique)
        || scene.is(start, &words.adverbs)
    {
        return None;
    }
    if scene.ends(start, &words.present_endings) {
        return None;
    }
    mention(scene, start..sentence.end).map(|end| start..end)
}

/// The subject after the verb of a main clause that an adverb, a phrase, or an object begins: German.
pub(super) fn following(scene: &Scene, clause: &Range<usize>) -> Option<Run> {
    let words = &scene.speech.words;
    let first = clause.start;
    if !scene.speech.order.verb_second {
        return None;
    }
    let verb = if scene.is(first, &words.adverbs) {
        first + 1
    } else if scene.is(first, &words.prepositions) {
        aside(scene, first..clause.end)?
    } else {
        mention(scene, clause.clone())?
    };
    let begins = verb + 1 < clause.end && scene.is_word(verb) && !scene.is_capital(verb);
    begins.then(|| after(scene, verb + 1..clause.end)).flatten()
}

/// The subject just before an English verb.
fn preverbal(scene: &Scene, sentence: &Range<usize>, finite: usize) -> Option<Run> {
    let words = &scene.speech.words;
    let mut end = finite;
    let between =
        |at: usize| [&words.adverbs, &words.auxiliaries, &words.not].iter().any(|set| scene.is(at, set));
    while end > sentence.start && between(end - 1) {
        end -= 1;
    }
    if end == sentence.start {
        return None;
    }
    if scene.is(end - 1, &words.coordinators) {
        return leading(scene, sentence);
    }
    if scene.is_comma(end - 1) && !scene.quotes.inside(end - 1) {
        let apposition = scene.field_start(sentence, end - 1);
        if apposition <= sentence.start {
            return None;
        }
        let start = skip_openers(scene, scene.field_start(sentence, apposition - 1)..end);
        let cites = words.citing.iter().any(|phrase| scene.phrase_at(apposition, &phrase.0));
        let participle = scene.ends(apposition, &words.present_endings);
        if cites || participle || scene.is(apposition, &words.relative) {
            let noun = apposition - 1;
            return mention(scene, start..noun)
                .filter(|&reached| reached == noun)
                .map(|reached| start..reached);
        }
        let described = scene.is(apposition, &words.determiners)
            && mention(scene, start..apposition - 1) == Some(apposition - 1);
        if described {
            return Some(start..end - 1);
        }
        return mention(scene, start..end - 1)
            .filter(|&reached| reached + 1 == end)
            .map(|reached| start..reached);
    }
    let field = (sentence.start..end)
        .rev()
        .find(|&at| scene.is_boundary(at) || scene.quotes.inside(at) || scene.is_subordinator(at))
        .map_or(sentence.start, |at| at + 1);
    let start = skip_openers(scene, field..end);
    let plain = |at: usize| {
        !scene.is(at, &words.finite)
            && !scene.is(at, &words.relative)
            && scene.speech.forms(scene.context.lower(at)).is_empty()
    };
    let reached = mention(scene, start..end)?;
    let attached = scene.is(reached, &words.prepositions) && (reached..end).all(plain);
    (reached == end || attached).then(|| start..without_asides(scene, reached, end))
}

/// The start of a stretch without coordinators, subordinators and adverbs.
fn skip_openers(scene: &Scene, stretch: Range<usize>) -> usize {
    let words = &scene.speech.words;
    let opener = |at: usize| {
        scene.is(at, &words.coordinators) || scene.is_subordinator(at) || scene.is(at, &words.adverbs)
    };
    let mut start = stretch.start;
    while start < stretch.end && opener(start) {
        start += 1;
    }
    start
}
