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
        if config.format != FORMAT {
            return Err(Error::Format { found: config.format, known: FORMAT });
        }
        match config.empty() {
            Some(name) => Err(Error::Config { reason: format!("it names no {name}") }),
            None => Ok(config),
        }
    }

    /// What there must be one of and is not.
    fn empty(&self) -> Option<&'static str> {
        let Self { sizes, inventory, labels, .. } = self;
        let values = inventory.features.iter().map(|(_, values)| values.len()).min();
        let layer = labels.layers.iter().map(|(_, labels)| labels.len()).min();
        [
            ("width of a hidden layer", sizes.arc.min(sizes.label).min(sizes.speech)),
            ("values of a feature", values.unwrap_or(0)),
            ("edit scripts", inventory.lemmas.len()),
            ("relations", inventory.relations.len()),
            ("parts of speech", labels.upos.len()),
            ("labels of a layer", layer.unwrap_or(0)),
            ("acts", labels.acts.len()),
            ("certainties", labels.certainties.len()),
            ("kinds of sources", labels.kinds.len()),
            ("statuses", labels.statuses.len()),
        ]
        .into_iter()
        .find_map(|(name, count)| (count == 0).then_some(name))
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

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"{"format":1,"encoder":"","sizes":{"arc":8,"label":8,"speech":8},"window":24,
        "inventory":{"features":[["Case",["","Nom"]]],"lemmas":["keep"],"fronts":{},"relations":["root"]},
        "labels":{"upos":["NOUN"],"layers":[["names",["person"]]],"links":["cue"],"acts":["state"],
        "certainties":["open"],"kinds":["person"],"statuses":["happened"]}}"#;

    fn config(json: &str) -> Config {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn what_heads_cannot_do_without_is_missed() {
        assert_eq!(config(WHOLE).empty(), None);
        for (there, gone, missed) in [
            (r#""speech":8"#, r#""speech":0"#, "width of a hidden layer"),
            (r#"["","Nom"]"#, "[]", "values of a feature"),
            (r#"["root"]"#, "[]", "relations"),
            (r#"["state"]"#, "[]", "acts"),
        ] {
            assert_eq!(config(&WHOLE.replace(there, gone)).empty(), Some(missed));
        }
    }
}
