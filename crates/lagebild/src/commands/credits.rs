//! `lagebild credits`: whose data and code are inside.

use std::io::{self, Write};

/// The credits as they stand in the repository.
const CREDITS: &str = include_str!("../../../../CREDITS.md");

pub(crate) fn run(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(CREDITS.as_bytes())
}
