//! Weights as a safetensors file holds them, each taken out under its name and shape.

use rten_simd::f16;
use safetensors::tensor::{Metadata, SafeTensors, TensorView};
use safetensors::{Dtype, SafeTensorError};
use serde::de::DeserializeOwned;

use crate::Error;

/// The largest whole number of seven bits: with eight, some processors' kernels saturate.
const MOST: u8 = 63;

/// A safetensors file in memory.
pub(crate) struct Weights<'a> {
    tensors: SafeTensors<'a>,
    metadata: Metadata,
}

impl<'a> Weights<'a> {
    /// The tensors in `bytes`.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Error> {
        let broken = |error: SafeTensorError| Error::File { reason: error.to_string() };
        let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(broken)?;
        let tensors = SafeTensors::deserialize(bytes).map_err(broken)?;
        Ok(Self { tensors, metadata })
    }

    /// The configuration: JSON under `config` in the file's metadata.
    pub(crate) fn config<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let config = self.metadata.metadata().as_ref().and_then(|entries| entries.get("config"));
        let config = config.ok_or_else(|| Error::Config { reason: "there is none".to_owned() })?;
        serde_json::from_str(config).map_err(|error| Error::Config { reason: error.to_string() })
    }

    /// Whether a tensor holds signed bytes.
    pub(crate) fn is_bytes(&self, name: &str) -> bool {
        self.tensors.tensor(name).is_ok_and(|tensor| tensor.dtype() == Dtype::I8)
    }

    /// A tensor of whole or of half precision.
    pub(crate) fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, Error> {
        let tensor = self.tensor(name, shape)?;
        match tensor.dtype() {
            Dtype::F32 => {
                let (numbers, _) = tensor.data().as_chunks();
                Ok(numbers.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
            }
            Dtype::F16 => {
                let (numbers, _) = tensor.data().as_chunks();
                Ok(numbers.iter().map(|bytes| f16::from_bits(u16::from_le_bytes(*bytes)).to_f32()).collect())
            }
            _ => Err(wrong_numbers(name, "F32 or F16", &tensor)),
        }
    }

    /// A tensor of signed bytes of seven bits.
    pub(crate) fn signed_bytes(&self, name: &str, shape: &[usize]) -> Result<Vec<i8>, Error> {
        let tensor = self.tensor(name, shape)?;
        if tensor.dtype() != Dtype::I8 {
            return Err(wrong_numbers(name, "I8", &tensor));
        }
        let bytes: Vec<i8> = tensor.data().iter().map(|byte| byte.cast_signed()).collect();
        if bytes.iter().any(|byte| byte.unsigned_abs() > MOST) {
            return Err(wrong_numbers(name, "whole numbers from -63 to 63", &tensor));
        }
        Ok(bytes)
    }

    /// A tensor of bytes.
    pub(crate) fn bytes(&self, name: &str, shape: &[usize]) -> Result<&'a [u8], Error> {
        let tensor = self.tensor(name, shape)?;
        if tensor.dtype() != Dtype::U8 {
            return Err(wrong_numbers(name, "U8", &tensor));
        }
        Ok(tensor.data())
    }

    /// All bytes of a tensor whose length the file decides.
    pub(crate) fn all_bytes(&self, name: &str) -> Result<&'a [u8], Error> {
        let missing = |_| Error::Missing { tensor: name.to_owned() };
        let tensor = self.tensors.tensor(name).map_err(missing)?;
        self.bytes(name, tensor.shape())
    }

    fn tensor(&self, name: &str, shape: &[usize]) -> Result<TensorView<'a>, Error> {
        let missing = |_| Error::Missing { tensor: name.to_owned() };
        let tensor = self.tensors.tensor(name).map_err(missing)?;
        if tensor.shape() == shape {
            return Ok(tensor);
        }
        let (expected, found) = (shape.to_vec(), tensor.shape().to_vec());
        Err(Error::Shape { tensor: name.to_owned(), expected, found })
    }
}

fn wrong_numbers(name: &str, expected: &'static str, tensor: &TensorView) -> Error {
    Error::Numbers { tensor: name.to_owned(), expected, found: format!("{:?}", tensor.dtype()) }
}
