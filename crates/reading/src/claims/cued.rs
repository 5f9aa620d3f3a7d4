//! Claims that a cue verb carries: after their content, before it, or in a dependent clause.

use std::ops::Range;

use lagebild_knowledge::speech::{Complement, Shape};
use lagebild_schema::Form;

use super::complements::{Governed, by_block, complement, is_reporting, takes};
use super::cues::{Clause, Cue, opens_dependent_clause};
use super::draft::{Construction, Draft, Run};
use super::noun_phrase::{mention, phrase};
use super::objects;
use super::quotes::Quotation;
use super::scene::Scene;
use super::subjects::{Subject, after, subject};
use super::{company, stance};

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
    postposed(scene, sentence, cue)
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

fn finish(scene: &Scene, cue: &Cue, governed: Governed, source: Vec<Run>, aside: Run) -> Draft {
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
    if let Some(last) = content.last_mut().filter(|last| !last.is_empty())
        && let Some(quotation) = scene.quotes.at(last.end - 1)
        && quotation.open >= last.start
        && scene.block_of(quotation.close) == scene.block_of(last.start)
    {
        last.end = last.end.max(quotation.close + 1);
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

/// "„…“, sagte X", "Die Lage sei ernst, sagte X": the cue after its content.
fn postposed(scene: &Scene, sentence: &Range<usize>, cue: &Cue) -> Option<Draft> {
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
    let describes =
        scene.is(first, &words.relative) || scene.is(first, &words.determiners) || scene.is_number(first);
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
    let begins =
        scene.is_capital(run.start) || !scene.is_open(run.start) || scene.is(run.start, &words.determiners);
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

fn after_content(form: Form) -> Construction {
    if form == Form::Direct { Construction::QuoteThenCue } else { Construction::ClauseThenCue }
}

/// What ends at a token and is said: direct speech, or a main clause.
fn content_before(scene: &Scene, sentence: &Range<usize>, left: usize) -> Option<(Vec<Run>, Form)> {
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
    let word = scene.context.lower(at);
    !scene.is_capital(at)
        && scene.speech.words.verb_endings.iter().any(|ending| word.ends_with(ending.as_str()))
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
    let (content, form) = content_before(scene, sentence, left)?;
    let construction = after_content(form);
    let governed = Governed { content, from, construction, form, certainty: None };
    Some(finish(scene, cue, governed, source.into_iter().collect(), from..from))
}
