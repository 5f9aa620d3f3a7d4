//! The direction of a time without a year: what the verbs near it say.

use std::collections::HashMap;

use lagebild_knowledge::times::{Participle, Times};

use super::lexicon::inflect;
use super::pieces::Pieces;
use super::place::Direction;

/// How far from the expression a verb still speaks of it, in words.
const REACH: usize = 25;

/// What a word says of the tense of its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Past,
    Future,
    /// Past, if there is a participle in the sentence.
    Perfect,
    Participle,
    None,
}

/// A language's words of tense.
#[derive(Debug)]
pub(crate) struct Tenses {
    words: HashMap<String, Mark>,
    past_endings: &'static [String],
    participle: &'static Participle,
    unmarked: Direction,
}

impl Tenses {
    /// Reads the words of tense.
    ///
    /// # Errors
    /// A line that says which word names an ending that is none.
    pub(crate) fn new(tables: &'static Times) -> Result<Self, String> {
        let tense = &tables.tense;
        let mut words = HashMap::new();
        for (list, mark) in [
            (&tense.not_past, Mark::None),
            (&tense.past, Mark::Past),
            (&tense.perfect, Mark::Perfect),
            (&tense.future, Mark::Future),
        ] {
            for written in list {
                words.extend(inflect(written, &tables.endings)?.into_iter().map(|word| (word, mark)));
            }
        }
        let unmarked = if tense.unmarked_looks_ahead { Direction::Future } else { Direction::Unknown };
        Ok(Self { words, past_endings: &tense.past_endings, participle: &tense.participle, unmarked })
    }

    /// The direction of the nearest word of tense in the sentence; the one before wins over the one after.
    pub(crate) fn direction(&self, pieces: &Pieces, first: usize, end: usize) -> Direction {
        let sentence = pieces.get(first).map(|piece| piece.sentence);
        let inside = |at: &usize| pieces.get(*at).map(|piece| piece.sentence) == sentence;
        let mut auxiliary = false;
        let mut participle = false;
        for distance in 1..=REACH {
            let before = first.checked_sub(distance).filter(inside);
            let after = Some(end + distance - 1).filter(inside);
            for at in [before, after].into_iter().flatten() {
                match self.mark(pieces, at) {
                    Mark::Past => return Direction::Past,
                    Mark::Future => return Direction::Future,
                    Mark::Perfect => auxiliary = true,
                    Mark::Participle => participle = true,
                    Mark::None => {}
                }
                if auxiliary && participle {
                    return Direction::Past;
                }
            }
        }
        self.unmarked
    }

    fn mark(&self, pieces: &Pieces, at: usize) -> Mark {
        // A capital makes a noun or a name of it: "der Rat", "Will".
        let Some(piece) = pieces.get(at).filter(|piece| !piece.capital) else { return Mark::None };
        let word = piece.lower.as_str();
        if let Some(mark) = self.words.get(word) {
            return *mark;
        }
        if word.len() < 5 {
            return Mark::None;
        }
        let begins =
            |beginnings: &[String]| beginnings.iter().any(|beginning| word.starts_with(beginning.as_str()));
        let ends = |endings: &[String]| endings.iter().any(|ending| word.ends_with(ending.as_str()));
        if ends(self.past_endings) {
            Mark::Past
        } else if begins(&self.participle.prefixes) && ends(&self.participle.endings) {
            Mark::Participle
        } else {
            Mark::None
        }
    }
}
