//! Where the weights are: in a folder, or in the binary itself.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use ruzstd::decoding::StreamingDecoder;

const ENCODER: &str = "encoder.safetensors";
const HEADS: &str = "heads.safetensors";
/// Bytes that a file may have unpacked: what has more was not made by us.
const MOST: u64 = 1 << 29;

/// The two files of a model, unpacked.
pub(super) struct Weights {
    pub(super) encoder: Vec<u8>,
    pub(super) heads: Vec<u8>,
}

impl Weights {
    /// Those of a folder: as training writes them, or packed as the repository has them.
    pub(super) fn of_folder(folder: &Path) -> Result<Self> {
        Ok(Self { encoder: file(folder, ENCODER)?, heads: file(folder, HEADS)? })
    }

    /// Those of this build.
    #[cfg(feature = "model")]
    pub(super) fn built_in() -> Result<Self> {
        const PACKED: [&[u8]; 2] = [
            include_bytes!("../../../../models/encoder.safetensors.zst"),
            include_bytes!("../../../../models/heads.safetensors.zst"),
        ];
        let [encoder, heads] = PACKED.map(unpack);
        Ok(Self { encoder: encoder?, heads: heads? })
    }

    /// This build has none.
    #[cfg(not(feature = "model"))]
    pub(super) fn built_in() -> Result<Self> {
        anyhow::bail!("this build has no model: name a folder of weights with --model")
    }
}

fn file(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let plain = folder.join(name);
    let packed = folder.join(format!("{name}.zst"));
    if packed.exists() && !plain.exists() {
        let read = fs::read(&packed).map_err(anyhow::Error::from).and_then(|bytes| unpack(&bytes));
        read.with_context(|| format!("cannot unpack the weights {}", packed.display()))
    } else {
        fs::read(&plain).with_context(|| format!("cannot read the weights {}", plain.display()))
    }
}

fn unpack(packed: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    StreamingDecoder::new(packed)?.take(MOST + 1).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= MOST, "it has more than {MOST} bytes unpacked");
    Ok(bytes)
}
