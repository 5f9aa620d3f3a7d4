//! A report as the reader of claims sees it: words, quotations, and where clauses begin and end.

use std::ops::Range;

use lagebild_knowledge::speech::{Speech, Words};
use lagebild_language::TokenKind;
use lagebild_schema::BlockKind;

use super::quotes::Quotations;
use crate::context::{Context, ends};

/// The context with its quotations. A token is named by its index.
pub(crate) struct Scene<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) speech: &'static Speech,
    pub(super) quotes: Quotations,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(context: &'a Context<'a>) -> Self {
        Self { context, speech: &context.language.speech, quotes: Quotations::find(context) }
    }

    /// Whether the token is one of the words, in any case.
    pub(super) fn is(&self, at: usize, words: &Words) -> bool {
        words.has(self.context.lower(at))
    }

    /// Whether the words of a phrase stand at `at`.
    pub(super) fn phrase_at(&self, at: usize, phrase: &[String]) -> bool {
        !phrase.is_empty() && self.context.says(at, phrase)
    }

    /// Whether the token, in any case, ends in one of these.
    pub(super) fn ends(&self, at: usize, endings: &[String]) -> bool {
        ends(self.context.lower(at), endings)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.context.kind(at) == Some(TokenKind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.context.kind(at) == Some(TokenKind::Number)
    }

    /// Whether the token begins with a capital letter.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.context.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.context.word(at) == mark
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.is_mark(at, ",")
    }

    /// Whether the token parts clauses or phrases: comma, colon, semicolon, dash, outside of quotations and compounds.
    pub(super) fn is_boundary(&self, at: usize) -> bool {
        let parts = match self.context.word(at) {
            "," => !(at > 0 && self.context.word(at - 1).ends_with('-')),
            ":" | ";" | "–" | "—" | "--" => true,
            "-" => at > 0 && !self.context.touches_next(at - 1) && !self.context.touches_next(at),
            _ => false,
        };
        parts && !self.quotes.inside(at)
    }

    /// Whether the token is a mark that belongs to no phrase which it begins or ends.
    pub(super) fn is_loose_mark(&self, at: usize) -> bool {
        matches!(self.context.word(at), "," | ";" | ":" | "–" | "-")
    }

    /// Whether the token ends a sentence.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        matches!(self.context.word(at), "." | "!" | "?" | "…" | "...")
    }

    /// The sentence without its last full stop.
    pub(super) fn without_stop(&self, sentence: &Range<usize>) -> Range<usize> {
        let mut end = sentence.end;
        while end > sentence.start && self.is_stop(end - 1) {
            end -= 1;
        }
        sentence.start..end
    }

    /// A run cut where a block ends.
    pub(super) fn by_block(&self, run: &Range<usize>) -> Vec<Range<usize>> {
        let first = self.context.sentence_of(run.start);
        let mut runs: Vec<(usize, Range<usize>)> = Vec::new();
        for sentence in &self.context.sentences()[first..] {
            if sentence.tokens.start >= run.end {
                break;
            }
            let part = sentence.tokens.start.max(run.start)..sentence.tokens.end.min(run.end);
            match runs.last_mut() {
                Some((block, last)) if *block == sentence.block => last.end = part.end,
                _ => runs.push((sentence.block, part)),
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }

    /// The block of text that a token stands in.
    pub(super) fn block_of(&self, at: usize) -> Option<usize> {
        self.context.sentences().get(self.context.sentence_of(at)).map(|sentence| sentence.block)
    }

    /// Whether a token stands in a block that is a quotation set apart from the text.
    pub(super) fn is_pull_quote(&self, at: usize) -> bool {
        let block = self.block_of(at).and_then(|block| self.context.report.blocks.get(block));
        block.is_some_and(|block| block.kind == BlockKind::Quote)
    }

    /// The first boundary in a stretch, or its end.
    pub(super) fn next_boundary(&self, stretch: Range<usize>) -> usize {
        stretch.clone().find(|&at| self.is_boundary(at)).unwrap_or(stretch.end)
    }

    /// Where the field of a token begins: just after the last boundary before it in the sentence.
    pub(super) fn field_start(&self, sentence: &Range<usize>, at: usize) -> usize {
        (sentence.start..at)
            .rev()
            .find(|&before| self.is_boundary(before))
            .map_or(sentence.start, |before| before + 1)
    }

    /// Whether a word begins a dependent clause.
    pub(super) fn is_subordinator(&self, at: usize) -> bool {
        let words = &self.speech.words;
        [&words.subordinators, &words.that, &words.whether].iter().any(|set| self.is(at, set))
    }

    /// Whether a word is neither of a closed class nor a number: an adjective, a noun, a name, a verb.
    pub(super) fn is_open(&self, at: usize) -> bool {
        let words = &self.speech.words;
        let closed = [
            &words.prepositions,
            &words.coordinators,
            &words.and,
            &words.subordinators,
            &words.that,
            &words.whether,
            &words.question,
            &words.finite,
            &words.adverbs,
            &words.pronouns,
            &words.oblique,
            &words.perfect,
            &words.passive,
            &words.infinitive,
            &words.negation,
            &words.expletive,
        ];
        self.is_word(at) && !closed.iter().any(|set| self.is(at, set))
    }
}
