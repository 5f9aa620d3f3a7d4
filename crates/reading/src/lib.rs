//! Analyses to readings, one module a question: when (`times`), how many (`quantities`), who says what (`claims`),
//! who is meant (`entities`), and what does not add up (`findings`).
//!
//! [`read`] is total: any report gives a reading, and what was not understood stands in [`Reading::unread`].

// Numbers from texts are compared with whole numbers, which floating point holds exactly.
#![allow(clippy::float_cmp)]

mod claims;
mod context;
mod entities;
mod findings;
mod numbers;
#[cfg(test)]
mod parsed;
#[cfg(test)]
mod properties;
mod quantities;
mod scope;
mod syntax;
#[cfg(test)]
mod testing;
mod times;
mod unread;

use lagebild_language::Analysis;
use lagebild_schema::{MadeBy, Reading, Report, SCHEMA, Unread};

use context::Context;

/// What a caller may choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Claims that are less sure than this are counted and not shown.
    pub min_confidence: f64,
}

impl Default for Options {
    /// Every second claim of those shown last is one; of all that are shown four in five (`docs/scores.md`).
    fn default() -> Self {
        Self { min_confidence: 0.5 }
    }
}

/// Reads a report by grammar and word lists alone. `unread` is what the intake already had to leave out.
#[must_use]
pub fn read(report: Report, unread: Vec<Unread>) -> Reading {
    let analysis = lagebild_language::analyse(&report);
    read_analysed(report, &analysis, unread, Options::default())
}

/// Reads a report from its analysis: with what a model read off it, if one was asked.
#[must_use]
pub fn read_analysed(
    report: Report,
    analysis: &Analysis,
    mut unread: Vec<Unread>,
    options: Options,
) -> Reading {
    let context = Context::new(&report, analysis);
    let times = times::read(&context);
    let quantities = quantities::read(&context, &times);
    let scene = claims::Scene::new(&context);
    let claims::Claims { all: mut claims, kinds, withheld } =
        claims::read(&scene, &times, &quantities, options.min_confidence);
    let entities = entities::resolve(&context, &mut claims, &kinds);
    claims::point_back(&scene, &mut claims);
    let findings = findings::read(&context, &quantities);
    unread.extend(unread::find(&context));
    unread.sort_by_key(|unread| unread.span);
    let made_by = MadeBy { lagebild: env!("CARGO_PKG_VERSION").to_owned(), model: analysis.model.clone() };
    Reading {
        schema: SCHEMA.to_owned(),
        made_by,
        report,
        entities,
        times,
        quantities,
        claims,
        withheld,
        events: Vec::new(),
        findings,
        unread,
    }
}
