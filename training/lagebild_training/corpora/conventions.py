"""Treebanks of one language do not annotate the same features: what one leaves out is unknown there, not absent."""

from collections import Counter, defaultdict

from ..text import Text

UNKNOWN = "?"
"""The value of a feature that a treebank does not annotate; it is in no inventory, so it counts for nothing."""
COMMON, PART, ENOUGH = 0.2, 0.5, 30
"""A treebank leaves a feature out where, on the words of a part of speech (of which there are ENOUGH), it is not even
PART as frequent as in another treebank of the language where it is COMMON."""

Kind = tuple[str, str]
"""A part of speech and a feature that its words may have."""


def open_features(treebanks: list[list[Text]]) -> None:
    """Marks in the texts of each treebank what it leaves out, by comparison with the others of its language."""
    by_language: dict[str, list[list[Text]]] = defaultdict(list)
    for texts in treebanks:
        if texts:
            by_language[texts[0].language].append(texts)
    for group in by_language.values():
        shares = [_shares(texts) for texts in group]
        most = {kind: max(share.get(kind, 0.0) for share in shares) for share in shares for kind in share}
        for texts, share in zip(group, shares):
            upos = Counter(tag for text in texts for tag in text.upos)
            missing = {k for k, top in most.items() if top >= COMMON and share.get(k, 0.0) < PART * top}
            _mark(texts, {kind for kind in missing if upos[kind[0]] >= ENOUGH})


def _shares(texts: list[Text]) -> dict[Kind, float]:
    words: Counter = Counter()
    found: Counter = Counter()
    for text in texts:
        words.update(text.upos)
        found.update((tag, name) for tag, features in zip(text.upos, text.features) for name in features)
    return {kind: count / words[kind[0]] for kind, count in found.items()}


def _mark(texts: list[Text], missing: set[Kind]) -> None:
    for text in texts:
        for tag, features in zip(text.upos, text.features):
            for kind in missing:
                if kind[0] == tag:
                    features.setdefault(kind[1], UNKNOWN)
