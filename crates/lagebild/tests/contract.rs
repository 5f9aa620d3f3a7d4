//! The JSON contract: its schema is fresh, and what the reader writes follows it.

use std::fs;
use std::path::{Path, PathBuf};

use lagebild::Given;
use lagebild::schema::JsonReading;
use proptest::prelude::*;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every example report's bytes.
fn examples() -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths: Vec<PathBuf> = ["de", "en"]
        .iter()
        .flat_map(|folder| fs::read_dir(repository().join("examples").join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Whether every span of a JSON value, wherever it stands, says what the text says there.
fn spans_hold(value: &serde_json::Value, text: &[char]) -> Result<(), String> {
    match value {
        serde_json::Value::Array(items) => items.iter().try_for_each(|item| spans_hold(item, text)),
        serde_json::Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
                let there: String =
                    text.get(start..end).ok_or(format!("{start}..{end} lies outside"))?.iter().collect();
                if fields.get("exact").is_some_and(|exact| exact != there.as_str()) {
                    return Err(format!("{start}..{end} is {there:?}, not {:?}", fields["exact"]));
                }
            }
            fields.values().try_for_each(|field| spans_hold(field, text))
        }
        _ => Ok(()),
    }
}

/// Reads bytes and checks every span of every reading, inside and at the JSON boundary.
fn check(bytes: &[u8]) -> Result<usize, String> {
    let mut count = 0;
    for reading in lagebild::read(bytes, &Given::default()).into_iter().flatten() {
        let json = serde_json::to_value(reading.to_json()).map_err(|error| error.to_string())?;
        let text: Vec<char> = reading.report.text.chars().collect();
        spans_hold(&json, &text)?;
        let back: JsonReading = serde_json::from_value(json).map_err(|error| error.to_string())?;
        let back = back.into_reading().map_err(|error| error.to_string())?;
        if back.report != reading.report || back.times != reading.times || back.findings != reading.findings {
            return Err("a reading that crossed the boundary and came back is another".to_owned());
        }
        count += 1;
    }
    Ok(count)
}

#[test]
fn the_schema_in_the_repository_is_fresh() {
    let path = repository().join("crates/schema/reading.schema.json");
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let fresh = lagebild::schema_text().unwrap();
    assert!(
        kept == fresh,
        "crates/schema/reading.schema.json is stale: run `cargo run -- schema > crates/schema/reading.schema.json`"
    );
}

#[test]
fn every_reading_of_an_example_follows_the_schema() {
    let schema = serde_json::to_value(lagebild::schema::json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for (path, bytes) in examples() {
        for reading in lagebild::read(&bytes, &Given::default()).into_iter().flatten() {
            let json = serde_json::to_value(reading.to_json()).unwrap();
            let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        }
    }
}

#[test]
fn every_span_of_an_example_says_what_the_text_says() {
    for (path, bytes) in examples() {
        let count = check(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(count > 0, "{} was not read", path.display());
    }
}

#[test]
fn what_the_fuzzer_reads_is_read_without_panic_and_with_true_spans() {
    let folder = repository().join("fuzz/corpus/reading");
    let seeds: Vec<Vec<u8>> =
        fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect();
    assert!(seeds.len() >= 12, "the corpus is there");
    for seed in seeds {
        // The first byte chooses the language there; here the text tells it.
        check(&seed[1..]).unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(&seed)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_without_panic_and_with_true_spans(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_mixture_of_news_is_read_without_panic_and_with_true_spans(
        pieces in proptest::collection::vec(prop::sample::select(PIECES), 0..60),
        space in prop::sample::select(&[" ", "", "\n", "\n\n", "\u{a0}"][..]),
    ) {
        check(pieces.join(space).as_bytes()).map_err(TestCaseError::fail)?;
    }
}

/// Pieces that grammar and tables listen to, to be put together without sense.
const PIECES: &[&str] = &[
    "„",
    "“",
    "\"",
    "»",
    "«",
    "sagte",
    "Ada Muster",
    "laut",
    "am",
    "Dienstag",
    "31. Februar 2023",
    "insgesamt",
    "neun",
    "fünf",
    ":",
    ",",
    ".",
    "die Polizei",
    "dass",
    "sei",
    "habe",
    "soll",
    "<p>",
    "</div>",
    "<li>",
    "3,5",
    "Millionen",
    "Euro",
    "%",
    "according to",
    "said",
    "mindestens",
    "vor",
    "zwei",
    "Wochen",
    "bis",
    "2012",
    "im",
    "Herbst",
    "99999999999999999999",
    "🦀",
    "ﬁ",
    "\u{ad}",
    "{\"text\":",
    "}",
    "15.30 Uhr",
    "nächsten",
    "Jahres",
    "00.00.0000",
    "-",
    "–",
    "(dpa)",
    "wies",
    "zurück",
    "von",
    "Ende",
    "letzter",
    "Woche",
    "jeden",
    "the",
    "of",
    "hundred",
    "and",
    "next",
    "Friday",
    "on condition of anonymity",
];
