//! Claims: what somebody is said to have said, written, thought or felt.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::try_map_all;
use crate::{ClaimId, Confidence, EntityId, EventId, QuantityId, Span, TimeId, TryMapSpans};

/// Content that a report attributes to a source other than itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim<S = Span> {
    /// Its name in this reading.
    pub id: ClaimId,
    /// What is attributed, without source and cue, in text order.
    pub content: Vec<S>,
    /// On whose word; empty where the text names nobody ("Es wird vermutet").
    pub sources: Vec<Source<S>>,
    /// The words that attribute ("wies", "zurück"; "laut"; "according to").
    pub cue: Vec<S>,
    /// To whom it was said.
    pub addressee: Vec<Addressee<S>>,
    /// How it is worded.
    pub form: Form,
    /// What the source does by saying it.
    pub act: Act,
    /// How certain the source presents it.
    pub certainty: Certainty,
    /// The claim in whose content this one stands.
    pub within: Option<ClaimId>,
    /// The claim that a confirmation or denial speaks of.
    pub about: Option<ClaimId>,
    /// Events told in it.
    pub events: Vec<EventId>,
    /// Times in it.
    pub times: Vec<TimeId>,
    /// Quantities in it.
    pub quantities: Vec<QuantityId>,
    /// How sure the reader is that this is a claim.
    pub confidence: Confidence,
}

/// On whose word a claim stands, and on whom that source relies in turn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source<S = Span> {
    /// The mention: the whole noun phrase.
    pub spans: Vec<S>,
    /// Who that is.
    pub entity: Option<EntityId>,
    /// Whom the source is citing.
    pub citing: Vec<Source<S>>,
}

/// To whom something was said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Addressee<S = Span> {
    /// The mention.
    pub spans: Vec<S>,
    /// Who that is.
    pub entity: Option<EntityId>,
}

/// How a claim is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// In quotation marks.
    Direct,
    /// A dependent clause, an infinitive, or a frame such as "laut X".
    Indirect,
    /// A main clause in the subjunctive, or hearsay "soll", without a frame of its own.
    Free,
    /// Only a noun phrase, or folded into the verb.
    Reported,
}

/// What a source does by saying something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Says so.
    State,
    /// Says that something said before is so.
    Confirm,
    /// Says that it is not so.
    Deny,
    /// Will not confirm or comment.
    Decline,
    /// Makes an own decision or plan known.
    Announce,
    /// Requests, calls for, orders, appeals.
    Demand,
    /// Proposes or offers.
    Propose,
    /// Promises.
    Promise,
    /// Warns or threatens.
    Warn,
    /// Accuses, criticises, condemns.
    Accuse,
    /// Praises, supports, welcomes, agrees.
    Endorse,
    /// Refuses a demand, an offer, a plan.
    Reject,
    /// Expects, estimates a future or unknown figure.
    Predict,
    /// Thinks, hopes, fears, suspects.
    Believe,
    /// Asks.
    Ask,
}

/// How certain a source presents what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Without a hedge.
    Certain,
    /// "wahrscheinlich", "probably".
    Probable,
    /// "möglicherweise", "may".
    Possible,
    /// Left open ("ob", "whether").
    Open,
}

impl<S> TryMapSpans<S> for Source<S> {
    type Output<T> = Source<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Source<T>, E> {
        Ok(Source {
            spans: try_map_all(self.spans, f)?,
            entity: self.entity,
            citing: self.citing.try_map_spans(f)?,
        })
    }
}

impl<S> TryMapSpans<S> for Addressee<S> {
    type Output<T> = Addressee<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Addressee<T>, E> {
        Ok(Addressee { spans: try_map_all(self.spans, f)?, entity: self.entity })
    }
}

impl<S> TryMapSpans<S> for Claim<S> {
    type Output<T> = Claim<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Claim<T>, E> {
        Ok(Claim {
            id: self.id,
            content: try_map_all(self.content, f)?,
            sources: self.sources.try_map_spans(f)?,
            cue: try_map_all(self.cue, f)?,
            addressee: self.addressee.try_map_spans(f)?,
            form: self.form,
            act: self.act,
            certainty: self.certainty,
            within: self.within,
            about: self.about,
            events: self.events,
            times: self.times,
            quantities: self.quantities,
            confidence: self.confidence,
        })
    }
}
