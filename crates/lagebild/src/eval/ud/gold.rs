//! Treebanks as the texts they were made of.

use std::ops::Range;

use crate::eval::conllu::Sentence;
use crate::eval::text::Text;

/// Sentences that are read together where a treebank does not say where its texts begin.
const UNMARKED: usize = 20;

/// The features that `CoNLL` 2018 scores.
const UNIVERSAL: [&str; 21] = [
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case",
    "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person",
    "Polite",
];

/// A text of a treebank.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The words of syntax: contractions opened.
    pub(super) text: Text,
    /// The words with their grammar.
    pub(super) words: Vec<Word>,
    /// The text as it stood before anybody cut it.
    pub(super) raw: String,
}

/// A word with the grammar that counts.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) form: String,
    pub(super) lemma: String,
    pub(super) upos: String,
    /// Universal features, sorted.
    pub(super) features: String,
    /// As an index into [`Document::words`]; `None` for a root.
    pub(super) head: Option<usize>,
    /// Without its subtype.
    pub(super) relation: String,
    /// Its bytes in the raw text; of a word in a contraction those of the contraction.
    pub(super) place: Range<usize>,
    pub(super) in_contraction: bool,
}

/// The texts that the sentences come from.
pub(super) fn documents(sentences: Vec<Sentence>) -> Vec<Document> {
    let are_marked = sentences.iter().any(|sentence| sentence.begins("doc"));
    let mut documents: Vec<Document> = Vec::new();
    for (number, sentence) in sentences.into_iter().enumerate() {
        let begins = if are_marked { sentence.begins("doc") } else { number % UNMARKED == 0 };
        if begins || documents.is_empty() {
            documents.push(Document::default());
        }
        if let Some(document) = documents.last_mut() {
            document.push(sentence);
        }
    }
    documents
}

impl Document {
    fn push(&mut self, sentence: Sentence) {
        if sentence.begins("par") && !self.raw.is_empty() {
            self.raw.truncate(self.raw.trim_end().len());
            self.raw.push('\n');
        }
        let places = self.push_raw(&sentence);
        let first = self.words.len();
        let spaces = spaces(&sentence);
        self.text.push(sentence.words.iter().map(|word| word.form.clone()).zip(spaces));
        for (word, (place, in_contraction)) in sentence.words.into_iter().zip(places) {
            self.words.push(Word {
                form: word.form,
                lemma: word.lemma,
                upos: word.upos,
                features: universal_features(&word.features),
                head: word.head.and_then(|head| Some(first + head.checked_sub(1)?)),
                relation: universal_relation(&word.relation).to_owned(),
                place,
                in_contraction,
            });
        }
    }

    /// Writes the tokens of a sentence and says where each of its words stands, and whether in a contraction.
    fn push_raw(&mut self, sentence: &Sentence) -> Vec<(Range<usize>, bool)> {
        let mut places = Vec::with_capacity(sentence.words.len());
        for token in &sentence.tokens {
            let place = self.raw.len()..self.raw.len() + token.form.len();
            self.raw.push_str(&token.form);
            if token.space_after() {
                self.raw.push(' ');
            }
            places.extend(token.words.clone().map(|_| (place.clone(), token.words.len() > 1)));
        }
        places
    }
}

/// Whether white space stands before each word; the words of a contraction stand apart.
fn spaces(sentence: &Sentence) -> Vec<bool> {
    let after = sentence.tokens.iter().flat_map(|token| {
        token.words.clone().map(move |word| word + 1 < token.words.end || token.space_after())
    });
    let mut spaces: Vec<bool> = [true].into_iter().chain(after).collect();
    spaces.pop();
    spaces
}

/// Those of the features that `CoNLL` 2018 scores, sorted.
pub(super) fn universal_features(features: &str) -> String {
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    let mut kept: Vec<&str> =
        features.split('|').filter(|pair| UNIVERSAL.contains(&name(pair).as_str())).collect();
    kept.sort_unstable();
    kept.join("|")
}

/// A relation without its subtype.
pub(super) fn universal_relation(relation: &str) -> &str {
    relation.split(':').next().unwrap_or_default()
}
