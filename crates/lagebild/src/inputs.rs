//! What the person named on the command line, as files in a fixed order.

use std::path::{Path, PathBuf};

use anyhow::{Context, Error, anyhow};
use walkdir::{DirEntry, WalkDir};

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input, named `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// What to call it in a message.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }
}

/// Turns arguments into inputs, lazily: `-`, files, folders with all that is in them, patterns such as `*.html`.
/// What cannot be found or opened is an error of its own; the rest goes on.
pub(crate) fn expand(arguments: &[PathBuf]) -> impl Iterator<Item = Result<Input, Error>> + '_ {
    arguments.iter().flat_map(|argument| expand_one(argument))
}

fn expand_one(argument: &Path) -> Box<dyn Iterator<Item = Result<Input, Error>>> {
    if argument.as_os_str() == "-" {
        return Box::new(std::iter::once(Ok(Input::Stdin)));
    }
    if argument.is_dir() {
        return Box::new(folder(argument));
    }
    match argument.to_str().filter(|text| !argument.exists() && text.contains(['*', '?', '['])) {
        Some(pattern) => Box::new(matching(pattern).into_iter()),
        None => Box::new(std::iter::once(Ok(Input::File(argument.to_owned())))),
    }
}

/// Every file under a folder in the order of names, without hidden ones.
fn folder(root: &Path) -> impl Iterator<Item = Result<Input, Error>> + use<> {
    let shown =
        |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(shown).filter_map(|entry| match entry {
        Ok(entry) => entry.file_type().is_file().then(|| Ok(Input::File(entry.into_path()))),
        Err(error) => Some(Err(Error::new(error).context("cannot read the folder"))),
    })
}

/// Every file that a pattern matches, in the order of names.
fn matching(pattern: &str) -> Vec<Result<Input, Error>> {
    let paths = match glob::glob(pattern).with_context(|| format!("'{pattern}' is no pattern")) {
        Ok(paths) => paths,
        Err(error) => return vec![Err(error)],
    };
    let files = paths.filter_map(|path| match path {
        Ok(path) => path.is_file().then_some(Ok(Input::File(path))),
        Err(error) => Some(Err(Error::new(error))),
    });
    let files: Vec<_> = files.collect();
    if files.is_empty() { vec![Err(anyhow!("no file matches '{pattern}'"))] } else { files }
}
