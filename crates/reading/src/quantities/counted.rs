//! What is counted, without a parser: the words after a number up to its noun.
//!
//! German tells nouns by their capital and adjectives by their endings; English tells the noun by its plural. Where
//! neither is found near, nothing is said to be counted.

use std::ops::Range;

use lagebild_knowledge::quantities::units;
use lagebild_language::TokenKind;

use crate::numbers;

use crate::context::ends;
use crate::scope::Scope;

/// No more words stand between a number and its noun.
const MOST_MODIFIERS: usize = 4;

/// The noun phrase that a number without a unit, ending before `at`, counts.
pub(super) fn of_number(scope: &Scope, at: usize) -> Option<Range<usize>> {
    let at = skip_bound(scope, at);
    let is_of_one = |phrase: &Range<usize>| scope.words().capital_nouns && is_singular(scope, phrase.end - 1);
    noun_phrase(scope, at).or_else(|| of_whole(scope, at).filter(|phrase| !is_of_one(phrase)))
}

/// Whether a noun's ending shows that it is one thing: of "der Polizei" nobody can count thirteen.
fn is_singular(scope: &Scope, at: usize) -> bool {
    ends(scope.lower(at), &scope.words().singular_endings)
}

/// The noun phrase that a number with a unit measures: "5 Tonnen Kokain", "30 percent of voters".
pub(super) fn of_unit(scope: &Scope, at: usize, unit: &str) -> Option<Range<usize>> {
    let words = scope.words();
    if units().is_money(unit) && words.origins.contains(scope.lower(at)) {
        return None;
    }
    let beside = || words.capital_nouns.then(|| noun(scope, at)).flatten();
    of_whole(scope, at).or_else(beside)
}

/// The noun phrase behind "der", "of the": "13 der 20 Abgeordneten", "two of the five hostages".
pub(super) fn of_whole(scope: &Scope, at: usize) -> Option<Range<usize>> {
    let words = scope.words();
    let (_, length) = words.partitives.find(|offset| scope.lower(at + offset))?;
    let whole = at + length;
    // "13 of the 19 seats", "13 of the past 19 seats".
    let number = numbers::cardinal(scope.context, whole)
        .or_else(|| numbers::cardinal(scope.context, whole + 1).filter(|_| may_stand_between(scope, whole)));
    let after_number = number.map_or(whole, |number| number.end);
    let is_inflected = |phrase: &Range<usize>| is_inflected(scope, &(phrase.start..phrase.end - 1));
    noun_phrase(scope, after_number).filter(is_inflected).or_else(|| short_phrase(scope, after_number))
}

/// Whether adjectives have the case of a whole: "30 Prozent der jungen Wähler" are a part of them, "mit 4 Prozent der
/// größte Verlierer" is none.
fn is_inflected(scope: &Scope, adjectives: &Range<usize>) -> bool {
    let endings = &scope.words().whole_endings;
    let has_case = |at| ends(scope.lower(at), endings);
    endings.is_empty() || adjectives.clone().last().is_none_or(has_case)
}

/// Whether a word may stand between an article and its number or noun: "of the past 19", "der geplanten fünf".
pub(super) fn may_stand_between(scope: &Scope, at: usize) -> bool {
    if scope.words().capital_nouns {
        return is_modifier(scope, at);
    }
    scope.is_open_word(at) && !is_plural(scope, at)
}

/// "10 or more people": the bound stands between.
fn skip_bound(scope: &Scope, at: usize) -> usize {
    let bound = scope.words().bounds_after.find(|offset| scope.lower(at + offset));
    bound.map_or(at, |(_, length)| at + length)
}

/// Modifiers and their noun.
pub(super) fn noun_phrase(scope: &Scope, at: usize) -> Option<Range<usize>> {
    if scope.words().capital_nouns {
        let end = (at..at + MOST_MODIFIERS).find(|next| !is_modifier(scope, *next))?;
        return noun(scope, end).map(|noun| at..noun.end);
    }
    let is_open = |next: &usize| scope.is_open_word(*next);
    let head = (at..=at + MOST_MODIFIERS).take_while(is_open).find(|next| is_plural(scope, *next))?;
    let is_plural_too = |next: &usize| is_open(next) && is_plural(scope, *next);
    let end = (head + 1..scope.tokens.end).find(|next| !is_plural_too(next)).unwrap_or(head + 1);
    is_countable(scope, &(at..end)).then_some(at..end)
}

/// Whether no word of a phrase is uncounted, and the phrase is not the owner of something ("the state's people").
fn is_countable(scope: &Scope, phrase: &Range<usize>) -> bool {
    let is_owner =
        matches!(scope.word(phrase.end), "'s" | "’s" | "'" | "’") && scope.touches_before(phrase.end);
    !is_owner && phrase.clone().all(|at| !scope.words().uncounted.contains(scope.lower(at)))
}

/// A capitalised noun that may be counted.
fn noun(scope: &Scope, at: usize) -> Option<Range<usize>> {
    let counts = scope.is_capital(at) && !scope.words().uncounted.contains(scope.lower(at));
    counts.then(|| at..end_of_compounds(scope, at))
}

/// One past a noun, or past the last of those that share their end: "Berufs- und Zeitsoldaten".
fn end_of_compounds(scope: &Scope, at: usize) -> usize {
    let dash = at + usize::from(!scope.word(at).ends_with('-'));
    let is_stub = scope.word(dash).ends_with('-') && (dash == at || scope.touches_before(dash));
    if is_stub && scope.is_word(dash + 1) && scope.is_capital(dash + 2) { dash + 3 } else { at + 1 }
}

/// Whether a lower-case word may stand between a number and its noun where nouns have capitals.
fn is_modifier(scope: &Scope, at: usize) -> bool {
    let words = scope.words();
    let word = scope.lower(at);
    let is_lower =
        scope.word(at) == word && matches!(scope.kind(at), Some(TokenKind::Word | TokenKind::Number));
    let has_letters = word.chars().any(char::is_alphabetic);
    let is_adjective = word.len() >= 4 && ends(word, &words.adjective_endings);
    is_lower && has_letters && !words.stops.contains(word) && (is_adjective || words.adverbs.contains(word))
}

/// One or two words after "of the" that end with a function word or a mark: "30 percent of the vote".
fn short_phrase(scope: &Scope, at: usize) -> Option<Range<usize>> {
    if scope.words().capital_nouns {
        return None;
    }
    let end = (at..at + 3).find(|next| !scope.is_open_word(*next)).filter(|end| *end > at)?;
    if scope.kind(end) == Some(TokenKind::Number) {
        return None;
    }
    is_countable(scope, &(at..end)).then_some(at..end)
}

/// Whether a word looks like a plural noun.
fn is_plural(scope: &Scope, at: usize) -> bool {
    let words = scope.words();
    let word = scope.lower(at);
    words.plurals.contains(word)
        || (word.len() > 3 && ends(word, &words.plural_endings) && !is_singular(scope, at))
}
