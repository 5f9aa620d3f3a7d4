//! How fast an encoder of our shape, or of half its layers, reads with invented weights on one core.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use lagebild_language::Scratch;
use lagebild_language::encoder::Encoder;

#[path = "../tests/synthetic/mod.rs"]
mod synthetic;

use synthetic::{Full, Parts, Shape};

const SHAPE: Shape =
    Shape { layers: 12, hidden: 384, heads: 12, feed_forward: 1536, positions: 256, pieces: 80_000 };

/// The windows of one call, in subwords: a report of 250 words, two such at once, and long windows by themselves.
const BATCHES: &[(&str, &[usize])] = &[
    ("sentences", &[20, 24, 28, 30, 32, 35, 38, 42, 45, 48, 38]),
    ("windows", &[60, 128, 200]),
    ("one sentence", &[30]),
    ("batch", &[20, 24, 28, 30, 32, 35, 38, 42, 45, 48, 60, 64, 70, 80, 90, 100, 110, 128, 150, 200]),
];

fn encode(criterion: &mut Criterion) {
    for (name, layers, full) in [
        ("12 layers", 12, Full::None),
        ("6 layers", 6, Full::None),
        ("12 layers, feed.out f32", 12, Full::FeedOut),
    ] {
        let file = Parts::new(Shape { layers, ..SHAPE }, full).file();
        let encoder = Encoder::from_bytes(&file).expect("the weights are whole");
        let mut scratch = Scratch::new();
        let mut group = criterion.benchmark_group(name);
        for (batch, lengths) in BATCHES {
            let sequences: Vec<Vec<u32>> = lengths.iter().map(|length| pieces(*length)).collect();
            let sequences: Vec<&[u32]> = sequences.iter().map(Vec::as_slice).collect();
            group.throughput(Throughput::Elements(lengths.iter().sum::<usize>() as u64));
            group.bench_function(*batch, |bencher| {
                bencher.iter(|| {
                    encoder.encode(black_box(&sequences), &mut scratch).expect("the pieces are known")
                });
            });
        }
        group.finish();
    }
}

fn load(criterion: &mut Criterion) {
    let file = Parts::new(SHAPE, Full::None).file();
    criterion.bench_function("load", |bencher| {
        bencher.iter(|| Encoder::from_bytes(black_box(&file)).expect("the weights are whole"));
    });
}

fn pieces(length: usize) -> Vec<u32> {
    (0..length as u32).map(|place| (place * 7919 + length as u32 * 104_729) % 72_000).collect()
}

criterion_group!(benches, encode, load);
criterion_main!(benches);
