//! What an input is: told by its first bytes, its name, and what HTTP says of it.

use crate::unpack::AHEAD;
use crate::{Hint, charset};

/// How an input is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Html,
    Json(Layout),
    Text,
}

/// How JSON records follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One a line: a broken one does not hide the next.
    Lines,
    /// One after the other, or in one array, over as many lines as they like.
    Values,
}

/// Why an input cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Empty,
    Foreign(&'static str),
}

/// First bytes that no text begins with. A library would know more kinds, but takes a text that begins with
/// "BM" for a bitmap and one with "MZ" for a program.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"OggS", "a media file"),
    (b"ID3\x02", "a media file"),
    (b"ID3\x03", "a media file"),
    (b"ID3\x04", "a media file"),
    (b"\x1a\x45\xdf\xa3", "a media file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x1f\x8b", "a gzip archive within another"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"WARC/1.", "a WARC archive"),
];

/// The byte order mark of UTF-8, byte by byte.
const MARK: [char; 3] = ['\u{ef}', '\u{bb}', '\u{bf}'];

/// Tags that make a page.
const PAGE_STARTS: &[&str] = &["<!doctype html", "<html", "<head", "<body"];

/// Tags that a page has but no text about pages begins with.
const BLOCK_STARTS: &[&str] =
    &["<p>", "<p ", "<div", "<article", "<main", "<section", "<meta", "<title", "<h1", "<table", "<ul"];

/// What an input is. What it looks like goes before what others say of it.
pub(crate) fn of(start: &[u8], hint: &Hint) -> Result<Format, Unreadable> {
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(Unreadable::Foreign(what));
    }
    let seen = Glance::of(start);
    if seen.letters.is_empty() {
        return Err(Unreadable::Empty);
    }
    if seen.is_noise() {
        return Err(Unreadable::Foreign("binary data"));
    }
    let told = told(hint);
    Ok(match (seen.json(), told) {
        (_, Some(Format::Json(Layout::Lines))) => Format::Json(Layout::Lines),
        (Some(layout), _) | (None, Some(Format::Json(layout))) => Format::Json(layout),
        _ if seen.is_page() => Format::Html,
        (None, Some(told)) => told,
        _ if seen.is_fragment() => Format::Html,
        _ => Format::Text,
    })
}

/// What the name and the content type say.
fn told(hint: &Hint) -> Option<Format> {
    let media = hint.content_type.as_deref().unwrap_or_default().to_ascii_lowercase();
    match media.split(';').next().unwrap_or_default().trim() {
        "text/html" | "application/xhtml+xml" => return Some(Format::Html),
        "application/x-ndjson" | "application/jsonl" | "application/jsonlines" => {
            return Some(Format::Json(Layout::Lines));
        }
        "application/json" => return Some(Format::Json(Layout::Values)),
        _ => {}
    }
    let name = hint.name.as_deref()?.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    match name.rsplit_once('.')?.1 {
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "jsonl" | "ndjson" => Some(Format::Json(Layout::Lines)),
        "json" => Some(Format::Json(Layout::Values)),
        "txt" | "text" | "md" => Some(Format::Text),
        _ => None,
    }
}

/// A first look: the input's first bytes as lower-case letters, whatever their charset.
struct Glance {
    /// Without byte order mark and leading white space.
    letters: String,
    /// Control bytes that no text has.
    controls: usize,
    whole: bool,
}

impl Glance {
    fn of(start: &[u8]) -> Self {
        let seen = match charset::wide(start) {
            Some(charset) => charset.decode_with_bom_removal(start).0.to_lowercase(),
            None => start.iter().map(|b| char::from(b.to_ascii_lowercase())).collect(),
        };
        let controls = seen.chars().filter(|c| c.is_ascii_control() && !is_layout(*c)).count();
        let letters = seen.trim_start_matches(|c: char| c.is_whitespace() || c == '\0' || MARK.contains(&c));
        Self { letters: letters.to_owned(), controls, whole: start.len() < AHEAD }
    }

    /// Whether control bytes are too many for a text with a few slips.
    fn is_noise(&self) -> bool {
        self.controls * 20 > self.letters.len()
    }

    fn is_page(&self) -> bool {
        let head = prolog_skipped(&self.letters);
        PAGE_STARTS.iter().any(|tag| head.starts_with(tag))
    }

    /// Whether it begins with a tag and has blocks, or has many blocks.
    fn is_fragment(&self) -> bool {
        let head: String = self.letters.chars().take(4096).collect();
        let blocks = BLOCK_STARTS.iter().map(|tag| head.matches(tag).count()).sum::<usize>();
        blocks >= 3 && head.contains("</") || blocks >= 1 && prolog_skipped(&head).starts_with('<')
    }

    fn json(&self) -> Option<Layout> {
        let mut marks = self.letters.chars().filter(|c| !c.is_whitespace());
        match (marks.next()?, marks.next()) {
            ('{', Some('"' | '}')) => {}
            ('[', Some('{')) => return Some(Layout::Values),
            _ => return None,
        }
        let (first, rest) = self.letters.split_once('\n').unwrap_or((&self.letters, ""));
        let closed = first.trim_end().ends_with('}');
        let goes_on = rest.trim_start().is_empty() || rest.trim_start().starts_with('{');
        // A first line longer than the glance is a record a line, or all there is.
        let endless = !self.whole && rest.is_empty();
        Some(if closed && goes_on || endless { Layout::Lines } else { Layout::Values })
    }
}

/// White space that texts use, and the zero bytes that some are padded with.
fn is_layout(c: char) -> bool {
    matches!(c, '\0' | '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\x1b')
}

/// What follows an XML declaration and comments.
fn prolog_skipped(mut head: &str) -> &str {
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->"), ("<!--", "-->")] {
        if head.starts_with(open) {
            head = head.split_once(close).map_or("", |(_, rest)| rest).trim_start();
        }
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(start: &str, name: &str, content_type: &str, expected: Format) {
        let hint = Hint { name: Some(name.to_owned()), content_type: Some(content_type.to_owned()) };
        assert_eq!(of(start.as_bytes(), &hint), Ok(expected), "{start:?} {name} {content_type}");
    }

    #[test]
    fn an_input_is_what_it_looks_like() {
        for (start, expected) in [
            ("<!DOCTYPE html><html><p>Die Brücke ist zu.", Format::Html),
            ("\u{feff} <?xml version=\"1.0\"?><!-- a --><html>", Format::Html),
            ("<p>Die Brücke ist zu.</p>", Format::Html),
            ("Brücke<div>zu</div><p>Sie</p><p>ist alt", Format::Html),
            ("<Pause> Die Brücke ist zu.", Format::Text),
            ("Das Zeichen <p> beginnt einen Absatz.", Format::Text),
            ("{\"text\": \"a\"}", Format::Json(Layout::Lines)),
            ("{\"text\": \"a\"}\n{\"text\": \"b\"}", Format::Json(Layout::Lines)),
            ("{\n\"text\": \"a\"\n}", Format::Json(Layout::Values)),
            (" [ {\"text\": \"a\"}]", Format::Json(Layout::Values)),
            ("[Kessen] Die Brücke ist zu.", Format::Text),
            ("{Kessen} Die Brücke ist zu.", Format::Text),
        ] {
            check(start, "", "", expected);
        }
    }

    #[test]
    fn names_and_content_types_say_what_looks_leave_open() {
        check("Die Brücke ist zu.", "a.HTML", "", Format::Html);
        check("Die Brücke ist zu.", "a.html.gz", "", Format::Html);
        check("Die Brücke ist zu.", "a", "text/html; charset=utf-8", Format::Html);
        check("Die Brücke ist zu.", "a.v2.txt", "", Format::Text);
        check("{\n\"text\": 1}", "a.jsonl", "", Format::Json(Layout::Lines));
        check("oops", "a.json", "", Format::Json(Layout::Values));
        check("<!doctype html>", "a.txt", "text/plain", Format::Html);
    }
}
