//! Scores of pairs: a word and its possible head, a content and its possible source.

use crate::Error;
use crate::network::{Bench, Weights};

/// A bilinear form with bias terms: `[left, 1] · W · [right, 1]`, for each of some channels.
pub(crate) struct Biaffine {
    size: usize,
    /// A square of `size + 1` for each channel.
    channels: Vec<Vec<f32>>,
}

impl Biaffine {
    /// The form called `name`.
    pub(crate) fn load(weights: &Weights, name: &str, size: usize, channels: usize) -> Result<Self, Error> {
        let width = size + 1;
        let numbers = weights.floats(&format!("{name}.weight"), &[channels, width, width])?;
        Ok(Self { size, channels: numbers.chunks_exact(width * width).map(<[f32]>::to_vec).collect() })
    }

    /// The scores of every left row with every right row, left by left.
    pub(crate) fn all_pairs(&self, bench: &Bench, channel: usize, left: &[f32], right: &[f32]) -> Vec<f32> {
        let (left, right) = (self.with_one(left), self.with_one(right));
        let halfway = bench.kernels.product(&left, self.size + 1, &self.channels[channel], self.size + 1);
        bench.kernels.row_products(&halfway, &right, self.size + 1)
    }

    /// The scores of each left row with the right row beside it, pair by pair, all channels of a pair together.
    pub(crate) fn each_pair(&self, bench: &Bench, left: &[f32], right: &[f32]) -> Vec<f32> {
        let width = self.size + 1;
        let (left, right) = (self.with_one(left), self.with_one(right));
        let count = left.len() / width;
        let mut scores = vec![0.0; count * self.channels.len()];
        for (channel, form) in self.channels.iter().enumerate() {
            let halfway = bench.kernels.product(&left, width, form, width);
            for (pair, (a, b)) in halfway.chunks_exact(width).zip(right.chunks_exact(width)).enumerate() {
                scores[pair * self.channels.len() + channel] = a.iter().zip(b).map(|(a, b)| a * b).sum();
            }
        }
        scores
    }

    fn with_one(&self, rows: &[f32]) -> Vec<f32> {
        rows.chunks_exact(self.size).flat_map(|row| row.iter().copied().chain([1.0])).collect()
    }
}
