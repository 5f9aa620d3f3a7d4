//! What the lanes of a vector come to.
//!
//! Half and half instead of one after the other: a long chain of dependent additions, one a row, would cost as much as
//! the row itself.

use std::ops::IndexMut;

use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, Simd};

/// Into how many sums numbers are added, whatever a vector of the processor holds: as many as the longest.
const SUMS: usize = 16;

/// The shortest vector of a processor that multiplies and adds in one.
const SHORTEST: usize = 4;

/// A sum of vectors that comes out the same to the last bit on processors with long vectors and with short ones: the
/// number at a place is added to the sum `place % SUMS`, and these in the end half and half.
pub(crate) struct Total<V> {
    sums: [V; SUMS / SHORTEST],
    next: usize,
}

impl<V: Simd<Elem = f32>> Total<V> {
    /// Nothing.
    #[inline(always)]
    pub(crate) fn new<I: Isa<F32 = V>>(isa: I) -> Self {
        Self { sums: [isa.f32().zero(); SUMS / SHORTEST], next: 0 }
    }

    /// Adds the vector that follows on those before.
    #[inline(always)]
    pub(crate) fn add<I: Isa<F32 = V>>(&mut self, isa: I, vector: V) {
        let ops = isa.f32();
        self.sums[self.next] = ops.add(self.sums[self.next], vector);
        self.next = (self.next + 1) % (SUMS / ops.len());
    }

    /// The sum of all numbers.
    #[inline(always)]
    pub(crate) fn sum<I: Isa<F32 = V>>(&self, isa: I) -> f32 {
        let mut all = [0.0; SUMS];
        for (place, sum) in all.chunks_exact_mut(isa.f32().len()).zip(self.sums) {
            place.copy_from_slice(sum.to_array().as_ref());
        }
        halve(
            all,
            #[inline(always)]
            |a, b| a + b,
        )
    }
}

/// The greatest of a vector's numbers.
#[inline(always)]
pub(crate) fn greatest<V: Simd<Elem = f32>>(vector: V) -> f32 {
    halve(
        vector.to_array(),
        #[inline(always)]
        |a, b| if a > b { a } else { b },
    )
}

/// The least of a vector's numbers.
#[inline(always)]
pub(crate) fn least<V: Simd<Elem = f32>>(vector: V) -> f32 {
    halve(
        vector.to_array(),
        #[inline(always)]
        |a, b| if a < b { a } else { b },
    )
}

#[inline(always)]
fn halve<A: AsRef<[f32]> + IndexMut<usize, Output = f32>>(
    mut numbers: A,
    pair: impl Fn(f32, f32) -> f32,
) -> f32 {
    let mut count = numbers.as_ref().len();
    while count > 1 {
        count /= 2;
        for at in 0..count {
            numbers[at] = pair(numbers[at], numbers[at + count]);
        }
    }
    numbers[0]
}

#[cfg(test)]
mod tests {
    use rten_simd::SimdOp;
    use rten_simd::isa::GenericIsa;

    use super::*;

    struct Sum<'n>(&'n [f32]);

    impl SimdOp for Sum<'_> {
        type Output = f32;

        #[inline(always)]
        fn eval<I: Isa>(self, isa: I) -> f32 {
            let mut total = Total::new(isa);
            for numbers in self.0.chunks(isa.f32().len()) {
                total.add(isa, isa.f32().load_pad(numbers).0);
            }
            total.sum(isa)
        }
    }

    #[test]
    fn a_sum_is_the_same_to_the_last_bit_with_long_vectors_and_with_short_ones() {
        let numbers: Vec<f32> =
            (0..391).map(|at| ((at * 7919 % 1009) as f32).sqrt().recip() - 0.03).collect();
        for count in [0, 1, 5, 16, 33, 128, 200, 384, 391] {
            let numbers = &numbers[1..].iter().cycle().take(count).copied().collect::<Vec<_>>();
            let long = Sum(numbers).dispatch();
            assert_eq!(long.to_bits(), Sum(numbers).eval(GenericIsa::new()).to_bits(), "{count}");
        }
    }
}
