//! Quotations: which marks open and close, nested, over paragraphs, or never closed.

use std::ops::{Range, RangeInclusive};

use lagebild_language::TokenKind;

use crate::context::Context;

/// How many open marks are remembered: deeper nesting is no nesting but stray marks.
const DEPTH: usize = 6;

/// The outermost quotations of a report, in text order.
pub(super) struct Quotations {
    all: Vec<Quotation>,
    /// For every token the quotation that it stands in, its marks included.
    of: Vec<Option<usize>>,
}

/// A quotation: the tokens of its opening and its closing mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotation {
    pub(super) open: usize,
    pub(super) close: usize,
}

impl Quotation {
    /// The quotation with its marks.
    pub(super) fn tokens(self) -> Range<usize> {
        self.open..self.close + 1
    }

    /// How many tokens stand between its marks.
    pub(super) fn len(self) -> usize {
        self.close - self.open - 1
    }
}

impl Quotations {
    /// Finds the quotations of a report in one pass. A mark that is never closed opens nothing, unless the next
    /// paragraph opens with the same mark again, or its first mark can only close: then the quotation goes on there.
    pub(super) fn find(context: &Context) -> Self {
        let mut pairs = Vec::new();
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut block = None;
        for (index, sentence) in context.sentences().iter().enumerate() {
            let mut tokens = sentence.tokens.clone();
            if block.is_some_and(|block| block != sentence.block) {
                let last = open.pop();
                open.clear();
                if let Some(outer) = last {
                    if mark_of(context, tokens.start) == Some(outer.1) {
                        open.push(outer);
                        tokens.start += 1;
                    } else if is_closed_first(context, index, outer.1) {
                        open.push(outer);
                    }
                }
            }
            block = Some(sentence.block);
            for at in tokens {
                if let Some(mark) = mark_of(context, at) {
                    let last = at + usize::from(is_doubled(context, at));
                    meet(mark, at..=last, &mut open, &mut pairs);
                }
            }
        }
        Self::outermost(pairs, context.analysis.tokens.len())
    }

    fn outermost(mut pairs: Vec<Quotation>, tokens: usize) -> Self {
        pairs.sort_by_key(|pair| (pair.open, std::cmp::Reverse(pair.close)));
        let mut of = vec![None; tokens];
        let mut all: Vec<Quotation> = Vec::new();
        for pair in pairs {
            if all.last().is_none_or(|last| pair.open > last.close) {
                of[pair.tokens()].fill(Some(all.len()));
                all.push(pair);
            }
        }
        Self { all, of }
    }

    /// The quotation that a token stands in, its marks included.
    pub(super) fn at(&self, at: usize) -> Option<Quotation> {
        self.of.get(at).copied().flatten().map(|index| self.all[index])
    }

    /// Whether a token stands in a quotation, its marks included.
    pub(super) fn inside(&self, at: usize) -> bool {
        self.at(at).is_some()
    }

    /// The quotation that a token opens.
    pub(super) fn opened_at(&self, at: usize) -> Option<Quotation> {
        self.at(at).filter(|quotation| quotation.open == at)
    }

    /// The quotation that a token closes.
    pub(super) fn closed_at(&self, at: usize) -> Option<Quotation> {
        self.at(at).filter(|quotation| quotation.close == at)
    }
}

/// Whether the first mark of the paragraph that a sentence begins closes what a mark opened. One that looks alike at both
/// ends cannot tell.
fn is_closed_first(context: &Context, sentence: usize, opener: char) -> bool {
    let sentences = &context.sentences()[sentence..];
    let block = sentences.first().map(|first| first.block);
    sentences
        .iter()
        .take_while(|other| Some(other.block) == block)
        .flat_map(|other| other.tokens.clone())
        .find_map(|at| mark_of(context, at))
        .is_some_and(|mark| mark != opener && closes(opener, mark))
}

/// The quotation mark that begins at a token.
fn mark_of(context: &Context, at: usize) -> Option<char> {
    if context.kind(at) != Some(TokenKind::Quote) {
        return None;
    }
    if is_doubled(context, at) { Some('"') } else { context.word(at).chars().next() }
}

/// Whether two single marks that touch begin here: they are one double mark.
fn is_doubled(context: &Context, at: usize) -> bool {
    context.word(at) == "'" && context.word(at + 1) == "'" && context.touches_next(at)
}

/// Closes the innermost quotation that the mark can close, or opens one.
fn meet(mark: char, at: RangeInclusive<usize>, open: &mut Vec<(usize, char)>, pairs: &mut Vec<Quotation>) {
    if let Some(depth) =
        open.iter().rposition(|&(from, opener)| closes(opener, mark) && from + 1 < *at.start())
    {
        pairs.push(Quotation { open: open[depth].0, close: *at.end() });
        open.truncate(depth);
    } else if matches!(mark, '„' | '“' | '"' | '«' | '»' | '‚' | '‘' | '‹' | '›') {
        if open.len() == DEPTH {
            open.remove(0);
        }
        open.push((*at.start(), mark));
    }
}

/// Whether a mark closes what another opened, in any of the customs of European newspapers.
fn closes(opener: char, mark: char) -> bool {
    match opener {
        '„' => matches!(mark, '“' | '”' | '"'),
        '“' => mark == '”',
        '"' => mark == '"',
        '«' => mark == '»',
        '»' => mark == '«',
        '‚' => matches!(mark, '‘' | '’'),
        '‘' => mark == '’',
        '‹' => mark == '›',
        '›' => mark == '‹',
        _ => false,
    }
}
