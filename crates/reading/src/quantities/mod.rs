//! How many: numbers with bound, unit and what is counted.
//!
//! Ages are none ("62-jährig", "Anna Weber (45)"), nor is a number inside a time or one that names something
//! ("Boeing 737", "§ 12"). Vague words have the least value that their plural can mean ("Dutzende" is 24).
//! Fractions of something are rounded to four decimals ("zwei Drittel der Züge" is 0.6667).

mod bound;
mod counted;
mod exclusions;
pub(crate) mod measure;
mod share;
mod vague;

#[cfg(test)]
mod tests;

use std::ops::Range;

use lagebild_schema::{Amount, Bound, Quantity, QuantityId, Time};

use crate::context::Context;

use crate::scope::Scope;

/// A quantity by its tokens.
pub(crate) struct Found {
    pub(crate) tokens: Range<usize>,
    pub(crate) value: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) bound: Bound,
    pub(crate) unit: Option<String>,
    pub(crate) counted: Option<Range<usize>>,
}

/// All quantities of the report, in text order; a number inside a time is none.
pub(crate) fn read(context: &Context, times: &[Time]) -> Vec<Quantity> {
    let in_time = tokens_in_times(context, times);
    let mut quantities = Vec::new();
    for sentence in context.sentences() {
        let scope = Scope::new(context, sentence.tokens.clone());
        let mut at = scope.tokens.start;
        while at < scope.tokens.end {
            let (found, next) = read_at(&scope, at);
            let outside_times = |found: &Found| !in_time[found.tokens.clone()].contains(&true);
            quantities.extend(found.filter(outside_times).map(|found| (&scope, found)).map(to_quantity));
            at = next;
        }
    }
    for (index, quantity) in quantities.iter_mut().enumerate() {
        quantity.id = QuantityId::at(index);
    }
    quantities
}

/// The quantity that begins at `at`.
pub(crate) fn at(scope: &Scope, at: usize) -> Option<Found> {
    read_at(scope, at).0
}

/// The quantity at `at`, if there is one, and where to read on.
fn read_at(scope: &Scope, at: usize) -> (Option<Found>, usize) {
    if let Some(found) = vague::parse(scope, at).or_else(|| share::parse(scope, at)) {
        let next = found.tokens.end;
        return (Some(found), next);
    }
    let Some(measure) = measure::parse(scope, at) else { return (None, at + 1) };
    let next = measure.tokens.end;
    let counted = match measure.unit {
        Some(_) => counted::of_unit(scope, next),
        None => counted::of_number(scope, next),
    };
    if exclusions::apply(scope, &measure, counted.is_some()) {
        return (None, next);
    }
    let bound = bound::of(scope, &measure);
    let found = Found {
        tokens: measure.tokens,
        value: Some(measure.value),
        high: measure.high,
        bound,
        unit: measure.unit,
        counted,
    };
    (Some(found), next)
}

fn to_quantity((scope, found): (&Scope, Found)) -> Quantity {
    let text = &scope.context.report.text;
    Quantity {
        id: QuantityId::at(0),
        span: scope.context.span(found.tokens),
        value: found.value.map(Amount),
        high: found.high.map(Amount),
        bound: found.bound,
        unit: found.unit,
        counted: found.counted.map(|counted| scope.context.span(counted).of(text).to_owned()),
    }
}

/// For every token, whether a time covers it.
fn tokens_in_times(context: &Context, times: &[Time]) -> Vec<bool> {
    let mut in_time = vec![false; context.analysis.tokens.len()];
    for time in times {
        in_time[context.tokens_in(time.span)].fill(true);
    }
    in_time
}
