//! A quote as the German quotation corpus has it, and how well quotes are found.

use std::collections::BTreeSet;

use super::assignment::assign;
use crate::eval::{f1, harmonic_mean};

/// Words, as indices into a text.
pub(super) type Words = BTreeSet<usize>;

/// A quote: gold, or what a reading of ours is in the corpus's terms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) content: Words,
    pub(super) addressee: Words,
    pub(super) cue: Words,
    pub(super) frame: Words,
    pub(super) speaker: Words,
    /// "Direct", "Indirect", …
    pub(super) kind: String,
    /// "Speech", "Writing", …; empty where nothing is known of it.
    pub(super) medium: String,
}

impl Quote {
    fn roles(&self) -> [&Words; 4] {
        [&self.addressee, &self.cue, &self.frame, &self.speaker]
    }

    /// How well two quotes go together.
    fn weight(&self, other: &Self) -> f64 {
        let overlap = dice(&self.content, &other.content);
        if overlap == 0.0 {
            return 0.0;
        }
        let bonus = |is_same: bool, bonus: f64| if is_same { bonus } else { 0.0 };
        overlap + bonus(self.kind == other.kind, 0.01) + bonus(self.medium == other.medium, 0.001)
    }
}

/// F1 of the words of one set against those of another.
pub(super) fn dice(one: &Words, other: &Words) -> f64 {
    f1(one.intersection(other).count(), one.len() + other.len())
}

/// Precisions and recalls of single parts, to be averaged.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Macro {
    precisions: (f64, usize),
    recalls: (f64, usize),
}

impl Macro {
    /// Adds a part; a side without words has no say.
    fn count(&mut self, gold: &Words, system: &Words) {
        let hits = gold.intersection(system).count() as f64;
        for (side, words) in [(&mut self.precisions, system), (&mut self.recalls, gold)] {
            if !words.is_empty() {
                side.0 += hits / words.len() as f64;
                side.1 += 1;
            }
        }
    }

    fn add(&mut self, other: &Self) {
        for (side, more) in [(&mut self.precisions, other.precisions), (&mut self.recalls, other.recalls)] {
            side.0 += more.0;
            side.1 += more.1;
        }
    }

    pub(super) fn precision(&self) -> f64 {
        self.precisions.0 / self.precisions.1.max(1) as f64
    }

    pub(super) fn recall(&self) -> f64 {
        self.recalls.0 / self.recalls.1.max(1) as f64
    }

    /// The harmonic mean of the averages.
    pub(super) fn f(&self) -> f64 {
        harmonic_mean(self.precision(), self.recall())
    }
}

/// How well the quotes of some texts were found.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct QuoteTally {
    pub(super) gold: usize,
    pub(super) system: usize,
    pub(super) messages: Macro,
    pub(super) roles: Macro,
}

impl QuoteTally {
    /// Pairs the quotes of a text and counts. `tell` hears of quotes that stayed alone: gold, or the system's.
    pub(super) fn of(gold: &[Quote], system: &[Quote], tell: &mut impl FnMut(&str, &Quote)) -> Self {
        let weights: Vec<Vec<f64>> =
            gold.iter().map(|one| system.iter().map(|other| one.weight(other)).collect()).collect();
        let pairs = assign(&weights);
        let nobody = Quote::default();
        let mut tally = Self { gold: gold.len(), system: system.len(), ..Self::default() };
        for &(one, other) in &pairs {
            tally.count(&gold[one], &system[other]);
        }
        for (at, quote) in gold.iter().enumerate() {
            if pairs.iter().all(|pair| pair.0 != at) {
                tally.count(quote, &nobody);
                tell("missing", quote);
            }
        }
        for (at, quote) in system.iter().enumerate() {
            if pairs.iter().all(|pair| pair.1 != at) {
                tally.count(&nobody, quote);
                tell("spurious", quote);
            }
        }
        tally
    }

    fn count(&mut self, gold: &Quote, system: &Quote) {
        self.messages.count(&gold.content, &system.content);
        for (gold, system) in gold.roles().into_iter().zip(system.roles()) {
            self.roles.count(gold, system);
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.system += other.system;
        self.messages.add(&other.messages);
        self.roles.add(&other.roles);
    }

    /// Over messages and roles alike.
    pub(super) fn joint(&self) -> Macro {
        let mut joint = self.messages;
        joint.add(&self.roles);
        joint
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    fn quote(content: Range<usize>, cue: Range<usize>, speaker: Range<usize>) -> Quote {
        let words = |range: Range<usize>| range.collect();
        let kind = "Direct".to_owned();
        Quote { content: words(content), cue: words(cue), speaker: words(speaker), kind, ..Quote::default() }
    }

    fn tally(gold: &[Quote], system: &[Quote]) -> QuoteTally {
        QuoteTally::of(gold, system, &mut |_, _| {})
    }

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-9, "{one} is not {other}");
    }

    #[test]
    fn gold_scores_everything_and_nothing_scores_nothing() {
        let gold = [quote(0..4, 4..5, 5..7), quote(8..9, 0..0, 0..0)];
        let all = tally(&gold, &gold);
        for part in [all.messages, all.roles, all.joint()] {
            near(part.f(), 1.0);
        }
        let none = tally(&gold, &[]);
        for part in [none.messages, none.roles, none.joint()] {
            near(part.f(), 0.0);
        }
        assert_eq!((none.gold, none.system), (2, 0));
    }

    #[test]
    fn parts_are_averaged_and_empty_ones_have_no_say() {
        let gold = [quote(0..4, 4..5, 5..7)];
        let system = [quote(2..4, 4..5, 0..0), quote(9..10, 0..0, 0..0)];
        let tally = tally(&gold, &system);
        // Contents: precision 2/2 and 0/1, recall 2/4. Cue: 1 and 1. Speaker: no precision, recall 0.
        near(tally.messages.precision(), 0.5);
        near(tally.messages.recall(), 0.5);
        near(tally.roles.precision(), 1.0);
        near(tally.roles.recall(), 0.5);
        near(tally.joint().precision(), 2.0 / 3.0);
        near(tally.joint().recall(), 1.5 / 3.0);
        near(tally.joint().f(), 4.0 / 7.0);
    }

    #[test]
    fn pairs_are_chosen_for_the_sum_and_the_kind_decides_between_equals() {
        let gold = [quote(0..10, 0..0, 0..0), quote(0..4, 0..0, 0..0)];
        let system = [quote(0..4, 0..0, 0..0), quote(0..5, 0..0, 0..0)];
        near(tally(&gold, &system).messages.recall(), 0.75);
        let mut other = quote(0..4, 4..5, 0..0);
        other.kind = "Indirect".to_owned();
        let gold = [quote(0..4, 6..7, 0..0)];
        let mut lonely = Vec::new();
        let tally = QuoteTally::of(&gold, &[other.clone(), gold[0].clone()], &mut |sort, quote| {
            lonely.push((sort.to_owned(), quote.clone()));
        });
        near(tally.messages.precision(), 0.5);
        assert_eq!(lonely, [("spurious".to_owned(), other)]);
    }
}
