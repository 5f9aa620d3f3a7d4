//! Words of speech: `speech.toml` of each language.

use serde::Deserialize;

/// Words of speech.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speech {}
