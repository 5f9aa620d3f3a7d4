//! What the heads' file says of itself.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Error;
use crate::network::Weights;

/// The format that this version reads.
const FORMAT: u32 = 1;

/// What the heads' file says of itself: sizes, and the labels in the order in which the heads number them.
#[derive(Debug, Deserialize)]
pub(crate) struct Config {
    format: u32,
    /// SHA-256 of the encoder's file that the heads were trained with.
    pub(crate) encoder: String,
    pub(crate) sizes: Sizes,
    /// Pieces in a window of several sentences.
    pub(crate) window: usize,
    pub(crate) inventory: Inventory,
    pub(crate) labels: Labels,
}

/// Widths of hidden layers.
#[derive(Debug, Deserialize)]
pub(crate) struct Sizes {
    pub(crate) arc: usize,
    pub(crate) label: usize,
    pub(crate) speech: usize,
}

/// Labels that come from the corpora.
#[derive(Debug, Deserialize)]
pub(crate) struct Inventory {
    /// Attributes of morphology with their values; the first value, "", is absence.
    pub(crate) features: Vec<(String, Vec<String>)>,
    /// Edit scripts.
    pub(crate) lemmas: Vec<String>,
    /// What each script took off the fronts of words in training.
    pub(crate) fronts: BTreeMap<String, Vec<String>>,
    pub(crate) relations: Vec<String>,
}

/// Labels that training fixes.
#[derive(Debug, Deserialize)]
pub(crate) struct Labels {
    pub(crate) upos: Vec<String>,
    pub(crate) layers: Vec<(String, Vec<String>)>,
    pub(crate) links: Vec<String>,
    pub(crate) acts: Vec<String>,
    pub(crate) certainties: Vec<String>,
    pub(crate) kinds: Vec<String>,
    pub(crate) statuses: Vec<String>,
}

impl Config {
    /// Reads it and checks that this version knows the format.
    pub(crate) fn read(weights: &Weights) -> Result<Self, Error> {
        let config: Self = weights.config()?;
        if config.format == FORMAT {
            Ok(config)
        } else {
            Err(Error::Format { found: config.format, known: FORMAT })
        }
    }
}

impl Labels {
    /// The labels of a layer of spans.
    pub(crate) fn layer(&self, name: &str) -> Result<&[String], Error> {
        let found = self.layers.iter().find(|(layer, _)| layer == name);
        let missing = || Error::Config { reason: format!("there is no layer '{name}'") };
        found.map(|(_, labels)| labels.as_slice()).ok_or_else(missing)
    }
}

/// Turns names into what they mean here; a name that means nothing is an error.
pub(crate) fn known<T>(names: &[String], meaning: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Error> {
    let unknown = |name: &str| Error::Config { reason: format!("the label '{name}' is not known here") };
    names.iter().map(|name| meaning(name).ok_or_else(|| unknown(name))).collect()
}
