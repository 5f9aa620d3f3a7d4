//! A text as its corpus cuts it into words.

use std::ops::Range;

use lagebild_language::{Parse, Word};

use super::Parser;

/// Words in sentences, as they stand in a corpus.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Text {
    words: Vec<(String, bool)>,
    sentences: Vec<Range<usize>>,
}

impl Text {
    /// Adds a sentence: words, and whether white space stands before each.
    pub(crate) fn push(&mut self, words: impl IntoIterator<Item = (String, bool)>) {
        let first = self.words.len();
        self.words.extend(words);
        if first < self.words.len() {
            self.sentences.push(first..self.words.len());
        }
    }

    /// Adds a sentence of which only the words are known.
    pub(crate) fn push_words(&mut self, words: Vec<String>) {
        let spaces = guess_spaces(&words);
        self.push(words.into_iter().zip(spaces));
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// A word as it stands in the text.
    pub(crate) fn word(&self, at: usize) -> &str {
        &self.words[at].0
    }

    /// The sentence that a word stands in.
    pub(crate) fn sentence_of(&self, word: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= word);
        self.sentences.get(at).cloned().unwrap_or(word..word + 1)
    }

    /// Some words with single spaces between them.
    pub(crate) fn show(&self, words: impl IntoIterator<Item = usize>) -> String {
        words.into_iter().map(|at| self.word(at)).collect::<Vec<_>>().join(" ")
    }

    /// What `parser` reads off it.
    pub(crate) fn parse<'t>(&'t self, parser: &dyn Parser, language: &str) -> Parse {
        let word = |(text, space): &'t (String, bool)| Word { text, space_before: *space };
        let words: Vec<Word<'_>> = self.words.iter().map(word).collect();
        parser.parse(&words, &self.sentences, language)
    }
}

/// Whether white space stood before each word, for corpora that do not say.
fn guess_spaces(words: &[String]) -> Vec<bool> {
    let mut spaces = Vec::with_capacity(words.len());
    let mut in_quotes = false;
    let mut opens = false;
    for word in words {
        let closes = in_quotes && matches!(word.as_str(), "\"" | "”" | "''");
        spaces.push(spaces.is_empty() || !(opens || closes || word.starts_with(NO_SPACE_BEFORE)));
        opens = word.ends_with(NO_SPACE_AFTER);
        if word == "\"" {
            opens = !in_quotes;
            in_quotes = !in_quotes;
        }
    }
    spaces
}

const NO_SPACE_BEFORE: [char; 11] = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '%', '…'];
const NO_SPACE_AFTER: [char; 6] = ['(', '[', '{', '¿', '¡', '„'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_guessed_from_marks() {
        let sentence = "Die \" Fähre \" ( Baujahr 1990 ) sank .";
        let words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
        let mut shown = String::new();
        for (word, space) in words.iter().zip(guess_spaces(&words)) {
            shown.push_str(if space { " " } else { "" });
            shown.push_str(word);
        }
        assert_eq!(shown, " Die \"Fähre\" (Baujahr 1990) sank.");
    }

    #[test]
    fn a_word_knows_its_sentence() {
        let mut text = Text::default();
        text.push_words(vec!["Es".into(), "regnet".into()]);
        text.push_words(Vec::new());
        text.push_words(vec!["Endlich".into()]);
        assert_eq!([0, 1, 2].map(|word| text.sentence_of(word)), [0..2, 0..2, 2..3]);
        assert_eq!(text.show([1, 2]), "regnet Endlich");
    }
}
