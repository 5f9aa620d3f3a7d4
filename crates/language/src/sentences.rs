//! Groups a block's tokens into sentences.

use std::ops::Range;

use lagebild_knowledge::tokens::Tokens;

use crate::{Token, TokenKind, full_stop::begins_sentence};

/// Runs of tokens that are sentences, as indices into `tokens`, which are those of one block.
pub(crate) fn split(text: &str, tokens: &[Token], tables: &Tokens) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        at = match end_after(text, tokens, tables, at) {
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

/// One past the last token of the sentence that token `at` ends, if it ends one.
fn end_after(text: &str, tokens: &[Token], tables: &Tokens, at: usize) -> Option<usize> {
    let mark = tokens[at].span.of(text);
    if !is_final_mark(mark) {
        return (tables.final_abbreviations.contains(mark) && begins_next(text, tokens, tables, at + 1))
            .then_some(at + 1);
    }
    let end = after_closing(text, tokens, at + 1);
    let Some(next) = tokens.get(end) else { return Some(end) };
    let next = next.span.of(text);
    let goes_on = next.chars().next().is_some_and(char::is_lowercase)
        || matches!(next, "," | ";" | ":" | ")" | "]" | "–" | "—" | "-" | "--");
    // An ellipsis trails off inside a sentence as often as at its end: only a capital tells.
    let trails_off = is_ellipsis(mark) && !next.chars().next().is_some_and(char::is_uppercase);
    (!goes_on && !trails_off).then_some(end)
}

/// Whether the token at `at` is a word that begins sentences.
fn begins_next(text: &str, tokens: &[Token], tables: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|next| begins_sentence(tables, next.span.of(text)))
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
        if !(touches && closes || is_final_mark(mark)) {
            break;
        }
        at += 1;
    }
    at
}
