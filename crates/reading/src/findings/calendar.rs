//! Days as a text names them, also those that no calendar has and that are therefore no times.

use std::collections::BTreeMap;

use lagebild_knowledge::times::{Class, Times};

use crate::numbers;
use crate::scope::Scope;

/// The number of the month that a token names, alone or shortened.
pub(super) fn month(scope: &Scope, at: usize) -> Option<i8> {
    named(&scope.context.language.times, |class| class.starts_with("month"), scope.word(at))
}

/// The number of the weekday that a token names, from Monday as one.
pub(super) fn weekday(scope: &Scope, at: usize) -> Option<i8> {
    named(&scope.context.language.times, |class| class == "weekday", scope.word(at))
}

/// The day of the month that a token may be: an ordinal, or bare digits.
pub(super) fn day(scope: &Scope, at: usize) -> Option<i8> {
    let word = scope.word(at);
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = numbers::ordinal(scope.context, at).or_else(|| numbers::cardinal(scope.context, at))?;
    (number.end == at + 1 && (1.0..100.0).contains(&number.value) && number.value.fract() == 0.0)
        .then_some(number.value as i8)
}

/// A year of four digits.
pub(super) fn year(scope: &Scope, at: usize) -> Option<i16> {
    let word = scope.word(at);
    word.parse().ok().filter(|year| word.len() == 4 && (1000..2200).contains(year))
}

/// The value of a word in the classes of that name.
fn named(times: &'static Times, is_class: impl Fn(&str) -> bool, word: &str) -> Option<i8> {
    let begins_name = word.starts_with(char::is_uppercase);
    let values = times.words.iter().filter(|(class, _)| begins_name && is_class(class)).filter_map(values_of);
    values.flatten().find_map(|(value, forms)| {
        let matches = forms.iter().any(|form| is_form(times, form, word));
        matches.then(|| value.parse().ok()).flatten()
    })
}

fn values_of((_, class): (&String, &'static Class)) -> Option<&'static BTreeMap<String, Vec<String>>> {
    match class {
        Class::Values(values) => Some(values),
        Class::Words(_) => None,
    }
}

/// Whether a word is a form of the tables: a stem with one of the endings after its plus sign.
fn is_form(times: &Times, form: &str, word: &str) -> bool {
    let Some((stem, endings)) = form.split_once('+') else { return form == word };
    let ending = word.strip_prefix(stem);
    let endings = times.endings.get(endings);
    ending
        .zip(endings)
        .is_some_and(|(ending, endings)| ending.is_empty() || endings.iter().any(|e| e == ending))
}
