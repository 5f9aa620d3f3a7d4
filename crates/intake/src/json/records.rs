//! Where one JSON record ends and the next begins.

use std::io::{self, BufRead, ErrorKind};

use crate::format::Layout;

/// Bytes that a record may have.
const RECORD_BYTES: usize = 16 << 20;

/// The most that a record may have, in megabytes.
pub(super) const MEGABYTES: usize = RECORD_BYTES >> 20;

/// One record and where it stands in the input.
#[derive(Debug)]
pub(super) struct Record {
    /// None where there are too many; they were skipped.
    pub(super) bytes: Option<Vec<u8>>,
    /// Line of its first byte, counted from one.
    pub(super) line: usize,
    /// Bytes before it in that line.
    pub(super) column: usize,
}

/// Cuts an input into records without understanding them.
pub(super) struct Records<R> {
    input: R,
    layout: Layout,
    line: usize,
    column: usize,
    done: bool,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(input: R, layout: Layout) -> Self {
        Self { input, layout, line: 1, column: 0, done: false }
    }

    /// The next record, or none at the end of the input.
    fn read(&mut self) -> io::Result<Option<Record>> {
        let mut scan = Scan { layout: self.layout, depth: 0, in_string: false, escaped: false, begun: false };
        let mut record = Record { bytes: Some(Vec::new()), line: self.line, column: self.column };
        loop {
            let buffer = match self.input.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            if buffer.is_empty() {
                self.done = true;
                return Ok(scan.begun.then_some(record));
            }
            let (mut from, mut used, mut complete) = (0, 0, false);
            for &byte in buffer {
                if !scan.begun && scan.begins(byte) {
                    scan.begun = true;
                    from = used;
                    (record.line, record.column) = (self.line, self.column);
                }
                used += 1;
                self.column += 1;
                if byte == b'\n' {
                    (self.line, self.column) = (self.line + 1, 0);
                }
                if scan.begun && scan.ends(byte) {
                    complete = true;
                    break;
                }
            }
            if scan.begun {
                record.add(&buffer[from..used]);
            }
            self.input.consume(used);
            if complete {
                return Ok(Some(record));
            }
        }
    }
}

impl Record {
    fn add(&mut self, more: &[u8]) {
        self.bytes.take_if(|bytes| bytes.len() + more.len() > RECORD_BYTES);
        if let Some(bytes) = &mut self.bytes {
            bytes.extend_from_slice(more);
        }
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = io::Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let read = self.read();
        self.done |= read.is_err();
        read.transpose()
    }
}

/// What is known of a record while its bytes go by.
struct Scan {
    layout: Layout,
    /// Open braces and brackets.
    depth: usize,
    in_string: bool,
    escaped: bool,
    begun: bool,
}

impl Scan {
    /// Whether a byte begins a record. Around values stand commas and the brackets of one array; before all, a
    /// byte order mark may stand.
    fn begins(&self, byte: u8) -> bool {
        if matches!(byte, 0xef | 0xbb | 0xbf) {
            return false;
        }
        match self.layout {
            Layout::Lines => !byte.is_ascii_whitespace(),
            Layout::Values => !byte.is_ascii_whitespace() && !matches!(byte, b'[' | b']' | b','),
        }
    }

    /// Whether a byte of the record is its last.
    fn ends(&mut self, byte: u8) -> bool {
        if self.layout == Layout::Lines {
            return byte == b'\n';
        }
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            b',' | b'\n' => return self.depth == 0,
            _ => {}
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(input: &str, layout: Layout) -> Vec<(String, usize, usize)> {
        let records = Records::new(io::BufReader::with_capacity(3, input.as_bytes()), layout);
        records
            .map(|record| {
                let record = record.unwrap();
                let text = String::from_utf8(record.bytes.unwrap()).unwrap();
                (text.trim().to_owned(), record.line, record.column)
            })
            .collect()
    }

    #[test]
    fn lines_are_records_whatever_is_in_them() {
        let cut = cut("{\"a\": 1}\r\n\n  {broken\n{\"b\": \"}\"}", Layout::Lines);
        assert_eq!(
            cut,
            [("{\"a\": 1}".into(), 1, 0), ("{broken".into(), 3, 2), ("{\"b\": \"}\"}".into(), 4, 0)]
        );
    }

    #[test]
    fn values_are_records_over_many_lines_and_in_an_array() {
        let cut = cut("[\n  {\"a\": \"]}\\\"\"},\n  {\"b\": [{}],\n\"c\": {}}\n]", Layout::Values);
        assert_eq!(cut, [("{\"a\": \"]}\\\"\"}".into(), 2, 2), ("{\"b\": [{}],\n\"c\": {}}".into(), 3, 2)]);
    }

    #[test]
    fn a_record_larger_than_any_report_is_skipped() {
        let input = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"kurz\"}}\n", "a".repeat(RECORD_BYTES));
        let records: Vec<Record> =
            Records::new(input.as_bytes(), Layout::Lines).map(|record| record.unwrap()).collect();
        assert!(records[0].bytes.is_none());
        assert_eq!((records[1].line, records[1].bytes.is_some()), (2, true));
    }
}
