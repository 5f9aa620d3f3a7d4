//! Inputs that would hurt: each gives a clear message or as much as can be read, soon and in little memory.

use std::io::{self, Read, Write as _};
use std::time::{Duration, Instant};

use flate2::{Compression, write::GzEncoder};
use lagebild_intake::{Error, Given, Hint, Intake, Taken};

/// What a test build may take; a release build is ten times as fast.
const PATIENCE: Duration = Duration::from_secs(30);

fn take(input: impl Read, name: &str) -> Vec<Result<Taken, Error>> {
    let started = Instant::now();
    let taken = Intake::new(Given::default()).reports(input, &Hint::named(name)).collect();
    assert!(started.elapsed() < PATIENCE, "{name} took {:?}", started.elapsed());
    taken
}

fn message(input: &[u8], name: &str) -> String {
    match take(input, name).remove(0) {
        Ok(taken) => panic!("{name} was read: {:?}", taken.report.text),
        Err(error) => error.to_string(),
    }
}

#[test]
fn an_input_without_text_says_so() {
    for input in ["", " \n\t ", "\u{feff}", "\u{feff}\n", "\0\0\0\0"] {
        assert!(message(input.as_bytes(), "a.txt").starts_with("the input is empty"), "{input:?}");
    }
    for mark in [&b"\xff\xfe"[..], b"\xfe\xff", b"\xef\xbb\xbf"] {
        assert!(message(mark, "a.txt").starts_with("the input is empty"), "{mark:?}");
    }
    assert_eq!(message(b"*** --- ***", "a.txt"), "no text of a report was found in the input");
}

#[test]
fn an_input_that_is_no_text_says_what_it_is() {
    for (start, what) in [
        (&b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"[..], "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f", "binary data"),
    ] {
        assert_eq!(
            message(start, "report.txt"),
            format!("the input is {what}, not a report: give its text, HTML or JSON")
        );
    }
    assert!(take(&b"BMW und MZ bauen in Kessen ein Werk."[..], "a.txt")[0].is_ok());
}

#[test]
fn nul_bytes_are_left_out() {
    let taken = take(&b"Der R\0at von Kessen\0 tagt heute."[..], "a.txt").remove(0).unwrap();
    assert_eq!(taken.report.text, "Der Rat von Kessen tagt heute.");
}

#[test]
fn a_hundred_megabytes_of_one_line_are_cut() {
    let sentence = "Der Rat von Kessen tagt heute. ";
    let line = io::Cursor::new(sentence.repeat(100_000)).chain(io::repeat(b'a').take(100 << 20));
    let taken = take(line, "a.txt").remove(0).unwrap();
    assert!(taken.report.text.len() <= 4 << 20);
    assert_eq!(taken.unread.len(), 2);
    assert!(taken.unread.iter().all(|unread| unread.span.start == taken.report.text.len()));
}

#[test]
fn a_long_text_is_cut_at_the_end_of_a_sentence() {
    let text = "Der Rat von Kessen tagt heute. ".repeat(150_000);
    let taken = take(text.as_bytes(), "a.txt").remove(0).unwrap();
    assert!(taken.report.text.len() > 4_000_000);
    assert!(taken.report.text.ends_with("tagt heute."));
    assert!(taken.unread[0].reason.contains("longer than 4 MB"));
}

#[test]
fn many_short_lines_are_as_good_as_one_long_one() {
    let taken = take("A.\n".repeat(2 << 20).as_bytes(), "a.txt").remove(0).unwrap();
    assert!(taken.report.blocks.len() > 1_000_000);
    for line in ["a\n", "ab-\n", "1. a\n", "“\n", "A\n\n"] {
        assert!(take(line.repeat(1 << 18).as_bytes(), "a.txt")[0].is_ok(), "{line:?}");
    }
    assert!(take("\n".repeat(50 << 20).as_bytes(), "a.txt")[0].is_err());
}

#[test]
fn a_hundred_megabytes_of_one_record_are_skipped() {
    let record = io::Cursor::new(b"{\"text\": \"").chain(io::repeat(b'a').take(100 << 20));
    let input = record.chain(&b"\"}\n{\"text\": \"Der Rat tagt.\"}\n"[..]);
    let taken = take(input, "a.jsonl");
    assert_eq!(
        taken[0].as_ref().unwrap_err().to_string(),
        "record 1 at line 1 is larger than 16 MB: split it"
    );
    assert_eq!(taken[1].as_ref().unwrap().report.text, "Der Rat tagt.");
}

#[test]
fn deep_nesting_is_an_error_or_of_no_matter() {
    let deep = "[".repeat(200_000);
    let shut = "]".repeat(200_000);
    assert!(take(format!("{{\"text\": {deep}{shut}}}").as_bytes(), "a.json")[0].is_err());
    assert!(take(format!("{{\"text\": {deep}").as_bytes(), "a.json")[0].is_err());
    let beside = format!("{{\"text\": \"Der Rat tagt.\", \"x\": {deep}{shut}}}");
    assert_eq!(take(beside.as_bytes(), "a.json").remove(0).unwrap().report.text, "Der Rat tagt.");
    let pages = "{\"articles\":".repeat(100_000);
    assert!(take(pages.as_bytes(), "a.json")[0].is_err());
}

#[test]
fn a_bomb_is_not_unpacked_to_its_end() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let megabyte = vec![b'a'; 1 << 20];
    for _ in 0..1024 {
        encoder.write_all(&megabyte).unwrap();
    }
    let bomb = encoder.finish().unwrap();
    let taken = take(&bomb[..], "a.txt.gz").remove(0).unwrap();
    assert!(taken.unread.iter().any(|unread| unread.reason.contains("at least")));
}

#[test]
fn ten_thousand_records_are_read_one_by_one() {
    let records = (0..10_000).map(|n| format!("{{\"text\": \"Der Rat von Kessen tagt zum {n}. Mal.\"}}\n"));
    let input: String = records.collect();
    assert_eq!(take(input.as_bytes(), "a.jsonl").iter().filter(|taken| taken.is_ok()).count(), 10_000);
}

#[test]
fn an_input_that_cannot_be_read_says_so() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let error = take(Broken, "a.txt").remove(0).unwrap_err();
    assert_eq!(error.to_string(), "the input cannot be read: the disk is gone");
}
