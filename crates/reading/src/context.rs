//! What every question may look at: the report, its analysis, and the tables of its language.

use std::ops::Range;

use lagebild_knowledge::Language;
use lagebild_language::{Analysis, Sentence, Token, TokenKind};
use lagebild_schema::{Report, Span};

use crate::syntax::Syntax;

/// A run of tokens.
pub(crate) type Run = Range<usize>;

/// Whether a word ends in one of these.
pub(crate) fn ends(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

/// The report, its analysis, and the tables of its language.
pub(crate) struct Context<'a> {
    pub(crate) report: &'a Report,
    pub(crate) analysis: &'a Analysis,
    pub(crate) language: &'static Language,
    /// Every token in lower case, made once since every question compares words.
    lower: Vec<String>,
    /// The trees of the sentences, where a model parsed them.
    pub(crate) syntax: Option<Syntax<'a>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(report: &'a Report, analysis: &'a Analysis) -> Self {
        let lower = analysis.tokens.iter().map(|token| token.span.of(&report.text).to_lowercase()).collect();
        Self {
            report,
            analysis,
            language: lagebild_knowledge::language(&report.lang),
            lower,
            syntax: analysis.parse.as_ref().map(Syntax::new),
        }
    }

    pub(crate) fn sentences(&self) -> &'a [Sentence] {
        &self.analysis.sentences
    }

    /// The sentence that a token stands in, as an index; that after the last beyond it.
    pub(crate) fn sentence_of(&self, at: usize) -> usize {
        self.sentences().partition_point(|sentence| sentence.tokens.end <= at)
    }

    /// The token at `at`; `None` beyond the last.
    pub(crate) fn token(&self, at: usize) -> Option<Token> {
        self.analysis.tokens.get(at).copied()
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    /// The token's text; empty beyond the last.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.of(&self.report.text))
    }

    /// The token's text in lower case; empty beyond the last.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// From the first token of a run to its last. The run must not be empty.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        let all = &self.analysis.tokens;
        all[tokens.start].span.cover(all[tokens.end - 1].span)
    }

    /// Whether nothing, not even a space, stands between a token and the next.
    pub(crate) fn touches_next(&self, at: usize) -> bool {
        match (self.token(at), self.token(at + 1)) {
            (Some(this), Some(next)) => this.span.end == next.span.start,
            _ => false,
        }
    }

    /// The tokens that a span covers, wholly or in part.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        self.analysis.tokens_in(span)
    }

    /// Whether exactly one space stands between a token and the one before it.
    pub(crate) fn is_one_space_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        match (before, self.token(at)) {
            (Some(before), Some(this)) => {
                let gap = Span::new(before.span.end, this.span.start).of(&self.report.text);
                gap.chars().count() == 1 && gap.chars().all(char::is_whitespace)
            }
            _ => false,
        }
    }

    /// Whether the tokens from `at` on are these words, in lower case.
    pub(crate) fn says(&self, at: usize, words: &[String]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.lower(at + offset) == word)
    }
}
