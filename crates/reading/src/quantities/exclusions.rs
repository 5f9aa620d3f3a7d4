//! Numbers that are no quantities: names, ages, years, scores, telephone numbers, paragraphs.

use crate::numbers;

use super::measure::Measure;
use crate::scope::Scope;

/// Whole numbers of four digits from here to there may be years.
const YEARS: std::ops::RangeInclusive<f64> = 1000.0..=2199.0;

/// News writes numbers with more digits than these with marks of thousands.
const LONGEST_PLAIN: usize = 6;

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
                || is_address(scope, measure)
                || (!is_counted && (is_year(scope, measure) || is_name(scope, measure)))))
}

/// "Platz 3", "§ 12", "Artikel 5".
fn is_label(scope: &Scope, measure: &Measure) -> bool {
    scope.words().labels.contains(scope.lower_before(measure.tokens.start))
}

/// "(45)", ", 45," behind a name. An age is a time, and of no interest as a quantity.
fn is_age(scope: &Scope, measure: &Measure) -> bool {
    let before = scope.lower_before(measure.tokens.start);
    let after = scope.lower(measure.tokens.end);
    let is_set_off = matches!((before, after), ("(", ")" | ",") | (",", "," | "." | ";"));
    let name_at = measure.tokens.start.checked_sub(2);
    is_set_off
        && (1.0..=OLDEST).contains(&measure.value)
        && name_at.is_some_and(|at| scope.is_capital(at) || scope.word(at) == ")")
}

/// "12 Uhr", "62 years": times read these.
fn is_uncounted(scope: &Scope, measure: &Measure) -> bool {
    let uncounted = &scope.words().uncounted;
    uncounted.contains(scope.lower(measure.tokens.end))
        || uncounted.contains(scope.lower(measure.tokens.end + 1))
}

/// "eins", "one" stand for a thing or a person; what counts one of something is read with its noun.
fn is_one(scope: &Scope, measure: &Measure) -> bool {
    measure.value == 1.0 && measure.high.is_none() && scope.is_word(measure.tokens.start)
}

/// "2012" without a noun.
fn is_year(scope: &Scope, measure: &Measure) -> bool {
    let word = scope.word(measure.tokens.start);
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && YEARS.contains(&measure.value)
}

/// Digits behind a name, without a noun of their own: "Apollo 11", "Studio 54".
fn is_name(scope: &Scope, measure: &Measure) -> bool {
    let at = measure.tokens.start;
    !scope.is_word(at) && at > scope.tokens.start && scope.is_capital(at - 1)
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
        && (scope.word(end) == ")" || (scope.word(end) == ":" && start == scope.tokens.start));
    has_leading_zero
        || has_neighbour
        || is_list_number
        || touches_word
        || before
        || goes_on
        || is_added
        || joins_number(end, end + 1)
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
