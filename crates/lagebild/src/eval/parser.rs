//! Who reads the gold: whatever parses words, which is the model, or a stand-in in a test.

use std::ops::Range;

use anyhow::Result;
use lagebild_language::{Parse, Word};

use crate::model;

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

/// The model.
pub(crate) fn model() -> Result<Box<dyn Parser>> {
    let model = model::load()?;
    Ok(Box::new(move |words: &[Word<'_>], sentences: &[Range<usize>], _: &str| model.parse(words, sentences)))
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
