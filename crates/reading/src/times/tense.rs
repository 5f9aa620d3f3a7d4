//! The direction of a time without a year: what the verbs near it say.

use std::collections::HashMap;

use lagebild_knowledge::times::Tense;

use super::pieces::Pieces;
use super::place::Direction;

/// How far from the expression a verb still speaks of it, in words.
const REACH: usize = 25;

/// A language's words of tense.
#[derive(Debug)]
pub(crate) struct Tenses {
    words: HashMap<String, Direction>,
    past_endings: Vec<String>,
}

impl Tenses {
    pub(crate) fn new(tables: &Tense) -> Self {
        let of = |words: &[String], direction| {
            words.iter().map(move |word| (word.clone(), direction)).collect::<Vec<_>>()
        };
        let words = of(&tables.not_past, Direction::Unknown)
            .into_iter()
            .chain(of(&tables.present, Direction::Unknown))
            .chain(of(&tables.past, Direction::Past))
            .chain(of(&tables.future, Direction::Future))
            .collect();
        Self { words, past_endings: tables.past_endings.clone() }
    }

    /// The direction of the nearest word of tense in the sentence; the one before wins over the one after.
    pub(crate) fn direction(&self, pieces: &Pieces, first: usize, end: usize) -> Direction {
        let sentence = pieces.get(first).map(|piece| piece.sentence);
        let inside = |at: &usize| pieces.get(*at).map(|piece| piece.sentence) == sentence;
        let nearest = (1..=REACH).find_map(|distance| {
            let before = first.checked_sub(distance).filter(inside);
            let after = Some(end + distance - 1).filter(inside);
            [before, after]
                .into_iter()
                .flatten()
                .map(|at| self.of(pieces, at))
                .find(|d| *d != Direction::Unknown)
        });
        nearest.unwrap_or(Direction::Unknown)
    }

    fn of(&self, pieces: &Pieces, at: usize) -> Direction {
        let Some(piece) = pieces.get(at) else { return Direction::Unknown };
        if let Some(direction) = self.words.get(&piece.lower) {
            return *direction;
        }
        let is_past = !piece.capital
            && piece.lower.chars().count() > 4
            && self.past_endings.iter().any(|ending| piece.lower.ends_with(ending.as_str()));
        if is_past { Direction::Past } else { Direction::Unknown }
    }
}
