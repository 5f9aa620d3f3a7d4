//! One layer: attention, then the feed-forward part, each added to what came in and normalised.

use super::attention::attend;
use super::config::Config;
use crate::Error;
use crate::network::{Bench, LayerNorm, Linear, Then, Weights, block, room};

/// One layer of an encoder.
pub(super) struct Layer {
    heads: usize,
    /// Queries, keys and values in one map; the queries are scaled for the softmax already.
    query_key_value: Linear,
    attention: Linear,
    norm_attention: LayerNorm,
    feed_in: Linear,
    feed_out: Linear,
    norm_feed: LayerNorm,
}

impl Layer {
    /// Layer `number`, counted from 0.
    pub(super) fn load(weights: &Weights, config: &Config, number: usize) -> Result<Self, Error> {
        let Config { hidden, heads, feed_forward, .. } = *config;
        let name = |part: &str| format!("layer.{number}.{part}");
        let query_scale = ((hidden / heads) as f32).sqrt().recip();
        let scale = |column| if column < hidden { query_scale } else { 1.0 };
        Ok(Self {
            heads,
            query_key_value: Linear::load_scaled(weights, &name("qkv"), hidden, 3 * hidden, scale)?,
            attention: Linear::load(weights, &name("attention"), hidden, hidden)?,
            norm_attention: LayerNorm::load(weights, &name("norm1"), hidden)?,
            feed_in: Linear::load(weights, &name("feed.in"), hidden, feed_forward)?,
            feed_out: Linear::load(weights, &name("feed.out"), feed_forward, hidden)?,
            norm_feed: LayerNorm::load(weights, &name("norm2"), hidden)?,
        })
    }

    /// Takes `rows`, those of sequences of these `lengths`, one layer further.
    pub(super) fn apply(&self, bench: &mut Bench, rows: &mut [f32], lengths: &[usize]) {
        self.attend(bench, rows, lengths);
        self.norm_attention.apply(rows);
        // Block by block through both maps, because the middle is four times as wide as all else.
        let hidden = self.attention.outputs();
        for block in rows.chunks_mut(block(rows.len() / hidden) * hidden) {
            self.feed_forward(bench, block);
            self.norm_feed.apply(block);
        }
    }

    fn attend(&self, bench: &mut Bench, rows: &mut [f32], lengths: &[usize]) {
        let memory = &mut *bench.memory;
        let given = room(&mut memory.attention, 3 * rows.len());
        let context = room(&mut memory.context, rows.len());
        self.query_key_value.apply(bench.kernels, &mut memory.room, rows, given, Then::Store);
        let hidden = self.attention.outputs();
        let (mut given, mut taken) = (&*given, &mut *context);
        for length in lengths {
            let (sequence, given_later) = given.split_at(3 * length * hidden);
            let (sequence_context, taken_later) = taken.split_at_mut(length * hidden);
            attend(&mut memory.head, sequence, sequence_context, hidden, self.heads);
            (given, taken) = (given_later, taken_later);
        }
        self.attention.apply(bench.kernels, &mut memory.room, context, rows, Then::Add);
    }

    fn feed_forward(&self, bench: &mut Bench, rows: &mut [f32]) {
        let memory = &mut *bench.memory;
        let middle = room(&mut memory.middle, rows.len() / self.attention.outputs() * self.feed_in.outputs());
        self.feed_in.apply(bench.kernels, &mut memory.room, rows, middle, Then::Gelu);
        self.feed_out.apply(bench.kernels, &mut memory.room, middle, rows, Then::Add);
    }
}
