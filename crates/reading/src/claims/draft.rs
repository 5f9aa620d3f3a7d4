//! A claim in the making: token ranges instead of spans, and which construction gave it.

use lagebild_schema::{Act, Certainty, EntityKind, Form};

pub(super) use crate::context::Run;

/// A list of one run.
pub(super) fn one(run: Run) -> Vec<Run> {
    std::iter::once(run).collect()
}

/// Whether two runs have a token in common.
pub(super) fn meet(one: &Run, other: &Run) -> bool {
    one.start < other.end && other.start < one.end
}

/// Takes loose words off the ends of a run; the last one stays.
pub(super) fn trim(run: &mut Run, opens: impl Fn(usize) -> bool, closes: impl Fn(usize) -> bool) {
    while run.len() > 1 && closes(run.end - 1) {
        run.end -= 1;
    }
    while run.len() > 1 && opens(run.start) {
        run.start += 1;
    }
}

/// A claim in the making.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) content: Vec<Run>,
    pub(super) source: Vec<Run>,
    pub(super) citing: Vec<Run>,
    pub(super) cue: Vec<Run>,
    pub(super) addressee: Vec<Run>,
    pub(super) form: Form,
    pub(super) act: Act,
    pub(super) certainty: Certainty,
    /// The construction of grammar that gave it, if one did.
    pub(super) construction: Option<Construction>,
    /// What the model takes the source for.
    pub(super) kind: Option<EntityKind>,
    /// Whether the text says that the source does not do so.
    pub(super) negated: bool,
    /// How sure the model is, where it gave the claim.
    pub(super) learned: Option<f32>,
    /// Whether a model looked at the text.
    pub(super) was_parsed: bool,
}

impl Draft {
    /// A plain statement by a construction, to be filled.
    pub(super) fn new(construction: impl Into<Option<Construction>>, form: Form, content: Vec<Run>) -> Self {
        Self {
            content,
            source: Vec::new(),
            citing: Vec::new(),
            cue: Vec::new(),
            addressee: Vec::new(),
            form,
            act: Act::State,
            certainty: Certainty::Certain,
            construction: construction.into(),
            kind: None,
            negated: false,
            learned: None,
            was_parsed: false,
        }
    }

    /// The first token of its content.
    pub(super) fn start(&self) -> usize {
        self.content.first().map_or(usize::MAX, |run| run.start)
    }

    /// One past the last token of its content.
    pub(super) fn end(&self) -> usize {
        self.content.last().map_or(0, |run| run.end)
    }

    /// Whether its content holds all of another one's.
    pub(super) fn holds(&self, inner: &Self) -> bool {
        let is_held =
            |piece: &Run| self.content.iter().any(|run| run.start <= piece.start && piece.end <= run.end);
        inner.content.iter().all(is_held)
    }

    /// Whether its content covers a token.
    pub(super) fn covers(&self, at: usize) -> bool {
        self.content.iter().any(|run| run.contains(&at))
    }
}

/// The constructions of grammar that give a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Construction {
    /// „…“, sagte X.
    QuoteThenCue,
    /// X sagte: „…“
    CueThenQuote,
    /// A quotation that goes on without a cue of its own.
    QuoteGoesOn,
    /// X sagte, dass …
    ThatClause,
    /// X sagte, es sei …
    MainClause,
    /// Es sei …, sagte X.
    ClauseThenCue,
    /// X versprach, … zu …
    InfinitiveClause,
    /// laut X, X zufolge, so X, wie X mitteilte.
    Framed,
    /// X kritisierte Y.
    NounPhrase,
    /// X will …
    Plan,
    /// … soll … haben.
    Hearsay,
    /// A sentence in the subjunctive without a cue.
    Subjunctive,
}

impl Construction {
    /// How often a claim by this construction is one. Measured on reports 1 to 320 of the training corpus `claims-de`
    /// (German) and on 120 training reports of `PolNeAR` (English), every construction over both, more than a hundred
    /// claims each, but 27 to 95 by `Plan`, `Subjunctive` and `ClauseThenCue`, and 16 by `QuoteGoesOn`.
    pub(super) fn precision(self) -> f64 {
        match self {
            Self::CueThenQuote | Self::QuoteThenCue => 0.98,
            Self::ThatClause => 0.96,
            Self::Framed | Self::Hearsay | Self::MainClause | Self::ClauseThenCue => 0.92,
            Self::InfinitiveClause | Self::Plan => 0.89,
            Self::NounPhrase | Self::Subjunctive => 0.85,
            Self::QuoteGoesOn => 0.75,
        }
    }
}
