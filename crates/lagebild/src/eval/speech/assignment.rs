//! Pairs two lists one to one so that the sum of the pairs' weights is largest: the Hungarian method.

/// The pairing of rows and columns with the largest sum, in the order of rows. Pairs of no weight are left out.
///
/// `weights` is a rectangle of numbers that are not negative: `weights[row][column]`.
pub(super) fn assign(weights: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let columns = weights.first().map_or(0, Vec::len);
    let mut pairs = if weights.len() <= columns {
        pair(weights)
    } else {
        let turned: Vec<Vec<f64>> =
            (0..columns).map(|column| weights.iter().map(|row| row[column]).collect()).collect();
        pair(&turned).into_iter().map(|(row, column)| (column, row)).collect()
    };
    pairs.retain(|&(row, column)| weights[row][column] > 0.0);
    pairs.sort_unstable();
    pairs
}

/// The state of the method: prices of rows and columns, and who is paired with whom. Index 0 stands for nobody.
struct Market<'w> {
    weights: &'w [Vec<f64>],
    row_prices: Vec<f64>,
    column_prices: Vec<f64>,
    /// The row of each column.
    row_of: Vec<usize>,
}

/// Pairs every row; there are no more rows than columns.
fn pair(weights: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (weights.len(), weights.first().map_or(0, Vec::len));
    let mut market = Market {
        weights,
        row_prices: vec![0.0; rows + 1],
        column_prices: vec![0.0; columns + 1],
        row_of: vec![0; columns + 1],
    };
    for row in 1..=rows {
        market.place(row);
    }
    let paired = market.row_of.iter().enumerate().skip(1).filter(|(_, row)| **row > 0);
    paired.map(|(column, row)| (row - 1, column - 1)).collect()
}

impl Market<'_> {
    /// Finds a column for a row, moving others along the cheapest path to a free column.
    fn place(&mut self, row: usize) {
        let columns = self.row_of.len();
        let mut before = vec![0; columns];
        let mut cheapest = vec![f64::INFINITY; columns];
        let mut is_reached = vec![false; columns];
        self.row_of[0] = row;
        let mut at = 0;
        while self.row_of[at] != 0 {
            is_reached[at] = true;
            let row = self.row_of[at];
            let mut next = 0;
            for column in (1..columns).filter(|column| !is_reached[*column]) {
                let cost = -self.weights[row - 1][column - 1];
                let cost = cost - self.row_prices[row] - self.column_prices[column];
                if cost < cheapest[column] {
                    (cheapest[column], before[column]) = (cost, at);
                }
                if next == 0 || cheapest[column] < cheapest[next] {
                    next = column;
                }
            }
            self.reprice(cheapest[next], &is_reached, &mut cheapest);
            at = next;
        }
        while at != 0 {
            self.row_of[at] = self.row_of[before[at]];
            at = before[at];
        }
    }

    /// Raises prices until one more column is worth its price.
    fn reprice(&mut self, step: f64, is_reached: &[bool], cheapest: &mut [f64]) {
        for column in 0..is_reached.len() {
            if is_reached[column] {
                self.row_prices[self.row_of[column]] += step;
                self.column_prices[column] -= step;
            } else {
                cheapest[column] -= step;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sum(weights: &[Vec<f64>], pairs: &[(usize, usize)]) -> f64 {
        pairs.iter().map(|&(row, column)| weights[row][column]).sum()
    }

    /// The largest sum of all pairings from `row` on.
    fn largest(weights: &[Vec<f64>], row: usize, taken: &mut Vec<usize>) -> f64 {
        let Some(columns) = weights.get(row) else { return 0.0 };
        let mut best = largest(weights, row + 1, taken);
        for (column, weight) in columns.iter().enumerate() {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.max(weight + largest(weights, row + 1, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn the_best_pair_may_have_to_stand_back() {
        let weights = [vec![0.9, 0.8], vec![0.8, 0.1]];
        assert_eq!(assign(&weights), [(0, 1), (1, 0)]);
    }

    #[test]
    fn what_has_no_weight_stays_alone() {
        assert_eq!(assign(&[]), []);
        assert_eq!(assign(&[vec![], vec![]]), []);
        assert_eq!(assign(&[vec![0.0, 0.5], vec![0.0, 0.0], vec![0.0, 0.4]]), [(0, 1)]);
    }

    proptest! {
        #[test]
        fn no_pairing_has_a_larger_sum(
            rows in 1..6_usize,
            columns in 1..6_usize,
            numbers in prop::collection::vec(0..20_u8, 25),
        ) {
            let weight = |row: usize, column: usize| f64::from(numbers[row * 5 + column].saturating_sub(6)) / 13.0;
            let weights: Vec<Vec<f64>> =
                (0..rows).map(|row| (0..columns).map(|column| weight(row, column)).collect()).collect();
            let pairs = assign(&weights);
            let mut seen: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), pairs.len());
            prop_assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0));
            let best = largest(&weights, 0, &mut Vec::new());
            prop_assert!((sum(&weights, &pairs) - best).abs() < 1e-9, "{:?} {}", pairs, best);
        }
    }
}
