//! Which language a text is in.

use std::sync::OnceLock;

use lagebild_knowledge::{language, languages};
use whatlang::{Detector, Lang};

/// Where the language could not be told.
pub(crate) const UNKNOWN: &str = "unknown";

/// The language of a text, as ISO 639-1, from the text itself; the declared one decides where the text is short.
pub(crate) fn identify(text: &str, declared: Option<&str>) -> &'static str {
    static DETECTOR: OnceLock<Detector> = OnceLock::new();
    let detector = DETECTOR.get_or_init(|| {
        let ours = languages().filter_map(|code| Lang::from_code(&language(code).identity.iso_639_3));
        Detector::with_allowlist(ours.collect())
    });
    let found = detector.detect(text).and_then(|info| code(info.lang().code()));
    found.or_else(|| declared.and_then(code)).unwrap_or(UNKNOWN)
}

/// The ISO 639-1 code of one of our languages, from "de", "de-DE", "de_AT" or "deu".
pub(crate) fn code(name: &str) -> Option<&'static str> {
    let name = name.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    languages().find(|code| *code == name || language(code).identity.iso_639_3 == name)
}
