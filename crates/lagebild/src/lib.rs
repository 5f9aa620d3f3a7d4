//! Reads news reports and shows who claims what.
//!
//! The rooms of the house behind one door: [`intake`] turns bytes into reports, [`reading`] reads them, [`schema`]
//! has the words for both. Most callers need only [`read`]:
//!
//! ```
//! let text = "Fähre gekentert\n\nDer Kapitän sei wohlauf, sagte Hafensprecherin Ada Muster am Dienstag.";
//! for reading in lagebild::read(text.as_bytes(), &lagebild::Given::default()) {
//!     let reading = reading.expect("a text is a report");
//!     assert_eq!(reading.report.title.as_deref(), Some("Fähre gekentert"));
//! }
//! ```

pub use lagebild_intake as intake;
pub use lagebild_reading as reading;
pub use lagebild_schema as schema;

pub use lagebild_intake::{Error, Given};
pub use lagebild_schema::Reading;

use lagebild_intake::{Hint, Intake};

/// Reads every report in `bytes`: a page, a text, or JSON with any number of reports.
///
/// A record that cannot be read is an error in its place; the rest is read all the same.
#[must_use]
pub fn read(bytes: &[u8], given: &Given) -> Vec<Result<Reading, Error>> {
    let intake = Intake::new(given.clone());
    let reports = intake.reports(bytes, &Hint::default());
    reports.map(|taken| taken.map(|taken| lagebild_reading::read(taken.report, taken.unread))).collect()
}

/// The JSON Schema of the contract, as it is kept in the repository.
///
/// # Errors
/// Never in practice: a schema is plain JSON.
pub fn schema_text() -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(&lagebild_schema::json_schema())? + "\n")
}
