//! What the model reads off words: grammar, names, attributions, triggers of events.

use std::ops::Range;
use std::sync::Arc;

use lagebild_schema::{Act, Certainty, EntityKind, EventType, Form, Status};

/// A stretch of words, as indices into what was parsed.
pub type WordRange = Range<usize>;

/// A word to be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    /// As it stands in the text.
    pub text: &'t str,
    /// Whether white space stands before it.
    pub space_before: bool,
}

/// What the model reads off words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parse {
    /// One entry a word, from the first; none for what is beyond [`MOST_PARSED`](crate::MOST_PARSED).
    pub grammar: Vec<Grammar>,
    /// Names in text order; they do not overlap.
    pub names: Vec<Name>,
    /// What is attributed to whom, by the first word of the content.
    pub attributions: Vec<Attribution>,
    /// Words that tell of events, in text order.
    pub triggers: Vec<Trigger>,
    /// Words before which a sentence was cut because it is too long to be read whole.
    pub cuts: Vec<usize>,
}

/// What a word is in its sentence, in the terms of Universal Dependencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grammar {
    /// Universal part of speech.
    pub upos: Upos,
    /// Morphological features as CoNLL-U writes them ("Case=Nom|Number=Sing"), empty for none.
    pub features: Arc<str>,
    /// The dictionary form.
    pub lemma: String,
    /// The word it depends on, none for the root of a sentence.
    pub head: Option<usize>,
    /// Universal relation to the head, with a subtype where it tells who did what ("nsubj:pass").
    pub relation: Arc<str>,
}

impl Grammar {
    /// The value of a morphological feature.
    #[must_use]
    pub fn feature(&self, name: &str) -> Option<&str> {
        self.features.split('|').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }
}

/// A name.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its words.
    pub words: WordRange,
    /// What it names.
    pub kind: NameKind,
    /// How sure the model is, from 0 to 1.
    pub confidence: f32,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// A place.
    Location,
    /// Anything else: an event, a work, a product, a law.
    Other,
}

impl NameKind {
    const ALL: [Self; 4] = [Self::Person, Self::Organization, Self::Location, Self::Other];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Location => "location",
            Self::Other => "other",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Content that the text attributes to somebody, with the words that do so.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// What is attributed, in text order; never empty.
    pub content: Vec<WordRange>,
    /// The words that attribute; empty in free speech.
    pub cue: Vec<WordRange>,
    /// Whose word it is.
    pub source: Option<WordRange>,
    /// Whom the source relies on.
    pub citing: Option<WordRange>,
    /// To whom it was said.
    pub addressee: Option<WordRange>,
    /// The attribution in whose content this one stands, as an index into [`Parse::attributions`].
    pub within: Option<usize>,
    /// How it is worded.
    pub form: Form,
    /// What the source does by saying it.
    pub act: Act,
    /// How certain the source presents it.
    pub certainty: Certainty,
    /// What the source is, where there is one.
    pub kind: Option<EntityKind>,
    /// How sure the model is that there is such an attribution, from 0 to 1.
    pub confidence: f32,
}

impl Attribution {
    /// Every range of words in it.
    pub(crate) fn ranges_mut(&mut self) -> impl Iterator<Item = &mut WordRange> {
        let roles = [&mut self.source, &mut self.citing, &mut self.addressee];
        self.content.iter_mut().chain(&mut self.cue).chain(roles.into_iter().flatten())
    }
}

/// Words that tell of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Trigger {
    /// The words.
    pub words: WordRange,
    /// The PLOVER type.
    pub kind: EventType,
    /// Whether it took place.
    pub status: Status,
    /// How sure the model is, from 0 to 1.
    pub confidence: f32,
}

/// Universal parts of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "they are the terms of Universal Dependencies")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    /// All of them, by name.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// As treebanks write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// The part of speech that treebanks write so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|upos| upos.name() == name)
    }
}
