//! The first rows: what a piece means by itself, and where it stands.

use super::config::{BLOCK, Config};
use crate::Error;
use crate::network::{LayerNorm, Weights};

/// Words and positions as rows of numbers.
///
/// The words are two fifths of a file. They stay in four bits and are unpacked as they are looked up: that takes a
/// hundredth of a layer's time and saves the memory of eight times their size.
pub(super) struct Embedding {
    hidden: usize,
    /// A row of half bytes for each piece.
    words: Vec<u8>,
    /// A scale for each block of a piece's row.
    scales: Vec<f32>,
    /// A row for each position.
    positions: Vec<f32>,
    norm: LayerNorm,
}

/// Bytes that a block of four-bit weights takes.
const HALF: usize = BLOCK / 2;

impl Embedding {
    pub(super) fn load(weights: &Weights, config: &Config) -> Result<Self, Error> {
        let Config { hidden, pieces, positions, .. } = *config;
        Ok(Self {
            hidden,
            words: weights.bytes("word.q4", &[pieces, hidden / 2])?.to_vec(),
            scales: weights.floats("word.scale", &[pieces, hidden / BLOCK])?,
            positions: weights.floats("position", &[positions, hidden])?,
            norm: LayerNorm::load(weights, "embed.norm", hidden)?,
        })
    }

    /// The normalised rows of all pieces of `sequences`.
    pub(super) fn look_up(&self, sequences: &[&[u32]]) -> Result<Vec<f32>, Error> {
        self.check(sequences)?;
        let subwords: usize = sequences.iter().map(|sequence| sequence.len()).sum();
        let mut rows = vec![0.0; subwords * self.hidden];
        let places =
            sequences.iter().flat_map(|pieces| pieces.iter().zip(self.positions.chunks_exact(self.hidden)));
        for (row, (piece, position)) in rows.chunks_exact_mut(self.hidden).zip(places) {
            row.copy_from_slice(position);
            self.add_word(*piece as usize, row);
        }
        self.norm.apply(&mut rows);
        Ok(rows)
    }

    fn check(&self, sequences: &[&[u32]]) -> Result<(), Error> {
        let most = self.positions.len() / self.hidden;
        let pieces = self.words.len() / (self.hidden / 2);
        for sequence in sequences {
            if sequence.len() > most {
                return Err(Error::TooLong { length: sequence.len(), most });
            }
            if let Some(piece) = sequence.iter().copied().find(|piece| *piece as usize >= pieces) {
                return Err(Error::UnknownPiece { piece, pieces });
            }
        }
        Ok(())
    }

    fn add_word(&self, piece: usize, row: &mut [f32]) {
        let blocks = self.hidden / BLOCK;
        let halves = self.words[piece * blocks * HALF..][..blocks * HALF].chunks_exact(HALF);
        let scales = &self.scales[piece * blocks..][..blocks];
        for ((block, halves), scale) in row.chunks_exact_mut(BLOCK).zip(halves).zip(scales) {
            let (low, high) = block.split_at_mut(HALF);
            for ((low, high), byte) in low.iter_mut().zip(high).zip(halves) {
                *low += f32::from((byte & 15).cast_signed() - 8) * scale;
                *high += f32::from((byte >> 4).cast_signed() - 8) * scale;
            }
        }
    }
}
