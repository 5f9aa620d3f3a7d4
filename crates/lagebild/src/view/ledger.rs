//! The ledger below the text: who · act · what · when, then times, numbers, and what does not add up.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};
use lagebild_schema::{Act, Bound, Certainty, Claim, Quantity, Reading, Source, Span, Unread};

use super::style::{BOLD, CUE, DIM, FINDING, Paint as _, QUANTITY, SOURCE, TIME};

/// Longest content shown in a cell; the whole stands marked in the text above.
const LONGEST: usize = 240;

/// Who says what.
pub(crate) fn claims(reading: &Reading, width: usize) -> String {
    let text = &reading.report.text;
    let rows = reading.claims.iter().map(|claim| {
        let when = claim.times.iter().filter_map(|id| reading.times.get(id.index()));
        let when: Vec<String> = when.map(|time| format!("{} = {}", time.span.of(text), time.value)).collect();
        [
            who(claim, text).paint(SOURCE),
            act(claim).paint(CUE),
            shortened(&joined(&claim.content, text)),
            when.join("\n").paint(TIME),
        ]
    });
    section(
        "who says what",
        ["who", "act", "what", "when"],
        &[Some(27), Some(12), None, Some(23)],
        rows,
        width,
    )
}

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
    section("times", ["in the text", "value", "from", "until"], &[], rows, width)
}

/// How many.
pub(crate) fn quantities(reading: &Reading, width: usize) -> String {
    let rows = reading.quantities.iter().map(|quantity| {
        let exact = quantity.span.of(&reading.report.text);
        let counted = quantity.counted.clone().unwrap_or_default();
        [exact.paint(QUANTITY), number(quantity), quantity.unit.clone().unwrap_or_default(), counted]
    });
    section("numbers", ["in the text", "value", "unit", "of what"], &[], rows, width)
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

/// A table under a heading; nothing where there are no rows. `shares` bounds columns to a share of the width, in
/// percent.
fn section<const N: usize>(
    heading: &str,
    columns: [&str; N],
    shares: &[Option<u16>],
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
    for (column, share) in table.column_iter_mut().zip(shares) {
        if let Some(share) = *share {
            column.set_constraint(ColumnConstraint::UpperBoundary(Width::Percentage(share)));
        }
    }
    if table.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}\n", heading.to_uppercase().paint(BOLD), table.trim_fmt())
}

/// A list under a heading; nothing where there are no lines.
fn listed(heading: &str, lines: impl Iterator<Item = String>, width: usize) -> String {
    let options = textwrap::Options::new(width).initial_indent(" • ").subsequent_indent("   ");
    let lines: Vec<String> = lines.map(|line| textwrap::fill(&line, &options)).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}\n", heading.to_uppercase().paint(BOLD), lines.join("\n"))
}

/// The sources with whom they cite, and to whom they spoke.
fn who(claim: &Claim, text: &str) -> String {
    let mut sources: Vec<String> = claim.sources.iter().map(|source| chain(source, text)).collect();
    if sources.is_empty() {
        sources.push("(nobody named)".to_owned());
    }
    let to = claim.addressee.iter().map(|addressee| format!("to {}", joined(&addressee.spans, text)));
    sources.extend(to);
    sources.join("\n")
}

/// A source and, behind arrows, whom it relies on.
fn chain(source: &Source, text: &str) -> String {
    let name = joined(&source.spans, text);
    let cited: Vec<String> = source.citing.iter().map(|cited| chain(cited, text)).collect();
    if cited.is_empty() { name } else { format!("{name} ← {}", cited.join(", ")) }
}

/// What the source does, with its certainty where it hedges.
fn act(claim: &Claim) -> String {
    let act = match claim.act {
        Act::State => "states",
        Act::Confirm => "confirms",
        Act::Deny => "denies",
        Act::Decline => "declines",
        Act::Announce => "announces",
        Act::Demand => "demands",
        Act::Propose => "proposes",
        Act::Promise => "promises",
        Act::Warn => "warns",
        Act::Accuse => "accuses",
        Act::Endorse => "endorses",
        Act::Reject => "rejects",
        Act::Predict => "predicts",
        Act::Believe => "believes",
        Act::Ask => "asks",
    };
    match claim.certainty {
        Certainty::Certain => act.to_owned(),
        Certainty::Probable => format!("{act}\n(probable)"),
        Certainty::Possible => format!("{act}\n(possible)"),
        Certainty::Open => format!("{act}\n(open)"),
    }
}

/// A quantity's number with its bound, in signs.
fn number(quantity: &Quantity) -> String {
    let value = quantity.value.map_or_else(|| "?".to_owned(), |amount| amount.to_string());
    match (quantity.bound, quantity.high) {
        (Bound::Range, Some(high)) => format!("{value}–{high}"),
        (Bound::AtLeast, _) => format!("≥ {value}"),
        (Bound::AtMost, _) => format!("≤ {value}"),
        (Bound::About | Bound::Vague, _) => format!("≈ {value}"),
        (Bound::Exact | Bound::Range, _) => value,
    }
}

/// The pieces of a span list, with dots where the text goes on between them.
fn joined(spans: &[Span], text: &str) -> String {
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ")
}

/// At most [`LONGEST`] characters, cut at a word.
fn shortened(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let head = &text[..cut];
    format!("{} …", head.rsplit_once(' ').map_or(head, |(words, _)| words))
}
