//! `lagebild man`: the manual pages.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Command};

/// Write the manual pages into a folder
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The folder, made where there is none
    folder: PathBuf,
}

impl Man {
    pub(crate) fn run(&self, command: Command) -> Result<()> {
        let failed = || format!("cannot write manual pages into {}", self.folder.display());
        fs::create_dir_all(&self.folder).with_context(failed)?;
        clap_mangen::generate_to(command, &self.folder).with_context(failed)
    }
}
