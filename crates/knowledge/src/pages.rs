//! Words that web pages and news texts put around an article: `pages.toml` of each language.

use serde::Deserialize;

/// Words around an article, in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pages {
    /// What opens a byline ("von", "by").
    pub by: Vec<String>,
    /// What joins the last two of a list.
    pub and: Vec<String>,
    /// What an author is, or where, rather than who ("redakteurin", "correspondent").
    pub roles: Vec<String>,
    /// What stands before an agency's name and makes it a credit ("mit material von", "quelle").
    pub credit_before: Vec<String>,
    /// What stands after agencies' names and makes them a credit ("contributed to this report").
    pub credit_after: Vec<String>,
    /// What makes a credit one of pictures.
    pub picture: Vec<String>,
}
