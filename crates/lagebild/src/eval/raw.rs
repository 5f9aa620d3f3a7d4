//! A text as it is read in earnest: cut into words by us, then parsed.

use lagebild_language::{Parse, Token, WordRange, analyse};
use lagebild_schema::{Report, Span};

use super::Parser;

/// A raw text, cut and parsed.
#[derive(Debug)]
pub(crate) struct Raw {
    /// Its tokens, which are the words that were parsed.
    pub(crate) tokens: Vec<Token>,
    /// What was read off them.
    pub(crate) parse: Parse,
}

impl Raw {
    /// Cuts and parses a text of one paragraph a line.
    pub(crate) fn read(text: &str, language: &str, parser: &dyn Parser) -> Self {
        let analysis = analyse(&Report::of_text(language, text));
        let (words, sentences) = analysis.words(text);
        let parse = parser.parse(&words, &sentences, language);
        Self { tokens: analysis.tokens, parse }
    }

    /// The bytes from the first of some words to the last.
    pub(crate) fn span(&self, words: &WordRange) -> Span {
        Span::new(self.tokens[words.start].span.start, self.tokens[words.end - 1].span.end)
    }
}
