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

/// How participles and the forms made of them are told.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Participle {
    /// Beginnings.
    pub prefixes: Vec<String>,
    /// Endings, of what begins so.
    pub endings: Vec<String>,
    /// Endings that make a participle of any beginning ("informiert").
    pub bare_endings: Vec<String>,
    /// Endings of past participles before a noun ("begonnene").
    pub past_attribute: Vec<String>,
    /// Endings of present participles before a noun ("auslaufende").
    pub present_attribute: Vec<String>,
    /// Auxiliaries that, right after a participle, make an infinitive of the past ("ereignet haben").
    pub infinitives: Vec<String>,
    /// Participles of the passive, where an infinitive of the past may follow ("worden sein").
    pub passives: Vec<String>,
}

/// Verbs whose past tense has no ending.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StrongVerbs {
    /// Prefixes that any of them may have.
    pub prefixes: Vec<String>,
    /// Stems of the past tense.
    pub stems: Vec<String>,
    /// Stems whose plural, with a prefix, is the participle too ("beschlossen").
    pub stems_of_participles: Vec<String>,
    /// The ending of the plural.
    pub plural: String,
}

/// What tells the direction of a weekday or a month without a year.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tense {
    /// Words that, right before an expression, place it in the past ("seit").
    pub back: Vec<String>,
    /// One or two words that, right before an expression, place it in the future ("by", "ahead of").
    pub ahead: Vec<String>,
    /// Words that do as `ahead` if the clause is not told in the past ("bis").
    pub ahead_unless_told: Vec<String>,
    /// Words that do as `back` between a noun and an expression ("die Wahl vom Sonntag").
    pub back_after_noun: Vec<String>,
    /// Words with which a clause begins, beside the marks that divide clauses.
    pub subordinators: Vec<String>,
    /// Words of past tense.
    pub past: Vec<String>,
    /// Words of future tense, or that announce.
    pub future: Vec<String>,
    /// Endings of lower-case words in past tense.
    pub past_endings: Vec<String>,
    /// Lower-case words that have such an ending and are no verbs.
    pub not_past: Vec<String>,
    /// Endings of the verb in the present that follows right on a time at the head of its clause, in a language
    /// whose verb comes second. Such a present is said of what is to come.
    pub verb_second_endings: Vec<String>,
    /// Verbs whose past tense has no ending.
    pub strong: StrongVerbs,
    /// Auxiliaries that are past only with a participle in the clause ("hat … gesagt").
    pub perfect: Vec<String>,
    /// How participles and the forms made of them are told.
    pub participle: Participle,
}
