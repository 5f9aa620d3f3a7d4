//! Speech events in German parliamentary debates, as the shared task SpkAtt-2023 scores them.

use std::path::Path;

use anyhow::{Context as _, Result};
use lagebild_language::{Attribution, WordRange};
use rayon::prelude::*;
use serde::Deserialize;

use super::assignment::assign;
use super::quote::{Words, dice};
use crate::eval::text::Text;
use crate::eval::{Parser, Row, Scores, f1, files};

/// Where the corpus lies below the corpora, and its part to measure on.
const HOME: &str = "train/attribution/spkatt-2023-de";
const PART: &str = "data/dev/task1";

/// A speech with its events.
#[derive(Debug)]
struct Document {
    text: Text,
    events: Vec<Event>,
}

/// The roles of an event: source, message, addressee, and those that we know nothing of.
const ROLES: usize = 6;

/// A cue with the roles around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Event {
    cue: Words,
    roles: [Words; ROLES],
}

/// Words on both sides, on the system's alone, on the gold's alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    right: usize,
    wrong: usize,
    missing: usize,
}

impl Counts {
    fn of(gold: &Words, system: &Words) -> Self {
        let right = gold.intersection(system).count();
        Self { right, wrong: system.len() - right, missing: gold.len() - right }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missing += other.missing;
    }

    fn f(self) -> f64 {
        f1(self.right, 2 * self.right + self.wrong + self.missing)
    }
}

/// How well the events of some speeches were found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    gold: usize,
    system: usize,
    cues: Counts,
    roles: [Counts; ROLES],
}

impl Tally {
    fn of(gold: &[Event], system: &[Event]) -> Self {
        let weights: Vec<Vec<f64>> =
            gold.iter().map(|one| system.iter().map(|other| dice(&one.cue, &other.cue)).collect()).collect();
        let pairs = assign(&weights);
        let nobody = Event::default();
        let mut tally = Self { gold: gold.len(), system: system.len(), ..Self::default() };
        for (at, event) in gold.iter().enumerate() {
            let partner = pairs.iter().find(|pair| pair.0 == at).map_or(&nobody, |pair| &system[pair.1]);
            tally.count(event, partner);
        }
        for (at, event) in system.iter().enumerate() {
            if pairs.iter().all(|pair| pair.1 != at) {
                tally.count(&nobody, event);
            }
        }
        tally
    }

    fn count(&mut self, gold: &Event, system: &Event) {
        self.cues.add(Counts::of(&gold.cue, &system.cue));
        for (counts, (gold, system)) in self.roles.iter_mut().zip(gold.roles.iter().zip(&system.roles)) {
            counts.add(Counts::of(gold, system));
        }
    }

    fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.system += other.system;
        self.cues.add(other.cues);
        self.roles.iter_mut().zip(other.roles).for_each(|(counts, other)| counts.add(other));
    }

    fn row(&self, name: &str) -> Row {
        let mut roles = Counts::default();
        self.roles.iter().for_each(|counts| roles.add(*counts));
        let mut joint = roles;
        joint.add(self.cues);
        let [source, message, addressee, ..] = self.roles;
        Row::new(name)
            .count("gold", self.gold)
            .count("system", self.system)
            .share("cues", self.cues.f())
            .share("roles", roles.f())
            .share("joint", joint.f())
            .share("source", source.f())
            .share("message", message.f())
            .share("addressee", addressee.f())
    }
}

/// Scores the speeches that are there.
pub(super) fn score(folder: &Path, parser: &dyn Parser) -> Result<Scores> {
    let Some(place) = files::place(folder, HOME, PART) else { return Ok(Scores::default()) };
    let mut documents = Vec::new();
    for path in files::list(&place, ".json")? {
        let document = parse(&files::read(&path)?);
        documents.push(document.with_context(|| format!("cannot read {}", path.display()))?);
    }
    let scored: Vec<Tally> = documents.par_iter().map(|document| compare(document, parser)).collect();
    let mut tally = Tally::default();
    for other in &scored {
        tally.add(other);
    }
    Ok(Scores { rows: vec![tally.row("SpkAtt-2023 dev")], errors: Vec::new() })
}

/// A speech as the corpus writes it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Json {
    sentences: Vec<JsonSentence>,
    annotations: Vec<JsonEvent>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct JsonSentence {
    sentence_id: usize,
    tokens: Vec<String>,
}

/// Words are "sentence:word".
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct JsonEvent {
    addr: Vec<String>,
    cue: Vec<String>,
    evidence: Vec<String>,
    medium: Vec<String>,
    message: Vec<String>,
    /// The verb's particle.
    #[serde(rename = "PTC")]
    particle: Vec<String>,
    source: Vec<String>,
    topic: Vec<String>,
}

fn parse(content: &str) -> Result<Document> {
    let json: Json = serde_json::from_str(content)?;
    let mut text = Text::default();
    let mut firsts = std::collections::BTreeMap::new();
    for sentence in json.sentences {
        firsts.insert(sentence.sentence_id, text.len());
        text.push_words(sentence.tokens);
    }
    let word = |id: &String| -> Result<usize> {
        let parsed = id.split_once(':').and_then(|(sentence, word)| {
            Some(firsts.get(&sentence.parse::<usize>().ok()?)? + word.parse::<usize>().ok()?)
        });
        parsed.with_context(|| format!("there is no word {id}"))
    };
    let words = |ids: &[String]| ids.iter().map(word).collect::<Result<Words>>();
    let mut events = Vec::new();
    for event in &json.annotations {
        let cue = words(&event.cue)?.union(&words(&event.particle)?).copied().collect();
        let roles =
            [&event.source, &event.message, &event.addr, &event.topic, &event.medium, &event.evidence];
        let mut event = Event { cue, ..Event::default() };
        for (role, ids) in event.roles.iter_mut().zip(roles) {
            *role = words(ids)?;
        }
        events.push(event);
    }
    Ok(Document { text, events })
}

fn compare(document: &Document, parser: &dyn Parser) -> Tally {
    let parse = document.text.parse(parser, "de");
    let with_cue = parse.attributions.iter().filter(|attribution| !attribution.cue.is_empty());
    let system: Vec<Event> = with_cue.map(event).collect();
    Tally::of(&document.events, &system)
}

/// An attribution in the corpus's terms.
fn event(attribution: &Attribution) -> Event {
    let words = |ranges: &[WordRange]| ranges.iter().cloned().flatten().collect::<Words>();
    let source = words(attribution.source.as_slice());
    let addressee = words(attribution.addressee.as_slice());
    let [topic, medium, evidence] = [Words::new(), Words::new(), Words::new()];
    Event {
        cue: words(&attribution.cue),
        roles: [source, words(&attribution.content), addressee, topic, medium, evidence],
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use lagebild_language::{Parse, Word};
    use lagebild_schema::Form;

    use super::*;
    use crate::eval::parser::testing::nothing;
    use crate::eval::speech::testing::attribution;

    /// "Herr Präsident !" "Ada gab den Plan bekannt ."
    const SPEECH: &str = r#"{
        "Sentences": [
            {"SentenceId": 0, "Tokens": ["Herr", "Präsident", "!"]},
            {"SentenceId": 1, "Tokens": ["Ada", "gab", "den", "Plan", "bekannt", "."]}
        ],
        "Annotations": [{"Addr": [], "Cue": ["1:1"], "Evidence": [], "Medium": [], "Message": ["1:2", "1:3"],
            "PTC": ["1:4"], "Source": ["1:0"], "Topic": []}]
    }"#;

    fn knowing(_: &[Word<'_>], _: &[Range<usize>], _: &str) -> Parse {
        let said = attribution(Form::Reported, "5..7", "4..5 7..8", "3..4");
        Parse { attributions: vec![said], ..Parse::default() }
    }

    fn counts(right: usize, wrong: usize, missing: usize) -> Counts {
        Counts { right, wrong, missing }
    }

    #[test]
    fn gold_scores_everything_and_nothing_scores_nothing() {
        let document = parse(SPEECH).unwrap();
        assert_eq!(document.text.show(document.events[0].cue.iter().copied()), "gab bekannt");
        let tally = compare(&document, &knowing);
        assert_eq!(
            (tally.cues, tally.roles[0], tally.roles[1]),
            (counts(2, 0, 0), counts(1, 0, 0), counts(2, 0, 0))
        );
        let tally = compare(&document, &nothing);
        assert_eq!(
            (tally.cues, tally.roles[0], tally.roles[1]),
            (counts(0, 0, 2), counts(0, 0, 1), counts(0, 0, 2))
        );
    }

    #[test]
    fn words_of_paired_and_lonely_events_are_counted_alike() {
        let document = parse(SPEECH).unwrap();
        let parser = |_: &[Word<'_>], _: &[Range<usize>], _: &str| {
            let said = attribution(Form::Reported, "6..7", "4..5", "2..4");
            let lonely = attribution(Form::Indirect, "0..2", "2..3", "");
            let free = attribution(Form::Free, "0..2", "", "");
            Parse { attributions: vec![lonely, said, free], ..Parse::default() }
        };
        let tally = compare(&document, &parser);
        assert_eq!(tally.cues, counts(1, 1, 1));
        assert_eq!(tally.roles[..3], [counts(1, 1, 0), counts(1, 2, 1), counts(0, 0, 0)]);
        let scores = Scores { rows: vec![tally.row("x")], errors: Vec::new() }.to_json("speech");
        let row = &scores["rows"][0];
        // Cues 2 / 4, roles 4 / 8, together 6 / 12.
        assert_eq!([&row["cues"], &row["roles"], &row["joint"]], [&50.0, &50.0, &50.0]);
        assert_eq!(row["source"], 66.7);
    }

    #[test]
    fn a_word_that_is_not_there_is_named() {
        let error = parse(&SPEECH.replace("1:4", "9:4")).unwrap_err();
        assert_eq!(error.to_string(), "there is no word 9:4");
    }
}
