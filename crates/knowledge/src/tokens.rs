//! Abbreviations, elisions, clitics and words that begin sentences: `tokens.toml` of each language.

use std::collections::BTreeSet;

use serde::Deserialize;

/// What the tokenizer and the sentence splitter know of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tokens {
    /// Whether a number with a full stop is an ordinal ("3. Oktober").
    pub ordinal_full_stop: bool,
    /// Whether an apostrophe before two or three digits makes them a year ("gli anni '90").
    pub apostrophe_years: bool,
    /// Endings that are tokens of their own ("'s", "n't", "-il").
    pub clitics: Vec<String>,
    /// Beginnings that are tokens of their own, a vowel lost before what follows ("l'", "qu'"): in lower case, with
    /// straight apostrophes.
    pub elisions: BTreeSet<String>,
    /// What stays one token although Unicode or a rule here would take it apart ("po'", "'t", "R$", "rendez-vous"): in
    /// lower case, with straight apostrophes.
    pub whole: BTreeSet<String>,
    /// Lower-case letters that are words and no abbreviations before a full stop ("я"), unless another letter follows.
    pub short_words: BTreeSet<String>,
    /// Abbreviations with their full stop that never end a sentence ("Dr.").
    pub abbreviations: BTreeSet<String>,
    /// Abbreviations with their full stop that may end a sentence too ("usw.", "U.S.").
    pub final_abbreviations: BTreeSet<String>,
    /// Lower-case words that, written with a capital, begin a sentence more often than they continue a name.
    pub starters: BTreeSet<String>,
}
