//! A reading as people like to see it in a terminal: the text with its marks, and a ledger below; or as a table of
//! words for programs.
//!
//! What is for people is written with ANSI styles; the stream it goes to takes them off where there is no terminal.

mod claims;
mod conllu;
mod ledger;
mod marks;
mod sources;
mod style;
#[cfg(test)]
mod testing;

use std::fmt::Write as _;

use lagebild_schema::{BlockKind, Reading, Report};

pub(crate) use conllu::conllu;
use style::{DIM, Paint as _};

/// Widest line that is comfortable to read; terminals may be wider.
const WIDEST: usize = 110;
/// Width where there is no terminal.
const PLAIN_WIDTH: usize = 100;

/// How wide to write: the terminal's width, within reason.
pub(crate) fn width() -> usize {
    terminal_size::terminal_size().map_or(PLAIN_WIDTH, |(width, _)| usize::from(width.0)).clamp(40, WIDEST)
}

/// The whole reading, `width` columns wide.
pub(crate) fn reading(reading: &Reading, width: usize) -> String {
    let mut out = head(&reading.report);
    out.push_str(&marks::text(reading, width));
    out.push_str(&claims::claims(reading, width));
    out.push_str(&ledger::times(reading, width));
    out.push_str(&ledger::quantities(reading, width));
    out.push_str(&ledger::findings(reading, width));
    out.push_str(&ledger::unread(&reading.report.text, &reading.unread, width));
    closed(&out)
}

/// The clean report: what is known about it, and its text.
pub(crate) fn report(report: &Report, unread: &[lagebild_schema::Unread], width: usize) -> String {
    let mut out = head(report);
    for block in &report.blocks {
        out.push_str(&paragraph(block.kind, &marks::unmarked(&report.text, block), width));
    }
    out.push_str(&ledger::unread(&report.text, unread, width));
    closed(&out)
}

/// One blank line between a report and the next, whatever it ends with.
fn closed(out: &str) -> String {
    format!("{}\n\n", out.trim_end())
}

/// Outlet, date, language, credits and authors on one line.
fn head(report: &Report) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(report.outlet.clone());
    parts.extend(report.published.map(|moment| moment.to_string()));
    parts.extend(report.modified.map(|moment| format!("changed {moment}")));
    parts.push(report.lang.clone());
    parts.extend((!report.agencies.is_empty()).then(|| format!("credits {}", report.agencies.join(", "))));
    parts.extend((!report.byline.is_empty()).then(|| format!("by {}", report.byline.join(", "))));
    let mut out = format!("{}\n", parts.join(" · ").paint(DIM));
    if let Some(url) = &report.url {
        let _ = writeln!(out, "{}", url.paint(DIM));
    }
    out.push('\n');
    out
}

/// A block, wrapped and set as its kind asks for. `text` may carry styles.
fn paragraph(kind: BlockKind, text: &str, width: usize) -> String {
    let (first, rest) = match kind {
        BlockKind::Title | BlockKind::Heading | BlockKind::Lead | BlockKind::Paragraph => ("", ""),
        BlockKind::Item => ("• ", "  "),
        BlockKind::Quote => ("│ ", "│ "),
        BlockKind::Caption => ("▫ ", "  "),
    };
    let options =
        textwrap::Options::new(width).initial_indent(first).subsequent_indent(rest).break_words(false);
    let mut out = String::new();
    for line in textwrap::wrap(text, options) {
        let _ = writeln!(out, "{line}");
    }
    if kind != BlockKind::Item {
        out.push('\n');
    }
    out
}
