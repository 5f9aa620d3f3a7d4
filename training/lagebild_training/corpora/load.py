"""Reads the corpora of a configuration, each into a training part and a held-out part."""

from dataclasses import dataclass
from pathlib import Path

from ..config import Config, Corpus
from ..text import Text
from . import claims, hints, names, speeches, treebanks
from .conventions import open_features

HERE = Path(__file__).parents[2]
"""Where the invented reports and our annotation of others' texts lie."""


@dataclass
class Loaded:
    """A corpus in memory."""

    corpus: Corpus
    variants: list[list[Text]]
    """The training texts, in every form in which they are trained (contractions whole or opened)."""
    held: list[Text]
    """The block that this run measures on; empty where nothing is held out."""


def load(config: Config, root: Path, fold: int | None) -> list[Loaded]:
    """All corpora; `fold` is the block held out of those that are measured by blocks, None for no block."""
    loaded = [_load(corpus, root, fold) for corpus in config.corpora]
    for form in range(2):
        open_features([one.variants[form] for one in loaded if one.corpus.kind == "treebank"])
    for one in loaded:
        if one.corpus.group == "speech":
            hints.give(one.variants[0], config.hints)
    return loaded


def _load(corpus: Corpus, root: Path, fold: int | None) -> Loaded:
    variants = _variants(corpus, root, fold)
    if corpus.cap:
        step = max(1, len(variants[0]) // corpus.cap)
        variants = [texts[::step][: corpus.cap] for texts in variants]
    if fold is None or not corpus.folds or corpus.trust:
        return Loaded(corpus, variants, [])
    low, high = _block(len(variants[0]), fold, corpus.folds)
    return Loaded(corpus, [texts[:low] + texts[high:] for texts in variants], variants[0][low:high])


def _block(count: int, fold: int, folds: int) -> tuple[int, int]:
    """Which of `count` texts are held out."""
    return fold * count // folds, (fold + 1) * count // folds


def _variants(corpus: Corpus, root: Path, fold: int | None) -> list[list[Text]]:
    files = [root / file for file in corpus.files]
    language = corpus.language
    match corpus.kind:
        case "treebank":
            return [[t for f in files for t in treebanks.read(f, language, whole)] for whole in (False, True)]
        case "tagged":
            return [_tagged(corpus, files, root, fold)]
        case "germeval":
            return [[text for file in files for text in names.germeval(file)]]
        case "mobie":
            return [[text for file in files for text in names.mobie(file)]]
        case "smartdata":
            return [[text for file in files for text in names.smartdata(file)]]
        case "uner":
            return [[text for file in files for text in names.uner(file, language)]]
        case "wikigold":
            return [[text for file in files for text in names.wikigold(file)]]
        case "wnut":
            return [[text for file in files for text in names.wnut(file)]]
        case "factrueval":
            return [[text for file in files for text in names.factrueval(file)]]
        case "claims":
            return [[text for file in files for text in claims.read(file, language)]]
        case "speeches":
            return [[text for file in files for text in speeches.read(file)]]
        case "standoff":
            return [claims.read_standoff(HERE / corpus.files[0], root / corpus.files[1], language)]
        case "invented":
            return [[text for file in corpus.files for text in claims.read(HERE / file, language)]]
        case kind:
            raise ValueError(f"config.toml: no reader for corpora of kind {kind!r}")


def _tagged(corpus: Corpus, files: list[Path], root: Path, fold: int | None) -> list[Text]:
    """What is held out of today's annotation does not say which tags of the older one to trust."""
    old, new = (root / file for file in corpus.trust)
    today = treebanks.read(new, corpus.language, False)
    if fold is not None and corpus.folds:
        low, high = _block(len(today), fold, corpus.folds)
        del today[low:high]
    trusted = treebanks.trusted_tags(treebanks.read_tagged(old, corpus.language, None), today)
    return [text for file in files for text in treebanks.read_tagged(file, corpus.language, trusted)]
