//! Linear maps with bias: weights in eight bits, or in full.

use rten_gemm::{BiasVector, GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::{SimdOp, SimdUnaryOp};
use rten_tensor::{Matrix, NdTensorView};

use super::Weights;
use super::activation::Gelu;
use super::dequantise::{Columns, Dequantise};
use super::quantise::{Quantise, Reading};
use super::scratch::{Bench, room};
use crate::Error;

/// A linear map with bias, packed for the processor it was loaded on.
pub(crate) struct Linear {
    inputs: usize,
    outputs: usize,
    weights: Packed,
    bias: Vec<f32>,
}

enum Packed {
    /// Whole numbers from -63 to 63: with seven bits no kernel saturates, and all processors get the same sums.
    Bytes { weights: PackedBMatrix<i8>, scale: Vec<f32>, sums: Vec<f32> },
    /// As they are.
    Floats(PackedBMatrix<f32>),
}

/// What becomes of a linear map's output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// It is written.
    Store,
    /// It is added to what stands there.
    Add,
    /// It goes through [`Gelu`] and is written.
    Gelu,
}

/// The multiplication kernels of the processor. Cheap to make, but not free: once a call, not once a product.
#[derive(Default)]
pub(crate) struct Kernels {
    bytes: GemmExecutor<u8, i8, i32>,
    pub(super) floats: GemmExecutor<f32>,
}

/// Room for one block of rows on its way through a map.
#[derive(Default)]
pub(crate) struct Room {
    bytes: Vec<u8>,
    readings: Vec<Reading>,
    sums: Vec<i32>,
}

/// Rows that go through a map at a time: what is between the passes stays in the second cache, and the kernels' own
/// blocks are as high.
const ROWS: usize = 64;

/// Columns that the kernels multiply at a time.
const COLUMNS: usize = 1024;

impl Linear {
    /// The map called `name` in `weights`, from rows of `inputs` to rows of `outputs`.
    pub(crate) fn load(weights: &Weights, name: &str, inputs: usize, outputs: usize) -> Result<Self, Error> {
        Self::load_scaled(weights, name, inputs, outputs, |_| 1.0)
    }

    /// Like [`load`](Self::load), with each output column multiplied by what `factor` says.
    pub(crate) fn load_scaled(
        weights: &Weights,
        name: &str,
        inputs: usize,
        outputs: usize,
        factor: impl Fn(usize) -> f32,
    ) -> Result<Self, Error> {
        let scaled = |numbers: Vec<f32>| -> Vec<f32> {
            numbers.into_iter().enumerate().map(|(column, number)| number * factor(column)).collect()
        };
        let bias = scaled(weights.floats(&format!("{name}.bias"), &[outputs])?);
        let (name, scale) = (format!("{name}.weight"), format!("{name}.scale"));
        let shape = [inputs, outputs];
        let kernels = Kernels::default();
        let weights = if weights.is_bytes(&name) {
            let scale = scaled(weights.floats(&scale, &[outputs])?);
            pack_bytes(&kernels, &weights.signed_bytes(&name, &shape)?, shape, scale)
        } else {
            let mut floats = weights.floats(&name, &shape)?;
            for row in floats.chunks_exact_mut(outputs) {
                row.iter_mut().enumerate().for_each(|(column, number)| *number *= factor(column));
            }
            Packed::Floats(kernels.floats.prepack_b(Matrix::from_data(shape, floats.as_slice())))
        };
        Ok(Self { inputs, outputs, weights, bias })
    }

    /// How many numbers an output row has.
    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Maps the rows of `input` to those of `output`; there must be as many.
    pub(crate) fn apply(
        &self,
        kernels: &Kernels,
        scratch: &mut Room,
        input: &[f32],
        output: &mut [f32],
        then: Then,
    ) {
        let blocks = input.chunks(ROWS * self.inputs).zip(output.chunks_mut(ROWS * self.outputs));
        for (input, output) in blocks {
            match &self.weights {
                Packed::Bytes { weights, scale, sums } => {
                    let columns = Columns { scale, sum: sums, bias: &self.bias };
                    let (sums, readings) = scratch.multiply(kernels, input, weights);
                    Dequantise { sums, readings, columns, numbers: output, then }.dispatch();
                }
                Packed::Floats(weights) => self.multiply_floats(kernels, input, weights, output, then),
            }
        }
    }

    /// Maps the rows of `input` to new rows.
    pub(crate) fn rows(&self, bench: &mut Bench, input: &[f32], then: Then) -> Vec<f32> {
        let mut output = vec![0.0; input.len() / self.inputs * self.outputs];
        self.apply(bench.kernels, &mut bench.memory.room, input, &mut output, then);
        output
    }

    fn multiply_floats(
        &self,
        kernels: &Kernels,
        input: &[f32],
        weights: &PackedBMatrix<f32>,
        output: &mut [f32],
        then: Then,
    ) {
        let options = GemmOptions {
            beta: if then == Then::Add { 1.0 } else { 0.0 },
            bias: Some(BiasVector::Row(&self.bias)),
            ..GemmOptions::default()
        };
        kernels
            .floats
            .gemm(
                output,
                GemmInputA::Unpacked(rows(input, self.inputs)),
                GemmInputB::Packed(weights),
                options,
            )
            .expect("the weights were packed for these kernels and this shape");
        if then == Then::Gelu {
            Gelu.map_mut(output);
        }
    }
}

impl Room {
    /// The sums of the bytes of `input` times `weights`, and what the bytes stand for.
    fn multiply(
        &mut self,
        kernels: &Kernels,
        input: &[f32],
        weights: &PackedBMatrix<i8>,
    ) -> (&[i32], &[Reading]) {
        let width = weights.rows();
        let count = input.len() / width;
        let bytes = room(&mut self.bytes, input.len());
        let readings = room(&mut self.readings, count);
        let sums = room(&mut self.sums, count * weights.cols());
        Quantise { numbers: input, width, bytes, readings }.dispatch();
        let bytes = rows(bytes, width);
        // The kernels pack their input anew for each block of columns; if there are several, it is packed before.
        let packed = (weights.cols() > COLUMNS).then(|| kernels.bytes.prepack_a(bytes));
        let input = packed.as_ref().map_or(GemmInputA::Unpacked(bytes), GemmInputA::Packed);
        // The rows' zeros are taken out afterwards: rten-gemm 0.27 packs the first rows' zeros for all.
        kernels
            .bytes
            .gemm(sums, input, GemmInputB::Packed(weights), GemmOptions::default())
            .expect("the weights were packed for these kernels and this shape");
        (sums, readings)
    }
}

fn pack_bytes(kernels: &Kernels, weights: &[i8], shape: [usize; 2], scale: Vec<f32>) -> Packed {
    let mut sums = vec![0.0; shape[1]];
    for row in weights.chunks_exact(shape[1]) {
        sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += f32::from(*weight));
    }
    Packed::Bytes { weights: kernels.bytes.prepack_b(Matrix::from_data(shape, weights)), scale, sums }
}

pub(super) fn rows<T>(numbers: &[T], width: usize) -> Matrix<'_, T> {
    NdTensorView::from_data([numbers.len() / width, width], numbers)
}
