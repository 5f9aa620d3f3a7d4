"""Reports annotated with claims and events in the format of `training/README.md`: others' texts and invented ones.

A span is `"N:text"` (the text as it stands in sentence N) or, in standoff annotation, which keeps no text of others,
`"N:a-b"` (characters a to b of sentence N).
"""

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from ..text import Speech, Text, is_contracted, split_words

Span = tuple[int, int]

_SENTENCE = re.compile(r"^(\d+): (.*)$", re.MULTILINE)
_TEXT_LINE = re.compile(r"^# text = (.*)$", re.MULTILINE)
_OFFSETS = re.compile(r"^(\d+)-(\d+)$")


@dataclass
class _Piece:
    """A span in words of the report; `sentence` is the one it stands in."""

    first: int
    end: int
    sentence: int


def read(folder: Path, language: str) -> list[Text]:
    """One `Text` a report: the records of `folder/*.jsonl` with the texts of `folder/text`."""
    records = [record for file in sorted(folder.glob("*.jsonl")) for record in _records(file)]
    return [_report(record, sentences_of(folder / "text" / f"{record['id']}.txt"), language) for record in records]


def read_standoff(records: Path, treebank: Path, language: str) -> list[Text]:
    """One `Text` a report: standoff records with the texts of a treebank's files of the same name."""
    texts = []
    for record in _records(records):
        with gzip.open(treebank / f"{record['id']}.conllu.gz", "rt", encoding="utf-8") as file:
            sentences = _TEXT_LINE.findall(file.read())
        if record["sha256"] != text_hash(sentences):
            raise ValueError(f"{record['id']}: the text is not the one that was annotated")
        texts.append(_report(record, sentences, language))
    return texts


def _records(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def sentences_of(path: Path) -> list[str]:
    """The numbered sentences of a text file."""
    return [match[2] for match in _SENTENCE.finditer(path.read_text(encoding="utf-8"))]


def text_hash(sentences: list[str]) -> str:
    """SHA-256 over the sentences, by which standoff annotation knows its text."""
    return hashlib.sha256("\n".join(sentences).encode("utf-8")).hexdigest()


def _report(record: dict, sentences: list[str], language: str) -> Text:
    text = _words(sentences, language)
    reader = _Reader(sentences, text)
    text.speech = reader.speech(record)
    if "names" in record:
        pieces = [(reader.pieces([name["span"]]), name["type"]) for name in _placed(record["names"])]
        text.names = sorted((p[0].first, p[0].end, label) for p, label in pieces if p)
    return text


def _placed(names: list[dict]) -> list[dict]:
    """The n-th record of a name in a sentence is its n-th occurrence there: told by a count behind the text."""
    seen: dict[str, int] = {}
    placed = []
    for name in names:
        count = seen[name["span"]] = seen.get(name["span"], -1) + 1
        placed.append({"span": (name["span"], count), "type": name["type"]})
    return placed


def _words(sentences: list[str], language: str) -> Text:
    words, spaces, bounds = [], [], []
    for sentence in sentences:
        spans = split_words(sentence, language)
        if not spans:
            spans = [(0, len(sentence))]
        bounds.append((len(words), len(words) + len(spans)))
        words += [sentence[a:b] for a, b in spans]
        spaces += [a == 0 or sentence[a - 1].isspace() or is_contracted(sentence[a:b]) for a, b in spans]
    return Text(language, words, spaces, bounds)


class _Reader:
    def __init__(self, sentences: list[str], text: Text):
        self.sentences, self.text = sentences, text
        self.offsets = [split_words(s, text.language) or [(0, len(s))] for s in sentences]

    def pieces(self, spans: list, near: int | None = None) -> list[_Piece]:
        """The word spans of annotated spans; of several occurrences the one nearest to word `near`."""
        found = [self._piece(span, near) for span in spans]
        return [piece for piece in found if piece]

    def _piece(self, span, near: int | None) -> _Piece | None:
        span, occurrence = span if isinstance(span, tuple) else (span, None)
        number, content = span.split(":", 1)
        number = int(number)
        if number >= len(self.sentences):
            return None
        candidates = [self._in_words(number, a, b) for a, b in self._occurrences(number, content)]
        candidates = [c for c in candidates if c]
        if not candidates:
            return None
        if occurrence is not None:
            return candidates[min(occurrence, len(candidates) - 1)]
        return min(candidates, key=lambda c: 0 if near is None else abs(c.first - near))

    def _occurrences(self, number: int, content: str) -> list[Span]:
        offsets = _OFFSETS.match(content)
        sentence = self.sentences[number]
        if offsets and content not in sentence:
            return [(int(offsets[1]), int(offsets[2]))]
        found = [(m.start(), m.start() + len(content)) for m in re.finditer(re.escape(content), sentence)]
        whole = [(a, b) for a, b in found if not _cuts_word(sentence, a, b)]
        return whole or found

    def _in_words(self, number: int, start: int, end: int) -> _Piece | None:
        base = self.text.sentences[number][0]
        inside = [i for i, (a, b) in enumerate(self.offsets[number]) if a < end and b > start]
        return _Piece(base + inside[0], base + inside[-1] + 1, number) if inside else None

    def speech(self, record: dict) -> Speech:
        speech = Speech(spans={}, links={})
        depths = _depths(record["claims"])
        for claim in record["claims"]:
            if depths[claim["id"]] < 2:
                self._claim(claim, depths[claim["id"]], speech)
        for event in record.get("events", []):
            self._event(event, speech)
        return speech

    def _claim(self, claim: dict, depth: int, speech: Speech) -> None:
        content = self._joined(self.pieces(claim["content"]))
        if not content:
            return
        layer = ("content", "inner")[depth]
        near = content[0].first
        cue = self.pieces(claim["cue"], near)
        source = self.pieces(claim["source"], near)
        citing = self.pieces(claim["citing"], near)
        addressee = self.pieces(claim["to"], near)
        for piece in content:
            _add(speech, layer, piece, claim["form"])
        for name, label, pieces in (
            ("cue", "cue", cue),
            ("source", "source", source),
            ("source", "citing", citing),
            ("addressee", "addressee", addressee),
        ):
            for piece in pieces:
                _add(speech, name, piece, label)
        for link, pieces in (("cue", cue), ("source", source), ("addressee", addressee), ("citing", citing)):
            target = pieces[0].first if pieces else -1
            speech.links.setdefault(link, []).append((depth, content[0].first, target))
        speech.links.setdefault("continues", []).append((depth, content[0].first, -1))
        for piece in content[1:]:
            speech.links["continues"].append((depth, piece.first, content[0].first))
        for number, piece in enumerate(cue):
            speech.links["continues"].append((2, piece.first, cue[0].first if number else -1))
        cue_first = cue[0].first if cue else -1
        speech.acts.append((depth, content[0].first, cue_first, claim["act"], claim["certainty"]))
        if source:
            speech.kinds.append((source[0].first, claim["kind"]))

    def _joined(self, pieces: list[_Piece]) -> list[_Piece]:
        """Pieces with nothing but marks between them are one span: a quote that runs over sentences."""
        joined: list[_Piece] = []
        for piece in pieces:
            between = self.text.words[joined[-1].end : piece.first] if joined else ["x"]
            if piece.first >= (joined[-1].end if joined else 0) and not any(w[0].isalnum() for w in between):
                joined[-1] = _Piece(joined[-1].first, piece.end, piece.sentence)
            else:
                joined.append(piece)
        return joined

    def _event(self, event: dict, speech: Speech) -> None:
        trigger = self.pieces(event["trigger"])
        if trigger:
            _add(speech, "event", trigger[0], event["type"])
            speech.statuses.append((trigger[0].first, event["status"]))


def _cuts_word(sentence: str, start: int, end: int) -> bool:
    before = start > 0 and sentence[start - 1].isalnum() and sentence[start].isalnum()
    after = end < len(sentence) and sentence[end - 1].isalnum() and sentence[end].isalnum()
    return before or after


def _depths(claims: list[dict]) -> dict[str, int]:
    """How many claims each claim stands in."""
    within = {claim["id"]: claim.get("within") for claim in claims}
    depths = {}
    for claim in within:
        depth, at = 0, within[claim]
        while at in within and depth < len(within):
            depth, at = depth + 1, within[at]
        depths[claim] = depth
    return depths


def _add(speech: Speech, layer: str, piece: _Piece, label: str) -> None:
    """Adds a span to its layer unless it is there or crosses a longer one; a longer one takes the place."""
    spans = speech.spans.setdefault(layer, [])
    crossing = [s for s in spans if s[0] < piece.end and s[1] > piece.first]
    if any(b - a >= piece.end - piece.first for a, b, _ in crossing):
        return
    for span in crossing:
        spans.remove(span)
    spans.append((piece.first, piece.end, label))
