//! From the sums of a product of bytes back to numbers, with bias and whatever comes next in the same pass.

use std::ops::Range;

use rten_simd::ops::{BitOps, FloatOps, NumOps, ToFloat};
use rten_simd::{Isa, Simd, SimdOp, SimdUnaryOp};

use super::activation::Gelu;
use super::linear::Then;
use super::quantise::Reading;

/// Turns the integer sums of a product into numbers.
pub(crate) struct Dequantise<'a> {
    /// The product's sums, row by row.
    pub(crate) sums: &'a [i32],
    /// What the bytes of each row stood for.
    pub(crate) readings: &'a [Reading],
    /// What the columns' weights stand for.
    pub(crate) columns: Columns<'a>,
    /// Where the numbers go.
    pub(crate) numbers: &'a mut [f32],
    /// What comes next.
    pub(crate) then: Then,
}

/// What a product's columns stand for: one number a column each.
#[derive(Clone, Copy)]
pub(crate) struct Columns<'a> {
    /// The scale of a column's weights.
    pub(crate) scale: &'a [f32],
    /// The sum of a column's weights, which is what the rows' zero is multiplied with.
    pub(crate) sum: &'a [f32],
    /// What is added in the end.
    pub(crate) bias: &'a [f32],
}

impl SimdOp for Dequantise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let ops = isa.f32();
        match self.then {
            Then::Store => self.rows(
                isa,
                #[inline(always)]
                |_, new| new,
            ),
            Then::Add => self.rows(
                isa,
                #[inline(always)]
                |old, new| ops.add(old, new),
            ),
            Then::Gelu => self.rows(
                isa,
                #[inline(always)]
                |_, new| Gelu.eval(isa, new),
            ),
        }
    }
}

impl Dequantise<'_> {
    #[inline(always)]
    fn rows<I: Isa>(self, isa: I, then: impl Fn(I::F32, I::F32) -> I::F32 + Copy) {
        let width = self.columns.bias.len();
        let rows = self.sums.chunks_exact(width).zip(self.numbers.chunks_exact_mut(width));
        for ((sums, numbers), reading) in rows.zip(self.readings) {
            row(isa, sums, *reading, self.columns, numbers, then);
        }
    }
}

impl Columns<'_> {
    /// Scale, sum and bias of the columns in `range`, which are no more than a vector holds.
    #[inline(always)]
    fn load<I: Isa>(self, isa: I, range: Range<usize>) -> [I::F32; 3] {
        let ops = isa.f32();
        let (scale, _) = ops.load_pad(&self.scale[range.clone()]);
        let (sum, _) = ops.load_pad(&self.sum[range.clone()]);
        let (bias, _) = ops.load_pad(&self.bias[range]);
        [scale, sum, bias]
    }
}

#[inline(always)]
fn row<I: Isa>(
    isa: I,
    sums: &[i32],
    reading: Reading,
    columns: Columns,
    numbers: &mut [f32],
    then: impl Fn(I::F32, I::F32) -> I::F32 + Copy,
) {
    let (ops, ints) = (isa.f32(), isa.i32());
    let row = (ops.splat(reading.zero), ops.splat(reading.scale));
    let lanes = ops.len();
    let whole = numbers.len() / lanes * lanes;
    for at in (0..whole).step_by(lanes) {
        let here = at..at + lanes;
        let column = columns.load(isa, here.clone());
        let new = number(isa, ints.load(&sums[here.clone()]), row, column);
        let new = then(ops.load(&numbers[here.clone()]), new);
        ops.store(new, &mut numbers[here]);
    }
    let rest = &mut numbers[whole..];
    if !rest.is_empty() {
        let column = columns.load(isa, whole..whole + rest.len());
        let new = number(isa, ints.load_pad(&sums[whole..]).0, row, column);
        let new = then(ops.load_pad(rest).0, new).to_array();
        rest.copy_from_slice(&new.as_ref()[..rest.len()]);
    }
}

/// `(sum - zero · column's sum) · (scale · column's scale) + bias`.
#[inline(always)]
fn number<I: Isa>(isa: I, sum: I::I32, (zero, scale): (I::F32, I::F32), column: [I::F32; 3]) -> I::F32 {
    let ops = isa.f32();
    let [weight, column, bias] = column;
    let sum = ops.mul_sub_from(zero, column, isa.i32().to_float(sum));
    ops.mul_add(sum, ops.mul(scale, weight), bias)
}
