//! Which lemma a word has: the lexicon's, or the best that an edit script makes.

use super::best_of;
use super::config::Inventory;
use super::lemma::Script;
use super::lexicon::Lexicon;
use super::vocabulary::Vocabulary;
use crate::Error;
use crate::network::Weights;
use crate::parse::Upos;

/// Scripts whose score is farther below the best are not considered.
const CLOSE: f32 = 4.0;
/// What a lemma gains that the lexicon knows.
const KNOWN: f32 = 2.0;
/// How much the probability of a lemma's pieces weighs, which tells words from strings of letters.
const PIECES: f32 = 0.15;

/// Letters of a word; what is longer is an address or a mistake, and its own lemma.
const LONGEST: usize = 64;

/// Chooses lemmas.
///
/// The three constants were chosen on six treebanks that nothing is trained on, in English, French, German, Italian and
/// Ukrainian. There the lexicon took away a fifth to a half of the errors, and these a twentieth to a sixth of the rest.
pub(crate) struct Lemmatizer {
    scripts: Vec<Script>,
    lexicon: Lexicon,
}

impl Lemmatizer {
    /// Reads the scripts and the lexicon.
    pub(crate) fn load(weights: &Weights, inventory: &Inventory) -> Result<Self, Error> {
        let scripts = inventory.lemmas.iter().map(|text| {
            let fronts = inventory.fronts.get(text).cloned().unwrap_or_default();
            Script::parse(text, fronts)
        });
        Ok(Self { scripts: scripts.collect::<Result<_, _>>()?, lexicon: Lexicon::load(weights)? })
    }

    /// How many scripts are scored.
    pub(crate) fn scripts(&self) -> usize {
        self.scripts.len()
    }

    /// The lemma of a word by the scores of the scripts.
    pub(crate) fn lemma(&self, scores: &[f32], word: &str, upos: Upos, vocabulary: &Vocabulary) -> String {
        if let Some(lemma) = self.lexicon.lemma(upos, word) {
            return lemma.to_owned();
        }
        if word.chars().nth(LONGEST).is_some() {
            return word.to_owned();
        }
        let mut candidates = self.candidates(scores, word);
        if candidates.len() == 1 {
            return candidates.swap_remove(0).1;
        }
        let plausible = candidates.iter().map(|(score, lemma)| {
            let known = if self.lexicon.knows(upos, lemma) { KNOWN } else { 0.0 };
            score + known + PIECES * vocabulary.log_probability(lemma) as f32
        });
        let best = best_of(&plausible.collect::<Vec<_>>());
        candidates.swap_remove(best).1
    }

    /// What the best scripts that fit the word make of it, each lemma once with its highest score; the word
    /// itself where none fits.
    fn candidates(&self, scores: &[f32], word: &str) -> Vec<(f32, String)> {
        let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut close: Vec<_> = scores
            .iter()
            .zip(&self.scripts)
            .filter(|(score, script)| **score > top - CLOSE && script.fits(word))
            .collect();
        close.sort_by(|left, right| right.0.total_cmp(left.0));
        let mut candidates: Vec<(f32, String)> = Vec::new();
        for (score, script) in close {
            let lemma = script.apply(word);
            if candidates.iter().all(|(_, other)| *other != lemma) {
                candidates.push((*score, lemma));
            }
        }
        if candidates.is_empty() {
            candidates.push((0.0, word.to_owned()));
        }
        candidates
    }
}
