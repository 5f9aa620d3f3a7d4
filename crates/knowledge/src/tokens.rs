//! Abbreviations, clitics and words that begin sentences: `tokens.toml` of each language.

use std::collections::BTreeSet;

use serde::Deserialize;

/// What the tokenizer and the sentence splitter know of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tokens {
    /// Whether a number with a full stop is an ordinal ("3. Oktober").
    pub ordinal_full_stop: bool,
    /// Endings that are tokens of their own ("'s", "n't").
    pub clitics: Vec<String>,
    /// Abbreviations with their full stop that never end a sentence ("Dr.").
    pub abbreviations: BTreeSet<String>,
    /// Abbreviations with their full stop that may end a sentence too ("usw.", "U.S.").
    pub final_abbreviations: BTreeSet<String>,
    /// Lower-case words that, written with a capital, begin a sentence more often than they continue a name.
    pub starters: BTreeSet<String>,
}
