//! All that was understood of one report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Claim, Entity, Event, Finding, Quantity, Report, Span, Time, Unread};

/// Name and version of the contract.
pub const SCHEMA: &str = "lagebild/1";

/// All that was understood of one report. Lists stand in text order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reading<S = Span, E = Span> {
    /// Name and version of the contract: [`SCHEMA`].
    pub schema: String,
    /// What made the reading.
    pub made_by: MadeBy,
    /// The report that was read.
    pub report: Report<E>,
    /// Who and what it speaks of.
    pub entities: Vec<Entity<S>>,
    /// Its times.
    pub times: Vec<Time<S>>,
    /// Its numbers.
    pub quantities: Vec<Quantity<S>>,
    /// Who says what.
    pub claims: Vec<Claim<S>>,
    /// How many more claims were found that are less sure than was asked for.
    #[serde(default)]
    pub withheld: usize,
    /// What is said to have happened.
    pub events: Vec<Event<S>>,
    /// What does not add up.
    pub findings: Vec<Finding<S>>,
    /// What was not understood.
    pub unread: Vec<Unread<E>>,
}

/// A report alone, before anything of it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Extraction<E = Span> {
    /// Name and version of the contract: [`SCHEMA`].
    pub schema: String,
    /// The clean report.
    pub report: Report<E>,
    /// What had to be left out.
    pub unread: Vec<Unread<E>>,
}

impl Extraction {
    /// A report and what of it had to be left out.
    #[must_use]
    pub fn new(report: Report, unread: Vec<Unread>) -> Self {
        Self { schema: SCHEMA.to_owned(), report, unread }
    }
}

/// What made a reading: the same maker gives the same reading of the same report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MadeBy {
    /// Version of Lagebild.
    pub lagebild: String,
    /// Hash of the weights; `null` where grammar and lists alone read.
    pub model: Option<String>,
}
