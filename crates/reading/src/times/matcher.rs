//! Finds the longest pattern that begins at a piece.

use super::lexicon::Entry;
use super::pattern::Grammar;
use super::pieces::Pieces;
use super::sense::Sense;

/// Something matched, and where it stands among the pieces.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Open(usize),
    Close(usize),
    Senses(Vec<Sense>),
}

/// A rule that fits, and how.
#[derive(Debug, Clone)]
pub(crate) struct Match {
    pub(crate) rule: usize,
    /// One past the last piece that the pattern covers.
    pub(crate) end: usize,
    pub(crate) steps: Vec<Step>,
}

/// How many steps the search may take at one piece; patterns need a few dozen.
const PATIENCE: usize = 20_000;

struct Search<'s> {
    grammar: &'s Grammar,
    pieces: &'s Pieces<'s>,
    sentence: usize,
    steps: Vec<Step>,
    best: Option<Match>,
    patience: usize,
}

/// The longest match at a piece; of equally long ones, that of the earliest rule.
pub(crate) fn longest(grammar: &Grammar, pieces: &Pieces, at: usize) -> Option<Match> {
    let sentence = pieces.get(at).filter(|piece| piece.may_begin)?.sentence;
    let mut search = Search { grammar, pieces, sentence, steps: Vec::new(), best: None, patience: PATIENCE };
    search.walk(0, at);
    search.best
}

impl Search<'_> {
    /// Walks the tree; never deeper than its longest pattern.
    fn walk(&mut self, node: usize, at: usize) {
        self.patience = self.patience.saturating_sub(1);
        if self.patience == 0 {
            return;
        }
        let node = self.grammar.node(node);
        if let Some(rule) = node.accepts {
            self.accept(rule, at);
        }
        if let Some(next) = node.opens {
            self.step(Step::Open(at), next, at);
        }
        if let Some(next) = node.closes {
            self.step(Step::Close(at), next, at);
        }
        let Some(piece) = self.pieces.get(at).filter(|piece| piece.sentence == self.sentence) else { return };
        if !node.words.is_empty() {
            for entry in self.grammar.lexicon.get(&piece.lower) {
                let Some(end) = self.covers(entry, at).filter(|_| piece.capital || !entry.capital) else {
                    continue;
                };
                for class in [entry.valued, entry.class] {
                    if let Some(next) = node.words.get(&class) {
                        self.step(Step::Senses(entry.senses.clone()), *next, end);
                    }
                }
            }
        }
        for (shape, next) in &node.shapes {
            if let Some((sense, end)) = shape.read(self.pieces, at, self.grammar.month_first) {
                self.step(Step::Senses(vec![sense]), *next, end);
            }
        }
    }

    fn step(&mut self, step: Step, next: usize, at: usize) {
        self.steps.push(step);
        self.walk(next, at);
        self.steps.pop();
    }

    /// Where the entry's further words end, if they stand there.
    fn covers(&self, entry: &Entry, at: usize) -> Option<usize> {
        let rest = entry.rest.iter().enumerate();
        let all = rest.into_iter().all(|(i, word)| self.pieces.lower(at + 1 + i) == word);
        all.then_some(at + 1 + entry.rest.len())
    }

    fn accept(&mut self, rule: usize, end: usize) {
        let ends_well = end > 0 && self.pieces.get(end - 1).is_some_and(|piece| piece.may_end);
        let better = self.best.as_ref().is_none_or(|best| (end, best.rule) > (best.end, rule));
        if ends_well && better {
            self.best = Some(Match { rule, end, steps: self.steps.clone() });
        }
    }
}
