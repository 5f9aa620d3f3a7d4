//! The command line's front door.

mod commands;
mod eval;
mod inputs;
mod pipeline;
mod view;

use std::io;
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    commands::Cli::parse().run().unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        eprintln!("lagebild: {error:#}");
        ExitCode::FAILURE
    })
}

/// Whether somebody, like `head`, has read enough: that is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
