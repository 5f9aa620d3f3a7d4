//! What a cue verb governs: direct speech, a clause, an infinitive.

use std::ops::Range;

use lagebild_knowledge::speech::{Complement, Shape};
use lagebild_schema::{Certainty, Form};

use super::cues::{Clause, Cue, opens_dependent_clause};
use super::draft::{Construction, Run};
use super::noun_phrase::phrase;
use super::quotes::Quotation;
use super::scene::Scene;

/// How many words may stand between an English verb and "that".
const BEFORE_THAT: usize = 12;

/// How many boundaries may part a verb from its complement: appositions and relative clauses.
const BOUNDARIES: usize = 5;

/// How many words may stand between a verb and its colon ("sagte X am Montag dem Sender Y: …").
const BEFORE_COLON: usize = 8;

/// How many words may stand before and with the number of a subject ("at least four").
const AMOUNT: usize = 3;

/// Words of a quotation that is speech even without a full stop.
const SPEECH: usize = 4;

/// The content that a cue governs.
#[derive(Debug, Clone)]
pub(super) struct Governed {
    pub(super) content: Vec<Run>,
    /// Where what belongs to the verb ends: the boundary before the content.
    pub(super) from: usize,
    pub(super) construction: Construction,
    pub(super) form: Form,
    /// What the conjunction says of the certainty.
    pub(super) certainty: Option<Certainty>,
}

/// The complement of a cue to its right. `from` is the first token that can belong to it.
pub(super) fn complement(scene: &Scene, sentence: &Range<usize>, cue: &Cue, from: usize) -> Option<Governed> {
    if scene.speech.order.comma_before_clause {
        after_boundary(scene, sentence, cue, from)
    } else {
        after_verb(scene, sentence, cue, from)
    }
}

/// A complement that a boundary parts from its verb: German, and direct speech everywhere.
fn after_boundary(scene: &Scene, sentence: &Range<usize>, cue: &Cue, from: usize) -> Option<Governed> {
    let end = scene.without_stop(sentence).end;
    let mut boundaries = 0;
    let mut at = from;
    while at < end && boundaries < BOUNDARIES {
        if let Some(quotation) = scene.quotes.at(at) {
            if quotation.open == at
                && takes(cue, Complement::Quote)
                && is_speech(scene, sentence, quotation, at > from)
            {
                return Some(direct(scene, quotation, at));
            }
            at = quotation.close + 1;
            continue;
        }
        if scene.is_mark(at, ";") {
            return None;
        }
        if scene.is_mark(at, ":") {
            return after_colon(scene, sentence, cue, from, at);
        }
        if scene.is_boundary(at) {
            boundaries += 1;
            if let Some(governed) = clause(scene, sentence, cue, from, at, boundaries) {
                return Some(governed);
            }
        }
        at += 1;
    }
    None
}

pub(super) fn takes(cue: &Cue, complement: Complement) -> bool {
    cue.verb.takes.contains(&complement)
}

/// Whether a quotation is speech and not a name, a title, or words held at arm's length.
fn is_speech(scene: &Scene, sentence: &Range<usize>, quotation: Quotation, parted: bool) -> bool {
    let inner_stop = quotation.close > quotation.open + 1
        && (scene.is_stop(quotation.close - 1) || scene.is_comma(quotation.close - 1));
    let introduced = quotation.open > sentence.start
        && (scene.is_mark(quotation.open - 1, ":") || scene.is_comma(quotation.open - 1));
    let ends_sentence = quotation.close + 1 >= sentence.end || scene.is_stop(quotation.close + 1);
    introduced && (inner_stop || quotation.len() >= SPEECH || (parted && ends_sentence))
        || inner_stop && quotation.len() >= SPEECH
}

fn direct(scene: &Scene, quotation: Quotation, from: usize) -> Governed {
    Governed {
        content: by_block(scene, quotation),
        from,
        construction: Construction::CueThenQuote,
        form: Form::Direct,
        certainty: None,
    }
}

/// The tokens of a quotation, a run for every paragraph.
pub(super) fn by_block(scene: &Scene, quotation: Quotation) -> Vec<Run> {
    scene.by_block(&(quotation.open..quotation.close + 1))
}

/// What a colon introduces: direct speech here or in the next sentence, or a plain clause.
fn after_colon(
    scene: &Scene,
    sentence: &Range<usize>,
    cue: &Cue,
    from: usize,
    colon: usize,
) -> Option<Governed> {
    let quotation = scene.quotes.opened_at(colon + 1).filter(|_| takes(cue, Complement::Quote));
    if let Some(quotation) = quotation {
        return Some(direct(scene, quotation, colon));
    }
    let end = scene.without_stop(sentence).end;
    let near = cue.end().max(from)..colon;
    let plain = near.len() <= BEFORE_COLON && !near.into_iter().any(|at| scene.is_boundary(at));
    (takes(cue, Complement::Main) && end > colon + 2 && plain)
        .then(|| indirect(Construction::MainClause, colon + 1..end, colon, None))
}

fn indirect(construction: Construction, content: Run, from: usize, certainty: Option<Certainty>) -> Governed {
    Governed { content: vec![content], from, construction, form: Form::Indirect, certainty }
}

/// A clause after a comma: with a conjunction, as an infinitive, or as a main clause in the subjunctive.
fn clause(
    scene: &Scene,
    sentence: &Range<usize>,
    cue: &Cue,
    from: usize,
    comma: usize,
    boundaries: usize,
) -> Option<Governed> {
    let words = &scene.speech.words;
    let start = comma + 1;
    let end = clause_end(scene, sentence, start);
    if end <= start {
        return None;
    }
    let adjacent = boundaries == 1 && comma == cue.end().max(from);
    if takes(cue, Complement::That) {
        if scene.is(start, &words.that) {
            return Some(indirect(Construction::ThatClause, start..end, comma, None));
        }
        let open = scene.is(start, &words.whether);
        if open || (adjacent && scene.is(start, &words.question)) {
            let certainty = open.then_some(Certainty::Open);
            return Some(indirect(Construction::ThatClause, start..end, comma, certainty));
        }
    }
    if takes(cue, Complement::Main) && is_reported_main(scene, sentence, &(start..end), cue, adjacent) {
        return Some(indirect(Construction::MainClause, start..end, comma, None));
    }
    if takes(cue, Complement::Infinitive) && boundaries <= 2 && is_infinitive(scene, start..end) {
        return Some(indirect(Construction::InfinitiveClause, start..end, comma, None));
    }
    None
}

/// Whether a clause after a comma is reported speech in the order of a main clause. A verb that begins it makes it
/// a condition ("sollte …"); one that ends its first field makes it a dependent clause.
fn is_reported_main(scene: &Scene, sentence: &Range<usize>, clause: &Run, cue: &Cue, adjacent: bool) -> bool {
    let words = &scene.speech.words;
    let first_end = scene.next_boundary(clause.clone());
    if scene.is_subordinator(clause.start) {
        return adjacent
            && (first_end + 1..clause.end).any(|at| is_reporting(scene, at) && scene.is_comma(at - 1));
    }
    let reports = |at: &usize| {
        !scene.quotes.inside(*at)
            && (is_reporting(scene, *at) || (!scene.is_capital(*at) && scene.is(*at, &words.tentative)))
    };
    let relative = opens_dependent_clause(scene, sentence, clause.start);
    match (clause.start..first_end).find(reports) {
        Some(verb) if verb == clause.start => false,
        Some(verb) => {
            !relative || (verb + 1 < first_end && (adjacent || scene.is(clause.start, &words.determiners)))
        }
        None if adjacent && cue.clause != Clause::Passive => phrase(scene, clause.clone())
            .is_some_and(|end| scene.is(end, &words.finite) && end + 1 < first_end),
        None => false,
    }
}

/// Whether a word is a finite form of reported speech.
pub(super) fn is_reporting(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    !scene.is_capital(at) && (scene.is(at, &words.subjunctive) || scene.is(at, &words.conditional))
}

/// Whether the first part of a clause holds an infinitive with its marker.
fn is_infinitive(scene: &Scene, clause: Run) -> bool {
    let end = scene.next_boundary(clause.clone());
    if scene.is_subordinator(clause.start) || scene.is(clause.start, &scene.speech.words.coordinators) {
        return false;
    }
    let marked = |at: usize| {
        let word = scene.context.lower(at);
        (scene.is(at, &scene.speech.words.infinitive)
            && scene.is_word(at + 1)
            && !scene.is_capital(at + 1)
            && at + 1 < end)
            || (!scene.is_capital(at)
                && scene.speech.words.fused_infinitive.iter().any(|fused| fuses(word, fused)))
    };
    (clause.start..end).any(marked)
}

/// Whether a word is an infinitive with its marker inside ("zurückzutreten").
fn fuses(word: &str, fused: &str) -> bool {
    let inside = |at: usize| at >= 2 && word.len() >= at + fused.len() + 3;
    word.ends_with('n') && word.match_indices(fused).any(|(at, _)| inside(at))
}

/// Where a clause ends: with the sentence, or before the next cue of its own.
pub(super) fn clause_end(scene: &Scene, sentence: &Range<usize>, start: usize) -> usize {
    let words = &scene.speech.words;
    let end = scene.without_stop(sentence).end;
    for at in start..end {
        if scene.quotes.inside(at) {
            continue;
        }
        if scene.is_mark(at, ";") {
            return at;
        }
        let coordinated = scene.is(at, &words.coordinators) && is_cue_form(scene, at + 1);
        if coordinated && at > start {
            return if scene.is_comma(at - 1) { at - 1 } else { at };
        }
        if scene.is_comma(at) && at > start && begins_frame(scene, at + 1) {
            return at;
        }
        if at > start && (names_speaker(scene, at) || is_afterthought(scene, at..end)) {
            return at;
        }
    }
    end
}

fn is_cue_form(scene: &Scene, at: usize) -> bool {
    !scene.is_capital(at)
        && scene.speech.forms(scene.context.lower(at)).iter().any(|form| form.shape == Shape::Finite)
        && !scene.is(at, &scene.speech.words.subjunctive)
}

/// Whether ", X said" ends a sentence from a token on: English.
fn is_afterthought(scene: &Scene, rest: Run) -> bool {
    if scene.speech.order.verb_second || !scene.is_comma(rest.start) {
        return false;
    }
    let stretch = rest.start + 1..rest.end.min(rest.start + BEFORE_THAT);
    phrase(scene, stretch).is_some_and(|verb| {
        let done = verb + 1 >= rest.end || scene.is_boundary(verb + 1);
        done && says(scene, verb)
    })
}

/// Whether a word is a finite form of a verb that can introduce direct speech.
fn says(scene: &Scene, at: usize) -> bool {
    let forms = scene.speech.forms(scene.context.lower(at));
    forms.iter().any(|form| {
        form.shape == Shape::Finite && scene.speech.verbs[form.verb].takes.contains(&Complement::Quote)
    })
}

/// Whether ", said X" or a verb of saying right after a quotation begins at a token: English.
fn names_speaker(scene: &Scene, at: usize) -> bool {
    let verb = if scene.is_comma(at) { at + 1 } else { at };
    let parted = verb > at || scene.quotes.closed_at(at.saturating_sub(1)).is_some();
    !scene.speech.order.verb_second && parted && scene.is_capital(verb + 1) && says(scene, verb)
}

/// Whether an afterthought that names another source begins at a token (", so X", ", according to X").
fn begins_frame(scene: &Scene, at: usize) -> bool {
    use lagebild_knowledge::speech::Place;
    scene.speech.frames.iter().any(|frame| {
        frame.place != Place::Before
            && frame.place != Place::Clause
            && frame.nouns.is_empty()
            && scene.phrase_at(at, &frame.words.0)
    })
}

/// A complement right after its verb: English.
fn after_verb(scene: &Scene, sentence: &Range<usize>, cue: &Cue, from: usize) -> Option<Governed> {
    let words = &scene.speech.words;
    let mut start = from;
    if cue.verb.tells {
        start = phrase(scene, start..sentence.end)
            .or_else(|| scene.is(start, &words.oblique).then_some(start + 1))?;
    }
    let end = clause_end(scene, sentence, start);
    if takes(cue, Complement::That) {
        let near = start..end.min(start + BEFORE_THAT);
        let that = near.clone().find(|&at| scene.is(at, &words.that) && !scene.quotes.inside(at));
        if let Some(that) = that.filter(|&that| that == start || begins_aside(scene, start)) {
            return Some(indirect(Construction::ThatClause, that..end, that, None));
        }
        if scene.is(start, &words.whether) || scene.is(start, &words.question) {
            let certainty = scene.is(start, &words.whether).then_some(Certainty::Open);
            return Some(indirect(Construction::ThatClause, start..end, start, certainty));
        }
    }
    let quoted = takes(cue, Complement::Quote).then(|| quoted_object(scene, sentence, start)).flatten();
    if quoted.is_some() {
        return quoted;
    }
    let timely = |at: &usize| scene.is(*at, &words.times) || scene.is(*at, &words.adverbs);
    let after_time = (start..end).find(|at| !timely(at)).unwrap_or(start);
    if takes(cue, Complement::Infinitive) && scene.is(after_time, &words.infinitive) && end > after_time + 1 {
        return Some(indirect(Construction::InfinitiveClause, after_time..end, after_time, None));
    }
    let bare = takes(cue, Complement::Main) && end > start + 1 && is_bare_clause(scene, start..end);
    bare.then(|| indirect(Construction::MainClause, start..end, start, None))
}

/// Whether a phrase of time or occasion begins at a token ("said on Monday that").
fn begins_aside(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    [&words.prepositions, &words.adverbs, &words.times].iter().any(|set| scene.is(at, set))
}

/// Direct speech after an English verb, adverbs and phrases of occasion between them.
fn quoted_object(scene: &Scene, sentence: &Range<usize>, start: usize) -> Option<Governed> {
    let open =
        (start..sentence.end.min(start + BEFORE_THAT)).find(|&at| scene.quotes.opened_at(at).is_some())?;
    let quotation = scene.quotes.opened_at(open)?;
    let introduced =
        open > start && (scene.is_comma(open - 1) || scene.is_mark(open - 1, ":")) || open == start;
    (introduced && is_speech(scene, sentence, quotation, true)).then(|| direct(scene, quotation, open))
}

/// Whether a stretch is a clause without a conjunction: a subject and a verb.
fn is_bare_clause(scene: &Scene, clause: Run) -> bool {
    let words = &scene.speech.words;
    let pronoun = scene.is(clause.start, &words.pronouns) || scene.is(clause.start, &words.expletive);
    let demonstrative =
        scene.is(clause.start, &words.determiners) && scene.is(clause.start + 1, &words.finite);
    let amount = (clause.start..clause.end.min(clause.start + AMOUNT))
        .find(|&at| scene.is_number(at) || scene.is(at, &words.determiners));
    let counted =
        scene.is(clause.start, &words.prepositions) && !scene.is(clause.start + 1, &words.determiners);
    let start = amount.filter(|_| counted).unwrap_or(clause.start);
    let clause = start..clause.end;
    pronoun
        || demonstrative
        || phrase(scene, clause.clone()).is_some_and(|subject| clause_follows(scene, subject..clause.end))
}

/// Whether a verb follows a noun phrase within a few words: then the phrase is a subject.
fn clause_follows(scene: &Scene, stretch: Range<usize>) -> bool {
    let words = &scene.speech.words;
    let parts = |at: usize| scene.is_boundary(at) && !scene.is(at + 1, &words.relative);
    stretch
        .take(BEFORE_THAT)
        .take_while(|&at| !parts(at))
        .any(|at| scene.is(at, &words.finite) || !scene.speech.forms(scene.context.lower(at)).is_empty())
}
