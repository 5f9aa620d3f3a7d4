//! Credit lines: the agencies whose material a report uses, as the report itself says.
//!
//! A report credits an agency in a line of its own ("dpa", "Outlet, dpa, AFP, xyz"), in brackets at the start or the
//! end ("Berlin (dpa) –", "(AFP/dpa)"), in its byline, or in a phrase ("mit Material von Reuters", "AP contributed
//! to this report"). An agency that a sentence merely quotes ("sagte er der dpa") is none of these.

use std::sync::OnceLock;

use lagebild_knowledge::credits::Credits;
use lagebild_knowledge::{Agencies, language, languages};
use lagebild_schema::BlockKind;

use crate::Draft;

/// A line of credits is short.
const MAX_LINE: usize = 160;
/// Characters before the bracket of a dateline ("Lauterbach am See, 4. Mai (dpa)").
const MAX_DATELINE: usize = 60;
/// Blocks at the start and the end of a report where credit lines stand.
const AT_START: usize = 3;
const AT_END: usize = 5;

/// Fills in a draft's agencies and takes them out of its byline, which is for people.
pub(crate) fn credit(draft: &mut Draft, table: &Agencies) {
    for name in credited(&draft.blocks, &draft.byline, table) {
        if !draft.agencies.contains(&name) {
            draft.agencies.push(name);
        }
    }
    draft.byline.retain(|author| list(author, table).is_none());
}

/// The agencies that a report credits, by their best-known names, in the order in which they first appear.
pub(crate) fn credited(blocks: &[(BlockKind, String)], byline: &[String], table: &Agencies) -> Vec<String> {
    let words: Vec<&Credits> = languages().map(|code| &language(code).credits).collect();
    let reader = Reader { table, words };
    let mut found = Vec::new();
    for author in byline {
        found.extend(list(author, table).unwrap_or_default());
    }
    let body: Vec<&str> = blocks
        .iter()
        .filter(|(kind, _)| !matches!(kind, BlockKind::Title | BlockKind::Caption))
        .map(|(_, text)| text.as_str())
        .collect();
    for (number, text) in body.iter().enumerate() {
        let (at_start, at_end) = (number < AT_START, number + AT_END >= body.len());
        found.extend(reader.in_block(text, at_start, at_end));
    }
    let mut names: Vec<String> = Vec::new();
    for name in found {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

struct Reader<'a> {
    table: &'a Agencies,
    words: Vec<&'static Credits>,
}

impl<'a> Reader<'a> {
    fn in_block(&self, text: &str, at_start: bool, at_end: bool) -> Vec<&'a str> {
        let text = text.trim();
        let mut found = Vec::new();
        if at_start {
            found.extend(self.dateline(text));
        }
        if at_start || at_end {
            found.extend(self.line(text));
        }
        if at_end {
            found.extend(self.closing_bracket(text));
        }
        let lower = lowered(text);
        found.extend(self.after_phrase(text, &lower));
        found.extend(self.before_phrase(text, &lower));
        found
    }

    /// "Berlin (dpa) – Der Fluss …", "LONDON, May 4 (Reuters) - The river …", "(AFP) – …".
    fn dateline(&self, text: &str) -> Vec<&'a str> {
        let Some(open) = text.find('(').filter(|open| *open <= MAX_DATELINE) else { return Vec::new() };
        let Some(length) = text[open..].find(')') else { return Vec::new() };
        let (place, after) = (&text[..open], text[open + length + 1..].trim_start());
        let is_place = place.is_empty() || place.starts_with(char::is_uppercase);
        let is_line = after.starts_with(['-', '–', '—', ':']);
        if !is_place || !is_line {
            return Vec::new();
        }
        list(&text[open + 1..open + length], self.table).unwrap_or_default()
    }

    /// A block of nothing but names: "dpa", "Quelle: dpa/AFP", "Lauterbote, dpa, AFP, xyz".
    fn line(&self, text: &str) -> Vec<&'a str> {
        if text.len() > MAX_LINE || self.speaks_of_pictures(text) {
            return Vec::new();
        }
        let text = text
            .trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '.' | '©' | '–' | '—' | '-' | ' '));
        list(self.without_opener(text), self.table).unwrap_or_default()
    }

    /// "… am Abend. (dpa)", "… (mit Material von dpa/AFP)".
    fn closing_bracket(&self, text: &str) -> Vec<&'a str> {
        let text = text.trim_end_matches('.');
        let brackets = [('(', ')'), ('[', ']')];
        let Some((open, close)) = brackets.into_iter().find(|(_, close)| text.ends_with(*close)) else {
            return Vec::new();
        };
        let inside = text.rfind(open).map_or("", |at| text[at..].trim_matches([open, close]));
        if inside.len() > MAX_LINE || self.speaks_of_pictures(inside) {
            return Vec::new();
        }
        list(self.without_opener(inside.trim()), self.table).unwrap_or_default()
    }

    /// "… Mit Material von dpa und Reuters."
    fn after_phrase(&self, text: &str, lower: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        for phrase in self.words.iter().flat_map(|words| &words.before) {
            for (at, _) in lower.match_indices(phrase.as_str()) {
                let starts = lower[..at].trim_end().ends_with(['.', '(', '[', '–', '—', '-', '|', ';', '*']);
                if at > 0 && !starts {
                    continue;
                }
                let rest = text[at + phrase.len()..].trim_start_matches([':', ' ', '\u{a0}']);
                let end = rest.find(['.', ')', ']']).unwrap_or(rest.len());
                if end <= MAX_LINE {
                    found.extend(list(&rest[..end], self.table).unwrap_or_default());
                }
            }
        }
        found
    }

    /// "Associated Press writer Mia Zorn contributed to this report."
    fn before_phrase(&self, text: &str, lower: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        for phrase in self.words.iter().flat_map(|words| &words.after) {
            let Some(at) = lower.find(phrase.as_str()) else { continue };
            let start = text[..at].rfind(". ").map_or(0, |stop| stop + 2);
            found.extend(mentioned(&text[start..at], self.table));
        }
        found
    }

    /// The rest of a line that opens with a phrase that makes it a credit.
    fn without_opener<'t>(&self, line: &'t str) -> &'t str {
        let lower = lowered(line);
        let openers = self.words.iter().flat_map(|words| &words.before);
        let longest = openers.filter(|opener| lower.starts_with(opener.as_str())).map(String::len).max();
        longest.map_or(line, |length| line[length..].trim_start_matches([':', ' ', '\u{a0}']))
    }

    fn speaks_of_pictures(&self, text: &str) -> bool {
        let lower = lowered(text);
        self.words.iter().flat_map(|words| &words.picture).any(|word| lower.contains(word.as_str()))
    }
}

/// Lower case without a change of length, so that offsets stay right.
fn lowered(text: &str) -> String {
    text.chars()
        .map(|c| {
            let mut lower = c.to_lowercase();
            lower.next().filter(|l| l.len_utf8() == c.len_utf8() && lower.next().is_none()).unwrap_or(c)
        })
        .collect()
}

/// The agencies of a list of names with no other words than an outlet's name and editors' initials; none where it
/// is another sort of text.
fn list<'a>(text: &str, table: &'a Agencies) -> Option<Vec<&'a str>> {
    let mut agencies = Vec::new();
    let mut others = 0;
    for part in parts(text) {
        match agency(part, table) {
            Some(name) => agencies.push(name),
            None if is_initials(part) => {}
            None if part.split_whitespace().count() <= 3 && part.starts_with(char::is_uppercase) => {
                others += 1;
            }
            None => return None,
        }
    }
    (!agencies.is_empty() && others <= 1).then_some(agencies)
}

/// The names of a list, cut at marks and at words for "and".
fn parts(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for and in ands() {
        parts = parts.into_iter().flat_map(|part| part.split(and.as_str())).collect();
    }
    parts
        .into_iter()
        .flat_map(|part| part.split([',', '/', ';', '|', '&', '+', '·', '•']))
        .map(|part| part.trim().trim_matches(['(', ')', '.', '©', ' ']))
        .filter(|part| !part.is_empty())
        .collect()
}

/// The words for "and" of all languages, with their spaces.
fn ands() -> &'static [String] {
    static ANDS: OnceLock<Vec<String>> = OnceLock::new();
    let every =
        || languages().flat_map(|code| &language(code).masthead.and).map(|and| format!(" {and} ")).collect();
    ANDS.get_or_init(every)
}

/// The agency that a part of a list names, also with a service's or a job's number after it ("dpa:310504-99-1").
fn agency<'a>(part: &str, table: &'a Agencies) -> Option<&'a str> {
    let bare = part.split(':').next().unwrap_or(part).trim();
    table.named(part).or_else(|| table.named(bare)).map(|agency| agency.name.as_str())
}

/// Editors sign with a few small letters; so do regional services.
fn is_initials(part: &str) -> bool {
    part.chars().count() <= 4 && part.chars().all(|c| c.is_lowercase() || c.is_ascii_digit())
}

/// All agencies whose names stand in a text as words.
fn mentioned<'a>(text: &str, table: &'a Agencies) -> Vec<&'a str> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for (spelling, agency) in table.spellings() {
        let whole_word = |at: usize| {
            !text[..at].ends_with(char::is_alphanumeric)
                && !text[at + spelling.len()..].starts_with(char::is_alphanumeric)
        };
        if let Some((at, _)) = text.match_indices(spelling).find(|(at, _)| whole_word(*at)) {
            found.push((at, &agency.name));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Agencies that do not exist.
    fn invented() -> Agencies {
        r#"
        [[agency]]
        name = "lpd"
        spellings = ["Lauter-Presse-Dienst", "LPD"]
        country = "DEU"
        [[agency]]
        name = "Harbour Wire"
        spellings = ["HW", "HARBOUR WIRE"]
        country = "GBR"
        "#
        .parse()
        .unwrap()
    }

    /// The agencies that a report of some paragraphs credits with the one given at its end.
    fn at_end(text: &str) -> Vec<String> {
        let filler = (BlockKind::Paragraph, "Der Pegel der Lauter steigt seit Montag.".to_owned());
        let mut blocks = vec![filler; 8];
        blocks.push((BlockKind::Paragraph, text.to_owned()));
        credited(&blocks, &[], &invented())
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(at_end(text), expected, "{text}");
    }

    #[test]
    fn a_line_of_names_credits_them() {
        check("lpd", &["lpd"]);
        check("(lpd/Harbour Wire)", &["lpd", "Harbour Wire"]);
        check("LAUTERBOTE, lpd, HW, xyz", &["lpd", "Harbour Wire"]);
        check("Quelle: lpd/HW", &["lpd", "Harbour Wire"]);
        check("© lpd-infocom, lpd:310504-99-12345/3", &[]);
        check("lpd:310504-99-12345/3", &["lpd"]);
    }

    #[test]
    fn a_phrase_credits_the_names_beside_it() {
        check("Mit Material von lpd und Harbour Wire.", &["lpd", "Harbour Wire"]);
        check("Der Pegel fällt. Mit Material von lpd", &["lpd"]);
        check("Harbour Wire writer Mia Zorn in Port Ellis contributed to this report.", &["Harbour Wire"]);
        check("Source: Harbour Wire", &["Harbour Wire"]);
    }

    #[test]
    fn brackets_at_the_end_credit_the_names_in_them() {
        check("Der Pegel fällt wieder. (lpd)", &["lpd"]);
        check("The level is falling. [HW/lpd]", &["Harbour Wire", "lpd"]);
        check("Der Pegel fällt. (mit Material von lpd)", &["lpd"]);
    }

    #[test]
    fn datelines_credit_the_agency_in_brackets() {
        for text in [
            "Lauterbach (lpd) – Der Pegel steigt.",
            "LAUTERBACH, 4. Mai (lpd) - Der Pegel steigt.",
            "(lpd) — Der Pegel steigt.",
        ] {
            let blocks = [(BlockKind::Paragraph, text.to_owned())];
            assert_eq!(credited(&blocks, &[], &invented()), ["lpd"], "{text}");
        }
    }

    #[test]
    fn an_agency_that_is_quoted_is_not_credited() {
        check("Das sagte er der lpd.", &[]);
        check("Das sagte Quast der Nachrichtenagentur lpd am Montag (Ortszeit).", &[]);
        check("Wie der Lauter-Presse-Dienst (lpd) meldet, steigt der Pegel.", &[]);
        check("A spokeswoman told Harbour Wire that the level was falling.", &[]);
        check("Die Quelle des lpd bleibt geheim.", &[]);
        check("Foto: lpd", &[]);
    }

    #[test]
    fn a_byline_keeps_people_and_gives_up_agencies() {
        let mut draft = Draft { byline: vec!["Ada Quast".into(), "lpd".into()], ..Draft::default() };
        credit(&mut draft, &invented());
        assert_eq!((draft.byline, draft.agencies), (vec!["Ada Quast".to_owned()], vec!["lpd".to_owned()]));
    }
}
