//! Events: one act of an actor towards a recipient, typed by PLOVER.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::try_map_all;
use crate::{Amount, ClaimId, Confidence, EntityId, EventId, QuantityId, Span, TimeId, TryMapSpans};

/// One act of an actor towards a recipient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event<S = Span> {
    /// Its name in this reading.
    pub id: EventId,
    /// The words that tell of it.
    pub trigger: Vec<S>,
    /// PLOVER type.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// CAMEO code, a string because of its leading zero.
    pub cameo: Option<String>,
    /// Goldstein's scale of CAMEO, -10 to 10.
    pub goldstein: Option<Amount>,
    /// PLOVER's intensity, -10 to 10.
    pub intensity: Option<Amount>,
    /// Who acts.
    pub actors: Vec<Participant<S>>,
    /// Towards whom.
    pub recipients: Vec<Participant<S>>,
    /// Where.
    pub place: Option<Participant<S>>,
    /// When.
    pub time: Option<TimeId>,
    /// With what.
    pub weapons: Vec<S>,
    /// How many died.
    pub dead: Option<QuantityId>,
    /// How many were injured.
    pub injured: Option<QuantityId>,
    /// How many were arrested.
    pub arrested: Option<QuantityId>,
    /// Whether it happened.
    pub status: Status,
    /// The claim that tells of it; `null` where the report itself does.
    pub claim: Option<ClaimId>,
    /// How sure the reader is.
    pub confidence: Confidence,
}

/// Somebody or some place in an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Participant<S = Span> {
    /// The mention.
    pub spans: Vec<S>,
    /// Who or where that is.
    pub entity: Option<EntityId>,
}

/// The sixteen event types of PLOVER.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the names are PLOVER's; its manual defines them")]
pub enum EventType {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// Whether an event happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It did, or goes on.
    Happened,
    /// Announced or about to.
    Planned,
    /// Possible, conditional, feared, demanded of others.
    Hypothetical,
    /// Said not to have happened.
    Negated,
    /// Background from well before the story.
    Historical,
}

impl<S> TryMapSpans<S> for Participant<S> {
    type Output<T> = Participant<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Participant<T>, E> {
        Ok(Participant { spans: try_map_all(self.spans, f)?, entity: self.entity })
    }
}

impl<S> TryMapSpans<S> for Event<S> {
    type Output<T> = Event<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Event<T>, E> {
        Ok(Event {
            id: self.id,
            trigger: try_map_all(self.trigger, f)?,
            kind: self.kind,
            mode: self.mode,
            cameo: self.cameo,
            goldstein: self.goldstein,
            intensity: self.intensity,
            actors: self.actors.try_map_spans(f)?,
            recipients: self.recipients.try_map_spans(f)?,
            place: self.place.try_map_spans(f)?,
            time: self.time,
            weapons: try_map_all(self.weapons, f)?,
            dead: self.dead,
            injured: self.injured,
            arrested: self.arrested,
            status: self.status,
            claim: self.claim,
            confidence: self.confidence,
        })
    }
}
