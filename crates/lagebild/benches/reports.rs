//! How fast reports are taken in and read: the repository's examples, one at a time, on one core.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use lagebild::Given;
use lagebild::intake::{Hint, Intake, Taken};

const REPORTS: &[&str] =
    &["de/patrouillenboote.html", "de/faehrunglueck.txt", "en/ceasefire.html", "en/wildfire.txt"];

fn bytes(report: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(report))
        .expect("the example is there")
}

fn take(bytes: &[u8]) -> Taken {
    let intake = Intake::new(Given::default());
    intake.reports(bytes, &Hint::default()).next().expect("there is a report").expect("it can be read")
}

fn intake(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("intake");
    for report in REPORTS {
        let bytes = bytes(report);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(*report, |bencher| bencher.iter(|| take(black_box(&bytes))));
    }
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("reading");
    for report in REPORTS {
        let taken = take(&bytes(report));
        group.throughput(Throughput::Bytes(taken.report.text.len() as u64));
        group.bench_function(*report, |bencher| {
            let fresh = || taken.clone();
            bencher.iter_batched(
                fresh,
                |taken| lagebild::reading::read(taken.report, taken.unread),
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, intake, reading);
criterion_main!(benches);
