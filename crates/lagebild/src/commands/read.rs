//! `lagebild read`: what reports claim.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};
use lagebild_intake::Taken;
use lagebild_reading::Options;

use super::reports::Reports;
use crate::{model, view};

/// Read reports: who claims what, when, how many, and what does not add up
#[derive(Debug, Args)]
pub(crate) struct Read {
    #[command(flatten)]
    reports: Reports,
    /// How to write the reading
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "json")]
    format: Format,
    /// Show claims that are at least so sure; of the others only how many there are
    #[arg(long, value_name = "0-1", default_value_t = Options::default().min_confidence, value_parser = share)]
    min_confidence: f64,
}

fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "give a number from 0 to 1".to_owned())
}

/// What a reading can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the text with its marks, and a ledger
    Text,
    /// One JSON object a line, as with --json
    Json,
    /// Sentences and words in CoNLL-U, with their offsets in the report
    Conllu,
}

impl Read {
    pub(crate) fn run(&self) -> Result<ExitCode> {
        let width = view::width();
        let options = Options { min_confidence: self.min_confidence };
        let format = if self.reports.json { Format::Json } else { self.format };
        self.reports.run(format == Format::Text, &|taken| write(taken, format, width, options))
    }
}

fn write(taken: Taken, format: Format, width: usize, options: Options) -> Result<String> {
    Ok(match format {
        Format::Text => view::reading(&model::read(taken.report, taken.unread, options)?, width),
        Format::Json => {
            serde_json::to_string(&model::read(taken.report, taken.unread, options)?.to_json())? + "\n"
        }
        Format::Conllu => view::conllu(&taken.report, &taken.unread, &model::analyse(&taken.report)?),
    })
}
