//! Bytes to reports.
//!
//! An [`Intake`] takes an input (a file, standard input, an answer of HTTP) and gives its reports one by one,
//! each with what of it had to be left out. HTML, plain text, JSON and JSONL are told apart by what they look
//! like, by their name and by what HTTP says of them; each may be packed with gzip and in any charset.
//!
//! ```
//! use lagebild_intake::{Given, Hint, Intake};
//!
//! let input = "Pegel der Lauter steigt\n\nDer Fluss Lauter ist seit Montag um 40 Zentimeter gestiegen.";
//! let intake = Intake::new(Given { outlet: Some("Lauterbote".into()), ..Given::default() });
//! for taken in intake.reports(input.as_bytes(), &Hint::named("pegel.txt")) {
//!     let report = taken?.report;
//!     assert_eq!(report.title.as_deref(), Some("Pegel der Lauter steigt"));
//!     assert_eq!(report.lang, "de");
//! }
//! # Ok::<(), lagebild_intake::Error>(())
//! ```

mod agencies;
mod charset;
mod clean;
mod dates;
mod draft;
mod error;
mod finish;
mod format;
mod html;
mod intake;
mod json;
mod lang;
mod text;
mod unpack;

use draft::Draft;

pub use draft::{Given, Taken};
pub use error::Error;
pub use html::PAGE_THREAD;
pub use intake::{Hint, Intake, Reports};
