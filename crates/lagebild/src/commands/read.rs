//! `lagebild read`: what reports claim.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::reports::Reports;
use crate::view;

/// Read reports: who claims what, when, how many, and what does not add up
#[derive(Debug, Args)]
pub(crate) struct Read {
    #[command(flatten)]
    reports: Reports,
}

impl Read {
    pub(crate) fn run(&self) -> Result<ExitCode> {
        let width = view::width();
        self.reports.run(&|taken| {
            let reading = lagebild_reading::read(taken.report, taken.unread);
            Ok(if self.reports.json {
                serde_json::to_string(&reading.to_json())? + "\n"
            } else {
                view::reading(&reading, width)
            })
        })
    }
}
