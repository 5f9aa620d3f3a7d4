//! `lagebild eval`: score the reader on a gold corpus.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::eval::TASKS;

/// Score the reader on a gold corpus
#[derive(Debug, Args)]
pub(crate) struct Eval {
    /// What to score
    #[arg(value_parser = PossibleValuesParser::new(TASKS.iter().map(|task| clap::builder::PossibleValue::new(task.name).help(task.about))))]
    task: String,
    /// The unpacked corpora, or the folder of one of them
    folder: PathBuf,
    /// Print one JSON object instead of a table
    #[arg(long)]
    json: bool,
    /// List this many errors to read
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
}

impl Eval {
    pub(crate) fn run(&self, out: &mut dyn Write) -> Result<()> {
        if !self.folder.is_dir() {
            bail!("{} is no folder: give the folder of the unpacked corpora", self.folder.display());
        }
        let Some(task) = TASKS.iter().find(|task| task.name == self.task) else {
            bail!("there is no task '{}': see lagebild eval --help", self.task);
        };
        let scores = (task.run)(&self.folder, self.errors)?;
        if self.json {
            writeln!(out, "{}", scores.to_json(task.name))?;
        } else {
            write!(out, "{scores}")?;
        }
        Ok(())
    }
}
