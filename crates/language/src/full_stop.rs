//! Decides whether a full stop belongs to the word before it: abbreviations, initials, ordinals.

use lagebild_knowledge::tokens::Tokens;

use crate::{Token, TokenKind};

/// Longer than an abbreviation with what is compounded behind it, in bytes.
const LONGEST_COMPOUND: usize = 64;

/// Joins full stops, and what is compounded behind them, to the tokens from `first` on that they belong to.
pub(crate) fn attach(text: &str, tables: &Tokens, first: usize, out: &mut Vec<Token>) {
    let mut kept = first;
    let mut at = first;
    while at < out.len() {
        let end = if kept > first { end_of_abbreviation(text, tables, out[kept - 1], &out[at..]) } else { 0 };
        if end > 0 {
            out[kept - 1].span.end = out[at + end - 1].span.end;
            at += end;
        } else {
            out[kept] = out[at];
            kept += 1;
            at += 1;
        }
    }
    out.truncate(kept);
}

/// How many of the tokens `after` a word, which begin with its full stop, belong to it.
fn end_of_abbreviation(text: &str, tables: &Tokens, before: Token, after: &[Token]) -> usize {
    if after[0].span.of(text) != "." || after[0].span.start != before.span.end {
        return 0;
    }
    if is_compounded(text, after) && may_be_compounded(tables, before.span.of(text)) {
        return 3;
    }
    usize::from(belongs(text, tables, before, &after[1..]))
}

/// Whether a full stop is followed by a hyphen and a word without space ("J.-C.", "St.-Veit-Platz").
fn is_compounded(text: &str, tokens: &[Token]) -> bool {
    let [stop, hyphen, word, ..] = tokens else { return false };
    hyphen.span.of(text) == "-"
        && word.kind == TokenKind::Word
        && stop.span.end == hyphen.span.start
        && hyphen.span.end == word.span.start
}

/// Whether a word is an abbreviation or an initial, which may be part of a compound.
fn may_be_compounded(tables: &Tokens, word: &str) -> bool {
    word.len() <= LONGEST_COMPOUND
        && (is_abbreviation(tables, word) || (is_letter(word) && word.starts_with(char::is_uppercase)))
}

/// Whether the full stop after `before` is part of it; `after` are the tokens after the full stop.
fn belongs(text: &str, tables: &Tokens, before: Token, after: &[Token]) -> bool {
    let word = before.span.of(text);
    match before.kind {
        TokenKind::Word => is_abbreviation(tables, word) || is_initial(text, tables, word, after),
        TokenKind::Number => tables.ordinal_full_stop && is_ordinal(text, tables, word, after),
        _ => false,
    }
}

/// "Dr", "z.B", "U.S", "J.-C": in the tables, or single letters with full stops between them.
fn is_abbreviation(tables: &Tokens, word: &str) -> bool {
    let whole = format!("{word}.");
    tables.abbreviations.contains(&whole)
        || tables.final_abbreviations.contains(&whole)
        || (word.contains('.') && word.split('.').all(is_letter))
}

/// One letter, maybe behind a hyphen.
fn is_letter(part: &str) -> bool {
    part.trim_start_matches('-').chars().count() == 1
}

/// Capitals with full stops behind them ("U.N.", "J.-C."), as names and countries are shortened.
pub(crate) fn is_capitals(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letters| {
        letters.contains('.')
            && letters.split('.').all(|part| is_letter(part) && part.ends_with(char::is_uppercase))
    })
}

/// A single letter before more of the name ("George W. Bush", "z. B."), unless what follows begins a sentence.
fn is_initial(text: &str, tables: &Tokens, word: &str, after: &[Token]) -> bool {
    let Some(next) = after.first().map(|token| token.span.of(text)) else { return false };
    let is_word = tables.short_words.contains(word) && next.chars().count() > 1;
    word.split('-').all(is_letter) && !is_word && goes_on(next) && !begins_sentence(text, tables, after)
}

/// A day, a rank or a numeric date before what it counts ("3. Oktober", "03.10. in"), unless what follows begins a
/// sentence. A year before a capital ends its sentence.
fn is_ordinal(text: &str, tables: &Tokens, number: &str, after: &[Token]) -> bool {
    let Some(next) = after.first().map(|token| token.span.of(text)) else { return false };
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let day_and_month =
        number.split('.').all(|part| matches!(part.len(), 1 | 2) && part.parse::<u8>().is_ok());
    let short = (digits && number.len() <= 3) || day_and_month;
    let lower = next.chars().next().is_some_and(char::is_lowercase);
    let range = matches!(next, "-" | "–" | "/" | "," | ")") && short;
    range || (short && goes_on(next) && !begins_sentence(text, tables, after)) || (digits && lower)
}

/// Whether a word could continue a name or a phrase: it begins with a letter or a digit.
fn goes_on(next: &str) -> bool {
    next.chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether tokens begin with a capitalised word that mostly begins sentences, and that is no initial.
pub(crate) fn begins_sentence(text: &str, tables: &Tokens, tokens: &[Token]) -> bool {
    let Some((first, rest)) = tokens.split_first() else { return false };
    let word = first.span.of(text);
    let initial = || {
        let stop = rest.first().filter(|stop| stop.span.start == first.span.end && stop.span.of(text) == ".");
        stop.is_some() && word.chars().count() == 1
    };
    word.chars().next().is_some_and(char::is_uppercase)
        && tables.starters.contains(&word.to_lowercase())
        && !initial()
}
