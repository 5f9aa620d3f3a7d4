//! Claims paired, and what is right in the pairs.

use std::collections::BTreeSet;

use lagebild_schema::{Certainty, Span};

use super::claim::{Claim, is_same_who, overlap};
use crate::eval::{Row, f1};

/// Overlap of contents from which on two claims are one.
const SAME: f64 = 0.5;
/// Overlap from which on they are the same to the word.
const EXACT: f64 = 0.97;

/// How much was found, and how much of that is right.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    gold: usize,
    system: usize,
    found: usize,
    exact: usize,
    source: usize,
    who: usize,
    cue: usize,
    act: usize,
    form: usize,
    /// Of each pair, what the gold says and what was read.
    certainties: Vec<(Certainty, Certainty)>,
    /// Pairs with a source in the gold, and those of them for which none was read.
    sourced: usize,
    unsourced: usize,
}

/// What is compared in a pair, beside its certainty, and whether it is the same.
fn sames(gold: &Claim, read: &Claim, text: &str) -> [(&'static str, bool); 5] {
    [
        ("source", overlap(&gold.source, &read.source, text) >= SAME),
        ("who", is_same_who(gold.who.as_deref(), read.who.as_deref())),
        ("cue", overlap(&gold.cue, &read.cue, text) >= SAME),
        ("act", gold.act == read.act),
        ("form", gold.form == read.form),
    ]
}

/// What is wrong in a claim that was found.
pub(super) fn differences(gold: &Claim, read: &Claim, text: &str) -> Vec<String> {
    let pieces = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    let both = |name: &str| match name {
        "source" => [pieces(&read.source), pieces(&gold.source)],
        "who" => [read, gold].map(|claim| claim.who.clone().unwrap_or_default()),
        "cue" => [pieces(&read.cue), pieces(&gold.cue)],
        "act" => [read, gold].map(|claim| format!("{:?}", claim.act)),
        _ => [read, gold].map(|claim| format!("{:?}", claim.form)),
    };
    let wrong = |(name, is_same): (&'static str, bool)| {
        let [read, gold] = both(name).map(|what| if what.is_empty() { "nothing".to_owned() } else { what });
        (!is_same).then(|| format!("{name} {read} for {gold}"))
    };
    sames(gold, read, text).into_iter().filter_map(wrong).collect()
}

/// Claims whose contents overlap by half or more, one to one, the greatest overlaps first; of equal ones the last.
pub(super) fn pairs(gold: &[Claim], read: &[Claim], text: &str) -> Vec<(usize, usize)> {
    matches(gold, read, text).into_iter().map(|(_, one, other)| (one, other)).collect()
}

fn matches(gold: &[Claim], read: &[Claim], text: &str) -> Vec<(f64, usize, usize)> {
    let all = gold.iter().enumerate().flat_map(|(one, claim)| {
        let overlaps =
            move |(other, read): (usize, &Claim)| (overlap(&claim.content, &read.content, text), one, other);
        read.iter().enumerate().map(overlaps)
    });
    let mut all: Vec<(f64, usize, usize)> = all.filter(|(overlap, ..)| *overlap >= SAME).collect();
    all.sort_by(|left, right| right.0.total_cmp(&left.0).then((right.1, right.2).cmp(&(left.1, left.2))));
    let (mut golds, mut reads) = (BTreeSet::new(), BTreeSet::new());
    all.retain(|(_, one, other)| {
        let is_free = !golds.contains(one) && !reads.contains(other);
        if is_free {
            golds.insert(*one);
            reads.insert(*other);
        }
        is_free
    });
    all
}

impl Tally {
    /// Counts the claims of a report.
    pub(super) fn add(&mut self, gold: &[Claim], read: &[Claim], text: &str) {
        self.gold += gold.len();
        self.system += read.len();
        for (overlap, one, other) in matches(gold, read, text) {
            let (one, other) = (&gold[one], &read[other]);
            self.found += 1;
            self.exact += usize::from(overlap > EXACT);
            let counts = [&mut self.source, &mut self.who, &mut self.cue, &mut self.act, &mut self.form];
            for (count, (_, is_same)) in counts.into_iter().zip(sames(one, other, text)) {
                *count += usize::from(is_same);
            }
            self.certainties.push((one.certainty, other.certainty));
            self.sourced += usize::from(!one.source.is_empty());
            self.unsourced += usize::from(!one.source.is_empty() && other.who.is_none());
        }
    }

    /// Everything.
    pub(super) fn row(&self, name: &str) -> Row {
        let right = |count: usize| share(count, self.found);
        self.found_row(name.to_owned())
            .share("exact", f1(self.exact, self.gold + self.system))
            .share("source", right(self.source))
            .share("who", right(self.who))
            .share("cue", right(self.cue))
            .share("act", right(self.act))
            .share("form", right(self.form))
            .share("certainty", self.certainty())
            .share("no source", share(self.unsourced, self.sourced))
    }

    /// What was found.
    pub(super) fn found_row(&self, name: String) -> Row {
        Row::new(name)
            .count("gold", self.gold)
            .count("system", self.system)
            .share("precision", share(self.found, self.system))
            .share("recall", share(self.found, self.gold))
            .share("found", f1(self.found, self.gold + self.system))
    }

    /// How many of the gold claims were found, and what is right in them.
    pub(super) fn recall_row(&self, name: String) -> Row {
        let right = |count: usize| share(count, self.found);
        Row::new(name)
            .count("gold", self.gold)
            .share("recall", share(self.found, self.gold))
            .share("source", right(self.source))
            .share("cue", right(self.cue))
            .share("act", right(self.act))
            .share("form", right(self.form))
    }

    /// The mean of the F1 of each certainty that the gold has.
    fn certainty(&self) -> f64 {
        let all = [Certainty::Certain, Certainty::Probable, Certainty::Possible, Certainty::Open];
        let of = |certainty: Certainty| {
            let count = |is: &dyn Fn(&(Certainty, Certainty)) -> bool| {
                self.certainties.iter().filter(|pair| is(pair)).count()
            };
            let gold = count(&|pair| pair.0 == certainty);
            let both = gold + count(&|pair| pair.1 == certainty);
            (gold > 0).then(|| f1(count(&|pair| *pair == (certainty, certainty)), both))
        };
        let scores: Vec<f64> = all.into_iter().filter_map(of).collect();
        if scores.is_empty() { 0.0 } else { scores.iter().sum::<f64>() / scores.len() as f64 }
    }
}

fn share(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 / of as f64 }
}

#[cfg(test)]
mod tests {
    use lagebild_schema::{Act, Form, Span};

    use super::*;

    const TEXT: &str = "Das Werk schließe, sagte Ada Muster. Die Wahl sei frei, teilte das Amt mit.";

    fn claim(content: &str, source: &str, cue: &str) -> Claim {
        let spans = |words: &str| {
            let start = TEXT.find(words).expect("it stands there");
            if words.is_empty() { Vec::new() } else { vec![Span::new(start, start + words.len())] }
        };
        Claim {
            content: spans(content),
            source: spans(source),
            who: (!source.is_empty()).then(|| source.to_owned()),
            cue: spans(cue),
            form: Form::Indirect,
            act: Act::State,
            certainty: Certainty::Certain,
            confidence: 1.0,
        }
    }

    #[test]
    fn claims_are_paired_by_their_contents() {
        let gold = [
            claim("Das Werk schließe", "Ada Muster", "sagte"),
            claim("Die Wahl sei frei", "das Amt", "teilte"),
        ];
        let read = [claim("Die Wahl sei", "", "teilte"), claim("Das Werk schließe", "Muster", "sagte")];
        let mut tally = Tally::default();
        tally.add(&gold, &read, TEXT);
        assert_eq!((tally.found, tally.exact, tally.source, tally.who, tally.cue), (2, 1, 1, 1, 2));
        assert_eq!((tally.sourced, tally.unsourced), (2, 1));
        assert!((tally.certainty() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_claim_is_found_once_and_what_differs_is_told() {
        let gold = [claim("Das Werk schließe", "Ada Muster", "sagte")];
        let mut other = claim("Das Werk schließe", "das Amt", "teilte");
        other.act = Act::Deny;
        assert_eq!(pairs(&gold, &[other.clone(), other.clone()], TEXT), [(0, 1)]);
        let expected = [
            "source das Amt for Ada Muster",
            "who das Amt for Ada Muster",
            "cue teilte for sagte",
            "act Deny for State",
        ];
        assert_eq!(differences(&gold[0], &other, TEXT), expected);
    }
}
