//! The shape of an encoder, as its file tells it.

use serde::Deserialize;

use super::attention::TILE;
use crate::Error;
use crate::network::Weights;

/// The only format that there is.
const FORMAT: u32 = 1;

/// Embeddings are stored in blocks of so many weights.
pub(super) const BLOCK: usize = 32;

/// The shape of an encoder.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Config {
    /// The format of the file.
    pub(super) format: u32,
    /// How many layers it has.
    pub(super) layers: usize,
    /// Numbers in a subword's row.
    pub(super) hidden: usize,
    /// Attention heads in a layer; they share the row evenly.
    pub(super) heads: usize,
    /// Numbers in the wide middle of a layer.
    pub(super) feed_forward: usize,
    /// The longest sequence.
    pub(super) positions: usize,
    /// Pieces in the vocabulary.
    pub(super) pieces: usize,
}

impl Config {
    /// The configuration of `weights`, if it describes something that can be.
    pub(super) fn read(weights: &Weights) -> Result<Self, Error> {
        let config: Self = weights.config()?;
        if config.format != FORMAT {
            return Err(Error::Format { found: config.format, known: FORMAT });
        }
        let impossible = |reason: &str| Err(Error::Config { reason: reason.to_owned() });
        if config.hidden == 0 || !config.hidden.is_multiple_of(BLOCK) {
            return impossible("'hidden' is no multiple of 32");
        }
        if !config.hidden.is_multiple_of(config.heads.saturating_mul(TILE)) {
            return impossible("'heads' does not divide 'hidden' into multiples of 8");
        }
        if [config.layers, config.feed_forward, config.positions, config.pieces].contains(&0) {
            return impossible("a count is 0");
        }
        // The largest encoders have a width of thousands: this only keeps products of sizes from overflowing.
        if [config.hidden, config.feed_forward, config.positions].iter().any(|size| *size > 1 << 16) {
            return impossible("a size is above 65,536");
        }
        Ok(config)
    }
}
