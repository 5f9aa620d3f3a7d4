//! Abbreviations and clitics: `tokens.toml` of each language.

use std::collections::BTreeSet;

use serde::Deserialize;

/// What the tokenizer and the sentence splitter know of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tokens {
    /// Abbreviations with their full stop, as they are written ("Dr.", "z. B.").
    pub abbreviations: BTreeSet<String>,
    /// Abbreviations that often end a sentence too ("usw.", "etc."): a capital after them begins a new one.
    pub final_abbreviations: BTreeSet<String>,
    /// Whether a number with a full stop is an ordinal ("3. Oktober").
    pub ordinal_full_stop: bool,
    /// Lower-case words after which, or before which, an ordinal never ends a sentence: months and the like.
    pub after_ordinal: BTreeSet<String>,
    /// Endings that are tokens of their own ("'s", "n't").
    pub clitics: Vec<String>,
}
