//! What the lanes of a vector come to.
//!
//! Half and half instead of one after the other: a long chain of dependent additions, one a row, would cost as much as
//! the row itself.

use rten_simd::Simd;

/// The sum of a vector's numbers.
#[inline(always)]
pub(crate) fn sum<V: Simd<Elem = f32>>(vector: V) -> f32 {
    halve(
        vector,
        #[inline(always)]
        |a, b| a + b,
    )
}

/// The greatest of a vector's numbers.
#[inline(always)]
pub(crate) fn greatest<V: Simd<Elem = f32>>(vector: V) -> f32 {
    halve(
        vector,
        #[inline(always)]
        |a, b| if a > b { a } else { b },
    )
}

/// The least of a vector's numbers.
#[inline(always)]
pub(crate) fn least<V: Simd<Elem = f32>>(vector: V) -> f32 {
    halve(
        vector,
        #[inline(always)]
        |a, b| if a < b { a } else { b },
    )
}

#[inline(always)]
fn halve<V: Simd<Elem = f32>>(vector: V, pair: impl Fn(f32, f32) -> f32) -> f32 {
    let mut lanes = vector.to_array();
    let mut count = lanes.as_ref().len();
    while count > 1 {
        count /= 2;
        for lane in 0..count {
            lanes[lane] = pair(lanes[lane], lanes[lane + count]);
        }
    }
    lanes[0]
}
