//! The top of a plain text: its title, the date and the author under it, the date of its dateline.

use std::borrow::Cow;

use lagebild_knowledge::{language, languages};
use lagebild_schema::Moment;

use super::units::Unit;
use crate::dates::prose;

/// How many lines the top of a text has at most.
pub(super) const LINES: usize = 8;

/// Characters that a title has at most.
const TITLE_CHARS: usize = 200;

/// Characters that a line with date or author has at most.
const HEADER_CHARS: usize = 120;

/// Bytes before the dash of a dateline.
const DATELINE_BYTES: usize = 90;

/// What the top of a text tells.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Which unit is the title.
    pub(super) title: Option<usize>,
    pub(super) byline: Vec<String>,
    pub(super) published: Option<Moment>,
    /// Which unit begins the body.
    pub(super) body: usize,
}

/// Reads the top of a text.
pub(super) fn of(units: &[Unit]) -> Head {
    let mut head = Head::default();
    for (at, unit) in units.iter().enumerate().take(LINES) {
        let header = if at == 0 { Header::date(&unit.text) } else { Header::of(&unit.text) };
        if let Some(header) = header {
            head.published = head.published.or(header.published);
            head.byline.extend(header.byline);
        } else if head.title.is_none() && is_title(units, at) {
            head.title = Some(at);
        } else {
            break;
        }
        head.body = at + 1;
    }
    if head.body == units.len() {
        head.body = head.title.map_or(0, |title| title + 1);
    }
    let first = units.get(head.body);
    head.published = head.published.or_else(|| prose::within(dateline(&first?.text)?));
    head
}

/// Whether a line holds nothing but a date or an author.
pub(super) fn is_header(line: &str) -> bool {
    Header::of(line).is_some()
}

/// A short unit that ends no sentence, with an empty line or clearly longer text after it; before a dateline,
/// any short unit.
fn is_title(units: &[Unit], at: usize) -> bool {
    let unit = &units[at];
    let Some(next) = units.get(at + 1) else { return false };
    let fits = !unit.is_item() && unit.chars() <= TITLE_CHARS && unit.begins_like_a_title();
    let asks = unit.text.ends_with(['?', '!', '…']) || unit.text.ends_with("...");
    let above = next.after_gap || is_header(&next.text) || next.chars() >= 2 * unit.chars();
    unit.marked_heading
        || fits && above && (asks || unit.ends_openly() || dateline(&next.text).is_some_and(is_marked))
}

/// A line with date and author.
#[derive(Debug, Default)]
struct Header {
    published: Option<Moment>,
    byline: Vec<String>,
}

impl Header {
    /// Reads a line all of whose parts are dates or authors.
    fn of(line: &str) -> Option<Self> {
        if line.chars().nth(HEADER_CHARS).is_some() {
            return None;
        }
        if let Some(header) = Self::date(line) {
            return Some(header);
        }
        let mut header = Self::default();
        for part in line.split(['|', '·', '•', '–', '—']) {
            match prose::whole(part) {
                Some(date) => header.published = header.published.or(Some(date)),
                None => header.author(part)?,
            }
        }
        Some(header)
    }

    /// Reads a line that is a date.
    fn date(line: &str) -> Option<Self> {
        let published = Some(prose::whole(line)?);
        Some(Self { published, ..Self::default() })
    }

    /// Reads "By Ann Example", also with a date after a comma.
    fn author(&mut self, part: &str) -> Option<()> {
        let mut part = part.trim();
        for (at, _) in part.match_indices(',') {
            if let Some(date) = prose::whole(&part[at + 1..]) {
                self.published = self.published.or(Some(date));
                part = &part[..at];
                break;
            }
        }
        self.byline.extend(authors(part)?);
        Some(())
    }
}

/// The names after "By", "Von" and the like.
fn authors(line: &str) -> Option<Vec<String>> {
    languages().find_map(|code| {
        let words = &language(code).masthead;
        let (first, rest) = line.split_once(char::is_whitespace)?;
        let by = first.trim_end_matches(':').to_lowercase();
        if !first.starts_with(char::is_uppercase) || !words.by.contains(&by) {
            return None;
        }
        let mut names = Cow::Borrowed(rest);
        for and in &words.and {
            names = Cow::Owned(names.replace(&format!(" {and} "), ","));
        }
        let names: Vec<String> =
            names.split([',', '&', ';', '/']).map(|name| name.trim().to_owned()).collect();
        names.iter().all(|name| is_name(name)).then_some(names)
    })
}

/// One to five words; the first and the last begin with capitals.
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: Option<&&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    (1..=5).contains(&words.len())
        && capital(words.first())
        && capital(words.last())
        && !name.contains(|c: char| c.is_numeric() || "!?:\"“”„»«".contains(c))
        && !(name.ends_with('.') && words.last().is_some_and(|word| word.chars().count() > 3))
}

/// The dateline of a paragraph: "KESSEN, 16. Juni 2024 (NDA)" before a dash.
fn dateline(paragraph: &str) -> Option<&str> {
    let start = &paragraph[..paragraph.floor_char_boundary(DATELINE_BYTES)];
    let dash = [" - ", " – ", " — ", " ― ", " -- "].iter().filter_map(|dash| start.find(dash)).min()?;
    Some(&start[..dash])
}

/// Whether a dateline is certain: its place stands in capitals, or an agency behind it in parentheses.
fn is_marked(dateline: &str) -> bool {
    let place = dateline.split([' ', ',']).next().unwrap_or_default();
    let capitals = place.chars().count() > 2 && place.chars().all(char::is_uppercase);
    capitals || dateline.ends_with(')')
}
