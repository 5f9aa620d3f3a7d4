"""Do training and inference read the same? Compares this code's reading with CoNLL-U that `lagebild read` wrote."""

from pathlib import Path

import torch

from . import decode, labels
from .batches import Encoding
from .model import Model
from .decode import Decoder
from .text import Text, is_contracted

LEAST = 95.0
"""Per cent of the words on which the two must agree: half precision decides ties, of which a toy has many."""


def agreement(
    model: Model, encoding: Encoding, decoder: Decoder, table: Path, limit: int, longest: int
) -> dict[str, float]:
    """Per cent of words with the same part of speech, lemma, head, and tag of a name."""
    model.eval()
    model.encoder.compute_in_bytes(True)
    same = {"upos": 0, "lemma": 0, "head": 0, "name": 0}
    words = 0
    with torch.no_grad():
        for text in documents(table):
            for window in encoding.windows(text, limit, longest):
                words += len(window)
                _count(model, encoding, decoder, window, same)
    return {column: round(100 * count / max(1, words), 2) for column, count in same.items()}


def _count(model: Model, encoding: Encoding, decoder: Decoder, text: Text, same: dict[str, int]) -> None:
    words = model.words(encoding.batch([text]))
    upos = [labels.UPOS[i] for i in model.grammar.upos(words).argmax(-1).tolist()]
    scripts = model.grammar.lemma(words).numpy()
    lemmas = [decoder.lemmatizer.lemma(*row) for row in zip(scripts, text.words, upos)]
    same["upos"] += sum(a == b for a, b in zip(upos, text.upos))
    same["lemma"] += sum(a == b for a, b in zip(lemmas, text.lemmas))
    for first, end in text.sentences:
        heads = decode.tree(model.grammar.arcs(words[None, first:end])[0].numpy())
        heads = [first + at if head == 0 else first + head - 1 for at, head in enumerate(heads)]
        same["head"] += sum(a == b for a, b in zip(heads, text.heads[first:end]))
    tags = labels.tags("names")
    path = decode.viterbi(model.speech.layers["names"](words).log_softmax(-1).numpy(), decoder.transitions["names"])
    theirs = ["O"] * len(text)
    for first, end, label in text.names:
        theirs[first:end] = [f"B-{label}"] + [f"I-{label}"] * (end - first - 1)
    same["name"] += sum(tags[a] == b for a, b in zip(path, theirs))


def documents(table: Path) -> list[Text]:
    """The documents of a table, read as `lagebild` cut them into sentences and words."""
    texts: list[Text] = []
    base, space = 0, True
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            texts.append(Text("", [], [], [], upos=[], lemmas=[], heads=[], names=[]))
            base, space = 0, True
        elif line and line[0] != "#":
            text, cells = texts[-1], line.split("\t")
            text.words.append(cells[1])
            text.spaces.append(space or is_contracted(cells[1]))
            text.lemmas.append(cells[2])
            text.upos.append(cells[3])
            text.heads.append(len(text) - 1 if cells[6] == "0" else base + int(cells[6]) - 1)
            space = "SpaceAfter=No" not in cells[9]
            _add_name(text, dict(pair.split("=", 1) for pair in cells[9].split("|")).get("Name"))
        elif not line and len(texts[-1]) > base:
            texts[-1].sentences.append((base, len(texts[-1])))
            base = len(texts[-1])
    return texts


def _add_name(text: Text, tag: str | None) -> None:
    if tag and tag[0] == "B":
        text.names.append((len(text) - 1, len(text), tag[2:]))
    elif tag:
        first, _, label = text.names.pop()
        text.names.append((first, len(text), label))
