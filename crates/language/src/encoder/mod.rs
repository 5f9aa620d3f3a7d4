//! The encoder: subwords in, a row of numbers for each of them out, which says what it means where it stands.
//!
//! A transformer of the BERT family, read from a safetensors file whose linear maps are in eight bits. All sequences of
//! a call stand one below the other in one matrix, without padding: what is done subword by subword is done for all of
//! them at once, attention for each sequence by itself. A sequence's rows are the same, to the last bit, whatever it is
//! encoded together with.

mod attention;
mod config;
mod embedding;
mod layer;

use std::fmt;

pub(crate) use attention::Head;
use config::Config;
use embedding::Embedding;
use layer::Layer;

use crate::Error;
use crate::network::{Bench, Scratch, Weights};

/// A multilingual encoder, ready to work.
pub struct Encoder {
    config: Config,
    embedding: Embedding,
    layers: Vec<Layer>,
}

/// What an encoder sees in sequences of subwords: a row of numbers for each subword, sequence after sequence.
#[derive(Debug, Clone, PartialEq)]
pub struct Hidden {
    width: usize,
    numbers: Vec<f32>,
}

impl Encoder {
    /// The encoder whose weights are `bytes`, the content of a safetensors file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let weights = Weights::read(bytes)?;
        let config = Config::read(&weights)?;
        let embedding = Embedding::load(&weights, &config)?;
        let layers = (0..config.layers)
            .map(|number| Layer::load(&weights, &config, number))
            .collect::<Result<_, _>>()?;
        Ok(Self { config, embedding, layers })
    }

    /// How many numbers a subword's row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.config.hidden
    }

    /// The longest sequence that can be encoded, in subwords.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.config.positions
    }

    /// How many pieces the vocabulary has that these weights belong to.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.config.pieces
    }

    /// Encodes `sequences` of pieces on one core.
    ///
    /// Positions are counted anew in each sequence. What is returned is all that grows with the number of subwords (1.5
    /// kilobytes each in the published encoder), so a caller bounds it by the size of its batches; the scratch grows
    /// with the longest sequence only.
    pub fn encode(&self, sequences: &[&[u32]], scratch: &mut Scratch) -> Result<Hidden, Error> {
        scratch.run(|mut bench| self.encode_on(sequences, &mut bench))
    }

    /// Like [`encode`](Self::encode), for who is on a bench already.
    pub(crate) fn encode_on(&self, sequences: &[&[u32]], bench: &mut Bench) -> Result<Hidden, Error> {
        let mut numbers = self.embedding.look_up(sequences)?;
        let groups = groups(sequences);
        for layer in &self.layers {
            let mut rest = numbers.as_mut_slice();
            for lengths in &groups {
                let (group, later) = rest.split_at_mut(lengths.iter().sum::<usize>() * self.config.hidden);
                layer.apply(bench, group, lengths);
                rest = later;
            }
        }
        Ok(Hidden { width: self.config.hidden, numbers })
    }
}

impl Hidden {
    /// How many numbers a row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// All rows, one after the other.
    #[must_use]
    pub fn numbers(&self) -> &[f32] {
        &self.numbers
    }

    /// The row of each subword, sequence after sequence.
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        self.numbers.chunks_exact(self.width)
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Encoder").field("config", &self.config).finish_non_exhaustive()
    }
}

/// The lengths of the sequences, in groups that go through a layer together: enough rows to use the kernels well, few
/// enough that what lies between two steps stays in the second cache.
fn groups(sequences: &[&[u32]]) -> Vec<Vec<usize>> {
    const ROWS: usize = 128;
    let mut groups = Vec::new();
    let mut group = Vec::new();
    let mut rows = 0;
    for length in sequences.iter().map(|sequence| sequence.len()) {
        group.push(length);
        rows += length;
        if rows >= ROWS {
            groups.push(std::mem::take(&mut group));
            rows = 0;
        }
    }
    if !group.is_empty() {
        groups.push(group);
    }
    groups
}
