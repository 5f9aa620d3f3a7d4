//! `lagebild extract`: only the clean reports.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use lagebild_schema::Extraction;

use super::reports::Reports;
use crate::view;

/// Extract the clean reports: text, blocks, metadata
#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    reports: Reports,
}

impl Extract {
    pub(crate) fn run(&self) -> Result<ExitCode> {
        let width = view::width();
        self.reports.run(!self.reports.json, &|taken| {
            Ok(if self.reports.json {
                serde_json::to_string(&Extraction::new(taken.report, taken.unread).to_json())? + "\n"
            } else {
                view::report(&taken.report, &taken.unread, width)
            })
        })
    }
}
