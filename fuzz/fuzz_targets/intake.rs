//! Any bytes, read as any format: intake returns, and every block is a stretch of the report's text.
//!
//! The first byte chooses what the input is said to be.

#![no_main]

use lagebild_intake::{Given, Hint, Intake};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 6] = ["a.txt", "a.html", "a.json", "a.jsonl", "a.gz", "a"];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*choice) % NAMES.len()];
    let intake = Intake::new(Given::default());
    for taken in intake.reports(bytes, &Hint::named(name)).flatten() {
        for block in &taken.report.blocks {
            assert!(taken.report.text.get(block.span.start..block.span.end).is_some());
        }
    }
});
