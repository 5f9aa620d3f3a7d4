//! Sentences framed as somebody's word: "laut X", "nach Angaben von X", "X zufolge", "so X", "wie X mitteilte".

use std::ops::Range;

use lagebild_knowledge::speech::{Complement, Frame, Place};
use lagebild_schema::{Certainty, Form};

use super::cues::{Clause, Cue, opens_dependent_clause};
use super::draft::{Construction, Draft, Run, one};
use super::noun_phrase::{self, mention, phrase};
use super::scene::Scene;
use super::{cued, stance, subjects};

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

/// The claims of a sentence that a clause frames: "wie X mitteilte".
pub(super) fn clauses(scene: &Scene, sentence: &Range<usize>, cues: &[Cue]) -> Vec<Draft> {
    let whole = scene.without_stop(sentence);
    let read =
        |(frame, at)| claim(scene, sentence, whole.clone(), frame, clause(scene, sentence, frame, at, cues)?);
    framed(scene, sentence, Place::Clause).filter_map(read).collect()
}

/// The claims of a sentence that a phrase frames. Inside the content of another claim a phrase frames that alone,
/// and only where it names a source.
pub(super) fn phrases(scene: &Scene, sentence: &Range<usize>, drafts: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    for place in [Place::After, Place::Before, Place::Aside] {
        for (frame, at) in framed(scene, sentence, place) {
            let framing = match place {
                Place::After => source_after(scene, sentence, frame, at),
                Place::Before => source_before(scene, sentence, frame, at),
                _ => aside(scene, sentence, frame, at),
            };
            let Some(framing) = framing else { continue };
            let around = drafts.iter().flat_map(|draft| &draft.content).find(|run| run.contains(&at));
            let stretch = around.cloned().unwrap_or_else(|| scene.without_stop(sentence));
            if around.is_none() || !framing.source.is_empty() {
                found.extend(claim(scene, sentence, stretch, frame, framing));
            }
        }
    }
    found
}

/// The places in a sentence where the words of a frame stand, outside of quotations.
fn framed(
    scene: &Scene,
    sentence: &Range<usize>,
    place: Place,
) -> impl Iterator<Item = (&'static Frame, usize)> {
    sentence.clone().filter(|&at| !scene.quotes.inside(at)).flat_map(move |at| {
        let frames = scene.speech.frames.iter().filter(move |frame| frame.place == place);
        frames.filter(move |frame| scene.phrase_at(at, &frame.words.0)).map(move |frame| (frame, at))
    })
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
    let end = narrow(scene, start..limit)?;
    let bare =
        (start..end).all(|place| scene.is(place, &words.determiners) || scene.is(place, &words.statements));
    let (source, cue) = if bare { (Vec::new(), at..end) } else { (one(start..end), at..start) };
    Some(Framing { run: at..end, source, cue: vec![cue] })
}

/// Where a source ends that the framed clause may follow at once: genitives and "von" belong to it, other phrases and
/// an apposition that no comma closes do not.
fn narrow(scene: &Scene, stretch: Run) -> Option<usize> {
    if !scene.speech.order.verb_second {
        return to_boundary(scene, stretch);
    }
    let end = noun_phrase::narrow(scene, stretch.clone())?;
    let enclosed =
        |&far: &usize| far > end && scene.is_comma(end) && (scene.is_comma(far) || far >= stretch.end);
    Some(mention(scene, stretch.clone()).filter(enclosed).unwrap_or(end))
}

/// Where a source ends that only a boundary can end, so long as no verb stands before that: English.
fn to_boundary(scene: &Scene, stretch: Run) -> Option<usize> {
    let end = mention(scene, stretch.clone())?;
    let far = scene.next_boundary(end..stretch.end);
    let verb = |at: usize| scene.is(at, &scene.speech.words.finite);
    Some(if (end..far).any(verb) || scene.quotes.inside(far.saturating_sub(1)) { end } else { far })
}

/// "nach (ersten) Angaben (von) X", "nach einem Bericht der X".
fn noun_frame(scene: &Scene, frame: &Frame, at: usize, stretch: Run) -> Option<Framing> {
    let words = &scene.speech.words;
    let last = stretch.end.min(stretch.start + ATTRIBUTES);
    let noun = (stretch.start..last)
        .take_while(|&place| !scene.is_boundary(place))
        .find(|&place| scene.is(place, &frame.nouns) || is_compound(scene, place, frame))?;
    if (stretch.start..noun).any(|place| scene.is(place, &words.prepositions)) {
        return None;
    }
    let after = noun + 1;
    let own = |place: usize| scene.is(place, &words.own) || scene.is(place, &words.possessives);
    if (stretch.start..noun).any(own) {
        return Some(Framing { run: at..after, source: Vec::new(), cue: one(at..after) });
    }
    let compound = !scene.is(noun, &frame.nouns);
    if compound && !scene.is(stretch.start, &words.determiners) {
        return Some(Framing { run: at..after, source: one(stretch.start..after), cue: one(at..at + 1) });
    }
    if scene.is(stretch.start, &words.determiners) && stretch.start < noun {
        let end = narrow(scene, stretch.clone())?;
        return Some(Framing { run: at..end, source: one(stretch.start..end), cue: one(at..at + 1) });
    }
    let start = if scene.is(after, &words.of) { after + 1 } else { after };
    let named = begins_source(scene, after).then(|| narrow(scene, start..stretch.end)).flatten();
    Some(match named {
        Some(end) => Framing { run: at..end, source: one(start..end), cue: one(at..after) },
        None if scene.is(noun, &words.documents) => {
            Framing { run: at..after, source: one(stretch.start..after), cue: one(at..at + 1) }
        }
        None => Framing { run: at..after, source: Vec::new(), cue: one(at..after) },
    })
}

/// Whether a noun names in one word whose statement it is ("Polizeiangaben").
fn is_compound(scene: &Scene, at: usize, frame: &Frame) -> bool {
    scene.is_capital(at) && frame.nouns.has_head_of(scene.context.lower(at))
}

/// Whether the source of "nach Angaben" begins here: "von", a genitive with or without article, or a name.
fn begins_source(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    let attributed = scene.is_open(at) && scene.is_capital(at + 1) && scene.ends(at, &words.genitive_endings);
    scene.is(at, &words.of)
        || scene.is(at, &words.genitive)
        || scene.is_capital(at)
        || attributed
        || scene.quotes.opened_at(at).is_some()
}

/// "X zufolge", "seiner Meinung nach".
fn source_before(scene: &Scene, sentence: &Range<usize>, frame: &Frame, at: usize) -> Option<Framing> {
    let words = &scene.speech.words;
    let end = at + frame.words.0.len();
    let first = scene.field_start(sentence, at).max(at.saturating_sub(BACK));
    if !frame.nouns.is_empty() {
        let noun = at.checked_sub(1).filter(|&noun| noun > first && scene.is(noun, &frame.nouns))?;
        let start = (first..noun).rev().find(|&start| scene.is(start, &words.possessives))?;
        return Some(Framing { run: start..end, source: Vec::new(), cue: one(start..end) });
    }
    let start =
        (first..at).find(|&start| can_be_dative(scene, start) && phrase(scene, start..at) == Some(at))?;
    let (source, cue) = match (start..at).find(|&place| scene.is(place, &words.statements)) {
        Some(noun) if noun + 1 < at => (one(noun + 1..at), vec![start..noun + 1, at..end]),
        Some(_) => (Vec::new(), one(start..end)),
        None => (one(start..at), one(at..end)),
    };
    Some(Framing { run: start..end, source, cue })
}

/// Whether a dative can begin with a word: an article of that case, a noun, or an attribute with its ending.
fn can_be_dative(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    let article = [&words.dative, &words.oblique, &words.possessives].iter().any(|set| scene.is(at, set));
    let attribute = !scene.is(at, &words.determiners) && scene.ends(at, &words.dative_endings);
    article || scene.is_capital(at) || attribute
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
        source: one(start..end),
        cue: one(at..start),
    })
}

/// One past the adverbs and phrases that may follow a source ("so X weiter", "so X am Montag").
fn after_asides(scene: &Scene, stretch: Run) -> usize {
    let words = &scene.speech.words;
    let loose = scene.is(stretch.start, &words.adverbs) || scene.is(stretch.start, &words.prepositions);
    if loose { scene.next_boundary(stretch) } else { stretch.start }
}

/// "Wie X mitteilte, …", "…, as X reported".
fn clause(scene: &Scene, sentence: &Range<usize>, frame: &Frame, at: usize, cues: &[Cue]) -> Option<Framing> {
    if at != sentence.start && !scene.is_boundary(at - 1) {
        return None;
    }
    let start = at + frame.words.0.len();
    let says = |cue: &Cue| {
        cue.clause != Clause::Passive
            && [Complement::Quote, Complement::Main].iter().any(|it| cue.verb.takes.contains(it))
    };
    let cue = cues.iter().find(|cue| {
        cue.parts.first().is_some_and(|&first| first > start) && reaches(scene, start, cue) && says(cue)
    })?;
    let end = cue.end().max(cue.finite + 1);
    let closed = end >= sentence.end || scene.is_boundary(end) || scene.is_stop(end);
    let first = cue.parts.first().copied()?;
    let source = subjects::after(scene, start..first)?;
    let mut parts = one(at..start);
    parts.extend(cued::runs(&cue.parts));
    closed.then(|| Framing { run: at..end, source: vec![source], cue: parts })
}

/// Whether nothing but a subject with its apposition and adverbs stands between the words of a frame and its verb.
fn reaches(scene: &Scene, start: usize, cue: &Cue) -> bool {
    let Some(&verb) = cue.parts.first() else { return false };
    let subject = mention(scene, start..verb).unwrap_or(start);
    let rest = if scene.is_comma(subject) && subject > start { subject + 1 } else { subject };
    (rest..cue.end()).all(|place| !scene.is_boundary(place))
}

/// The clause without its frame.
fn claim(
    scene: &Scene,
    sentence: &Range<usize>,
    stretch: Run,
    frame: &Frame,
    framing: Framing,
) -> Option<Draft> {
    let whole = clause_around(scene, sentence, stretch, &framing.run);
    let before = trim(scene, whole.start..framing.run.start);
    let after = trim(scene, after_insertions(scene, &whole, frame, &framing.run)..whole.end);
    let mut content: Vec<Run> = [before, after].into_iter().filter(|run| !run.is_empty()).collect();
    if content.len() == 2 && content[0].len() == 1 && is_opener(scene, content[0].start) {
        content.remove(0);
    }
    if content.iter().map(ExactSizeIterator::len).sum::<usize>() < 2 {
        return None;
    }
    let quoted = content.iter().all(|run| is_quotation(scene, run));
    let form = if quoted { Form::Direct } else { Form::Indirect };
    let refers = framing.source.is_empty() && refers_to_subject(scene, &framing.run);
    let mut draft = Draft::new(Construction::Framed, form, content);
    draft.source = if refers { subject_of(scene, sentence, &framing.run) } else { framing.source };
    draft.cue = framing.cue;
    draft.act = frame.act;
    draft.certainty = match frame.certainty {
        Certainty::Certain => stance::hedge(scene, &draft.content),
        unsure => unsure,
    };
    Some(draft)
}

fn is_opener(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    scene.is_subordinator(at) || scene.is(at, &words.relative) || scene.is(at, &words.coordinators)
}

/// Whether a frame points to somebody named elsewhere ("nach eigenen Angaben", "seiner Meinung nach").
fn refers_to_subject(scene: &Scene, frame: &Run) -> bool {
    let words = &scene.speech.words;
    frame.clone().any(|at| scene.is(at, &words.own) || scene.is(at, &words.possessives))
}

/// The subject of the clause that a frame stands in: before the frame, or after the verb that follows it.
fn subject_of(scene: &Scene, sentence: &Range<usize>, frame: &Run) -> Vec<Run> {
    let subject = if frame.start == sentence.start {
        subjects::after(scene, frame.end + 1..sentence.end)
    } else {
        let before = sentence.start..frame.start;
        subjects::leading(scene, sentence).or_else(|| subjects::following(scene, &before))
    };
    subject.into_iter().collect()
}

fn is_quotation(scene: &Scene, run: &Run) -> bool {
    scene
        .quotes
        .at(run.start)
        .is_some_and(|quotation| quotation.close + 1 >= run.end && quotation.open <= run.start)
}

/// The clause that a frame belongs to: the dependent clause around it, else what no semicolon or colon parts from it.
fn clause_around(scene: &Scene, sentence: &Range<usize>, whole: Run, frame: &Run) -> Run {
    let start = scene.field_start(sentence, frame.start);
    if start > sentence.start && start < frame.start && opens_dependent_clause(scene, sentence, start) {
        return start..scene.next_boundary(frame.end..whole.end.max(frame.end));
    }
    let parts =
        |at: usize, marks: &[&str]| marks.contains(&scene.context.word(at)) && !scene.quotes.inside(at);
    let opens = |&at: &usize| parts(at, &[":", ";"]);
    let begin = (whole.start..frame.start).rev().find(opens).map_or(whole.start, |at| at + 1);
    let end = (frame.end..whole.end).find(|&at| parts(at, &[";"])).unwrap_or(whole.end);
    begin..end.max(begin)
}

/// Where the clause goes on after a frame that begins it: a phrase of time and an insertion between commas belong to
/// the frame, for a verb must come second.
fn after_insertions(scene: &Scene, whole: &Run, frame: &Frame, run: &Run) -> usize {
    let words = &scene.speech.words;
    let mut at = run.end;
    if !scene.speech.order.verb_second || run.start != whole.start || frame.place == Place::Clause {
        return at;
    }
    if scene.is(at, &words.prepositions) {
        at = subjects::aside(scene, at..whole.end).unwrap_or(at);
    }
    if scene.is_comma(at) && !scene.is(at + 1, &words.finite) {
        let close = scene.next_boundary(at + 1..whole.end);
        at = if close < whole.end { close } else { at };
    }
    at
}

/// A run without boundaries at its ends.
fn trim(scene: &Scene, mut run: Run) -> Run {
    run.end = run.end.max(run.start);
    while run.start < run.end && scene.is_boundary(run.start) {
        run.start += 1;
    }
    while run.end > run.start && scene.is_boundary(run.end - 1) {
        run.end -= 1;
    }
    run
}
