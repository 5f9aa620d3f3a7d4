//! Words of what can add up: `findings.toml` of each language.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::phrases::{self, PhraseSet, Phrases};

/// Words of totals, parts, wholes and votes. All words stand in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Findings {
    /// What says that a number is a total ("insgesamt", "in all").
    pub totals: PhraseSet,
    /// What joins the last part to the others ("und").
    pub links: BTreeSet<String>,
    /// What says that the parts named are not all ("unter anderem"), or count for more than one thing ("je").
    pub incomplete: PhraseSet,
    /// What stands for a sum of money or goods named in the sentence before ("das Geld", "the money").
    pub resumptions: PhraseSet,
    /// Nouns that only stand for one named before ("ones").
    pub pronouns: BTreeSet<String>,
    /// What announces some of a total, all of it at most ("darunter", "including").
    pub subsets: PhraseSet,
    /// What compares a number with another one ("mehr", "fewer"): it is no part then.
    pub comparatives: BTreeSet<String>,
    /// Those of whom no more than a hundred percent can be meant ("wähler", "voters").
    pub wholes: BTreeSet<String>,
    /// What makes a percentage one of growth ("stieg", "rose").
    pub growth: BTreeSet<String>,
    /// What a vote or an answer can be, by words that tell it; each voter has one of them.
    #[serde(deserialize_with = "phrases::map")]
    pub votes: Phrases<String>,
    /// Words that tell that numbers are votes ("stimmen", "vote").
    pub ballots: BTreeSet<String>,
    /// What joins the two numbers of a vote ("52 to 45").
    pub tally_links: BTreeSet<String>,
    /// What opens a stretch of time, and what then joins its ends ("von" … "bis").
    pub stretches: BTreeMap<String, Vec<String>>,
    /// Words that make "from June 14 to June 7" two dates of one thing ("moved").
    pub changes_of_date: BTreeSet<String>,
    /// What may stand before the date that ends a stretch of time ("bis zum 9. Mai").
    pub before_last_day: BTreeSet<String>,
    /// What may stand between a weekday and its date ("dem").
    pub before_day: BTreeSet<String>,
    /// Words after a year that turn its order round ("v. chr.", "bc").
    pub before_christ: BTreeSet<String>,
    /// What may open a run between two parts that is no part itself: relative pronouns, prepositions.
    pub continuations: BTreeSet<String>,
    /// Endings that make an age of digits ("30-jährige").
    pub age_endings: BTreeSet<String>,
    /// Words that make a year one of birth ("geboren").
    pub births: BTreeSet<String>,
    /// Words that tell of an age at another time, or of another person ("damals", "mutter").
    pub unsure_ages: BTreeSet<String>,
}
