//! Numbers in digits and in words: what `times`, `quantities` and `findings` count with.
//!
//! The grammar of number words is our own over each language's table: text2num, which reads digits dictated one by
//! one, overflows on long numbers and knows no inflected forms, dozens, halves or "1,5 Millionen".

mod digits;
mod words;

#[cfg(test)]
mod tests;

use crate::context::Context;

pub(crate) use digits::value as digits_value;
use words::Spoken;

/// A number and the tokens it is written in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// What its last word multiplied: a million in "1,5 Millionen", one in "zwölf".
    pub(crate) multiplier: f64,
    /// One past its last token.
    pub(crate) end: usize,
}

/// The cardinal number that begins at token `at` ("12", "1.000,5", "zwölf", "one hundred and five", "1,5 Millionen",
/// "a dozen", "half a million"). An article alone is none: ask [`article`].
pub(crate) fn cardinal(context: &Context, at: usize) -> Option<Number> {
    if let Some(number) = digits::parse(context, at) {
        return Some(scaled(context, number));
    }
    if let Some(number) = fraction_of_a_multiplier(context, at) {
        return Some(number);
    }
    let spoken = words::parse(context, at).filter(|spoken| !spoken.ordinal)?;
    let number = scaled(context, spoken.number);
    let number = with_half(context, number);
    (!spoken.article || number.end > at + 1).then_some(number)
}

/// The article at token `at` as the number one ("ein Jahr", "a year").
pub(crate) fn article(context: &Context, at: usize) -> Option<Number> {
    context.language.numbers.articles.contains(context.lower(at)).then_some(Number {
        value: 1.0,
        multiplier: 1.0,
        end: at + 1,
    })
}

/// The part of one at token `at` ("halbe", "quarter").
pub(crate) fn fraction(context: &Context, at: usize) -> Option<Number> {
    let value = *context.language.numbers.fractions.get(context.lower(at))?;
    Some(Number { value, multiplier: 1.0, end: at + 1 })
}

/// The ordinal number that begins at token `at` ("3.", "dritten", "3rd", "twenty-first").
pub(crate) fn ordinal(context: &Context, at: usize) -> Option<Number> {
    if let Some(value) = ordinal_digits(context, context.lower(at)) {
        return Some(Number { value, multiplier: 1.0, end: at + 1 });
    }
    words::parse(context, at).filter(|spoken| spoken.ordinal).map(|Spoken { number, .. }| number)
}

/// The number that the word at token `at` multiplies another by ("Millionen", "hundred", "dozen").
pub(crate) fn multiplier(context: &Context, at: usize) -> Option<f64> {
    let numbers = &context.language.numbers;
    let word = context.lower(at);
    let spoken = || numbers.words.get(word).filter(|value| **value >= 100.0);
    numbers.groups.get(word).or_else(spoken).copied()
}

/// Digits with what makes them an ordinal: a full stop or an ending, by language.
fn ordinal_digits(context: &Context, word: &str) -> Option<f64> {
    let digits_end = word.find(|c: char| !c.is_ascii_digit())?;
    let (digits, ending) = word.split_at_checked(digits_end)?;
    let tables = context.language;
    let is_ordinal = match ending {
        "." => tables.tokens.ordinal_full_stop,
        ending => tables.numbers.digit_ordinal_endings.contains(ending),
    };
    if is_ordinal { digits::value(digits, tables.numbers.decimal) } else { None }
}

/// A number with the words that multiply it: "1,5 Millionen", "two dozen".
fn scaled(context: &Context, number: Number) -> Number {
    let numbers = &context.language.numbers;
    // A compound begins with it: "3,5 Millionen-Metropole".
    let word = context.lower(number.end);
    let word = word.split_once('-').map_or(word, |(first, _)| first);
    let multiplier = numbers.groups.get(word).or_else(|| {
        let is_spoken_too = numbers.words.get(word).filter(|value| **value >= 1000.0);
        is_spoken_too.or_else(|| numbers.abbreviated.get(word))
    });
    match multiplier {
        Some(multiplier) => {
            Number { value: product(number.value, *multiplier), multiplier: *multiplier, end: number.end + 1 }
        }
        None => number,
    }
}

/// A product as it would be written: 4.1 times a million is 4,100,000, not 4,099,999.9999999995.
pub(crate) fn product(value: f64, multiplier: f64) -> f64 {
    let exact = value * multiplier;
    format!("{exact:.11e}").parse().unwrap_or(exact)
}

/// A number with a half after it, and the word that multiplies both: "two and a half million".
fn with_half(context: &Context, number: Number) -> Number {
    let phrases = &context.language.numbers.and_a_half;
    match phrases.iter().find(|phrase| context.says(number.end, phrase)) {
        Some(phrase) => scaled(
            context,
            Number { value: number.value + 0.5, multiplier: 1.0, end: number.end + phrase.len() },
        ),
        None => number,
    }
}

/// "half a million", "eine halbe Million", "a quarter of a million": a part of one, then a multiplier.
fn fraction_of_a_multiplier(context: &Context, at: usize) -> Option<Number> {
    let skip_article = |at| article(context, at).map_or(at, |number| number.end);
    let part = fraction(context, skip_article(at))?;
    let of = usize::from(context.language.numbers.fraction_links.contains(context.lower(part.end)));
    let whole = skip_article(part.end + of);
    let multiplied = scaled(context, Number { value: part.value, multiplier: 1.0, end: whole });
    (multiplied.end > whole).then_some(multiplied)
}
