//! The functions between linear maps, a vector at a time.
//!
//! Plain loops instead of folds and closures, here and wherever vectors are handled: only what is inlined into the code
//! for a processor uses its instructions.

use std::f32::consts::{LN_2, LOG2_E};

use rten_simd::Isa;
use rten_simd::ops::{BitOps, FloatOps, IntOps, NumOps};
use rten_simd::{Simd, SimdUnaryOp};

/// The Gaussian error linear unit, `x · Φ(x)`, to 0.00002: a fifth of what eight bits could still tell.
///
/// A polynomial: the exponential and the division of a closer approximation would take twice the time.
#[derive(Clone, Copy)]
pub(crate) struct Gelu;

/// Beyond this, `Φ` is 0 or 1 to 0.000004.
const GELU_REACH: f32 = 4.5;

/// `(Φ(x) - 1/2) / x` as powers of `2 x² / reach² - 1`, fitted for the least greatest error of `x · Φ(x)`.
const GELU_POWERS: [f32; 10] = [
    0.156_905_3,
    -0.077_183_37,
    0.054_671_85,
    -0.040_295_783,
    0.028_623_972,
    -0.018_159_239,
    0.010_140_452,
    -0.006_682_815_5,
    0.004_655_326,
    -0.001_565_685_3,
];

impl SimdUnaryOp<f32> for Gelu {
    #[inline(always)]
    fn eval<I: Isa>(&self, isa: I, x: I::F32) -> I::F32 {
        let ops = isa.f32();
        let half = ops.splat(0.5);
        let inside = ops.mul_add(ops.mul(x, x), ops.splat(2.0 / (GELU_REACH * GELU_REACH)), ops.splat(-1.0));
        let [powers @ .., highest] = &GELU_POWERS;
        let mut slope = ops.splat(*highest);
        for power in powers.iter().rev() {
            slope = ops.mul_add(slope, inside, ops.splat(*power));
        }
        let near = ops.mul(x, ops.mul_add(x, slope, half));
        let far = ops.max(x, ops.zero());
        ops.select(near, far, ops.lt(inside, ops.one()))
    }
}

/// `e^x` for `x` up to 0, to a relative 0.000006; what is below -87 counts as -87.
#[inline(always)]
pub(crate) fn exp<I: Isa>(isa: I, x: I::F32) -> I::F32 {
    /// `2^y` between -1/2 and 1/2, fitted for the least greatest relative error; the last is the highest power.
    const POWERS: [f32; 6] = [1.0, LN_2, 0.240_221_2, 0.055_507_13, 0.009_675_54, 0.001_327_65];

    let (ops, ints) = (isa.f32(), isa.i32());
    let doublings = ops.mul(ops.max(x, ops.splat(-87.0)), ops.splat(LOG2_E));
    let whole = ops.round_ties_even(doublings);
    let rest = ops.sub(doublings, whole);
    let [powers @ .., highest] = &POWERS;
    let mut mantissa = ops.splat(*highest);
    for power in powers.iter().rev() {
        mantissa = ops.mul_add(mantissa, rest, ops.splat(*power));
    }
    let exponent = ints.shift_left::<23>(ints.add(ops.to_int_trunc(whole), ints.splat(127)));
    ops.mul(mantissa, exponent.reinterpret_cast())
}

#[cfg(test)]
mod tests {
    use rten_simd::functional::simd_map;
    use rten_simd::{Isa, SimdOp};

    use super::*;

    struct Exp<'a>(&'a mut [f32]);

    impl SimdOp for Exp<'_> {
        type Output = ();

        #[inline(always)]
        fn eval<I: Isa>(self, isa: I) {
            simd_map(isa.f32(), self.0, |x| exp(isa, x));
        }
    }

    #[test]
    fn gelu_is_x_times_the_normal_distribution() {
        // x, and x times the distribution function of the standard normal, to ten digits.
        let table: [(f64, f64); 16] = [
            (0.0, 0.0),
            (0.5, 0.345_731_230_6),
            (-0.5, -0.154_268_769_4),
            (1.0, 0.841_344_746_1),
            (-1.0, -0.158_655_253_9),
            (2.0, 1.954_499_736_1),
            (-2.0, -0.045_500_263_9),
            (3.0, 2.995_950_305_9),
            (-3.0, -0.004_049_694_1),
            (4.0, 3.999_873_313_1),
            (-4.4, -0.000_023_817_6),
            (-4.6, -0.000_009_718_0),
            (9.0, 9.0),
            (-80.0, 0.0),
            (1.0e20, 1.0e20),
            (-1.0e20, 0.0),
        ];
        for (x, expected) in table {
            let found = f64::from(Gelu.scalar_eval(x as f32));
            assert!(
                (found - expected).abs() < 2e-5 + 1e-7 * expected.abs(),
                "at {x}: {found}, not {expected}"
            );
        }
    }

    #[test]
    fn exp_is_close_wherever_it_is_asked() {
        let xs: Vec<f32> = (0..87_000).map(|step| -0.001 * step as f32).collect();
        let mut found = xs.clone();
        Exp(&mut found).dispatch();
        for (x, found) in xs.into_iter().zip(found) {
            let expected = f64::from(x).exp();
            assert!(
                ((f64::from(found) - expected) / expected).abs() < 6e-6,
                "at {x}: {found}, not {expected}"
            );
        }
        let mut lowest = [f32::NEG_INFINITY, -1e30];
        Exp(&mut lowest).dispatch();
        assert!(lowest.iter().all(|power| (0.0..1e-37).contains(power)));
    }
}
