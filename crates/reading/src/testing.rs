//! Readings of invented texts, for the tests of every question.

use lagebild_schema::{Block, BlockKind, Reading, Report, Span};

/// A report of one paragraph a line, or one list item where the line begins with a dash.
pub(crate) fn report(lang: &str, text: &str) -> Report {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let kind = if line.starts_with("- ") { BlockKind::Item } else { BlockKind::Paragraph };
        blocks.push(Block { kind, span: Span::new(start, start + line.len()) });
        start += line.len() + 1;
    }
    Report {
        id: String::new(),
        address: None,
        url: None,
        outlet: None,
        title: None,
        byline: Vec::new(),
        agencies: Vec::new(),
        published: None,
        modified: None,
        lang: lang.to_owned(),
        text: text.to_owned(),
        blocks,
    }
}

/// The reading of a report of one paragraph a line.
pub(crate) fn read_text(lang: &str, text: &str) -> Reading {
    crate::read(report(lang, text), Vec::new())
}
