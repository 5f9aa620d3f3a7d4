//! How well confidence says how often a claim is one: a reliability diagram in rows, and the expected calibration error.

use crate::eval::Row;

/// Bins of equal width.
const BINS: usize = 10;

/// Claims whose confidence falls in one bin.
#[derive(Debug, Clone, Copy, Default)]
struct Bin {
    count: usize,
    right: usize,
    confidence: f64,
}

impl Bin {
    fn mean(self) -> f64 {
        self.confidence / self.count.max(1) as f64
    }

    fn precision(self) -> f64 {
        self.right as f64 / self.count.max(1) as f64
    }
}

/// A row for each bin that is not empty, and one for the error. Each claim is its confidence, and whether it is one.
pub(super) fn rows(claims: &[(f64, bool)]) -> Vec<Row> {
    let bins = bins(claims);
    let filled = bins.iter().enumerate().filter(|(_, bin)| bin.count > 0);
    let mut rows: Vec<Row> = filled.map(|(at, bin)| row(at, *bin)).collect();
    if !claims.is_empty() {
        rows.push(Row::new("  expected calibration error").share("error", error(&bins)));
    }
    rows
}

fn row(at: usize, bin: Bin) -> Row {
    let [low, high] = [at, at + 1].map(|edge| edge as f64 / BINS as f64);
    Row::new(format!("  said to be {low:.1} to {high:.1}"))
        .count("system", bin.count)
        .share("said", bin.mean())
        .share("is", bin.precision())
}

fn bins(claims: &[(f64, bool)]) -> [Bin; BINS] {
    let mut bins = [Bin::default(); BINS];
    for (confidence, is_right) in claims {
        let bin = &mut bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
        bin.count += 1;
        bin.right += usize::from(*is_right);
        bin.confidence += confidence;
    }
    bins
}

/// The mean distance between what is said and what is, each claim counting once (Naeini, Cooper and Hauskrecht 2015).
fn error(bins: &[Bin]) -> f64 {
    let all: usize = bins.iter().map(|bin| bin.count).sum();
    let distance = |bin: &Bin| (bin.mean() - bin.precision()).abs() * bin.count as f64;
    bins.iter().map(distance).sum::<f64>() / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_nine_in_ten_and_is_right_so_often_errs_by_nothing() {
        let claims: Vec<(f64, bool)> = (0..10).map(|at| (0.9, at > 0)).collect();
        assert!(error(&bins(&claims)).abs() < 1e-9);
        assert_eq!(rows(&claims).len(), 2);
    }

    #[test]
    fn who_is_always_sure_and_right_half_the_time_errs_by_half() {
        let claims = [(1.0, true), (1.0, false)];
        assert!((error(&bins(&claims)) - 0.5).abs() < 1e-9);
        assert!(rows(&[]).is_empty());
    }
}
