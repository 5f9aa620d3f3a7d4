//! Spans as tags: O, then B and I of each label; the best sequence in which every I follows its own label.

use super::best_of;
use crate::Error;
use crate::network::Weights;
use crate::parse::WordRange;

/// A span found by tags, with the number of its label.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TaggedSpan {
    pub(crate) words: WordRange,
    pub(crate) label: usize,
    /// The geometric mean of the tags' probabilities.
    pub(crate) confidence: f32,
}

/// How tags follow each other: a row for each tag and one for the beginning, to be added to log probabilities.
#[derive(Debug, Clone)]
pub(crate) struct Transitions {
    tags: usize,
    scores: Vec<f32>,
}

impl Transitions {
    /// The table called `name`, for a layer of so many labels.
    pub(crate) fn load(weights: &Weights, name: &str, labels: usize) -> Result<Self, Error> {
        let tags = 2 * labels + 1;
        Ok(Self { tags, scores: weights.floats(name, &[tags + 1, tags])? })
    }

    /// The spans of the best path through `scores`: for each word, a score of O and of B and I of each label.
    pub(crate) fn spans(&self, scores: &[f32]) -> Vec<TaggedSpan> {
        let logs: Vec<f32> = scores.chunks_exact(self.tags).flat_map(log_probabilities).collect();
        let mut spans: Vec<TaggedSpan> = Vec::new();
        for (word, tag) in self.best_path(&logs).into_iter().enumerate() {
            let log = logs[word * self.tags + tag];
            match spans.last_mut() {
                Some(span) if is_inside(tag) && span.words.end == word => {
                    span.words.end = word + 1;
                    span.confidence += log;
                }
                _ if tag > 0 => {
                    let label = (tag - 1) / 2;
                    spans.push(TaggedSpan { words: word..word + 1, label, confidence: log });
                }
                _ => {}
            }
        }
        for span in &mut spans {
            span.confidence = (span.confidence / span.words.len() as f32).exp();
        }
        spans
    }

    /// Viterbi; the first of equals.
    fn best_path(&self, logs: &[f32]) -> Vec<usize> {
        let mut rows = logs.chunks_exact(self.tags);
        let Some(first) = rows.next() else { return Vec::new() };
        let mut best: Vec<f32> =
            first.iter().zip(self.row(self.tags)).map(|(log, begin)| log + begin).collect();
        let mut back: Vec<Vec<usize>> = Vec::with_capacity(rows.len());
        for row in rows {
            let pointers: Vec<usize> = (0..self.tags).map(|tag| self.best_before(&best, tag)).collect();
            let paths = pointers.iter().enumerate().map(|(tag, from)| best[*from] + self.row(*from)[tag]);
            best = paths.zip(row).map(|(path, log)| path + log).collect();
            back.push(pointers);
        }
        let mut path = vec![best_of(&best)];
        for pointers in back.iter().rev() {
            path.push(pointers[path[path.len() - 1]]);
        }
        path.reverse();
        path
    }

    /// The tag from which `tag` is reached best.
    fn best_before(&self, best: &[f32], tag: usize) -> usize {
        let score = |from: usize| best[from] + self.row(from)[tag];
        (1..self.tags).fold(0, |chosen, from| if score(from) > score(chosen) { from } else { chosen })
    }

    fn row(&self, tag: usize) -> &[f32] {
        &self.scores[tag * self.tags..][..self.tags]
    }
}

/// Labels are numbered from 0: B is 2n + 1, I is 2n + 2.
fn is_inside(tag: usize) -> bool {
    tag > 0 && tag.is_multiple_of(2)
}

/// The logarithms of the tags' shares by softmax.
fn log_probabilities(scores: &[f32]) -> impl Iterator<Item = f32> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
    scores.iter().map(move |score| score - most - sum.ln())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Transitions of two labels that are free or forbidden.
    fn free() -> Transitions {
        const NEVER: f32 = -1e9;
        let follows = |from: usize, to: usize| match to {
            2 => from == 1 || from == 2,
            4 => from == 3 || from == 4,
            _ => true,
        };
        let scores =
            (0..6).flat_map(|from| (0..5).map(move |to| if follows(from, to) { 0.0 } else { NEVER }));
        Transitions { tags: 5, scores: scores.collect() }
    }

    fn found(scores: &[[f32; 5]]) -> Vec<(WordRange, usize)> {
        free().spans(scores.as_flattened()).into_iter().map(|span| (span.words, span.label)).collect()
    }

    #[test]
    fn an_inside_without_its_beginning_begins_a_span_where_that_is_likelier() {
        // O, B-0, I-0, B-1, I-1: the second word wants I-0 above all, which only B-0 before it allows.
        assert_eq!(found(&[[1.0, 0.9, 0.0, 0.0, 0.0], [0.0, 0.0, 9.0, 0.0, 0.0]]), [(0..2, 0)]);
    }

    #[test]
    fn an_inside_of_another_label_does_not_go_on() {
        assert_eq!(found(&[[0.0, 5.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 3.9, 4.0]]), [(0..1, 0), (1..2, 1)]);
    }

    #[test]
    fn two_beginnings_are_two_spans() {
        assert_eq!(found(&[[0.0, 0.0, 0.0, 5.0, 0.0], [0.0, 0.0, 0.0, 5.0, 0.0]]), [(0..1, 1), (1..2, 1)]);
    }

    #[test]
    fn what_usually_goes_on_goes_on_through_a_doubtful_word() {
        let mut usual = free();
        usual.scores[5 + 2] = 2.0;
        usual.scores[2 * 5 + 2] = 2.0;
        let doubtful = [[0.0, 5.0, 0.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 5.0, 0.0, 0.0]];
        assert_eq!(usual.spans(doubtful.as_flattened())[0].words, 0..3);
    }

    #[test]
    fn no_words_no_spans() {
        assert_eq!(free().spans(&[]), []);
    }
}
