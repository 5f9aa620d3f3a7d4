//! `lagebild read`: what reports claim.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};
use lagebild_intake::Taken;

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
        let format = if self.reports.json { Format::Json } else { self.format };
        let wants_model = format == Format::Conllu && model::is_there();
        let model = wants_model.then(model::load).transpose()?;
        self.reports.run(format == Format::Text, &|taken| write(taken, format, width, model))
    }
}

fn write(taken: Taken, format: Format, width: usize, model: Option<model::Loaded>) -> Result<String> {
    Ok(match format {
        Format::Text => view::reading(&lagebild_reading::read(taken.report, taken.unread), width),
        Format::Json => {
            let reading = lagebild_reading::read(taken.report, taken.unread);
            serde_json::to_string(&reading.to_json())? + "\n"
        }
        Format::Conllu => {
            let analysis = match model {
                Some(model) => model.analyse(&taken.report),
                None => lagebild_language::analyse(&taken.report),
            };
            view::conllu(&taken.report, &taken.unread, &analysis, model.map(model::Loaded::hash))
        }
    })
}
