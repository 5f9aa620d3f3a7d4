//! A whole model with invented weights, in the published format: it reads nonsense, but reads it as the real one does.

use sha2::{Digest, Sha256};

use crate::synthetic::{Dtype, Full, Parts, Shape};

const HIDDEN: usize = 32;
const SIZE: usize = 16;

/// The longest window of this model, in pieces without the two ends.
pub(crate) const LONGEST: usize = 40;

/// Letters and marks are its only pieces.
const LETTERS: &str = "▁abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZ.,„“!?-0123456789";

const LAYERS: [(&str, &[&str]); 7] = [
    ("names", &["person", "organization", "location", "other"]),
    ("content", &["direct", "indirect", "free", "reported"]),
    ("inner", &["direct", "indirect", "free", "reported"]),
    ("cue", &["cue"]),
    ("source", &["source", "citing"]),
    ("addressee", &["addressee"]),
    ("event", &["AGREE", "ASSAULT"]),
];

/// The two files of a model.
pub(crate) struct Files {
    pub(crate) encoder: Vec<u8>,
    pub(crate) heads: Vec<u8>,
}

/// A small model.
pub(crate) fn files() -> Files {
    let encoder = encoder();
    let heads = heads(&encoder);
    Files { encoder, heads }
}

fn encoder() -> Vec<u8> {
    let pieces: Vec<String> = ["<s>", "<pad>", "</s>", "<unk>"]
        .iter()
        .map(|piece| (*piece).to_owned())
        .chain(LETTERS.chars().map(String::from))
        .collect();
    let shape = Shape {
        layers: 2,
        hidden: HIDDEN,
        heads: 2,
        feed_forward: 64,
        positions: LONGEST + 2,
        pieces: pieces.len(),
    };
    let mut parts = Parts::new(shape, Full::None);
    let text = pieces.join("\n").into_bytes();
    parts.insert("pieces", Dtype::U8, &[text.len()], text);
    parts.floats("piece.scores", &[pieces.len()], -5.0, 0.0);
    parts.file()
}

fn heads(encoder: &[u8]) -> Vec<u8> {
    let layers: Vec<String> =
        LAYERS.iter().map(|(layer, labels)| format!("[{layer:?},{labels:?}]")).collect();
    let config = format!(
        r#"{{"format":1,"encoder":"{:x}","sizes":{{"arc":{SIZE},"label":{SIZE},"speech":{SIZE}}},"window":24,
        "inventory":{{"features":[["Case",["","Nom","Acc"]],["Mood",["","Ind","Sub"]]],
        "lemmas":["keep\t-0+\t-0+","lower\t-0+\t-1+en","keep\t-2+\t-1+en"],
        "fronts":{{"keep\t-2+\t-1+en":["ge"]}},"relations":["nsubj","obj","root","nsubj:pass"]}},
        "labels":{{"upos":["NOUN","VERB","PUNCT"],"layers":[{}],
        "links":["cue","source","addressee","citing","continues"],"acts":["state","deny"],
        "certainties":["certain","open"],"kinds":["person","unknown"],"statuses":["happened","negated"]}}}}"#,
        Sha256::digest(encoder),
        layers.join(",")
    )
    .replace('\t', "\\t");
    let mut parts = Parts::empty(config, 11);
    let lexicon = b"NOUN\thafens\thafen\nVERB\tsagte\tsagen\n".to_vec();
    parts.insert("lexicon", Dtype::U8, &[lexicon.len()], lexicon);
    for (name, shape) in [("root", vec![HIDDEN]), ("none", vec![HIDDEN]), ("depth", vec![3, HIDDEN])] {
        parts.floats(name, &shape, 0.0, 1.0);
    }
    for (name, channels) in [("arc", 1), ("relation", 4), ("link", 5)] {
        parts.halves(&format!("{name}.weight"), &[channels, SIZE + 1, SIZE + 1], 0.5);
    }
    for (name, inputs, outputs) in [
        ("upos", HIDDEN, 3),
        ("features", HIDDEN, 6),
        ("lemma", HIDDEN, 3),
        ("arc.dependent", HIDDEN, SIZE),
        ("arc.head", HIDDEN, SIZE),
        ("relation.dependent", HIDDEN, SIZE),
        ("relation.head", HIDDEN, SIZE),
        ("link.from", HIDDEN, SIZE),
        ("link.to", HIDDEN, SIZE),
        ("act.first", 3 * HIDDEN, SIZE),
        ("act.second", SIZE, 4),
        ("kind.first", HIDDEN, SIZE),
        ("kind.second", SIZE, 2),
        ("status.first", HIDDEN, SIZE),
        ("status.second", SIZE, 2),
    ] {
        parts.linear(name, inputs, outputs, name != "lemma");
    }
    for (layer, labels) in LAYERS {
        let tags = 2 * labels.len() + 1;
        parts.linear(&format!("layer.{layer}"), HIDDEN, tags, true);
        parts.insert(&format!("transition.{layer}"), Dtype::F32, &[tags + 1, tags], transitions(tags));
    }
    parts.file()
}

/// Every I follows its own label, everything else is free.
fn transitions(tags: usize) -> Vec<u8> {
    let allowed = |from: usize, to: usize| to == 0 || to % 2 == 1 || from == to || from + 1 == to;
    let score =
        |from, to| if from < tags && allowed(from, to) || to == 0 || to % 2 == 1 { 0.0_f32 } else { -1e9 };
    (0..=tags).flat_map(|from| (0..tags).flat_map(move |to| score(from, to).to_le_bytes())).collect()
}
