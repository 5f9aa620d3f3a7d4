//! Words to pieces: the most probable way to cut a word by a Unigram vocabulary (Kudo 2018).
//!
//! Training cuts words in the same way (`training/lagebild_training/vocabulary.py`): NFKC, a mark for the white space
//! before the word, then Viterbi over the pieces' log probabilities.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::Error;
use crate::network::Weights;
use crate::parse::Word;

/// Stands for the white space before a word.
const SPACE: char = '▁';
/// The first pieces are no text: beginning, padding, end, unknown.
const SPECIAL: usize = 4;
/// Begins a sequence.
pub(crate) const BEGIN: u32 = 0;
/// Ends a sequence.
pub(crate) const END: u32 = 2;
/// Stands for a character that no piece has.
const UNKNOWN: u32 = 3;
/// How much less than the rarest piece an unknown character costs.
const UNKNOWN_PENALTY: f64 = 10.0;
/// Pieces of a word that are read; what is longer is an address or a mistake.
pub(crate) const LONGEST: usize = 32;

/// Pieces with their log probabilities.
pub(crate) struct Vocabulary {
    /// Looked up by text only, never walked through: its order cannot be seen.
    index: HashMap<Box<str>, u32>,
    scores: Vec<f64>,
    unknown: f64,
    /// Of a piece, in characters.
    longest: usize,
}

impl Vocabulary {
    /// The vocabulary in an encoder's file of `count` pieces.
    pub(crate) fn load(weights: &Weights, count: usize) -> Result<Self, Error> {
        let scores: Vec<f64> = weights.floats("piece.scores", &[count])?.into_iter().map(f64::from).collect();
        let text = String::from_utf8(weights.all_bytes("pieces")?.to_vec());
        let text = text.map_err(|error| Error::Vocabulary { reason: error.to_string() })?;
        let pieces: Vec<&str> = text.split('\n').collect();
        if pieces.len() != count || count <= SPECIAL {
            return Err(Error::Vocabulary { reason: format!("{} pieces, not {count}", pieces.len()) });
        }
        let rarest = scores[SPECIAL..].iter().copied().fold(f64::INFINITY, f64::min);
        let longest = pieces[SPECIAL..].iter().map(|piece| piece.chars().count()).max().unwrap_or(1);
        let numbered = pieces.iter().zip(0..).skip(SPECIAL);
        let index = numbered.map(|(piece, number)| (Box::from(*piece), number)).collect();
        Ok(Self { index, scores, unknown: rarest - UNKNOWN_PENALTY, longest })
    }

    /// Appends the pieces of a word, at least one, and says how many they are.
    pub(crate) fn cut(&self, word: Word, out: &mut Vec<u32>) -> usize {
        let text = normal(word);
        let read = text.char_indices().nth(LONGEST * self.longest).map_or(text.len(), |(end, _)| end);
        let pieces = self.best(&text[..read]);
        let first = out.len();
        out.extend(pieces.iter().rev().take(LONGEST));
        if pieces.is_empty() {
            out.push(UNKNOWN);
        }
        out.len() - first
    }

    /// The log probability of the pieces of a word that stands after white space.
    pub(crate) fn log_probability(&self, word: &str) -> f64 {
        let pieces = self.best(&normal(Word { text: word, space_before: true }));
        let score = |piece| if piece == UNKNOWN { self.unknown } else { self.scores[piece as usize] };
        pieces.into_iter().map(score).sum()
    }

    /// The most probable pieces, last first; of equal ways the one found first.
    fn best(&self, text: &str) -> Vec<u32> {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let count = bounds.len() - 1;
        let mut best = vec![f64::NEG_INFINITY; count + 1];
        let mut came = vec![(0, UNKNOWN); count + 1];
        best[0] = 0.0;
        for start in 0..count {
            for end in start + 1..=count.min(start + self.longest) {
                let piece = self.index.get(&text[bounds[start]..bounds[end]]).copied();
                let (piece, cost) = match piece {
                    Some(piece) => (piece, self.scores[piece as usize]),
                    None if end == start + 1 => (UNKNOWN, self.unknown),
                    None => continue,
                };
                if best[start] + cost > best[end] {
                    (best[end], came[end]) = (best[start] + cost, (start, piece));
                }
            }
        }
        let mut pieces = Vec::new();
        let mut at = count;
        while at > 0 {
            let (before, piece) = came[at];
            pieces.push(piece);
            at = before;
        }
        pieces
    }
}

/// The word in normal form, with the mark of the white space before it.
fn normal(word: Word) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(word.text);
    let space = word.space_before.then_some(SPACE);
    space.into_iter().chain(normal.chars().filter(|c| !c.is_whitespace())).collect()
}
