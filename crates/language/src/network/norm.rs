//! Layer normalisation.

use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, Simd, SimdOp};

use super::Weights;
use super::lanes::Total;
use crate::Error;

/// Brings each row to mean 0 and variance 1, then scales and shifts its columns.
#[derive(Debug)]
pub(crate) struct LayerNorm {
    weight: Vec<f32>,
    bias: Vec<f32>,
}

/// Keeps a row of equal numbers from being divided by zero; part of the encoder's recipe.
const EPSILON: f32 = 1e-12;

impl LayerNorm {
    /// The norm called `name` in `weights`, for rows of `width`.
    pub(crate) fn load(weights: &Weights, name: &str, width: usize) -> Result<Self, Error> {
        Ok(Self {
            weight: weights.floats(&format!("{name}.weight"), &[width])?,
            bias: weights.floats(&format!("{name}.bias"), &[width])?,
        })
    }

    /// Normalises `rows` where they stand.
    pub(crate) fn apply(&self, rows: &mut [f32]) {
        Normalise { norm: self, rows }.dispatch();
    }
}

struct Normalise<'a> {
    norm: &'a LayerNorm,
    rows: &'a mut [f32],
}

impl SimdOp for Normalise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let width = self.norm.weight.len();
        for row in self.rows.chunks_exact_mut(width) {
            let mean = total(
                isa,
                row,
                #[inline(always)]
                |x| x,
            ) / width as f32;
            let ops = isa.f32();
            let center = ops.splat(mean);
            let squares = total(
                isa,
                row,
                #[inline(always)]
                |x| {
                    let off = ops.sub(x, center);
                    ops.mul(off, off)
                },
            );
            let scale = (squares / width as f32 + EPSILON).sqrt().recip();
            scale_and_shift(isa, row, self.norm, mean, scale);
        }
    }
}

/// The sum over a row of what `of` makes of its numbers.
#[inline(always)]
fn total<I: Isa>(isa: I, row: &[f32], of: impl Fn(I::F32) -> I::F32) -> f32 {
    let ops = isa.f32();
    let mut total = Total::new(isa);
    let mut chunks = row.chunks_exact(ops.len());
    for chunk in &mut chunks {
        total.add(isa, of(ops.load(chunk)));
    }
    let (last, there) = ops.load_pad(chunks.remainder());
    total.add(isa, ops.select(of(last), ops.zero(), there));
    total.sum(isa)
}

#[inline(always)]
fn scale_and_shift<I: Isa>(isa: I, row: &mut [f32], norm: &LayerNorm, mean: f32, scale: f32) {
    let ops = isa.f32();
    let standard = (ops.splat(mean), ops.splat(scale));
    let lanes = ops.len();
    let whole = row.len() / lanes * lanes;
    for at in (0..whole).step_by(lanes) {
        let here = at..at + lanes;
        let (weight, bias) = (ops.load(&norm.weight[here.clone()]), ops.load(&norm.bias[here.clone()]));
        let new = number(isa, ops.load(&row[here.clone()]), standard, weight, bias);
        ops.store(new, &mut row[here]);
    }
    let rest = &mut row[whole..];
    if !rest.is_empty() {
        let (weight, bias) = (ops.load_pad(&norm.weight[whole..]).0, ops.load_pad(&norm.bias[whole..]).0);
        let new = number(isa, ops.load_pad(rest).0, standard, weight, bias);
        rest.copy_from_slice(&new.to_array().as_ref()[..rest.len()]);
    }
}

/// `(x - mean) · scale · weight + bias`.
#[inline(always)]
fn number<I: Isa>(
    isa: I,
    x: I::F32,
    (mean, scale): (I::F32, I::F32),
    weight: I::F32,
    bias: I::F32,
) -> I::F32 {
    let ops = isa.f32();
    ops.mul_add(ops.mul(ops.sub(x, mean), scale), weight, bias)
}
