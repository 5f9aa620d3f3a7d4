//! Exact numbers that can be added up, with their unit and how finely they are given.

use lagebild_knowledge::quantities::units;
use lagebild_schema::{Amount, Bound, Quantity};

use crate::quantities::Found;
use crate::quantities::measure;
use crate::scope::Scope;

/// Numbers that differ by less are the same: floating point holds tenths only nearly.
const NEARLY: f64 = 1e-9;

/// A number that the report neither bounds nor leaves vague.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    pub(super) value: f64,
    pub(super) unit: Option<String>,
    /// What one more in its last digit is worth: 100,000 in "2,5 Millionen", nothing where things are counted.
    step: f64,
}

impl Figure {
    /// A count of things one by one.
    pub(super) fn count(value: f64) -> Self {
        Self { value, unit: None, step: 0.0 }
    }

    /// The figure of a quantity that stands in these tokens; `None` where it is bounded, or where its unit is not one
    /// that is added up.
    pub(super) fn of(scope: &Scope, quantity: &Quantity) -> Option<Self> {
        let value = quantity.value?.0;
        Self::new(scope, scope.tokens.start, value, quantity.bound, quantity.unit.as_deref())
    }

    /// The figure of a quantity that was just found.
    pub(super) fn of_found(scope: &Scope, found: &Found) -> Option<Self> {
        Self::new(scope, found.tokens.start, found.value?, found.bound, found.unit.as_deref())
    }

    fn new(scope: &Scope, at: usize, value: f64, bound: Bound, unit: Option<&str>) -> Option<Self> {
        let adds_up = unit.map_or(value.fract() == 0.0, |unit| units().is_additive(unit));
        let step = measure::parse(scope, at).map_or(0.0, |measure| measure.step());
        let unit = unit.map(str::to_owned);
        (bound == Bound::Exact && value >= 0.0 && adds_up).then_some(Self { value, unit, step })
    }

    /// The figure with its unit, as a message says it.
    pub(super) fn written(&self) -> String {
        written(self.value, self.unit.as_deref())
    }
}

/// The parts added up, where all have the unit of the total and the sum is another one than the total.
///
/// Numbers with a unit or a multiplier may be rounded: the sum may differ from the total by half of the last digit of
/// the finest part for every part, and by half of the total's own last digit where that is a coarser one. Things
/// counted one by one add up exactly.
pub(super) fn differing_sum(total: &Figure, parts: &[&Figure]) -> Option<f64> {
    if parts.iter().any(|part| part.unit != total.unit) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let finest = parts.iter().map(|part| part.step).fold(f64::INFINITY, f64::min);
    let rounded_total = if total.step > finest { total.step / 2.0 } else { 0.0 };
    let tolerance = finest / 2.0 * parts.len() as f64 + rounded_total;
    let difference = (sum - total.value).abs();
    (difference > tolerance + NEARLY * total.value.abs()).then_some(sum)
}

/// A number with its unit.
pub(super) fn written(value: f64, unit: Option<&str>) -> String {
    // Sums of tenths are off in their last places.
    let value = Amount((value * 1e4).round() / 1e4);
    unit.map_or_else(|| value.to_string(), |unit| format!("{value} {unit}"))
}
