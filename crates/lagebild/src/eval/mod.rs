//! Scores the reader on gold corpora. A task is a file: it says its name, and turns a folder of gold into [`Scores`].

mod claims;
pub(crate) mod conllu;
mod extraction;
mod files;
mod ner;
mod parser;
mod raw;
mod reader;
mod scores;
mod speech;
mod standoff;
mod text;
mod timex;
mod ud;

use std::path::Path;

use anyhow::Result;

use parser::Parser;
pub(crate) use scores::{Row, Scores, f1, harmonic_mean};

/// One way to score the reader.
pub(crate) struct Task {
    /// What it is called on the command line.
    pub(crate) name: &'static str,
    /// What it measures, and on which corpora, in one line.
    pub(crate) about: &'static str,
    /// Scores the reader on the gold under the folder. The number says how many errors to list.
    pub(crate) run: fn(&Path, usize) -> Result<Scores>,
}

/// All tasks, in the order that help shows them.
pub(crate) const TASKS: &[Task] =
    &[extraction::TASK, timex::TASK, ud::TASK, ner::TASK, speech::TASK, claims::TASK];
