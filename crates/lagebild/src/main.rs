//! The command line's front door.

mod commands;
mod eval;
mod inputs;
mod model;
mod pipeline;
mod view;

use std::process::ExitCode;
use std::{io, panic, thread};

use clap::Parser;
use lagebild_intake::PAGE_THREAD;

fn main() -> ExitCode {
    silence_extractor();
    commands::Cli::parse().run().unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        eprintln!("lagebild: {error:#}");
        ExitCode::FAILURE
    })
}

/// Keeps the panics of the HTML extractor, which are caught and said in the reading, off standard error.
fn silence_extractor() {
    let speak = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().name() != Some(PAGE_THREAD) {
            speak(panic);
        }
    }));
}

/// Whether somebody, like `head`, has read enough: that is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
