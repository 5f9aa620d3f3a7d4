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
    /// Whole numbers of seven bits: with eight some kernels saturate, with seven all processors get the same sums.
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

/// How many of `count` rows go through a map at a time: about 64, so that what is between the passes stays in the second
/// cache, in even blocks, because a short one costs as much of reading weights as a long one.
pub(crate) fn block(count: usize) -> usize {
    let blocks = ((count + 32) / 64).max(1);
    count.div_ceil(blocks).next_multiple_of(8).max(8)
}

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
        let rows = block(input.len() / self.inputs);
        let blocks = input.chunks(rows * self.inputs).zip(output.chunks_mut(rows * self.outputs));
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

#[cfg(test)]
mod tests {
    use safetensors::tensor::{Dtype, TensorView, serialize};

    use super::*;

    const INPUTS: usize = 21;
    const OUTPUTS: usize = 17;

    fn number(at: usize) -> f32 {
        ((at * 37 + 11) % 127) as f32 / 63.0 - 1.0
    }

    fn numbers(count: usize) -> Vec<f32> {
        (0..count).map(number).collect()
    }

    /// A map of odd widths, in bytes or in full, whose weights are the same either way.
    fn map(in_bytes: bool) -> Linear {
        let plain = |numbers: &[f32]| -> Vec<u8> { numbers.iter().flat_map(|x| x.to_le_bytes()).collect() };
        let weights = numbers(INPUTS * OUTPUTS);
        let (bias, scale) = (plain(&numbers(OUTPUTS)), plain(&[1.0 / 63.0; OUTPUTS]));
        let signed: Vec<u8> = weights.iter().map(|x| ((x * 63.0).round() as i8).cast_unsigned()).collect();
        let weights = plain(&weights);
        let (dtype, weights) = if in_bytes { (Dtype::I8, &signed) } else { (Dtype::F32, &weights) };
        let view = |dtype, shape: &[usize], bytes| {
            TensorView::new(dtype, shape.to_vec(), bytes).expect("sizes agree")
        };
        let tensors = [
            ("map.weight", view(dtype, &[INPUTS, OUTPUTS], weights)),
            ("map.bias", view(Dtype::F32, &[OUTPUTS], &bias)),
            ("map.scale", view(Dtype::F32, &[OUTPUTS], &scale)),
        ];
        let file = serialize(tensors, None).expect("there is room");
        Linear::load(&Weights::read(&file).expect("it is whole"), "map", INPUTS, OUTPUTS)
            .expect("it is there")
    }

    fn expected(row: &[f32], column: usize, then: Then) -> f32 {
        let weights = (column..).step_by(OUTPUTS).map(number);
        let sum = row.iter().zip(weights).map(|(x, weight)| x * weight).sum::<f32>() + number(column);
        match then {
            Then::Store => sum,
            Then::Add => sum + 5.0,
            Then::Gelu => Gelu.scalar_eval(sum),
        }
    }

    #[test]
    fn a_map_of_any_width_gives_its_products_with_bias() {
        let (kernels, mut room) = (Kernels::default(), Room::default());
        for (in_bytes, near) in [(true, 0.05), (false, 1e-5)] {
            let map = map(in_bytes);
            for (count, then) in
                [(0, Then::Add), (1, Then::Store), (7, Then::Gelu), (70, Then::Add), (134, Then::Gelu)]
            {
                let input = numbers(count * INPUTS);
                let mut output = vec![5.0; count * OUTPUTS];
                map.apply(&kernels, &mut room, &input, &mut output, then);
                for (at, found) in output.iter().enumerate() {
                    let row = &input[at / OUTPUTS * INPUTS..][..INPUTS];
                    let expected = expected(row, at % OUTPUTS, then);
                    assert!(
                        (found - expected).abs() < near,
                        "{at} of {count}, {then:?}: {found}, not {expected}"
                    );
                }
            }
        }
    }

    #[test]
    fn blocks_are_even_and_of_whole_tiles() {
        assert_eq!([0, 1, 64, 95, 96, 134, 200].map(block), [8, 8, 64, 96, 48, 72, 72]);
    }
}
