//! Words of entities: `entities.toml` of each language.

use serde::Deserialize;

use crate::speech::Words;

/// How nouns are written when somebody is named by them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entities {
    /// Nouns for somebody who speaks without a name ("sprecher", "kreise"), also as the end of a compound.
    pub anonymous: Words,
    /// Endings of a noun in the genitive singular, the longest first ("es", "s").
    pub genitive: Vec<String>,
    /// Endings of a noun in the dative plural that it has not in the nominative ("n").
    pub dative_plural: Vec<String>,
}
