//! Numbers in words: "zweihundertfünfunddreißigtausend", "one hundred and five", "half a million".
//!
//! Every language builds its numbers of a few words, in one word or in several; they differ in which. What one may
//! follow is the same everywhere and stands in [`Sum::add`].

use lagebild_knowledge::numbers::Numbers;

use crate::context::Context;

use super::Number;

/// No word of number in any language is longer in bytes.
const LONGEST_PART: usize = 24;

/// A number in words and whether its last part makes it an ordinal.
pub(super) struct Spoken {
    pub(super) number: Number,
    pub(super) ordinal: bool,
    /// Whether it is nothing but an article ("eine", "a").
    pub(super) article: bool,
}

/// The longest number in words that begins at `at`.
pub(super) fn parse(context: &Context, at: usize) -> Option<Spoken> {
    let numbers = &context.language.numbers;
    let article = numbers.articles.contains(context.lower(at));
    let mut sum = Sum::default().add_word(context.lower(at), numbers)?;
    let mut end = at + 1;
    while let Some((longer, next)) = lengthen(context, end, sum) {
        (sum, end) = (longer, next);
    }
    let article = article && end == at + 1;
    Some(Spoken {
        number: Number { value: sum.value(), multiplier: sum.last_multiplier(), end },
        ordinal: sum.ordinal,
        article,
    })
}

/// Adds the words at `at` to a number: the next part, or a link and the part after it.
fn lengthen(context: &Context, at: usize, sum: Sum) -> Option<(Sum, usize)> {
    let numbers = &context.language.numbers;
    let word = context.lower(at);
    if let Some(longer) = sum.add_word_after_the_first(word, numbers) {
        return Some((longer, at + 1));
    }
    let after_hundreds = numbers.links.contains(word) && sum.ends_in_hundreds();
    let after_tens = numbers.links_after_tens.contains(word) && sum.ends_in_tens();
    if !after_hundreds && !after_tens {
        return None;
    }
    let linked = sum.add_word_after_the_first(context.lower(at + 1), numbers)?;
    // In "between one hundred and two hundred", "and" joins two numbers, not the parts of one.
    let next = Sum::default().add_word(context.lower(at + 2), numbers);
    let belongs_to_another = next.is_some_and(Sum::is_multiplier)
        && linked.add_word_after_the_first(context.lower(at + 2), numbers).is_none();
    (!belongs_to_another).then_some((linked, at + 2))
}

/// A number as far as it has been read.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    /// What is settled: everything that was multiplied by a thousand or more.
    total: f64,
    /// The smallest multiplier in `total`.
    multiplier: Option<f64>,
    /// What is not: below a thousand, or as in "neunzehnhundert" below ten thousand.
    group: f64,
    /// Whether `group` has been written to, be it with zero.
    begun: bool,
    /// Whether a link stands before the next part inside the same word.
    linked: bool,
    /// Whether the last part was an ordinal: nothing may follow it.
    ordinal: bool,
}

impl Sum {
    fn value(self) -> f64 {
        self.total + self.group
    }

    /// What its last word multiplied, one where it did not.
    fn last_multiplier(self) -> f64 {
        if self.begun { 1.0 } else { self.multiplier.unwrap_or(1.0) }
    }

    /// Whether it is a hundred, a thousand or more and nothing else.
    fn is_multiplier(self) -> bool {
        self.group == 100.0 || (self.group == 0.0 && self.multiplier == Some(self.total))
    }

    /// Whether "and" may follow: "one hundred and five", not "two and five".
    fn ends_in_hundreds(self) -> bool {
        !self.ordinal && self.group % 100.0 == 0.0 && self.value() >= 100.0
    }

    /// Whether "y" may follow: "treinta y cinco", not "dos y cinco".
    fn ends_in_tens(self) -> bool {
        !self.ordinal && self.group % 10.0 == 0.0 && self.group % 100.0 >= 20.0
    }

    /// Articles begin numbers and never go on with them.
    fn add_word_after_the_first(self, word: &str, numbers: &Numbers) -> Option<Self> {
        if numbers.articles.contains(word) { None } else { self.add_word(word, numbers) }
    }

    /// Adds a word that is wholly made of parts of a number, with hyphens or nothing between them.
    fn add_word(self, word: &str, numbers: &Numbers) -> Option<Self> {
        let mut sum = self;
        let mut rest = word;
        while !rest.is_empty() {
            rest = rest.strip_prefix('-').filter(|_| rest.len() < word.len()).unwrap_or(rest);
            (sum, rest) = sum.add_part_of(rest, rest.len() == word.len(), numbers)?;
        }
        (!sum.linked && !word.is_empty()).then_some(sum)
    }

    /// Adds the longest part of a number that `word` begins with; gives back the rest of the word.
    fn add_part_of<'w>(self, word: &'w str, is_first: bool, numbers: &Numbers) -> Option<(Self, &'w str)> {
        if !is_first && !self.ordinal && !self.linked && numbers.ordinal_endings.contains(word) {
            return Some((Self { ordinal: true, ..self }, ""));
        }
        for length in (1..=word.len().min(LONGEST_PART)).rev() {
            let Some((part, rest)) = word.split_at_checked(length) else { continue };
            if let Some(value) = numbers.words.get(part) {
                return Some((self.add(*value)?, rest));
            }
            if let Some(value) = numbers.ordinals.get(part).filter(|_| rest.is_empty()) {
                return Some((Self { ordinal: true, ..self.add(*value)? }, rest));
            }
            if !is_first && numbers.links.contains(part) {
                return Some((Self { linked: true, ..self }, rest));
            }
        }
        None
    }

    /// Adds a part where one of its size may stand.
    fn add(self, part: f64) -> Option<Self> {
        let next = Self { linked: false, begun: true, ..self };
        let (hundreds, ones) = (self.group % 100.0, self.group % 10.0);
        let fits = if self.ordinal || self.group.fract() != 0.0 {
            part >= 1000.0 && !self.ordinal
        } else if part > 0.0 && part < 1.0 {
            self.group > 0.0 && self.group < 100.0
        } else if part < 100.0 {
            let is_ten = part % 10.0 == 0.0 && part >= 20.0;
            let unit_before_ten = self.linked && is_ten && hundreds > 0.0 && hundreds < 10.0;
            let unit_after_ten = part < 10.0 && hundreds >= 20.0 && ones == 0.0;
            let after_hundred = hundreds == 0.0 && (!self.begun || self.group > 0.0);
            after_hundred || unit_before_ten || unit_after_ten
        } else if part < 1000.0 {
            self.group < 100.0
        } else {
            self.group > 0.0 || !self.begun
        };
        match part {
            _ if !fits => None,
            100.0 => Some(Self { group: self.group.max(1.0) * part, ..next }),
            part if part < 1000.0 => Some(Self { group: self.group + part, ..next }),
            part => self.multiply(part),
        }
    }

    /// Multiplies by a thousand or more: what was read since the last multiplier ("zwei Millionen fünftausend"), or
    /// all of it where that was smaller ("dos mil millones").
    fn multiply(self, by: f64) -> Option<Self> {
        let next = Self { group: 0.0, begun: false, linked: false, multiplier: Some(by), ..self };
        let factor = if self.begun { self.group } else { 1.0 };
        match self.multiplier {
            // "Millionen" alone is no number, "tausend" is.
            None if !self.begun && by >= 1_000_000.0 => None,
            None => Some(Self { total: factor * by, ..next }),
            Some(last) if by < last && self.begun => Some(Self { total: self.total + factor * by, ..next }),
            Some(last) if by > last && self.total < by => Some(Self { total: self.value() * by, ..next }),
            Some(_) => None,
        }
    }
}
