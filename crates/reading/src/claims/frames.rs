//! Sentences framed as somebody's word: "laut X", "nach Angaben von X", "X zufolge", "so X", "wie X mitteilte".

use std::ops::Range;

use lagebild_knowledge::speech::{Frame, Place};
use lagebild_schema::Form;

use super::cues::{Cue, opens_dependent_clause};
use super::draft::{Construction, Draft, Run};
use super::noun_phrase::{mention, phrase};
use super::scene::Scene;
use super::stance;

/// Attributes that may stand between a frame's preposition and its noun ("nach ersten Angaben").
const ATTRIBUTES: usize = 4;

/// How many tokens back the source of "X zufolge" may begin.
const BACK: usize = 14;

/// Where a frame stands, whom it names, and the words that make it one.
struct Framing {
    /// All tokens of the frame.
    run: Run,
    source: Vec<Run>,
    cue: Vec<Run>,
}

/// The framed claims of a sentence.
pub(super) fn read(scene: &Scene, sentence: &Range<usize>, cues: &[Cue]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for at in sentence.clone().filter(|&at| !scene.quotes.inside(at)) {
        let found = scene
            .speech
            .frames
            .iter()
            .filter(|frame| scene.phrase_at(at, &frame.words.0))
            .find_map(|frame| Some((frame, framing(scene, sentence, frame, at, cues)?)));
        if let Some((frame, framing)) = found {
            drafts.extend(claim(scene, sentence, frame, framing));
        }
    }
    drafts
}

fn framing(
    scene: &Scene,
    sentence: &Range<usize>,
    frame: &Frame,
    at: usize,
    cues: &[Cue],
) -> Option<Framing> {
    match frame.place {
        Place::After => source_after(scene, sentence, frame, at),
        Place::Before => source_before(scene, sentence, frame, at),
        Place::Aside => aside(scene, sentence, frame, at),
        Place::Clause => clause(scene, sentence, frame, at, cues),
    }
}

/// "laut X", "nach Angaben von X", "according to X".
fn source_after(scene: &Scene, sentence: &Range<usize>, frame: &Frame, at: usize) -> Option<Framing> {
    let words = &scene.speech.words;
    let start = at + frame.words.0.len();
    let limit = scene.without_stop(sentence).end;
    if !frame.nouns.is_empty() {
        return noun_frame(scene, frame, at, start..limit);
    }
    if scene.is(start, &words.adverbs) && !scene.is_capital(start) {
        return None;
    }
    let end = mention(scene, start..limit)?;
    let end = closed_end(scene, start, end, limit);
    Some(Framing { run: at..end, source: vec![start..end], cue: vec![at..start] })
}

/// An apposition counts only where a comma closes it again: the comma after "laut X" may begin the next clause.
fn closed_end(scene: &Scene, start: usize, end: usize, limit: usize) -> usize {
    if end < limit && !scene.is_comma(end) {
        return phrase(scene, start..limit).unwrap_or(end);
    }
    end
}

/// "nach (ersten) Angaben (von) X", "nach einem Bericht der X".
fn noun_frame(scene: &Scene, frame: &Frame, at: usize, stretch: Run) -> Option<Framing> {
    let words = &scene.speech.words;
    let last = stretch.end.min(stretch.start + ATTRIBUTES);
    let noun = (stretch.start..last)
        .take_while(|&place| !scene.is_boundary(place))
        .find(|&place| scene.is(place, &frame.nouns))?;
    if (stretch.start..noun).any(|place| scene.is(place, &words.prepositions)) {
        return None;
    }
    let article = scene.is(stretch.start, &words.determiners) && stretch.start < noun;
    let possessive = scene.is(stretch.start, &words.possessives) && stretch.start < noun;
    let after = noun + 1;
    if possessive {
        let source = vec![stretch.start..stretch.start + 1];
        return Some(Framing { run: at..after, source, cue: vec![at..at + 1, noun..after] });
    }
    if article {
        let end = phrase(scene, stretch.clone())?;
        let end =
            closed_end(scene, stretch.start, mention(scene, stretch.clone()).unwrap_or(end), stretch.end);
        return Some(Framing { run: at..end, source: vec![stretch.start..end], cue: vec![at..at + 1] });
    }
    let linked = scene.is(after, &words.linking);
    let start = if linked { after + 1 } else { after };
    let genitive = linked
        || scene.is(start, &words.genitive)
        || scene.is_capital(start)
        || scene.quotes.opened_at(start).is_some();
    let named = genitive.then(|| mention(scene, start..stretch.end)).flatten();
    Some(match named {
        Some(end) => {
            let end = closed_end(scene, start, end, stretch.end);
            Framing { run: at..end, source: vec![start..end], cue: vec![at..after] }
        }
        None => Framing { run: at..after, source: Vec::new(), cue: vec![at..after] },
    })
}

/// "X zufolge", "seiner Meinung nach".
fn source_before(scene: &Scene, sentence: &Range<usize>, frame: &Frame, at: usize) -> Option<Framing> {
    let end = at + frame.words.0.len();
    let first = scene.field_start(sentence, at).max(at.saturating_sub(BACK));
    if !frame.nouns.is_empty() {
        let noun = at.checked_sub(1).filter(|&noun| noun > first && scene.is(noun, &frame.nouns))?;
        let start = (first..noun).rev().find(|&start| scene.is(start, &scene.speech.words.possessives))?;
        return Some(Framing { run: start..end, source: vec![start..start + 1], cue: vec![noun..end] });
    }
    let start = (first..at).find(|&start| phrase(scene, start..at) == Some(at))?;
    Some(Framing { run: start..end, source: vec![start..at], cue: vec![at..end] })
}

/// ", so X" between commas, or at the end.
fn aside(scene: &Scene, sentence: &Range<usize>, frame: &Frame, at: usize) -> Option<Framing> {
    if at == sentence.start || !(scene.is_boundary(at - 1) || scene.quotes.closed_at(at - 1).is_some()) {
        return None;
    }
    let start = at + frame.words.0.len();
    let limit = scene.without_stop(sentence).end;
    let end = mention(scene, start..limit)?;
    let closed = after_asides(scene, end..limit);
    (closed >= limit || scene.is_boundary(closed)).then(|| Framing {
        run: at..closed,
        source: vec![start..end],
        cue: vec![at..start],
    })
}

/// One past the adverbs and prepositional phrases that may follow a source ("so X weiter", "so X am Montag").
fn after_asides(scene: &Scene, stretch: Run) -> usize {
    let words = &scene.speech.words;
    let mut at = stretch.start;
    while at < stretch.end && !scene.is_boundary(at) {
        let loose = scene.is(at, &words.adverbs) || scene.is(at, &words.prepositions);
        if at == stretch.start && !loose {
            return at;
        }
        at += 1;
    }
    if scene.is_subordinator(stretch.start) { stretch.start } else { at }
}

/// "Wie X mitteilte, …", "…, as X reported".
fn clause(scene: &Scene, sentence: &Range<usize>, frame: &Frame, at: usize, cues: &[Cue]) -> Option<Framing> {
    if at != sentence.start && !scene.is_boundary(at - 1) {
        return None;
    }
    let start = at + frame.words.0.len();
    let cue = cues.iter().find(|cue| {
        cue.parts.first().is_some_and(|&first| first > start)
            && (start..cue.end()).all(|place| !scene.is_boundary(place))
            && !cue.passive
    })?;
    let end = cue.end().max(cue.finite + 1);
    let closed = end >= sentence.end || scene.is_boundary(end) || scene.is_stop(end);
    let first = cue.parts.first().copied()?;
    let reached = super::subjects::after(scene, start..first)?;
    closed.then(|| {
        let mut parts = vec![at..start];
        parts.extend(super::cued::runs(&cue.parts));
        Framing { run: at..end, source: vec![reached], cue: parts }
    })
}

/// The clause without its frame.
fn claim(scene: &Scene, sentence: &Range<usize>, frame: &Frame, framing: Framing) -> Option<Draft> {
    let whole = clause_around(scene, sentence, &framing.run);
    let before = trim(scene, whole.start..framing.run.start);
    let after = trim(scene, framing.run.end..whole.end);
    let content: Vec<Run> = [before, after].into_iter().filter(|run| !run.is_empty()).collect();
    if content.iter().map(ExactSizeIterator::len).sum::<usize>() < 2 {
        return None;
    }
    let quoted = content.iter().all(|run| is_quotation(scene, run));
    let form = if quoted { Form::Direct } else { Form::Indirect };
    let mut draft = Draft::new(Construction::Framed, form, content);
    draft.source = framing.source;
    draft.cue = framing.cue;
    draft.act = frame.act;
    draft.certainty = match frame.certainty {
        lagebild_schema::Certainty::Certain => stance::hedge(scene, &draft.content),
        sure => sure,
    };
    Some(draft)
}

fn is_quotation(scene: &Scene, run: &Run) -> bool {
    scene
        .quotes
        .at(run.start)
        .is_some_and(|quotation| quotation.close + 1 >= run.end && quotation.open <= run.start)
}

/// The clause that a frame belongs to: the dependent clause around it, else the sentence.
fn clause_around(scene: &Scene, sentence: &Range<usize>, frame: &Run) -> Run {
    let whole = scene.without_stop(sentence);
    let start = scene.field_start(sentence, frame.start);
    if start > sentence.start && start < frame.start && opens_dependent_clause(scene, sentence, start) {
        return start..scene.next_boundary(frame.end..whole.end);
    }
    let begin = (sentence.start..frame.start)
        .rev()
        .find(|&at| matches!(scene.context.word(at), ";" | ":") && !scene.quotes.inside(at))
        .map_or(sentence.start, |at| at + 1);
    let end = (frame.end..whole.end)
        .find(|&at| scene.is_mark(at, ";") && !scene.quotes.inside(at))
        .unwrap_or(whole.end);
    begin..end
}

/// A run without commas at its ends.
fn trim(scene: &Scene, mut run: Run) -> Run {
    while run.start < run.end && scene.is_boundary(run.start) {
        run.start += 1;
    }
    while run.end > run.start && scene.is_boundary(run.end - 1) {
        run.end -= 1;
    }
    run
}
