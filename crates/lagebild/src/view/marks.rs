//! The report's text with what was understood of it marked.

use std::fmt::Write as _;

use anstyle::Style;
use lagebild_schema::{Block, BlockKind, Reading, Source, Span};

use super::paragraph;
use super::style::{BOLD, CONTENT, CUE, DIM, FINDING, Paint as _, QUANTITY, SOURCE, TIME};

/// A stretch of the text and the style that marks it. Later marks lie over earlier ones.
type Mark = (Span, Style);

/// The text, marked, and the key to its marks.
pub(crate) fn text(reading: &Reading, width: usize) -> String {
    let report = &reading.report;
    let styles = layers(&report.text, &marks(reading));
    let mut out = String::new();
    for block in &report.blocks {
        out.push_str(&paragraph(block.kind, &styled(&report.text, block, |at| styles[at]), width));
    }
    let _ = writeln!(out, "{} {}", "marked:".paint(DIM), key());
    out
}

fn key() -> String {
    let keys = [
        ("source", SOURCE),
        ("cue", CUE),
        ("what is said", CONTENT),
        ("time", TIME),
        ("number", QUANTITY),
        ("does not add up", FINDING),
    ];
    keys.map(|(name, style)| name.paint(style)).join(" · ")
}

/// All marks, from the lowest layer to the highest.
fn marks(reading: &Reading) -> Vec<Mark> {
    let mut marks = Vec::new();
    let claims = &reading.claims;
    marks.extend(claims.iter().flat_map(|claim| &claim.content).map(|span| (*span, CONTENT)));
    marks.extend(claims.iter().flat_map(|claim| &claim.cue).map(|span| (*span, CUE)));
    for claim in claims {
        claim.sources.iter().for_each(|source| mark_source(source, &mut marks));
    }
    marks.extend(reading.quantities.iter().map(|quantity| (quantity.span, QUANTITY)));
    marks.extend(reading.times.iter().map(|time| (time.span, TIME)));
    marks.extend(reading.findings.iter().flat_map(|finding| &finding.spans).map(|span| (*span, FINDING)));
    marks
}

fn mark_source(source: &Source, marks: &mut Vec<Mark>) {
    marks.extend(source.spans.iter().map(|span| (*span, SOURCE)));
    source.citing.iter().for_each(|cited| mark_source(cited, marks));
}

/// The style of every byte of the text.
fn layers(text: &str, marks: &[Mark]) -> Vec<Option<Style>> {
    let mut styles = vec![None; text.len()];
    for (span, style) in marks {
        styles[span.start..span.end].fill(Some(*style));
    }
    styles
}

/// The words of a block in the style that its kind alone gives them.
pub(crate) fn unmarked(text: &str, block: &Block) -> String {
    styled(text, block, |_| None)
}

/// The words of a block, each in the style of its mark or of the block, so that no style runs over the end of a line.
fn styled(text: &str, block: &Block, mark: impl Fn(usize) -> Option<Style>) -> String {
    let strong = matches!(block.kind, BlockKind::Title | BlockKind::Heading | BlockKind::Lead);
    let style = |at| mark(at).or(strong.then_some(BOLD));
    let Span { start, end } = block.span;
    let mut out = String::new();
    let mut run = start;
    for (at, c) in block.span.of(text).char_indices().map(|(at, c)| (start + at, c)) {
        if style(at) != style(run) || c.is_whitespace() {
            push(&mut out, &text[run..at], style(run));
            run = at;
        }
        if c.is_whitespace() {
            out.push(c);
            run = at + c.len_utf8();
        }
    }
    if run < end {
        push(&mut out, &text[run..end], style(run));
    }
    out
}

fn push(out: &mut String, word: &str, style: Option<Style>) {
    match style {
        Some(style) if !word.is_empty() => out.push_str(&word.paint(style)),
        _ => out.push_str(word),
    }
}
