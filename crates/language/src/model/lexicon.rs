//! Words of the treebanks with their lemmas: what an edit script cannot guess ("kept" → "keep"), and which guesses are
//! words at all.

use std::collections::{HashMap, HashSet};

use crate::Error;
use crate::network::Weights;
use crate::parse::Upos;

/// Lemmas by part of speech and word, looked up only, never walked through: the order cannot be seen.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: HashMap<Upos, Words>,
}

/// The words of one part of speech.
#[derive(Debug, Default)]
struct Words {
    lemmas: HashMap<Box<str>, Box<str>>,
    known: HashSet<Box<str>>,
}

impl Lexicon {
    /// The lexicon in the file of the heads: a line for each word, `UPOS<tab>word<tab>lemma`, the lemma left out where
    /// it is the word itself.
    pub(crate) fn load(weights: &Weights) -> Result<Self, Error> {
        let text = str::from_utf8(weights.all_bytes("lexicon")?)
            .map_err(|error| Error::Config { reason: format!("the lexicon: {error}") })?;
        let mut lexicon = Self::default();
        for line in text.lines() {
            lexicon.add(line).ok_or_else(|| Error::Config {
                reason: format!("'{line}' is no line of a lexicon (UPOS, word, lemma)"),
            })?;
        }
        Ok(lexicon)
    }

    fn add(&mut self, line: &str) -> Option<()> {
        let (upos, entry) = line.split_once('\t')?;
        let (word, lemma) = entry.split_once('\t')?;
        let upos = Upos::named(upos).filter(|_| !lemma.contains('\t'))?;
        let lemma = if lemma.is_empty() { word } else { lemma };
        let words = self.words.entry(upos).or_default();
        words.lemmas.insert(word.into(), lemma.into());
        words.known.insert(lemma.into());
        Some(())
    }

    /// The lemma that a word always had with this part of speech: as it is written, or, but for names, in lower case.
    pub(crate) fn lemma(&self, upos: Upos, word: &str) -> Option<&str> {
        let lemmas = &self.words.get(&upos)?.lemmas;
        let lower = || (upos != Upos::Propn).then(|| lemmas.get(word.to_lowercase().as_str())).flatten();
        lemmas.get(word).or_else(lower).map(AsRef::as_ref)
    }

    /// Whether some word with this part of speech had this lemma.
    pub(crate) fn knows(&self, upos: Upos, lemma: &str) -> bool {
        self.words.get(&upos).is_some_and(|words| words.known.contains(lemma))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        for line in ["VERB\tkept\tkeep", "NOUN\tharbour\t", "PROPN\tWells\t", "NOUN\twells\twell"] {
            lexicon.add(line).unwrap();
        }
        lexicon
    }

    #[test]
    fn irregular_forms_are_looked_up_also_at_the_beginning_of_a_sentence() {
        assert_eq!(lexicon().lemma(Upos::Verb, "Kept"), Some("keep"));
        assert_eq!(lexicon().lemma(Upos::Noun, "kept"), None);
    }

    #[test]
    fn a_name_is_looked_up_as_it_is_written() {
        assert_eq!(lexicon().lemma(Upos::Propn, "Wells"), Some("Wells"));
        assert_eq!(lexicon().lemma(Upos::Noun, "Wells"), Some("well"));
        assert_eq!(lexicon().lemma(Upos::Propn, "wells"), None);
    }

    #[test]
    fn lemmas_are_known_with_their_part_of_speech() {
        assert!(lexicon().knows(Upos::Noun, "harbour") && lexicon().knows(Upos::Verb, "keep"));
        assert!(!lexicon().knows(Upos::Verb, "harbour"));
    }

    #[test]
    fn a_line_that_is_none_is_refused() {
        assert!(Lexicon::default().add("VERB kept keep").is_none());
        assert!(Lexicon::default().add("SHOUT\tkept\tkeep").is_none());
        assert!(Lexicon::default().add("VERB\tkept\tkeep\tsake").is_none());
    }
}
