//! Many inputs, read on many cores, written in the order they came in.
//!
//! Inputs are taken in batches; a batch is worked on in parallel and written whole, in order, before the next is
//! begun. So what is in memory is bounded, and the output is the same whatever the number of cores.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context as _, Error, Result};
use indicatif::ProgressBar;
use lagebild_intake::{Hint, Intake, Taken};
use rayon::prelude::*;

use crate::inputs::Input;

/// Files up to this size are opened by the workers; larger ones, and streams, are read report by report before
/// them, so that none is ever held whole.
const WHOLE: u64 = 4 << 20;

/// Inputs a batch for each core: enough to keep all busy, few enough to hold.
const PER_CORE: usize = 16;

/// What a worker gets.
enum Task {
    /// A file to open.
    Whole(Input),
    /// A report, or why there is none, with a name for messages.
    Report(String, Box<Result<Taken>>),
}

/// What a worker makes of one report: a name for messages, and the text to write.
type Made = (String, Result<String>);

/// How many reports were read, and how many inputs or records failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) read: usize,
    pub(crate) failed: usize,
}

/// Reads all inputs and writes what `render` makes of each report to `out`, and each failure to standard error.
///
/// # Errors
/// Only where `out` cannot be written, or the workers cannot be started.
pub(crate) fn run(
    inputs: impl Iterator<Item = Result<Input>>,
    intake: &Intake,
    jobs: usize,
    render: &(impl Fn(Taken) -> Result<String> + Sync),
    progress: &ProgressBar,
    out: &mut dyn Write,
) -> Result<Tally> {
    let workers =
        rayon::ThreadPoolBuilder::new().num_threads(jobs).build().context("cannot start the workers")?;
    let mut tasks = inputs.flat_map(|input| tasks(input, intake));
    let mut tally = Tally::default();
    loop {
        let batch: Vec<Task> = tasks.by_ref().take(jobs * PER_CORE).collect();
        if batch.is_empty() {
            return Ok(tally);
        }
        let made: Vec<Vec<Made>> = workers
            .install(|| batch.into_par_iter().map(|task| work(task, intake, render, progress)).collect());
        for (name, text) in made.into_iter().flatten() {
            write_one(&name, text, progress, out, &mut tally)?;
        }
        out.flush()?;
    }
}

fn write_one(
    name: &str,
    text: Result<String>,
    progress: &ProgressBar,
    out: &mut dyn Write,
    tally: &mut Tally,
) -> io::Result<()> {
    match text {
        Ok(text) => {
            tally.read += 1;
            out.write_all(text.as_bytes())
        }
        Err(error) => {
            tally.failed += 1;
            progress.suspend(|| eprintln!("lagebild: {name}: {error:#}"));
            Ok(())
        }
    }
}

/// What is to be done for one input.
fn tasks(input: Result<Input>, intake: &Intake) -> Box<dyn Iterator<Item = Task> + '_> {
    let input = match input {
        Ok(input) => input,
        Err(error) => return failed("input".to_owned(), error),
    };
    match &input {
        Input::Stdin => stream(input.name(), &Hint::default(), io::stdin(), intake),
        Input::File(path) if is_small(path) => Box::new(std::iter::once(Task::Whole(input))),
        Input::File(path) => match File::open(path) {
            Ok(file) => stream(input.name(), &hint(path), file, intake),
            Err(error) => failed(input.name(), Error::new(error).context("cannot open it")),
        },
    }
}

fn failed<'a>(name: String, error: Error) -> Box<dyn Iterator<Item = Task> + 'a> {
    Box::new(std::iter::once(Task::Report(name, Box::new(Err(error)))))
}

/// The reports of a stream, one by one.
fn stream<'a>(
    name: String,
    hint: &Hint,
    input: impl io::Read + 'a,
    intake: &'a Intake,
) -> Box<dyn Iterator<Item = Task> + 'a> {
    let reports = intake.reports(input, hint);
    Box::new(reports.map(move |report| Task::Report(name.clone(), Box::new(report.map_err(Error::new)))))
}

fn is_small(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= WHOLE)
}

fn hint(path: &Path) -> Hint {
    Hint::named(path.to_string_lossy())
}

fn work(
    task: Task,
    intake: &Intake,
    render: &(impl Fn(Taken) -> Result<String> + Sync),
    progress: &ProgressBar,
) -> Vec<Made> {
    let tasks = match task {
        Task::Whole(Input::File(path)) => {
            let name = path.display().to_string();
            match File::open(&path) {
                Ok(file) => stream(name, &hint(&path), file, intake).collect(),
                Err(error) => {
                    vec![Task::Report(name, Box::new(Err(Error::new(error).context("cannot open it"))))]
                }
            }
        }
        other => vec![other],
    };
    let made = tasks.into_iter().filter_map(|task| match task {
        Task::Report(name, report) => Some((name, (*report).and_then(render))),
        Task::Whole(_) => None,
    });
    let made: Vec<Made> = made.collect();
    progress.inc(1);
    made
}
