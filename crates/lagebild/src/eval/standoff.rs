//! Reads brat's standoff annotation: spans of a text with labels, and events that put spans together.

use anyhow::{Context as _, Result};
use lagebild_schema::{CodePoints, Span};

/// What a file says of its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Standoff {
    /// Text-bound annotations in the order of the file.
    pub(crate) spans: Vec<Labelled>,
    /// Events: their roles with the name of the annotation that fills each.
    pub(crate) events: Vec<Vec<(String, String)>>,
}

/// A labelled piece of the text, or several pieces.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Labelled {
    /// Its name in the file.
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) pieces: Vec<Span>,
}

impl Standoff {
    /// The pieces of the annotation of this name.
    pub(crate) fn pieces(&self, name: &str) -> &[Span] {
        self.spans.iter().find(|span| span.name == name).map_or(&[], |span| &span.pieces)
    }
}

/// Reads the annotation of `text`.
pub(crate) fn read(annotation: &str, text: &str) -> Result<Standoff> {
    let points = CodePoints::new(text);
    let mut standoff = Standoff::default();
    for line in annotation.lines() {
        let mut cells = line.split('\t');
        let (Some(name), Some(content)) = (cells.next(), cells.next()) else { continue };
        if name.starts_with('T') {
            let failed = || format!("no annotation of this text: '{line}'");
            standoff.spans.push(labelled(name, content, &points).with_context(failed)?);
        } else if name.starts_with('E') {
            let roles = content.split(' ').filter_map(|role| role.split_once(':'));
            standoff.events.push(roles.map(|(role, filler)| (role.to_owned(), filler.to_owned())).collect());
        }
    }
    Ok(standoff)
}

/// "Label 12 18;20 24": offsets in code points.
fn labelled(name: &str, content: &str, points: &CodePoints<'_>) -> Option<Labelled> {
    let (label, extents) = content.split_once(' ')?;
    let piece = |extent: &str| {
        let (start, end) = extent.split_once(' ')?;
        let (start, end) = (points.to_byte(start.parse().ok()?)?, points.to_byte(end.parse().ok()?)?);
        Some(Span::new(start, end))
    };
    let mut pieces = extents.split(';').map(piece).collect::<Option<Vec<Span>>>()?;
    pieces.sort_unstable();
    Some(Labelled { name: name.to_owned(), label: label.to_owned(), pieces })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_bytes_and_pieces_stand_in_text_order() {
        let text = "Größer, sagte Ada, werde es.";
        let annotation = "T1\tContent 19 27;0 6\twerde es Größer\nT2\tSource 14 17\tAda\n\
                          E1\tAttribution:T9 Content:T1 Source:T2\n#1\tNote T1\tx\n";
        let standoff = read(annotation, text).unwrap();
        let shown: Vec<&str> = standoff.pieces("T1").iter().map(|piece| piece.of(text)).collect();
        assert_eq!(shown, ["Größer", "werde es"]);
        assert_eq!(standoff.events[0][2], ("Source".to_owned(), "T2".to_owned()));
        assert!(standoff.pieces("T9").is_empty());
        assert!(read("T1\tSource 14 99\tAda", text).is_err());
    }
}
