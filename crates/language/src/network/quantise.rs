//! Rows of numbers as bytes, each row with its own scale.
//!
//! One scale for a batch would make a sentence's bytes depend on its neighbours, and one outlier would cost every row
//! its precision. A scale for each row costs one more pass over numbers that are in the nearest cache anyway.

use rten_simd::ops::{BitOps, FloatOps, NarrowSaturate, NumOps};
use rten_simd::{Isa, SimdIterable, SimdOp};

use super::lanes;

/// What a row's bytes stand for: `(byte - zero) · scale`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Reading {
    /// The step between two bytes.
    pub(crate) scale: f32,
    /// The byte that stands for zero: a whole number from 0 to 255.
    pub(crate) zero: f32,
}

/// Writes rows of numbers as bytes, from a row's least number (or zero) to its greatest (or zero).
pub(crate) struct Quantise<'a> {
    /// The rows, one after the other.
    pub(crate) numbers: &'a [f32],
    /// How many numbers a row has.
    pub(crate) width: usize,
    /// Where the bytes go: as many as there are numbers.
    pub(crate) bytes: &'a mut [u8],
    /// Where goes what they stand for: one a row.
    pub(crate) readings: &'a mut [Reading],
}

impl SimdOp for Quantise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let rows = self.numbers.chunks_exact(self.width).zip(self.bytes.chunks_exact_mut(self.width));
        for ((numbers, bytes), reading) in rows.zip(self.readings) {
            let (least, greatest) = reach(isa, numbers);
            let scale = (greatest - least) / 255.0;
            let steps = if scale > 0.0 { scale.recip() } else { 0.0 };
            let zero = (-least * steps).round_ties_even();
            *reading = Reading { scale, zero };
            write(isa, numbers, bytes, steps, zero);
        }
    }
}

/// The least and the greatest number of a row, and zero.
#[inline(always)]
fn reach<I: Isa>(isa: I, numbers: &[f32]) -> (f32, f32) {
    let ops = isa.f32();
    let (mut least, mut greatest) = (ops.zero(), ops.zero());
    // The last vector is padded with zeros, which count in any case.
    for x in numbers.simd_iter_pad(ops) {
        (least, greatest) = (ops.min(least, x), ops.max(greatest, x));
    }
    (lanes::least(least), lanes::greatest(greatest))
}

#[inline(always)]
fn write<I: Isa>(isa: I, numbers: &[f32], bytes: &mut [u8], steps: f32, zero: f32) {
    let (ops, ints, shorts, octets) = (isa.f32(), isa.i32(), isa.i16(), isa.u8());
    let scale = ops.splat(steps);
    let shift = ints.splat(zero as i32);
    let mut numbers = numbers.chunks_exact(octets.len());
    let mut bytes = bytes.chunks_exact_mut(octets.len());
    for (numbers, bytes) in numbers.by_ref().zip(bytes.by_ref()) {
        let mut steps = [shift; 4];
        for (step, x) in steps.iter_mut().zip(ops.load_many::<4>(numbers)) {
            *step = ints.add(ops.to_int_round(ops.mul(x, scale)), shift);
        }
        let low = ints.narrow_saturate(steps[0], steps[1]);
        let high = ints.narrow_saturate(steps[2], steps[3]);
        octets.store(shorts.narrow_saturate(low, high), bytes);
    }
    for (number, byte) in numbers.remainder().iter().zip(bytes.into_remainder()) {
        *byte = ((number * steps).round_ties_even() + zero) as u8;
    }
}
