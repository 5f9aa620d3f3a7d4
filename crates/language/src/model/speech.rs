//! Names, spans of speech, links between them, acts and kinds, triggers of events.

use std::ops::Range;

use lagebild_schema::{Act, Certainty, EntityKind, EventType, Form, Status};
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use super::best_of;
use super::biaffine::Biaffine;
use super::config::{Config, known};
use super::tags::{TaggedSpan, Transitions};
use crate::Error;
use crate::network::{Bench, Linear, Then, Weights};
use crate::parse::{Name, NameKind, Trigger};

/// The heads of names, speech and events.
pub(crate) struct SpeechHeads {
    names: Layer<NameKind>,
    pub(crate) content: Layer<Form>,
    pub(crate) inner: Layer<Form>,
    pub(crate) cue: Layer<()>,
    pub(crate) source: Layer<SourceRole>,
    pub(crate) addressee: Layer<()>,
    event: Layer<EventType>,
    depth: Vec<f32>,
    none: Vec<f32>,
    link_from: Linear,
    link_to: Linear,
    link: Biaffine,
    act: TwoLayers,
    acts: Vec<Act>,
    certainties: Vec<Certainty>,
    kind: TwoLayers,
    kinds: Vec<Option<EntityKind>>,
    status: TwoLayers,
    statuses: Vec<Status>,
}

/// A layer of spans and what its labels mean.
pub(crate) struct Layer<T> {
    linear: Linear,
    labels: Vec<T>,
    transitions: Transitions,
}

/// A span of a layer; words are rows of the window.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Labelled<T> {
    pub(crate) words: Range<usize>,
    pub(crate) label: T,
    pub(crate) confidence: f32,
}

/// What a mention of the source layer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceRole {
    Source,
    Citing,
}

/// Links, in the order in which training numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    Cue,
    Source,
    Addressee,
    Citing,
    Continues,
}

/// What a link starts from, in the order in which training numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    Content,
    Inner,
    Cue,
}

/// A hidden layer with GELU, then an output.
struct TwoLayers {
    first: Linear,
    second: Linear,
}

const LINKS: [&str; 5] = ["cue", "source", "addressee", "citing", "continues"];

impl SpeechHeads {
    /// The heads over rows of `hidden` numbers.
    pub(crate) fn load(weights: &Weights, config: &Config, hidden: usize) -> Result<Self, Error> {
        let (size, labels) = (config.sizes.speech, &config.labels);
        if labels.links != LINKS {
            return Err(Error::Config { reason: format!("the links are {:?}, not {LINKS:?}", labels.links) });
        }
        let named = |only: &'static str| move |name: &str| (name == only).then_some(());
        let two = |name: &str, inputs, outputs| TwoLayers::load(weights, name, [inputs, size, outputs]);
        let (acts, certainties) = (known(&labels.acts, meaning)?, known(&labels.certainties, meaning)?);
        Ok(Self {
            names: Layer::load(weights, config, hidden, "names", NameKind::named)?,
            content: Layer::load(weights, config, hidden, "content", meaning)?,
            inner: Layer::load(weights, config, hidden, "inner", meaning)?,
            cue: Layer::load(weights, config, hidden, "cue", named("cue"))?,
            source: Layer::load(weights, config, hidden, "source", SourceRole::named)?,
            addressee: Layer::load(weights, config, hidden, "addressee", named("addressee"))?,
            event: Layer::load(weights, config, hidden, "event", meaning)?,
            depth: weights.floats("depth", &[3, hidden])?,
            none: weights.floats("none", &[hidden])?,
            link_from: Linear::load(weights, "link.from", hidden, size)?,
            link_to: Linear::load(weights, "link.to", hidden, size)?,
            link: Biaffine::load(weights, "link", size, LINKS.len())?,
            act: two("act", 3 * hidden, acts.len() + certainties.len())?,
            acts,
            certainties,
            kind: two("kind", hidden, labels.kinds.len())?,
            kinds: known(&labels.kinds, |name| {
                if name == "unknown" { Some(None) } else { meaning(name).map(Some) }
            })?,
            status: two("status", hidden, labels.statuses.len())?,
            statuses: known(&labels.statuses, meaning)?,
        })
    }

    /// The names in a window.
    pub(crate) fn names(&self, bench: &mut Bench, window: &Rows) -> Vec<Name> {
        let spans = self.names.spans(bench, window).into_iter();
        spans.map(|span| Name { words: span.words, kind: span.label, confidence: span.confidence }).collect()
    }

    /// The triggers of events in a window.
    pub(crate) fn triggers(&self, bench: &mut Bench, window: &Rows) -> Vec<Trigger> {
        let spans = self.event.spans(bench, window);
        let starts = window.gather(spans.iter().map(|span| span.words.start));
        let statuses = self.status.rows(bench, &starts);
        spans
            .into_iter()
            .zip(statuses.chunks_exact(self.statuses.len()))
            .map(|(span, scores)| Trigger {
                words: span.words,
                kind: span.label,
                status: self.statuses[best_of(scores)],
                confidence: span.confidence,
            })
            .collect()
    }

    /// What every link may end at: nothing, then each word of the window.
    pub(crate) fn link_ends(&self, bench: &mut Bench, window: &Rows) -> Vec<f32> {
        let ends: Vec<f32> = self.none.iter().chain(window.rows).copied().collect();
        self.link_to.rows(bench, &ends, Then::Gelu)
    }

    /// For each start, which of `targets` (words of the window) it is linked to, if any. What goes on goes on with
    /// something earlier.
    pub(crate) fn linked(
        &self,
        bench: &mut Bench,
        window: &Rows,
        ends: &[f32],
        link: Link,
        starts: &[(From, usize)],
        targets: &[usize],
    ) -> Vec<Option<usize>> {
        let rows: Vec<f32> = starts.iter().flat_map(|(from, word)| self.deep(window, *from, *word)).collect();
        let rows = self.link_from.rows(bench, &rows, Then::Gelu);
        let scores = self.link.all_pairs(bench, link as usize, &rows, ends);
        let width = window.count() + 1;
        let choose = |(scores, (_, start)): (&[f32], &(From, usize))| {
            let possible = targets
                .iter()
                .copied()
                .filter(|target| if link == Link::Continues { target < start } else { target != start });
            let best =
                possible.reduce(|best, next| if scores[next + 1] > scores[best + 1] { next } else { best });
            best.filter(|best| scores[best + 1] > scores[0])
        };
        scores.chunks_exact(width).zip(starts).map(choose).collect()
    }

    /// Act and certainty of a claim by the first words of its content and of its cue.
    pub(crate) fn act(
        &self,
        bench: &mut Bench,
        window: &Rows,
        from: From,
        content: usize,
        cue: Option<usize>,
    ) -> (Act, Certainty) {
        let width = window.width;
        let depth = &self.depth[from as usize * width..][..width];
        let cue = cue.map_or_else(|| vec![0.0; width], |cue| window.row(cue).to_vec());
        let input: Vec<f32> = window.row(content).iter().chain(depth).chain(&cue).copied().collect();
        let scores = self.act.rows(bench, &input);
        let (acts, certainties) = scores.split_at(self.acts.len());
        (self.acts[best_of(acts)], self.certainties[best_of(certainties)])
    }

    /// What the source beginning at a word is.
    pub(crate) fn kind(&self, bench: &mut Bench, window: &Rows, source: usize) -> Option<EntityKind> {
        self.kinds[best_of(&self.kind.rows(bench, window.row(source)))]
    }

    /// The row of a word from which a link starts, with what it starts from.
    fn deep(&self, window: &Rows, from: From, word: usize) -> Vec<f32> {
        let depth = &self.depth[from as usize * window.width..][..window.width];
        window.row(word).iter().zip(depth).map(|(a, b)| a + b).collect()
    }
}

/// The rows of a window's words.
pub(crate) struct Rows<'a> {
    pub(crate) width: usize,
    pub(crate) rows: &'a [f32],
}

impl Rows<'_> {
    fn count(&self) -> usize {
        self.rows.len() / self.width
    }

    fn row(&self, word: usize) -> &[f32] {
        &self.rows[word * self.width..][..self.width]
    }

    fn gather(&self, words: impl Iterator<Item = usize>) -> Vec<f32> {
        words.flat_map(|word| self.row(word)).copied().collect()
    }
}

impl<T: Copy> Layer<T> {
    fn load(
        weights: &Weights,
        config: &Config,
        hidden: usize,
        name: &str,
        meaning: impl Fn(&str) -> Option<T>,
    ) -> Result<Self, Error> {
        let labels = known(config.labels.layer(name)?, meaning)?;
        let linear = Linear::load(weights, &format!("layer.{name}"), hidden, 2 * labels.len() + 1)?;
        let transitions = Transitions::load(weights, &format!("transition.{name}"), labels.len())?;
        Ok(Self { linear, labels, transitions })
    }

    /// The spans of a window.
    pub(crate) fn spans(&self, bench: &mut Bench, window: &Rows) -> Vec<Labelled<T>> {
        let scores = self.linear.rows(bench, window.rows, Then::Store);
        let labelled = |span: TaggedSpan| Labelled {
            words: span.words,
            label: self.labels[span.label],
            confidence: span.confidence,
        };
        self.transitions.spans(&scores).into_iter().map(labelled).collect()
    }
}

impl TwoLayers {
    fn load(weights: &Weights, name: &str, [inputs, hidden, outputs]: [usize; 3]) -> Result<Self, Error> {
        Ok(Self {
            first: Linear::load(weights, &format!("{name}.first"), inputs, hidden)?,
            second: Linear::load(weights, &format!("{name}.second"), hidden, outputs)?,
        })
    }

    fn rows(&self, bench: &mut Bench, input: &[f32]) -> Vec<f32> {
        let hidden = self.first.rows(bench, input, Then::Gelu);
        self.second.rows(bench, &hidden, Then::Store)
    }
}

impl SourceRole {
    fn named(name: &str) -> Option<Self> {
        match name {
            "source" => Some(Self::Source),
            "citing" => Some(Self::Citing),
            _ => None,
        }
    }
}

/// A value of the schema by its name in the contract.
fn meaning<T: DeserializeOwned>(name: &str) -> Option<T> {
    let name: StrDeserializer<ValueError> = name.into_deserializer();
    T::deserialize(name).ok()
}
