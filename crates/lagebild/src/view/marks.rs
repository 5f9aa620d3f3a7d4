//! The report's text with what was understood of it marked.
//!
//! Where the content of a claim begins stands its number in small digits, the same as in the ledger.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anstyle::Style;
use lagebild_schema::{Block, BlockKind, Reading, Source, Span};

use super::paragraph;
use super::style::{BOLD, CONTENT, CUE, DIM, FINDING, Paint as _, QUANTITY, SOURCE, TIME};

/// A stretch of the text and the style that marks it. Later marks lie over earlier ones.
type Mark = (Span, Style);

/// What is written small before a byte of the text.
type Notes = BTreeMap<usize, String>;

/// The text, marked, and the key to its marks.
pub(crate) fn text(reading: &Reading, width: usize) -> String {
    let report = &reading.report;
    let styles = layers(&report.text, &marks(reading));
    let notes = numbers(reading);
    let mut out = String::new();
    for block in &report.blocks {
        out.push_str(&paragraph(block.kind, &styled(&report.text, block, |at| styles[at], &notes), width));
    }
    let _ = writeln!(out, "{}", textwrap::fill(&key(), width));
    out
}

/// What the marks mean.
fn key() -> String {
    let keys = [
        ("¹ claim", DIM),
        ("source", SOURCE),
        ("cue", CUE),
        ("what is said", CONTENT),
        ("time", TIME),
        ("number", QUANTITY),
        ("does not add up", FINDING),
    ];
    let keys = keys.map(|(name, style)| name.paint_words(style)).join(" · ");
    format!("{} {keys}", "marked:".paint(DIM))
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

/// The claims' numbers, each where its content begins.
fn numbers(reading: &Reading) -> Notes {
    let mut notes = Notes::new();
    for (index, claim) in reading.claims.iter().enumerate() {
        if let Some(first) = claim.content.iter().find(|span| !span.of(&reading.report.text).is_empty()) {
            let note = notes.entry(first.start).or_default();
            if !note.is_empty() {
                note.push('·');
            }
            note.push_str(&small(index + 1));
        }
    }
    notes
}

/// A number in superscript digits.
fn small(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

/// The style of every byte of the text. Marks outside it mark nothing.
fn layers(text: &str, marks: &[Mark]) -> Vec<Option<Style>> {
    let mut styles = vec![None; text.len()];
    for (span, style) in marks {
        styles.get_mut(span.start..span.end).unwrap_or_default().fill(Some(*style));
    }
    styles
}

/// The words of a block in the style that its kind alone gives them.
pub(crate) fn unmarked(text: &str, block: &Block) -> String {
    styled(text, block, |_| None, &Notes::new())
}

/// The words of a block, each in the style of its mark or of the block, so that no style runs over the end of a line,
/// and with its notes.
fn styled(text: &str, block: &Block, mark: impl Fn(usize) -> Option<Style>, notes: &Notes) -> String {
    let strong = matches!(block.kind, BlockKind::Title | BlockKind::Heading | BlockKind::Lead);
    let style = |at| mark(at).or(strong.then_some(BOLD));
    let (start, words) = (block.span.start, block.span.of(text));
    let mut out = String::new();
    let mut run = start;
    for (at, c) in words.char_indices().map(|(at, c)| (start + at, c)) {
        let note = notes.get(&at);
        if style(at) != style(run) || c.is_whitespace() || note.is_some() {
            push(&mut out, &text[run..at], style(run));
            run = at;
        }
        out.extend(note.map(|note| note.paint(DIM)));
        if c.is_whitespace() {
            out.push(c);
            run = at + c.len_utf8();
        }
    }
    let end = start + words.len();
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

#[cfg(test)]
mod tests {
    use lagebild_schema::{Act, Claim};

    use super::super::style::plain;
    use super::super::testing::{claim, reading_of, span};
    use super::*;

    const TEXT: &str = "Sie warnte, der Hafen werde gesperrt, und nannte das „untragbar“.";

    fn written(claims: Vec<Claim>) -> String {
        plain(&text(&reading_of(TEXT, Vec::new(), claims), 100))
    }

    #[test]
    fn the_number_of_a_claim_stands_where_it_begins() {
        let claims = vec![
            claim(TEXT, Act::Warn, "der Hafen werde gesperrt"),
            claim(TEXT, Act::Accuse, "das „untragbar“"),
        ];
        let expected = "Sie warnte, ¹der Hafen werde gesperrt, und nannte ²das „untragbar“.\n";
        assert!(written(claims).starts_with(expected));
    }

    #[test]
    fn claims_that_begin_together_share_the_place() {
        let whole = claim(TEXT, Act::Warn, "der Hafen werde gesperrt");
        let inner = claim(TEXT, Act::State, "der Hafen");
        assert!(written(vec![whole, inner]).contains("warnte, ¹·²der Hafen"));
    }

    #[test]
    fn the_number_is_dimmed_and_the_words_keep_their_style() {
        let reading = reading_of(TEXT, Vec::new(), vec![claim(TEXT, Act::Warn, "der Hafen")]);
        let marked = format!("{}{} {}", "¹".paint(DIM), "der".paint(CONTENT), "Hafen".paint(CONTENT));
        assert!(text(&reading, 100).contains(&marked));
    }

    #[test]
    fn a_large_number_is_small_too() {
        assert_eq!(small(10_234), "¹⁰²³⁴");
    }

    #[test]
    fn marks_and_blocks_outside_the_text_are_left_out() {
        let odd = vec![Span::new(7, 3), Span::new(9_000, 9_001)];
        let odd = Claim { content: odd.clone(), cue: odd, ..claim(TEXT, Act::Warn, "Sie") };
        let late = Claim { content: vec![Span::new(5, 5), span(TEXT, "das")], ..odd.clone() };
        let mut reading = reading_of(TEXT, Vec::new(), vec![odd, late]);
        reading.report.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(60, 9_000) });
        assert!(plain(&text(&reading, 100)).contains("nannte ²das „untragbar“."));
    }
}
