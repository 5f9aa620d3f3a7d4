//! Numbers in digits: "12", "1.000,50", "250 000", "2½".

use lagebild_language::TokenKind;

use crate::context::Context;

use super::Number;

/// Longer runs of digits count nothing that a report could mean.
const MOST_DIGITS: usize = 24;

/// The number in digits that begins at `at`; digits grouped by spaces may take several tokens.
pub(super) fn parse(context: &Context, at: usize) -> Option<Number> {
    let decimal = context.language.numbers.decimal;
    let end = end_of_spaced_groups(context, at);
    let value = if end == at + 1 {
        value(context.word(at), decimal)?
    } else {
        let joined: String = (at..end).map(|part| context.word(part)).collect();
        value(&joined, decimal)?
    };
    Some(Number { value, multiplier: 1.0, end })
}

/// The value of one word in digits, by the language's decimal mark where the shape leaves a choice.
pub(crate) fn value(word: &str, decimal: char) -> Option<f64> {
    let (word, fraction) = split_vulgar_fraction(word);
    if word.is_empty() {
        return fraction;
    }
    let whole = if word.len() <= MOST_DIGITS { marked_value(word, decimal)? } else { return None };
    Some(whole + fraction.unwrap_or(0.0))
}

/// The value of digits that may hold marks of thousands and of decimals.
fn marked_value(word: &str, decimal: char) -> Option<f64> {
    let is_mark = |c: char| matches!(c, '.' | ',' | '\'' | '’');
    let parts: Vec<&str> = word.split(is_mark).collect();
    if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let marks: Vec<char> = word.chars().filter(|c| is_mark(*c)).collect();
    let Some((last, others)) = marks.split_last() else { return word.parse().ok() };
    let groups_end = if others.is_empty() {
        if is_thousands_mark(*last, parts[0], parts[1], decimal) { 2 } else { 1 }
    } else if others.iter().all(|mark| mark == last) {
        parts.len()
    } else if others.iter().all(|mark| *mark == others[0]) {
        parts.len() - 1
    } else {
        return None;
    };
    let (groups, fraction) = parts.split_at(groups_end);
    if groups.len() > 1 && !are_thousands(groups) {
        return None;
    }
    let whole = groups.concat();
    fraction.first().map_or_else(|| whole.parse().ok(), |digits| format!("{whole}.{digits}").parse().ok())
}

/// Whether the only mark of a number groups thousands. "1.000" and "1,000" do in every language; "1,234" is what
/// the language's decimal mark makes of it.
fn is_thousands_mark(mark: char, before: &str, after: &str, decimal: char) -> bool {
    let looks_grouped = after.len() == 3 && before.len() <= 3 && !before.starts_with('0');
    looks_grouped && (mark != decimal || after == "000")
}

/// Whether these runs of digits are groups of thousands: one to three digits, then always three.
fn are_thousands(groups: &[&str]) -> bool {
    groups.split_first().is_some_and(|(first, rest)| {
        first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3)
    })
}

/// Splits "2½" into "2" and a half.
fn split_vulgar_fraction(word: &str) -> (&str, Option<f64>) {
    let Some(last) = word.chars().next_back() else { return (word, None) };
    let fraction = match last {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅛' => 0.125,
        _ => return (word, None),
    };
    (&word[..word.len() - last.len_utf8()], Some(fraction))
}

/// One past the last token of digits grouped by single spaces ("250 000"); `at + 1` where they are not grouped so.
fn end_of_spaced_groups(context: &Context, at: usize) -> usize {
    let first = context.word(at);
    let begins_groups = (1..=3).contains(&first.len()) && !first.starts_with('0') && all_digits(first);
    let mut end = at + 1;
    while begins_groups && end - at < MOST_DIGITS / 3 && is_spaced_group(context, end) {
        end += 1;
    }
    end
}

/// Whether a token is three digits, a decimal fraction perhaps, one space after the token before it.
fn is_spaced_group(context: &Context, at: usize) -> bool {
    let word = context.word(at);
    let digits = word.split_once([',', '.']).map_or(word, |(whole, _)| whole);
    context.kind(at) == Some(TokenKind::Number)
        && digits.len() == 3
        && all_digits(digits)
        && context.is_one_space_before(at)
}

fn all_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_by_their_shape_and_else_by_the_language() {
        for (word, german, english) in [
            ("12", Some(12.0), Some(12.0)),
            ("1.000", Some(1000.0), Some(1000.0)),
            ("1,000", Some(1000.0), Some(1000.0)),
            ("1.000,50", Some(1000.5), Some(1000.5)),
            ("1,000.50", Some(1000.5), Some(1000.5)),
            ("1,5", Some(1.5), Some(1.5)),
            ("3.5", Some(3.5), Some(3.5)),
            ("1,234", Some(1.234), Some(1234.0)),
            ("1.234", Some(1234.0), Some(1.234)),
            ("0.125", Some(0.125), Some(0.125)),
            ("1.234.567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1'234'567", Some(1_234_567.0), Some(1_234_567.0)),
            ("½", Some(0.5), Some(0.5)),
            ("2½", Some(2.5), Some(2.5)),
            ("3.10.2022", None, None),
            ("127.0.0.1", None, None),
            ("15:30", None, None),
            ("12.", None, None),
            ("20er", None, None),
            ("2010/11", None, None),
            ("9999999999999999999999999999999999", None, None),
            ("", None, None),
        ] {
            assert_eq!(value(word, ','), german, "{word} in German");
            assert_eq!(value(word, '.'), english, "{word} in English");
        }
    }
}
