//! Noun phrases by closed classes and capitals: the mention of a source, with article, genitive and apposition.

use std::ops::Range;

use super::complements::is_reporting;
use super::scene::Scene;

/// How many attributes may stand between article and noun.
const ATTRIBUTES: usize = 6;

/// How far a parenthesis after a name may reach ("(CDU)").
const PARENTHESIS: usize = 8;

/// Where a mention that begins at the start of the stretch ends, apposition included; `None` where none begins.
pub(super) fn mention(scene: &Scene, stretch: Range<usize>) -> Option<usize> {
    let at = stretch.start;
    if scene.is(at, &scene.speech.words.pronouns) && !continues_as_phrase(scene, at) {
        return (at < stretch.end).then_some(at + 1);
    }
    let end = phrase(scene, stretch.clone())?;
    Some(apposition(scene, end..stretch.end).unwrap_or(end))
}

/// Where a noun phrase without apposition ends.
pub(super) fn phrase(scene: &Scene, stretch: Range<usize>) -> Option<usize> {
    let definite = scene.is(stretch.start, &scene.speech.words.determiners);
    let mut end = core(scene, stretch.clone())?;
    while let Some(further) = attachment(scene, end..stretch.end, definite) {
        end = further;
    }
    Some(end)
}

/// Where a noun phrase ends of which only genitives, "von" and "und" are part.
pub(super) fn narrow(scene: &Scene, stretch: Range<usize>) -> Option<usize> {
    let words = &scene.speech.words;
    if scene.is(stretch.start, &words.pronouns) && !continues_as_phrase(scene, stretch.start) {
        return Some(stretch.start + 1);
    }
    let mut end = core(scene, stretch.clone())?;
    loop {
        let further = if scene.is(end, &words.genitive) {
            core(scene, end..stretch.end)
        } else if scene.is(end, &words.of)
            || scene.is(end, &words.and)
            || (scene.is(end, &words.linking) && is_noun(scene, end + 1))
        {
            core(scene, end + 1..stretch.end)
        } else {
            None
        };
        match further {
            Some(further) => end = further,
            None => return Some(end),
        }
    }
}

/// Whether a word that can be a pronoun is an article here ("beide Seiten").
fn continues_as_phrase(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    scene.is(at, &words.determiners)
        && if scene.speech.order.capital_nouns {
            scene.is_capital(at + 1) || (scene.is_open(at + 1) && scene.is_capital(at + 2))
        } else {
            scene.is_open(at + 1) && scene.speech.forms(scene.context.lower(at + 1)).is_empty()
        }
}

/// Article, attributes and nouns.
fn core(scene: &Scene, stretch: Range<usize>) -> Option<usize> {
    let words = &scene.speech.words;
    let mut at = stretch.start;
    if at >= stretch.end {
        return None;
    }
    while at < stretch.end && scene.is(at, &words.determiners) && !scene.quotes.inside(at) {
        at += 1;
    }
    if scene.speech.order.capital_nouns {
        let last = stretch.end.min(at + ATTRIBUTES);
        while at < last && !is_noun(scene, at) && is_attribute(scene, at, at > stretch.start) {
            at += 1;
        }
    }
    let first = at;
    while at < stretch.end {
        at = match noun(scene, at, stretch.end, at > first) {
            Some(next) => next,
            None => break,
        };
    }
    while at > first && is_adverb_of_manner(scene, at - 1) {
        at -= 1;
    }
    (at > first).then_some(at)
}

/// Whether a word ends like an adverb ("sternly") and is no noun that happens to ("family").
fn is_adverb_of_manner(scene: &Scene, at: usize) -> bool {
    let words = &scene.speech.words;
    scene.ends(at, &words.adverb_endings)
        && !scene.is(at, &words.no_adverbs)
        && (!scene.is_capital(at) || at == 0 || scene.is_stop(at - 1))
}

/// Whether a lower-case word can stand between article and noun; without an article a form of a cue verb cannot.
fn is_attribute(scene: &Scene, at: usize, after_article: bool) -> bool {
    let words = &scene.speech.words;
    let verb = is_reporting(scene, at)
        || (!after_article && !scene.speech.forms(scene.context.lower(at)).is_empty());
    let open = scene.is_open(at) && !scene.is(at, &words.determiners) && !scene.is_capital(at) && !verb;
    let degree = after_article && scene.is(at, &words.adverbs) && !scene.is_capital(at);
    open || degree || scene.is_number(at)
}

fn is_noun(scene: &Scene, at: usize) -> bool {
    scene.is_open(at) && scene.is_capital(at) && !scene.is(at, &scene.speech.words.times)
}

/// One past a noun, a name, a quoted name, or a parenthesis after one.
fn noun(scene: &Scene, at: usize, end: usize, after_noun: bool) -> Option<usize> {
    if let Some(quotation) = scene.quotes.at(at) {
        let whole = quotation.open == at && quotation.close < end && quotation.len() <= 5;
        return whole.then_some(quotation.close + 1);
    }
    if after_noun && scene.is_mark(at, "(") {
        let close = (at..end.min(at + PARENTHESIS)).find(|&close| scene.is_mark(close, ")"))?;
        return Some(close + 1);
    }
    if scene.speech.order.capital_nouns {
        let words = &scene.speech.words;
        let particle = after_noun && scene.is(at, &words.name_particles) && is_noun(scene, at + 1);
        let number = after_noun && (scene.is_number(at) || scene.is_mark(at, "/"));
        return (is_noun(scene, at) || particle || number).then_some(at + 1);
    }
    let joiner = after_noun && scene.is(at, &scene.speech.words.joiners);
    let times = scene.is(at, &scene.speech.words.times);
    let word = scene.context.lower(at);
    let past = after_noun && scene.ends(at, &scene.speech.words.verb_endings);
    let article = at > 0
        && scene.is(at - 1, &scene.speech.words.determiners)
        && ![&scene.speech.words.pronouns, &scene.speech.words.demonstratives]
            .iter()
            .any(|set| scene.is(at - 1, set));
    let verb = !article && !scene.is_capital(at) && (past || !scene.speech.forms(word).is_empty());
    let determiner = scene.is(at, &scene.speech.words.determiners);
    (joiner || scene.is_number(at) || (scene.is_open(at) && !times && !verb && !determiner)).then_some(at + 1)
}

/// One past a genitive, a prepositional attribute, or a coordinated phrase that belongs to the noun before.
fn attachment(scene: &Scene, stretch: Range<usize>, definite: bool) -> Option<usize> {
    let words = &scene.speech.words;
    let at = stretch.start;
    if at >= stretch.end || scene.quotes.inside(at) {
        return None;
    }
    if scene.is(at, &words.genitive) {
        let end = core(scene, stretch)?;
        let spoken_to = !definite && scene.is(at, &words.dative) && any(scene, at..end, &words.media);
        return (!spoken_to).then_some(end);
    }
    if scene.is(at, &words.linking) || (definite && scene.is(at, &words.placing)) {
        let end = core(scene, at + 1..stretch.end)?;
        let aside = any(scene, at..end, &words.occasions) || any(scene, at..end, &words.times);
        return (!aside).then_some(end);
    }
    if scene.is(at, &words.and) {
        let end = core(scene, at + 1..stretch.end)?;
        let verb = scene.is(end, &words.finite) || !scene.speech.forms(scene.context.lower(end)).is_empty();
        let new_clause = end < stretch.end && verb;
        return (!new_clause).then_some(end);
    }
    None
}

fn any(scene: &Scene, mut run: Range<usize>, words: &lagebild_knowledge::speech::Words) -> bool {
    run.any(|at| scene.is(at, words))
}

/// One past an apposition between commas, or between a comma and the end of the stretch.
fn apposition(scene: &Scene, stretch: Range<usize>) -> Option<usize> {
    let at = stretch.start;
    if at >= stretch.end || !scene.is_comma(at) || scene.quotes.inside(at) {
        return None;
    }
    let mut end = phrase(scene, at + 1..stretch.end)?;
    let closed = |end: usize| end >= stretch.end || scene.is_boundary(end) || scene.is_stop(end);
    if !closed(end) && scene.is(end, &scene.speech.words.prepositions) {
        let far = scene.next_boundary(end..stretch.end);
        let verb = |at: usize| scene.is(at, &scene.speech.words.finite) || is_reporting(scene, at);
        end = if (end..far).any(verb) { end } else { far };
    }
    let closed = closed(end);
    let dependent = scene.is(at + 1, &scene.speech.words.pronouns) && end == at + 2;
    (closed && !dependent).then_some(end)
}
