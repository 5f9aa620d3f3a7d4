//! Encoders with invented weights, in the published format.

use std::collections::BTreeMap;

pub(crate) use safetensors::tensor::Dtype;
use safetensors::tensor::{TensorView, serialize};

/// The shape of an encoder.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) layers: usize,
    pub(crate) hidden: usize,
    pub(crate) heads: usize,
    pub(crate) feed_forward: usize,
    pub(crate) positions: usize,
    pub(crate) pieces: usize,
}

/// Which linear maps stay in full precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Full {
    None,
    FeedOut,
    All,
}

/// A tensor: type, shape, bytes.
pub(crate) type Tensor = (Dtype, Vec<usize>, Vec<u8>);

/// What a file is made of.
pub(crate) struct Parts {
    pub(crate) config: String,
    pub(crate) tensors: BTreeMap<String, Tensor>,
    state: u64,
}

impl Parts {
    /// An encoder of this shape.
    pub(crate) fn new(shape: Shape, full: Full) -> Self {
        let Shape { layers, hidden, heads, feed_forward, positions, pieces } = shape;
        let config = format!(
            r#"{{"format":1,"layers":{layers},"hidden":{hidden},"heads":{heads},"feed_forward":{feed_forward},"positions":{positions},"pieces":{pieces}}}"#
        );
        let mut parts = Self::empty(config, 7);
        let words = (0..pieces * hidden / 2).map(|_| parts.random() as u8).collect();
        parts.insert("word.q4", Dtype::U8, &[pieces, hidden / 2], words);
        parts.halves("word.scale", &[pieces, hidden / 32], 0.15);
        parts.halves("position", &[positions, hidden], 0.3);
        parts.norm("embed.norm", hidden);
        for layer in 0..layers {
            let most = full == Full::All;
            parts.linear(&format!("layer.{layer}.qkv"), hidden, 3 * hidden, most);
            parts.linear(&format!("layer.{layer}.attention"), hidden, hidden, most);
            parts.norm(&format!("layer.{layer}.norm1"), hidden);
            parts.linear(&format!("layer.{layer}.feed.in"), hidden, feed_forward, most);
            parts.linear(&format!("layer.{layer}.feed.out"), feed_forward, hidden, full != Full::None);
            parts.norm(&format!("layer.{layer}.norm2"), hidden);
        }
        parts
    }

    /// Nothing but a configuration.
    pub(crate) fn empty(config: String, state: u64) -> Self {
        Self { config, tensors: BTreeMap::new(), state }
    }

    /// The file.
    pub(crate) fn file(&self) -> Vec<u8> {
        let tensors = self.tensors.iter().map(|(name, (dtype, shape, bytes))| {
            (name, TensorView::new(*dtype, shape.clone(), bytes).expect("sizes agree"))
        });
        let config = [("config".to_owned(), self.config.clone())].into_iter().collect();
        serialize(tensors, Some(config)).expect("there is room")
    }

    fn random(&mut self) -> u32 {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as u32
    }

    /// About normal, of variance 1.
    fn normal(&mut self) -> f32 {
        (0..4).map(|_| self.random() as f32 / (1_u32 << 30) as f32 - 1.0).sum::<f32>() * 0.866
    }

    pub(crate) fn insert(&mut self, name: &str, dtype: Dtype, shape: &[usize], bytes: Vec<u8>) {
        self.tensors.insert(name.to_owned(), (dtype, shape.to_vec(), bytes));
    }

    pub(crate) fn floats(&mut self, name: &str, shape: &[usize], mean: f32, deviation: f32) {
        let count = shape.iter().product();
        let bytes =
            (0..count).flat_map(|_: usize| (mean + deviation * self.normal()).to_le_bytes()).collect();
        self.insert(name, Dtype::F32, shape, bytes);
    }

    pub(crate) fn halves(&mut self, name: &str, shape: &[usize], deviation: f32) {
        let count = shape.iter().product();
        let half = |number: f32| rten_simd::f16::from_f32(number).to_bits().to_le_bytes();
        let bytes = (0..count).flat_map(|_: usize| half(deviation * self.normal())).collect();
        self.insert(name, Dtype::F16, shape, bytes);
    }

    pub(crate) fn linear(&mut self, name: &str, inputs: usize, outputs: usize, full: bool) {
        let size = (inputs as f32).sqrt().recip();
        if full {
            self.floats(&format!("{name}.weight"), &[inputs, outputs], 0.0, size);
        } else {
            let weights =
                (0..inputs * outputs).map(|_| (self.random() % 127) as u8).map(|byte| byte.wrapping_sub(63));
            let weights = weights.collect();
            self.insert(&format!("{name}.weight"), Dtype::I8, &[inputs, outputs], weights);
            self.floats(&format!("{name}.scale"), &[outputs], 0.027 * size, 0.003 * size);
        }
        self.floats(&format!("{name}.bias"), &[outputs], 0.0, 0.1);
    }

    fn norm(&mut self, name: &str, width: usize) {
        self.floats(&format!("{name}.weight"), &[width], 1.0, 0.2);
        self.floats(&format!("{name}.bias"), &[width], 0.0, 0.2);
    }
}
