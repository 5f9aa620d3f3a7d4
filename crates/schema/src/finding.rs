//! What does not add up, and what was not understood.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::try_map_all;
use crate::{Span, TryMapSpans};

/// Something in the text that does not add up. It says what disagrees, never what is true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding<S = Span> {
    /// What sort of thing disagrees.
    pub kind: FindingKind,
    /// What disagrees with what, in one English sentence.
    pub message: String,
    /// The words that disagree, in text order.
    pub spans: Vec<S>,
}

/// What sort of thing disagrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// A total and its parts.
    Sum,
    /// A date that cannot be, or a weekday that does not fit its date.
    Date,
    /// An end before its beginning.
    Order,
    /// An announced count and the things listed.
    Count,
    /// A percentage that cannot be one.
    Percentage,
    /// An age that does not fit its dates.
    Age,
}

/// A stretch of a report that could not be understood, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unread<E = Span> {
    /// Where it stands; empty at the end of the text for what was cut off there.
    #[serde(flatten)]
    pub span: E,
    /// Why, in one English sentence.
    pub reason: String,
}

impl<S> TryMapSpans<S> for Finding<S> {
    type Output<T> = Finding<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Finding<T>, E> {
        Ok(Finding { kind: self.kind, message: self.message, spans: try_map_all(self.spans, f)? })
    }
}

impl<S> TryMapSpans<S> for Unread<S> {
    type Output<T> = Unread<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Unread<T>, E> {
        Ok(Unread { span: f(self.span)?, reason: self.reason })
    }
}
