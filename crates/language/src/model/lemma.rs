//! Lemmas as edit scripts: `CASE -P+p -S+s` between tabs. Bring the word into a case, take P characters off the front
//! and put p there, take S characters off the end and put s there. "ging" → "gehen" is `keep -0+ -3+ehen`.
//!
//! What a script takes off the front must be what it took off some word in training: `-2+` takes "ge" off "gesagt" and
//! leaves "vernichtet" alone.

use crate::Error;

/// How a word is changed into its lemma.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Script {
    case: Case,
    front: Edit,
    back: Edit,
    /// What it may take off the front.
    fronts: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Keep,
    Lower,
    Title,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    /// Characters that are taken off.
    cut: usize,
    put: String,
}

impl Script {
    /// Reads a script as training writes it, and what it took off the front there.
    pub(crate) fn parse(text: &str, fronts: Vec<String>) -> Result<Self, Error> {
        let broken = || Error::Config { reason: format!("'{text}' is no script for lemmas") };
        let parts: Vec<&str> = text.split('\t').collect();
        let [case, front, back] = parts[..] else { return Err(broken()) };
        let case = match case {
            "keep" => Case::Keep,
            "lower" => Case::Lower,
            "title" => Case::Title,
            _ => return Err(broken()),
        };
        let edit = |part: &str| {
            let (cut, put) = part.strip_prefix('-')?.split_once('+')?;
            Some(Edit { cut: cut.parse().ok()?, put: put.to_owned() })
        };
        let front = edit(front).ok_or_else(broken)?;
        let back = edit(back).ok_or_else(broken)?;
        Ok(Self { case, front, back, fronts })
    }

    /// Whether it may be applied to a word.
    pub(crate) fn fits(&self, word: &str) -> bool {
        if self.front.cut == 0 {
            return true;
        }
        let word = in_case(word, self.case);
        self.fronts.iter().any(|front| word.starts_with(front))
    }

    /// The lemma of a word; the word in the script's case where the script takes more than there is.
    pub(crate) fn apply(&self, word: &str) -> String {
        let word = in_case(word, self.case);
        let count = word.chars().count();
        let kept = count.checked_sub(self.front.cut).and_then(|rest| rest.checked_sub(self.back.cut));
        let Some(kept) = kept else { return word };
        let middle = word.chars().skip(self.front.cut).take(kept);
        self.front.put.chars().chain(middle).chain(self.back.put.chars()).collect()
    }
}

fn in_case(word: &str, case: Case) -> String {
    match case {
        Case::Keep => word.to_owned(),
        Case::Lower => word.to_lowercase(),
        Case::Title => {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lemma(script: &str, word: &str) -> String {
        Script::parse(script, Vec::new()).unwrap().apply(word)
    }

    #[test]
    fn irregular_verbs_come_back_to_their_infinitive() {
        assert_eq!(lemma("keep\t-0+\t-3+ehen", "ging"), "gehen");
        assert_eq!(lemma("keep\t-2+\t-1+en", "gesagt"), "sagen");
    }

    #[test]
    fn the_first_word_of_a_sentence_loses_its_capital_and_a_name_keeps_it() {
        assert_eq!(lemma("lower\t-0+\t-0+", "Über"), "über");
        assert_eq!(lemma("title\t-0+\t-0+", "MÜNCHEN"), "München");
    }

    #[test]
    fn a_script_that_takes_more_than_there_is_leaves_the_word() {
        assert_eq!(lemma("keep\t-3+x\t-3+y", "kurz"), "kurz");
    }

    #[test]
    fn only_what_training_took_off_the_front_is_taken_off() {
        let participle = Script::parse("keep\t-2+\t-1+en", vec!["ge".to_owned()]).unwrap();
        assert!(participle.fits("gesagt"));
        assert!(!participle.fits("vernichtet"));
        assert!(Script::parse("keep\t-0+\t-1+en", Vec::new()).unwrap().fits("vernichtet"));
    }

    #[test]
    fn what_is_no_script_is_an_error() {
        let is_error = |script| Script::parse(script, Vec::new()).is_err();
        assert!(is_error("keep\t-0+"));
        assert!(is_error("shout\t-0+\t-0+"));
        assert!(is_error("keep\t0+\t-0+"));
    }
}
