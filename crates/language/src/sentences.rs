//! Groups a block's tokens into sentences.

use std::ops::Range;

use lagebild_knowledge::tokens::Tokens;

use crate::{
    Token, TokenKind,
    full_stop::{begins_sentence, is_capitals},
};

/// How far back to look for the mark that opened a quotation, in tokens.
const LONGEST_QUOTE: usize = 200;

/// Runs of tokens that are sentences, as indices into `tokens`, which are those of one block.
pub(crate) fn split(text: &str, tokens: &[Token], tables: &Tokens) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        at = match end_after(text, &tokens[start..], tables, at - start).map(|end| start + end) {
            Some(end) => {
                runs.push(start..end);
                start = end;
                end
            }
            None => at + 1,
        };
    }
    if start < tokens.len() {
        runs.push(start..tokens.len());
    }
    runs
}

/// One past the last token of the sentence that token `at` ends, if it ends the one that `tokens` begin with.
fn end_after(text: &str, tokens: &[Token], tables: &Tokens, at: usize) -> Option<usize> {
    let mark = tokens[at].span.of(text);
    if !is_final_mark(mark) {
        let may_end = tables.final_abbreviations.contains(mark) || is_capitals(mark);
        return (may_end && begins_sentence(text, tables, &tokens[at + 1..])).then_some(at + 1);
    }
    if numbers_an_item(text, &tokens[..=at]) {
        return None;
    }
    let end = after_closing(text, tokens, at + 1);
    let Some(next) = tokens.get(end) else { return Some(end) };
    let next = next.span.of(text);
    // "Kommt er? – Nein.": behind a dash somebody else speaks, or it names the speaker ("»Nie!« – Ada Muster").
    let answered =
        || tokens[end - 1].kind != TokenKind::Quote && begins_with_capital(text, tokens.get(end + 1));
    let goes_on = next.chars().next().is_some_and(char::is_lowercase)
        || matches!(next, "," | ";" | ":" | ")" | "]")
        || (is_dash(next) && !answered());
    // An ellipsis trails off inside a sentence as often as at its end: only a capital tells.
    let trails_off = is_ellipsis(mark) && !next.chars().next().is_some_and(char::is_uppercase);
    (!goes_on && !trails_off).then_some(end)
}

/// "1. Every report …", "A. – Of course.": whether the tokens are the number or letter of an item and its full stop.
fn numbers_an_item(text: &str, tokens: &[Token]) -> bool {
    let [item, stop] = tokens else { return false };
    let name = item.span.of(text);
    let number = name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_digit());
    let letter = name.chars().count() == 1 && name.starts_with(char::is_uppercase);
    (number || letter) && stop.span.of(text) == "." && item.span.end == stop.span.start
}

fn is_dash(mark: &str) -> bool {
    matches!(mark, "–" | "—" | "-" | "--")
}

fn begins_with_capital(text: &str, token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.span.of(text).starts_with(char::is_uppercase))
}

fn is_final_mark(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "‽" | "。") || is_ellipsis(mark)
}

fn is_ellipsis(mark: &str) -> bool {
    mark == "…" || (mark.len() > 1 && mark.bytes().all(|byte| byte == b'.'))
}

/// One past the marks from `at` on that close the sentence before them: more final marks, and quotation marks and
/// brackets that touch them.
fn after_closing(text: &str, tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        let touches = tokens[at - 1].span.end == token.span.start;
        let mark = token.span.of(text);
        let closes =
            token.kind == TokenKind::Quote && !matches!(mark, "„" | "‚") || matches!(mark, ")" | "]");
        // French keeps a space before the mark that closes; of straight marks it is the one that follows another.
        let stands_free = !tokens.get(at + 1).is_some_and(|next| opens_on(text, token, next))
            && (mark == "»" || (mark == "\"" && is_open(text, &tokens[..at])));
        if !(touches && closes || stands_free || is_final_mark(mark)) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether a quotation mark touches the word that it opens on.
fn opens_on(text: &str, mark: &Token, next: &Token) -> bool {
    mark.span.end == next.span.start && next.span.of(text).starts_with(char::is_alphanumeric)
}

/// Whether a straight quotation mark is open at the end of these tokens.
fn is_open(text: &str, tokens: &[Token]) -> bool {
    let near = tokens.iter().rev().take(LONGEST_QUOTE);
    near.filter(|token| token.span.of(text) == "\"").count() % 2 == 1
}
