//! Numbers in digits and in words: what `times`, `quantities` and `findings` count with.

use crate::context::Context;

/// A number and the tokens it is written in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// One past its last token.
    pub(crate) end: usize,
}

/// The cardinal number that begins at token `at` ("12", "1.000,5", "zwölf", "one hundred and five", "1,5 Millionen").
pub(crate) fn cardinal(context: &Context, at: usize) -> Option<Number> {
    let value = context.word(at).parse().ok()?;
    Some(Number { value, end: at + 1 })
}

/// The ordinal number that begins at token `at` ("3.", "dritten", "3rd", "third").
pub(crate) fn ordinal(context: &Context, at: usize) -> Option<Number> {
    let value = context.word(at).strip_suffix('.')?.parse().ok()?;
    Some(Number { value, end: at + 1 })
}
