//! Any text in any language, read: the reading returns, and crosses the JSON boundary and back.
//!
//! The first byte chooses the language.

#![no_main]

use lagebild_intake::{Given, Hint, Intake};
use libfuzzer_sys::fuzz_target;

const LANGUAGES: [&str; 4] = ["de", "en", "fr", "ru"];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let lang = LANGUAGES[usize::from(*choice) % LANGUAGES.len()].to_owned();
    let published = "2024-06-16".parse().ok();
    let intake = Intake::new(Given { lang: Some(lang), published, ..Given::default() });
    for taken in intake.reports(bytes, &Hint::named("a.txt")).flatten() {
        let reading = lagebild_reading::read(taken.report, taken.unread);
        let back = reading.to_json().into_reading().expect("every span says what the text says there");
        assert_eq!(back.report, reading.report);
    }
});
