//! One sentence and the words around a place in it.

use std::ops::Range;

use lagebild_knowledge::quantities::Quantities;
use lagebild_language::TokenKind;

use crate::context::Context;

/// One sentence: beyond its ends there are no words.
#[derive(Clone)]
pub(crate) struct Scope<'c, 'a> {
    pub(crate) context: &'c Context<'a>,
    pub(crate) tokens: Range<usize>,
}

impl<'c, 'a> Scope<'c, 'a> {
    pub(crate) fn new(context: &'c Context<'a>, tokens: Range<usize>) -> Self {
        Self { context, tokens }
    }

    pub(crate) fn words(&self) -> &'static Quantities {
        &self.context.language.quantities
    }

    /// The token's text in lower case; empty outside the sentence.
    pub(crate) fn lower(&self, at: usize) -> &'c str {
        if self.tokens.contains(&at) { self.context.lower(at) } else { "" }
    }

    /// The token's text; empty outside the sentence.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        if self.tokens.contains(&at) { self.context.word(at) } else { "" }
    }

    /// The text of the token before; empty where there is none.
    pub(crate) fn lower_before(&self, at: usize) -> &'c str {
        at.checked_sub(1).map_or("", |before| self.lower(before))
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.context.kind(at).filter(|_| self.tokens.contains(&at))
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether a token is a word that may belong to what is counted.
    pub(crate) fn is_open_word(&self, at: usize) -> bool {
        self.is_word(at) && !self.words().stops.contains(self.lower(at))
    }

    /// Whether a token is a word that begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a token is a dash or slash with no space to either side ("10–12").
    pub(crate) fn is_tight_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—" | "‑" | "/")
            && self.touches_before(at)
            && self.context.touches_next(at)
    }

    /// Whether nothing stands between a token and the one before it.
    pub(crate) fn touches_before(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.tokens.contains(&before) && self.context.touches_next(before))
    }
}
