//! News agencies: `data/agencies.toml`.

use std::str::FromStr;
use std::sync::OnceLock;

use serde::Deserialize;

/// The table of this repository.
static TABLE: &str = include_str!("../../../data/agencies.toml");

/// A news agency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// The name it is best known by.
    pub name: String,
    /// Other ways in which credit lines write it; case counts.
    #[serde(default)]
    pub spellings: Vec<String>,
    /// ISO 3166 code, of three letters, of the country where it sits.
    pub country: String,
}

/// News agencies by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agencies {
    /// All agencies, in the order of the table.
    #[serde(default, rename = "agency")]
    all: Vec<Agency>,
}

impl Agencies {
    /// The agency that is written exactly so.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Agency> {
        self.all
            .iter()
            .find(|agency| agency.name == name || agency.spellings.iter().any(|other| other == name))
    }

    /// Every way to write every agency, with the agency.
    pub fn spellings(&self) -> impl Iterator<Item = (&str, &Agency)> {
        self.all.iter().flat_map(|agency| {
            std::iter::once(&agency.name)
                .chain(&agency.spellings)
                .map(move |spelling| (spelling.as_str(), agency))
        })
    }
}

impl FromStr for Agencies {
    type Err = toml::de::Error;

    fn from_str(table: &str) -> Result<Self, Self::Err> {
        toml::from_str(table)
    }
}

/// The agencies of this repository's table.
///
/// # Panics
/// Where the table is no valid TOML of its kind; a test reads it.
#[must_use]
pub fn agencies() -> &'static Agencies {
    static PARSED: OnceLock<Agencies> = OnceLock::new();
    PARSED.get_or_init(|| TABLE.parse().unwrap_or_else(|error| panic!("data/agencies.toml: {error}")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_agencies_are_written_alike() {
        let mut seen = BTreeSet::new();
        for (spelling, agency) in agencies().spellings() {
            assert!(seen.insert(spelling), "{spelling} ({})", agency.name);
        }
    }

    #[test]
    fn an_agency_is_found_by_any_of_its_spellings() {
        let table: Agencies =
            "[[agency]]\nname = \"lpd\"\nspellings = [\"Lauter-Presse-Dienst\"]\ncountry = \"DEU\""
                .parse()
                .unwrap();
        assert_eq!(table.named("Lauter-Presse-Dienst").map(|agency| agency.name.as_str()), Some("lpd"));
        assert_eq!(table.named("LPD"), None);
    }
}
