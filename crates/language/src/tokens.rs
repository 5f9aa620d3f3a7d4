//! Splits a block into tokens.

use lagebild_knowledge::tokens::Tokens;
use lagebild_schema::Span;
use unicode_segmentation::UnicodeSegmentation;

use crate::{Token, TokenKind};

/// Appends the tokens of the block at `block` to `out`.
pub(crate) fn split(text: &str, block: Span, _tables: &Tokens, out: &mut Vec<Token>) {
    for (at, word) in block.of(text).split_word_bound_indices() {
        let Some(first) = word.chars().next().filter(|c| !c.is_whitespace()) else { continue };
        let kind = match first {
            c if c.is_alphabetic() => TokenKind::Word,
            c if c.is_numeric() => TokenKind::Number,
            '"' | '„' | '“' | '”' | '«' | '»' | '‚' | '‘' | '’' | '‹' | '›' | '\'' => {
                TokenKind::Quote
            }
            c if c.is_ascii_punctuation() => TokenKind::Punctuation,
            _ => TokenKind::Symbol,
        };
        let start = block.start + at;
        out.push(Token { span: Span::new(start, start + word.len()), kind });
    }
}
