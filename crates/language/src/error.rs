//! Why a network's weights, or what it was asked to read, cannot be used.

/// Why a network's weights, or what it was asked to read, cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are no safetensors file, or not a whole one.
    #[error("the weights are no safetensors file, or cut short ({reason}): fetch the file again")]
    File {
        /// What the parser met.
        reason: String,
    },
    /// The file does not say what shape its network has, or says what cannot be.
    #[error("the weights have no usable 'config' in their metadata: {reason}")]
    Config {
        /// What is wrong with it.
        reason: String,
    },
    /// The file was written in a format that this version does not know.
    #[error(
        "the weights have format {found}, this version reads format {known}: use the weights of its release"
    )]
    Format {
        /// The file's format.
        found: u32,
        /// The one that is read.
        known: u32,
    },
    /// A tensor is not there.
    #[error("the weights lack the tensor '{tensor}'")]
    Missing {
        /// The tensor's name.
        tensor: String,
    },
    /// A tensor is there in another shape.
    #[error("the tensor '{tensor}' has shape {found:?}, not {expected:?}")]
    Shape {
        /// The tensor's name.
        tensor: String,
        /// The shape that the configuration asks for.
        expected: Vec<usize>,
        /// The shape in the file.
        found: Vec<usize>,
    },
    /// A tensor is there in another type of number.
    #[error("the tensor '{tensor}' holds {found}, not {expected}")]
    Numbers {
        /// The tensor's name.
        tensor: String,
        /// The types that can be read.
        expected: &'static str,
        /// The type in the file.
        found: String,
    },
    /// A sequence has more subwords than there are positions.
    #[error("a sequence has {length} subwords, the encoder reads at most {most}: cut it")]
    TooLong {
        /// Its length.
        length: usize,
        /// The longest that can be read.
        most: usize,
    },
    /// A sequence names a piece that the vocabulary does not have.
    #[error(
        "piece {piece} is not among the encoder's {pieces}: vocabulary and weights do not belong together"
    )]
    UnknownPiece {
        /// The piece.
        piece: u32,
        /// How many there are.
        pieces: usize,
    },
    /// The vocabulary cannot be read.
    #[error("the vocabulary in the encoder's weights cannot be read: {reason}")]
    Vocabulary {
        /// What is wrong with it.
        reason: String,
    },
    /// The heads were trained on another encoder.
    #[error("the heads' weights do not belong to this encoder: use the two files of one release")]
    Mismatch,
}
