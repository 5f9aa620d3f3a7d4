//! Parts that are counted one after another: "fünf große, drei kleine und zwei unbemannte".

use std::ops::Range;

use lagebild_schema::{Bound, Span};

use crate::scope::Scope;
use crate::{numbers, quantities};

/// One of several parts.
pub(super) struct Part {
    pub(super) value: f64,
    pub(super) span: Span,
    /// Its noun in lower case; none where the noun is left out or stood for ("three small ones").
    pub(super) noun: Option<String>,
}

/// The parts that a run of tokens enumerates: nothing but parts, every one with an exact whole number before it.
pub(super) fn parts(scope: &Scope, tokens: Range<usize>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for segment in segments(scope, tokens) {
        parts.push(part(scope, segment)?);
    }
    (parts.len() > 1).then_some(parts)
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
    numbers::cardinal(scope.context, at).or_else(|| numbers::article(scope.context, at)).is_some()
}

fn part(scope: &Scope, segment: Range<usize>) -> Option<Part> {
    let comparatives = &scope.context.language.findings.comparatives;
    let inside = Scope::new(scope.context, segment.clone());
    let (value, tokens, noun) = match quantities::at(&inside, segment.start) {
        Some(found) if found.bound == Bound::Exact && found.unit.is_none() => {
            (found.value?, found.tokens, found.counted)
        }
        Some(_) => return None,
        None => {
            let one = numbers::article(scope.context, segment.start);
            let number = one.or_else(|| numbers::cardinal(scope.context, segment.start))?;
            (number.value, segment.start..number.end, None)
        }
    };
    let is_compared = comparatives.contains(inside.lower(tokens.end));
    if is_compared || value.fract() != 0.0 || value < 0.0 {
        return None;
    }
    let noun = noun.map(|noun| scope.lower(noun.end - 1).to_owned());
    let noun = noun.filter(|noun| !scope.context.language.findings.pronouns.contains(noun));
    Some(Part { value, span: scope.context.span(tokens), noun })
}
