//! Attention of a sequence's subwords to each other, head by head, in full precision.

use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, Simd, SimdOp};

use crate::network::exp;
use crate::network::lanes::{self, Total};

/// One head of one sequence, laid out so that the inner loops read one number after the other.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The keys, a row for each of their dimensions, padded with zeros to `Shape::keys`.
    keys: Vec<f32>,
    /// The values, a row for each subword, padded with zeros to `Shape::width`.
    values: Vec<f32>,
    /// How much each of a block of queries takes from each subword.
    shares: Vec<f32>,
}

/// Queries that are answered at a time: with two vectors each, their sums fill half the registers of AVX-512.
const QUERIES: usize = 8;

/// Keys are turned over in squares of this side; heads are a multiple of it wide.
pub(super) const TILE: usize = 8;

/// Vectors of each query's sums at a time.
const VECTORS: usize = 2;

/// For each subword of a sequence, the mean of the values weighted by how well its query fits their keys.
///
/// `sequence` has a row of queries, keys and values for each subword, each `hidden` wide; `context` gets the means.
pub(super) fn attend(head: &mut Head, sequence: &[f32], context: &mut [f32], hidden: usize, heads: usize) {
    if !context.is_empty() {
        Attend { head, sequence, context, hidden, heads }.dispatch();
    }
}

struct Attend<'a> {
    head: &'a mut Head,
    sequence: &'a [f32],
    context: &'a mut [f32],
    hidden: usize,
    heads: usize,
}

/// Sizes of one head.
#[derive(Clone, Copy)]
struct Shape {
    /// Subwords in the sequence.
    length: usize,
    /// Numbers in a query, a key or a value.
    dimensions: usize,
    /// `length`, up to whole vectors.
    keys: usize,
    /// `dimensions`, up to whole vectors.
    width: usize,
}

impl SimdOp for Attend<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let Self { head, sequence, context, hidden, heads } = self;
        let (length, dimensions) = (context.len() / hidden, hidden / heads);
        let step = VECTORS * isa.f32().len();
        let (keys, width) = (length.next_multiple_of(step), dimensions.next_multiple_of(step));
        let shape = Shape { length, dimensions, keys, width };
        head.make_room(shape);
        for number in 0..heads {
            let column = number * dimensions;
            head.lay_out(shape, sequence, hidden, column);
            for first in (0..length).step_by(QUERIES) {
                // A block that the sequence does not fill asks its last query again.
                let queries: [&[f32]; QUERIES] = std::array::from_fn(|query| {
                    let row = (first + query).min(length - 1);
                    &sequence[row * 3 * hidden + column..][..dimensions]
                });
                head.fit(isa, shape, queries);
                let totals = head.weigh(isa, shape);
                head.take(isa, shape, totals, &mut context[first * hidden..], hidden, column);
            }
        }
    }
}

impl Head {
    /// Makes room for heads of this shape, with zeros for padding.
    fn make_room(&mut self, shape: Shape) {
        let Shape { length, dimensions, keys, width } = shape;
        self.keys.clear();
        self.keys.resize(dimensions * keys, 0.0);
        self.values.clear();
        self.values.resize(length * width, 0.0);
        self.shares.resize(QUERIES * keys, 0.0);
    }

    /// Copies keys and values of the head that begins at `column`.
    #[inline(always)]
    fn lay_out(&mut self, shape: Shape, sequence: &[f32], hidden: usize, column: usize) {
        let Shape { length, dimensions, keys, width } = shape;
        let last = sequence.len() - 3 * hidden;
        for first in (0..length).step_by(TILE) {
            // The tile that goes beyond the end holds the last key more than once; nobody asks for those.
            for block in (0..dimensions).step_by(TILE) {
                let mut tile = [[0.0; TILE]; TILE];
                for (subword, line) in tile.iter_mut().enumerate() {
                    let row = ((first + subword) * 3 * hidden).min(last);
                    line.copy_from_slice(&sequence[row + hidden + column + block..][..TILE]);
                }
                for dimension in 0..TILE {
                    let place = &mut self.keys[(block + dimension) * keys + first..][..TILE];
                    for (place, line) in place.iter_mut().zip(&tile) {
                        *place = line[dimension];
                    }
                }
            }
        }
        for (row, place) in sequence.chunks_exact(3 * hidden).zip(self.values.chunks_exact_mut(width)) {
            let value = row[2 * hidden + column..][..dimensions].chunks_exact(TILE);
            for (value, place) in value.zip(place.chunks_exact_mut(TILE)) {
                place.copy_from_slice(value);
            }
        }
    }

    /// How well the queries fit each key: their products.
    #[inline(always)]
    fn fit<I: Isa>(&mut self, isa: I, shape: Shape, queries: [&[f32]; QUERIES]) {
        let ops = isa.f32();
        let step = VECTORS * ops.len();
        for at in (0..shape.keys).step_by(step) {
            let mut sums = [[ops.zero(); VECTORS]; QUERIES];
            for dimension in 0..shape.dimensions {
                let keys = ops.load_many::<VECTORS>(&self.keys[dimension * shape.keys + at..][..step]);
                for (sums, query) in sums.iter_mut().zip(queries) {
                    let query = ops.splat(query[dimension]);
                    for (sum, key) in sums.iter_mut().zip(keys) {
                        *sum = ops.mul_add(query, key, *sum);
                    }
                }
            }
            for (sums, shares) in sums.into_iter().zip(self.shares.chunks_exact_mut(shape.keys)) {
                for (sum, share) in sums.into_iter().zip(shares[at..][..step].chunks_exact_mut(ops.len())) {
                    ops.store(sum, share);
                }
            }
        }
    }

    /// Turns products into powers of `e`, and gives the sum of each query's.
    #[inline(always)]
    fn weigh<I: Isa>(&mut self, isa: I, shape: Shape) -> [f32; QUERIES] {
        let mut totals = [0.0; QUERIES];
        for (shares, total) in self.shares.chunks_exact_mut(shape.keys).zip(&mut totals) {
            *total = powers(isa, shares, shape.length);
        }
        totals
    }

    /// Writes each query's weighted mean of the values into its row, from `column` on.
    #[inline(always)]
    fn take<I: Isa>(
        &self,
        isa: I,
        shape: Shape,
        totals: [f32; QUERIES],
        rows: &mut [f32],
        hidden: usize,
        column: usize,
    ) {
        let ops = isa.f32();
        let step = VECTORS * ops.len();
        let shares: [&[f32]; QUERIES] =
            std::array::from_fn(|query| &self.shares[query * shape.keys..][..shape.length]);
        for at in (0..shape.width).step_by(step) {
            let mut sums = [[ops.zero(); VECTORS]; QUERIES];
            for subword in 0..shape.length {
                let values = ops.load_many::<VECTORS>(&self.values[subword * shape.width + at..][..step]);
                for (sums, shares) in sums.iter_mut().zip(shares) {
                    let weight = ops.splat(shares[subword]);
                    for (sum, value) in sums.iter_mut().zip(values) {
                        *sum = ops.mul_add(weight, value, *sum);
                    }
                }
            }
            for ((sums, total), row) in sums.into_iter().zip(totals).zip(rows.chunks_mut(hidden)) {
                let place = &mut row[column..][..shape.dimensions];
                for (sum, part) in
                    sums.into_iter().zip(place[at.min(shape.dimensions)..].chunks_mut(ops.len()))
                {
                    let mean = ops.mul(sum, ops.splat(total.recip())).to_array();
                    part.copy_from_slice(&mean.as_ref()[..part.len()]);
                }
            }
        }
    }
}

/// Turns the first `length` numbers into powers of `e`, the greatest into 1, and gives their sum. What is beside them in
/// the last vector counts as nothing.
#[inline(always)]
fn powers<I: Isa>(isa: I, numbers: &mut [f32], length: usize) -> f32 {
    let ops = isa.f32();
    let nothing = ops.splat(f32::NEG_INFINITY);
    let (whole, rest) = numbers.split_at_mut(length / ops.len() * ops.len());
    let there = ops.first_n_mask(length - whole.len());
    let last = if length > whole.len() { ops.select(ops.load(rest), nothing, there) } else { nothing };
    let mut greatest = last;
    for chunk in whole.chunks_exact(ops.len()) {
        greatest = ops.max(greatest, ops.load(chunk));
    }
    let greatest = ops.splat(lanes::greatest(greatest));
    let mut total = Total::new(isa);
    for chunk in whole.chunks_exact_mut(ops.len()) {
        let power = exp(isa, ops.sub(ops.load(chunk), greatest));
        total.add(isa, power);
        ops.store(power, chunk);
    }
    let last = exp(isa, ops.sub(last, greatest));
    total.add(isa, last);
    if let Some(rest) = rest.get_mut(..ops.len()) {
        ops.store(last, rest);
    }
    total.sum(isa)
}
