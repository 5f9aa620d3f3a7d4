//! What two linked numbers say once for both: "von 10 auf 12 Euro", "274 x 172 Millimeter", "178 zu 120 Stimmen".

use crate::numbers;

use super::measure::{self, Measure};
use crate::scope::Scope;

/// Numbers that share a multiplier are of one order: "von 2 auf 3 Millionen", not "von 900 auf 3 Millionen".
const ONE_ORDER: std::ops::RangeInclusive<f64> = 0.1..=10.0;

/// The number that a link joins to a bare one, where it may say what both of them count.
pub(super) fn other(scope: &Scope, bare: &Measure) -> Option<Measure> {
    let words = scope.words();
    let link = bare.tokens.end;
    if bare.unit.is_some() || bare.high.is_some() || !words.shared_links.contains(scope.lower(link)) {
        return None;
    }
    let next = link + 1;
    let bound = words
        .bounds
        .find(|offset| scope.lower(next + offset))
        .or_else(|| words.bounding_prepositions.find(|offset| scope.lower(next + offset)));
    measure::parse(scope, next + bound.map_or(0, |(_, length)| length))
}

/// The bare number with the unit and the multiplier that it shares with the other.
pub(super) fn completed(bare: Measure, other: &Measure) -> Measure {
    let digits = other.value / other.multiplier;
    let is_multiplied_too =
        bare.multiplier == 1.0 && other.multiplier > 1.0 && ONE_ORDER.contains(&(bare.value / digits));
    let multiplier = if is_multiplied_too { other.multiplier } else { bare.multiplier };
    let value = if is_multiplied_too { numbers::product(bare.value, multiplier) } else { bare.value };
    Measure { value, multiplier, unit: other.unit.clone(), ..bare }
}
