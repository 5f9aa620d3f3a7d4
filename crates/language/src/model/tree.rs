//! The best dependency tree: Chu and Liu 1965, Edmonds 1967, with exactly one root.

use super::best_of;

/// Scores of heads: row per word, column 0 for the root and column n + 1 for word n.
#[derive(Debug, Clone)]
pub(crate) struct ArcScores {
    words: usize,
    scores: Vec<f32>,
}

/// No such arc.
const NEVER: f64 = -1e12;
/// What each word that hangs on the root costs: more than any tree can gain, so that there is one.
const ROOT: f64 = 1e7;
/// Scores beyond this count as this.
const LARGEST: f32 = 1e3;

impl ArcScores {
    /// `scores` holds `words` rows of `words + 1`.
    pub(crate) fn new(words: usize, scores: Vec<f32>) -> Self {
        debug_assert_eq!(scores.len(), words * (words + 1));
        Self { words, scores }
    }

    /// The head of every word in the best tree, 0 for the root and n + 1 for word n; the first of equals.
    pub(crate) fn best_tree(&self) -> Vec<usize> {
        arborescence(&self.graph())[1..].to_vec()
    }

    /// A row and a column per node, the root first.
    fn graph(&self) -> Vec<Vec<f64>> {
        let width = self.words + 1;
        let mut graph = vec![vec![NEVER; width]; width];
        let rows = graph.iter_mut().skip(1).zip(self.scores.chunks_exact(width));
        for (word, (row, scores)) in rows.enumerate() {
            for (place, score) in row.iter_mut().zip(scores) {
                let score = if score.is_nan() { -LARGEST } else { score.clamp(-LARGEST, LARGEST) };
                *place = f64::from(score);
            }
            row[word + 1] = NEVER;
            row[0] -= ROOT;
        }
        graph
    }
}

/// The best head of every node so that all hang on node 0, directly or not.
fn arborescence(graph: &[Vec<f64>]) -> Vec<usize> {
    let mut heads: Vec<usize> = graph.iter().map(best_of).collect();
    heads[0] = 0;
    let Some(cycle) = find_cycle(&heads) else { return heads };
    let outside: Vec<usize> = (0..graph.len()).filter(|node| !cycle.contains(node)).collect();
    let (small, links) = contract(graph, &heads, &cycle, &outside);
    let found = arborescence(&small);
    let whole = outside.len();
    for (row, node) in outside.iter().enumerate().skip(1) {
        heads[*node] = if found[row] == whole { links[row].out_of } else { outside[found[row]] };
    }
    let entry = found[whole];
    heads[links[entry].into] = outside[entry];
    heads
}

/// How a node outside a cycle is tied to it: the node of the cycle that would be its head, and the one it would enter.
#[derive(Debug, Clone, Copy)]
struct Tie {
    out_of: usize,
    into: usize,
}

/// The graph with the cycle as one node, the last.
fn contract(
    graph: &[Vec<f64>],
    heads: &[usize],
    cycle: &[usize],
    outside: &[usize],
) -> (Vec<Vec<f64>>, Vec<Tie>) {
    let gain: f64 = cycle.iter().map(|node| graph[*node][heads[*node]]).sum();
    let whole = outside.len();
    let mut small = vec![vec![NEVER; whole + 1]; whole + 1];
    let mut ties = Vec::with_capacity(whole);
    for (row, node) in outside.iter().enumerate() {
        for (column, other) in outside.iter().enumerate() {
            if row != column {
                small[row][column] = graph[*node][*other];
            }
        }
        let out_of = cycle[best_of(cycle.iter().map(|inside| &graph[*node][*inside]))];
        small[row][whole] = graph[*node][out_of];
        let entered = |inside: &usize| gain - graph[*inside][heads[*inside]] + graph[*inside][*node];
        let entries: Vec<f64> = cycle.iter().map(entered).collect();
        let entry = best_of(&entries);
        small[whole][row] = entries[entry];
        ties.push(Tie { out_of, into: cycle[entry] });
    }
    (small, ties)
}

/// The nodes of a cycle.
fn find_cycle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut visit = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut trail = Vec::new();
        let mut at = start;
        while at != 0 && visit[at] == 0 {
            visit[at] = start;
            trail.push(at);
            at = heads[at];
        }
        if at != 0 && visit[at] == start {
            return trail.iter().position(|node| *node == at).map(|first| trail.split_off(first));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether every word reaches the root, which has one word.
    fn is_tree(heads: &[usize]) -> bool {
        let reaches = |word: usize| {
            let mut at = word;
            for _ in 0..=heads.len() {
                if at == 0 {
                    return true;
                }
                at = heads[at - 1];
            }
            false
        };
        heads.iter().filter(|head| **head == 0).count() == 1 && (1..=heads.len()).all(reaches)
    }

    fn total(words: usize, scores: &[f32], heads: &[usize]) -> f32 {
        (0..words).map(|word| scores[word * (words + 1) + heads[word]]).sum()
    }

    /// The best tree by trying all.
    fn best_by_force(words: usize, scores: &[f32]) -> f32 {
        let width = words + 1;
        let all = (0..width.pow(u32::try_from(words).unwrap())).map(|mut code| {
            let heads: Vec<usize> = (0..words)
                .map(|_| {
                    let head = code % width;
                    code /= width;
                    head
                })
                .collect();
            heads
        });
        all.filter(|heads| is_tree(heads))
            .map(|heads| total(words, scores, &heads))
            .fold(f32::NEG_INFINITY, f32::max)
    }

    proptest! {
        #[test]
        fn no_tree_scores_higher((words, scores) in (1_usize..6).prop_flat_map(|words| {
            (Just(words), prop::collection::vec(-5.0_f32..5.0, words * (words + 1)))
        })) {
            let heads = ArcScores::new(words, scores.clone()).best_tree();
            prop_assert!(is_tree(&heads));
            prop_assert!((total(words, &scores, &heads) - best_by_force(words, &scores)).abs() < 1e-4);
        }
    }

    #[test]
    fn scores_that_are_no_numbers_give_a_tree_all_the_same() {
        for score in [f32::NAN, f32::NEG_INFINITY, f32::INFINITY, -1e30] {
            for words in 1..5 {
                let heads = ArcScores::new(words, vec![score; words * (words + 1)]).best_tree();
                assert!(is_tree(&heads), "{score}: {heads:?}");
            }
        }
    }

    #[test]
    fn an_empty_sentence_has_an_empty_tree() {
        assert!(ArcScores::new(0, Vec::new()).best_tree().is_empty());
    }
}
