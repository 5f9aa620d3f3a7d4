//! Reads names that are kept beside their text, as characters from here to there.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use lagebild_schema::{CodePoints, Extent};
use serde_json::Value;

use super::labels::{self, Label};
use super::{Document, GoldName, Source, outermost};
use crate::eval::{files, standoff};

/// `SmartData`: a JSON object a line.
pub(super) fn smartdata(path: &Path) -> Result<Vec<Document>> {
    let content = files::read(path)?;
    let lines = content.lines().filter(|line| !line.trim().is_empty()).enumerate();
    lines
        .map(|(number, line)| {
            smartdata_document(line).with_context(|| format!("cannot read document {}", number + 1))
        })
        .collect()
}

fn smartdata_document(line: &str) -> Result<Document> {
    let object: Value = serde_json::from_str(line)?;
    let text = object["text"]["string"].as_str().context("it has no text")?;
    let points = CodePoints::new(text);
    let mut names = Vec::new();
    for mention in object["conceptMentions"]["array"].as_array().into_iter().flatten() {
        let label = labels::mobility(mention["type"].as_str().unwrap_or_default());
        let offset = |key: &str| mention["span"][key].as_u64().unwrap_or_default() as usize;
        names.extend(name(&points, offset("start"), offset("end"), label)?);
    }
    Ok(Document { source: Source::Raw(text.to_owned()), names: outermost(names) })
}

/// `factRuEval`: objects made of spans, each in a file of its own beside the text.
pub(super) fn factrueval(folder: &Path) -> Result<Vec<Document>> {
    let texts = files::list(folder, ".txt")?;
    let document = |path: &std::path::PathBuf| {
        let text = files::read(path)?;
        let spans = files::read(&path.with_extension("spans"))?;
        let objects = files::read(&path.with_extension("objects"))?;
        let names = factrueval_names(&text, &spans, &objects);
        let names = names.with_context(|| format!("cannot read the names of {}", path.display()))?;
        Ok(Document { source: Source::Raw(text), names })
    };
    texts.iter().map(document).collect()
}

fn factrueval_names(text: &str, spans: &str, objects: &str) -> Result<Vec<GoldName>> {
    let points = CodePoints::new(text);
    let span = |line: &str| -> Option<(String, (usize, usize))> {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let (start, length): (usize, usize) = (cells.get(2)?.parse().ok()?, cells.get(3)?.parse().ok()?);
        Some(((*cells.first()?).to_owned(), (start, start + length)))
    };
    let spans: HashMap<String, (usize, usize)> = spans.lines().filter_map(span).collect();
    let mut names = Vec::new();
    for line in objects.lines() {
        let mut cells = line.split('#').next().unwrap_or_default().split_whitespace().skip(1);
        let Some(label) = cells.next() else { continue };
        let parts: Vec<&(usize, usize)> = cells.filter_map(|id| spans.get(id)).collect();
        let (start, end) = (parts.iter().map(|part| part.0).min(), parts.iter().map(|part| part.1).max());
        if let (Some(start), Some(end)) = (start, end) {
            names.extend(name(&points, start, end, labels::factrueval(label))?);
        }
    }
    Ok(outermost(names))
}

/// NEREL: brat's standoff beside the texts.
pub(super) fn nerel(folder: &Path) -> Result<Vec<Document>> {
    let texts = files::list(folder, ".txt")?;
    let document = |path: &std::path::PathBuf| {
        let text = files::read(path)?;
        let annotation = files::read(&path.with_extension("ann"))?;
        let names = nerel_names(&text, &annotation);
        let names = names.with_context(|| format!("cannot read the names of {}", path.display()))?;
        Ok(Document { source: Source::Raw(text), names })
    };
    texts.iter().map(document).collect()
}

fn nerel_names(text: &str, annotation: &str) -> Result<Vec<GoldName>> {
    let spans = standoff::read(annotation, text)?.spans;
    let name = |span: standoff::Labelled| {
        let place = span.pieces.first()?.start..span.pieces.last()?.end;
        GoldName::new(place, labels::nerel(&span.label))
    };
    Ok(outermost(spans.into_iter().filter_map(name).collect()))
}

/// A name from code points.
fn name(points: &CodePoints<'_>, start: usize, end: usize, label: Label) -> Result<Option<GoldName>> {
    let span = points.locate(Extent { start, end })?;
    Ok(GoldName::new(span.start..span.end, label))
}

#[cfg(test)]
mod tests {
    use lagebild_language::NameKind;

    use super::*;

    fn check(text: &str, names: &[GoldName], expected: &[(&str, Option<NameKind>)]) {
        let shown: Vec<(&str, Option<NameKind>)> =
            names.iter().map(|name| (&text[name.place.clone()], name.kind)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn mentions_of_json_are_names() {
        let line = r#"{"text": {"string": "Für Ada\nan der Ö-Straße"}, "conceptMentions": {"array": [
            {"type": "date", "span": {"start": 0, "end": 3}},
            {"type": "location-street", "span": {"start": 15, "end": 23}},
            {"type": "person", "span": {"start": 4, "end": 7}}]}}"#;
        let document = smartdata_document(&line.replace('\n', " ")).unwrap();
        let Source::Raw(text) = &document.source else { panic!("a text") };
        let expected = [("Ada", Some(NameKind::Person)), ("Ö-Straße", Some(NameKind::Location))];
        check(text, &document.names, &expected);
        assert!(
            smartdata_document(r#"{"text": {"string": "x"}, "conceptMentions": null}"#)
                .unwrap()
                .names
                .is_empty()
        );
    }

    #[test]
    fn objects_cover_their_spans_and_the_outermost_counts() {
        let text = "Мэрия Энска молчит";
        let spans = "1 org_descr 0 5 7 1 # 7 Мэрия\n2 loc_name 6 5 8 1 # 8 Энска\n";
        let objects = "11 Org 1 2 # Мэрия Энска\n12 LocOrg 2 # Энска\n";
        let names = factrueval_names(text, spans, objects).unwrap();
        check(text, &names, &[("Мэрия Энска", Some(NameKind::Organization))]);
    }

    #[test]
    fn standoff_labels_are_names_professions_are_not() {
        let text = "Мэр Энска Семья Ивановых";
        let annotation =
            "T1\tPROFESSION 0 9\tМэр Энска\nT2\tCITY 4 9\tЭнска\nT3\tFAMILY 10 24\tСемья Ивановых\n";
        let names = nerel_names(text, annotation).unwrap();
        check(text, &names, &[("Энска", Some(NameKind::Location)), ("Семья Ивановых", None)]);
    }
}
