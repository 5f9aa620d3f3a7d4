//! Quantities: a number, its bound and unit, and what is counted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Amount, QuantityId, Span, TryMapSpans};

/// A number that a report gives of something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity<S = Span> {
    /// Its name in this reading.
    pub id: QuantityId,
    /// The number with its unit, without the word that bounds it.
    #[serde(flatten)]
    pub span: S,
    /// The number; the lower end of a range; `null` where the words name none ("Dutzende" is 24 at least, "viele" none).
    /// A fraction is rounded to four decimals ("zwei Drittel" is 0.6667).
    pub value: Option<Amount>,
    /// The upper end of a range.
    pub high: Option<Amount>,
    /// How the number bounds the truth, as the report puts it.
    pub bound: Bound,
    /// Unit: ISO 4217 for money, SI or customary symbols otherwise, `%` for percentages.
    pub unit: Option<String>,
    /// What is counted, in the report's words.
    pub counted: Option<String>,
}

/// How a number bounds the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// "zwölf".
    Exact,
    /// "mindestens zwölf", "more than twelve".
    AtLeast,
    /// "höchstens zwölf", "up to twelve".
    AtMost,
    /// "rund zwölf", "some twelve".
    About,
    /// "zehn bis zwölf".
    Range,
    /// "Dutzende", "several".
    Vague,
}

impl<S> TryMapSpans<S> for Quantity<S> {
    type Output<T> = Quantity<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Quantity<T>, E> {
        Ok(Quantity {
            id: self.id,
            span: f(self.span)?,
            value: self.value,
            high: self.high,
            bound: self.bound,
            unit: self.unit,
            counted: self.counted,
        })
    }
}
