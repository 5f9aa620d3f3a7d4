//! The rest of the ledger below the text: times, numbers, what does not add up, and what was not read.

use comfy_table::{Cell, ContentArrangement, Table, presets};
use lagebild_schema::{Bound, Quantity, Reading, Span, Unread};

use super::style::{BOLD, DIM, FINDING, Paint as _, QUANTITY, TIME};

/// Longest content shown in a cell; the whole stands marked in the text above.
const LONGEST: usize = 240;

/// When.
pub(crate) fn times(reading: &Reading, width: usize) -> String {
    let rows = reading.times.iter().map(|time| {
        let exact = time.span.of(&reading.report.text);
        let value =
            [Some(time.value.clone()), time.modifier.clone()].into_iter().flatten().collect::<Vec<_>>();
        let ends =
            [time.from, time.until].map(|end| end.map(|moment| moment.to_string()).unwrap_or_default());
        let [from, until] = ends;
        [exact.paint(TIME), value.join(" "), from, until]
    });
    section("times", ["in the text", "value", "from", "until"], rows, width)
}

/// How many.
pub(crate) fn quantities(reading: &Reading, width: usize) -> String {
    let rows = reading.quantities.iter().map(|quantity| {
        let exact = quantity.span.of(&reading.report.text);
        let counted = quantity.counted.clone().unwrap_or_default();
        [exact.paint(QUANTITY), number(quantity), quantity.unit.clone().unwrap_or_default(), counted]
    });
    section("numbers", ["in the text", "value", "unit", "of what"], rows, width)
}

/// What does not add up.
pub(crate) fn findings(reading: &Reading, width: usize) -> String {
    let lines = reading.findings.iter().map(|finding| {
        let where_it_stands = joined(&finding.spans, &reading.report.text);
        format!("{} ({})", finding.message.paint(FINDING), where_it_stands)
    });
    listed("does not add up", lines, width)
}

/// What was not understood.
pub(crate) fn unread(text: &str, unread: &[Unread], width: usize) -> String {
    let lines = unread.iter().map(|unread| {
        let exact = shortened(unread.span.of(text));
        if exact.is_empty() { unread.reason.clone() } else { format!("{}: {exact}", unread.reason) }
    });
    listed("not read", lines, width)
}

/// A table under a heading; nothing where there are no rows.
fn section<const N: usize>(
    heading: &str,
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
    width: usize,
) -> String {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    table.set_header(columns.map(|column| Cell::new(column.paint(DIM))));
    for row in rows {
        table.add_row(row.map(Cell::new));
    }
    if table.is_empty() {
        return String::new();
    }
    headed(heading, &format!("{}\n", table.trim_fmt()))
}

/// A list under a heading; nothing where there are no lines.
fn listed(heading: &str, lines: impl Iterator<Item = String>, width: usize) -> String {
    let options = textwrap::Options::new(width).initial_indent(" • ").subsequent_indent("   ");
    let lines: Vec<String> = lines.map(|line| textwrap::fill(&line, &options)).collect();
    if lines.is_empty() {
        return String::new();
    }
    headed(heading, &format!("{}\n", lines.join("\n")))
}

/// A part of the ledger under its heading; nothing where it is empty.
pub(super) fn headed(heading: &str, part: &str) -> String {
    if part.is_empty() {
        return String::new();
    }
    format!("\n{}\n{part}", heading.to_uppercase().paint(BOLD))
}

/// A quantity's number with its bound, in signs.
fn number(quantity: &Quantity) -> String {
    let Some(value) = quantity.value.map(|amount| amount.to_string()) else { return "vague".to_owned() };
    match (quantity.bound, quantity.high) {
        (Bound::Range, Some(high)) => format!("{value}–{high}"),
        (Bound::AtLeast, _) => format!("≥ {value}"),
        (Bound::AtMost, _) => format!("≤ {value}"),
        (Bound::About | Bound::Vague, _) => format!("≈ {value}"),
        (Bound::Exact | Bound::Range, _) => value,
    }
}

/// The pieces of a span list on one line, with dots where the text goes on between them.
pub(super) fn joined(spans: &[Span], text: &str) -> String {
    let pieces = spans.iter().map(|span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
    pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" … ")
}

/// At most [`LONGEST`] characters, cut at a word.
pub(super) fn shortened(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let head = &text[..cut];
    format!("{} …", head.rsplit_once(' ').map_or(head, |(words, _)| words))
}

#[cfg(test)]
mod tests {
    use super::super::testing::span;
    use super::*;

    #[test]
    fn pieces_of_a_sentence_stand_on_one_line_with_dots_between() {
        let text = "Die Fähre\nAurora, sagte sie, sei gesunken.";
        let pieces = [span(text, "Die Fähre\nAurora"), span(text, "sei gesunken"), Span::new(30, 20)];
        assert_eq!(joined(&pieces, text), "Die Fähre Aurora … sei gesunken");
    }

    #[test]
    fn a_long_speech_is_cut_at_a_word() {
        let speech = "Wir fahren ".repeat(40);
        let cut = shortened(&speech);
        assert!(cut.ends_with("Wir …") || cut.ends_with("fahren …"), "{cut}");
        assert!(cut.chars().count() <= LONGEST + 2);
        assert_eq!(shortened("Wir fahren"), "Wir fahren");
    }

    #[test]
    fn a_part_without_lines_has_no_heading() {
        assert_eq!(headed("times", ""), "");
        assert_eq!(listed("not read", std::iter::empty(), 80), "");
    }
}
