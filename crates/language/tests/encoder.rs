//! The encoder against a plain transformer written here, against itself in other company, and against broken files.

use lagebild_language::encoder::{Encoder, Hidden};
use lagebild_language::{Error, Scratch};
use proptest::prelude::*;

mod plain;
mod synthetic;

use synthetic::{Full, Parts, Shape};

/// Small, with widths that fill no vector evenly.
const SMALL: Shape = Shape { layers: 2, hidden: 32, heads: 2, feed_forward: 72, positions: 48, pieces: 60 };

/// With heads as wide as the published encoder's.
const WIDE_HEADS: Shape =
    Shape { layers: 2, hidden: 96, heads: 3, feed_forward: 200, positions: 48, pieces: 60 };

fn encoder(parts: &Parts) -> Encoder {
    Encoder::from_bytes(&parts.file()).expect("the file is whole")
}

fn encode(encoder: &Encoder, sequences: &[Vec<u32>]) -> Hidden {
    let sequences: Vec<&[u32]> = sequences.iter().map(Vec::as_slice).collect();
    encoder.encode(&sequences, &mut Scratch::new()).expect("the sequences are in order")
}

fn sequence(length: usize, seed: u32) -> Vec<u32> {
    (0..length as u32).map(|place| (place * 17 + seed * 29) % 60).collect()
}

/// The greatest difference between what the encoder and the plain transformer make of some sequences.
fn difference(shape: Shape, full: Full) -> f32 {
    let parts = Parts::new(shape, full);
    let sequences = [sequence(1, 1), sequence(48, 2), sequence(17, 3), sequence(33, 4), sequence(40, 5)];
    let found = encode(&encoder(&parts), &sequences);
    let expected = plain::encode(&parts, shape, &sequences);
    assert_eq!(found.numbers().len(), expected.len());
    found
        .numbers()
        .iter()
        .zip(&expected)
        .map(|(found, expected)| (found - expected).abs())
        .fold(0.0, f32::max)
}

#[test]
fn an_encoder_in_full_precision_agrees_with_a_plain_transformer() {
    for shape in [SMALL, WIDE_HEADS] {
        let difference = difference(shape, Full::All);
        assert!(difference < 3e-4, "{shape:?}: {difference}");
    }
}

#[test]
fn an_encoder_in_bytes_agrees_with_a_plain_transformer_that_rounds_likewise() {
    for shape in [SMALL, WIDE_HEADS] {
        for full in [Full::None, Full::FeedOut] {
            // A number on the edge between two bytes may fall to either side.
            let difference = difference(shape, full);
            assert!(difference < 0.04, "{shape:?}, {full:?}: {difference}");
        }
    }
}

proptest! {
    #[test]
    fn a_sequence_is_encoded_the_same_in_any_company(
        lengths in proptest::collection::vec(0_usize..=48, 1..9),
        which in any::<prop::sample::Index>(),
        full in prop::sample::select(&[Full::None, Full::All]),
    ) {
        let encoder = encoder(&Parts::new(SMALL, full));
        let sequences: Vec<Vec<u32>> = lengths.iter().zip(1..).map(|(length, seed)| sequence(*length, seed)).collect();
        let which = which.index(sequences.len());
        let together = encode(&encoder, &sequences);
        let alone = encode(&encoder, &sequences[which..=which]);
        let before = lengths[..which].iter().sum::<usize>() * SMALL.hidden;
        let here = &together.numbers()[before..][..lengths[which] * SMALL.hidden];
        let bits = |numbers: &[f32]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        prop_assert_eq!(bits(here), bits(alone.numbers()));
    }

    #[test]
    fn a_file_that_is_cut_anywhere_is_an_error(cut in any::<prop::sample::Index>()) {
        let file = Parts::new(SMALL, Full::None).file();
        prop_assert!(Encoder::from_bytes(&file[..cut.index(file.len())]).is_err());
    }

    #[test]
    fn a_damaged_header_is_an_error_or_another_encoder(place in 0_usize..2_000, byte in any::<u8>()) {
        let mut file = Parts::new(SMALL, Full::None).file();
        file[place] = byte;
        if let Ok(encoder) = Encoder::from_bytes(&file) {
            prop_assert!(encoder.encode(&[&[1, 2, 3]], &mut Scratch::new()).is_ok());
        }
    }
}

#[test]
fn a_scratch_serves_one_call_after_the_other_and_workers_of_a_pool() {
    let encoder = encoder(&Parts::new(SMALL, Full::None));
    let expected = encode(&encoder, &[sequence(20, 9)]);
    let mut scratch = Scratch::new();
    for length in [48, 1, 30] {
        encoder
            .encode(&[&sequence(length, 1), &sequence(length, 2)], &mut scratch)
            .expect("they are in order");
    }
    assert_eq!(encoder.encode(&[&sequence(20, 9)], &mut scratch).as_ref(), Ok(&expected));
    let (one, other) =
        rayon::join(|| encode(&encoder, &[sequence(20, 9)]), || encode(&encoder, &[sequence(20, 9)]));
    assert_eq!((&one, &other), (&expected, &expected));
}

#[test]
fn a_row_stands_for_each_subword() {
    let encoder = encoder(&Parts::new(SMALL, Full::None));
    let hidden = encode(&encoder, &[sequence(3, 1), vec![], sequence(5, 2)]);
    assert_eq!((hidden.rows().len(), hidden.width()), (8, 32));
    assert!(hidden.rows().all(|row| row.len() == 32 && row.iter().all(|number| number.is_finite())));
    assert_eq!(encode(&encoder, &[]).rows().len(), 0);
    assert_eq!((encoder.width(), encoder.longest(), encoder.pieces()), (32, 48, 60));
}

#[test]
fn what_cannot_be_encoded_is_an_error() {
    let encoder = encoder(&Parts::new(SMALL, Full::None));
    let mut scratch = Scratch::new();
    let long = encoder.encode(&[&[1], &sequence(49, 1)], &mut scratch);
    assert_eq!(long, Err(Error::TooLong { length: 49, most: 48 }));
    let unknown = encoder.encode(&[&[1, 60]], &mut scratch);
    assert_eq!(unknown, Err(Error::UnknownPiece { piece: 60, pieces: 60 }));
}

/// The message with which a file is refused after `change`.
fn refused(change: impl Fn(&mut Parts)) -> String {
    let mut parts = Parts::new(SMALL, Full::None);
    change(&mut parts);
    Encoder::from_bytes(&parts.file()).expect_err("the file is refused").to_string()
}

#[test]
fn a_file_that_does_not_fit_is_refused_with_the_reason() {
    let config = |from: &'static str, to: &'static str| {
        refused(move |parts| parts.config = parts.config.replace(from, to))
    };
    assert!(config(r#""format":1"#, r#""format":2"#).contains("format 2"));
    assert!(config(r#""heads":2"#, r#""heads":5"#).contains("'heads'"));
    assert!(config(r#""hidden":32"#, r#""hidden":33"#).contains("'hidden'"));
    assert!(config(r#""layers":2"#, r#""layers":0"#).contains("a count is 0"));
    assert!(config(r#""layers":2"#, r#""layers":3"#).contains("'layer.2.qkv.bias'"));
    assert!(config(r#""feed_forward":72"#, r#""feed_forward":7200000"#).contains("65,536"));
    assert!(config(r#""pieces":60"#, r#""pieces":61"#).contains("[60, 16], not [61, 16]"));
    assert!(config(r#""pieces":60"#, r#""pieces":"many""#).contains("'config'"));
    let lacks = refused(|parts| drop(parts.tensors.remove("layer.1.norm2.bias")));
    assert!(lacks.contains("'layer.1.norm2.bias'"), "{lacks}");
    let other = refused(|parts| {
        let scale = parts.tensors["layer.0.qkv.bias"].clone();
        parts.tensors.insert("layer.0.attention.scale".to_owned(), scale);
    });
    assert!(other.contains("[96], not [32]"), "{other}");
    let words = refused(|parts| {
        let word = parts.tensors.get_mut("word.q4").expect("it is there");
        word.0 = safetensors::Dtype::I8;
    });
    assert!(words.contains("'word.q4' holds I8, not U8"), "{words}");
}
