//! What every command that reads reports asks for.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use lagebild_intake::{Given, Intake, Taken};
use lagebild_schema::Moment;

use crate::{inputs, pipeline};

/// Inputs, and what the person knows better than the text does.
#[derive(Debug, Args)]
pub(crate) struct Reports {
    /// Files, folders, patterns such as '*.html', or - for standard input
    #[arg(required = true, value_name = "FILE|-")]
    inputs: Vec<PathBuf>,
    /// One JSON object a line
    #[arg(long)]
    pub(crate) json: bool,
    /// Language of the reports, as a two-letter code such as de
    #[arg(long, value_name = "CODE", value_parser = language_code)]
    lang: Option<String>,
    /// Date of the reports where the text has none, such as 2024-06-16
    #[arg(long, value_name = "DATE")]
    published: Option<Moment>,
    /// Who published the reports
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// How many reports to read at once [default: as many as there are cores]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    jobs: Option<u16>,
    /// No progress bar
    #[arg(long, short)]
    quiet: bool,
}

fn language_code(text: &str) -> Result<String, String> {
    let code = text.to_ascii_lowercase();
    let fits = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if fits { Ok(code) } else { Err("give a two-letter code such as de or en".to_owned()) }
}

impl Reports {
    /// Reads every report and writes what `render` makes of it, with colours if it is for people. The exit code tells
    /// whether all could be read.
    pub(crate) fn run(
        &self,
        for_people: bool,
        render: &(impl Fn(Taken) -> Result<String> + Sync),
    ) -> Result<ExitCode> {
        let given = Given {
            lang: self.lang.clone(),
            published: self.published,
            outlet: self.outlet.clone(),
            url: None,
        };
        let intake = Intake::new(given);
        let progress = self.progress();
        let tally = {
            let mut out = out(for_people);
            let inputs = inputs::expand(&self.inputs);
            pipeline::run(inputs, &intake, self.jobs(), render, &progress, &mut *out)?
        };
        progress.finish_and_clear();
        if tally.failed > 0 && !self.quiet {
            eprintln!("lagebild: {} could not be read, {} read", tally.failed, tally.read);
        }
        Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn jobs(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.map_or_else(cores, usize::from)
    }

    /// A progress bar on standard error, where somebody waits before an empty terminal.
    fn progress(&self) -> ProgressBar {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
        if self.quiet || !watched {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{spinner} {human_pos} read, {per_sec}, {elapsed}");
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(100));
        style.map_or(bar.clone(), |style| bar.with_style(style))
    }
}

/// Standard output; for people with colours where there is a terminal for them.
fn out(for_people: bool) -> Box<dyn Write> {
    if for_people {
        Box::new(BufWriter::new(anstream::AutoStream::auto(io::stdout().lock())))
    } else {
        Box::new(BufWriter::new(io::stdout().lock()))
    }
}
