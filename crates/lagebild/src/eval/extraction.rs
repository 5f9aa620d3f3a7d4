//! Article text against the pages of scrapinghub's benchmark: shingles of four tokens, averaged over pages.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use lagebild_intake::{Given, Hint, Intake};
use lagebild_schema::BlockKind;
use serde_json::Value;

use super::{Row, Scores, Task, harmonic_mean};

/// `lagebild eval extraction`.
pub(crate) const TASK: Task =
    Task { name: "extraction", about: "the article's text in web pages: scrapinghub's benchmark", run };

/// Where the set lies below the corpora.
const SET: &str = "tune/extraction/scrapinghub-aeb";
/// Tokens of a shingle.
const SHINGLE: usize = 4;

/// How much of a page's text was found, and how much of what was found belongs there.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Score {
    precision: f64,
    recall: f64,
}

impl Score {
    fn f1(self) -> f64 {
        harmonic_mean(self.precision, self.recall)
    }
}

fn run(folder: &Path, errors: usize) -> Result<Scores> {
    let set = set_below(folder)?;
    let gold = fs::read_to_string(set.join("ground-truth.json"))?;
    let gold: BTreeMap<String, Value> = serde_json::from_str(&gold)?;
    let mut pages = Vec::with_capacity(gold.len());
    for (id, gold) in &gold {
        let Some(text) = gold["articleBody"].as_str() else { bail!("no articleBody of {id} in the gold") };
        pages.push((score(text, &body(&set, id)?), id.as_str()));
    }
    let mean = |of: fn(&Score) -> f64| {
        pages.iter().map(|(score, _)| of(score)).sum::<f64>() / (pages.len().max(1) as f64)
    };
    let whole = Score { precision: mean(|score| score.precision), recall: mean(|score| score.recall) };
    let row = Row::new("scrapinghub")
        .count("pages", pages.len())
        .share("precision", whole.precision)
        .share("recall", whole.recall)
        .share("F1", whole.f1());
    pages.sort_by(|(one, _), (other, _)| one.f1().total_cmp(&other.f1()));
    let worst = pages.iter().take(errors).map(|(score, id)| {
        format!("{id}: precision {:.1}, recall {:.1}", score.precision * 100.0, score.recall * 100.0)
    });
    Ok(Scores { rows: vec![row], errors: worst.collect() })
}

/// The set's folder: the one given, or its place below the corpora.
fn set_below(folder: &Path) -> Result<PathBuf> {
    let places = [folder.join(SET), folder.to_owned()];
    match places.into_iter().find(|place| place.join("ground-truth.json").is_file()) {
        Some(place) => Ok(place),
        None => bail!("no {SET} below {}: give the folder of the unpacked corpora", folder.display()),
    }
}

/// The text that is read from a page, without its title.
fn body(set: &Path, id: &str) -> Result<String> {
    let page = set.join("html").join(format!("{id}.html.gz"));
    let file = File::open(&page).with_context(|| format!("cannot open {}", page.display()))?;
    let intake = Intake::new(Given::default());
    let Some(Ok(taken)) = intake.reports(file, &Hint::named("page.html")).next() else {
        return Ok(String::new());
    };
    let report = taken.report;
    let blocks = report.blocks.iter().filter(|block| block.kind != BlockKind::Title);
    Ok(blocks.map(|block| block.span.of(&report.text)).collect::<Vec<_>>().join("\n"))
}

/// Compares two texts by their shingles, each counted as often as it occurs.
fn score(gold: &str, found: &str) -> Score {
    let (gold, found) = (shingles(gold), shingles(found));
    let (in_gold, in_found): (usize, usize) = (gold.values().sum(), found.values().sum());
    let hits: usize =
        gold.iter().map(|(shingle, count)| found.get(shingle).map_or(0, |other| *count.min(other))).sum();
    if in_gold == 0 && in_found == 0 {
        return Score { precision: 1.0, recall: 1.0 };
    }
    let share = |whole: usize| if whole == 0 { 0.0 } else { hits as f64 / whole as f64 };
    Score { precision: share(in_found), recall: share(in_gold) }
}

/// Every run of four tokens with its count; a shorter text is one run.
fn shingles(text: &str) -> HashMap<Vec<&str>, usize> {
    let tokens: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|token| !token.is_empty()).collect();
    let mut shingles = HashMap::new();
    if tokens.is_empty() {
        return shingles;
    }
    for shingle in tokens.windows(SHINGLE.min(tokens.len())) {
        *shingles.entry(shingle.to_vec()).or_default() += 1;
    }
    shingles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gold: &str, found: &str, precision: f64, recall: f64) {
        assert_eq!(score(gold, found), Score { precision, recall }, "{gold} / {found}");
    }

    #[test]
    fn a_text_scores_by_its_shingles() {
        check("Der Pegel steigt weiter an.", "Der Pegel steigt weiter an", 1.0, 1.0);
        check("Der Pegel steigt weiter an", "Der Pegel steigt weiter", 1.0, 0.5);
        check("eins zwei drei vier", "eins zwei drei vier fünf sechs sieben", 0.25, 1.0);
    }

    #[test]
    fn nothing_is_right_only_where_there_is_nothing() {
        check("Der Pegel steigt", "", 0.0, 0.0);
        check("", "Der Pegel steigt", 0.0, 0.0);
        check("", "", 1.0, 1.0);
    }

    #[test]
    fn repeated_shingles_count_as_often_as_they_occur() {
        check("a b c d", "a b c d, a b c d", 0.2, 1.0);
    }
}
