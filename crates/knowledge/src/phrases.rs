//! Phrases of one or more words, found by their first word.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// What phrases mean. In the tables a phrase is its words with single spaces between them.
#[derive(Debug, Clone)]
pub struct Phrases<T>(BTreeMap<String, Vec<Phrase<T>>>);

/// The words after the first one, and what the whole means.
#[derive(Debug, Clone)]
struct Phrase<T> {
    rest: Vec<String>,
    meaning: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Phrases<T> {
    /// The longest phrase whose words are `word(0)`, `word(1)`, …: what it means and how many words it has.
    pub fn find<'w>(&self, word: impl Fn(usize) -> &'w str) -> Option<(&T, usize)> {
        let phrases = self.0.get(word(0))?;
        let matches = |phrase: &&Phrase<T>| {
            phrase.rest.iter().enumerate().all(|(at, expected)| word(at + 1) == expected)
        };
        phrases.iter().find(matches).map(|phrase| (&phrase.meaning, phrase.rest.len() + 1))
    }

    fn insert(&mut self, phrase: &str, meaning: T) {
        let mut words = phrase.split(' ').map(str::to_owned);
        let first = words.next().unwrap_or_default();
        let phrases = self.0.entry(first).or_default();
        phrases.push(Phrase { rest: words.collect(), meaning });
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }
}

/// Phrases that all mean the same.
pub type PhraseSet = Phrases<Member>;

/// What a phrase of a set means: that it is in the set.
#[derive(Debug, Clone, Copy)]
pub struct Member;

impl<'de> Deserialize<'de> for PhraseSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut phrases = Self::default();
        for phrase in Vec::<String>::deserialize(deserializer)? {
            phrases.insert(&phrase, Member);
        }
        Ok(phrases)
    }
}

/// Deserializes a table from phrases to what they mean.
pub(crate) fn map<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Phrases<T>, D::Error> {
    let mut phrases = Phrases::default();
    for (phrase, meaning) in BTreeMap::<String, T>::deserialize(deserializer)? {
        phrases.insert(&phrase, meaning);
    }
    Ok(phrases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_found() {
        let phrases: PhraseSet = ["more", "more than", "no more than"].into_iter().fold(
            PhraseSet::default(),
            |mut phrases, phrase| {
                phrases.insert(phrase, Member);
                phrases
            },
        );
        let length = |text: &'static [&str]| {
            phrases.find(|at| text.get(at).copied().unwrap_or_default()).map(|(_, length)| length)
        };
        assert_eq!(length(&["more", "than", "ten"]), Some(2));
        assert_eq!(length(&["more", "or", "less"]), Some(1));
        assert_eq!(length(&["no", "more"]), None);
    }
}
