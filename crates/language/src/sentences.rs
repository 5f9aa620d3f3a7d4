//! Groups a block's tokens into sentences.

use std::ops::Range;

use lagebild_knowledge::tokens::Tokens;

use crate::Token;

/// Runs of tokens that are sentences, as indices into `tokens`.
pub(crate) fn split(text: &str, tokens: &[Token], _tables: &Tokens) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if matches!(token.span.of(text), "." | "!" | "?") || at + 1 == tokens.len() {
            runs.push(start..at + 1);
            start = at + 1;
        }
    }
    runs
}
