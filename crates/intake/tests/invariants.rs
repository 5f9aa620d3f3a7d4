//! What holds for any input, and a replay of the inputs that fuzzing starts from.

use std::fs;
use std::path::Path;

use lagebild_intake::{Given, Hint, Intake};
use proptest::prelude::*;

/// Reads any bytes and checks that every block is a stretch of the text, in order, with an empty line between.
fn check(bytes: &[u8], name: &str) {
    let intake = Intake::new(Given::default());
    for taken in intake.reports(bytes, &Hint::named(name)).flatten() {
        let report = taken.report;
        let mut end = 0;
        for (at, block) in report.blocks.iter().enumerate() {
            let span = block.span;
            let between = if at == 0 { "" } else { "\n\n" };
            assert_eq!(report.text.get(end..span.start), Some(between));
            let text = report.text.get(span.start..span.end).expect("a block lies on characters");
            assert_eq!(text, text.trim());
            assert!(!text.is_empty() && !text.contains('\n'));
            end = span.end;
        }
        assert_eq!(end, report.text.len());
        assert_eq!(report.id.len(), 32);
        assert!(
            taken.unread.iter().all(|unread| report.text.get(unread.span.start..unread.span.end).is_some())
        );
    }
}

const NAMES: &[&str] = &["a.txt", "a.html", "a.json", "a.jsonl", "a.gz", "a"];

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300), name in 0..NAMES.len()) {
        check(&bytes, NAMES[name]);
    }

    #[test]
    fn any_text_is_read(text in "(\\PC|[ \n\r\t.:;-]|[0-9]{1,2}[.)] |- |Von |\u{ad}|\u{308}|\u{fb01}){0,200}", name in 0..NAMES.len()) {
        check(text.as_bytes(), NAMES[name]);
    }

    #[test]
    fn any_record_is_read(text in "\\PC{0,40}", field in "(text|body|html|title|url|published|authors|x)", rest in "[\\[\\]{}\",:a0\n ]{0,40}") {
        check(format!("{{\"{field}\": {text:?}, \"text\": \"Der Rat tagt.\"{rest}}}\n{rest}").as_bytes(), "a.jsonl");
    }

    #[test]
    fn a_report_that_is_read_again_is_the_same(text in "([A-ZÄa-zß]{1,9}[ ,.!\n]{1,2}){1,60}") {
        let take = |text: &str| {
            let intake = Intake::new(Given::default());
            intake.reports(text.as_bytes(), &Hint::named("a.txt")).next().and_then(Result::ok)
        };
        if let Some(first) = take(&text) {
            let again = take(&text).expect("what was read once can be read again");
            prop_assert_eq!(first.report, again.report);
        }
    }
}

#[test]
fn inputs_that_fuzzing_starts_from_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/intake");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 20);
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        for name in NAMES {
            check(&bytes, name);
        }
    }
}
