//! What does not add up.
//!
//! One file a kind; a kind is added by adding its file and its line in [`KINDS`]. A finding says what disagrees with
//! what, never what is true, and only where the text leaves no other reading: bounded and vague numbers agree with
//! everything.

mod age;
mod calendar;
mod count;
mod date;
mod enumeration;
mod figure;
mod list;
mod order;
mod percentage;
mod subset;
mod sum;
mod total;
mod votes;

#[cfg(test)]
mod tests;

use std::ops::Range;

use lagebild_schema::{Amount, Finding, FindingKind, Quantity, Span};

use crate::context::Context;
use crate::scope::Scope;

use figure::Figure;

/// Every kind of finding.
const KINDS: &[fn(&Evidence) -> Vec<Finding>] = &[
    sum::find,
    list::find,
    subset::find,
    votes::find,
    count::find,
    date::find,
    order::find,
    percentage::find,
    age::find,
];

/// All findings of the report, in text order.
pub(crate) fn read(context: &Context, quantities: &[Quantity]) -> Vec<Finding> {
    let evidence = Evidence::new(context, quantities);
    let mut findings: Vec<Finding> = KINDS.iter().flat_map(|find| find(&evidence)).collect();
    findings.sort_by_key(|finding| (finding.spans.first().copied(), finding.kind));
    findings
}

/// What may disagree: the report's words and quantities.
struct Evidence<'c, 'a> {
    context: &'c Context<'a>,
    quantities: Vec<Count<'c>>,
}

/// A quantity and the tokens it stands in.
#[derive(Clone)]
struct Count<'c> {
    quantity: &'c Quantity,
    tokens: Range<usize>,
    /// What it adds to a sum; `None` where it is bounded, vague or of a unit that is not added up.
    figure: Option<Figure>,
}

impl<'c, 'a> Evidence<'c, 'a> {
    fn new(context: &'c Context<'a>, quantities: &'c [Quantity]) -> Self {
        let locate = |quantity: &'c Quantity| {
            let tokens = context.tokens_in(quantity.span);
            let figure = Figure::of(&Scope::new(context, tokens.clone()), quantity);
            Count { quantity, tokens, figure }
        };
        Self { context, quantities: quantities.iter().map(locate).collect() }
    }

    /// The report's sentences.
    fn sentences(&self) -> impl Iterator<Item = Scope<'c, 'a>> + '_ {
        self.context.sentences().iter().map(|sentence| Scope::new(self.context, sentence.tokens.clone()))
    }

    /// The quantities within a run of tokens.
    fn quantities_in(&self, tokens: &Range<usize>) -> &[Count<'c>] {
        let first = self.quantities.partition_point(|count| count.tokens.start < tokens.start);
        let last = self.quantities.partition_point(|count| count.tokens.start < tokens.end);
        &self.quantities[first..last.max(first)]
    }
}

impl Count<'_> {
    /// The number of things that the report counts one by one and does not bound.
    fn exact(&self) -> Option<f64> {
        self.figure.as_ref().filter(|figure| figure.unit.is_none()).map(|figure| figure.value)
    }

    /// Whether the report says what is counted, or measures it in a unit.
    fn is_of_something(&self) -> bool {
        self.quantity.counted.is_some() || self.quantity.unit.is_some()
    }

    /// One past the last token of what is counted.
    fn end_of_counted(&self) -> usize {
        let counted = self.quantity.counted.as_deref();
        self.tokens.end + counted.map_or(0, |counted| counted.split(' ').count())
    }
}

fn finding(kind: FindingKind, message: String, spans: Vec<Span>) -> Finding {
    Finding { kind, message, spans }
}

/// Numbers as a sum is written: "5 + 3 + 2".
fn written_sum(values: &[f64]) -> String {
    values.iter().map(|value| Amount(*value).to_string()).collect::<Vec<_>>().join(" + ")
}
