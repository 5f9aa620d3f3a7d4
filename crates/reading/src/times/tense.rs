//! The direction of a time without a year: what the words beside it say, and the verbs of its clause.

use std::collections::{HashMap, HashSet};

use lagebild_knowledge::times::{Participle, StrongVerbs, Times};

use super::lexicon::inflect;
use super::pieces::Pieces;
use super::place::Direction;
use crate::context::ends;

/// How far from the expression a verb still speaks of it, in words.
const REACH: usize = 25;

/// What a word says of the tense of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Past,
    Future,
    /// Past, if there is a participle in the clause.
    Perfect,
    Participle,
    None,
}

/// What the words of a stretch of text say together.
#[derive(Default)]
struct Signs {
    auxiliary: bool,
    participle: bool,
}

/// A language's words of tense.
#[derive(Debug)]
pub(crate) struct Tenses {
    words: HashMap<String, Mark>,
    past_endings: &'static [String],
    verb_endings: &'static [String],
    participle: &'static Participle,
    back: HashSet<&'static str>,
    ahead: HashSet<&'static str>,
    ahead_unless_told: HashSet<&'static str>,
    back_after_noun: HashSet<&'static str>,
    subordinators: HashSet<&'static str>,
}

impl Tenses {
    /// Reads the words of tense.
    ///
    /// # Errors
    /// A line that says which word names an ending that is none.
    pub(crate) fn new(tables: &'static Times) -> Result<Self, String> {
        let tense = &tables.tense;
        let mut words: HashMap<String, Mark> =
            preterites(&tense.strong).map(|preterite| (preterite, Mark::Past)).collect();
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
        let set = |list: &'static [String]| list.iter().map(String::as_str).collect();
        Ok(Self {
            words,
            past_endings: &tense.past_endings,
            verb_endings: &tense.verb_second_endings,
            participle: &tense.participle,
            back: set(&tense.back),
            ahead: set(&tense.ahead),
            ahead_unless_told: set(&tense.ahead_unless_told),
            back_after_noun: set(&tense.back_after_noun),
            subordinators: set(&tense.subordinators),
        })
    }

    /// Where the expression lies: as the words that touch it say, else the verbs of its clause, else those of its
    /// sentence.
    pub(crate) fn direction(&self, pieces: &Pieces, first: usize, end: usize) -> Direction {
        self.governed(pieces, first)
            .or_else(|| self.attributive(pieces, end))
            .or_else(|| self.told(pieces, first, end, true))
            .or_else(|| self.looks_ahead(pieces, first, end))
            .or_else(|| self.told(pieces, first, end, false))
            .unwrap_or(Direction::Unknown)
    }

    /// Whether the word before or after the expression is a verb in the past: "Heute begann …".
    pub(crate) fn is_of_a_preterite(&self, pieces: &Pieces, first: usize, end: usize) -> bool {
        let neighbours = [first.checked_sub(1), Some(end)];
        neighbours.into_iter().flatten().any(|at| self.mark(pieces, at) == Mark::Past)
    }

    /// "seit Freitag", "by Friday", "die Wahl vom Sonntag".
    fn governed(&self, pieces: &Pieces, first: usize) -> Option<Direction> {
        let governor = first.checked_sub(1)?;
        let word = pieces.lower(governor);
        let two = || format!("{} {word}", governor.checked_sub(1).map_or("", |at| pieces.lower(at)));
        let is_after_noun =
            || governor.checked_sub(1).and_then(|at| pieces.get(at)).is_some_and(|piece| piece.capital);
        if self.back.contains(word) {
            Some(Direction::Before)
        } else if self.ahead.contains(word) || self.ahead.contains(two().as_str()) {
            Some(Direction::Future)
        } else {
            (self.back_after_noun.contains(word) && is_after_noun()).then_some(Direction::Past)
        }
    }

    /// "bis Freitag", "Am Freitag tagt der Rat".
    fn looks_ahead(&self, pieces: &Pieces, first: usize, end: usize) -> Option<Direction> {
        let governed =
            first.checked_sub(1).is_some_and(|at| self.ahead_unless_told.contains(pieces.lower(at)));
        (governed || self.heads_a_present(pieces, first, end)).then_some(Direction::Future)
    }

    /// Whether the expression is the first phrase of its clause, and the verb after it is in the present.
    fn heads_a_present(&self, pieces: &Pieces, first: usize, end: usize) -> bool {
        let sentence = |at: usize| pieces.get(at).map(|piece| piece.sentence);
        let is_start = |at: usize| {
            at.checked_sub(1)
                .is_none_or(|before| sentence(before) != sentence(first) || is_break(pieces.lower(before)))
        };
        let heads = is_start(first) || first.checked_sub(1).is_some_and(is_start);
        let is_verb = |word: &str| word.len() > 2 && !self.words.contains_key(word);
        heads
            && pieces.get(end).is_some_and(|piece| {
                !piece.capital
                    && sentence(end) == sentence(first)
                    && is_verb(&piece.lower)
                    && self.mark(pieces, end) == Mark::None
                    && ends(&piece.lower, self.verb_endings)
            })
    }

    /// "im April begonnene Gespräche", "die am Dienstag auslaufende Frist".
    fn attributive(&self, pieces: &Pieces, end: usize) -> Option<Direction> {
        let word = pieces.get(end).filter(|piece| !piece.capital)?.lower.as_str();
        if self.words.contains_key(word) {
            return None;
        }
        if ends(word, &self.participle.present_attribute) {
            return Some(Direction::Future);
        }
        let past = begins(word, &self.participle.prefixes) && ends(word, &self.participle.past_attribute);
        past.then_some(Direction::Before)
    }

    /// The direction of the nearest word of tense; the one before wins over the one after.
    fn told(&self, pieces: &Pieces, first: usize, end: usize, clause: bool) -> Option<Direction> {
        let (from, until) = self.bounds(pieces, first, end, clause);
        if clause && (end..until).any(|at| self.is_perfect_infinitive(pieces, at)) {
            return Some(Direction::Past);
        }
        let mut signs = Signs::default();
        for distance in 1..=REACH {
            let before = first.checked_sub(distance).filter(|at| *at >= from);
            let after = Some(end + distance - 1).filter(|at| *at < until);
            for at in [before, after].into_iter().flatten() {
                match self.mark(pieces, at) {
                    Mark::Past => return Some(Direction::Past),
                    Mark::Future => return Some(Direction::Future),
                    Mark::Perfect => signs.auxiliary = true,
                    Mark::Participle => signs.participle = true,
                    Mark::None => {}
                }
                if signs.auxiliary && signs.participle {
                    return Some(Direction::Past);
                }
            }
        }
        // What looks like a participle and has no auxiliary is a preterite: "Sie beschlossen am Freitag".
        (!clause && signs.participle && !signs.auxiliary).then_some(Direction::Past)
    }

    /// The pieces around the expression that are of its sentence, or of its clause.
    fn bounds(&self, pieces: &Pieces, first: usize, end: usize, clause: bool) -> (usize, usize) {
        let sentence = pieces.get(first).map(|piece| piece.sentence);
        let is_outside = |at: usize| pieces.get(at).map(|piece| piece.sentence) != sentence;
        let divides = |at: usize| clause && is_break(pieces.lower(at));
        let opens = |at: usize| clause && self.subordinators.contains(pieces.lower(at));
        let mut from = first;
        while from > 0 && first - from < REACH && !is_outside(from - 1) && !divides(from - 1) {
            from -= 1;
            if opens(from) {
                break;
            }
        }
        let mut until = end;
        while until - end < REACH && !is_outside(until) && !divides(until) && !opens(until) {
            until += 1;
        }
        (from, until)
    }

    /// "ereignet haben", "gewesen sein".
    fn is_perfect_infinitive(&self, pieces: &Pieces, at: usize) -> bool {
        self.participle.infinitives.iter().any(|infinitive| infinitive == pieces.lower(at + 1))
            && (self.mark(pieces, at) == Mark::Participle
                || pieces.get(at).is_some_and(|piece| self.participle.passives.contains(&piece.lower)))
    }

    fn mark(&self, pieces: &Pieces, at: usize) -> Mark {
        // A capital within a sentence makes a noun or a name of it: "der Rat", "Will".
        let begins_sentence = |sentence: usize| {
            at.checked_sub(1)
                .and_then(|before| pieces.get(before))
                .is_none_or(|before| before.sentence != sentence)
        };
        let Some(piece) = pieces.get(at).filter(|piece| !piece.capital || begins_sentence(piece.sentence))
        else {
            return Mark::None;
        };
        let word = piece.lower.as_str();
        if let Some(mark) = self.words.get(word) {
            return *mark;
        }
        let participle = self.participle;
        if word.len() < 5 {
            Mark::None
        } else if ends(word, self.past_endings) {
            Mark::Past
        } else if begins(word, &participle.prefixes) && ends(word, &participle.endings)
            || ends(word, &participle.bare_endings)
        {
            Mark::Participle
        } else {
            Mark::None
        }
    }
}

/// Every preterite of the strong verbs. A plural that is the participle as well is one only without a prefix.
fn preterites(verbs: &StrongVerbs) -> impl Iterator<Item = String> + '_ {
    let prefixes = || verbs.prefixes.iter().map(String::as_str);
    let plural = &verbs.plural;
    let singulars = verbs.stems.iter().chain(&verbs.stems_of_participles);
    let with_prefix =
        singulars.flat_map(move |stem| prefixes().chain([""]).map(move |prefix| format!("{prefix}{stem}")));
    let plurals = verbs
        .stems
        .iter()
        .flat_map(move |stem| prefixes().chain([""]).map(move |prefix| format!("{prefix}{stem}{plural}")));
    let bare = verbs.stems_of_participles.iter().map(move |stem| format!("{stem}{plural}"));
    with_prefix.chain(plurals).chain(bare)
}

fn begins(word: &str, beginnings: &[String]) -> bool {
    beginnings.iter().any(|beginning| word.starts_with(beginning.as_str()))
}

/// Whether a mark divides clauses.
fn is_break(mark: &str) -> bool {
    matches!(mark, "," | ";" | ":" | "(" | ")" | "–" | "—" | "\"" | "„" | "“" | "”" | "»" | "«")
}
