//! What the words of a cue say that its source does, and how sure it is: `stance.toml` of each language.

use lagebild_schema::{Act, Certainty};
use serde::{Deserialize, Deserializer};

/// The cues of a language, by what they do.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Stance {
    /// Words of cues.
    cues: Vec<Cues>,
}

/// Cues that do the same.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cues {
    act: Act,
    /// How sure the source is that does so; certain where the table does not say.
    #[serde(default = "certain")]
    certainty: Certainty,
    words: Patterns,
}

fn certain() -> Certainty {
    Certainty::Certain
}

/// Patterns, parted by blanks.
#[derive(Debug)]
struct Patterns(Vec<Pattern>);

/// Words that all stand in a cue, parted by `+` ("weis*+zurück").
#[derive(Debug)]
struct Pattern {
    words: Vec<Word>,
    /// How many letters it says: what says more is meant.
    letters: usize,
}

/// One word of a pattern.
#[derive(Debug)]
struct Word {
    letters: String,
    /// Whether the word may go on before the letters (`*x`).
    open_before: bool,
    /// Whether it may go on behind them (`x*`).
    open_behind: bool,
}

impl Stance {
    /// What somebody does whose cue has these words, in lower case; none where the table knows none of them.
    #[must_use]
    pub fn of(&self, cue: &[&str]) -> Option<(Act, Certainty)> {
        let matching = self.cues.iter().flat_map(|cues| {
            let patterns = cues.words.0.iter().filter(|pattern| pattern.stands_in(cue));
            patterns.map(move |pattern| (pattern.letters, cues))
        });
        // Of equals the first: the table's order is one of precedence.
        let best = matching.reduce(|best, other| if other.0 > best.0 { other } else { best });
        best.map(|(_, cues)| (cues.act, cues.certainty))
    }
}

impl Pattern {
    fn new(text: &str) -> Self {
        let words: Vec<Word> = text.split('+').map(Word::new).collect();
        let letters = words.iter().map(|word| word.letters.chars().count()).sum();
        Self { words, letters }
    }

    fn stands_in(&self, cue: &[&str]) -> bool {
        self.words.iter().all(|word| cue.iter().any(|other| word.is(other)))
    }
}

impl Word {
    fn new(text: &str) -> Self {
        Self {
            letters: text.trim_matches('*').to_owned(),
            open_before: text.starts_with('*'),
            open_behind: text.ends_with('*'),
        }
    }

    fn is(&self, other: &str) -> bool {
        match (self.open_before, self.open_behind) {
            (false, false) => other == self.letters,
            (false, true) => other.starts_with(&self.letters),
            (true, false) => other.ends_with(&self.letters),
            (true, true) => other.contains(&self.letters),
        }
    }
}

impl<'de> Deserialize<'de> for Patterns {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(String::deserialize(deserializer)?.split_whitespace().map(Pattern::new).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stance() -> Stance {
        toml::from_str(
            r#"cues = [{ act = "deny", words = "weis*+zurück *dement*" }, { act = "state", words = "weis*+hin *sagt" },
                       { act = "predict", certainty = "probable", words = "prognose*" }]"#,
        )
        .unwrap()
    }

    #[test]
    fn a_cue_does_what_most_of_its_letters_say() {
        let act = |cue: &str| stance().of(&cue.split(' ').collect::<Vec<_>>()).map(|(act, _)| act);
        assert_eq!(act("weist zurück"), Some(Act::Deny));
        assert_eq!(act("weist hin"), Some(Act::State));
        assert_eq!(act("weist"), None);
        assert_eq!(act("gesagt"), Some(Act::State));
        assert_eq!(act("hat dementiert"), Some(Act::Deny));
    }

    #[test]
    fn who_foretells_is_not_certain() {
        assert_eq!(stance().of(&["die", "prognose"]), Some((Act::Predict, Certainty::Probable)));
        assert_eq!(stance().of(&["dementi"]), Some((Act::Deny, Certainty::Certain)));
    }
}
