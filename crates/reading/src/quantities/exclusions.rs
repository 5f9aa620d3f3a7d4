//! Numbers that are no quantities: names, ages, years, scores, telephone numbers, paragraphs.

use lagebild_language::TokenKind;

use crate::numbers;

use super::measure::Measure;
use crate::scope::Scope;

/// Whole numbers of four digits from here to there may be years.
const YEARS: std::ops::RangeInclusive<f64> = 1000.0..=2199.0;

/// News writes numbers with more digits than these with marks of thousands.
const LONGEST_PLAIN: usize = 6;

/// The signs between the numbers of a file have no more letters.
const LONGEST_SIGN: usize = 4;

/// How far before a number its bracket may have opened.
const LONGEST_BRACKET: usize = 16;

/// No telephone number is written in more groups.
const LONGEST_RUN: usize = 6;

/// No phrase that an age follows has more words.
const LONGEST_AGE: usize = 4;

/// No street has a name of more words, its kind among them ("Martin Luther King Boulevard").
const LONGEST_STREET: usize = 4;

/// Nobody is older.
const OLDEST: f64 = 120.0;

/// Whether the words around a number say that it counts nothing. `is_counted` tells whether a noun follows it.
pub(super) fn apply(scope: &Scope, measure: &Measure, is_counted: bool) -> bool {
    let is_measured = measure.unit.is_some();
    is_chained(scope, measure)
        || is_idiom(scope, measure.tokens.start)
        || (!is_measured
            && (is_alone(scope, measure)
                || is_label(scope, measure)
                || is_age(scope, measure)
                || is_uncounted(scope, measure)
                || is_one(scope, measure)
                || is_code(scope, measure)
                || is_before_a_code(scope, measure)
                || is_address(scope, measure)
                || is_model(scope, measure)
                || (!is_counted
                    && (is_year(scope, measure) || is_name(scope, measure) || begins_name(scope, measure)))))
}

/// "Platz 3", "§ 12", "Artikel 5".
fn is_label(scope: &Scope, measure: &Measure) -> bool {
    scope.words().labels.contains(scope.lower_before(measure.tokens.start))
}

/// "(45)", ", 45," behind a name, "at the age of 45". An age is a time, and of no interest as a quantity.
fn is_age(scope: &Scope, measure: &Measure) -> bool {
    let start = measure.tokens.start;
    let follows_phrase = (1..=LONGEST_AGE.min(start)).any(|length| {
        let found = scope.words().ages.find(|offset| scope.lower(start - length + offset));
        found.is_some_and(|(_, found)| found == length)
    });
    if follows_phrase {
        return true;
    }
    let before = scope.lower_before(start);
    let after = scope.lower(measure.tokens.end);
    let is_set_off = matches!((before, after), ("(", ")" | ",") | (",", "," | "." | ";"));
    let name_at = measure.tokens.start.checked_sub(2);
    is_set_off
        && (1.0..=OLDEST).contains(&measure.value)
        && name_at.is_some_and(|at| scope.is_capital(at) || scope.word(at) == ")")
}

/// "12 Uhr", "62 years": times read these.
pub(super) fn is_uncounted(scope: &Scope, measure: &Measure) -> bool {
    let uncounted = &scope.words().uncounted;
    uncounted.contains(scope.lower(measure.tokens.end))
        || uncounted.contains(scope.lower(measure.tokens.end + 1))
}

/// "eins", "one" stand for a thing or a person; what counts one of something is read with its noun.
fn is_one(scope: &Scope, measure: &Measure) -> bool {
    measure.value == 1.0 && measure.high.is_none() && scope.is_word(measure.tokens.start)
}

/// "2012", "im Jahr 413" without a noun.
fn is_year(scope: &Scope, measure: &Measure) -> bool {
    let word = scope.word(measure.tokens.start);
    let is_named_one = scope.words().years.contains(scope.lower_before(measure.tokens.start));
    is_named_one
        || word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && YEARS.contains(&measure.value)
}

/// Digits behind a name, without a noun of their own: "Apollo 11", "Studio 54", "iOS 9.3".
fn is_name(scope: &Scope, measure: &Measure) -> bool {
    let at = measure.tokens.start;
    let has_capital = |at: usize| scope.is_word(at) && scope.word(at).contains(char::is_uppercase);
    !scope.is_word(at) && at > scope.tokens.start && has_capital(at - 1)
}

/// Digits behind a word with a capital inside ("iOS 9.3") or between a name and a sign ("Mira 950 XL").
fn is_model(scope: &Scope, measure: &Measure) -> bool {
    let (start, end) = (measure.tokens.start, measure.tokens.end);
    if start == scope.tokens.start
        || scope.kind(start) != Some(TokenKind::Number)
        || !scope.is_word(start - 1)
    {
        return false;
    }
    let before = scope.word(start - 1);
    let has_capital_inside = before.contains(char::is_lowercase)
        && !before.contains('-')
        && before.chars().skip(1).any(char::is_uppercase);
    let is_sign = scope.is_word(end)
        && scope.word(end).len() < LONGEST_SIGN - 1
        && scope.word(end).chars().all(char::is_uppercase);
    has_capital_inside || (is_sign && scope.is_capital(start - 1))
}

/// Digits that a name begins with, where nouns have no capital: "54 Above", "2 Esdras".
fn begins_name(scope: &Scope, measure: &Measure) -> bool {
    !scope.words().capital_nouns
        && scope.kind(measure.tokens.start) == Some(TokenKind::Number)
        && scope.is_capital(measure.tokens.end)
}

/// Digits before a sign of a register or a court and more digits: "12 Xy 34/05".
fn is_before_a_code(scope: &Scope, measure: &Measure) -> bool {
    let end = measure.tokens.end;
    let is_number = |at: usize| scope.kind(at) == Some(TokenKind::Number);
    is_number(measure.tokens.start)
        && scope.is_capital(end)
        && scope.word(end).len() <= LONGEST_SIGN
        && is_number(end + 1)
}

/// Telephone numbers, scores, codes: numbers that touch dashes, slashes, letters, or begin with a zero.
fn is_chained(scope: &Scope, measure: &Measure) -> bool {
    let (start, end) = (measure.tokens.start, measure.tokens.end);
    let word = scope.word(start);
    let has_leading_zero =
        word.len() > 1 && word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_tight_colon = |mark: usize| {
        scope.word(mark) == ":" && scope.touches_before(mark) && scope.context.touches_next(mark)
    };
    let joins_number = |mark: usize, other: usize| {
        (scope.is_tight_dash(mark) || is_tight_colon(mark))
            && numbers::cardinal(scope.context, other).is_some()
    };
    let touches_word =
        scope.touches_before(start) && (scope.is_word(start - 1) || scope.word(start - 1) == ".");
    let before = start.checked_sub(2).is_some_and(|other| joins_number(start - 1, other));
    // "45.+1": a minute of play.
    let goes_on = scope.touches_before(end)
        && matches!(scope.word(end), "." | "+")
        && end + 1 < scope.tokens.end
        && scope.context.touches_next(end);
    let is_added = scope.word(start.saturating_sub(1)) == "+"
        && start.checked_sub(2).is_some_and(|mark| scope.word(mark) == ".");
    let has_neighbour = numbers::cardinal(scope.context, end).is_some() && scope.tokens.contains(&end);
    let is_list_number = scope.touches_before(end)
        && !scope.touches_before(start)
        && ((scope.word(end) == ")" && !is_bracketed(scope, start))
            || (scope.word(end) == ":" && start == scope.tokens.start));
    has_leading_zero
        || follows_a_joint(scope, start)
        || follows_a_run(scope, start)
        || has_neighbour
        || is_list_number
        || touches_word
        || before
        || goes_on
        || is_added
        || (measure.unit.is_none() && joins_number(end, end + 1))
}

/// Whether a bracket opens not far before a number.
fn is_bracketed(scope: &Scope, at: usize) -> bool {
    let mut before = (at.saturating_sub(LONGEST_BRACKET)..at).rev().map(|before| scope.word(before));
    before.find(|word| matches!(*word, "(" | ")")) == Some("(")
}

/// Digits behind a colon, a slash, an abbreviation or a name's hyphen: "1:42,610", "f/3.5", "Vol.1", "x3-8300".
fn follows_a_joint(scope: &Scope, at: usize) -> bool {
    let text = &scope.context.report.text;
    let before = text.get(..scope.context.span(at..at + 1).start).unwrap_or_default();
    let mut before = before.chars().rev();
    match before.next() {
        Some(':' | '/') => !scope.is_word(at),
        Some('.') => before.next().is_some_and(char::is_alphabetic),
        Some('-' | '‑') => before.next().is_some_and(char::is_alphanumeric) && !scope.is_word(at),
        _ => false,
    }
}

/// Digits in a row of digits that begins with a zero: "0123 45 6789".
fn follows_a_run(scope: &Scope, at: usize) -> bool {
    let is_digits = |at: &usize| scope.kind(*at) == Some(TokenKind::Number);
    let first = (at.saturating_sub(LONGEST_RUN)..at).rev().take_while(is_digits).last();
    first.is_some_and(|first| scope.word(first).starts_with('0')) && is_digits(&at)
}

/// A number that is a whole line: of a list, of a page.
fn is_alone(scope: &Scope, measure: &Measure) -> bool {
    let end = measure.tokens.end;
    measure.tokens.start == scope.tokens.start
        && (end == scope.tokens.end || (end + 1 == scope.tokens.end && !scope.is_word(end)))
}

/// Long digits without marks: time stamps, keys.
fn is_code(scope: &Scope, measure: &Measure) -> bool {
    let word = scope.word(measure.tokens.start);
    word.len() > LONGEST_PLAIN && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "469 Vermont St.", "10 Downing Street".
fn is_address(scope: &Scope, measure: &Measure) -> bool {
    let end = measure.tokens.end;
    let name = (end..end + LONGEST_STREET).take_while(|at| scope.is_capital(*at));
    name.skip(1).any(|at| scope.words().streets.contains(scope.lower(at)))
}

/// "in acht nehmen", "no one".
pub(super) fn is_idiom(scope: &Scope, at: usize) -> bool {
    let idioms = &scope.words().idioms;
    (at.saturating_sub(3)..=at).any(|start| {
        let found = idioms.find(|offset| scope.lower(start + offset));
        found.is_some_and(|(_, length)| start + length > at)
    })
}
