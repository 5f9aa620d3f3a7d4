//! Entities: who and what a report speaks of, with every mention.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{EntityId, Span, TryMapSpans};

/// A person, organisation, place, country or group, with its mentions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entity<S = Span> {
    /// Its name in this reading.
    pub id: EntityId,
    /// Its fullest name in the report.
    pub name: String,
    /// What sort of entity it is.
    pub kind: EntityKind,
    /// Offices and descriptions that the report gives it.
    pub roles: Vec<String>,
    /// What it belongs to (a spokesman of …).
    pub of: Option<EntityId>,
    /// Codes of the field.
    pub codes: Codes,
    /// Where it is known elsewhere.
    pub links: Links,
    /// Latitude in degrees, for places.
    pub lat: Option<f64>,
    /// Longitude in degrees, for places.
    pub lon: Option<f64>,
    /// Where the report speaks of it.
    pub mentions: Vec<Mention<S>>,
}

/// What sort of entity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    /// A person, also a definite office-holder without a name.
    Person,
    /// An organisation.
    Organization,
    /// A government, ministry, court, police or another organ of a state.
    Government,
    /// A news outlet.
    Media,
    /// A news agency.
    Agency,
    /// A study, report, statement, law.
    Document,
    /// A country.
    Country,
    /// A place.
    Place,
    /// A building or installation.
    Facility,
    /// "Experten", "residents".
    Group,
    /// "Kreise", "people familiar with the matter", an unnamed spokesman.
    Anonymous,
    /// Not known.
    Unknown,
}

/// Codes of the field for an entity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Codes {
    /// ISO 3166-1 alpha-3.
    pub country: Option<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
}

/// Where an entity is known elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Links {
    /// `GeoNames` number.
    pub geonames: Option<u64>,
    /// Wikidata item (`Q64`).
    pub wikidata: Option<String>,
}

/// One place where a report speaks of an entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mention<S = Span> {
    /// Where.
    #[serde(flatten)]
    pub span: S,
    /// How.
    pub form: MentionForm,
    /// The entity that a metonym means ("Élysée": France's government).
    pub stands_for: Option<EntityId>,
}

/// How an entity is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MentionForm {
    /// By name.
    Name,
    /// By a noun phrase.
    Nominal,
    /// By a pronoun.
    Pronoun,
}

impl<S> TryMapSpans<S> for Mention<S> {
    type Output<T> = Mention<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Mention<T>, E> {
        Ok(Mention { span: f(self.span)?, form: self.form, stands_for: self.stands_for })
    }
}

impl<S> TryMapSpans<S> for Entity<S> {
    type Output<T> = Entity<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Entity<T>, E> {
        Ok(Entity {
            id: self.id,
            name: self.name,
            kind: self.kind,
            roles: self.roles,
            of: self.of,
            codes: self.codes,
            links: self.links,
            lat: self.lat,
            lon: self.lon,
            mentions: self.mentions.try_map_spans(f)?,
        })
    }
}
