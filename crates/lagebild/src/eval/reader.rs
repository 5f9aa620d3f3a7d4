//! Attributions as a reading has them, for corpora that are cut into words.

use std::ops::Range;

use anyhow::Result;
use lagebild_language::{Analysis, Attribution, Parse, Word, WordRange};
use lagebild_reading::{Options, read_analysed};
use lagebild_schema::{Addressee, Claim, ClaimId, Report, Source, Span};

use super::Parser;
use crate::model;

/// The model, and the claims of the reading in place of the attributions that it found.
pub(crate) fn reader() -> Result<Box<dyn Parser>> {
    let model = model::load()?;
    Ok(Box::new(move |words: &[Word<'_>], sentences: &[Range<usize>], language: &str| {
        let parse = model.parse(words, sentences);
        let attributions = attributions(words, sentences, language, &parse);
        Parse { attributions, ..parse }
    }))
}

/// The claims that are shown unless asked otherwise, in words.
fn attributions(
    words: &[Word<'_>],
    sentences: &[Range<usize>],
    language: &str,
    parse: &Parse,
) -> Vec<Attribution> {
    let (text, mut analysis) = Analysis::of_words(words, sentences);
    analysis.parse = Some(parse.clone());
    let report = Report::of_text(language, &text);
    let reading = read_analysed(report, &analysis, Vec::new(), Options::default());
    reading.claims.iter().map(|claim| attribution(claim, &analysis)).collect()
}

fn attribution(claim: &Claim, analysis: &Analysis) -> Attribution {
    let words =
        |spans: &[Span]| spans.iter().map(|span| analysis.tokens_in(*span)).collect::<Vec<WordRange>>();
    let first = |spans: &[Span]| words(spans).into_iter().next();
    let source = claim.sources.first();
    let citing = source.and_then(|source| source.citing.first());
    Attribution {
        content: words(&claim.content),
        cue: words(&claim.cue),
        source: source.and_then(|source: &Source| first(&source.spans)),
        citing: citing.and_then(|cited| first(&cited.spans)),
        addressee: claim.addressee.first().and_then(|addressee: &Addressee| first(&addressee.spans)),
        within: claim.within.map(ClaimId::index),
        form: claim.form,
        act: claim.act,
        certainty: claim.certainty,
        kind: None,
        confidence: claim.confidence.0 as f32,
    }
}
