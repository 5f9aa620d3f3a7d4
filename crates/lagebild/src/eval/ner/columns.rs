//! Reads names from columns: a word and its tag a line, sentences set apart by empty lines.

use std::ops::Range;
use std::path::Path;

use anyhow::Result;

use super::labels::Label;
use super::{Document, GoldName, Source};
use crate::eval::files;
use crate::eval::text::Text;

/// What stands in which column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// What stands between columns; any white space if `None`.
    pub(super) separator: Option<char>,
    pub(super) word: usize,
    pub(super) tag: usize,
    /// Whether a number sign begins a comment: in tweets it does not.
    pub(super) comments: bool,
    /// What becomes of the corpus's labels.
    pub(super) label: fn(&str) -> Label,
}

/// The texts of a file. Where none are marked each sentence is one.
pub(super) fn read(path: &Path, layout: &Layout) -> Result<Vec<Document>> {
    Ok(parse(&files::read(path)?, layout))
}

fn parse(content: &str, layout: &Layout) -> Vec<Document> {
    let begins =
        |line: &str| line.starts_with("-DOCSTART-") || layout.comments && line.starts_with("# newdoc");
    let are_marked = content.lines().any(begins);
    let mut documents = Vec::new();
    let mut open = (Text::default(), Vec::new());
    let mut rows: Vec<(&str, &str)> = Vec::new();
    for line in content.lines().chain([""]) {
        if begins(line) || line.trim().is_empty() {
            push(std::mem::take(&mut rows), layout, &mut open);
            if begins(line) || !are_marked {
                close(&mut open, &mut documents);
            }
        } else if !(layout.comments && line.starts_with('#')) {
            rows.extend(cells(line, layout));
        }
    }
    close(&mut open, &mut documents);
    documents
}

/// The word and the tag of a line.
fn cells<'l>(line: &'l str, layout: &Layout) -> Option<(&'l str, &'l str)> {
    let cells: Vec<&str> = match layout.separator {
        Some(separator) => line.split(separator).map(str::trim).collect(),
        None => line.split_whitespace().collect(),
    };
    let word = cells.get(layout.word).filter(|word| !word.is_empty())?;
    Some((word, cells.get(layout.tag)?))
}

/// Adds a sentence with its names to the text that is being read.
fn push(rows: Vec<(&str, &str)>, layout: &Layout, (text, names): &mut (Text, Vec<GoldName>)) {
    let first = text.len();
    let tags: Vec<&str> = rows.iter().map(|(_, tag)| *tag).collect();
    names.extend(tagged(&tags).into_iter().filter_map(|(place, label)| {
        GoldName::new(first + place.start..first + place.end, (layout.label)(label))
    }));
    text.push_words(rows.into_iter().map(|(word, _)| word.to_owned()).collect());
}

fn close(open: &mut (Text, Vec<GoldName>), documents: &mut Vec<Document>) {
    let (text, names) = std::mem::take(open);
    if text.len() > 0 {
        documents.push(Document { source: Source::Words(text), names });
    }
}

/// The runs that tags mark: "B-ORG I-ORG", "I-ORG I-ORG", or "ORG ORG".
fn tagged<'t>(tags: &[&'t str]) -> Vec<(Range<usize>, &'t str)> {
    let mut runs: Vec<(Range<usize>, &str)> = Vec::new();
    for (at, tag) in tags.iter().enumerate().filter(|(_, tag)| **tag != "O") {
        let (position, label) = match tag.split_once('-') {
            Some((position @ ("B" | "I"), label)) => (position, label),
            _ => ("I", *tag),
        };
        match runs.last_mut() {
            Some((run, open)) if position == "I" && run.end == at && *open == label => run.end = at + 1,
            _ => runs.push((at..at + 1, label)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::ner::labels;

    const LAYOUT: Layout =
        Layout { separator: Some('\t'), word: 0, tag: 1, comments: false, label: labels::common };

    /// Texts are as in "Ada lives in Oslo | Person Ada | Location Oslo".
    fn check(content: &str, layout: Layout, expected: &[&str]) {
        let show = |document: Document| {
            let Source::Words(text) = &document.source else { panic!("no words: {document:?}") };
            let mut shown = vec![text.show(0..text.len())];
            for GoldName { place, kind } in document.names {
                let kind = kind.map_or("unsure".to_owned(), |kind| format!("{kind:?}"));
                shown.push(format!("{kind} {}", text.show(place)));
            }
            shown.join(" | ")
        };
        let shown: Vec<String> = parse(content, &layout).into_iter().map(show).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn runs_of_tags_are_names_with_and_without_beginnings() {
        let bio = "Ada\tB-PER\nMuster\tI-PER\nBo\tB-PER\nsang\tO\n\nOslo\tB-LOCderiv\n";
        check(bio, LAYOUT, &["Ada Muster Bo sang | Person Ada Muster | Person Bo", "Oslo"]);
        let io = "Ada\tPER\nMuster\tPER\nsang\tO\n#x\tO\n";
        check(io, LAYOUT, &["Ada Muster sang #x | Person Ada Muster"]);
        let by_spaces = Layout { separator: None, ..LAYOUT };
        let mixed = "Ada I-PER\nOslo I-LOC\nCup I-MISC\n";
        check(mixed, by_spaces, &["Ada Oslo Cup | Person Ada | Location Oslo | unsure Cup"]);
    }

    #[test]
    fn marked_texts_keep_their_sentences_together() {
        let marked = "-DOCSTART-\tO\n\nAda\tB-PER\n\nOslo\tB-LOC\n\n-DOCSTART-\tO\n\nBo\tB-PER\n";
        check(marked, LAYOUT, &["Ada Oslo | Person Ada | Location Oslo", "Bo | Person Bo"]);
        let numbered = "# newdoc id = a\n# text = Ada\n1\tAda\tB-PER\n\n#\tb\n1\tBo\tO\n";
        let layout = Layout { word: 1, tag: 2, comments: true, ..LAYOUT };
        check(numbered, layout, &["Ada Bo | Person Ada"]);
    }
}
