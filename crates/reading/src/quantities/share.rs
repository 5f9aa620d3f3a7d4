//! Parts of a whole in words: "zwei Drittel der Züge", "half of the seats". Their value is the fraction, rounded to four
//! decimals, without a unit; what is counted is the whole.

use crate::numbers::{self, Number};
use crate::scope::Scope;

use super::Found;
use super::bound;
use super::counted;
use super::exclusions::is_idiom;

/// One over this is where a value is cut off.
const PRECISION: f64 = 1e4;

/// The share that begins at `at`. One of a kind ("ein Drittel", "half") must say of what, since it may name another
/// thing ("ein Viertel" is also a part of a town).
pub(super) fn parse(scope: &Scope, at: usize) -> Option<Found> {
    let (value, end, is_one) = spoken(scope, at)?;
    let is_ordinal = at > scope.tokens.start && numbers::ordinal(scope.context, at - 1).is_some();
    // "A quarter of a million" is a number, not a part of what is counted.
    let is_number = numbers::cardinal(scope.context, at).is_some_and(|number| number.end > end);
    if is_ordinal || is_number || is_idiom(scope, at) || end > scope.tokens.end {
        return None;
    }
    let counted = counted::of_unit(scope, end);
    if is_one && counted.is_none() {
        return None;
    }
    let value = (value * PRECISION).round() / PRECISION;
    let bound = bound::of_number(scope, &(at..end), true);
    Some(Found { tokens: at..end, value: Some(value), high: None, bound, unit: None, counted })
}

/// A fraction in words: its value, its end, and whether it is one of its kind.
fn spoken(scope: &Scope, at: usize) -> Option<(f64, usize, bool)> {
    let words = scope.words();
    if let Some((value, length)) = words.shares.find(|offset| scope.lower(at + offset)) {
        return Some((*value, at + length, true));
    }
    if let Some((numerator, denominator)) = scope.lower(at).split_once('-') {
        // "two-thirds"
        let parts =
            scope.context.language.numbers.words.get(numerator).zip(words.denominators.get(denominator));
        return parts.map(|(part, whole)| (part / whole, at + 1, *part == 1.0));
    }
    let numerator = numerator(scope, at)?;
    let denominator = words.denominators.get(scope.lower(numerator.end))?;
    let is_proper = numerator.value.fract() == 0.0 && (1.0..*denominator).contains(&numerator.value);
    is_proper.then(|| (numerator.value / denominator, numerator.end + 1, numerator.value == 1.0))
}

/// The number of parts: "zwei", "a".
fn numerator(scope: &Scope, at: usize) -> Option<Number> {
    numbers::article(scope.context, at).or_else(|| numbers::cardinal(scope.context, at))
}
