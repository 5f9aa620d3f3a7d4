//! Words that credit news agencies: `credits.toml` of each language.

use serde::Deserialize;

/// Words that credit news agencies, in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Credits {
    /// What stands before agencies' names and makes them a credit ("mit material von", "quelle").
    pub before: Vec<String>,
    /// What stands after agencies' names and makes them a credit ("contributed to this report").
    pub after: Vec<String>,
    /// What makes a credit one of pictures.
    pub picture: Vec<String>,
}
