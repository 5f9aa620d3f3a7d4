//! Claims whose cue follows their content: "„…“, sagte X", "Die Lage sei ernst, sagte X", "…, X said".

use std::ops::Range;

use lagebild_knowledge::speech::{Complement, Shape};
use lagebild_schema::Form;

use super::complements::{Governed, by_block, complement, is_reporting, takes};
use super::cued::finish;
use super::cues::{Clause, Cue, opens_dependent_clause};
use super::draft::{Construction, Draft, Run};
use super::noun_phrase::{mention, phrase};
use super::quotes::Quotation;
use super::scene::Scene;
use super::subjects::{Subject, after, subject};

/// "„…“, sagte X", "Die Lage sei ernst, sagte X": the cue after its content.
pub(super) fn read(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
    let (source, mut end, left) =
        inverted(scene, sentence, cue).or_else(|| trailing(scene, sentence, cue))?;
    if scene.quotes.closed_at(left).is_none() && announces_more(scene, sentence, cue, end) {
        return None;
    }
    let stop = scene.without_stop(sentence).end;
    let Some((mut content, form)) = content_before(scene, sentence, left) else {
        let content = interrupted(scene, sentence, left, end..stop)?;
        let construction = Construction::ClauseThenCue;
        let governed = Governed { content, from: stop, construction, form: Form::Indirect, certainty: None };
        return Some(finish(scene, cue, governed, vec![source], end..end));
    };
    if form == Form::Direct && !takes(cue, Complement::Quote) {
        return None;
    }
    if form == Form::Indirect && !takes(cue, Complement::Main) && !takes(cue, Complement::That) {
        return None;
    }
    end = end.max(cue.finite + 1);
    if let Some(more) = resumption(scene, end..stop, form) {
        content.push(more);
    }
    let construction = after_content(form);
    let governed = Governed { content, from: stop, construction, form, certainty: None };
    let aside_end =
        governed.content.last().map_or(stop, |last| if last.start > end { last.start } else { stop });
    Some(finish(scene, cue, governed, vec![source], end..aside_end))
}

/// Source, its end, and the last token of the content, where verb and subject follow the content.
fn inverted(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<(Run, usize, usize)> {
    if cue.verb.tells || cue.clause == Clause::Participle {
        return None;
    }
    let before = cue.finite.checked_sub(1).filter(|&before| before > sentence.start)?;
    let quoted = scene.quotes.closed_at(before).is_some();
    let parted = scene.is_comma(before) && !scene.quotes.inside(before);
    if !quoted && !parted {
        return None;
    }
    let limit = cue.parts.iter().copied().find(|&part| part > cue.finite).unwrap_or(sentence.end);
    let mut source = after(scene, cue.finite + 1..limit)?;
    if quoted && !scene.speech.order.verb_second {
        source.end = described(scene, source.end..scene.without_stop(sentence).end);
    }
    let end = source.end.max(cue.end());
    if !scene.speech.order.verb_second && !quoted && !ends_phrase(scene, sentence, end) {
        return None;
    }
    Some((source, end, if parted { before - 1 } else { before }))
}

/// Where a speaker after an English verb ends whom an apposition or a relative clause describes to the end of the
/// sentence or to the next quotation.
fn described(scene: &Scene, rest: Run) -> usize {
    let words = &scene.speech.words;
    let first = rest.start + 1;
    let participle = scene.ends(first, &words.present_endings);
    let office = scene.is_open(first) && !scene.is_capital(first) && !participle;
    let describes = office
        || scene.is(first, &words.relative)
        || scene.is(first, &words.determiners)
        || scene.is_number(first);
    if !scene.is_comma(rest.start) || first >= rest.end || !describes {
        return rest.start;
    }
    let end = rest.clone().find(|&at| scene.quotes.inside(at)).unwrap_or(rest.end);
    let adds = |at: &usize| scene.is_comma(*at) && goes_on(scene, at + 1);
    let end = (first..end).find(adds).unwrap_or(end);
    if scene.is_boundary(end - 1) { end - 1 } else { end }
}

/// Whether a participle carries on what was said ("…, adding that").
fn goes_on(scene: &Scene, at: usize) -> bool {
    scene.speech.forms(scene.context.lower(at)).iter().any(|form| form.shape == Shape::Gerund)
}

/// Whether nothing that could be content follows: the end, a boundary, or a phrase of time and place.
fn ends_phrase(scene: &Scene, sentence: &Range<usize>, at: usize) -> bool {
    let words = &scene.speech.words;
    at >= sentence.end
        || scene.is_stop(at)
        || scene.is_boundary(at)
        || [&words.prepositions, &words.times, &words.adverbs].iter().any(|set| scene.is(at, set))
}

/// The same where the subject stands before the verb: "…, X said."
fn trailing(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<(Run, usize, usize)> {
    if scene.speech.order.verb_second || cue.clause == Clause::Participle {
        return None;
    }
    let Subject { run, .. } = subject(scene, sentence, cue)?;
    let before = run.start.checked_sub(1).filter(|&before| before > sentence.start)?;
    let quoted = scene.quotes.closed_at(before).is_some();
    let parted = scene.is_comma(before) && !scene.quotes.inside(before);
    let told = cue.verb.tells.then(|| phrase(scene, cue.end()..sentence.end)).flatten();
    let end = told.unwrap_or(cue.end());
    let done = ends_phrase(scene, sentence, end);
    let words = &scene.speech.words;
    let whole = mention(scene, run.clone()) == Some(run.end);
    let plural = scene.ends(run.end.saturating_sub(1), &words.plural_endings);
    let begins = plural
        || scene.is_capital(run.start)
        || !scene.is_open(run.start)
        || scene.is(run.start, &words.determiners);
    let plain = whole && begins;
    let follows = if quoted { done || plain } else { done && plain && parted };
    if !follows {
        return None;
    }
    Some((run, end, if parted { before - 1 } else { before }))
}

/// Whether the sentence goes on with what the cue governs, so that what stands before it is no content.
fn announces_more(scene: &Scene, sentence: &Range<usize>, cue: &Cue, end: usize) -> bool {
    complement(scene, sentence, cue, end).is_some_and(|governed| {
        governed.construction != Construction::MainClause
            && governed.construction != Construction::InfinitiveClause
    })
}

/// A clause that the cue interrupts: "Die Lage, sagte X, sei ernst", "The move, X said, was right".
fn interrupted(scene: &Scene, sentence: &Range<usize>, left: usize, rest: Run) -> Option<Vec<Run>> {
    let words = &scene.speech.words;
    let comma = scene.next_boundary(rest.clone());
    let finite = scene.is(comma + 1, &words.finite) || is_reporting(scene, comma + 1);
    if !scene.is_comma(comma) || !finite || comma + 2 >= rest.end {
        return None;
    }
    let start = clause_before(scene, sentence, left)?.start;
    Some(vec![start..left + 1, comma + 1..rest.end])
}

pub(super) fn after_content(form: Form) -> Construction {
    if form == Form::Direct { Construction::QuoteThenCue } else { Construction::ClauseThenCue }
}

/// What ends at a token and is said: direct speech, or a main clause.
pub(super) fn content_before(
    scene: &Scene,
    sentence: &Range<usize>,
    left: usize,
) -> Option<(Vec<Run>, Form)> {
    if let Some(quotation) = scene.quotes.closed_at(left).filter(|it| opens_clause(scene, sentence, it.open))
    {
        return Some((by_block(scene, quotation), Form::Direct));
    }
    let clause = clause_before(scene, sentence, left)?;
    let words = &scene.speech.words;
    let fronted = scene.is(clause.start, &words.that) || scene.is(clause.start, &words.whether);
    let said = is_main_clause(scene, sentence, &clause) || (fronted && scene.speech.order.verb_second);
    said.then(|| (vec![clause], Form::Indirect))
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

/// Whether a stretch has a finite verb of its own, and so is a clause and no adverbial, subject, or apposition.
fn is_main_clause(scene: &Scene, sentence: &Range<usize>, clause: &Run) -> bool {
    let words = &scene.speech.words;
    let main = |at: usize| {
        let field = scene.field_start(sentence, at);
        let relative = !scene.speech.order.verb_second && (field..at).any(|it| scene.is(it, &words.relative));
        !relative && !opens_dependent_clause(scene, sentence, field)
    };
    let finite = |at: usize| {
        !scene.quotes.inside(at)
            && !scene.context.word(at).starts_with(['\'', '’'])
            && !scene.is_capital(at)
            && (scene.is(at, &words.finite) || scene.is(at, &words.tentative) || is_reporting(scene, at))
    };
    if clause.clone().any(|at| finite(at) && main(at)) {
        return true;
    }
    if !scene.speech.order.verb_second {
        let noun = |at: usize| {
            at > clause.start
                && (scene.is(at - 1, &words.determiners) || scene.is(at - 1, &words.prepositions))
        };
        let verb = |at: usize| {
            is_past(scene, at) || (!noun(at) && !scene.speech.forms(scene.context.lower(at)).is_empty())
        };
        return !scene.is(clause.start, &words.prepositions)
            && clause.clone().skip(1).any(|at| verb(at) && main(at) && !scene.is_comma(at + 1));
    }
    let end = phrase(scene, clause.clone());
    end.is_some_and(|end| end + 1 < clause.end && scene.is_open(end) && !scene.is_capital(end))
}

/// Whether a lower-case word ends like a verb of the past.
fn is_past(scene: &Scene, at: usize) -> bool {
    !scene.is_capital(at) && scene.ends(at, &scene.speech.words.verb_endings)
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
            .map(Quotation::tokens);
    }
    let words = &scene.speech.words;
    let next = boundary + 1;
    let begins_anew = goes_on(scene, next)
        || [&words.coordinators, &words.relative, &words.subordinators].iter().any(|set| scene.is(next, set));
    let enclosed = !scene.speech.order.verb_second
        && boundary == stretch.start
        && (scene.is(next, &words.that) || !begins_anew);
    let resumed = scene.is_comma(boundary) && (is_reporting(scene, next) || enclosed);
    resumed.then_some(boundary + 1..stretch.end)
}
