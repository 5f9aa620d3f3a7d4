//! The command line's front door.

mod commands;
mod eval;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match commands::Cli::parse().run(&mut std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lagebild: {error:#}");
            ExitCode::FAILURE
        }
    }
}
