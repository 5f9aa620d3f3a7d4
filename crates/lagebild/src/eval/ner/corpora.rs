//! The corpora of names: where they lie, and how they are read.

use std::path::Path;

use anyhow::Result;

use super::columns::{self, Layout};
use super::{Document, documents, harem, labels};

/// A corpus, or a part of one.
pub(super) struct Corpus {
    pub(super) name: &'static str,
    pub(super) language: &'static str,
    /// Its folder below the corpora.
    pub(super) home: &'static str,
    /// What is read there.
    pub(super) inside: &'static str,
    pub(super) read: fn(&Path) -> Result<Vec<Document>>,
}

/// One word and one tag a line, with a tab between them.
const TABS: Layout =
    Layout { separator: Some('\t'), word: 0, tag: 1, comments: false, label: labels::common };

/// In the order of the rows.
pub(super) const CORPORA: &[Corpus] = &[
    Corpus {
        name: "GermEval 2014 dev",
        language: "de",
        home: "train/ner/germeval2014-de",
        inside: "NER-de-dev.tsv",
        read: |path| columns::read(path, &Layout { word: 1, tag: 2, comments: true, ..TABS }),
    },
    Corpus {
        name: "MobIE dev",
        language: "de",
        home: "train/ner/mobie-de",
        inside: "v1_20210811/ner_conll03_formatted/dev.conll2003.gz",
        read: |path| columns::read(path, &Layout { tag: 3, label: labels::mobility, ..TABS }),
    },
    Corpus {
        name: "SmartData",
        language: "de",
        home: "train/ner/smartdata-de",
        inside: "smartdata_v1_shared.jsonl.gz",
        read: documents::smartdata,
    },
    Corpus {
        name: "UNER English EWT dev",
        language: "en",
        home: "train/ner/uner",
        inside: "UNER_English-EWT/en_ewt-ud-dev.iob2",
        read: |path| columns::read(path, &Layout { word: 1, tag: 2, comments: true, ..TABS }),
    },
    Corpus {
        name: "WikiGold",
        language: "en",
        home: "train/ner/wikigold-en",
        inside: "CONLL-format/data/wikigold.conll.txt",
        read: |path| columns::read(path, &Layout { separator: None, ..TABS }),
    },
    Corpus {
        name: "WNUT 2017 dev",
        language: "en",
        home: "train/ner/wnut17-en",
        inside: "emerging.dev.conll",
        read: |path| columns::read(path, &Layout { label: labels::twitter, ..TABS }),
    },
    Corpus {
        name: "CoNLL 2002 es testa",
        language: "es",
        home: "tune/ner/conll2002-es-nl",
        inside: "esp.testa.gz",
        read: |path| columns::read(path, &Layout { separator: None, tag: 2, ..TABS }),
    },
    Corpus {
        name: "KIND Wikinews",
        language: "it",
        home: "tune/ner/kind-it",
        inside: "dataset/wikinews_train.tsv",
        read: |path| columns::read(path, &TABS),
    },
    Corpus {
        name: "CoNLL 2002 nl testa",
        language: "nl",
        home: "tune/ner/conll2002-es-nl",
        inside: "ned.testa.gz",
        read: |path| columns::read(path, &Layout { separator: None, tag: 2, ..TABS }),
    },
    Corpus {
        name: "UNER Portuguese Bosque dev",
        language: "pt",
        home: "train/ner/uner",
        inside: "UNER_Portuguese-Bosque/pt_bosque-ud-dev.iob2",
        read: |path| columns::read(path, &Layout { word: 1, tag: 2, comments: true, ..TABS }),
    },
    Corpus {
        name: "HAREM 2",
        language: "pt",
        home: "tune/ner/harem-pt",
        inside: "HAREM/CDSegundoHAREMclassico.xml",
        read: harem::read,
    },
    Corpus {
        name: "factRuEval 2016",
        language: "ru",
        home: "train/ner/factrueval2016-ru",
        inside: "devset",
        read: documents::factrueval,
    },
    Corpus {
        name: "NEREL dev",
        language: "ru",
        home: "tune/ner/runne-nerel-ru",
        inside: "data/dev",
        read: documents::nerel,
    },
    Corpus {
        name: "NER-UK 2.0",
        language: "uk",
        home: "tune/ner/ner-uk",
        inside: "v2.0/iob/train.iob.gz",
        read: |path| columns::read(path, &Layout { separator: None, ..TABS }),
    },
];
