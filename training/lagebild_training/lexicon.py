"""Words of the treebanks with their lemmas, and how they and the edit scripts together give a word its lemma.

`crates/language` chooses in the same way (`model/lemmatizer.rs`).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain

import numpy as np

from . import lemma
from .corpora.load import Loaded
from .vocabulary import Vocabulary

WITHOUT = {"PUNCT", "NUM", "SYM", "X"}
"""Parts of speech that no lexicon can list."""
SURE = 0.9
"""The share of a word's occurrences that must have the lemma."""
CLOSE, KNOWN, PIECES = 4.0, 2.0, 0.15
"""As in `model/lemmatizer.rs`."""

Words = dict[tuple[str, str], str]


@dataclass
class Lexicon:
    """What treebanks say of lemmas."""

    words: Words
    """(UPOS, word) → lemma, where all languages agree; words in lower case, but for names and German nouns."""
    fronts: dict[str, list[str]]
    """Edit script → what it took off the fronts of words."""

    def lines(self) -> str:
        """As `crates/language` reads it."""
        entries = sorted((upos, word, gold) for (upos, word), gold in self.words.items())
        return "".join(f"{upos}\t{word}\t{'' if gold == word else gold}\n" for upos, word, gold in entries)


def lexicon(corpora: list[Loaded], scripts: list[str]) -> Lexicon:
    """The lexicon of the treebanks that are trained on, without the blocks that are held out."""
    counts: dict[str, dict[tuple[str, str], Counter]] = defaultdict(lambda: defaultdict(Counter))
    fronts: dict[str, set[str]] = defaultdict(set)
    for loaded in corpora:
        for text in chain(*loaded.variants) if loaded.corpus.kind == "treebank" else []:
            for word, upos, gold in zip(text.words, text.upos, text.lemmas):
                if gold is None:
                    continue
                _note_front(lemma.script(word, gold), word, fronts)
                if upos not in WITHOUT and not any(map(str.isspace, word + gold)):
                    counts[loaded.corpus.language][upos, _written(word, upos, loaded.corpus.language)][gold] += 1
    kept = {script: sorted(fronts[script]) for script in scripts if script in fronts}
    return Lexicon(_agreed(counts.values()), kept)


def _note_front(script: str, word: str, fronts: dict[str, set[str]]) -> None:
    front = lemma.front(script, word)
    if front:
        fronts[script].add(front)


def _written(word: str, upos: str, language: str) -> str:
    is_capital_kept = upos == "PROPN" or (upos == "NOUN" and language == "de")
    return word if is_capital_kept else word.lower()


def _agreed(languages) -> Words:
    """The lemmas that are sure in each language that has the word, and the same in all."""
    found: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for words in languages:
        for key, counts in words.items():
            (gold, count) = counts.most_common(1)[0]
            found[key].add(gold if count >= SURE * counts.total() else None)
    return {key: gold for key, golds in found.items() if len(golds) == 1 and (gold := next(iter(golds))) is not None}


class Lemmatizer:
    """Chooses lemmas."""

    def __init__(self, lexicon_: Lexicon, scripts: list[str], vocabulary: Vocabulary):
        self.lexicon, self.scripts, self.vocabulary = lexicon_, scripts, vocabulary
        self._known = {(upos, gold) for (upos, _), gold in lexicon_.words.items()}

    def lemma(self, scores: np.ndarray, word: str, upos: str) -> str:
        """The lemma of a word by the scores of the scripts."""
        listed = self._listed(word, upos)
        if listed is not None:
            return listed
        candidates: dict[str, float] = {}
        for i in np.argsort(-scores, kind="stable"):
            if scores[i] > scores.max() - CLOSE and self._fits(self.scripts[i], word):
                candidates.setdefault(lemma.apply(self.scripts[i], word), float(scores[i]))
        return max(candidates, key=lambda found: candidates[found] + self._plausible(found, upos), default=word)

    def _listed(self, word: str, upos: str) -> str | None:
        words = self.lexicon.words
        return words.get((upos, word), words.get((upos, word.lower())) if upos != "PROPN" else None)

    def _fits(self, script: str, word: str) -> bool:
        front = lemma.front(script, word)
        return not front or front in self.lexicon.fronts.get(script, ())

    def _plausible(self, found: str, upos: str) -> float:
        return KNOWN * ((upos, found) in self._known) + PIECES * self.vocabulary.log_probability(found)
