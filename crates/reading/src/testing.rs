//! Readings of invented texts, for the tests of every question.

use lagebild_schema::{BlockKind, Reading, Report};

/// A report of one paragraph a line, or one list item where the line begins with a dash.
pub(crate) fn report(lang: &str, text: &str) -> Report {
    let mut report = Report::of_text(lang, text);
    for block in &mut report.blocks {
        if block.span.of(text).starts_with("- ") {
            block.kind = BlockKind::Item;
        }
    }
    report
}

/// The reading of a report of one paragraph a line.
pub(crate) fn read_text(lang: &str, text: &str) -> Reading {
    crate::read(report(lang, text), Vec::new())
}
