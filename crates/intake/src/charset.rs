//! Bytes to characters.
//!
//! In this order: byte order mark, HTTP header, `<meta>`, a look at the bytes. Bytes that are valid UTF-8 and
//! not mere ASCII are UTF-8 whatever is declared: no other charset's text comes out valid by chance.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A charset by its WHATWG name.
pub(crate) type Charset = &'static Encoding;

/// How far a page may declare its charset.
const META_WITHIN: usize = 4096;

/// Where, beside HTTP, a document may declare its charset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declared {
    /// In the `<meta>` elements of its first bytes.
    InMeta,
    /// Nowhere.
    Nowhere,
}

/// Characters, and what of the bytes was none.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// How many characters could not be read, as one English sentence.
    pub(crate) left_out: Option<String>,
}

/// The charset that a `Content-Type` names.
pub(crate) fn of_content_type(content_type: &str) -> Option<Charset> {
    charset_after(content_type.as_bytes())
}

/// Reads bytes as characters. What is none becomes U+FFFD.
pub(crate) fn decode(bytes: &[u8], header: Option<Charset>, declared: Declared) -> Decoded {
    let (charset, mark) = match Encoding::for_bom(bytes) {
        Some(marked) => marked,
        None => (without_mark(bytes, header, declared), 0),
    };
    let (text, broken) = charset.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    let text = text.into_owned();
    let left_out = broken.then(|| {
        let count = text.matches('\u{fffd}').count();
        format!("Not all bytes are characters in {}: U+FFFD stands for them {count} times.", charset.name())
    });
    Decoded { text, left_out }
}

fn without_mark(bytes: &[u8], header: Option<Charset>, declared: Declared) -> Charset {
    if let Some(wide) = utf_16(bytes) {
        return wide;
    }
    let tally = Tally::of(bytes);
    if tally.wide > tally.broken {
        return UTF_8;
    }
    let named = header.or_else(|| match declared {
        Declared::InMeta => in_meta(bytes),
        Declared::Nowhere => None,
    });
    match named {
        Some(charset) if charset != UTF_8 => charset,
        _ if tally.broken == 0 => UTF_8,
        _ => detect(bytes),
    }
}

/// How the bytes do as UTF-8.
#[derive(Default)]
struct Tally {
    /// Characters of more than one byte.
    wide: usize,
    /// Stretches that are no characters.
    broken: usize,
}

impl Tally {
    fn of(bytes: &[u8]) -> Self {
        let mut tally = Self::default();
        for chunk in bytes.utf8_chunks() {
            tally.wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
            tally.broken += usize::from(!chunk.invalid().is_empty());
        }
        tally
    }
}

/// UTF-16, told by its mark or its zero bytes.
pub(crate) fn wide(bytes: &[u8]) -> Option<Charset> {
    match Encoding::for_bom(bytes) {
        Some((charset, _)) => (charset != UTF_8).then_some(charset),
        None => utf_16(bytes),
    }
}

/// UTF-16 without a mark: every other byte of Latin text is zero.
fn utf_16(bytes: &[u8]) -> Option<Charset> {
    let sample = bytes.get(..bytes.len().min(META_WITHIN) & !1)?;
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (first, second, half) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        () if half < 2 => None,
        () if second * 2 > half && first * 10 < half => Some(UTF_16LE),
        () if first * 2 > half && second * 10 < half => Some(UTF_16BE),
        () => None,
    }
}

/// The charset that a page's `<meta charset>` or `<meta http-equiv>` names.
fn in_meta(bytes: &[u8]) -> Option<Charset> {
    let head = bytes.get(..bytes.len().min(META_WITHIN))?.to_ascii_lowercase();
    let mut metas = head.windows(5).enumerate().filter(|(_, window)| *window == b"<meta").map(|(at, _)| at);
    metas.find_map(|at| {
        let tag = head.get(at..)?.split(|b| *b == b'>').next()?;
        charset_after(tag)
    })
}

/// The charset named after `charset=`. As browsers do, UTF-16 is not believed: the name could not be read in it.
fn charset_after(bytes: &[u8]) -> Option<Charset> {
    let lower = bytes.to_ascii_lowercase();
    let at = lower.windows(7).position(|window| window == b"charset")?;
    let rest = lower.get(at + 7..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
    let name = rest.split(|b| matches!(b, b'"' | b'\'' | b';' | b' ' | b'/' | b'>')).next()?;
    let charset = Encoding::for_label(name)?;
    Some(charset.output_encoding())
}

fn detect(bytes: &[u8]) -> Charset {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}
