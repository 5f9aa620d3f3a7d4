//! Who says what, against our own annotation of news reports. The corpus's own `score.py` is the definition.

mod claim;
mod gold;
mod reliability;
mod tally;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, bail};
use lagebild_reading::Options;
use lagebild_schema::{Act, Form, Report};
use rayon::prelude::*;

use super::{Row, Scores, Task, files};
use crate::model;
use claim::Claim;
use gold::Document;
use tally::{Tally, pairs};

/// `lagebild eval claims`.
pub(crate) const TASK: Task = Task { name: "claims", about: "who says what: claims-de (German)", run };

/// Where the corpus lies below the corpora.
const HOME: &str = "train/claims-de";

/// The parts that have a row, by the places of their reports: a random sample, what was chosen for politics and rare
/// acts, and what `--fold 3` of the training holds out.
const PARTS: [(&str, std::ops::Range<usize>); 3] =
    [("claims-de 1-320", 0..320), ("claims-de 321-480", 320..480), ("claims-de 361-480", 360..480)];

/// Every claim, however unsure.
const ALL: Options = Options { min_confidence: 0.0 };

/// The rows below the parts are of this one.
const LAST: usize = 2;

/// Confidences of which precision and recall are shown.
const CONFIDENCES: [f64; 8] = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// A report's claims, gold and read.
struct Compared {
    document: Document,
    read: Vec<Claim>,
}

fn run(folder: &Path, errors: usize) -> Result<Scores> {
    let Some(place) = files::place(folder, HOME, "") else {
        bail!("no {HOME} below {}: give the folder of the unpacked corpora", folder.display());
    };
    let compared: Vec<Compared> =
        gold::read(&place)?.into_par_iter().map(Compared::read).collect::<Result<_>>()?;
    let mut scores = Scores::default();
    for (name, part) in PARTS {
        scores.rows.push(tally(of(&compared, part)).row(name));
    }
    let last = of(&compared, PARTS[LAST].1.clone());
    scores.rows.extend(by_form_and_act(last));
    scores.rows.extend(CONFIDENCES.map(|least| {
        let sure = |claim: &Claim| claim.confidence >= least;
        tally_of(last, |_| true, sure).found_row(format!("  confidence {least} and more"))
    }));
    scores.rows.extend(reliability::rows(&judged(last)));
    scores.errors = last.iter().flat_map(Compared::errors).take(errors).collect();
    Ok(scores)
}

/// The reports of a part, as far as the corpus goes.
fn of(compared: &[Compared], part: std::ops::Range<usize>) -> &[Compared] {
    let end = part.end.min(compared.len());
    &compared[part.start.min(end)..end]
}

fn tally(compared: &[Compared]) -> Tally {
    tally_of(compared, |_| true, is_shown)
}

/// Whether a claim is as sure as those that are shown unless asked otherwise.
fn is_shown(claim: &Claim) -> bool {
    claim.confidence >= Options::default().min_confidence
}

/// What was found of those gold claims that are `wanted`, by those read that are `shown`.
fn tally_of(compared: &[Compared], wanted: impl Fn(&Claim) -> bool, shown: impl Fn(&Claim) -> bool) -> Tally {
    let mut tally = Tally::default();
    for Compared { document, read } in compared {
        let gold: Vec<Claim> = document.claims.iter().filter(|claim| wanted(claim)).cloned().collect();
        let read: Vec<Claim> = read.iter().filter(|claim| shown(claim)).cloned().collect();
        tally.add(&gold, &read, &document.text);
    }
    tally
}

/// How sure the reader was of each claim, and whether it is one.
fn judged(compared: &[Compared]) -> Vec<(f64, bool)> {
    let of_report = |Compared { document, read }: &Compared| {
        let pairs = pairs(&document.claims, read, &document.text);
        let is_found = |at: usize| pairs.iter().any(|pair| pair.1 == at);
        read.iter().enumerate().map(|(at, claim)| (claim.confidence, is_found(at))).collect::<Vec<_>>()
    };
    compared.iter().flat_map(of_report).collect()
}

/// Rows for each form and act of the gold, the most frequent first: how many of these claims were found by any.
fn by_form_and_act(compared: &[Compared]) -> Vec<Row> {
    let mut forms: BTreeMap<String, (usize, Form)> = BTreeMap::new();
    let mut acts: BTreeMap<String, (usize, Act)> = BTreeMap::new();
    for claim in compared.iter().flat_map(|one| &one.document.claims) {
        forms.entry(format!("{:?}", claim.form).to_lowercase()).or_insert((0, claim.form)).0 += 1;
        acts.entry(format!("{:?}", claim.act).to_lowercase()).or_insert((0, claim.act)).0 += 1;
    }
    let forms = by_count(forms).into_iter().map(|(name, form)| {
        tally_of(compared, |claim| claim.form == form, is_shown).recall_row(format!("  form {name}"))
    });
    let acts = by_count(acts).into_iter().map(|(name, act)| {
        tally_of(compared, |claim| claim.act == act, is_shown).recall_row(format!("  act {name}"))
    });
    forms.chain(acts).collect()
}

fn by_count<T>(counted: BTreeMap<String, (usize, T)>) -> Vec<(String, T)> {
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    counted.into_iter().map(|(name, (_, value))| (name, value)).collect()
}

impl Compared {
    fn read(document: Document) -> Result<Self> {
        let reading = model::read(Report::of_text("de", &document.text), Vec::new(), ALL)?;
        Ok(Self { read: claim::of_reading(&reading, &document), document })
    }

    /// What is missing, what is spurious, and what is wrong in what was found, each a line.
    fn errors(&self) -> Vec<String> {
        let Document { id, text, claims: gold, .. } = &self.document;
        let read: Vec<Claim> = self.read.iter().filter(|claim| is_shown(claim)).cloned().collect();
        let pairs = pairs(gold, &read, text);
        let words =
            |claim: &Claim| claim.content.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
        let mut errors = Vec::new();
        for (at, claim) in gold.iter().enumerate().filter(|(at, _)| pairs.iter().all(|pair| pair.0 != *at)) {
            errors.push((at, format!("{id}\tmissing\t{:?} {:?}\t{}", claim.form, claim.act, words(claim))));
        }
        for claim in read.iter().enumerate().filter(|(at, _)| pairs.iter().all(|pair| pair.1 != *at)) {
            errors.push((
                gold.len(),
                format!("{id}\tspurious\t{:?} {:?}\t{}", claim.1.form, claim.1.act, words(claim.1)),
            ));
        }
        for (one, other) in pairs {
            let wrong = tally::differences(&gold[one], &read[other], text);
            if !wrong.is_empty() {
                errors.push((one, format!("{id}\twrong\t{}\t{}", wrong.join(", "), words(&gold[one]))));
            }
        }
        errors.sort_by_key(|(place, _)| *place);
        errors.into_iter().map(|(_, error)| error).collect()
    }
}
