//! What tells a language from others: `identity.toml` of each language.

use std::collections::BTreeSet;

use serde::Deserialize;

/// What tells a language from others.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Identity {
    /// ISO 639-3 code ("deu").
    pub iso_639_3: String,
    /// Its letters, in lower case.
    pub letters: String,
    /// Small words that every text has, in lower case, also those that other languages share.
    pub frequent: BTreeSet<String>,
    /// Words before which a hyphen stands for a part left out ("Nord- und Südkessen").
    pub suspending: Vec<String>,
}
