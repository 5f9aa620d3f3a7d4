//! What the encoder sees at once: runs of whole sentences.

use super::vocabulary::{BEGIN, END, Vocabulary};
use crate::parse::{Word, WordRange};

/// A run of sentences, as pieces.
#[derive(Debug, Default)]
pub(crate) struct Window {
    /// Its words, among all words of the text.
    pub(crate) words: WordRange,
    /// Its sentences, among all words of the text.
    pub(crate) sentences: Vec<WordRange>,
    /// How many pieces each word has.
    pub(crate) lengths: Vec<usize>,
    /// The pieces of all words between the marks of beginning and end.
    pub(crate) pieces: Vec<u32>,
}

/// How large windows are, in pieces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Of several sentences.
    pub(crate) run: usize,
    /// Of one sentence: what the encoder can read at all.
    pub(crate) sentence: usize,
}

/// The windows of a text, and the words before which a sentence had to be cut because it is too long to be read whole.
pub(crate) fn windows(
    words: &[Word],
    sentences: &[WordRange],
    vocabulary: &Vocabulary,
    limits: Limits,
) -> (Vec<Window>, Vec<usize>) {
    let mut windows: Vec<Window> = Vec::new();
    let mut cuts = Vec::new();
    for sentence in sentences {
        let mut pieces = Vec::new();
        let lengths: Vec<usize> =
            words[sentence.clone()].iter().map(|word| vocabulary.cut(*word, &mut pieces)).collect();
        let parts = parts(&words[sentence.clone()], &lengths, limits.sentence);
        cuts.extend(parts.iter().skip(1).map(|part| sentence.start + part.start));
        let mut rest = pieces.as_slice();
        for part in parts {
            let count = lengths[part.clone()].iter().sum();
            let (here, later) = rest.split_at(count);
            rest = later;
            let part_words = sentence.start + part.start..sentence.start + part.end;
            match windows.last_mut() {
                Some(last) if last.takes(&part_words, count, limits.run) => {}
                _ => windows.push(Window::at(part_words.start)),
            }
            if let Some(window) = windows.last_mut() {
                window.add(part_words, &lengths[part], here);
            }
        }
    }
    for window in &mut windows {
        window.pieces.push(END);
    }
    (windows, cuts)
}

impl Window {
    fn at(word: usize) -> Self {
        Self { words: word..word, pieces: vec![BEGIN], ..Self::default() }
    }

    /// Whether a sentence of `count` pieces goes in as well.
    fn takes(&self, sentence: &WordRange, count: usize, limit: usize) -> bool {
        self.words.end == sentence.start && self.pieces.len() - 1 + count <= limit
    }

    fn add(&mut self, sentence: WordRange, lengths: &[usize], pieces: &[u32]) {
        self.words.end = sentence.end;
        self.sentences.push(sentence);
        self.lengths.extend_from_slice(lengths);
        self.pieces.extend_from_slice(pieces);
    }
}

/// A sentence in parts of at most `limit` pieces: whole, as a rule; else cut after the last mark of punctuation that
/// leaves a part half full, or where it must be.
fn parts(words: &[Word], lengths: &[usize], limit: usize) -> Vec<WordRange> {
    let mut parts = Vec::new();
    let (mut start, mut used, mut safe) = (0, 0, None);
    let mut at = 0;
    while at < words.len() {
        if used + lengths[at] > limit && at > start {
            let end = safe.unwrap_or(at);
            parts.push(start..end);
            (start, at, used, safe) = (end, end, 0, None);
            continue;
        }
        used += lengths[at];
        at += 1;
        if used * 2 >= limit && is_mark(words[at - 1].text) {
            safe = Some(at);
        }
    }
    if start < words.len() {
        parts.push(start..words.len());
    }
    parts
}

fn is_mark(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric())
}
