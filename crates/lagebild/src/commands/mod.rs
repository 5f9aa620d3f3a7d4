//! The command line: a module a command.

mod credits;
mod eval;
mod extract;
mod man;
mod read;
mod reports;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;

use crate::model;

/// Reads news reports and shows who claims what
///
/// On whose word, with what certainty, when and how many, and what does not add up. Every cell rests on exact
/// characters of a report. It gives no verdicts.
#[derive(Debug, Parser)]
#[command(name = "lagebild", version, arg_required_else_help = true, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Folder of the weights to read with, instead of those in this build
    #[arg(long, global = true, value_name = "FOLDER")]
    model: Option<PathBuf>,
}

const EXIT_CODES: &str = "Exit codes: 0 all read, 1 some inputs failed and the rest is done, 2 wrong usage.";

#[derive(Debug, Subcommand)]
enum Command {
    Read(read::Read),
    Extract(extract::Extract),
    Eval(eval::Eval),
    /// Show the licences of the data and the libraries inside
    Credits,
    /// Print the JSON Schema of the contract
    Schema,
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Write the manual pages into a folder
    Man(man::Man),
}

impl Cli {
    /// Runs the command.
    pub(crate) fn run(&self) -> Result<ExitCode> {
        if let Some(folder) = &self.model {
            model::set_folder(folder);
        }
        let mut out = std::io::stdout().lock();
        match &self.command {
            Command::Read(read) => return read.run(),
            Command::Extract(extract) => return extract.run(),
            Command::Eval(eval) => eval.run(&mut out)?,
            Command::Credits => credits::run(&mut out)?,
            Command::Schema => out.write_all(lagebild::schema_text()?.as_bytes())?,
            Command::Completions { shell } => {
                let mut script = Vec::new();
                clap_complete::generate(*shell, &mut Self::command(), "lagebild", &mut script);
                out.write_all(&script)?;
            }
            Command::Man(man) => man.run(Self::command())?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
