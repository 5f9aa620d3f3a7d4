//! The languages and the world as data.
//!
//! Every language is a folder of readable tables under `data/languages/`, compiled in and parsed when first asked
//! for. No other room names a language: what is particular to one stands in its tables.

mod agencies;
mod tables;

pub mod credits;
pub mod entities;
pub mod findings;
pub mod identity;
pub mod masthead;
pub mod numbers;
pub mod phrases;
pub mod quantities;
pub mod speech;
pub mod stance;
pub mod times;
pub mod tokens;

pub use agencies::{Agencies, Agency, agencies};
pub use tables::{Language, language, languages};
