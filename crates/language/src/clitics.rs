//! Small words written together with their neighbours ("l'année", "dit-il", "Biden's"), and words that Unicode takes
//! apart although they are one ("po'", "'t", "R$").

use lagebild_knowledge::tokens::Tokens;
use lagebild_schema::Span;

use crate::{Token, TokenKind};

/// Of how many pieces a word may consist that Unicode takes apart.
const MOST_PIECES: usize = 3;

/// How many clitics a word may end with ("donne-le-moi").
const MOST_CLITICS: usize = 3;

/// Longer than any word that the tables keep whole, in bytes.
const LONGEST_WHOLE: usize = 40;

/// Joins and cuts the tokens from `first` on, which stand between white space, by what the tables know of clitics.
pub(crate) fn settle(text: &str, tables: &Tokens, first: usize, out: &mut Vec<Token>) {
    let pieces = out.split_off(first);
    let mut at = 0;
    while at < pieces.len() {
        let end = joined_until(text, tables, &pieces, at);
        if end > at + 1 {
            out.push(joined(&pieces[at..end]));
        } else {
            cut(text, tables, pieces[at], out);
        }
        at = end;
    }
}

/// One past the last of the pieces from `at` on that are one word.
fn joined_until(text: &str, tables: &Tokens, pieces: &[Token], at: usize) -> usize {
    let longest = (at + 2..=at + MOST_PIECES).rev().filter(|end| *end <= pieces.len());
    // What stands in single quotation marks is no elision: 'd'.
    let quoted = at > 0 && touch(pieces[at - 1], pieces[at]) && is_apostrophe(pieces[at - 1].span.of(text));
    longest
        .filter(|_| !quoted)
        .find(|end| {
            let word = &pieces[at..*end];
            word.is_sorted_by(|left, right| touch(*left, *right))
                && (is_known(text, tables, word) || is_short_year(text, tables, word, pieces.get(*end)))
        })
        .unwrap_or(at + 1)
}

/// Whether the tables know the pieces together as one word or as an elision ("l'" before a number or a quotation).
fn is_known(text: &str, tables: &Tokens, pieces: &[Token]) -> bool {
    let span = pieces[0].span.cover(pieces[pieces.len() - 1].span);
    is_whole(tables, span.of(text)) || tables.elisions.contains(&folded(span.of(text)))
}

/// "'90": whether pieces are an apostrophe and a year, and `after` does not close a quotation.
fn is_short_year(text: &str, tables: &Tokens, pieces: &[Token], after: Option<&Token>) -> bool {
    let [apostrophe, year] = pieces else { return false };
    let digits = year.span.of(text);
    tables.apostrophe_years
        && is_apostrophe(apostrophe.span.of(text))
        && matches!(digits.len(), 2 | 3)
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !after.is_some_and(|after| touch(*year, *after) && is_apostrophe(after.span.of(text)))
}

/// The token that pieces are together.
fn joined(pieces: &[Token]) -> Token {
    let span = pieces[0].span.cover(pieces[pieces.len() - 1].span);
    let is_year = pieces[1].kind == TokenKind::Number;
    Token { span, kind: if is_year { TokenKind::Number } else { TokenKind::Word } }
}

/// Appends a token, elisions cut off its beginning ("l'année" → "l'", "année") and clitics off its end ("Biden's" →
/// "Biden", "'s").
fn cut(text: &str, tables: &Tokens, token: Token, out: &mut Vec<Token>) {
    let mut rest = token.span;
    if token.kind != TokenKind::Word || !rest.of(text).contains(|c| c == '-' || is_apostrophe_char(c)) {
        out.push(token);
        return;
    }
    let word = |start, end| Token { span: Span::new(start, end), kind: TokenKind::Word };
    while let Some(length) = elision(tables, rest.of(text)) {
        out.push(word(rest.start, rest.start + length));
        rest.start += length;
    }
    let mut clitics = Vec::new();
    while let Some(length) = stem(tables, rest.of(text)).filter(|_| clitics.len() < MOST_CLITICS) {
        clitics.push(word(rest.start + length, rest.end));
        rest.end = rest.start + length;
    }
    out.push(word(rest.start, rest.end));
    out.extend(clitics.into_iter().rev());
}

/// The length of the elision that a word begins with, if another word follows in it.
fn elision(tables: &Tokens, word: &str) -> Option<usize> {
    if tables.elisions.is_empty() || is_whole(tables, word) {
        return None;
    }
    let (at, apostrophe) = word.char_indices().find(|(_, c)| is_apostrophe_char(*c))?;
    let (head, tail) = word.split_at(at + apostrophe.len_utf8());
    let known = !tail.is_empty() && tables.elisions.contains(&folded(head));
    (known && !is_name(head, tail)).then_some(head.len())
}

/// "N'Golo", "M'Bala": two capitals, and no vowel before which anything could be elided.
fn is_name(head: &str, tail: &str) -> bool {
    const VOWELS: &str = "AEIOUYHÀÁÂÄÆÈÉÊËÌÍÎÏÒÓÔÖŒÙÚÛÜ";
    let mut letters = tail.chars();
    head.starts_with(char::is_uppercase)
        && letters.next().is_some_and(|first| first.is_uppercase() && !VOWELS.contains(first))
        && letters.next().is_some_and(char::is_lowercase)
}

/// The length of a word without the longest clitic at its end, if there is one.
fn stem(tables: &Tokens, word: &str) -> Option<usize> {
    let stems = tables.clitics.iter().filter_map(|clitic| strip_ending(word, clitic));
    let shortest = stems.filter(|stem| stem.ends_with(char::is_alphanumeric)).map(str::len).min()?;
    (!is_whole(tables, word)).then_some(shortest)
}

/// `word` without `ending`, which may be written in capitals.
fn strip_ending<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let (stem, tail) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
    tail.eq_ignore_ascii_case(ending).then_some(stem)
}

/// Whether a word is what a contraction ends with: "n't", "'s", "'ll".
pub(crate) fn is_contracted(word: &str) -> bool {
    word.strip_prefix(is_apostrophe_char).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        || folded(word) == "n't"
}

/// Whether the tables keep a word whole.
fn is_whole(tables: &Tokens, word: &str) -> bool {
    word.len() <= LONGEST_WHOLE && tables.whole.contains(&folded(word))
}

/// A word as the tables write it: in lower case, with straight apostrophes.
fn folded(word: &str) -> String {
    word.to_lowercase().replace(is_apostrophe_char, "'")
}

fn touch(left: Token, right: Token) -> bool {
    left.span.end == right.span.start
}

fn is_apostrophe(mark: &str) -> bool {
    let mut chars = mark.chars();
    chars.next().is_some_and(is_apostrophe_char) && chars.next().is_none()
}

fn is_apostrophe_char(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '´' | '`')
}
