//! Why an input, or one record of it, gave no report.

use std::io;

/// Why an input, or one record of it, gave no report.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is nothing in the input, or nothing but white space.
    #[error("the input is empty: give a report as text, HTML or JSON")]
    Empty,
    /// The input is of a kind that holds no text as it stands: a picture, a PDF file, an archive.
    #[error("the input is {what}, not a report: give its text, HTML or JSON")]
    Foreign {
        /// What it is, with its article ("a PDF file").
        what: &'static str,
    },
    /// A record is no valid JSON.
    #[error("record {record} is no valid JSON at line {line}, column {column}: {reason}")]
    Json {
        /// Which record, counted from one.
        record: usize,
        /// Line of the input, counted from one.
        line: usize,
        /// Column in bytes, counted from one.
        column: usize,
        /// What the parser expected.
        reason: String,
    },
    /// A record is larger than any report.
    #[error("record {record} at line {line} is larger than {megabytes} MB: split it")]
    TooLarge {
        /// Which record, counted from one.
        record: usize,
        /// Line of the input, counted from one.
        line: usize,
        /// The most that a record may have.
        megabytes: usize,
    },
    /// A record has no field that holds a report's text.
    #[error("record {record} at line {line} has no text: name it 'text', 'body' or 'html'")]
    NoTextInRecord {
        /// Which record, counted from one.
        record: usize,
        /// Line of the input, counted from one.
        line: usize,
    },
    /// Nothing that a person could read was found.
    #[error("no text of a report was found in the input")]
    NoText,
    /// The input could not be read.
    #[error("the input cannot be read: {0}")]
    Io(#[from] io::Error),
}
