//! Lines put together to what belongs together: a paragraph, an item, a heading.

use std::collections::BTreeSet;

use lagebild_knowledge::language;

use super::head;
use super::lines::{Breaks, Line, lines, pairs, unified};
use crate::{finish, lang};

/// Signs that begin an item of a list.
const BULLETS: &[char] = &['-', '*', '•', '·', '‣', '◦', '▪', '■', '●', '–'];

/// How many times as many hyphens stand at line ends as elsewhere in a text that divides words.
const DIVIDING: usize = 8;

/// Bytes of a word before its hyphen that are looked at.
const WORD_BYTES: usize = 128;

/// Lines that belong together.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    /// Without the marker.
    pub(super) text: String,
    pub(super) marker: Marker,
    /// Whether an empty line or the beginning of the text stands before it.
    pub(super) after_gap: bool,
    /// Whether it is marked as a heading ("## Background").
    pub(super) marked_heading: bool,
}

/// What an item of a list begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Marker {
    #[default]
    None,
    Bullet,
    Number(u32),
}

impl Unit {
    pub(super) fn is_item(&self) -> bool {
        self.marker != Marker::None
    }

    pub(super) fn chars(&self) -> usize {
        self.text.chars().count()
    }

    /// Has a word, and begins with a capital, a digit or a quotation mark.
    pub(super) fn begins_like_a_title(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).take(2).count();
        letters == 2 && !self.text.starts_with(|c: char| c.is_lowercase() || c == '(')
    }

    /// Ends with none of the marks that end or join sentences.
    pub(super) fn ends_openly(&self) -> bool {
        !self.ends_sentence() && !self.text.ends_with([';', ',', '-'])
    }

    pub(super) fn ends_sentence(&self) -> bool {
        ends_sentence(&self.text)
    }
}

/// The units of a text. What no report has room for comes as one last unit.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let text = unified(text);
    let mut gathered = Gathered::new(&text);
    for line in lines(&text) {
        gathered.take(line);
    }
    let mut units = gathered.units;
    numbers_in_sequence(&mut units);
    units
}

/// Units as they are gathered from lines.
struct Gathered<'a> {
    breaks: Breaks,
    division: Division<'a>,
    units: Vec<Unit>,
    last_line: &'a str,
    last_number: u32,
    lines: usize,
    bytes: usize,
}

impl<'a> Gathered<'a> {
    fn new(text: &'a str) -> Self {
        let breaks = Breaks::of(text);
        Self {
            breaks,
            division: Division::of(text),
            units: Vec::new(),
            last_line: "",
            last_number: 0,
            lines: 0,
            bytes: 0,
        }
    }

    fn take(&mut self, line: Line<'a>) {
        let (marker, rest) = self.marker(line);
        let full = self.bytes > finish::TEXT_BYTES;
        let goes_on = marker == Marker::None && !line.after_gap && self.goes_on(line.text);
        match self.units.last_mut() {
            Some(unit) if goes_on => self.division.join(&mut unit.text, rest),
            Some(unit) if full => {
                unit.text.push(' ');
                unit.text.push_str(rest);
            }
            _ => {
                let heading = rest.trim_start_matches('#');
                let marked_heading = heading.len() < rest.len() && heading.starts_with(' ');
                let text = if marked_heading { heading.trim_start() } else { rest };
                self.units.push(Unit {
                    text: text.to_owned(),
                    marker,
                    after_gap: line.after_gap,
                    marked_heading,
                });
            }
        }
        if let Marker::Number(number) = marker {
            self.last_number = number;
        }
        self.last_line = line.text;
        self.lines += 1;
        self.bytes += line.text.len() + 2;
    }

    /// Whether a line continues the one before it.
    fn goes_on(&self, line: &str) -> bool {
        let lower = line.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
        let in_head = self.lines <= head::LINES && (head::is_header(line) || head::is_header(self.last_line));
        !in_head && (self.breaks.is_forced(self.last_line, line) || lower && !ends_sentence(self.last_line))
    }

    /// What a line begins with, and the rest. A dash where a sentence only happened to break is no marker;
    /// numbers count from one, or go on from the last.
    fn marker(&self, line: Line<'a>) -> (Marker, &'a str) {
        let in_sentence = !line.after_gap
            && !self.units.last().is_some_and(|unit| unit.is_item() || unit.ends_sentence())
            && self.breaks.is_forced(self.last_line, line.text);
        if in_sentence {
            return (Marker::None, line.text);
        }
        if let Some(rest) = line.text.strip_prefix(BULLETS)
            && rest.starts_with(char::is_whitespace)
        {
            return (Marker::Bullet, rest.trim_start());
        }
        let fits = |number| number == 1 || number == self.last_number.saturating_add(1);
        match numbered(line.text) {
            Some((number, rest)) if fits(number) => (Marker::Number(number), rest),
            _ => (Marker::None, line.text),
        }
    }
}

/// Reads "3. …", "3) …" and "(3) …".
fn numbered(line: &str) -> Option<(u32, &str)> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = inner[digits..].strip_prefix(['.', ')'])?;
    let number = inner[..digits].parse().ok().filter(|number| *number < 1000)?;
    rest.starts_with(char::is_whitespace).then(|| (number, rest.trim_start()))
}

/// Gives back the number to a unit whose neighbours are not numbered: "3. Oktober 2024", "1. FC Kessen".
fn numbers_in_sequence(units: &mut [Unit]) {
    for at in 0..units.len() {
        let Marker::Number(number) = units[at].marker else { continue };
        let is = |other: Option<&Unit>, number| other.is_some_and(|u| u.marker == Marker::Number(number));
        let before = at.checked_sub(1).and_then(|before| units.get(before));
        let goes_on = number > 1 && is(before, number - 1) || is(units.get(at + 1), number + 1);
        if !goes_on {
            let unit = &mut units[at];
            unit.marker = Marker::None;
            unit.text = format!("{number}. {}", unit.text);
        }
    }
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(|c: char| "\"'“”’»«›‹)]".contains(c)).ends_with(['.', '!', '?', '…', ':'])
}

/// What is known about words divided at line ends.
struct Division<'a> {
    /// Whether the text divides words: hyphens stand at line ends far more often than within lines.
    divides: bool,
    /// Words of the text that a divided one may be; empty where no line ends with a hyphen.
    words: BTreeSet<&'a str>,
    /// Words before which a hyphen stands for a part left out ("Nord- und Südkessen").
    suspending: &'static [String],
}

impl<'a> Division<'a> {
    fn of(text: &'a str) -> Self {
        let (mut divided, mut lines) = (0, 0);
        for (line, next) in pairs(text) {
            lines += 1;
            divided += usize::from(is_divided(line.text, next.text));
        }
        if divided == 0 {
            return Self { divides: false, words: BTreeSet::new(), suspending: &[] };
        }
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        let total = text.split_whitespace().count();
        let within = text.split_whitespace().filter(|word| word.trim_matches('-').contains('-')).count();
        let often = divided >= 3 && divided * total > DIVIDING * (within + 1) * lines;
        let language = language(lang::identify(text, None));
        Self { divides: often, words, suspending: &language.identity.suspending }
    }

    /// Adds a line to the one before it. A word divided between them is put together where that is certain.
    fn join(&self, text: &mut String, line: &str) {
        if !is_divided(text, line) {
            text.push(' ');
            text.push_str(line);
            return;
        }
        let near = text.ceil_char_boundary(text.len().saturating_sub(WORD_BYTES));
        let head = text[near..].trim_end_matches('-').rsplit(|c: char| !c.is_alphanumeric()).next();
        let head = head.unwrap_or_default();
        let tail = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if self.suspending.iter().any(|word| word == tail) {
            text.push(' ');
        } else if self.words.contains(format!("{head}{tail}").as_str())
            || self.divides && !self.words.contains(format!("{head}-{tail}").as_str())
        {
            text.pop();
        }
        text.push_str(line);
    }
}

/// Whether a line ends in a hyphen after a letter and the next begins with a small letter.
fn is_divided(line: &str, next: &str) -> bool {
    line.strip_suffix('-').is_some_and(|head| head.ends_with(char::is_alphabetic))
        && next.starts_with(char::is_lowercase)
}
