//! Words of number: `numbers.toml` of each language.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// Words of number. All words stand in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Numbers {
    /// What stands between whole and fraction in digits: "," or ".".
    pub decimal: char,
    /// The words that numbers are built of, alone or joined ("zwei", "zwanzig", "hundert", "millionen").
    pub words: BTreeMap<String, f64>,
    /// Words of `words` that alone are articles or pronouns ("eine", "a"): one only before a larger word.
    pub articles: BTreeSet<String>,
    /// What joins the parts of a number ("und" in "einundzwanzig", "and" in "one hundred and five").
    pub links: BTreeSet<String>,
    /// What joins tens and ones that are words of their own ("treinta y cinco").
    pub links_after_tens: BTreeSet<String>,
    /// Groups that are counted ("dutzend" is 12).
    pub groups: BTreeMap<String, f64>,
    /// Parts of one ("halbe", "quarter").
    pub fractions: BTreeMap<String, f64>,
    /// What may stand between a part and its whole ("a quarter of a million").
    pub fraction_links: BTreeSet<String>,
    /// What adds a half to the number before it ("and a half"), word by word.
    pub and_a_half: Vec<Vec<String>>,
    /// Short words that multiply digits only ("mio.", "bn").
    pub abbreviated: BTreeMap<String, f64>,
    /// Ordinals that are no cardinal with an ending ("dritte", "first").
    pub ordinals: BTreeMap<String, f64>,
    /// Endings that make an ordinal of a cardinal ("zwanzig" + "ste").
    pub ordinal_endings: BTreeSet<String>,
    /// Endings that make an ordinal of digits ("3rd").
    pub digit_ordinal_endings: BTreeSet<String>,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            decimal: '.',
            words: BTreeMap::new(),
            articles: BTreeSet::new(),
            links: BTreeSet::new(),
            links_after_tens: BTreeSet::new(),
            groups: BTreeMap::new(),
            fractions: BTreeMap::new(),
            fraction_links: BTreeSet::new(),
            and_a_half: Vec::new(),
            abbreviated: BTreeMap::new(),
            ordinals: BTreeMap::new(),
            ordinal_endings: BTreeSet::new(),
            digit_ordinal_endings: BTreeSet::new(),
        }
    }
}
