//! The folders under `data/languages/`, parsed when first asked for.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use crate::credits::Credits;
use crate::entities::Entities;
use crate::findings::Findings;
use crate::identity::Identity;
use crate::masthead::Masthead;
use crate::numbers::Numbers;
use crate::quantities::Quantities;
use crate::speech::Speech;
use crate::stance::Stance;
use crate::times::Times;
use crate::tokens::Tokens;

/// A table's name and its TOML text.
type Table = (&'static str, &'static str);

/// Every language's code and tables, in the order of their codes.
static FOLDERS: &[(&str, &[Table])] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Everything that is particular to one language. A table that its folder lacks is empty.
#[derive(Debug, Default)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// What tells it from other languages.
    pub identity: Identity,
    /// Words around a report's date and author.
    pub masthead: Masthead,
    /// Words that credit agencies.
    pub credits: Credits,
    /// Abbreviations and clitics.
    pub tokens: Tokens,
    /// Words of time.
    pub times: Times,
    /// Words of number.
    pub numbers: Numbers,
    /// Words of quantity.
    pub quantities: Quantities,
    /// Words of what can add up.
    pub findings: Findings,
    /// Words of speech.
    pub speech: Speech,
    /// How entities are written.
    pub entities: Entities,
    /// What the words of a cue do.
    pub stance: Stance,
}

/// Codes of all languages that have tables, sorted.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FOLDERS.iter().map(|(code, _)| *code)
}

/// The tables of a language; of one without tables, empty ones.
///
/// # Panics
/// Where a table of this repository is no valid TOML of its kind; a test reads them all.
#[must_use]
pub fn language(code: &str) -> &'static Language {
    static PARSED: [OnceLock<Language>; FOLDERS.len()] = [const { OnceLock::new() }; FOLDERS.len()];
    static UNKNOWN: OnceLock<Language> = OnceLock::new();
    match FOLDERS.iter().position(|(known, _)| *known == code) {
        Some(at) => PARSED[at].get_or_init(|| {
            let (code, tables) = FOLDERS[at];
            Language {
                code,
                identity: parse(code, tables, "identity"),
                masthead: parse(code, tables, "masthead"),
                credits: parse(code, tables, "credits"),
                tokens: parse(code, tables, "tokens"),
                times: parse(code, tables, "times"),
                numbers: parse(code, tables, "numbers"),
                quantities: parse(code, tables, "quantities"),
                findings: parse(code, tables, "findings"),
                speech: parse(code, tables, "speech"),
                entities: parse(code, tables, "entities"),
                stance: parse(code, tables, "stance"),
            }
        }),
        None => UNKNOWN.get_or_init(Language::default),
    }
}

fn parse<T: DeserializeOwned + Default>(code: &str, tables: &[Table], name: &str) -> T {
    let Some((_, text)) = tables.iter().find(|(table, _)| *table == name) else {
        return T::default();
    };
    toml::from_str(text).unwrap_or_else(|error| panic!("data/languages/{code}/{name}.toml: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_every_language_can_be_read() {
        for code in languages() {
            assert_eq!(language(code).code, code);
        }
    }
}
