"""Corpora of names, mapped to person, organization, location, other.

They differ in what they call a name. Where a corpus does not annotate one of our labels, the label is *open* there: a
word outside its names may still be one, and the loss does not punish it (`Text.open_names`). Where a corpus marks
something of which we cannot know whether our other corpora would, the words are `UNSURE` and count for nothing.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from ..text import Text, split_words
from .treebanks import guess_spaces

UNSURE = "unsure"

_CONLL = {"PER": "person", "ORG": "organization", "LOC": "location", "OTH": "other", "MISC": UNSURE}
_MOBILITY = {
    "person": "person",
    "organization": "organization",
    "organization-company": "organization",
    "location": "location",
    "location-city": "location",
    "location-street": "location",
    "location-stop": UNSURE,
    "location-route": UNSURE,
}
_TWITTER = {
    "person": "person",
    "location": "location",
    "corporation": "organization",
    "group": "organization",
    "product": "other",
    "creative-work": "other",
}
_FACTRU = {
    "Person": "person",
    "Org": "organization",
    "Location": "location",
    "LocOrg": "location",
    "Facility": "location",
    "Project": "other",
}


def germeval(path: Path) -> list[Text]:
    """GermEval 2014, outer names; derivations ("-deriv") and parts of words ("-part") are no names."""
    texts = []
    for rows in _blocks(path.read_text(encoding="utf-8")):
        rows = [row.split("\t") for row in rows if not row.startswith("#")]
        tags = ["O" if row[2].endswith(("deriv", "part")) else row[2] for row in rows]
        texts.append(_text("de", [row[1] for row in rows], tags, _CONLL))
    return texts


def mobie(path: Path) -> list[Text]:
    """MobIE in CoNLL 2003 form."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = _blocks(file.read())
    rows = ([row.split("\t") for row in block if not row.startswith("-DOCSTART-")] for block in blocks)
    return [
        _text("de", [row[0] for row in block], [row[3] for row in block], _MOBILITY, {"other"})
        for block in rows
        if block
    ]


def smartdata(path: Path) -> list[Text]:
    """SmartData: documents with character spans; a line is a sentence."""
    texts = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            mentions = (document["conceptMentions"] or {}).get("array", [])
            spans = [(m["span"]["start"], m["span"]["end"], _MOBILITY.get(m["type"])) for m in mentions]
            spans = _outer([span for span in spans if span[2]])
            texts += _lines("de", document["text"]["string"], spans, frozenset({"other"}))
    return texts


def uner(path: Path, language: str) -> list[Text]:
    """Universal NER: IOB2 with person, organization, location."""
    texts = []
    for rows in _blocks(path.read_text(encoding="utf-8")):
        cells = [row.split("\t") for row in rows if not row.startswith("#")]
        texts.append(_text(language, [c[1] for c in cells], [c[2] for c in cells], _CONLL, {"other"}))
    return texts


def wikigold(path: Path) -> list[Text]:
    """WikiGold: its MISC holds nationalities too, which are no names of ours."""
    texts = []
    for rows in _blocks(path.read_text(encoding="utf-8")):
        cells = [row.split() for row in rows if not row.startswith("-DOCSTART-")]
        if cells:
            texts.append(_text("en", [c[0] for c in cells], [c[1] for c in cells], _CONLL))
    return texts


def wnut(path: Path) -> list[Text]:
    """WNUT 2017: tweets."""
    texts = []
    for rows in _blocks(path.read_text(encoding="utf-8")):
        cells = [row.split("\t") for row in rows]
        texts.append(_text("en", [c[0] for c in cells], [c[1] for c in cells], _TWITTER))
    return texts


def factrueval(folder: Path) -> list[Text]:
    """factRuEval 2016: objects made of spans made of tokens; the outermost count."""
    texts = []
    for path in sorted(folder.glob("*.txt")):
        spans = {}
        for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
            cells = line.split()
            if len(cells) > 3:
                spans[cells[0]] = (int(cells[2]), int(cells[2]) + int(cells[3]))
        names = []
        for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
            cells = line.split("#")[0].split()
            parts = [spans[cell] for cell in cells[2:] if cell in spans]
            if parts:
                names.append((min(a for a, _ in parts), max(b for _, b in parts), _FACTRU[cells[1]]))
        texts += _lines("ru", path.read_text(encoding="utf-8"), _outer(names), frozenset({"other"}))
    return texts


def _blocks(content: str) -> Iterator[list[str]]:
    for block in content.replace("\r", "").split("\n\n"):
        rows = [row for row in block.split("\n") if row.strip()]
        if any(not row.startswith("#\t") for row in rows):
            yield rows


def _text(language: str, words: list[str], tags: list[str], labels: dict[str, str], open_names=()) -> Text:
    """A sentence of words with IO or BIO tags."""
    names, start = [], None
    for at, tag in enumerate([*tags, "O"]):
        goes_on = start is not None and tag != "O" and tag[0] == "I" and tag[2:] == tags[start][2:]
        if start is not None and not goes_on:
            names.append((start, at, labels.get(tags[start][2:])))
            start = None
        if start is None and tag != "O":
            start = at
    names = [name for name in names if name[2]]
    return Text(
        language, words, guess_spaces(words), [(0, len(words))], names=names, open_names=frozenset(open_names)
    )


def _outer(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without the spans that lie inside or across an earlier, longer one."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= a or span[0] >= b for a, b, _ in kept):
            kept.append(span)
    return sorted(kept)


def _lines(language: str, content: str, spans, open_names: frozenset[str]) -> list[Text]:
    """A text a line, with the names that lie in it."""
    texts, at = [], 0
    for line in content.splitlines(keepends=True):
        words = split_words(line, language)
        if words:
            names = []
            for a, b, label in spans:
                inside = [i for i, (c, d) in enumerate(words) if c + at < b and d + at > a]
                if inside and at <= a < at + len(line):
                    names.append((inside[0], inside[-1] + 1, label))
            forms = [line[a:b] for a, b in words]
            spaces = [a == 0 or line[a - 1].isspace() for a, _ in words]
            texts.append(Text(language, forms, spaces, [(0, len(forms))], names=names, open_names=open_names))
        at += len(line)
    return texts
