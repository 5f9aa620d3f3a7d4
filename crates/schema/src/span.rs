//! Where something stands in a report's text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A byte range of a report's text, end exclusive, both ends on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text that the span covers. Empty where the span does not lie on character boundaries inside `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A span as the JSON contract shows it: Unicode code points into `report.text`, end exclusive, and the text there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cited {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text there, character for character.
    pub exact: String,
}

/// A span of the JSON contract whose text need not be repeated (blocks, stretches that stayed unread).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Extent {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// A value that holds spans of kind `S` and can be rebuilt with spans of another kind.
pub trait TryMapSpans<S> {
    /// The same value with spans of kind `T`.
    type Output<T>;

    /// Rebuilds the value, passing every span through `f` in text order of the fields.
    ///
    /// # Errors
    /// The first error that `f` returns.
    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Self::Output<T>, E>;
}

impl<S, M: TryMapSpans<S>> TryMapSpans<S> for Vec<M> {
    type Output<T> = Vec<M::Output<T>>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Self::Output<T>, E> {
        self.into_iter().map(|m| m.try_map_spans(f)).collect()
    }
}

impl<S, M: TryMapSpans<S>> TryMapSpans<S> for Option<M> {
    type Output<T> = Option<M::Output<T>>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Self::Output<T>, E> {
        self.map(|m| m.try_map_spans(f)).transpose()
    }
}

/// Maps a plain list of spans; a `Vec<S>` is a value of its own, not a `Vec` of values that hold spans.
pub(crate) fn try_map_all<S, T, E>(
    spans: Vec<S>,
    f: &mut impl FnMut(S) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    spans.into_iter().map(f).collect()
}
