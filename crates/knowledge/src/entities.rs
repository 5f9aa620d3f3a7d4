//! Words of entities: `entities.toml` of each language.

use lagebild_schema::EntityKind;
use serde::Deserialize;

use crate::speech::Words;

/// How nouns are written when somebody is named by them, and what they say of the kind.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entities {
    /// Nouns for kinds of sources.
    kinds: Kinds,
    /// Endings of nouns for women ("ministerin", "spokeswoman").
    pub feminine: Vec<String>,
    /// Endings of nouns for men.
    pub masculine: Vec<String>,
    /// Endings of a noun in the genitive singular, the longest first ("es", "s").
    pub genitive: Vec<String>,
    /// Endings of a noun in the dative plural that it has not in the nominative ("n").
    pub dative_plural: Vec<String>,
}

/// Nouns for each kind of source, also as the end of a compound.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Kinds {
    /// Who speaks without a name ("sprecher", "kreise").
    anonymous: Words,
    document: Words,
    agency: Words,
    media: Words,
    government: Words,
    organization: Words,
    group: Words,
}

impl Entities {
    /// What a noun in lower case says that its bearer is: the whole word before the head of a compound.
    #[must_use]
    pub fn kind(&self, noun: &str) -> Option<EntityKind> {
        let kinds = &self.kinds;
        let all = [
            (&kinds.anonymous, EntityKind::Anonymous),
            (&kinds.document, EntityKind::Document),
            (&kinds.agency, EntityKind::Agency),
            (&kinds.media, EntityKind::Media),
            (&kinds.government, EntityKind::Government),
            (&kinds.organization, EntityKind::Organization),
            (&kinds.group, EntityKind::Group),
        ];
        let whole = all.iter().find(|(words, _)| words.has(noun));
        whole.or_else(|| all.iter().find(|(words, _)| words.has_head_of(noun))).map(|(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_is_what_its_head_is() {
        let entities: Entities = toml::from_str(
            "kinds = { anonymous = \"kreise sprecher\", document = \"bericht\", government = \"polizei\" }",
        )
        .unwrap();
        assert_eq!(entities.kind("polizei"), Some(EntityKind::Government));
        assert_eq!(entities.kind("polizeikreise"), Some(EntityKind::Anonymous));
        assert_eq!(entities.kind("zeitungsbericht"), Some(EntityKind::Document));
        assert_eq!(entities.kind("ministerin"), None);
    }
}
