//! Words of number: `numbers.toml` of each language.

use serde::Deserialize;

/// Words of number.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {}
