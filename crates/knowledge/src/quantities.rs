//! Words of quantity: `quantities.toml` of each language, and the units that are written alike in all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::phrases::{self, PhraseSet, Phrases};

/// Words of quantity. All words stand in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Quantities {
    /// What bounds the number after it ("mindestens", "more than").
    #[serde(deserialize_with = "phrases::map")]
    pub bounds: Phrases<BoundWord>,
    /// Prepositions that bound a number with a unit or a large one, and else mean something else ("über", "under").
    #[serde(deserialize_with = "phrases::map")]
    pub bounding_prepositions: Phrases<BoundWord>,
    /// What bounds the number before it ("or more").
    #[serde(deserialize_with = "phrases::map")]
    pub bounds_after: Phrases<BoundWord>,
    /// What joins the ends of a range ("bis", "or").
    pub range_links: BTreeSet<String>,
    /// What opens a range, and what then joins its ends ("between" … "and").
    pub range_openers: BTreeMap<String, String>,
    /// Numbers that "from" stands before, in "from 10 to 12", are two and no range.
    pub change_openers: BTreeSet<String>,
    /// Units and their symbols ("euro" is EUR, "prozent" is %).
    #[serde(deserialize_with = "phrases::map")]
    pub units: Phrases<String>,
    /// Units that mean something else with ten thousand and more ("pounds" are GBP then).
    pub units_of_large_numbers: BTreeMap<String, String>,
    /// Parts that a number counts ("drittel" is 3: "zwei Drittel").
    pub denominators: BTreeMap<String, f64>,
    /// Parts that are named without a number ("die Hälfte").
    #[serde(deserialize_with = "phrases::map")]
    pub shares: Phrases<f64>,
    /// What is before a number below zero ("minus").
    pub minus: BTreeSet<String>,
    /// Words that name a large number vaguely, and the least that they can mean ("dutzende" is 24).
    #[serde(deserialize_with = "phrases::map")]
    pub vague: Phrases<f64>,
    /// Words that name no number at all ("mehrere").
    pub some: PhraseSet,
    /// Words of none ("keine").
    pub none: BTreeSet<String>,
    /// What one or none of is worth counting ("verletzte", "casualties").
    pub casualties: BTreeSet<String>,
    /// Whether an article before one of those counts it ("ein Toter").
    pub articles_count: bool,
    /// Whether nouns, and only they, are written with a capital.
    pub capital_nouns: bool,
    /// Endings of words that stand before their noun ("e", "en"); empty where any word may.
    pub adjective_endings: Vec<String>,
    /// Words without such an ending that may stand there too ("schwer").
    pub adverbs: BTreeSet<String>,
    /// Endings of plural nouns.
    pub plural_endings: Vec<String>,
    /// Endings that look like those and are none ("ss").
    pub singular_endings: Vec<String>,
    /// Plural nouns without such an ending ("people").
    pub plurals: BTreeSet<String>,
    /// Words that never belong to what is counted: function words and frequent verbs.
    pub stops: BTreeSet<String>,
    /// What stands between a number and the whole that it is a part of ("der", "of the").
    pub partitives: PhraseSet,
    /// Words that make the number before them no quantity ("uhr", "years").
    pub uncounted: BTreeSet<String>,
    /// Words that make the number after them a name ("platz", "article").
    pub labels: BTreeSet<String>,
    /// Kinds of streets, whose names stand behind the number of a house ("street").
    pub streets: BTreeSet<String>,
    /// Where a number word is none ("in acht nehmen").
    pub idioms: PhraseSet,
}

/// How a word bounds a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoundWord {
    /// "mindestens".
    AtLeast,
    /// "höchstens".
    AtMost,
    /// "rund".
    About,
}

/// Units that are written alike in all languages, as they are written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Units {
    /// Signs and codes of money, which may stand before or after the number ("€", "USD").
    pub money: BTreeMap<String, String>,
    /// Symbols that stand after it ("km").
    pub symbols: BTreeMap<String, String>,
    /// Letters behind the digits of a sum of money ("m" in "$5m").
    pub multipliers: BTreeMap<String, f64>,
    /// Units besides money whose numbers are added up ("t"); lengths, speeds and percentages mostly are not.
    pub additive: BTreeSet<String>,
}

impl Units {
    /// Whether numbers with this unit are parts of a total rather than measures of one thing.
    #[must_use]
    pub fn is_additive(&self, unit: &str) -> bool {
        self.additive.contains(unit) || self.money.values().any(|money| money == unit)
    }
}

/// The units that are written alike in all languages.
///
/// # Panics
/// Where `data/units.toml` is no valid table; a test reads it.
#[must_use]
pub fn units() -> &'static Units {
    static UNITS: OnceLock<Units> = OnceLock::new();
    UNITS.get_or_init(|| {
        toml::from_str(include_str!("../../../data/units.toml"))
            .unwrap_or_else(|error| panic!("data/units.toml: {error}"))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_units_can_be_read() {
        assert_eq!(super::units().money["€"], "EUR");
    }
}
