//! The model: loaded once, when something first asks for it, and shared by all workers.

mod weights;

use std::cell::RefCell;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Result, anyhow};
use lagebild_language::{Analysis, Model, Parse, Scratch, Word};
use lagebild_reading::Options;
use lagebild_schema::{Reading, Report, Unread};
use weights::Weights;

/// Where the weights are, if not in this build.
static FOLDER: OnceLock<PathBuf> = OnceLock::new();

thread_local! {
    /// A worker's memory from one report to the next.
    static SCRATCH: RefCell<Scratch> = RefCell::new(Scratch::new());
}

/// Reads a report, with the model if there is one.
pub(crate) fn read(report: Report, unread: Vec<Unread>, options: Options) -> Result<Reading> {
    let analysis = analyse(&report)?;
    Ok(lagebild_reading::read_analysed(report, &analysis, unread, options))
}

/// Sentences and tokens of a report, parsed if there is a model.
pub(crate) fn analyse(report: &Report) -> Result<Analysis> {
    if is_there() { Ok(load()?.analyse(report)) } else { Ok(lagebild_language::analyse(report)) }
}

/// A model that is loaded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loaded(&'static Model);

/// Says where the weights are; only before the model is loaded.
pub(crate) fn set_folder(folder: &Path) {
    FOLDER.get_or_init(|| folder.to_owned());
}

/// Whether there is a model to load.
pub(crate) fn is_there() -> bool {
    FOLDER.get().is_some() || cfg!(feature = "model")
}

/// The model, loaded if it is not yet.
pub(crate) fn load() -> Result<Loaded> {
    static MODEL: OnceLock<Result<Model, String>> = OnceLock::new();
    let model = MODEL.get_or_init(|| from_weights().map_err(|error| format!("{error:#}")));
    model.as_ref().map(Loaded).map_err(|error| anyhow!(error.clone()))
}

fn from_weights() -> Result<Model> {
    let weights = FOLDER.get().map_or_else(Weights::built_in, |folder| Weights::of_folder(folder))?;
    Ok(Model::from_bytes(&weights.encoder, &weights.heads)?)
}

impl Loaded {
    /// Sentences and tokens of a report, parsed.
    fn analyse(self, report: &Report) -> Analysis {
        SCRATCH.with_borrow_mut(|scratch| self.0.analyse(report, scratch))
    }

    /// Parses the words of a text.
    pub(crate) fn parse(self, words: &[Word], sentences: &[Range<usize>]) -> Parse {
        SCRATCH.with_borrow_mut(|scratch| self.0.parse(words, sentences, scratch))
    }
}
