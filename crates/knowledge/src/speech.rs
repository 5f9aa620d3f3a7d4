//! Words of speech: `speech.toml` of each language.
//!
//! A table says which verbs attribute content to a speaker and what they govern, which phrases frame a sentence as
//! somebody's word ("laut", "according to"), and by which words clauses and noun phrases are told apart.

use std::collections::{HashMap, HashSet};

use lagebild_schema::{Act, Certainty};
use serde::Deserialize;

/// A closed set of lower-case words, written in the table as one string with spaces between.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "String")]
pub struct Words(HashSet<String>);

impl Words {
    /// Whether the set has this lower-case word.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether a longer word ends in a word of the set: a compound.
    #[must_use]
    pub fn has_head_of(&self, word: &str) -> bool {
        self.0.iter().any(|head| word.len() > head.len() && word.ends_with(head.as_str()))
    }

    /// What stands in a compound before the longest word of the set that ends it.
    #[must_use]
    pub fn before_head<'w>(&self, word: &'w str) -> Option<&'w str> {
        let stems = self.0.iter().filter_map(|head| word.strip_suffix(head.as_str()));
        stems.filter(|stem| !stem.is_empty()).min_by_key(|stem| stem.len())
    }

    /// Whether the set has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(text.split_whitespace().map(str::to_owned).collect())
    }
}

/// Several words in a row, written with spaces between.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Phrase(pub Vec<String>);

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self(text.split_whitespace().map(str::to_owned).collect())
    }
}

/// Words of speech, with an index of every form of every verb.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Table")]
pub struct Speech {
    /// How the language builds clauses and noun phrases.
    pub order: Order,
    /// Closed classes of words.
    pub words: Classes,
    /// Cue verbs.
    pub verbs: Vec<Verb>,
    /// Phrases that frame a clause as somebody's word.
    pub frames: Vec<Frame>,
    /// Words that say how sure a source is, the first that stands in a content winning.
    pub hedges: Vec<Hedge>,
    forms: HashMap<String, Vec<Form>>,
}

impl Speech {
    /// The verbs that a lower-case word may be a form of.
    #[must_use]
    pub fn forms(&self, word: &str) -> &[Form] {
        self.forms.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The table as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Table {
    order: Order,
    words: Classes,
    verbs: Vec<Verb>,
    frames: Vec<Frame>,
    hedges: Vec<Hedge>,
}

impl From<Table> for Speech {
    fn from(table: Table) -> Self {
        let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
        for (verb, entry) in table.verbs.iter().enumerate() {
            let shapes = [
                (&entry.finite, Shape::Finite),
                (&entry.joined, Shape::Joined),
                (&entry.participle, Shape::Participle),
                (&entry.infinitive, Shape::Infinitive),
                (&entry.gerund, Shape::Gerund),
            ];
            for (words, shape) in shapes {
                for word in &words.0 {
                    forms.entry(word.clone()).or_default().push(Form { verb, shape });
                }
            }
        }
        let Table { order, words, verbs, frames, hedges } = table;
        Self { order, words, verbs, frames, hedges, forms }
    }
}

/// How the language builds clauses and noun phrases.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Order {
    /// The finite verb of a main clause is its second part, and that of a dependent clause its last (German).
    pub verb_second: bool,
    /// Every noun begins with a capital (German).
    pub capital_nouns: bool,
    /// A comma parts a dependent clause from its verb (German).
    pub comma_before_clause: bool,
}

/// Closed classes of words, in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Classes {
    /// Begin a clause that is stated ("dass", "that").
    pub that: Words,
    /// Begin a clause that is left open ("ob", "whether").
    pub whether: Words,
    /// Begin a dependent question ("wie", "why").
    pub question: Words,
    /// Stands before an infinitive ("zu", "to").
    pub infinitive: Words,
    /// The marker inside an infinitive of one word ("zurückzutreten").
    pub fused_infinitive: Vec<String>,
    /// How participles of the perfect end.
    pub participle_endings: Vec<String>,
    /// Begin any other dependent clause ("weil", "because").
    pub subordinators: Words,
    /// Relative pronouns.
    pub relative: Words,
    /// Join clauses and noun phrases.
    pub coordinators: Words,
    /// Join nouns to one mention ("und", "and").
    pub and: Words,
    /// Articles, possessives, demonstratives, quantifiers: begin a noun phrase.
    pub determiners: Words,
    /// Determiners and pronouns that a subject cannot begin with ("den", "dem").
    pub oblique: Words,
    /// Determiners that may begin a genitive after a noun.
    pub genitive: Words,
    /// How attributes end that can be a genitive without an article.
    pub genitive_endings: Vec<String>,
    /// How attributes end that can be a dative without an article.
    pub dative_endings: Vec<String>,
    /// Determiners that may begin a dative: to whom something is said.
    pub dative: Words,
    /// Pronouns that can be a speaker.
    pub pronouns: Words,
    /// Pronouns that can be nothing but a subject.
    pub nominative: Words,
    /// Pronouns that mean anybody: what they call something is its name, no speech.
    pub anybody: Words,
    /// Possessives that refer to a speaker inside a frame ("seinen Angaben zufolge").
    pub possessives: Words,
    /// Prepositions.
    pub prepositions: Words,
    /// Prepositions that add to a noun what it is of ("von", "of").
    pub linking: Words,
    /// Prepositions that add a place to an office but not to a name ("in", "im").
    pub placing: Words,
    /// Adverbs that may stand between subject, verb and the rest.
    pub adverbs: Words,
    /// Lower-case parts of names ("al", "van").
    pub name_particles: Words,
    /// Marks and clitics that join nouns to one phrase ("'s").
    pub joiners: Words,
    /// Nouns of those who speak: offices, organs, organisations, professions.
    pub speakers: Words,
    /// Words of time that end a noun phrase.
    pub times: Words,
    /// Occasions of speech ("Interview", "statement"): they end a mention after a preposition.
    pub occasions: Words,
    /// News outlets and agencies by their common nouns: to whom something is said.
    pub media: Words,
    /// Plural nouns of outlets whose names follow ("die Zeitungen X und Y").
    pub outlets: Words,
    /// Prepositions before the addressee ("gegenüber", "to").
    pub addressing: Words,
    /// What begins a chain: "unter Berufung auf", "citing".
    pub citing: Vec<Phrase>,
    /// Demonstratives that stand for what was said before ("das").
    pub demonstratives: Words,
    /// Nouns of texts that state something without an author named ("Berichten").
    pub documents: Words,
    /// Adverbs that give a sentence to the source before ("demnach").
    pub accordingly: Words,
    /// How participles of the present end that describe a subject between commas ("speaking").
    pub present_endings: Vec<String>,
    /// Pronouns of who writes: outside of a quotation they attribute nothing.
    pub first_person: Words,
    /// How adverbs of manner end that a capital or its lack does not tell from a noun ("ly").
    pub adverb_endings: Vec<String>,
    /// Nouns that end like adverbs ("family").
    pub no_adverbs: Words,
    /// Plural nouns and pronouns without a plural ending ("people").
    pub plurals: Words,
    /// How plurals end where verbs agree with them ("s").
    pub plural_endings: Vec<String>,
    /// How attributes of age end ("47-jähriger"): they tell of a person.
    pub ages: Words,
    /// Auxiliaries of the perfect.
    pub perfect: Words,
    /// Auxiliaries of the passive.
    pub passive: Words,
    /// Subjects that stand for nobody ("es", "it").
    pub expletive: Words,
    /// Before the agent of a passive ("von", "by").
    pub agent: Words,
    /// The adverb of negation ("nicht", "not").
    pub not: Words,
    /// All words of negation.
    pub negation: Words,
    /// Modals and other auxiliaries that may stand between an English subject and its verb.
    pub auxiliaries: Words,
    /// Modals of unwillingness when negated ("wollte nicht bestätigen").
    pub willing: Words,
    /// Finite forms that tell reported speech (Konjunktiv I).
    pub subjunctive: Words,
    /// Finite forms that continue reported speech but do not begin it (Konjunktiv II).
    pub conditional: Words,
    /// Modals that report after a cue only ("könnte").
    pub tentative: Words,
    /// Nouns of what is denied when it is rejected ("Vorwurf").
    pub accusations: Words,
    /// How verbs of the past end where nouns have no capital to tell them apart.
    pub verb_endings: Vec<String>,
    /// Participles whose perfect takes "sein": with it they tell the past, others a state.
    pub motion: Words,
    /// Before the text that an impersonal cue quotes ("In der Erklärung heißt es").
    pub quoting: Words,
    /// Nouns that mean no more than that something was said ("Angaben zufolge").
    pub statements: Words,
    /// Prepositions that bind a genitive-like "of".
    pub of: Words,
    /// Words by which a possessive refers to the subject of its own clause ("nach eigenen Angaben").
    pub own: Words,
    /// The modal of hearsay ("soll").
    pub hearsay: Words,
    /// Infinitives that end a hearsay clause ("haben", "sein").
    pub past_infinitive: Words,
    /// The modal of a plan ("will").
    pub plan: Words,
    /// Other finite verbs, to tell a clause from a mere phrase.
    pub finite: Words,
}

/// A verb that attributes content to its subject.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Verb {
    /// Its dictionary form.
    pub lemma: String,
    /// Finite forms; of a separable verb without the particle.
    pub finite: Words,
    /// Finite forms of a separable verb in one word ("mitteilte").
    pub joined: Words,
    /// Past participle.
    pub participle: Words,
    /// Infinitive, also with the marker inside ("mitzuteilen").
    pub infinitive: Words,
    /// Present participle that carries on a clause ("…, saying that").
    pub gerund: Words,
    /// Its separated particle ("mit").
    pub particle: String,
    /// Other words without which it attributes nothing ("davon", "darauf").
    pub with: Phrase,
    /// What the subject does by it.
    #[serde(deserialize_with = "act")]
    pub act: Option<Act>,
    /// How certain it presents the content, where the content itself has no hedge.
    #[serde(deserialize_with = "certainty")]
    pub certainty: Option<Certainty>,
    /// What it governs.
    pub takes: Vec<Complement>,
    /// The preposition of its object where that is no direct one ("vor").
    pub object: String,
    /// Whether it names a person before its object ("warf der Partei Verrat vor").
    pub recipient: bool,
    /// Whether it claims something only with a predicate after its object ("nannte den Plan falsch").
    pub predicates: bool,
    /// Whether it names the person spoken to as its object ("told Reuters that").
    pub tells: bool,
}

fn act<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Act>, D::Error> {
    Act::deserialize(deserializer).map(Some)
}

fn certainty<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Certainty>, D::Error> {
    Certainty::deserialize(deserializer).map(Some)
}

/// What a cue verb governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Complement {
    /// Direct speech.
    Quote,
    /// A clause with "dass", "ob", or a question word.
    That,
    /// A clause without a conjunction.
    Main,
    /// An infinitive.
    Infinitive,
    /// A noun phrase.
    Object,
}

/// A phrase that frames a clause as somebody's word.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The words.
    pub words: Phrase,
    /// Where the source stands.
    pub place: Place,
    /// Nouns one of which must follow the words ("nach Angaben").
    #[serde(default)]
    pub nouns: Words,
    /// What the source does by it.
    pub act: Act,
    /// How certain the source presents it.
    #[serde(default = "certain")]
    pub certainty: Certainty,
}

fn certain() -> Certainty {
    Certainty::Certain
}

/// Where the source of a frame stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// After the words: "laut X".
    After,
    /// Before them: "X zufolge".
    Before,
    /// After them, the whole between commas or at the end: ", so X".
    Aside,
    /// Between them and a cue verb: "wie X mitteilte".
    Clause,
}

/// Words that say how sure a source is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hedge {
    /// The words.
    pub words: Words,
    /// How certain the content is with them.
    pub certainty: Certainty,
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Index into [`Speech::verbs`].
    pub verb: usize,
    /// Which form.
    pub shape: Shape,
}

/// The forms of a verb that matter for who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Finite; of a separable verb without its particle.
    Finite,
    /// Finite with its particle in front.
    Joined,
    /// Past participle.
    Participle,
    /// Infinitive.
    Infinitive,
    /// Present participle.
    Gerund,
}
