//! Reports to analyses: sentences and tokens.
//!
//! [`analyse`] is total: any report gives an analysis, every token is a span of the report's text, tokens stand in
//! text order and never overlap, and no token or sentence crosses a block.

mod address;
mod analysis;
mod clitics;
mod full_stop;
mod sentences;
mod tokens;

pub use analysis::{Analysis, Sentence, Token, TokenKind, analyse};
