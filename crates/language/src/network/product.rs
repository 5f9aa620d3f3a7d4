//! Products of two matrices that both come from the text: what biaffine scores are made of.

use rten_gemm::{GemmInputA, GemmInputB, GemmOptions};
use rten_tensor::Matrix;
use rten_tensor::prelude::*;

use super::linear::{Kernels, rows};

impl Kernels {
    /// The product of two matrices whose rows have `left_width` and `right_width` numbers.
    pub(crate) fn product(
        &self,
        left: &[f32],
        left_width: usize,
        right: &[f32],
        right_width: usize,
    ) -> Vec<f32> {
        self.multiply(rows(left, left_width), rows(right, right_width))
    }

    /// The scalar products of the rows of two matrices, row by row of the left.
    pub(crate) fn row_products(&self, left: &[f32], right: &[f32], width: usize) -> Vec<f32> {
        self.multiply(rows(left, width), rows(right, width).transposed())
    }

    fn multiply(&self, left: Matrix, right: Matrix) -> Vec<f32> {
        let mut output = vec![0.0; left.size(0) * right.size(1)];
        if output.is_empty() {
            return output;
        }
        // For a single row that is not packed, the order of summation depends on the processor.
        let packed = (left.size(0) == 1).then(|| self.floats.prepack_a(left));
        let left = packed.as_ref().map_or(GemmInputA::Unpacked(left), GemmInputA::Packed);
        let right = GemmInputB::Unpacked(right);
        self.floats.gemm(&mut output, left, right, GemmOptions::default()).expect("the shapes fit");
        output
    }
}
