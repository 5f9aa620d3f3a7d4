"""Texts to tensors, and the order in which the corpora are seen."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch

from . import labels, lemma
from .config import Config
from .corpora.load import Loaded
from .corpora.names import UNSURE
from .heads import IGNORE, Inventory, Targets
from .text import Text, cut, windows
from .vocabulary import BOS, EOS, PAD, Vocabulary


POOL = 8
"""How many batches are drawn at once, to put windows of like length together."""


@dataclass
class Batch:
    """Windows as tensors."""

    pieces: torch.Tensor
    """[windows, longest]"""
    word_of_piece: torch.Tensor
    """[windows, longest]: the word a piece belongs to, counted over the batch; -1 for ends and padding."""
    words: int
    windows: torch.Tensor
    """[words]: the window of a word."""
    sentences: torch.Tensor
    """[sentences, longest]: words, -1 beyond the end."""
    targets: Targets


class Encoding:
    """Turns texts into batches by a vocabulary and an inventory of labels."""

    def __init__(self, vocabulary: Vocabulary, inventory: Inventory):
        self.vocabulary, self.inventory = vocabulary, inventory
        self.upos = {tag: i for i, tag in enumerate(labels.UPOS)}
        self.lemmas = {script: i for i, script in enumerate(inventory.lemmas)}
        self.relations = {relation: i for i, relation in enumerate(inventory.relations)}
        self.values = {name: {v: i for i, v in enumerate(values)} for name, values in inventory.features.items()}
        self.tags = {layer: {tag: i for i, tag in enumerate(labels.tags(layer))} for layer in labels.LAYERS | labels.SIDE_LAYERS}

    def lengths(self, text: Text) -> list[int]:
        """Pieces of each word."""
        return [len(self.vocabulary.ids(w, s)) for w, s in zip(text.words, text.spaces)]

    def windows(self, text: Text, limit: int, longest: int) -> list[Text]:
        """A text in windows of about `limit` pieces, without those longer than `longest`, which nothing can read."""
        runs = windows(text, self.lengths(text), limit)
        return [window for window in (cut(text, run) for run in runs) if sum(self.lengths(window)) <= longest]

    def batch(self, texts: list[Text]) -> Batch:
        """The texts as one batch, one window each."""
        rows, owners, word_windows, sentences, base = [], [], [], [], 0
        for number, text in enumerate(texts):
            ids = [self.vocabulary.ids(w, s) for w, s in zip(text.words, text.spaces)]
            rows.append([BOS, *(i for word in ids for i in word), EOS])
            owners.append([-1, *(base + n for n, word in enumerate(ids) for _ in word), -1])
            word_windows += [number] * len(text)
            sentences += [list(range(base + a, base + b)) for a, b in text.sentences]
            base += len(text)
        return Batch(
            pieces=_padded(rows, PAD),
            word_of_piece=_padded(owners, -1),
            words=base,
            windows=torch.tensor(word_windows),
            sentences=_padded(sentences, -1),
            targets=self._targets(texts),
        )

    def _targets(self, texts: list[Text]) -> Targets:
        targets = Targets()
        if any(text.upos for text in texts):
            targets.upos = self._column(texts, "upos", self.upos)
        if any(text.features is not None for text in texts):
            targets.features = {name: self._feature(texts, name) for name in self.inventory.features}
        if any(text.lemmas for text in texts):
            targets.lemma = self._lemma(texts)
        if any(text.heads for text in texts):
            targets.head = torch.tensor([h for text in texts for h in _heads(text)])
            targets.relation = self._column(texts, "relations", self.relations)
        if any(text.names is not None for text in texts):
            targets.layers["names"], targets.open_tags = self._names(texts)
        if any(text.speech for text in texts):
            self._speech(texts, targets)
        for layer in labels.SIDE_LAYERS:
            if any(text.side for text in texts):
                targets.layers[layer] = self._layer(layer, texts, [text.side for text in texts])
        return targets

    @staticmethod
    def _column(texts: list[Text], name: str, index: dict[str, int]) -> torch.Tensor:
        values = []
        for text in texts:
            column = getattr(text, name)
            values += [index.get(v, IGNORE) for v in column] if column else [IGNORE] * len(text)
        return torch.tensor(values)

    def _feature(self, texts: list[Text], name: str) -> torch.Tensor:
        values = []
        for text in texts:
            if text.features is None:
                values += [IGNORE] * len(text)
            else:
                values += [self.values[name].get(f.get(name, ""), IGNORE) for f in text.features]
        return torch.tensor(values)

    def _lemma(self, texts: list[Text]) -> torch.Tensor:
        values = []
        for text in texts:
            for word, gold in zip(text.words, text.lemmas or [None] * len(text)):
                values.append(IGNORE if gold is None else self.lemmas.get(lemma.script(word, gold), IGNORE))
        return torch.tensor(values)

    def _names(self, texts: list[Text]) -> tuple[torch.Tensor, torch.Tensor]:
        tags, index = [], self.tags["names"]
        open_tags = torch.zeros(sum(map(len, texts)), len(index), dtype=torch.bool)
        base = 0
        for text in texts:
            if text.names is None:
                tags += [IGNORE] * len(text)
            else:
                here = self.tagged("names", text.names, len(text))
                tags += here
                for label in text.open_names:
                    for position in "BI":
                        column = index[f"{position}-{label}"]
                        for at, tag in enumerate(here):
                            open_tags[base + at, column] = tag == 0
            base += len(text)
        return torch.tensor(tags), open_tags

    def tagged(self, layer: str, spans, length: int) -> list[int]:
        """The tags of a layer over a text of so many words."""
        tags = [0] * length
        for first, end, label in spans:
            for at in range(first, end):
                position = "B" if at == first else "I"
                tags[at] = IGNORE if label == UNSURE else self.tags[layer][f"{position}-{label}"]
        return tags

    def _layer(self, layer: str, texts: list[Text], spans: list[dict | None]) -> torch.Tensor:
        """The tags of a layer by each text's spans of all layers, None where it was not annotated."""
        column = []
        for text, known in zip(texts, spans):
            column += [IGNORE] * len(text) if known is None else self.tagged(layer, known.get(layer, []), len(text))
        return torch.tensor(column)

    def _speech(self, texts: list[Text], targets: Targets) -> None:
        for layer in labels.SPEECH_LAYERS:
            spans = [text.speech and text.speech.spans for text in texts]
            targets.layers[layer] = self._layer(layer, texts, spans)
        links, acts, kinds, statuses, base = {link: [] for link in labels.LINKS}, [], [], [], 0
        for text in texts:
            speech = text.speech
            if speech:
                for link in labels.LINKS:
                    links[link] += [(d, base + c, _moved(p, base)) for d, c, p in speech.links.get(link, [])]
                acts += [
                    (d, base + c, _moved(q, base), labels.ACTS.index(act), labels.CERTAINTIES.index(certainty))
                    for d, c, q, act, certainty in speech.acts
                ]
                kinds += [(base + word, labels.KINDS.index(kind)) for word, kind in speech.kinds]
                statuses += [(base + word, labels.STATUSES.index(status)) for word, status in speech.statuses]
            base += len(text)
        targets.links = {link: torch.tensor(rows, dtype=torch.long).reshape(-1, 3) for link, rows in links.items()}
        targets.acts = torch.tensor(acts, dtype=torch.long).reshape(-1, 5)
        targets.kinds = torch.tensor(kinds, dtype=torch.long).reshape(-1, 2)
        targets.statuses = torch.tensor(statuses, dtype=torch.long).reshape(-1, 2)


def _moved(word: int, base: int) -> int:
    return word + base if word >= 0 else -1


def _heads(text: Text) -> list[int]:
    """Positions of the heads in their sentences plus one, 0 for roots."""
    heads = []
    for first, end in text.sentences:
        for word in range(first, end):
            head = text.heads[word] if text.heads else -1
            inside = first <= head < end
            heads.append(IGNORE if not inside else 0 if head == word else head - first + 1)
    return heads


def _padded(rows: list[list[int]], value: int) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [value] * (longest - len(row)) for row in rows])


def joined(texts: list[Text]) -> Text:
    """Sentences of one corpus as one text."""
    whole = Text(texts[0].language, [], [], [], open_names=texts[0].open_names)
    for column in ("upos", "features", "lemmas", "heads", "relations", "names"):
        if getattr(texts[0], column) is not None:
            setattr(whole, column, [])
    for text in texts:
        base = len(whole)
        whole.words += text.words
        whole.spaces += text.spaces
        whole.sentences += [(a + base, b + base) for a, b in text.sentences]
        for column in ("upos", "features", "lemmas", "relations"):
            if getattr(whole, column) is not None:
                getattr(whole, column).extend(getattr(text, column))
        if whole.heads is not None:
            whole.heads += [h + base if h >= 0 else -1 for h in text.heads]
        if whole.names is not None:
            whole.names += [(a + base, b + base, label) for a, b, label in text.names]
    return whole


class Stream:
    """Endless windows of one corpus, in an order that its seed tells."""

    def __init__(self, loaded: Loaded, encoding: Encoding, config: Config, seed: int):
        self.variants, self.encoding = loaded.variants, encoding
        self.low, self.high = config.windows["shortest_limit"], config.windows["limit"]
        self.longest = config.encoder["positions"] - 2
        self.random = random.Random(seed)
        self.queue: list[Text] = []

    def next(self) -> Text:
        """The next window."""
        while not self.queue:
            self.queue = self._epoch()
        return self.queue.pop()

    def _epoch(self) -> list[Text]:
        texts = [self.random.choice(forms) for forms in zip(*self.variants)]
        if all(len(text.sentences) == 1 for text in texts):
            texts = self._runs(texts)
        found = []
        for text in texts:
            found += self.encoding.windows(text, self.random.randint(self.low, self.high), self.longest)
        self.random.shuffle(found)
        return found

    def _runs(self, texts: list[Text]) -> list[Text]:
        """Single sentences joined to runs of one to four, as they stand in reports."""
        runs, at = [], 0
        while at < len(texts):
            count = self.random.randint(1, 4)
            runs.append(joined(texts[at : at + count]))
            at += count
        return runs


class Mixture:
    """Batches of all corpora by the shares of the configuration."""

    def __init__(self, corpora: list[Loaded], encoding: Encoding, config: Config):
        self.encoding, self.config = encoding, config
        self.random = random.Random(config.seed)
        self.groups = {}
        for group in config.groups:
            members = [loaded for loaded in corpora if loaded.corpus.group == group and loaded.variants[0]]
            streams = [Stream(m, encoding, config, config.seed + 1 + n) for n, m in enumerate(members)]
            self.groups[group] = (streams, [m.corpus.share for m in members])

    def __iter__(self) -> Iterator[list[Text]]:
        """The windows of one batch after the other, for ever."""
        names, shares = list(self.config.groups), list(self.config.groups.values())
        waiting: dict[str, list[list[Text]]] = {name: [] for name in names}
        while True:
            group = self.random.choices(names, shares)[0]
            if not waiting[group]:
                waiting[group] = self._pool(group)
            yield waiting[group].pop()

    def _pool(self, group: str) -> list[list[Text]]:
        """Some batches' windows, those of like length together, since padding costs as much as text."""
        streams, weights = self.groups[group]
        size, texts, used = self.config.steps["batch"], [], 0
        while used < POOL * size:
            texts.append(self.random.choices(streams, weights)[0].next())
            used += self.pieces(texts[-1])
        texts.sort(key=self.pieces)
        batches: list[list[Text]] = [[]]
        for text in texts:
            if batches[-1] and (len(batches[-1]) + 1) * self.pieces(text) > size:
                batches.append([])
            batches[-1].append(text)
        self.random.shuffle(batches)
        return batches

    def pieces(self, text: Text) -> int:
        """The pieces of a window, its two ends among them."""
        return sum(self.encoding.lengths(text)) + 2
