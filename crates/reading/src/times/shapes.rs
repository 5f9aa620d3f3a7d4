//! What is recognised by its digits: years, days, times of day, dates, decades.

use super::calendar::Clock;
use super::pieces::Pieces;
use super::sense::{Count, Sense};
use crate::numbers;

/// A class of expressions that no list of words can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A cardinal number.
    Number,
    /// A number, an article, or a part of one: "zwei", "ein", "eine halbe".
    Amount,
    /// Any ordinal number.
    Ordinal,
    /// Four digits that may be a year.
    Year,
    /// Four digits that, standing alone, are a year more likely than a number.
    LikelyYear,
    /// Four digits that are more likely a number before what they count ("2000 Bäume").
    RoundYear,
    /// A word with a capital.
    Capitalised,
    /// A word with a capital and a digit ("MU69").
    Code,
    /// Two digits of a year.
    ShortYear,
    /// "2014/15".
    Years,
    /// A day of the month, also with a mark of an ordinal.
    Day,
    /// A day of the month that is an ordinal.
    OrdinalDay,
    /// A full hour in digits.
    Hour,
    /// "15:30".
    Time,
    /// "15.30", which may be a number as well.
    DottedTime,
    /// "nineteen ninety-six".
    SpokenYear,
    /// "3.10.2012", "10/3/2012", "2012-10-03".
    Date,
    /// "3.10.".
    YearlessDate,
    /// "1970er", "1990s".
    Decade,
    /// "90er", "80s".
    ShortDecade,
}

impl Shape {
    /// The shape of that name in a pattern.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "number" => Self::Number,
            "amount" => Self::Amount,
            "ordinal" => Self::Ordinal,
            "year" => Self::Year,
            "likely-year" => Self::LikelyYear,
            "round-year" => Self::RoundYear,
            "capitalised" => Self::Capitalised,
            "code" => Self::Code,
            "short-year" => Self::ShortYear,
            "years" => Self::Years,
            "day" => Self::Day,
            "ordinal-day" => Self::OrdinalDay,
            "hour" => Self::Hour,
            "time" => Self::Time,
            "dotted-time" => Self::DottedTime,
            "spoken-year" => Self::SpokenYear,
            "date" => Self::Date,
            "yearless-date" => Self::YearlessDate,
            "decade" => Self::Decade,
            "short-decade" => Self::ShortDecade,
            _ => return None,
        })
    }

    /// What the pieces from `at` on mean, and where they end.
    pub(crate) fn read(self, pieces: &Pieces, at: usize, month_first: bool) -> Option<(Sense, usize)> {
        let text = pieces.lower(at);
        let one = |sense: Sense| Some((sense, at + 1));
        match self {
            Self::Number => number(pieces, at),
            Self::Amount => number(pieces, at).or_else(|| amount(pieces, at)),
            Self::Ordinal => ordinal(pieces, at),
            Self::Year => one(Sense::Year(year(text)?)),
            Self::LikelyYear => {
                let is_code = pieces.is_beside_slash(at);
                one(Sense::Year(year(text).filter(|year| !is_code && is_likely(*year))?))
            }
            Self::RoundYear => one(Sense::Year(year(text).filter(|year| is_round(*year))?)),
            Self::Capitalised => pieces.get(at).filter(|piece| piece.capital).and(one(Sense::None)),
            Self::Code => {
                let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
                pieces.get(at).filter(|piece| piece.capital && has_digit).and(one(Sense::None))
            }
            Self::ShortYear => one(Sense::Year(short_year(text)?)),
            Self::Years => one(Sense::Years(years(text)?)),
            Self::Day => one(Sense::Day(day(text, false)?)),
            Self::OrdinalDay => one(Sense::Day(day(text, true)?)),
            Self::Hour => hour(pieces, at),
            Self::Time => one(Sense::Clock(time(text, ':')?)),
            Self::DottedTime => one(Sense::Clock(time(text, '.')?)),
            Self::SpokenYear => spoken_year(pieces, at),
            Self::Date => {
                let (year, month, day) = date(text, month_first)?;
                one(Sense::Date(Some(year), month, day))
            }
            Self::YearlessDate => {
                let (month, day) = yearless_date(text, month_first)?;
                one(Sense::Date(None, month, day))
            }
            Self::Decade => one(Sense::Decade(decade(text, 4)? / 10)),
            Self::ShortDecade => one(Sense::ShortDecade(decade(text, 2)? / 10)),
        }
    }
}

/// Whether a token that has hyphens or slashes means something as a whole.
pub(crate) fn stays_whole(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && (date(text, true).is_some()
            || date(text, false).is_some()
            || years(text).is_some()
            || decade(text, 4).is_some()
            || fraction(text).is_some())
}

/// A short run of digits as a number.
fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

fn number(pieces: &Pieces, at: usize) -> Option<(Sense, usize)> {
    let (value, end) = cardinal(pieces, at)?;
    let half = fraction(pieces.lower(end)).filter(|_| pieces.is_whole(end) && value.fract() == 0.0);
    let (value, end) = half.map_or((value, end), |half| (value + half, end + 1));
    Some((Sense::Count(Count::Exact(value)), end))
}

/// A number, and where it ends; of a part of a token, one in digits or of one word.
fn cardinal(pieces: &Pieces, at: usize) -> Option<(f64, usize)> {
    let token = pieces.get(at)?.token;
    let whole = numbers::cardinal(pieces.context, token).filter(|_| pieces.of_token(token) == at);
    if let Some(number) = whole {
        return Some((number.value, pieces.of_token(number.end)));
    }
    if pieces.is_whole(at) {
        return None;
    }
    let word = pieces.lower(at);
    let spoken = || pieces.context.language.numbers.words.get(word).copied();
    Some((digits(word).map(f64::from).or_else(spoken)?, at + 1))
}

/// "1/2".
fn fraction(text: &str) -> Option<f64> {
    let (top, bottom) = text.split_once('/')?;
    let (top, bottom) = (digits(top)?, digits(bottom).filter(|bottom| *bottom > 1)?);
    (top < bottom && bottom < 100).then(|| f64::from(top) / f64::from(bottom))
}

/// A full hour in digits or in words.
fn hour(pieces: &Pieces, at: usize) -> Option<(Sense, usize)> {
    let (hour, end) =
        cardinal(pieces, at).filter(|(hour, _)| hour.fract() == 0.0 && (0.0..=24.0).contains(hour))?;
    Some((Sense::Clock(Clock { hour: hour as i8, minute: 0 }), end))
}

/// The century and the years in it, both as words, or a number of thousands.
fn spoken_year(pieces: &Pieces, at: usize) -> Option<(Sense, usize)> {
    let is_word = pieces.lower(at).starts_with(char::is_alphabetic);
    let thousands = cardinal(pieces, at).filter(|(year, _)| is_word && (2000.0..2050.0).contains(year));
    if let Some((year, end)) = thousands {
        return Some((Sense::Year(year as i16), end));
    }
    let century = *pieces.context.language.numbers.words.get(pieces.lower(at))?;
    let (years, end) = cardinal(pieces, at + 1)?;
    let fits = (18.0..=20.0).contains(&century) && (10.0..100.0).contains(&years) && years.fract() == 0.0;
    fits.then_some((Sense::Year((century * 100.0 + years) as i16), end))
}

/// An article or a part of one ("ein", "eine halbe", "half an").
fn amount(pieces: &Pieces, at: usize) -> Option<(Sense, usize)> {
    let token = pieces.get(at).filter(|_| pieces.is_whole(at))?.token;
    let article = numbers::article(pieces.context, token);
    let part = numbers::fraction(pieces.context, article.map_or(token, |article| article.end));
    let behind =
        |at| numbers::article(pieces.context, at).filter(|_| article.is_none()).map_or(at, |n| n.end);
    let (value, end) = match (article, part) {
        (_, Some(part)) => (part.value, behind(part.end)),
        (Some(article), None) => (article.value, article.end),
        (None, None) => return None,
    };
    Some((Sense::Count(Count::Exact(value)), pieces.of_token(end)))
}

fn ordinal(pieces: &Pieces, at: usize) -> Option<(Sense, usize)> {
    if !pieces.is_whole(at) {
        let word = pieces.lower(at);
        let rank = ranked(word).or_else(|| spoken_rank(pieces, word))?;
        return Some((Sense::Ordinal(rank.cast_signed()), at + 1));
    }
    if let Some(value) = ranked(pieces.lower(at)) {
        return Some((Sense::Ordinal(value.cast_signed()), at + 1));
    }
    let number = numbers::ordinal(pieces.context, pieces.get(at)?.token)?;
    let whole = number.value.fract() == 0.0 && (1.0..=9999.0).contains(&number.value);
    whole.then(|| (Sense::Ordinal(number.value as i32), pieces.of_token(number.end)))
}

/// "third", "fourth", of one word.
fn spoken_rank(pieces: &Pieces, word: &str) -> Option<u32> {
    let numbers = &pieces.context.language.numbers;
    let derived = || {
        numbers
            .ordinal_endings
            .iter()
            .find_map(|ending| numbers.words.get(word.strip_suffix(ending.as_str())?))
    };
    let rank = numbers.ordinals.get(word).or_else(derived)?;
    (1.0..=9999.0).contains(rank).then_some(*rank as u32)
}

/// "3.", "3rd", "21st".
fn ranked(text: &str) -> Option<u32> {
    ["st", "nd", "rd", "th", ".", "º", "ª", "er", "e"]
        .iter()
        .find_map(|mark| digits(text.strip_suffix(mark)?))
}

fn year(text: &str) -> Option<i16> {
    let year = digits(text).filter(|year| text.len() == 4 && (1000..=2100).contains(year))?;
    i16::try_from(year).ok()
}

/// Round numbers are more often a count than a year, and so are those of the middle ages.
fn is_likely(year: i16) -> bool {
    (1500..2080).contains(&year) && (year % 100 != 0 || year == 1900 || year == 2000)
}

/// Whether the digits are as often a number as a year.
fn is_round(year: i16) -> bool {
    year % 100 == 0 || year >= 2040
}

/// Two digits: of the last century unless they are small.
fn short_year(text: &str) -> Option<i16> {
    let year = digits(text).filter(|_| text.len() == 2)? as i16;
    Some(if year < 30 { 2000 + year } else { 1900 + year })
}

fn years(text: &str) -> Option<i16> {
    let (first, second) = text.split_once(['/', '-', '–'])?;
    let from = year(first)?;
    let to = digits(second).filter(|_| second.len() == 2)?;
    (u32::from(from.unsigned_abs()) % 100 < to || to == 0).then_some(from)
}

fn day(text: &str, must_rank: bool) -> Option<i8> {
    let plain = if must_rank { None } else { digits(text).filter(|_| text.len() <= 2) };
    let day = plain.or_else(|| ranked(text)).filter(|day| (1..=31).contains(day))?;
    i8::try_from(day).ok()
}

/// Hour and minute; seconds are left out.
fn time(text: &str, mark: char) -> Option<Clock> {
    let (hour, rest) = text.split_once(mark)?;
    let minute = rest.split_once(mark).map_or(rest, |(minute, _)| minute);
    let hour = digits(hour).filter(|value| hour.len() <= 2 && *value <= 24)?;
    let minute = digits(minute).filter(|value| minute.len() == 2 && *value < 60)?;
    Some(Clock { hour: hour as i8, minute: minute as i8 })
}

/// Year, month and day.
fn date(text: &str, month_first: bool) -> Option<(i16, i8, i8)> {
    let mark = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '/' | '-'))?;
    let mut fields = text.split(mark);
    let (first, second, third) = (fields.next()?, fields.next()?, fields.next()?);
    if fields.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        let (month, day) = month_and_day(second, third, true)?;
        return Some((year(first)?, month, day));
    }
    let year = if third.len() == 2 { short_year(third)? } else { year(third)? };
    let (month, day) = month_and_day(first, second, month_first && mark == '/')?;
    Some((year, month, day))
}

/// "3.10." with both full stops, since "3.10" is a number or a time of day.
fn yearless_date(text: &str, month_first: bool) -> Option<(i8, i8)> {
    let (first, second) = text.strip_suffix('.')?.split_once('.')?;
    month_and_day(first, second, month_first)
}

fn month_and_day(first: &str, second: &str, month_first: bool) -> Option<(i8, i8)> {
    let field = |text: &str| digits(text).filter(|_| text.len() <= 2).map(|value| value as i8);
    let (first, second) = (field(first)?, field(second)?);
    let (month, day) = if month_first { (first, second) } else { (second, first) };
    let right = (1..=12).contains(&month) && (1..=31).contains(&day);
    let swapped = (1..=12).contains(&day) && (1..=31).contains(&month);
    if right { Some((month, day)) } else { swapped.then_some((day, month)) }
}

/// The digits before the ending that makes a decade of a year.
fn decade(text: &str, length: usize) -> Option<i16> {
    let (number, ending) = text.split_at_checked(length)?;
    let value = digits(number).filter(|value| value % 10 == 0)?;
    matches!(ending, "er" | "ern" | "-er" | "-ern" | "s" | "ers" | "-х" | "-ті" | "-е")
        .then_some(value as i16)
}
