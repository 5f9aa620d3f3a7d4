//! Decides whether a full stop belongs to the word before it: abbreviations, initials, ordinals.

use lagebild_knowledge::tokens::Tokens;

use crate::{Token, TokenKind};

/// Joins full stops to the tokens from `first` on that they belong to.
pub(crate) fn attach(text: &str, tables: &Tokens, first: usize, out: &mut Vec<Token>) {
    let mut kept = first;
    for at in first..out.len() {
        let token = out[at];
        let touches = kept > first && out[kept - 1].span.end == token.span.start;
        if touches && token.span.of(text) == "." && belongs(text, tables, out[kept - 1], out.get(at + 1)) {
            out[kept - 1].span.end = token.span.end;
        } else {
            out[kept] = token;
            kept += 1;
        }
    }
    out.truncate(kept);
}

/// Whether the full stop after `before` is part of it; `next` is the token after the full stop.
fn belongs(text: &str, tables: &Tokens, before: Token, next: Option<&Token>) -> bool {
    let word = before.span.of(text);
    let next = next.map(|token| token.span.of(text));
    match before.kind {
        TokenKind::Word => is_abbreviation(tables, word) || is_initial(tables, word, next),
        TokenKind::Number => tables.ordinal_full_stop && is_ordinal(tables, word, next),
        _ => false,
    }
}

/// "Dr", "z.B", "U.S": in the tables, or single letters with full stops between them.
fn is_abbreviation(tables: &Tokens, word: &str) -> bool {
    let whole = format!("{word}.");
    tables.abbreviations.contains(&whole)
        || tables.final_abbreviations.contains(&whole)
        || (word.contains('.') && word.split('.').all(|part| part.chars().count() == 1))
}

/// A single letter before more of the name ("George W. Bush", "z. B."), unless what follows begins a sentence.
fn is_initial(tables: &Tokens, word: &str, next: Option<&str>) -> bool {
    let mut letters = word.split('-').map(|part| part.chars().count());
    letters.all(|count| count == 1)
        && next.is_some_and(|next| goes_on(next) && !begins_sentence(tables, next))
}

/// A day, a rank or a numeric date before what it counts ("3. Oktober", "03.10. in"), unless what follows begins a
/// sentence. A year before a capital ends its sentence.
fn is_ordinal(tables: &Tokens, number: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let day_and_month =
        number.split('.').all(|part| matches!(part.len(), 1 | 2) && part.parse::<u8>().is_ok());
    let short = (digits && number.len() <= 3) || day_and_month;
    let lower = next.chars().next().is_some_and(char::is_lowercase);
    let range = matches!(next, "-" | "–" | "/" | "," | ")") && short;
    range || (short && goes_on(next) && !begins_sentence(tables, next)) || (digits && lower)
}

/// Whether a word could continue a name or a phrase: it begins with a letter or a digit.
fn goes_on(next: &str) -> bool {
    next.chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether a capitalised word is one that mostly begins sentences.
pub(crate) fn begins_sentence(tables: &Tokens, word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && tables.starters.contains(&word.to_lowercase())
}
