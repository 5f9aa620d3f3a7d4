//! Reports with their claims, as the corpus has them: a text in numbered sentences, spans as `"N:words"`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use lagebild_schema::{Act, Certainty, Form, Span};
use serde::Deserialize;

use super::claim::Claim;
use crate::eval::files;

/// A report with its claims.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) id: String,
    /// The numbered sentences, a blank between them.
    pub(super) text: String,
    /// Where each sentence stands.
    sentences: Vec<Span>,
    pub(super) claims: Vec<Claim>,
}

/// A line of `claims.jsonl`.
#[derive(Deserialize)]
struct Record {
    id: String,
    claims: Vec<Annotation>,
}

/// A claim as it is annotated; what is not scored is left out.
#[derive(Deserialize)]
struct Annotation {
    content: Vec<String>,
    source: Vec<String>,
    who: Option<String>,
    cue: Vec<String>,
    form: Form,
    act: Act,
    certainty: Certainty,
}

/// The numbered sentences of a text and where they begin.
#[derive(Default)]
struct Sentences {
    text: String,
    places: BTreeMap<usize, Span>,
}

/// The reports of the corpus's folder, in the order of its file.
pub(super) fn read(folder: &Path) -> Result<Vec<Document>> {
    let file = folder.join("claims.jsonl");
    let lines = files::read(&file)?;
    let record = |(number, line): (usize, &str)| {
        let failed = || format!("cannot read {}, line {}", file.display(), number + 1);
        let record: Record = serde_json::from_str(line).with_context(failed)?;
        let text = files::read(&folder.join("text").join(format!("{}.txt", record.id)))?;
        document(record, &text).with_context(failed)
    };
    lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(record).collect()
}

fn document(record: Record, text: &str) -> Result<Document> {
    let sentences = Sentences::read(text);
    let claims = record.claims.into_iter().map(|claim| {
        Ok(Claim {
            content: sentences.spans(&claim.content)?,
            source: sentences.spans(&claim.source)?,
            who: claim.who,
            cue: sentences.spans(&claim.cue)?,
            form: claim.form,
            act: claim.act,
            certainty: claim.certainty,
            confidence: 1.0,
        })
    });
    let claims = claims.collect::<Result<_>>()?;
    Ok(Document {
        id: record.id,
        text: sentences.text,
        sentences: sentences.places.into_values().collect(),
        claims,
    })
}

impl Document {
    /// Spans as the corpus would write them: cut at the end of a sentence, and each where its words first stand in it.
    pub(super) fn as_annotated(&self, spans: &[Span]) -> Vec<Span> {
        let in_sentence = |span: Span| {
            self.sentences.iter().filter_map(move |sentence| {
                let (start, end) = (span.start.max(sentence.start), span.end.min(sentence.end));
                let words = (start < end).then(|| Span::new(start, end).of(&self.text))?;
                let first = sentence.start + sentence.of(&self.text).find(words)?;
                Some(Span::new(first, first + words.len()))
            })
        };
        spans.iter().flat_map(|span| in_sentence(*span)).collect()
    }
}

impl Sentences {
    /// The lines that begin with a number; what stands on other lines is not annotated.
    fn read(text: &str) -> Self {
        let mut sentences = Self::default();
        for line in text.lines() {
            let Some((number, sentence)) = line.split_once(": ") else { continue };
            let Ok(number) = number.parse() else { continue };
            if !sentences.text.is_empty() {
                sentences.text.push(' ');
            }
            let start = sentences.text.len();
            sentences.text.push_str(sentence);
            sentences.places.insert(number, Span::new(start, sentences.text.len()));
        }
        sentences
    }

    fn spans(&self, annotated: &[String]) -> Result<Vec<Span>> {
        annotated.iter().map(|span| self.span(span)).collect()
    }

    /// Where `"N:words"` stands: of several places the first.
    fn span(&self, annotated: &str) -> Result<Span> {
        let found = annotated.split_once(':').and_then(|(number, words)| {
            let sentence = self.places.get(&number.parse().ok()?)?;
            let start = sentence.start + sentence.of(&self.text).find(words)?;
            Some(Span::new(start, start + words.len()))
        });
        found.with_context(|| format!("'{annotated}' does not stand in the text"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "# Fähre fährt (2024-01-02)\nid: x1\n\n0: Die Fähre fährt.\n1: Sie sei sicher, sagte Ada Muster.\n";

    #[test]
    fn spans_are_found_in_their_sentence() {
        let line = r#"{"id": "x1", "events": [], "claims": [{"id": "c1", "content": ["1:Sie sei sicher"],
            "source": ["1:Ada Muster"], "who": "Ada Muster", "kind": "person", "cue": ["1:sagte"], "citing": [], "to": [],
            "form": "indirect", "act": "state", "certainty": "certain", "within": null}]}"#;
        let document = document(serde_json::from_str(line).unwrap(), TEXT).unwrap();
        assert_eq!(document.text, "Die Fähre fährt. Sie sei sicher, sagte Ada Muster.");
        let [claim] = &document.claims[..] else { panic!("there is one claim") };
        let words = |spans: &[Span]| spans.iter().map(|span| span.of(&document.text)).collect::<Vec<_>>();
        assert_eq!(words(&claim.content), ["Sie sei sicher"]);
        assert_eq!(words(&claim.cue), ["sagte"]);
        assert_eq!((claim.form, claim.act), (Form::Indirect, Act::State));
    }

    #[test]
    fn what_does_not_stand_there_is_an_error() {
        let sentences = Sentences::read(TEXT);
        for span in ["1:Die Fähre", "7:Sie", "Sie sei"] {
            assert!(sentences.span(span).unwrap_err().to_string().contains(span));
        }
    }
}
