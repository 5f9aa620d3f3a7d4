//! Numbers as the contract writes them.

use std::fmt::{self, Write as _};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize, Serializer};

/// A number that a report gives. Whole numbers are written without a fraction (`13`, not `13.0`).
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
pub struct Amount(pub f64);

/// Above this, a floating-point number no longer holds every whole number.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < LARGEST_EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// As English messages write it: thousands set off by commas, no fraction where there is none (`8,000,000`, `2.5`).
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.0.to_string();
        let whole = plain.find('.').unwrap_or(plain.len());
        for (at, c) in plain.char_indices() {
            let digits_left = whole.saturating_sub(at);
            let follows_digit = at > 0 && plain.as_bytes()[at - 1].is_ascii_digit();
            if at < whole && digits_left % 3 == 0 && follows_digit {
                f.write_char(',')?;
            }
            f.write_char(c)?;
        }
        Ok(())
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number"})
    }
}

/// How sure the reader is, from 0 to 1; written with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
pub struct Confidence(pub f64);

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((self.0.clamp(0.0, 1.0) * 100.0).round() / 100.0)
    }
}

impl JsonSchema for Confidence {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Confidence".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "minimum": 0, "maximum": 1})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_off_and_fractions_kept() {
        let written =
            [12.0, 1234.0, 8_000_000.0, 2.5, -340_000.75, 0.6667].map(|value| Amount(value).to_string());
        assert_eq!(written, ["12", "1,234", "8,000,000", "2.5", "-340,000.75", "0.6667"]);
    }

    #[test]
    fn a_whole_number_has_no_fraction_in_json() {
        let json = [13.0, 1.5, 1e300].map(|value| serde_json::to_string(&Amount(value)).unwrap());
        assert_eq!(json, ["13", "1.5", "1e+300"]);
    }
}
