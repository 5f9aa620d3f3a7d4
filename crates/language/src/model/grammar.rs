//! Parts of speech, features, lemmas and trees.

use std::sync::Arc;

use super::best_of;
use super::biaffine::Biaffine;
use super::config::{Config, known};
use super::lemmatizer::Lemmatizer;
use super::tree::ArcScores;
use super::vocabulary::Vocabulary;
use super::windows::Window;
use crate::Error;
use crate::network::{Bench, Linear, Then, Weights};
use crate::parse::{Grammar, Upos, Word};

/// The heads of grammar.
pub(crate) struct GrammarHeads {
    upos: Linear,
    tags: Vec<Upos>,
    features: Linear,
    attributes: Vec<Attribute>,
    lemma: Linear,
    lemmatizer: Lemmatizer,
    root: Vec<f32>,
    arc_dependent: Linear,
    arc_head: Linear,
    arc: Biaffine,
    relation_dependent: Linear,
    relation_head: Linear,
    relation: Biaffine,
    relations: Vec<Arc<str>>,
}

/// An attribute of morphology with its values, each written out ("Case=Nom"), absence as nothing.
struct Attribute {
    values: Vec<String>,
}

impl GrammarHeads {
    /// The heads over rows of `hidden` numbers.
    pub(crate) fn load(weights: &Weights, config: &Config, hidden: usize) -> Result<Self, Error> {
        let (sizes, inventory) = (&config.sizes, &config.inventory);
        let linear = |name: &str, outputs| Linear::load(weights, name, hidden, outputs);
        let lemmatizer = Lemmatizer::load(weights, inventory)?;
        let values = inventory.features.iter().map(|(_, values)| values.len()).sum();
        Ok(Self {
            upos: linear("upos", config.labels.upos.len())?,
            tags: known(&config.labels.upos, Upos::named)?,
            features: linear("features", values)?,
            attributes: inventory
                .features
                .iter()
                .map(|(name, values)| Attribute::new(name, values))
                .collect(),
            lemma: linear("lemma", lemmatizer.scripts())?,
            lemmatizer,
            root: weights.floats("root", &[hidden])?,
            arc_dependent: linear("arc.dependent", sizes.arc)?,
            arc_head: linear("arc.head", sizes.arc)?,
            arc: Biaffine::load(weights, "arc", sizes.arc, 1)?,
            relation_dependent: linear("relation.dependent", sizes.label)?,
            relation_head: linear("relation.head", sizes.label)?,
            relation: Biaffine::load(weights, "relation", sizes.label, inventory.relations.len())?,
            relations: inventory.relations.iter().map(|name| Arc::from(name.as_str())).collect(),
        })
    }

    /// The grammar of the words of some windows; `rows` holds a row for each.
    pub(crate) fn read(
        &self,
        bench: &mut Bench,
        windows: &[Window],
        words: &[Word],
        rows: &[f32],
        vocabulary: &Vocabulary,
    ) -> Vec<Grammar> {
        let width = self.root.len();
        let upos = self.upos.rows(bench, rows, Then::Store);
        let features = self.features.rows(bench, rows, Then::Store);
        let lemmas = self.lemma.rows(bench, rows, Then::Store);
        let heads = self.heads(bench, windows, rows);
        let relations = self.relations_of(bench, &heads, rows, width);
        let texts = windows.iter().flat_map(|window| &words[window.words.clone()]);
        let offset = offsets(windows);
        texts
            .enumerate()
            .map(|(row, word)| {
                let upos = self.tags[best_of(of(&upos, row, self.tags.len()))];
                let scripts = of(&lemmas, row, self.lemma.outputs());
                Grammar {
                    upos,
                    features: self.features_of(of(&features, row, self.features.outputs())),
                    lemma: self.lemmatizer.lemma(scripts, word.text, upos, vocabulary),
                    head: heads[row].map(|head| head + offset[row]),
                    relation: Arc::clone(&self.relations[relations[row]]),
                }
            })
            .collect()
    }

    /// The head of each row, as a row; none for roots.
    fn heads(&self, bench: &mut Bench, windows: &[Window], rows: &[f32]) -> Vec<Option<usize>> {
        let size = self.arc_dependent.outputs();
        let dependents = self.arc_dependent.rows(bench, rows, Then::Gelu);
        let candidates = self.arc_head.rows(bench, rows, Then::Gelu);
        let root = self.arc_head.rows(bench, &self.root, Then::Gelu);
        let mut heads = Vec::new();
        for length in windows.iter().flat_map(|window| &window.sentences).map(ExactSizeIterator::len) {
            let first = heads.len();
            let here = first * size..(first + length) * size;
            let possible: Vec<f32> = root.iter().chain(&candidates[here.clone()]).copied().collect();
            let scores = self.arc.all_pairs(bench, 0, &dependents[here], &possible);
            let tree = ArcScores::new(length, scores).best_tree();
            heads.extend(tree.into_iter().map(|head| head.checked_sub(1).map(|head| first + head)));
        }
        heads
    }

    /// The relation of each row to its head.
    fn relations_of(
        &self,
        bench: &mut Bench,
        heads: &[Option<usize>],
        rows: &[f32],
        width: usize,
    ) -> Vec<usize> {
        let of_heads: Vec<f32> = heads
            .iter()
            .flat_map(|head| head.map_or(self.root.as_slice(), |head| &rows[head * width..][..width]))
            .copied()
            .collect();
        let dependents = self.relation_dependent.rows(bench, rows, Then::Gelu);
        let of_heads = self.relation_head.rows(bench, &of_heads, Then::Gelu);
        let scores = self.relation.each_pair(bench, &dependents, &of_heads);
        scores.chunks_exact(self.relations.len()).map(best_of).collect()
    }

    /// The features of a word as CoNLL-U writes them.
    fn features_of(&self, mut scores: &[f32]) -> Arc<str> {
        let mut found = Vec::new();
        for attribute in &self.attributes {
            let (here, rest) = scores.split_at(attribute.values.len());
            scores = rest;
            let value = attribute.values[best_of(here)].as_str();
            if !value.is_empty() {
                found.push(value);
            }
        }
        found.sort_unstable_by_key(|pair| pair.to_lowercase());
        Arc::from(found.join("|"))
    }
}

impl Attribute {
    fn new(name: &str, values: &[String]) -> Self {
        let written =
            |value: &String| if value.is_empty() { String::new() } else { format!("{name}={value}") };
        Self { values: values.iter().map(written).collect() }
    }
}

/// A row of a matrix.
fn of(matrix: &[f32], row: usize, width: usize) -> &[f32] {
    &matrix[row * width..][..width]
}

/// What is to be added to a row's number to get its word's number.
fn offsets(windows: &[Window]) -> Vec<usize> {
    let mut offsets = Vec::new();
    for window in windows {
        let offset = window.words.start - offsets.len();
        offsets.extend(std::iter::repeat_n(offset, window.words.len()));
    }
    offsets
}
