//! The parts that networks are built of: weights from a file, linear maps, norms, activations, and the one core that
//! they run on.
//!
//! Everything here works row by row: a row of the output depends on one row of the input and on nothing beside it, to
//! the last bit. That is what makes a sentence's analysis the same whatever it is read together with.

mod activation;
mod dequantise;
pub(crate) mod lanes;
mod linear;
mod norm;
mod product;
mod quantise;
mod scratch;
mod weights;

pub(crate) use activation::exp;
pub(crate) use linear::{Linear, Then, block};
pub(crate) use norm::LayerNorm;
pub use scratch::Scratch;
pub(crate) use scratch::{Bench, room};
pub(crate) use weights::Weights;
