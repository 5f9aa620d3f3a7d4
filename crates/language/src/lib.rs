//! Reports to analyses: sentences and tokens, and the [model](Model) that says what they are and mean where they stand.
//!
//! [`analyse`] is total: any report gives an analysis, every token is a span of the report's text, tokens stand in
//! text order and never overlap, and no token or sentence crosses a block.

mod address;
mod analysis;
mod clitics;
#[expect(clippy::inline_always, reason = "only what is inlined uses the processor's instructions")]
pub mod encoder;
mod error;
mod full_stop;
mod model;
#[expect(clippy::inline_always, reason = "only what is inlined uses the processor's instructions")]
mod network;
mod parse;
mod sentences;
mod tokens;

pub use analysis::{Analysis, MOST_PARSED, Sentence, Token, TokenKind, analyse};
pub use error::Error;
pub use model::Model;
pub use network::Scratch;
pub use parse::{Attribution, Grammar, Name, NameKind, Parse, Trigger, Upos, Word, WordRange};
