//! The JSON boundary: byte spans inside, code points and the exact text outside.

use std::convert::Infallible;

use crate::{Cited, Extent, Extraction, Reading, Span, TryMapSpans};

/// A reading as the JSON contract has it.
pub type JsonReading = Reading<Cited, Extent>;

/// A JSON reading whose spans do not fit its own text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BoundaryError {
    /// The offsets lie outside the text, or the end before the start.
    #[error("span {start}..{end} lies outside the report's text: read the report again")]
    Outside {
        /// First code point.
        start: usize,
        /// One past the last code point.
        end: usize,
    },
    /// The text at the offsets is not the text that the span repeats.
    #[error(
        "span {start}..{end} says '{exact}', but the report's text has something else there: read the report again"
    )]
    Differs {
        /// First code point.
        start: usize,
        /// One past the last code point.
        end: usize,
        /// What the span says.
        exact: String,
    },
}

/// The JSON Schema of the contract, generated from the types.
#[must_use]
pub fn json_schema() -> schemars::Schema {
    schemars::schema_for!(JsonReading)
}

/// Converts between byte offsets and code point offsets of one text in constant time.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before every [`STRIDE`]th byte.
    before: Vec<usize>,
}

/// Bytes between two remembered positions: small enough to scan, large enough to stay out of memory's way.
const STRIDE: usize = 64;

/// A byte that begins a character, not one that continues it.
fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

impl<'t> CodePoints<'t> {
    /// Prepares `text`; linear in its length.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut seen = 0;
        let before = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let here = seen;
                seen += chunk.iter().filter(|byte| begins_character(**byte)).count();
                here
            })
            .chain(std::iter::once(usize::MAX))
            .collect();
        Self { text, before }
    }

    /// Code points before the byte `at`.
    #[must_use]
    pub fn from_byte(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let chunk = (at / STRIDE).min(self.before.len().saturating_sub(2));
        let counted = if self.before.len() < 2 { 0 } else { self.before[chunk] };
        let rest = &self.text.as_bytes()[chunk * STRIDE..at];
        counted + rest.iter().filter(|byte| begins_character(**byte)).count()
    }

    /// The byte where code point `at` begins; `None` beyond the end.
    #[must_use]
    pub fn to_byte(&self, at: usize) -> Option<usize> {
        let chunk = self.before.partition_point(|&before| before <= at).saturating_sub(1);
        let from = chunk * STRIDE;
        let counted = self.before.get(chunk).filter(|_| self.before.len() > 1).copied().unwrap_or(0);
        let bytes = self.text.as_bytes().get(from..)?;
        let starts = bytes.iter().enumerate().filter(|(_, byte)| begins_character(**byte));
        let mut starts = starts.map(|(i, _)| from + i).chain(std::iter::once(self.text.len()));
        starts.nth(at.checked_sub(counted)?)
    }

    /// The span as code points.
    #[must_use]
    pub fn extent(&self, span: Span) -> Extent {
        Extent { start: self.from_byte(span.start), end: self.from_byte(span.end) }
    }

    /// The span as code points with its text.
    #[must_use]
    pub fn cite(&self, span: Span) -> Cited {
        let Extent { start, end } = self.extent(span);
        Cited { start, end, exact: span.of(self.text).to_owned() }
    }

    /// The bytes of an extent.
    ///
    /// # Errors
    /// [`BoundaryError::Outside`] where it does not lie inside the text.
    pub fn locate(&self, extent: Extent) -> Result<Span, BoundaryError> {
        let Extent { start, end } = extent;
        match (self.to_byte(start), self.to_byte(end)) {
            (Some(from), Some(to)) if from <= to => Ok(Span::new(from, to)),
            _ => Err(BoundaryError::Outside { start, end }),
        }
    }

    /// The bytes of a cited span.
    ///
    /// # Errors
    /// [`BoundaryError`] where it lies outside the text, or the text there differs.
    pub fn locate_cited(&self, cited: Cited) -> Result<Span, BoundaryError> {
        let Cited { start, end, exact } = cited;
        let span = self.locate(Extent { start, end })?;
        if span.of(self.text) == exact { Ok(span) } else { Err(BoundaryError::Differs { start, end, exact }) }
    }
}

/// Unwraps a result that cannot fail.
fn never<T>(result: Result<T, Infallible>) -> T {
    match result {
        Ok(value) => value,
    }
}

impl Extraction {
    /// The extraction as the JSON contract has it.
    #[must_use]
    pub fn to_json(&self) -> Extraction<Extent> {
        let points = CodePoints::new(&self.report.text);
        let extent = &mut |span| Ok(points.extent(span));
        Extraction {
            schema: self.schema.clone(),
            report: never(self.report.clone().try_map_spans(extent)),
            unread: never(self.unread.clone().try_map_spans(extent)),
        }
    }
}

impl Reading {
    /// The reading as the JSON contract has it.
    #[must_use]
    pub fn to_json(&self) -> JsonReading {
        let points = CodePoints::new(&self.report.text);
        let reading = self.clone();
        never(reading.try_map_both(&mut |span| Ok(points.cite(span)), &mut |span| Ok(points.extent(span))))
    }
}

impl JsonReading {
    /// The reading with byte spans.
    ///
    /// # Errors
    /// [`BoundaryError`] where a span does not fit the reading's own text.
    pub fn into_reading(self) -> Result<Reading, BoundaryError> {
        let text = self.report.text.clone();
        let points = CodePoints::new(&text);
        self.try_map_both(&mut |cited| points.locate_cited(cited), &mut |extent| points.locate(extent))
    }
}

impl<S, E> Reading<S, E> {
    /// Passes every span through `cited`, and every span that does not repeat its text through `extent`.
    fn try_map_both<S2, E2, Error>(
        self,
        cited: &mut impl FnMut(S) -> Result<S2, Error>,
        extent: &mut impl FnMut(E) -> Result<E2, Error>,
    ) -> Result<Reading<S2, E2>, Error> {
        Ok(Reading {
            schema: self.schema,
            made_by: self.made_by,
            report: self.report.try_map_spans(extent)?,
            entities: self.entities.try_map_spans(cited)?,
            times: self.times.try_map_spans(cited)?,
            quantities: self.quantities.try_map_spans(cited)?,
            claims: self.claims.try_map_spans(cited)?,
            withheld: self.withheld,
            events: self.events.try_map_spans(cited)?,
            findings: self.findings.try_map_spans(cited)?,
            unread: self.unread.try_map_spans(extent)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_character_boundary_crosses_and_comes_back(text in any::<String>()) {
            let points = CodePoints::new(&text);
            let boundaries = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (count, at) in boundaries.enumerate() {
                prop_assert_eq!(points.from_byte(at), count);
                prop_assert_eq!(points.to_byte(count), Some(at));
            }
            prop_assert_eq!(points.to_byte(text.chars().count() + 1), None);
        }
    }

    #[test]
    fn a_span_that_says_something_else_than_the_text_is_refused() {
        let points = CodePoints::new("Die Fähre fährt.");
        let right = Cited { start: 4, end: 9, exact: "Fähre".into() };
        assert_eq!(points.locate_cited(right), Ok(Span::new(4, 10)));
        let wrong = Cited { start: 4, end: 9, exact: "Bahn".into() };
        assert!(matches!(points.locate_cited(wrong), Err(BoundaryError::Differs { .. })));
        let outside = Cited { start: 4, end: 99, exact: "Fähre".into() };
        assert!(matches!(points.locate_cited(outside), Err(BoundaryError::Outside { .. })));
    }
}
