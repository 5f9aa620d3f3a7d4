//! Claims that a cue verb carries: after their content, before it, or in a dependent clause.

use std::ops::Range;

use lagebild_knowledge::speech::Complement;

use super::complements::{Governed, complement};
use super::cues::{Clause, Cue};
use super::draft::{Draft, Run};
use super::noun_phrase::{mention, phrase};
use super::objects;
use super::quotes::Quotation;
use super::scene::Scene;
use super::subjects::{Subject, after, subject};
use super::{company, postposed, stance};

/// How many tokens the object of a verb of telling may have.
const LONGEST_ADDRESSEE: usize = 12;

/// The claim of a cue, if grammar tells both content and source.
pub(super) fn read(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    if cue.negated && !stance::survives_negation(cue.verb) {
        return None;
    }
    let impersonal_subject = |part: &usize| scene.is(*part, &scene.speech.words.expletive);
    match cue.clause {
        Clause::Passive => return passive(scene, sentence, cue),
        _ if cue.parts.iter().any(impersonal_subject) => return impersonal(scene, sentence, cue),
        Clause::Dependent => return dependent(scene, sentence, cue),
        Clause::Main | Clause::Participle => {}
    }
    let writer = |run: &Run| run.len() == 1 && scene.is(run.start, &scene.speech.words.first_person);
    postposed::read(scene, sentence, cue)
        .or_else(|| preposed(scene, sentence, cue))
        .filter(|draft| !draft.source.iter().any(writer))
}

/// "X sagte, dass …", "Am Montag sagte X: „…“", "X kritisierte Y".
fn preposed(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let Subject { mut run, after } = subject(scene, sentence, cue)?;
    if let Some(object) = (run.start + 1..run.end).find(|&at| scene.context.lower(at) == cue.verb.object) {
        run.end = object;
    }
    let from = if after { run.end.max(cue.finite + 1) } else { cue.finite + 1 };
    let from = if scene.speech.order.verb_second { from } else { cue.end() };
    match complement(scene, sentence, cue, from) {
        Some(governed) => {
            let aside = from..governed.from;
            let before = run.end..cue.parts.first().copied().unwrap_or(cue.finite);
            let mut draft = finish(scene, cue, governed, vec![run], aside);
            if !after {
                draft.citing.append(&mut company::of(scene, before).1);
            }
            Some(draft)
        }
        None => objects::read(scene, sentence, cue, &run, after),
    }
}

/// The claim that a cue, its source and its content make, with whom it is told to or relies on in between.
pub(super) fn finish(scene: &Scene, cue: &Cue, governed: Governed, source: Vec<Run>, aside: Run) -> Draft {
    let content = to_closing_mark(scene, without_particle(scene, cue, governed.content));
    let mut draft = Draft::new(governed.construction, governed.form, content);
    draft.source = source;
    draft.cue = runs(&cue.parts);
    let (addressee, citing) = company::of(scene, aside);
    draft.addressee = addressee;
    draft.citing = citing;
    if cue.verb.tells {
        draft
            .addressee
            .extend(phrase(scene, cue.end()..cue.end() + LONGEST_ADDRESSEE).map(|end| cue.end()..end));
    }
    stance::take(scene, &mut draft, cue, governed.certainty);
    draft
}

/// A content to the end of the quotation that it opens and its sentence does not close.
fn to_closing_mark(scene: &Scene, mut content: Vec<Run>) -> Vec<Run> {
    let Some(last) = content.last_mut() else { return content };
    let quotation = last.end.checked_sub(1).and_then(|end| scene.quotes.at(end));
    if let Some(Quotation { open, close }) = quotation
        && open >= last.start
        && scene.block_of(close) == scene.block_of(last.start)
    {
        last.end = last.end.max(close + 1);
    }
    content
}

/// A content without the particle of its verb at the end ("lehnte es ab", "lehnte es, so zu handeln, ab").
fn without_particle(scene: &Scene, cue: &Cue, mut content: Vec<Run>) -> Vec<Run> {
    if let Some(last) = content.last_mut()
        && let Some(&particle) = cue.parts.iter().find(|&&part| part > last.start + 1 && last.contains(&part))
    {
        last.end = if scene.is_comma(particle - 1) { particle - 1 } else { particle };
    }
    content
}

/// Token indices to runs of neighbours.
pub(super) fn runs(parts: &[usize]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for &part in parts {
        match runs.last_mut() {
            Some(last) if last.end == part => last.end += 1,
            _ => runs.push(part..part + 1),
        }
    }
    runs
}

/// "…, der sagte, dass …", "nachdem X angekündigt hatte, …".
fn dependent(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let words = &scene.speech.words;
    let first = cue.parts.first().copied()?.min(cue.finite);
    let start = scene.field_start(sentence, first);
    let opener = if scene.is(start, &words.coordinators) { start + 1 } else { start };
    let end = cue.end().max(cue.finite + 1);
    let (source, from) = if scene.is_subordinator(opener) {
        let source = after(scene, opener + 1..first)?;
        let from = source.end;
        (source, from)
    } else if scene.is(opener, &words.relative) && opener > sentence.start + 1 {
        (antecedent(scene, sentence, opener - 1)?, opener + 1)
    } else {
        return None;
    };
    match complement(scene, sentence, cue, end) {
        Some(governed) => Some(finish(scene, cue, governed, vec![source], from..end)),
        None => objects::in_dependent_clause(scene, cue, source, from..first),
    }
}

/// The noun phrase that ends just before the comma of a relative clause.
fn antecedent(scene: &Scene, sentence: &Range<usize>, comma: usize) -> Option<Run> {
    if !scene.is_comma(comma) {
        return None;
    }
    let start = scene.field_start(sentence, comma);
    (start..comma).find(|&at| mention(scene, at..comma) == Some(comma)).map(|at| at..comma)
}

/// "Es wird vermutet, dass …", "Ihm wird von X vorgeworfen, …"; "X wird mit den Worten zitiert: „…“".
fn passive(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let words = &scene.speech.words;
    if !scene.speech.order.verb_second {
        return None;
    }
    let governed = complement(scene, sentence, cue, cue.end())?;
    let quoted_person = cue.verb.takes == [Complement::Quote];
    let source = if quoted_person {
        Some(subject(scene, sentence, cue)?.run)
    } else {
        let agent = (cue.finite..cue.end()).find(|&at| scene.is(at, &words.agent));
        agent.and_then(|agent| mention(scene, agent + 1..cue.end()).map(|end| agent + 1..end))
    };
    Some(finish(scene, cue, governed, source.into_iter().collect(), cue.finite..cue.finite))
}

/// "In der Erklärung heißt es, …", "…, hieß es aus Kreisen": the source is the text or circle it stands in.
fn impersonal(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let first = cue.parts.first().copied()?;
    let front = scene.field_start(sentence, first)..first;
    let quoted = |stretch: Run| {
        let words = &scene.speech.words;
        let at = stretch.clone().take(2).find(|&at| scene.is(at, &words.quoting))?;
        mention(scene, at + 1..stretch.end).map(|end| at + 1..end)
    };
    let tail = cue.end()..scene.next_boundary(cue.end()..scene.without_stop(sentence).end);
    let source = quoted(front.clone()).or_else(|| quoted(tail.clone()));
    let from = source.as_ref().map_or(cue.end(), |source| source.end.max(cue.end()));
    if let Some(governed) = complement(scene, sentence, cue, from) {
        return Some(finish(scene, cue, governed, source.into_iter().collect(), from..from));
    }
    let before = first.checked_sub(1).filter(|&before| before > sentence.start)?;
    let parted = scene.is_comma(before) && !scene.quotes.inside(before);
    if !parted && scene.quotes.closed_at(before).is_none() {
        return None;
    }
    let left = if parted { before - 1 } else { before };
    let (content, form) = postposed::content_before(scene, sentence, left)?;
    let construction = postposed::after_content(form);
    let governed = Governed { content, from, construction, form, certainty: None };
    Some(finish(scene, cue, governed, source.into_iter().collect(), from..from))
}
