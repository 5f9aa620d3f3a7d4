//! Who says what, against corpora of quotes and attributions. Each corpus has its own terms and its own measure.

mod as_quotes;
mod assignment;
mod polnear;
mod quote;
mod spkatt;
mod wikinews;

use std::path::Path;

use anyhow::{Result, bail};

use super::reader::reader;
use super::{Parser, Scores, Task};

/// `lagebild eval speech`.
pub(crate) const TASK: Task = Task {
    name: "speech",
    about: "attributions: quotes in WikiNews (German), PolNeAR (English), SpkAtt-2023 (German speeches)",
    run,
};

fn run(folder: &Path, errors: usize) -> Result<Scores> {
    score_folder(folder, errors, &*reader()?)
}

fn score_folder(folder: &Path, errors: usize, parser: &dyn Parser) -> Result<Scores> {
    let mut scores = Scores::default();
    for corpus in [wikinews::score, polnear::score, spkatt::score] {
        let found = corpus(folder, parser)?;
        scores.rows.extend(found.rows);
        scores.errors.extend(found.errors);
    }
    if scores.rows.is_empty() {
        bail!("no corpora of speech below {}: give the folder of the unpacked corpora", folder.display());
    }
    scores.errors.truncate(errors);
    Ok(scores)
}

#[cfg(test)]
mod testing {
    use lagebild_language::{Attribution, Grammar, Upos, WordRange};
    use lagebild_schema::{Act, Certainty, Form};

    use crate::eval::text::Text;

    /// A text of sentences with spaces between words.
    pub(super) fn text(sentences: &[&str]) -> Text {
        let mut text = Text::default();
        for sentence in sentences {
            text.push_words(sentence.split(' ').map(str::to_owned).collect());
        }
        text
    }

    /// An attribution that states something. Words are as in "2..5 7..8".
    pub(super) fn attribution(form: Form, content: &str, cue: &str, source: &str) -> Attribution {
        Attribution {
            content: ranges(content),
            cue: ranges(cue),
            source: ranges(source).pop(),
            citing: None,
            addressee: None,
            within: None,
            form,
            act: Act::State,
            certainty: Certainty::Certain,
            kind: None,
            confidence: 1.0,
        }
    }

    fn ranges(words: &str) -> Vec<WordRange> {
        let number = |word: &str| word.parse::<usize>().expect("a number of a word");
        let range = |range: &str| {
            let (start, end) = range.split_once("..").expect("a range of words");
            number(start)..number(end)
        };
        words.split_whitespace().map(range).collect()
    }

    /// A word's place in the tree.
    pub(super) fn grammar(upos: Upos, head: Option<usize>, relation: &str) -> Grammar {
        Grammar { upos, features: "".into(), lemma: String::new(), head, relation: relation.into() }
    }
}
