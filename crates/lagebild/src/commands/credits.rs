//! `lagebild credits`: whose data and code are inside.

use std::io::{self, Write};

/// The credits as they stand in the repository.
const CREDITS: &str = include_str!("../../../../CREDITS.md");

/// Whose data the weights in this build were made of.
#[cfg(feature = "model")]
const MODEL_CARD: &str = concat!("\n", include_str!("../../../../models/MODEL_CARD.md"));
#[cfg(not(feature = "model"))]
const MODEL_CARD: &str = "";

pub(crate) fn run(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(CREDITS.as_bytes())?;
    out.write_all(MODEL_CARD.as_bytes())
}
