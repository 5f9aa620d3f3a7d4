//! Words at the top of a report, around its date and its author: `masthead.toml` of each language.

use serde::Deserialize;

/// Words at the top of a report. All in lower case, without full stops.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Masthead {
    /// Names and abbreviations of the twelve months, in every case that dates have them in.
    pub months: Vec<Vec<String>>,
    /// Names and abbreviations of the days of the week, from Monday.
    pub weekdays: Vec<Vec<String>>,
    /// Words that stand beside a date or within it ("stand", "de", "st").
    pub dated: Vec<String>,
    /// Words before the author ("von").
    pub by: Vec<String>,
    /// Words between two authors ("und").
    pub and: Vec<String>,
    /// What an author is rather than who ("redakteurin", "correspondent").
    pub roles: Vec<String>,
}
