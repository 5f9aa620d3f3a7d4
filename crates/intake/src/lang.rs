//! Which language a text is in.
//!
//! Witnesses vote: each small word of a language for the languages that have it, each word with a foreign letter
//! against those that lack the letter, letter trigrams (whatlang) once, and what the document declares once.
//! So the text decides where there is enough of it, and the declaration where there is not.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use lagebild_knowledge::{language, languages};
use whatlang::{Detector, Lang};

/// Languages that can be told from each other: as many as there are bits.
const MOST: usize = u64::BITS as usize;

/// Where the language could not be told.
pub(crate) const UNKNOWN: &str = "unknown";

/// Characters of a text that are looked at.
const LOOKED_AT: usize = 6000;

/// Words that a text needs to speak for itself.
const ENOUGH_WORDS: usize = 3;

/// Words from which on a language that is none of ours is recognised.
const MANY_WORDS: usize = 8;

/// Share of small words that no text in a foreign language reaches.
const AT_HOME: f64 = 0.25;

/// Votes of the letter trigrams, and votes against a language that lacks a letter.
const TRIGRAMS: f64 = 0.5;
const FOREIGN_LETTER: f64 = 0.5;

/// Votes of what the document declares.
const DECLARATION: f64 = 1.5;

/// Votes that a language needs, and needs more than the next one.
const ENOUGH_VOTES: f64 = 0.5;

/// The language of a text as ISO 639-1, or "unknown".
pub(crate) fn identify(text: &str, declared: Option<&str>) -> &'static str {
    let witnesses = Witnesses::get();
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(end, _)| end);
    let text = &text[..end];
    let mut votes = witnesses.words(text);
    let declared = declared.and_then(code);
    if votes.words >= ENOUGH_WORDS {
        if witnesses.is_foreign(text, &votes) {
            return UNKNOWN;
        }
        // The slowest witness is heard where its vote can matter.
        if votes.lead() <= TRIGRAMS + DECLARATION
            && let Some(found) = witnesses.ours.detect(text)
        {
            votes.add(code(found.lang().code()), TRIGRAMS);
        }
    } else if declared.is_none() {
        return UNKNOWN;
    }
    votes.add(declared, DECLARATION);
    votes.winner().unwrap_or(UNKNOWN)
}

/// The ISO 639-1 code of one of our languages, from "de", "de-DE" or "deu".
pub(crate) fn code(name: &str) -> Option<&'static str> {
    let name = name.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    languages().find(|code| *code == name || language(code).identity.iso_639_3 == name)
}

/// Who can say something about a text's language.
struct Witnesses {
    codes: Vec<&'static str>,
    /// Letters and the languages that have them, a bit each.
    letters: BTreeMap<char, u64>,
    /// Small words and the languages that have them.
    small_words: BTreeMap<&'static str, Vec<usize>>,
    ours: Detector,
    any: Detector,
}

impl Witnesses {
    fn get() -> &'static Self {
        static WITNESSES: OnceLock<Witnesses> = OnceLock::new();
        WITNESSES.get_or_init(Self::called)
    }

    fn called() -> Self {
        let codes: Vec<&'static str> =
            languages().filter(|code| !language(code).identity.letters.is_empty()).take(MOST).collect();
        let identities = || codes.iter().map(|code| &language(code).identity);
        let mut small_words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, identity) in identities().enumerate() {
            for word in &identity.frequent {
                small_words.entry(word).or_default().push(at);
            }
        }
        let mut letters: BTreeMap<char, u64> = BTreeMap::new();
        for (at, identity) in identities().enumerate() {
            for letter in identity.letters.chars() {
                *letters.entry(letter).or_default() |= 1 << at;
            }
        }
        let ours = identities().filter_map(|identity| Lang::from_code(&identity.iso_639_3)).collect();
        Self { letters, small_words, ours: Detector::with_allowlist(ours), any: Detector::new(), codes }
    }

    /// Counts what the words say.
    fn words(&self, text: &str) -> Votes<'_> {
        let mut votes = Votes {
            codes: &self.codes,
            count: vec![0.0; self.codes.len()],
            small: vec![0; self.codes.len()],
            words: 0,
        };
        let text = text.to_lowercase();
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            votes.words += 1;
            let having = |c| self.letters.get(&c).copied().unwrap_or(0);
            let at_home = word.chars().fold(u64::MAX, |languages, c| languages & having(c));
            for (at, count) in votes.count.iter_mut().enumerate() {
                if at_home & (1 << at) == 0 {
                    *count -= FOREIGN_LETTER;
                }
            }
            let sharing = self.small_words.get(word).map_or(&[][..], Vec::as_slice);
            for &at in sharing {
                votes.count[at] += 1.0 / sharing.len() as f64;
                votes.small[at] += 1;
            }
        }
        votes
    }

    /// Whether the text is in a language that we have no tables for.
    fn is_foreign(&self, text: &str, votes: &Votes<'_>) -> bool {
        let at_home = votes.small.iter().any(|small| *small as f64 > votes.words as f64 * AT_HOME);
        votes.words >= MANY_WORDS
            && !at_home
            && self.any.detect(text).is_some_and(|found| {
                (found.is_reliable() || votes.words >= 2 * MANY_WORDS) && code(found.lang().code()).is_none()
            })
    }
}

/// What the witnesses say.
struct Votes<'a> {
    codes: &'a [&'static str],
    /// Votes for each language.
    count: Vec<f64>,
    /// Small words of each language.
    small: Vec<usize>,
    /// Words in all.
    words: usize,
}

impl Votes<'_> {
    fn add(&mut self, code: Option<&str>, weight: f64) {
        if let Some(at) = code.and_then(|code| self.codes.iter().position(|known| *known == code)) {
            self.count[at] += weight;
        }
    }

    fn winner(&self) -> Option<&'static str> {
        let (at, most) = self.first(None)?;
        (most >= ENOUGH_VOTES && self.lead() > 0.0).then(|| self.codes[at])
    }

    /// How many votes the first has more than the second.
    fn lead(&self) -> f64 {
        let Some((at, most)) = self.first(None) else { return 0.0 };
        most - self.first(Some(at)).map_or(0.0, |(_, next)| next)
    }

    /// The language with the most votes, apart from one, and how many.
    fn first(&self, apart: Option<usize>) -> Option<(usize, f64)> {
        let others = self.count.iter().copied().enumerate().filter(|(at, _)| Some(*at) != apart);
        others.max_by(|a, b| a.1.total_cmp(&b.1))
    }
}
