"""The heads: what is read off the hidden states of words, and what each contributes to the loss.

A word is the mean of its pieces. Every head is one or two matrices, so that inference stays a few products.
"""

from dataclasses import dataclass, field

import torch
from torch import nn
from torch.nn import functional

from . import labels

IGNORE = -100
"""A target that counts for nothing."""


@dataclass
class Inventory:
    """The label sets that come from data."""

    features: dict[str, list[str]]
    """Attribute → values; the first, "", is absence."""
    lemmas: list[str]
    """Edit scripts."""
    relations: list[str]


@dataclass
class Targets:
    """What is known of the words of a batch; every tensor is over [words] unless it says otherwise."""

    upos: torch.Tensor | None = None
    features: dict[str, torch.Tensor] = field(default_factory=dict)
    lemma: torch.Tensor | None = None
    head: torch.Tensor | None = None
    """Position of the head among the words of the sentence plus one; 0 for the root."""
    relation: torch.Tensor | None = None
    layers: dict[str, torch.Tensor] = field(default_factory=dict)
    open_tags: torch.Tensor | None = None
    """[words, tags] of the names layer: which other tags an O may be."""
    links: dict[str, torch.Tensor] = field(default_factory=dict)
    """Link → [n, 3]: depth, word, partner's word or -1; words counted over the batch."""
    acts: torch.Tensor | None = None
    """[n, 5]: depth, word, cue's word or -1, act, certainty."""
    kinds: torch.Tensor | None = None
    """[n, 2]: word, kind."""
    statuses: torch.Tensor | None = None
    """[n, 2]: word, status."""


class Dropout(nn.Module):
    """Dropout with a few dozen masks dealt out to the rows: drawing one for every row takes a tenth of a step."""

    MASKS = 61

    def __init__(self, rate: float):
        super().__init__()
        self.rate = rate

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return x
        masks = (torch.rand(self.MASKS, x.shape[-1]) >= self.rate).to(x.dtype) / (1 - self.rate)
        dealt = torch.arange(x.shape[:-1].numel()).remainder(self.MASKS).view(x.shape[:-1])
        return x * masks[dealt]


def _mlp(drop: Dropout, layer: nn.Linear, x: torch.Tensor) -> torch.Tensor:
    return drop(functional.gelu(layer(x)))


class Two(nn.Module):
    """A hidden layer with dropout and GELU, then an output."""

    def __init__(self, inputs: int, hidden: int, outputs: int, dropout: float):
        super().__init__()
        self.first = nn.Linear(inputs, hidden)
        self.drop = Dropout(dropout)
        self.second = nn.Linear(hidden, outputs)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.second(self.drop(functional.gelu(self.first(x))))


class Biaffine(nn.Module):
    """Scores of every pair of a dependent and a head, for each channel."""

    def __init__(self, size: int, channels: int):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(channels, size + 1, size + 1))

    def forward(self, dependents: torch.Tensor, heads: torch.Tensor, channel: int = 0) -> torch.Tensor:
        """[..., n, size] and [..., m, size] to [..., n, m]."""
        dependents = functional.pad(dependents, (0, 1), value=1.0)
        heads = functional.pad(heads, (0, 1), value=1.0)
        return dependents @ self.weight[channel] @ heads.transpose(-1, -2)


class Grammar(nn.Module):
    """Parts of speech, features, lemmas, and the tree."""

    def __init__(self, hidden: int, inventory: Inventory, arc: int, label: int, dropout: float):
        super().__init__()
        self.inventory = inventory
        self.drop = Dropout(dropout)
        self.upos = nn.Linear(hidden, len(labels.UPOS))
        self.features = nn.Linear(hidden, sum(map(len, inventory.features.values())))
        self.lemma = nn.Linear(hidden, len(inventory.lemmas))
        self.root = nn.Parameter(torch.zeros(hidden))
        self.arc_dependent, self.arc_head = nn.Linear(hidden, arc), nn.Linear(hidden, arc)
        self.label_dependent, self.label_head = nn.Linear(hidden, label), nn.Linear(hidden, label)
        self.arc = Biaffine(arc, 1)
        self.label = Biaffine(label, len(inventory.relations))

    def split_features(self, logits: torch.Tensor) -> dict[str, torch.Tensor]:
        """The logits of all features as those of each attribute."""
        sizes = [len(values) for values in self.inventory.features.values()]
        return dict(zip(self.inventory.features, logits.split(sizes, -1)))

    def arcs(self, sentence: torch.Tensor) -> torch.Tensor:
        """[batch, words, hidden] to [batch, words, words + 1]: scores of heads, the root first."""
        return self.arc(_mlp(self.drop, self.arc_dependent, sentence), _mlp(self.drop, self.arc_head, self._rooted(sentence)))

    def labels(self, dependents: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """[n, hidden] twice to [n, relations]."""
        dependents = functional.pad(_mlp(self.drop, self.label_dependent, dependents), (0, 1), value=1.0)
        heads = functional.pad(_mlp(self.drop, self.label_head, heads), (0, 1), value=1.0)
        return ((dependents @ self.label.weight) * heads).sum(-1).T

    def _rooted(self, sentence: torch.Tensor) -> torch.Tensor:
        return torch.cat([self.root.expand(len(sentence), 1, -1), sentence], 1)

    def losses(self, words: torch.Tensor, sentences: torch.Tensor, targets: Targets) -> dict[str, torch.Tensor]:
        """`sentences` [batch, longest] holds word indices, -1 beyond a sentence's end."""
        losses = {}
        dropped = self.drop(words)
        if targets.upos is not None:
            losses["upos"] = _mean(self.upos(dropped), targets.upos)
        if targets.features:
            split = self.split_features(self.features(dropped))
            losses["features"] = sum(_mean(split[name], target) for name, target in targets.features.items())
        if targets.lemma is not None:
            losses["lemma"] = _mean(self.lemma(dropped), targets.lemma)
        if targets.head is not None:
            losses |= self._tree_losses(dropped, sentences, targets)
        return losses

    def _tree_losses(self, words, sentences, targets) -> dict[str, torch.Tensor]:
        real = sentences >= 0
        scores = self.arcs(words[sentences.clamp(min=0)])
        allowed = functional.pad(real, (1, 0), value=True)[:, None, :]
        scores = scores.masked_fill(~allowed, -1e4)[real]
        order = sentences[real]
        heads = targets.head[order]
        known = heads >= 0
        first = sentences[:, :1].expand_as(sentences)[real]
        head_words = torch.where(heads > 0, first + heads - 1, 0)
        vectors = torch.where((heads > 0)[:, None], words[head_words], self.root.to(words.dtype))
        labelled = self.labels(words[order[known]], vectors[known])
        return {
            "head": _mean(scores, heads),
            "relation": _mean(labelled, targets.relation[order[known]]),
        }


class SpeechHeads(nn.Module):
    """Layers of spans, links between them, and what a claim and an event are."""

    def __init__(self, hidden: int, size: int, dropout: float):
        super().__init__()
        self.drop = Dropout(dropout)
        self.layers = nn.ModuleDict({layer: nn.Linear(hidden, len(labels.tags(layer))) for layer in labels.LAYERS})
        self.side = nn.ModuleList(nn.Linear(hidden, len(labels.tags(layer))) for layer in labels.SIDE_LAYERS)
        self.depth = nn.Embedding(3, hidden)
        """What a link starts from: content, inner content, cue."""
        self.none = nn.Parameter(torch.zeros(hidden))
        self.link_from, self.link_to = nn.Linear(hidden, size), nn.Linear(hidden, size)
        self.link = Biaffine(size, len(labels.LINKS))
        self.act = Two(3 * hidden, size, len(labels.ACTS) + len(labels.CERTAINTIES), dropout)
        self.kind = Two(hidden, size, len(labels.KINDS), dropout)
        self.status = Two(hidden, size, len(labels.STATUSES), dropout)

    def link_ends(self, words: torch.Tensor) -> torch.Tensor:
        """What all links end at: no partner, then every word."""
        return _mlp(self.drop, self.link_to, torch.cat([self.none[None].to(words.dtype), words]))

    def links(self, link: int, starts: torch.Tensor, depths: torch.Tensor, ends: torch.Tensor) -> torch.Tensor:
        """[n, hidden] starts against all `link_ends`: [n, words + 1], no partner first."""
        return self.link(_mlp(self.drop, self.link_from, starts + self.depth(depths)), ends, link)

    def acts(self, words: torch.Tensor, starts: torch.Tensor, depths: torch.Tensor, cues: torch.Tensor) -> torch.Tensor:
        """[n, acts + certainties] from the first words of contents and of their cues, -1 (and zeros) for none."""
        of_cues = torch.where((cues >= 0)[:, None], words[cues.clamp(min=0)], 0.0)
        return self.act(torch.cat([words[starts], self.depth(depths).to(words.dtype), of_cues], -1))

    def losses(self, words: torch.Tensor, windows: torch.Tensor, targets: Targets) -> dict[str, torch.Tensor]:
        """`windows` [words] is the number of the window in which a word stands."""
        dropped = self.drop(words)
        losses = {}
        heads = {**self.layers, **dict(zip(labels.SIDE_LAYERS, self.side))}
        for layer, target in targets.layers.items():
            logits = heads[layer](dropped)
            open_tags = targets.open_tags if layer == "names" else None
            losses[layer] = _mean(logits, target) if open_tags is None else _open_mean(logits, target, open_tags)
        if targets.links:
            losses["links"] = self._link_loss(dropped, windows, targets.links)
        if targets.acts is not None and len(targets.acts):
            losses |= self._act_losses(dropped, targets.acts)
        if targets.kinds is not None and len(targets.kinds):
            losses["kind"] = _mean(self.kind(dropped[targets.kinds[:, 0]]), targets.kinds[:, 1])
        if targets.statuses is not None and len(targets.statuses):
            losses["status"] = _mean(self.status(dropped[targets.statuses[:, 0]]), targets.statuses[:, 1])
        return losses

    def _link_loss(self, words, windows, links) -> torch.Tensor:
        total = words.new_zeros(())
        ends = self.link_ends(words)
        for channel, link in enumerate(labels.LINKS):
            rows = links[link]
            if len(rows) == 0:
                continue
            scores = self.links(channel, words[rows[:, 1]], rows[:, 0], ends)
            allowed = windows[rows[:, 1]][:, None] == windows[None, :]
            scores = scores.masked_fill(~functional.pad(allowed, (1, 0), value=True), -1e4)
            total = total + _mean(scores, rows[:, 2] + 1)
        return total

    def _act_losses(self, words, rows) -> dict[str, torch.Tensor]:
        act, certainty = self.acts(words, rows[:, 1], rows[:, 0], rows[:, 2]).split(
            [len(labels.ACTS), len(labels.CERTAINTIES)], -1
        )
        return {"act": _mean(act, rows[:, 3]), "certainty": _mean(certainty, rows[:, 4])}


def _mean(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Cross entropy over the targets that count."""
    known = target != IGNORE
    if not known.any():
        return logits.sum() * 0.0
    return functional.cross_entropy(logits[known].float(), target[known])


def _open_mean(logits: torch.Tensor, target: torch.Tensor, open_tags: torch.Tensor) -> torch.Tensor:
    """Cross entropy where an O stands for any of its open tags as well."""
    known = target != IGNORE
    if not known.any():
        return logits.sum() * 0.0
    logs = logits[known].float().log_softmax(-1)
    meant = open_tags[known].clone()
    meant.scatter_(1, target[known][:, None], True)
    return -logs.masked_fill(~meant, -1e4).logsumexp(-1).mean()
