//! The tokens as the grammar sees them: compounds with hyphens and ranges of digits are taken apart.

use lagebild_language::TokenKind;
use lagebild_schema::Span;

use super::shapes;
use crate::context::Context;

/// A token, or a part of one between hyphens or slashes.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    pub(crate) token: usize,
    pub(crate) sentence: usize,
    pub(crate) capital: bool,
    /// Whether an expression may begin (end) here: words are not taken apart, ranges of digits are.
    pub(crate) may_begin: bool,
    pub(crate) may_end: bool,
    pub(crate) lower: String,
}

/// All pieces of a report.
pub(crate) struct Pieces<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) all: Vec<Piece>,
    /// The first piece of every token, and one past the last piece.
    first_of_token: Vec<usize>,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(context: &'a Context<'a>) -> Self {
        let mut pieces = Self { context, all: Vec::new(), first_of_token: Vec::new() };
        for (sentence, run) in context.sentences().iter().enumerate() {
            for token in run.tokens.clone() {
                pieces.first_of_token.resize(token + 1, pieces.all.len());
                pieces.add(token, sentence);
            }
        }
        pieces.first_of_token.push(pieces.all.len());
        pieces
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Piece> {
        self.all.get(at)
    }

    /// The piece's text in lower case; empty beyond the last.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |piece| &piece.lower)
    }

    /// The first piece of a token.
    pub(crate) fn of_token(&self, token: usize) -> usize {
        self.first_of_token.get(token).copied().unwrap_or(self.all.len())
    }

    /// Whether the piece is a whole token.
    pub(crate) fn is_whole(&self, at: usize) -> bool {
        let token = |at: usize| self.all.get(at).map(|piece| piece.token);
        let here = token(at);
        here.is_some() && here != token(at + 1) && (at == 0 || here != token(at - 1))
    }

    /// Whether a slash joins it to more of its token ("1635/10").
    pub(crate) fn is_beside_slash(&self, at: usize) -> bool {
        let token = self.all.get(at).map(|piece| piece.token);
        let is_slash = |at: usize| {
            self.all.get(at).is_some_and(|piece| Some(piece.token) == token && piece.lower == "/")
        };
        is_slash(at + 1) || at.checked_sub(1).is_some_and(is_slash)
    }

    fn add(&mut self, token: usize, sentence: usize) {
        let Some(whole) = self.context.token(token) else { return };
        let text = self.context.word(token);
        let splits = matches!(whole.kind, TokenKind::Word | TokenKind::Number) && !shapes::stays_whole(text);
        let free = whole.kind == TokenKind::Number;
        let first = self.all.len();
        let mut start = 0;
        let marks = text.char_indices().filter(|(_, c)| splits && is_joint(*c));
        for (at, mark) in marks.filter(|(at, mark)| *at > 0 && at + mark.len_utf8() < text.len()) {
            self.push(whole.span.start, text, start..at, token, sentence);
            start = at + mark.len_utf8();
            self.push(whole.span.start, text, at..start, token, sentence);
        }
        self.push(whole.span.start, text, start..text.len(), token, sentence);
        let last = self.all.len() - 1;
        for (at, piece) in self.all[first..].iter_mut().enumerate() {
            piece.may_begin = free || at == 0;
            piece.may_end = free || first + at == last;
        }
    }

    fn push(
        &mut self,
        base: usize,
        text: &str,
        range: std::ops::Range<usize>,
        token: usize,
        sentence: usize,
    ) {
        let part = &text[range.clone()];
        if part.is_empty() {
            return;
        }
        let span = Span::new(base + range.start, base + range.end);
        let capital = part.chars().next().is_some_and(char::is_uppercase);
        let lower = part.to_lowercase();
        self.all.push(Piece { span, token, sentence, capital, may_begin: true, may_end: true, lower });
    }
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '‑' | '/')
}
