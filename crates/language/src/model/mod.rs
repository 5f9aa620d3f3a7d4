//! The model: an encoder and heads that read grammar, names, speech and events off words.

mod attributions;
mod biaffine;
mod config;
mod grammar;
mod lemma;
mod lemmatizer;
mod lexicon;
mod speech;
mod tags;
mod tree;
mod vocabulary;
mod windows;

use std::fmt;

use config::Config;
use grammar::GrammarHeads;
use sha2::{Digest, Sha256};
use speech::{Rows, SpeechHeads};
use vocabulary::Vocabulary;
use windows::{Limits, Window, windows};

use crate::Error;
use crate::encoder::Encoder;
use crate::network::{Bench, Scratch, Weights};
use crate::parse::{Name, Parse, Trigger, Word, WordRange};

/// Pieces that are encoded together; more would need more memory and gain no speed.
const BATCH: usize = 2048;

/// The model: an encoder and heads that read grammar, names, speech and events off words.
pub struct Model {
    encoder: Encoder,
    vocabulary: Vocabulary,
    limits: Limits,
    grammar: GrammarHeads,
    speech: SpeechHeads,
    hash: String,
}

impl Model {
    /// The model whose weights are the contents of two safetensors files that belong together.
    pub fn from_bytes(encoder: &[u8], heads: &[u8]) -> Result<Self, Error> {
        let weights = Weights::read(heads)?;
        let config = Config::read(&weights)?;
        if digest(encoder) != config.encoder {
            return Err(Error::Mismatch);
        }
        let vocabulary_weights = Weights::read(encoder)?;
        let encoder = Encoder::from_bytes(encoder)?;
        let hidden = encoder.width();
        let ends = 2;
        let sentence = encoder.longest().saturating_sub(ends);
        if sentence < vocabulary::LONGEST {
            let reason = format!("{} positions are too few for a long word", encoder.longest());
            return Err(Error::Config { reason });
        }
        Ok(Self {
            vocabulary: Vocabulary::load(&vocabulary_weights, encoder.pieces())?,
            limits: Limits { run: config.window.min(sentence), sentence },
            grammar: GrammarHeads::load(&weights, &config, hidden)?,
            speech: SpeechHeads::load(&weights, &config, hidden)?,
            encoder,
            hash: digest(heads),
        })
    }

    /// SHA-256 of the heads' file in hexadecimal digits. The heads name their encoder, so it stands for both.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Parses the words of a text on one core; `sentences` are ranges of words in text order.
    ///
    /// What is read of a sentence depends on the sentences before and after it in the same text, and on nothing else.
    #[must_use]
    pub fn parse(&self, words: &[Word], sentences: &[WordRange], scratch: &mut Scratch) -> Parse {
        let (windows, cuts) = windows(words, sentences, &self.vocabulary, self.limits);
        let mut parse = Parse { cuts, ..Parse::default() };
        scratch.run(|mut bench| {
            for batch in batches(&windows) {
                self.parse_batch(&mut bench, batch, words, &mut parse);
            }
        });
        parse
    }

    fn parse_batch(&self, bench: &mut Bench, windows: &[Window], words: &[Word], parse: &mut Parse) {
        let width = self.encoder.width();
        let rows = self.rows(bench, windows);
        parse.grammar.extend(self.grammar.read(bench, windows, words, &rows, &self.vocabulary));
        let mut rest = rows.as_slice();
        for window in windows {
            let (here, later) = rest.split_at(window.words.len() * width);
            rest = later;
            self.read_speech(bench, window, &Rows { width, rows: here }, parse);
        }
    }

    /// A row for each word: the mean of its pieces.
    fn rows(&self, bench: &mut Bench, windows: &[Window]) -> Vec<f32> {
        let sequences: Vec<&[u32]> = windows.iter().map(|window| window.pieces.as_slice()).collect();
        let hidden = self.encoder.encode_on(&sequences, bench);
        let hidden = hidden.expect("windows are as long as the encoder reads, and their pieces are its own");
        let mut pieces = hidden.rows();
        let mut rows = Vec::new();
        for window in windows {
            pieces.next();
            for length in &window.lengths {
                let first = rows.len();
                rows.resize(first + hidden.width(), 0.0);
                for piece in pieces.by_ref().take(*length) {
                    rows[first..].iter_mut().zip(piece).for_each(|(sum, number)| *sum += number);
                }
                rows[first..].iter_mut().for_each(|sum| *sum /= *length as f32);
            }
            pieces.next();
        }
        rows
    }

    fn read_speech(&self, bench: &mut Bench, window: &Window, rows: &Rows, parse: &mut Parse) {
        let first = window.words.start;
        let moved = |range: WordRange| range.start + first..range.end + first;
        let names = self.speech.names(bench, rows).into_iter();
        parse.names.extend(names.map(|name| Name { words: moved(name.words), ..name }));
        let triggers = self.speech.triggers(bench, rows).into_iter();
        parse.triggers.extend(triggers.map(|trigger| Trigger { words: moved(trigger.words), ..trigger }));
        let before = parse.attributions.len();
        for mut attribution in attributions::attributions(&self.speech, bench, rows) {
            for range in attribution.ranges_mut() {
                *range = moved(range.clone());
            }
            attribution.within = attribution.within.map(|within| within + before);
            parse.attributions.push(attribution);
        }
    }
}

impl fmt::Debug for Model {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Model").field("encoder", &self.encoder).finish_non_exhaustive()
    }
}

fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// Windows in batches of at most [`BATCH`] pieces, or one window.
fn batches(windows: &[Window]) -> Vec<&[Window]> {
    let mut batches = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, window) in windows.iter().enumerate() {
        if at > start && used + window.pieces.len() > BATCH {
            batches.push(&windows[start..at]);
            (start, used) = (at, 0);
        }
        used += window.pieces.len();
    }
    if start < windows.len() {
        batches.push(&windows[start..]);
    }
    batches
}

/// The place of the largest score, the first of equals.
fn best_of<'s, T: PartialOrd + 's>(scores: impl IntoIterator<Item = &'s T>) -> usize {
    let best = scores.into_iter().enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(0, |(place, _)| place)
}
