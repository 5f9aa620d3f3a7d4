//! Plain text: title, paragraphs, headings, list items, and what stands between title and body.

mod head;
mod lines;
mod units;

use lagebild_schema::BlockKind;

use crate::Draft;
use units::{Unit, units};

/// Characters that a heading has at most.
const HEADING_CHARS: usize = 80;

/// Reads a plain text.
pub(crate) fn read(text: &str) -> Draft {
    let units = units(text);
    let head = head::of(&units);
    let mut draft = Draft { byline: head.byline, published: head.published, ..Draft::default() };
    if let Some(title) = head.title {
        draft.blocks.push((BlockKind::Title, units[title].text.clone()));
    }
    draft.blocks.extend(blocks(units.into_iter().skip(head.body).collect()));
    draft
}

fn blocks(units: Vec<Unit>) -> Vec<(BlockKind, String)> {
    let kinds: Vec<BlockKind> = (0..units.len()).map(|at| kind(&units, at)).collect();
    kinds.into_iter().zip(units).map(|(kind, unit)| (kind, unit.text)).collect()
}

fn kind(units: &[Unit], at: usize) -> BlockKind {
    let unit = &units[at];
    let before = at.checked_sub(1).and_then(|before| units.get(before));
    if unit.is_item() {
        BlockKind::Item
    } else if unit.marked_heading || is_heading(before, unit, units.get(at + 1)) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// A short line that ends no sentence, with longer text under it and empty lines, or the end of a sentence,
/// before it.
fn is_heading(before: Option<&Unit>, unit: &Unit, after: Option<&Unit>) -> bool {
    let Some(after) = after else { return false };
    let stands_apart = unit.after_gap && after.after_gap
        || before.is_some_and(Unit::ends_sentence) && after.chars() > 2 * unit.chars();
    unit.chars() <= HEADING_CHARS
        && unit.begins_like_a_title()
        && unit.ends_openly()
        && !after.is_item()
        && after.chars() > unit.chars()
        && stands_apart
}
