//! Bytes to reports.

mod agencies;
mod draft;
mod html;

pub use draft::{Draft, Given, Taken};
