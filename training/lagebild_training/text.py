"""What every corpus is read into: sentences of words, with whatever a corpus knows of them."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path



@dataclass
class Speech:
    """Claims and events over the words of a window; spans are (first, end) in words."""

    spans: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    """Layer of `labels.LAYERS` → spans with their label."""
    links: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)
    """Link of `labels.LINKS` → (depth of the content, its first word, first word of its partner or -1)."""
    acts: list[tuple[int, int, int, str, str]] = field(default_factory=list)
    """Claims: depth, first word of the content, first word of the cue or -1, act, certainty."""
    kinds: list[tuple[int, str]] = field(default_factory=list)
    """Sources: first word, kind."""
    statuses: list[tuple[int, str]] = field(default_factory=list)
    """Events: first word of the trigger, status."""


@dataclass
class Text:
    """A run of sentences: what the encoder sees at once, or a document still to be cut into such runs."""

    language: str
    words: list[str]
    spaces: list[bool]
    """Whether white space stands before a word."""
    sentences: list[tuple[int, int]]
    upos: list[str | None] | None = None
    features: list[dict[str, str]] | None = None
    lemmas: list[str | None] | None = None
    heads: list[int] | None = None
    """Index of the head word in this text, the word's own index for a root, -1 for unknown."""
    relations: list[str | None] | None = None
    names: list[tuple[int, int, str]] | None = None
    open_names: frozenset[str] = frozenset()
    """Name labels that the corpus does not annotate: a word outside its names may be one of these."""
    speech: Speech | None = None
    side: dict[str, list[tuple[int, int, str]]] | None = None
    """Layer of `labels.SIDE_LAYERS` → spans with their label."""

    def __len__(self) -> int:
        return len(self.words)


_WORD = re.compile(
    r"https?://\S+|[@#]\w+|"
    r"(?:\d+(?:[.,:/]\d+)*(?:-?[^\W\d_]+(?:-[^\W\d_]+)*)?)|"
    r"(?:[^\W\d_]\.){2,}|"
    r"\w+(?:[-‐‑&]\w+|[.'’]\w+)*[-‐‑]?|"
    r"\.{2,}|\S"
)
LANGUAGES = Path(__file__).parents[2] / "data/languages"
"""The tables that `crates/language` cuts words by."""


@cache
def _tables(language: str) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Elisions, clitics, and words that stay whole, all in lower case with straight apostrophes."""
    path = LANGUAGES / language / "tokens.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    lists = [[_plain(entry) for entry in tables.get(name, [])] for name in ("elisions", "clitics", "whole")]
    return tuple(lists[0]), tuple(lists[1]), frozenset(lists[2])


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def is_contracted(word: str) -> bool:
    """Whether a word is what a contraction ends with ("n't", "'s"): treebanks open them into words that stand apart."""
    plain = _plain(word)
    return plain == "n't" or (plain[:1] == "'" and plain[1:2].isalpha())


def split_words(sentence: str, language: str) -> list[tuple[int, int]]:
    """Word spans of a raw sentence, near enough to what `crates/language` does."""
    elisions, clitics, whole = _tables(language)
    spans = []
    for match in _WORD.finditer(sentence):
        start, end = match.span()
        ends: list[int] = []
        while (rest := _plain(sentence[start:end])) not in whole:
            elision = next((e for e in elisions if rest.startswith(e) and len(rest) > len(e)), None)
            if elision is None:
                break
            spans.append((start, start + len(elision)))
            start += len(elision)
        while (rest := _plain(sentence[start:end])) not in whole:
            clitic = next((c for c in clitics if rest.endswith(c) and len(rest) > len(c)), None)
            if clitic is None:
                break
            ends.append(end)
            end -= len(clitic)
        bounds = [start, end, *reversed(ends)]
        spans += list(zip(bounds, bounds[1:]))
    return spans


def windows(text: Text, lengths: list[int], limit: int) -> list[tuple[int, int]]:
    """Cuts a text into runs of whole sentences of at most `limit` pieces, as (first, end) sentence.

    `lengths` are the pieces of each word. `crates/language` cuts reports in the same way.
    """
    runs, start, used = [], 0, 0
    for at, (first, end) in enumerate(text.sentences):
        pieces = sum(lengths[first:end])
        if at > start and used + pieces > limit:
            runs.append((start, at))
            start, used = at, 0
        used += pieces
    runs.append((start, len(text.sentences)))
    return runs


def cut(text: Text, run: tuple[int, int]) -> Text:
    """The sentences `run` of a text, with what is known of them; links that leave the run are dropped."""
    sentences = text.sentences[run[0] : run[1]]
    low, high = sentences[0][0], sentences[-1][1]

    def part(values):
        return None if values is None else values[low:high]

    return Text(
        language=text.language,
        words=text.words[low:high],
        spaces=text.spaces[low:high],
        sentences=[(a - low, b - low) for a, b in sentences],
        upos=part(text.upos),
        features=part(text.features),
        lemmas=part(text.lemmas),
        heads=None if text.heads is None else [h - low if h >= 0 else -1 for h in text.heads[low:high]],
        relations=part(text.relations),
        names=None if text.names is None else _inside(text.names, low, high),
        side=None if text.side is None else _layers_inside(text.side, low, high),
        open_names=text.open_names,
        speech=None if text.speech is None else _cut_speech(text.speech, low, high),
    )


def _inside(spans, low: int, high: int):
    """Spans clipped to the words from `low` to `high`, counted from `low`."""
    clipped = ((max(a, low) - low, min(b, high) - low, label) for a, b, label in spans if a < high and b > low)
    return [span for span in clipped if span[0] < span[1]]


def _layers_inside(layers, low: int, high: int):
    return {layer: _inside(spans, low, high) for layer, spans in layers.items()}


def _cut_speech(speech: Speech, low: int, high: int) -> Speech:
    def here(word: int) -> bool:
        return low <= word < high

    def moved(word: int) -> int:
        return word - low if here(word) else -1

    return Speech(
        spans=_layers_inside(speech.spans, low, high),
        links={
            link: [(d, c - low, moved(p)) for d, c, p in pairs if here(c) and (p < 0 or here(p))]
            for link, pairs in speech.links.items()
        },
        acts=[(d, c - low, moved(cue), act, cert) for d, c, cue, act, cert in speech.acts if here(c)],
        kinds=[(w - low, kind) for w, kind in speech.kinds if here(w)],
        statuses=[(w - low, status) for w, status in speech.statuses if here(w)],
    )


