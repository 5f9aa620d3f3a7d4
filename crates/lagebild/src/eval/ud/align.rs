//! Which gold word is which word of ours, when each side cut the text by itself: as the `CoNLL` 2018 task aligns.
//!
//! Words are the same where they cover the same characters. Where the gold opens a contraction, its words have no
//! characters of their own; there words are the same as far as they come in the same order with the same letters.

use std::ops::Range;

/// A word with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed<'t> {
    pub(super) form: &'t str,
    /// Characters that are no white space; of a word in a contraction those of the contraction.
    pub(super) place: Range<usize>,
    pub(super) in_contraction: bool,
}

/// Pairs of gold and system words, as indices, in text order. The system opens no contractions.
pub(super) fn align(gold: &[Placed<'_>], system: &[Placed<'_>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut g, mut s) = (0, 0);
    while let (Some(word), Some(other)) = (gold.get(g), system.get(s)) {
        if word.in_contraction {
            if other.place.start < word.place.start {
                s += 1;
            }
            let (golds, systems) = contracted(gold, system, g, s);
            (g, s) = (golds.end, systems.end);
            pairs.extend(in_order(gold, system, golds, systems));
        } else if word.place == other.place {
            pairs.push((g, s));
            (g, s) = (g + 1, s + 1);
        } else if word.place.start <= other.place.start {
            g += 1;
        } else {
            s += 1;
        }
    }
    pairs
}

/// The words from `g` and `s` on up to where a contraction ends on both sides.
fn contracted(
    gold: &[Placed<'_>],
    system: &[Placed<'_>],
    g: usize,
    s: usize,
) -> (Range<usize>, Range<usize>) {
    let mut end = gold[g].place.end;
    let (mut gold_end, mut system_end) = (g + 1, s);
    loop {
        let word = gold.get(gold_end).filter(|word| !is_beyond(word, end));
        let other = system.get(system_end).filter(|other| !is_beyond(other, end));
        match (word, other) {
            (None, None) => return (g..gold_end, s..system_end),
            (Some(word), other) if other.is_none_or(|other| word.place.start <= other.place.start) => {
                if word.in_contraction {
                    end = end.max(word.place.end);
                }
                gold_end += 1;
            }
            _ => system_end += 1,
        }
    }
}

/// Whether a word lies behind the characters before `end`.
fn is_beyond(word: &Placed<'_>, end: usize) -> bool {
    if word.in_contraction { word.place.start >= end } else { word.place.end > end }
}

/// Pairs of the longest common subsequence of two runs of words.
fn in_order(
    gold: &[Placed<'_>],
    system: &[Placed<'_>],
    golds: Range<usize>,
    systems: Range<usize>,
) -> Vec<(usize, usize)> {
    let same = |g: usize, s: usize| gold[g].form.to_lowercase() == system[s].form.to_lowercase();
    let (rows, columns) = (golds.len(), systems.len());
    let mut longest = vec![vec![0; columns + 1]; rows + 1];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            longest[row][column] = if same(golds.start + row, systems.start + column) {
                longest[row + 1][column + 1] + 1
            } else {
                longest[row + 1][column].max(longest[row][column + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        if same(golds.start + row, systems.start + column) {
            pairs.push((golds.start + row, systems.start + column));
            (row, column) = (row + 1, column + 1);
        } else if longest[row][column] == longest[row + 1][column] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words with single spaces between them; "im=in+dem" is a contraction.
    fn placed(text: &str) -> Vec<Placed<'_>> {
        let mut at = 0;
        let mut words = Vec::new();
        for token in text.split(' ') {
            let (surface, parts) = token.split_once('=').unwrap_or((token, token));
            let place = at..at + surface.chars().count();
            at = place.end;
            let in_contraction = parts.contains('+');
            words.extend(parts.split('+').map(|form| Placed { form, place: place.clone(), in_contraction }));
        }
        words
    }

    fn check(gold: &str, system: &str, pairs: &[(usize, usize)]) {
        assert_eq!(align(&placed(gold), &placed(system)), pairs, "{gold} / {system}");
    }

    #[test]
    fn words_are_the_same_where_they_cover_the_same_characters() {
        check("Die Fähre sank .", "Die Fähre sank .", &[(0, 0), (1, 1), (2, 2), (3, 3)]);
        check("Die 3. Fähre sank", "Die 3 . Fähre sank", &[(0, 0), (2, 3), (3, 4)]);
        check("Die 3 . Fähre", "Die 3. Fähre", &[(0, 0), (3, 2)]);
    }

    #[test]
    fn a_contraction_left_whole_is_none_of_its_words() {
        check("Sie sank im=in+dem Hafen .", "Sie sank im Hafen .", &[(0, 0), (1, 1), (4, 3), (5, 4)]);
    }

    #[test]
    fn a_contraction_cut_as_in_the_gold_is_its_words() {
        check("I don't=do+n't know", "I do n't know", &[(0, 0), (1, 1), (2, 2), (3, 3)]);
        check("I don't=do+n't know", "I don 't know", &[(0, 0), (3, 3)]);
    }

    #[test]
    fn a_word_that_begins_before_a_contraction_is_passed_over() {
        check("e dell'=di+l' arte", "edell' arte", &[(3, 1)]);
    }
}
