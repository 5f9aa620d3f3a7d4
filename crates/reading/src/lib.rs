//! Analyses to readings, one module a question: when (`times`), how many (`quantities`), who says what (`claims`),
//! and what does not add up (`findings`).
//!
//! [`read`] is total: any report gives a reading, and what was not understood stands in [`Reading::unread`].

// Numbers from texts are compared with whole numbers, which floating point holds exactly.
#![allow(clippy::float_cmp)]

mod claims;
mod context;
mod findings;
mod numbers;
#[cfg(test)]
mod properties;
mod quantities;
mod scope;
#[cfg(test)]
mod testing;
mod times;
mod unread;

use lagebild_schema::{MadeBy, Reading, Report, SCHEMA, Unread};

use context::Context;

/// Reads a report. `unread` is what the intake already had to leave out.
#[must_use]
pub fn read(report: Report, mut unread: Vec<Unread>) -> Reading {
    let analysis = lagebild_language::analyse(&report);
    let context = Context::new(&report, &analysis);
    let times = times::read(&context);
    let quantities = quantities::read(&context, &times);
    let claims = claims::read(&context, &times, &quantities);
    let findings = findings::read(&context, &quantities);
    unread.extend(unread::find(&context));
    unread.sort_by_key(|unread| unread.span);
    let made_by = MadeBy { lagebild: env!("CARGO_PKG_VERSION").to_owned(), model: None };
    Reading {
        schema: SCHEMA.to_owned(),
        made_by,
        report,
        entities: Vec::new(),
        times,
        quantities,
        claims,
        events: Vec::new(),
        findings,
        unread,
    }
}
