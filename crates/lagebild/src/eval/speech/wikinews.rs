//! Quotes in German Wikinews reports.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use rayon::prelude::*;
use serde::Deserialize;

use super::as_quotes::{TERMS, quotes};
use super::quote::{Quote, QuoteTally, Words};
use crate::eval::text::Text;
use crate::eval::{Parser, Row, Scores, files};

/// Where the quotes lie below the corpora.
const HOME: &str = "tune/attribution/wikinews-quotes-de";
/// Reports of the same source that a model may have been trained on.
const TRAINED: (&str, &str) = ("train/claims-de", "text");

/// The rows: a part of the corpus, and whether only reports count that no model was trained on.
const PARTS: [(&str, &str, bool); 3] = [
    ("quotes train, not in claims-de", "data/train", true),
    ("quotes dev", "data/dev", false),
    ("quotes dev, not in claims-de", "data/dev", true),
];

/// A report with its quotes.
#[derive(Debug)]
struct Document {
    name: String,
    text: Text,
    quotes: Vec<Quote>,
}

/// Tallies of one report, for each of [`TERMS`], and errors.
type Scored = ([QuoteTally; 3], Vec<String>);

/// Scores the parts that are there.
pub(super) fn score(folder: &Path, parser: &dyn Parser) -> Result<Scores> {
    let mut scores = Scores::default();
    let trained = trained(folder)?;
    for (name, inside, only_new) in PARTS {
        let Some(place) = files::place(folder, HOME, inside) else { continue };
        if only_new && trained.is_empty() {
            continue;
        }
        let documents = read(&place, |id| !(only_new && trained.contains(id)))?;
        let compared: Vec<Scored> = documents.par_iter().map(|document| compare(document, parser)).collect();
        for (at, (_, how)) in TERMS.iter().enumerate() {
            let mut tally = QuoteTally::default();
            for (tallies, _) in &compared {
                tally.add(&tallies[at]);
            }
            scores.rows.push(row(&format!("{name}, {how}"), &tally));
        }
        if !only_new {
            scores.errors.extend(compared.into_iter().flat_map(|(_, errors)| errors));
        }
    }
    Ok(scores)
}

fn row(name: &str, tally: &QuoteTally) -> Row {
    let joint = tally.joint();
    Row::new(name)
        .count("gold", tally.gold)
        .count("system", tally.system)
        .share("messages", tally.messages.f())
        .share("roles", tally.roles.f())
        .share("joint P", joint.precision())
        .share("joint R", joint.recall())
        .share("joint", joint.f())
}

/// The numbers of the reports that models are trained on.
fn trained(folder: &Path) -> Result<BTreeSet<String>> {
    let Some(texts) = files::place(folder, TRAINED.0, TRAINED.1) else { return Ok(BTreeSet::new()) };
    let stem = |path: &std::path::PathBuf| Some(path.file_stem()?.to_string_lossy().into_owned());
    Ok(files::list(&texts, ".txt")?.iter().filter_map(stem).collect())
}

/// The reports of a folder whose number is wanted.
fn read(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for path in files::list(folder, ".json")? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let id = name.split(' ').next().unwrap_or_default();
        if is_wanted(id) {
            let document = parse(id, &files::read(&path)?);
            documents.push(document.with_context(|| format!("cannot read {}", path.display()))?);
        }
    }
    Ok(documents)
}

/// A report as the corpus writes it.
#[derive(Deserialize)]
struct Json {
    annotations: Vec<JsonQuote>,
    sentences: Vec<JsonSentence>,
    tokens: Vec<JsonToken>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct JsonToken {
    char_begin: usize,
    char_end: usize,
    text: String,
}

#[derive(Deserialize)]
struct JsonSentence {
    begin: usize,
    end: usize,
}

#[derive(Deserialize)]
struct JsonQuote {
    addressee: JsonWords,
    cue: JsonWords,
    frame: JsonWords,
    quote: JsonWords,
    speaker: JsonWords,
    #[serde(rename = "type")]
    kind: String,
    medium: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct JsonWords {
    token_ids: Words,
}

fn parse(name: &str, content: &str) -> Result<Document> {
    let json: Json = serde_json::from_str(content)?;
    let mut text = Text::default();
    for sentence in &json.sentences {
        if sentence.begin != text.len() {
            bail!("a sentence begins at word {}, not {}", sentence.begin, text.len());
        }
        let Some(tokens) = json.tokens.get(sentence.begin..sentence.end) else {
            bail!("a sentence ends behind the last word");
        };
        let before = sentence.begin.checked_sub(1).map(|before| json.tokens[before].char_end);
        let ends = [before].into_iter().chain(tokens.iter().map(|token| Some(token.char_end)));
        let is_apart = |(token, before): (&JsonToken, Option<usize>)| {
            (token.text.clone(), before.is_none_or(|end| token.char_begin > end))
        };
        text.push(tokens.iter().zip(ends).map(is_apart));
    }
    let quote = |quote: JsonQuote| Quote {
        content: quote.quote.token_ids,
        addressee: quote.addressee.token_ids,
        cue: quote.cue.token_ids,
        frame: quote.frame.token_ids,
        speaker: quote.speaker.token_ids,
        kind: quote.kind,
        medium: quote.medium.unwrap_or_default(),
    };
    Ok(Document { name: name.to_owned(), text, quotes: json.annotations.into_iter().map(quote).collect() })
}

fn compare(document: &Document, parser: &dyn Parser) -> Scored {
    let parse = document.text.parse(parser, "de");
    let mut errors = Vec::new();
    let tallies = TERMS.map(|(terms, _)| {
        let found = quotes(&parse, &document.text, terms);
        QuoteTally::of(&document.quotes, &found, &mut |sort, quote| {
            if terms == TERMS[0].0 {
                let content = document.text.show(quote.content.iter().copied());
                errors.push(format!("{}\t{sort}\t{}\t{content}", document.name, quote.kind));
            }
        })
    });
    (tallies, errors)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::ops::Range;

    use lagebild_language::{Parse, Word};
    use lagebild_schema::Form;

    use super::*;
    use crate::eval::parser::testing::nothing;
    use crate::eval::speech::testing::attribution;

    /// "Ada sagt, er singe." with one quote, as the corpus writes it.
    fn singing() -> String {
        let words = |ids: &[usize]| serde_json::json!({"tokenIds": ids, "text": "", "spans": []});
        let token = |text: &str, begin: usize| serde_json::json!({"text": text, "charBegin": begin, "charEnd": begin + text.len()});
        serde_json::json!({
            "documentName": "1 - Invented",
            "sentences": [{"begin": 0, "end": 6}],
            "tokens": [token("Ada", 0), token("sagt", 4), token(",", 8), token("er", 10), token("singe", 13),
                token(".", 18)],
            "annotations": [{
                "quote": words(&[3, 4]), "speaker": words(&[0]), "cue": words(&[1]), "frame": words(&[0, 1, 2]),
                "addressee": words(&[]), "type": "Indirect", "medium": null, "isNested": false,
            }],
        })
        .to_string()
    }

    fn knowing(_: &[Word<'_>], _: &[Range<usize>], _: &str) -> Parse {
        let said = attribution(Form::Indirect, "3..5", "1..2", "0..1");
        Parse { attributions: vec![said], ..Parse::default() }
    }

    #[test]
    fn a_report_has_words_and_quotes() {
        let document = parse("1", &singing()).unwrap();
        let check = |words: &[Word<'_>], sentences: &[Range<usize>], _: &str| {
            let shown: Vec<(&str, bool)> = words.iter().map(|word| (word.text, word.space_before)).collect();
            let ends = [(",", false), ("er", true), ("singe", true), (".", false)];
            assert_eq!((&shown[2..], sentences.first(), sentences.len()), (&ends[..], Some(&(0..6)), 1));
            Parse::default()
        };
        document.text.parse(&check, "de");
        assert_eq!(document.quotes[0].frame, [0, 1, 2].into());
    }

    #[test]
    fn gold_scores_everything_and_nothing_scores_nothing() {
        let document = parse("1", &singing()).unwrap();
        let (tallies, errors) = compare(&document, &knowing);
        assert!(tallies.iter().all(|tally| (tally.joint().f() - 1.0).abs() < 1e-9), "{tallies:?}");
        assert!(errors.is_empty());
        let (tallies, errors) = compare(&document, &nothing);
        assert!(tallies.iter().all(|tally| tally.joint().f() == 0.0), "{tallies:?}");
        assert_eq!(errors, ["1\tmissing\tIndirect\ter singe"]);
    }

    #[test]
    fn reports_of_the_training_corpus_have_no_part_in_the_rows_without_them() {
        let corpora = tempfile::tempdir().unwrap();
        let dev = corpora.path().join(HOME).join("data/dev");
        let texts = corpora.path().join("train/claims-de/text");
        for folder in [&dev, &texts] {
            fs::create_dir_all(folder).unwrap();
        }
        fs::write(dev.join("1 - Invented.pretty.json"), singing()).unwrap();
        fs::write(dev.join("2 - Invented.pretty.json"), singing()).unwrap();
        fs::write(texts.join("2.txt"), "0: Ada sagt, er singe.").unwrap();
        let scores = score(corpora.path(), &knowing).unwrap().to_json("speech");
        let rows: Vec<(&str, u64)> = scores["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["name"].as_str().unwrap(), row["gold"].as_u64().unwrap()))
            .collect();
        let expected = [
            ("quotes dev, reported widened", 2),
            ("quotes dev, reported left out", 2),
            ("quotes dev, and sentences apart", 2),
            ("quotes dev, not in claims-de, reported widened", 1),
            ("quotes dev, not in claims-de, reported left out", 1),
            ("quotes dev, not in claims-de, and sentences apart", 1),
        ];
        assert_eq!(rows, expected);
    }
}
