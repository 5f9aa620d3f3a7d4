//! What bounds a number: "mindestens zwölf", "up to 300", "ten or more".

use std::ops::Range;

use lagebild_knowledge::phrases::Phrases;
use lagebild_knowledge::quantities::BoundWord;
use lagebild_schema::Bound;

use super::measure::Measure;
use crate::scope::Scope;

/// No bounding phrase has more words.
const LONGEST: usize = 4;

/// From here on "über 20" is more than twenty, and no preposition.
const LARGE: f64 = 20.0;

/// How the words around a measure bound it.
pub(super) fn of(scope: &Scope, measure: &Measure) -> Bound {
    if measure.high.is_some() {
        return Bound::Range;
    }
    let is_measured = measure.unit.is_some() || measure.value >= LARGE;
    of_number(scope, &measure.tokens, is_measured)
}

/// How the words around a number bound it. `is_measured` tells whether prepositions can.
pub(super) fn of_number(scope: &Scope, tokens: &Range<usize>, is_measured: bool) -> Bound {
    let words = scope.words();
    let before = ending_at(scope, &words.bounds, tokens.start)
        .or_else(|| ending_at(scope, &words.bounding_prepositions, tokens.start).filter(|_| is_measured));
    let after = || words.bounds_after.find(|offset| scope.lower(tokens.end + offset)).map(|(word, _)| *word);
    match before.or_else(after) {
        None => Bound::Exact,
        Some(BoundWord::AtLeast) => Bound::AtLeast,
        Some(BoundWord::AtMost) => Bound::AtMost,
        Some(BoundWord::About) => Bound::About,
    }
}

/// The longest phrase whose last word is the one before `end`.
fn ending_at(scope: &Scope, phrases: &Phrases<BoundWord>, end: usize) -> Option<BoundWord> {
    (1..=LONGEST.min(end)).rev().find_map(|length| {
        let start = end - length;
        let (word, found) = phrases.find(|offset| scope.lower(start + offset))?;
        (found == length).then_some(*word)
    })
}
