//! Spans as tags: O, then B and I of each label; the best sequence in which every I follows its own label.

use crate::parse::WordRange;

/// A span found by tags, with the number of its label.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TaggedSpan {
    pub(crate) words: WordRange,
    pub(crate) label: usize,
    /// The geometric mean of the tags' probabilities.
    pub(crate) confidence: f32,
}

/// The spans of the best path through `scores`: for each word, a score of O and of B and I of each label.
pub(crate) fn spans(scores: &[f32], labels: usize) -> Vec<TaggedSpan> {
    let tags = 2 * labels + 1;
    let path = best_path(scores, tags);
    let mut spans: Vec<TaggedSpan> = Vec::new();
    for (word, tag) in path.iter().enumerate() {
        match tag {
            0 => {}
            tag if tag % 2 == 1 => {
                spans.push(TaggedSpan { words: word..word + 1, label: tag / 2, confidence: 0.0 });
            }
            _ => spans.last_mut().expect("an inside tag follows its own label").words.end = word + 1,
        }
    }
    for span in &mut spans {
        let logs = span.words.clone().map(|word| log_probability(&scores[word * tags..][..tags], path[word]));
        span.confidence = (logs.sum::<f32>() / span.words.len() as f32).exp();
    }
    spans
}

/// Viterbi with transitions that are free or forbidden; the first of equals.
fn best_path(scores: &[f32], tags: usize) -> Vec<usize> {
    let rows: Vec<&[f32]> = scores.chunks_exact(tags).collect();
    let Some((first, rest)) = rows.split_first() else { return Vec::new() };
    let mut best: Vec<f32> = first
        .iter()
        .enumerate()
        .map(|(tag, score)| if is_inside(tag) { f32::NEG_INFINITY } else { *score })
        .collect();
    let mut back: Vec<Vec<usize>> = Vec::with_capacity(rest.len());
    for row in rest {
        let any = largest(&best);
        let pointers: Vec<usize> =
            (0..tags).map(|tag| if is_inside(tag) { opener(&best, tag) } else { any }).collect();
        best = pointers.iter().zip(*row).map(|(from, score)| best[*from] + score).collect();
        back.push(pointers);
    }
    let mut path = vec![largest(&best)];
    for pointers in back.iter().rev() {
        path.push(pointers[*path.last().expect("the path has begun")]);
    }
    path.reverse();
    path
}

/// Labels are numbered from 0: B is 2n + 1, I is 2n + 2.
fn is_inside(tag: usize) -> bool {
    tag > 0 && tag.is_multiple_of(2)
}

/// The better of the two tags that an inside tag may follow.
fn opener(best: &[f32], inside: usize) -> usize {
    if best[inside] > best[inside - 1] { inside } else { inside - 1 }
}

fn largest(scores: &[f32]) -> usize {
    (1..scores.len()).fold(0, |best, at| if scores[at] > scores[best] { at } else { best })
}

/// The logarithm of a tag's share by softmax.
fn log_probability(scores: &[f32], tag: usize) -> f32 {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
    scores[tag] - most - sum.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(scores: &[[f32; 5]]) -> Vec<(WordRange, usize)> {
        spans(scores.as_flattened(), 2).into_iter().map(|span| (span.words, span.label)).collect()
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
    fn no_words_no_spans() {
        assert_eq!(spans(&[], 3), []);
    }
}
