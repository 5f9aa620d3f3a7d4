//! Dates as people write them, with names of months in any language: "Sonntag, 16. Juni 2024, 10.15 Uhr",
//! "June 16, 2024", "16.06.2024".

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::{Date, Time};
use lagebild_knowledge::{language, languages};
use lagebild_schema::Moment;

/// Characters of a line that is a date.
const LINE_CHARS: usize = 90;

/// Years that a report can be of.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2999;

/// Reads a line that holds a date and nothing else but weekday, time and words such as "Stand".
pub(crate) fn whole(line: &str) -> Option<Moment> {
    if line.chars().nth(LINE_CHARS).is_some() {
        return None;
    }
    let tokens = tokens(line);
    let (date, at, length) = find(&tokens)?;
    let before = &tokens[..at];
    let after = &tokens[at + length..];
    let (time, clock) = time(after);
    let filled = before.iter().chain(&after[clock..]).all(Token::is_filler);
    filled.then_some(Moment { date, time, offset: None })
}

/// Reads the first date within a text.
pub(crate) fn within(text: &str) -> Option<Moment> {
    find(&tokens(text)).map(|(date, ..)| Moment::day(date))
}

/// A piece of a date.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    /// A number and how many digits it has.
    Number(u32, usize),
    Month(i8),
    /// A word that may stand beside a date.
    Filler,
    Mark(char),
    Other,
}

impl Token {
    fn is_filler(&self) -> bool {
        match self {
            Self::Filler => true,
            Self::Mark(mark) => ",.:;()|-–—·•".contains(*mark),
            _ => false,
        }
    }

    fn day(&self) -> Option<u32> {
        match *self {
            Self::Number(day @ 1..=31, 1 | 2) => Some(day),
            _ => None,
        }
    }

    fn year(&self) -> Option<u32> {
        match *self {
            Self::Number(year, 4) if YEARS.contains(&year) => Some(year),
            _ => None,
        }
    }
}

/// The pieces of a text; blanks between them do not count.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let same = |c: char| match first {
            _ if first.is_ascii_digit() => c.is_ascii_digit(),
            _ => first.is_alphabetic() && c.is_alphabetic(),
        };
        let end = rest.find(|c: char| !same(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (piece, after) = rest.split_at(end);
        tokens.push(if first.is_ascii_digit() {
            Token::Number(piece.parse().unwrap_or(u32::MAX), piece.len())
        } else if first.is_alphabetic() {
            word(piece)
        } else {
            Token::Mark(first)
        });
        rest = after.trim_start();
    }
    tokens
}

fn word(piece: &str) -> Token {
    static WORDS: OnceLock<BTreeMap<String, Word>> = OnceLock::new();
    match WORDS.get_or_init(words).get(&piece.to_lowercase()) {
        Some(Word::Month(month)) => Token::Month(*month),
        Some(Word::Filler) => Token::Filler,
        None => Token::Other,
    }
}

/// A word that dates are written with.
enum Word {
    Month(i8),
    Filler,
}

/// The words of all languages; a month's name wins over a filler.
fn words() -> BTreeMap<String, Word> {
    let mut words = BTreeMap::new();
    for masthead in languages().map(|code| &language(code).masthead) {
        let fillers = masthead.weekdays.iter().flatten().chain(&masthead.dated);
        for word in fillers {
            words.entry(word.clone()).or_insert(Word::Filler);
        }
        for (month, names) in (1..=12).zip(&masthead.months) {
            for name in names {
                words.insert(name.clone(), Word::Month(month));
            }
        }
    }
    words
}

/// The first date among the tokens, where it begins, and how many tokens it takes.
fn find(tokens: &[Token]) -> Option<(Date, usize, usize)> {
    (0..tokens.len()).find_map(|at| {
        let rest = &tokens[at..];
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        if matches!(before, Some(Token::Number(..) | Token::Mark('/' | '-'))) {
            return None;
        }
        let (date, length) = year_first(rest)
            .or_else(|| day_first(rest))
            .or_else(|| month_first(rest))
            .or_else(|| numbers(rest))?;
        Some((date, at, length))
    })
}

/// "2024-06-16".
fn year_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let [year, Token::Mark('-'), Token::Number(month, 2), Token::Mark('-'), day, ..] = tokens else {
        return None;
    };
    Some((date(year.year()?, *month, day.day()?)?, 5))
}

/// "16. Juni 2024", "16 de junio de 2024", "16th of June, 2024".
fn day_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let day = tokens.first()?.day()?;
    let month_at = 1 + fillers(tokens.get(1..)?);
    let Token::Month(month) = tokens.get(month_at)? else { return None };
    let year_at = month_at + 1 + fillers(tokens.get(month_at + 1..)?);
    let year = tokens.get(year_at)?.year()?;
    Some((date(year, *month as u32, day)?, year_at + 1))
}

/// "June 16, 2024".
fn month_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let Token::Month(month) = tokens.first()? else { return None };
    let day_at = 1 + fillers(tokens.get(1..)?);
    let day = tokens.get(day_at)?.day()?;
    let year_at = day_at + 1 + fillers(tokens.get(day_at + 1..)?);
    let year = tokens.get(year_at)?.year()?;
    Some((date(year, *month as u32, day)?, year_at + 1))
}

/// "16.06.2024", "16/6/2024"; "6/16/2024" where the second number can be no month.
fn numbers(tokens: &[Token]) -> Option<(Date, usize)> {
    let [first, Token::Mark(mark), second, Token::Mark(same), year, ..] = tokens else { return None };
    let (first, second, year) = (first.day()?, second.day()?, year.year()?);
    let (day, month) = match mark {
        _ if mark != same => return None,
        '.' => (first, second),
        '/' | '-' if first > 12 || first == second => (first, second),
        '/' | '-' if second > 12 => (second, first),
        _ => return None,
    };
    Some((date(year, month, day)?, 5))
}

/// How many tokens that may stand within a date come first: "de", "of", "st", a full stop, a comma.
fn fillers(tokens: &[Token]) -> usize {
    tokens.iter().take(2).take_while(|token| matches!(token, Token::Filler | Token::Mark('.' | ','))).count()
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// "10:15", "10.15 Uhr", "10:15:30 pm", and how many tokens it takes.
fn time(tokens: &[Token]) -> (Option<Time>, usize) {
    let skipped = tokens.iter().take_while(|token| token.is_filler()).count();
    let [Token::Number(hour, 1 | 2), Token::Mark(':' | '.'), Token::Number(minute, 2), rest @ ..] =
        &tokens[skipped..]
    else {
        return (None, skipped);
    };
    let seconds = match rest {
        [Token::Mark(':'), Token::Number(second, 2), ..] => Some(*second),
        _ => None,
    };
    let part = |number: u32| i8::try_from(number).ok();
    let time = part(*hour)
        .zip(part(*minute))
        .zip(part(seconds.unwrap_or(0)))
        .and_then(|((hour, minute), second)| Time::new(hour, minute, second, 0).ok());
    match time {
        Some(time) => (Some(time), skipped + if seconds.is_some() { 5 } else { 3 }),
        None => (None, skipped),
    }
}
