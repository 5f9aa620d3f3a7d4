//! Inputs as plain bytes: unpacks gzip, looks ahead, and reads no more than a report can need.

use std::io::{self, Cursor, Read};

use flate2::read::MultiGzDecoder;

/// How far the format is looked for.
pub(crate) const AHEAD: usize = 64 << 10;

/// How much beyond its limit an input is counted; an endless one is not read to its end.
const COUNTED: u64 = 256 << 20;

/// How gzip begins.
const GZIP: &[u8] = &[0x1f, 0x8b, 0x08];

/// An input whose first bytes are known.
pub(crate) struct Peeked<'a> {
    start: Vec<u8>,
    rest: Box<dyn Read + 'a>,
}

impl<'a> Peeked<'a> {
    /// Its first bytes: all of them, or 64 KiB.
    pub(crate) fn start(&self) -> &[u8] {
        &self.start
    }

    /// The whole input, from its first byte.
    pub(crate) fn into_reader(self) -> Box<dyn Read + 'a> {
        Box::new(Cursor::new(self.start).chain(self.rest))
    }
}

/// Looks at an input's first bytes, unpacked.
pub(crate) fn peek<'a>(input: impl Read + 'a) -> io::Result<Peeked<'a>> {
    let peeked = look_ahead(Box::new(input))?;
    if peeked.start.starts_with(GZIP) {
        look_ahead(Box::new(MultiGzDecoder::new(peeked.into_reader())))
    } else {
        Ok(peeked)
    }
}

fn look_ahead<'a>(mut input: Box<dyn Read + 'a>) -> io::Result<Peeked<'a>> {
    let mut start = Vec::new();
    match input.by_ref().take(AHEAD as u64).read_to_end(&mut start) {
        Err(error) if start.is_empty() => Err(error),
        // The error comes again when the rest is read, and then what was read before it counts.
        _ => Ok(Peeked { start, rest: input }),
    }
}

/// An input as far as it was read.
pub(crate) struct Whole {
    pub(crate) bytes: Vec<u8>,
    /// What of it was not read, as one English sentence.
    pub(crate) left_out: Option<String>,
}

/// Reads an input up to `limit` bytes and counts the rest. An input that breaks off counts as far as it goes.
pub(crate) fn read_up_to(input: Peeked<'_>, limit: usize) -> io::Result<Whole> {
    let mut reader = input.into_reader();
    let mut bytes = Vec::new();
    if let Err(error) = reader.by_ref().take(limit as u64).read_to_end(&mut bytes) {
        if bytes.is_empty() {
            return Err(error);
        }
        let left_out = Some(format!("The input breaks off after {} bytes: {error}.", bytes.len()));
        return Ok(Whole { bytes, left_out });
    }
    let beyond = io::copy(&mut reader.take(COUNTED), &mut io::sink()).unwrap_or(0);
    let left_out = (beyond > 0).then(|| {
        let more = if beyond == COUNTED { "at least " } else { "" };
        format!("The input goes on for {more}{beyond} bytes after its first {limit}, which were not read.")
    });
    Ok(Whole { bytes, left_out })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn whole(bytes: &[u8], limit: usize) -> Whole {
        read_up_to(peek(bytes).unwrap(), limit).unwrap()
    }

    #[test]
    fn packed_and_plain_inputs_are_the_same() {
        let plain = "Der Pegel der Lauter steigt. ".repeat(9_000);
        for bytes in [plain.as_bytes().to_vec(), packed(plain.as_bytes())] {
            let whole = whole(&bytes, 1 << 20);
            assert_eq!(whole.bytes, plain.as_bytes());
            assert_eq!(whole.left_out, None);
        }
    }

    #[test]
    fn what_lies_beyond_the_limit_is_counted() {
        let whole = whole(&packed(&vec![b'a'; 500_000]), 100_000);
        assert_eq!(whole.bytes.len(), 100_000);
        assert!(whole.left_out.unwrap().contains("400000 bytes after its first 100000"));
    }

    #[test]
    fn an_endless_input_is_not_read_to_its_end() {
        let whole = read_up_to(peek(io::repeat(b'a')).unwrap(), 1000).unwrap();
        assert!(whole.left_out.unwrap().contains("at least"));
    }

    #[test]
    fn an_archive_that_breaks_off_counts_as_far_as_it_goes() {
        let noise: Vec<u8> =
            (0..40_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let mut bytes = packed(&noise);
        bytes.truncate(bytes.len() / 2);
        let whole = whole(&bytes, 1 << 20);
        assert!(!whole.bytes.is_empty());
        assert!(whole.left_out.unwrap().contains("breaks off"));
    }
}
