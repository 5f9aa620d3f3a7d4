"""Scores on held-out texts while training; the score sheet's numbers come from `lagebild eval`."""

from collections import Counter

import numpy as np
import torch

from . import decode, labels
from .batches import Encoding
from .decode import Decoder
from .model import Model
from .text import Text


def measure(
    model: Model, encoding: Encoding, decoder: Decoder, texts: list[Text], limit: int, longest: int
) -> dict[str, float]:
    """Every score for which the texts have gold, in per cent."""
    model.eval()
    counts: Counter = Counter()
    with torch.no_grad():
        found = [window for text in texts for window in encoding.windows(text, limit, longest)]
        for chunk in _chunks(found, encoding):
            _count(model, encoding, decoder, chunk, counts)
    return _scores(counts)


def _chunks(texts: list[Text], encoding: Encoding, size: int = 32):
    texts = sorted(texts, key=lambda text: sum(encoding.lengths(text)))
    for at in range(0, len(texts), size):
        yield texts[at : at + size]


def _count(model: Model, encoding: Encoding, decoder: Decoder, texts: list[Text], counts: Counter) -> None:
    batch = encoding.batch(texts)
    words = model.words(batch)
    base = 0
    columns = {
        "upos": model.grammar.upos(words).argmax(-1),
        "lemma": model.grammar.lemma(words).numpy(),
    }
    features = {n: x.argmax(-1) for n, x in model.grammar.split_features(model.grammar.features(words)).items()}
    layers = {layer: head(words).log_softmax(-1).numpy() for layer, head in model.speech.layers.items()}
    for text in texts:
        here = slice(base, base + len(text))
        if text.upos:
            _count_tags(text, here, columns, features, encoding, decoder, counts)
        if text.heads:
            _count_tree(model, words[here], text, encoding, counts)
        if text.names is not None:
            _count_spans("names", layers["names"][here], decoder.transitions, text.names, counts, text.open_names)
        if text.speech:
            _count_speech(model, words[here], {k: v[here] for k, v in layers.items()}, decoder.transitions, text, counts)
        base += len(text)


def _count_tags(text, here, columns, features, encoding, decoder, counts) -> None:
    upos = columns["upos"][here].tolist()
    for at, (tag, gold) in enumerate(zip(upos, text.upos)):
        if gold is not None:
            counts["upos"] += labels.UPOS[tag] == gold
            counts["upos of"] += 1
    if text.features is not None:
        for at, gold in enumerate(text.features):
            found = {n: encoding.inventory.features[n][int(x[here][at])] for n, x in features.items()}
            counts["features"] += all(gold.get(n, "") == value for n, value in found.items())
            counts["features of"] += 1
    for word, scores, tag, gold in zip(text.words, columns["lemma"][here], upos, text.lemmas or []):
        if gold is not None:
            counts["lemma"] += decoder.lemmatizer.lemma(scores, word, labels.UPOS[tag]) == gold
            counts["lemma of"] += 1


def _count_tree(model, words, text: Text, encoding: Encoding, counts: Counter) -> None:
    for first, end in text.sentences:
        sentence = words[first:end]
        heads = decode.tree(model.grammar.arcs(sentence[None])[0].log_softmax(-1).numpy())
        vectors = torch.stack([sentence[h - 1] if h else model.grammar.root for h in heads])
        relations = model.grammar.labels(sentence, vectors).argmax(-1).tolist()
        for at, (head, relation) in enumerate(zip(heads, relations)):
            gold = text.heads[first + at] - first + 1
            gold = 0 if gold == at + 1 else gold
            right = encoding.inventory.relations[relation].split(":")[0] == text.relations[first + at].split(":")[0]
            counts["uas"] += head == gold
            counts["las"] += head == gold and right
            counts["uas of"] += 1
            counts["las of"] += 1


def _count_spans(layer: str, logs: np.ndarray, transitions: dict, gold, counts: Counter, skip=frozenset()) -> list:
    tags = labels.tags(layer)
    found = decode.spans(decode.viterbi(logs, transitions[layer]), tags)
    wanted = {span for span in gold if span[2] in labels.LAYERS[layer]}
    counts[f"{layer} hit"] += len(set(found) & wanted)
    counts[f"{layer} found"] += sum(span[2] not in skip for span in found)
    counts[f"{layer} gold"] += len(wanted)
    return found


def _count_speech(model: Model, words: torch.Tensor, layers, transitions, text: Text, counts: Counter) -> None:
    speech = text.speech
    for layer in labels.SPEECH_LAYERS:
        gold = speech.spans.get(layer, [])
        found = _count_spans(layer, layers[layer], transitions, gold, counts)
        if layer == "content":
            _count_overlap(found, gold, counts)
    ends = model.speech.link_ends(words)
    for channel, link in enumerate(labels.LINKS):
        rows = speech.links.get(link, [])
        if rows:
            depth, start, partner = torch.tensor(rows).T
            best = model.speech.links(channel, words[start], depth, ends).argmax(-1) - 1
            counts[f"link {link}"] += int((best == partner).sum())
            counts[f"link {link} of"] += len(rows)
    if speech.acts:
        start = torch.tensor([row[1] for row in speech.acts])
        depth = torch.tensor([row[0] for row in speech.acts])
        cue = torch.tensor([row[2] for row in speech.acts])
        best = model.speech.acts(words, start, depth, cue)[:, : len(labels.ACTS)].argmax(-1).tolist()
        counts["act"] += sum(labels.ACTS[b] == row[3] for b, row in zip(best, speech.acts))
        counts["act of"] += len(best)


def _count_overlap(found, gold, counts: Counter) -> None:
    """Contents paired at a Dice of a half, whatever their form."""
    free = list(gold)
    for a, b, _ in found:
        pairs = [(2 * max(0, min(b, d) - max(a, c)) / (b - a + d - c), (c, d, label)) for c, d, label in free]
        best = max(pairs, default=(0.0, None))
        if best[0] >= 0.5:
            free.remove(best[1])
            counts["content half hit"] += 1
    counts["content half found"] += len(found)
    counts["content half gold"] += len(gold)


def _scores(counts: Counter) -> dict[str, float]:
    scores = {}
    for name in counts:
        if name.endswith(" of"):
            scores[name[:-3]] = 100 * counts[name[:-3]] / counts[name]
        elif name.endswith(" gold"):
            layer = name.removesuffix(" gold")
            total = counts[name] + counts[f"{layer} found"]
            scores[layer] = 200 * counts[f"{layer} hit"] / max(1, total)
    return {name: round(score, 1) for name, score in scores.items()}

