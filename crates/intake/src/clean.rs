//! Raw text to the text that is shown, so that what looks the same is the same.
//!
//! Inside a block a run of white space, line breaks included, is one space. Characters that are not seen (soft
//! hyphens, zero-width marks, controls, icons of private fonts) go; typographic ligatures become letters; the
//! result is in Unicode normal form C. Spans point into the result.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Characters beyond ASCII that make a repair certain.
const CERTAIN: usize = 2;

/// The text of a block as it is shown.
pub(crate) fn block(raw: &str) -> String {
    let mut shown = String::with_capacity(raw.len());
    let mut gap = false;
    let mut before = ' ';
    for c in raw.chars() {
        let c = as_windows(c);
        if c.is_whitespace() || is_blank(c) {
            gap = !shown.is_empty();
        } else if !is_unseen(c) && (!is_joiner(c) || is_pictograph(before)) {
            if gap {
                shown.push(' ');
                gap = false;
            }
            push_letters(&mut shown, c);
            before = c;
        }
    }
    match ComposingNormalizerBorrowed::new_nfc().normalize(&shown) {
        Cow::Borrowed(_) => shown,
        Cow::Owned(composed) => composed,
    }
}

/// A C1 control as the character of windows-1252 that was meant; nobody means the control.
fn as_windows(c: char) -> char {
    match c {
        '\u{80}'..='\u{9f}' => {
            let byte = [c as u8];
            let (decoded, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
            decoded.chars().next().unwrap_or(c)
        }
        _ => c,
    }
}

/// Blanks that Unicode does not count as white space.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{2800}' | '\u{3164}' | '\u{180e}')
}

/// Characters without a shape of their own.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Joiners bind emoji to one picture; between letters of our scripts they are dirt.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

fn push_letters(shown: &mut String, c: char) {
    match c {
        '\u{fb00}' => shown.push_str("ff"),
        '\u{fb01}' => shown.push_str("fi"),
        '\u{fb02}' => shown.push_str("fl"),
        '\u{fb03}' => shown.push_str("ffi"),
        '\u{fb04}' => shown.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => shown.push_str("st"),
        _ => shown.push(c),
    }
}

/// Whether a text is UTF-8 that was read as windows-1252 ("fÃ¼r"), all of it.
///
/// Certain because no letter that was read rightly can stand in such a text: every character beyond ASCII is
/// part of a valid UTF-8 sequence.
pub(crate) fn is_mangled(text: &str) -> bool {
    unmangled(text).is_some_and(|meant| meant.chars().filter(|c| !c.is_ascii()).count() >= CERTAIN)
}

/// A piece of a mangled text as it was meant.
pub(crate) fn unmangled(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
    if unmappable { None } else { str::from_utf8(&bytes).ok().map(str::to_owned) }
}
