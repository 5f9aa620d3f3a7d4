//! Bytes to reports.

mod draft;

pub use draft::{Draft, Given, Taken};
