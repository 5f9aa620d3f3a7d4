//! Parts that are counted one after another: "fünf große, drei kleine und zwei unbemannte", "3 Millionen Euro bei den
//! Straßen und 1,5 Millionen Euro in der Verwaltung".

use std::ops::Range;

use lagebild_schema::Span;

use crate::scope::Scope;
use crate::{numbers, quantities};

use super::figure::Figure;

/// One of several parts.
pub(super) struct Part {
    pub(super) figure: Figure,
    pub(super) span: Span,
    /// Its noun in lower case; none where the noun is left out or stood for ("three small ones").
    pub(super) noun: Option<String>,
}

/// The parts that a run of tokens enumerates: nothing but parts, every one with an exact number before it.
pub(super) fn parts(scope: &Scope, tokens: Range<usize>) -> Option<Vec<Part>> {
    if !is_complete(scope, tokens.clone()) {
        return None;
    }
    let mut parts = Vec::new();
    let mut are_counted = false;
    for segment in segments(scope, tokens) {
        if begins_with_number(scope, segment.start) {
            are_counted |= numbers::article(scope.context, segment.start).is_none();
            parts.push(part(scope, segment)?);
        } else if parts.is_empty() || !goes_on(scope, segment) {
            return None;
        }
    }
    // "Drei Projekte: ein Jugendtreff und eine Küche" describes them and counts nothing.
    (parts.len() > 1 && are_counted).then_some(parts)
}

/// Whether no word says that more parts are left out ("und weitere") or that numbers count for several things ("je zwei").
pub(super) fn is_complete(scope: &Scope, mut tokens: Range<usize>) -> bool {
    let incomplete = &scope.context.language.findings.incomplete;
    !tokens.any(|at| incomplete.find(|offset| scope.lower(at + offset)).is_some())
}

/// The runs of tokens between commas and links.
fn segments(scope: &Scope, tokens: Range<usize>) -> Vec<Range<usize>> {
    let links = &scope.context.language.findings.links;
    let is_link = |at: usize| links.contains(scope.lower(at)) && begins_with_number(scope, at + 1);
    let mut segments = Vec::new();
    let mut start = tokens.start;
    for at in tokens.clone() {
        if matches!(scope.word(at), "," | ";") || is_link(at) {
            segments.push(start..at);
            start = at + 1;
        }
    }
    segments.push(start..tokens.end);
    // ", and" leaves an empty run between the comma and the link.
    segments.retain(|segment| !segment.is_empty());
    segments
}

fn begins_with_number(scope: &Scope, at: usize) -> bool {
    numbers::article(scope.context, at).is_some() || quantities::measure::parse(scope, at).is_some()
}

/// Whether a run of tokens goes on with the part before it: a relative clause, a phrase with a preposition.
fn goes_on(scope: &Scope, mut tokens: Range<usize>) -> bool {
    let continuations = &scope.context.language.findings.continuations;
    continuations.contains(scope.lower(tokens.start)) && !tokens.any(|at| quantities::at(scope, at).is_some())
}

/// The part that a run of tokens begins with.
pub(super) fn part(scope: &Scope, segment: Range<usize>) -> Option<Part> {
    let words = &scope.context.language.findings;
    let inside = Scope::new(scope.context, segment.clone());
    let (figure, tokens, noun) = if let Some(found) = quantities::at(&inside, segment.start) {
        (Figure::of_found(&inside, &found)?, found.tokens, found.counted)
    } else {
        let one = numbers::article(scope.context, segment.start);
        let number = one.or_else(|| numbers::cardinal(scope.context, segment.start))?;
        let value = Some(number.value).filter(|value| value.fract() == 0.0)?;
        (Figure::count(value), segment.start..number.end, None)
    };
    if words.comparatives.contains(inside.lower(tokens.end)) {
        return None;
    }
    let noun = noun.map(|noun| scope.lower(noun.end - 1).to_owned());
    let noun = noun.filter(|noun| !words.pronouns.contains(noun));
    Some(Part { figure, span: scope.context.span(tokens), noun })
}
