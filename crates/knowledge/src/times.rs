//! Words and grammar of time: `times.toml` of each language.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Words of time and the patterns in which they make expressions.
///
/// A form that begins with a capital only matches words that do ("Mai", "Sun"); `+name` at its end stands for each
/// of the endings of that name, and none where the list holds an empty one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Times {
    /// Lists of inflectional endings, by name.
    pub endings: BTreeMap<String, Vec<String>>,
    /// Classes of words. What stands before a hyphen in the class's name says what its values mean (`month-short`
    /// are months).
    pub words: BTreeMap<String, Class>,
    /// Single words made of two classes ("Freitagabend"): `{weekday}{part}`.
    pub compounds: Vec<String>,
    /// Named parts of patterns.
    pub phrases: BTreeMap<String, Vec<String>>,
    /// The grammar; of matches of equal length the first rule wins.
    pub rules: Vec<Rule>,
    /// Whether the month comes first in dates of digits ("10/3/2012" is in October).
    pub month_first: bool,
    /// What tells the direction of a weekday or a month without a year.
    pub tense: Tense,
}

/// A class of words, with or without values.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Class {
    /// Words that only help to recognise an expression.
    Words(Vec<String>),
    /// Value to forms.
    Values(BTreeMap<String, Vec<String>>),
}

/// Patterns that make the same sort of expression.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What is made of a match.
    pub make: Make,
    /// Values that hold without a word for them, by class.
    #[serde(default)]
    pub given: BTreeMap<String, String>,
    /// `{class}`, `{class=value}`, `{one|other}`, `<phrase>`, or a word; `?` after any makes it optional. Brackets
    /// delimit the expression where it is not the whole pattern; several brackets make several expressions, and an
    /// earlier one takes from the last what it lacks ("3. bis 5. Mai").
    pub patterns: Vec<String>,
}

/// What is made of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Make {
    /// A place on the calendar, named ("3. Mai") or counted from another ("letzte Woche").
    Point,
    /// A number of units before or after another time ("two weeks ago").
    Offset,
    /// A length of time.
    Duration,
    /// A length of time that ends or begins at another time ("the past two weeks").
    Stretch,
    /// A length of time whose far end is meant ("vor zwei Wochen" without the preposition).
    Distance,
    /// Something that recurs.
    Set,
    /// The past, the present or the future as such.
    Reference,
    /// No time: the words only look like one.
    Nothing,
}

/// How participles begin and end.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Participle {
    /// Beginnings.
    pub prefixes: Vec<String>,
    /// Endings.
    pub endings: Vec<String>,
}

/// What tells the direction of a weekday or a month without a year.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tense {
    /// Words of past tense.
    pub past: Vec<String>,
    /// Words of future tense, or that announce.
    pub future: Vec<String>,
    /// Endings of lower-case words in past tense.
    pub past_endings: Vec<String>,
    /// Lower-case words that have such an ending and are no verbs.
    pub not_past: Vec<String>,
    /// Auxiliaries that are past only with a participle in the sentence ("hat … gesagt").
    pub perfect: Vec<String>,
    /// How participles begin and end.
    pub participle: Participle,
    /// Whether a sentence without any such word looks ahead, as where the present tense does for the future.
    pub unmarked_looks_ahead: bool,
}
