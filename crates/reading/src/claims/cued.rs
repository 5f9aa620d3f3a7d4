//! Claims that a cue verb carries: after their content, before it, or in a dependent clause.

use std::ops::Range;

use lagebild_knowledge::speech::Complement;
use lagebild_schema::Form;

use super::complements::{Governed, by_block, complement, is_reporting, takes};
use super::cues::Cue;
use super::draft::{Construction, Draft, Run};
use super::noun_phrase::mention;
use super::objects;
use super::scene::Scene;
use super::subjects::{Subject, after, subject};
use super::{company, stance};

/// The claim of a cue, if grammar tells both content and source.
pub(super) fn read(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    if cue.passive {
        return passive(scene, sentence, cue);
    }
    if cue.dependent {
        return dependent(scene, sentence, cue);
    }
    postposed(scene, sentence, cue).or_else(|| preposed(scene, sentence, cue))
}

/// "X sagte, dass …", "Am Montag sagte X: „…“", "X kritisierte Y".
fn preposed(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let Subject { run, after } = subject(scene, sentence, cue)?;
    let from = if after { run.end.max(cue.finite + 1) } else { cue.finite + 1 };
    let from = if scene.speech.order.verb_second { from } else { cue.end() };
    match complement(scene, sentence, cue, from) {
        Some(governed) => {
            let aside = from..governed.from;
            Some(finish(scene, cue, governed, vec![run], aside))
        }
        None => objects::read(scene, sentence, cue, &run, after),
    }
}

fn finish(scene: &Scene, cue: &Cue, governed: Governed, source: Vec<Run>, aside: Run) -> Draft {
    let mut draft = Draft::new(governed.construction, governed.form, governed.content);
    draft.source = source;
    draft.cue = runs(&cue.parts);
    let (addressee, citing) = company::of(scene, aside);
    draft.addressee = addressee;
    draft.citing = citing;
    stance::take(scene, &mut draft, cue, governed.certainty);
    draft
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

/// "„…“, sagte X", "Die Lage sei ernst, sagte X": the cue after its content.
fn postposed(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let (source, mut end, left) =
        inverted(scene, sentence, cue).or_else(|| trailing(scene, sentence, cue))?;
    let quotation = closing_quotation(scene, left);
    if quotation.is_none() && announces_more(scene, sentence, cue, end) {
        return None;
    }
    let (mut content, form) = match quotation {
        Some(open) if opens_clause(scene, sentence, open) => {
            if !takes(cue, Complement::Quote) {
                return None;
            }
            (by_block(scene, scene.quotes.at(open)?), Form::Direct)
        }
        _ => (vec![clause_before(scene, sentence, left)?], Form::Indirect),
    };
    if form == Form::Indirect && !takes(cue, Complement::Main) && !takes(cue, Complement::That) {
        return None;
    }
    end = end.max(cue.finite + 1);
    let stop = scene.without_stop(sentence).end;
    if let Some(more) = resumption(scene, end..stop, form) {
        content.push(more);
    }
    let construction =
        if form == Form::Direct { Construction::QuoteThenCue } else { Construction::ClauseThenCue };
    let governed = Governed { content, from: stop, construction, form, certainty: None };
    let aside_end =
        governed.content.last().map_or(stop, |last| if last.start > end { last.start } else { stop });
    Some(finish(scene, cue, governed, vec![source], end..aside_end))
}

/// Source, its end, and the last token of the content, where verb and subject follow the content.
fn inverted(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<(Run, usize, usize)> {
    let before = cue.finite.checked_sub(1).filter(|&before| before > sentence.start)?;
    let quoted = scene.quotes.closed_at(before).is_some();
    let parted = scene.is_comma(before) && !scene.quotes.inside(before);
    if !quoted && !parted {
        return None;
    }
    let limit = cue.parts.iter().copied().find(|&part| part > cue.finite).unwrap_or(sentence.end);
    let source = after(scene, cue.finite + 1..limit)?;
    let end = source.end.max(cue.end());
    Some((source, end, if parted { before - 1 } else { before }))
}

/// The same where the subject stands before the verb: "…, X said."
fn trailing(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<(Run, usize, usize)> {
    if scene.speech.order.verb_second {
        return None;
    }
    let Subject { run, .. } = subject(scene, sentence, cue)?;
    let before = run.start.checked_sub(1).filter(|&before| before > sentence.start)?;
    let quoted = scene.quotes.closed_at(before).is_some();
    let parted = scene.is_comma(before) && !scene.quotes.inside(before);
    let done = cue.end() >= sentence.end
        || scene.is_stop(cue.end())
        || scene.is_boundary(cue.end())
        || scene.is(cue.end(), &scene.speech.words.prepositions)
        || scene.is(cue.end(), &scene.speech.words.times);
    if !done || (!quoted && !parted) {
        return None;
    }
    Some((run, cue.end(), if parted { before - 1 } else { before }))
}

/// Whether the sentence goes on with what the cue governs, so that what stands before it is no content.
fn announces_more(scene: &Scene, sentence: &Range<usize>, cue: &Cue, end: usize) -> bool {
    complement(scene, sentence, cue, end).is_some_and(|governed| {
        governed.construction != Construction::MainClause
            && governed.construction != Construction::InfinitiveClause
    })
}

/// The opening mark of the quotation that ends at a token, one comma between allowed.
fn closing_quotation(scene: &Scene, left: usize) -> Option<usize> {
    scene.quotes.closed_at(left).map(|quotation| quotation.open)
}

/// Whether a quotation begins a clause: with the sentence, in an earlier one, or after a colon.
fn opens_clause(scene: &Scene, sentence: &Range<usize>, open: usize) -> bool {
    open <= sentence.start || scene.is_mark(open - 1, ":") || scene.is_mark(open - 1, "–")
}

/// The clause that ends at a token: from the start of the sentence or the last colon or semicolon.
fn clause_before(scene: &Scene, sentence: &Range<usize>, left: usize) -> Option<Run> {
    let start = (sentence.start..left)
        .rev()
        .find(|&at| matches!(scene.context.word(at), ":" | ";") && !scene.quotes.inside(at))
        .map_or(sentence.start, |at| at + 1);
    (left + 1 >= start + 2).then_some(start..left + 1)
}

/// Content that goes on after the cue: "„A“, sagte X, „B“", "Die Lage, sagte X, sei ernst".
fn resumption(scene: &Scene, stretch: Range<usize>, form: Form) -> Option<Run> {
    let boundary = scene.next_boundary(stretch.clone());
    if boundary + 1 >= stretch.end {
        return None;
    }
    if form == Form::Direct {
        return scene
            .quotes
            .opened_at(boundary + 1)
            .filter(|quotation| quotation.len() > 1)
            .map(|quotation| quotation.tokens());
    }
    let resumed = scene.is_comma(boundary) && is_reporting(scene, boundary + 1);
    resumed.then_some(boundary + 1..stretch.end)
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

/// "Es wird vermutet, dass …", "Ihm wird von X vorgeworfen, …".
fn passive(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let words = &scene.speech.words;
    if !scene.speech.order.verb_second || cue.dependent {
        return None;
    }
    let governed = complement(scene, sentence, cue, cue.end())?;
    let agent = (cue.finite..cue.end()).find(|&at| scene.is(at, &words.agent));
    let source = agent.and_then(|agent| mention(scene, agent + 1..cue.end()).map(|end| agent + 1..end));
    Some(finish(scene, cue, governed, source.into_iter().collect(), cue.finite..cue.finite))
}
