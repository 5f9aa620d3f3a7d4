//! Splits a block into tokens: Unicode word boundaries (UAX #29), joined again where news writes one word.

use lagebild_knowledge::tokens::Tokens;
use lagebild_schema::Span;
use unicode_segmentation::UnicodeSegmentation;

use crate::{Token, TokenKind, address, clitics, full_stop};

/// Appends the tokens of the block at `block` to `out`.
pub(crate) fn split(text: &str, block: Span, tables: &Tokens, out: &mut Vec<Token>) {
    let first = out.len();
    for chunk in chunks(text, block) {
        match address::find(chunk.of(text)) {
            Some(Span { start, end }) => {
                let address = Span::new(chunk.start + start, chunk.start + end);
                split_words(text, Span::new(chunk.start, address.start), tables, out);
                out.push(Token { span: address, kind: TokenKind::Address });
                split_words(text, Span::new(address.end, chunk.end), tables, out);
            }
            None => split_words(text, chunk, tables, out),
        }
    }
    full_stop::attach(text, tables, first, out);
}

/// The stretches of a block between white space.
fn chunks(text: &str, block: Span) -> impl Iterator<Item = Span> {
    let inside = block.of(text);
    inside.split_whitespace().map(move |chunk| {
        let start = block.start + (chunk.as_ptr() as usize - inside.as_ptr() as usize);
        Span::new(start, start + chunk.len())
    })
}

/// Appends the words and marks of a stretch without white space and addresses.
fn split_words(text: &str, chunk: Span, tables: &Tokens, out: &mut Vec<Token>) {
    let first = out.len();
    for (at, piece) in chunk.of(text).split_word_bound_indices() {
        let span = Span::new(chunk.start + at, chunk.start + at + piece.len());
        let next = text[span.end..chunk.end].chars().next();
        match out[first..].last_mut() {
            Some(last) if joins(last.span.of(text), piece, next) => last.span.end = span.end,
            _ => out.push(Token { span, kind: kind(piece) }),
        }
    }
    join_iso_dates(text, first, out);
    clitics::settle(text, tables, first, out);
}

/// Whether `piece` belongs to the token `before` it, which it touches; `next` is the character after it.
fn joins(before: &str, piece: &str, next: Option<char>) -> bool {
    let before_end = before.chars().next_back().unwrap_or(' ');
    let piece_start = piece.chars().next().unwrap_or(' ');
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match piece {
        // "Jean-Luc", "62-year-old", "Außen- (und Innenpolitik)", but "10-12" is a range of two numbers.
        "-" | "‐" | "‑" => match next {
            // "--" is a dash.
            _ if before.starts_with(is_hyphen) => true,
            Some(next) if next.is_numeric() => before_end.is_alphabetic(),
            Some(next) => before_end.is_alphanumeric() && next.is_alphabetic(),
            None => before_end.is_alphabetic(),
        },
        // "Q&A"; accents typed for apostrophes.
        "&" | "`" | "´" => before_end.is_alphabetic() && next.is_some_and(char::is_alphabetic),
        // "15:30", "2010/11", "10/3/2012".
        ":" | "/" => {
            before.bytes().all(|byte| byte.is_ascii_digit() || byte == piece.as_bytes()[0])
                && next.is_some_and(|next| next.is_ascii_digit())
        }
        "²" | "³" => before_end.is_alphabetic(),
        "." => (before.starts_with('.') && before_end == '.') || next.is_some_and(is_ordinal_mark),
        _ => match before_end {
            end if is_hyphen(end) => piece_start.is_alphanumeric() && !before.starts_with(is_hyphen),
            '.' => before.len() > 1 && is_ordinal_mark(piece_start),
            '`' | '´' => before.starts_with(char::is_alphabetic) && piece_start.is_alphabetic(),
            '&' => before.len() > 1 && piece_start.is_alphabetic(),
            ':' | '/' => before.len() > 1 && is_digits(piece),
            _ => false,
        },
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// The raised letters of "n.º 5" and "1.ª".
fn is_ordinal_mark(c: char) -> bool {
    matches!(c, 'º' | 'ª')
}

/// Joins the numbers and hyphens of ISO dates ("2024-06-16") from `first` on.
fn join_iso_dates(text: &str, first: usize, out: &mut Vec<Token>) {
    const LENGTHS: [usize; 5] = [4, 1, 2, 1, 2];
    let mut at = first;
    while let Some(parts) = out.get(at..at + LENGTHS.len()) {
        let is_date = parts.iter().zip(LENGTHS).enumerate().all(|(i, (part, length))| {
            let word = part.span.of(text);
            let fits = if i % 2 == 1 { word == "-" } else { word.bytes().all(|byte| byte.is_ascii_digit()) };
            fits && word.len() == length
        });
        if is_date {
            out[at].span.end = parts[LENGTHS.len() - 1].span.end;
            out.drain(at + 1..at + LENGTHS.len());
        }
        at += 1;
    }
}

/// What sort of token a piece is.
pub(crate) fn kind(piece: &str) -> TokenKind {
    let Some(first) = piece.chars().next() else { return TokenKind::Symbol };
    match first {
        c if c.is_alphabetic() => TokenKind::Word,
        c if c.is_numeric() => TokenKind::Number,
        '"' | '„' | '“' | '”' | '‟' | '«' | '»' | '‚' | '‘' | '’' | '‛' | '‹' | '›' | '\'' | '`' | '´' => {
            TokenKind::Quote
        }
        '…' | '–' | '—' | '‐' | '‑' | '―' | '¿' | '¡' | '·' | '•' => TokenKind::Punctuation,
        '%' | '$' | '&' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '#' | '@' => TokenKind::Symbol,
        c if c.is_ascii_punctuation() => TokenKind::Punctuation,
        _ => TokenKind::Symbol,
    }
}
