//! What the language room hands on.

use std::ops::Range;

use lagebild_knowledge::language;
use lagebild_schema::{Report, Span};

use crate::parse::{Parse, Word, WordRange};
use crate::{Model, Scratch, clitics, sentences, tokens};

/// How many words of a report the model reads: a long book chapter, some seconds. No report must hold up the others.
pub const MOST_PARSED: usize = 20_000;

/// A report's sentences and tokens, and what the model reads off them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Analysis {
    /// Sentences in text order.
    pub sentences: Vec<Sentence>,
    /// Tokens in text order.
    pub tokens: Vec<Token>,
    /// What the model reads off the tokens, each of which is a word to it; none where it was not asked.
    pub parse: Option<Parse>,
    /// The hash of the weights of the model that was asked.
    pub model: Option<String>,
}

/// A sentence: a run of tokens inside one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, as indices into [`Analysis::tokens`]; never empty.
    pub tokens: Range<usize>,
    /// The block it stands in, as an index into [`Report::blocks`].
    pub block: usize,
}

/// A word, a number, or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What sort it is.
    pub kind: TokenKind,
}

/// What sort of token it is, as far as its characters tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, also with hyphens, apostrophes or digits inside ("Jean-Luc", "G20", "z.B.").
    Word,
    /// Begins with a digit: "12", "1.000,50", "3.", "15:30", "20er", "2010/11".
    Number,
    /// A web or mail address, a hashtag, a handle.
    Address,
    /// A quotation mark, single or double.
    Quote,
    /// Any other punctuation.
    Punctuation,
    /// Anything else: "€", "%", "§", emoji.
    Symbol,
}

/// Splits a report into sentences and tokens by the tables of its language.
#[must_use]
pub fn analyse(report: &Report) -> Analysis {
    let tables = &language(&report.lang).tokens;
    let mut analysis = Analysis::default();
    for (block, Span { start, end }) in report.blocks.iter().map(|block| block.span).enumerate() {
        let first = analysis.tokens.len();
        tokens::split(&report.text, Span::new(start, end), tables, &mut analysis.tokens);
        let block_tokens = &analysis.tokens[first..];
        for run in sentences::split(&report.text, block_tokens, tables) {
            let tokens = first + run.start..first + run.end;
            let span = analysis.tokens[tokens.start].span.cover(analysis.tokens[tokens.end - 1].span);
            analysis.sentences.push(Sentence { span, tokens, block });
        }
    }
    analysis
}

impl Analysis {
    /// The text of words that others cut, in sentences, as one block, and its analysis without a parse.
    #[must_use]
    pub fn of_words(words: &[Word], sentences: &[WordRange]) -> (String, Self) {
        let mut text = String::new();
        let mut analysis = Self::default();
        for word in words {
            if word.space_before && !text.is_empty() {
                text.push(' ');
            }
            let span = Span::new(text.len(), text.len() + word.text.len());
            text.push_str(word.text);
            analysis.tokens.push(Token { span, kind: tokens::kind(word.text) });
        }
        for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
            let [first, last] = [sentence.start, sentence.end - 1].map(|at| analysis.tokens[at].span);
            analysis.sentences.push(Sentence { span: first.cover(last), tokens: sentence.clone(), block: 0 });
        }
        (text, analysis)
    }

    /// The tokens that a span covers, wholly or in part.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let last = self.tokens.partition_point(|token| token.span.start < span.end);
        first..last.max(first)
    }

    /// The tokens of `text` as words to be parsed, and its sentences as ranges of them.
    #[must_use]
    pub fn words<'t>(&self, text: &'t str) -> (Vec<Word<'t>>, Vec<WordRange>) {
        let mut end = 0;
        let mut words = Vec::with_capacity(self.tokens.len());
        for token in &self.tokens {
            let word = token.span.of(text);
            // Treebanks open contractions into words that stand apart, and the model learned them so.
            let space_before =
                token.span.start > end || token.span.start == 0 || clitics::is_contracted(word);
            words.push(Word { text: word, space_before });
            end = token.span.end;
        }
        (words, self.sentences.iter().map(|sentence| sentence.tokens.clone()).collect())
    }
}

impl Model {
    /// Splits a report into sentences and tokens, and parses them on one core, up to [`MOST_PARSED`] words.
    #[must_use]
    pub fn analyse(&self, report: &Report, scratch: &mut Scratch) -> Analysis {
        let mut analysis = analyse(report);
        let (words, mut sentences) = analysis.words(&report.text);
        sentences.truncate(sentences.partition_point(|sentence| sentence.end <= MOST_PARSED));
        let end = sentences.last().map_or(0, |sentence| sentence.end);
        analysis.parse = Some(self.parse(&words[..end], &sentences, scratch));
        analysis.model = Some(self.hash().to_owned());
        analysis
    }
}
