"""How much likelier one tag makes the next than it is by itself: what the heads, which see each word alone, do not say."""

import numpy as np

from . import labels
from .batches import Encoding
from .corpora.load import Loaded
from .decode import allowed_transitions

UNSEEN = 0.1
"""Added to every count."""


def transitions(corpora: list[Loaded], encoding: Encoding, weight: float) -> dict[str, np.ndarray]:
    """For each layer [tags + 1, tags] to add to log probabilities; the last row begins a window.

    That is the pointwise mutual information of neighbouring tags in the training texts, times `weight` (the heads know
    most of it already), and minus infinity where a tag may not follow.
    """
    return {layer: allowed_transitions(labels.tags(layer)) + weight * _information(layer, corpora, encoding)
            for layer in labels.LAYERS}  # fmt: skip


def _information(layer: str, corpora: list[Loaded], encoding: Encoding) -> np.ndarray:
    count = len(labels.tags(layer))
    pairs = np.full((count, count), UNSEEN)
    for loaded in corpora:
        for text in loaded.variants[0]:
            tags = _tags(layer, text, encoding)
            for before, after in zip(tags, tags[1:]):
                if before >= 0 and after >= 0:
                    pairs[before, after] += 1
    follows = np.log(pairs / pairs.sum(1, keepdims=True))
    alone = np.log(pairs.sum(0) / pairs.sum())
    return np.vstack([follows - alone, np.zeros(count)]).astype(np.float32)


def _tags(layer: str, text, encoding: Encoding) -> list[int]:
    if layer == "names":
        return [] if text.names is None else encoding.tagged(layer, text.names, len(text))
    return [] if text.speech is None else encoding.tagged(layer, text.speech.spans.get(layer, []), len(text))
