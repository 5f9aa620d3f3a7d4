//! Words of time: `times.toml` of each language.

use serde::Deserialize;

/// Words of time.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {}
