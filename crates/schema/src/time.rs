//! Times: TIMEX3 expressions (ISO 24617-1) with their value and interval.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Moment, Span, TimeId, TryMapSpans};

/// A time expression, what it means, and the interval it covers on the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Time<S = Span> {
    /// Its name in this reading.
    pub id: TimeId,
    /// The expression, without a governing preposition.
    #[serde(flatten)]
    pub span: S,
    /// What sort of time it is.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value: `2024-06-16`, `2024-W24`, `P3D`, `XXXX-WXX-1`, `PRESENT_REF`.
    pub value: String,
    /// TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `EQUAL_OR_LESS`, `EQUAL_OR_MORE` …
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// TIMEX3 quantifier of a set: `EVERY`, `EACH`.
    pub quant: Option<String>,
    /// TIMEX3 frequency of a set: `2X`.
    pub freq: Option<String>,
    /// The time that this one was counted from; `null` for the report's own date or none.
    pub anchor: Option<TimeId>,
    /// First moment of the interval, if it can be placed on the calendar.
    pub from: Option<Moment>,
    /// First moment after the interval.
    pub until: Option<Moment>,
}

/// The four sorts of time expressions of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A day or something longer on the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl<S> TryMapSpans<S> for Time<S> {
    type Output<T> = Time<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Time<T>, E> {
        Ok(Time {
            id: self.id,
            span: f(self.span)?,
            kind: self.kind,
            value: self.value,
            modifier: self.modifier,
            quant: self.quant,
            freq: self.freq,
            anchor: self.anchor,
            from: self.from,
            until: self.until,
        })
    }
}
