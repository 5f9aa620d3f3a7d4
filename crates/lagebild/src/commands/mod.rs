//! The command line: a module a command.

mod eval;

use std::io::Write;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Reads news reports and shows who claims what.
#[derive(Debug, Parser)]
#[command(name = "lagebild", version, about)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Eval(eval::Eval),
}

impl Cli {
    /// Runs the command.
    pub(crate) fn run(&self, out: &mut dyn Write) -> Result<()> {
        match &self.command {
            Command::Eval(eval) => eval.run(out),
        }
    }
}
