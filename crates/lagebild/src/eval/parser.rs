//! Who reads the gold: whatever parses words, which is the model, or a stand-in in a test.

use std::ops::Range;

use anyhow::{Result, bail};
use lagebild_language::{Parse, Word};

/// Reads grammar, names and attributions off words.
pub(crate) trait Parser: Sync {
    /// Parses the sentences of one text. They follow each other and hold all of `words`.
    fn parse(&self, words: &[Word<'_>], sentences: &[Range<usize>], language: &str) -> Parse;
}

/// A function is a parser.
impl<F> Parser for F
where
    F: Fn(&[Word<'_>], &[Range<usize>], &str) -> Parse + Sync,
{
    fn parse(&self, words: &[Word<'_>], sentences: &[Range<usize>], language: &str) -> Parse {
        self(words, sentences, language)
    }
}

/// The model that is built in.
pub(crate) fn model() -> Result<Box<dyn Parser>> {
    bail!("this build has no model to score: only extraction and timex work without one")
}

/// Parsers for tests, as functions of nothing but the words.
#[cfg(test)]
pub(crate) mod testing {
    use super::{Parse, Range, Word};

    /// Understands nothing.
    pub(crate) fn nothing(_: &[Word<'_>], _: &[Range<usize>], _: &str) -> Parse {
        Parse::default()
    }
}
