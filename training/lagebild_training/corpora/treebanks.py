"""Universal Dependencies: CoNLL-U files, and the older files that have parts of speech only."""

import gzip
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .. import labels
from ..text import Text


@dataclass
class _Row:
    form: str
    lemma: str
    upos: str
    features: str
    head: int
    relation: str
    space_after: bool
    part_of: int | None
    """Index of its multiword token in the sentence, if any."""


def read(path: Path, language: str, whole: bool) -> list[Text]:
    """One `Text` a sentence.

    `whole` keeps contractions ("im", "della", "don't") as the one word that stands in the text; otherwise they are
    the syntactic words of the treebank. We train on both: treebanks are scored with the one, reports have the other.
    """
    return [_sentence(lines, language, whole) for lines in _blocks(path)]


def _blocks(path: Path) -> list[list[str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    rows = ([line for line in block.split("\n") if line and line[0] != "#"] for block in blocks)
    return [lines for lines in rows if lines]


def _sentence(lines: list[str], language: str, whole: bool) -> Text:
    rows, tokens = _rows(lines)
    groups = _groups(rows, tokens) if whole else [[i] for i in range(len(rows))]
    place = {i: at for at, group in enumerate(groups) for i in group}
    leaders = [_leader(rows, group) for group in groups]
    forms = [rows[g[0]].form if len(g) == 1 else tokens[rows[g[0]].part_of][0] for g in groups]
    spaces_after = [_space_after(rows, tokens, g[-1]) for g in groups]
    heads = [at if rows[i].head < 0 else place[rows[i].head] for at, i in enumerate(leaders)]
    return Text(
        language=language,
        words=forms,
        spaces=[True] + spaces_after[:-1],
        sentences=[(0, len(forms))],
        upos=[rows[i].upos for i in leaders],
        features=[_features(rows[i].features) for i in leaders],
        lemmas=[rows[i].lemma if rows[i].lemma != "_" or rows[i].form == "_" else None for i in leaders],
        heads=heads,
        relations=[relation(rows[i].relation) for i in leaders],
    )


def _rows(lines: list[str]) -> tuple[list[_Row], list[tuple[str, bool]]]:
    """The words of a sentence, and its multiword tokens as (form, space after)."""
    rows, tokens, open_until = [], [], 0
    for line in lines:
        cells = line.split("\t")
        space = "SpaceAfter=No" not in cells[9]
        if "." in cells[0]:
            continue
        if "-" in cells[0]:
            open_until = int(cells[0].split("-")[1])
            tokens.append((cells[1], space))
            continue
        part = len(tokens) - 1 if int(cells[0]) <= open_until else None
        rows.append(_Row(cells[1], cells[2], cells[3], cells[5], int(cells[6]) - 1, cells[7], space, part))
    return rows, tokens


def _groups(rows: list[_Row], tokens) -> list[list[int]]:
    groups: list[list[int]] = []
    for i, row in enumerate(rows):
        joins = row.part_of is not None and groups and rows[groups[-1][-1]].part_of == row.part_of
        groups[-1].append(i) if joins else groups.append([i])
    return groups


def _leader(rows: list[_Row], group: list[int]) -> int:
    """The word that stands for a contraction: the first one that hangs outside it."""
    return next((i for i in group if rows[i].head not in group), group[0])


def _space_after(rows: list[_Row], tokens, at: int) -> bool:
    """Whether white space follows a word. The words of a contraction that is opened stand apart."""
    row, following = rows[at], rows[at + 1 : at + 2]
    if row.part_of is None:
        return row.space_after
    return any(after.part_of == row.part_of for after in following) or tokens[row.part_of][1]


def _features(cell: str) -> dict[str, str]:
    return {} if cell == "_" else dict(pair.split("=", 1) for pair in cell.split("|"))


def relation(label: str) -> str:
    """A relation without the subtypes that we do not keep."""
    two = ":".join(label.split(":")[:2])
    return two if two in labels.SUBTYPES else label.split(":")[0]


def read_tagged(path: Path, language: str, trusted: set[tuple[str, str]] | None) -> list[Text]:
    """Sentences with parts of speech only (`word##UPOS`), contractions opened.

    The older annotation differs from today's: a tag counts only where `trusted` (see `trusted_tags`) has it.
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        sentences = [[cell.rsplit("##", 1) for cell in line.split()] for line in file]
    texts = []
    for sentence in sentences:
        cells = [(word, tag) for word, tag in sentence if tag != "_"]
        if cells:
            words = [word for word, _ in cells]
            upos = [tag if trusted is None or _is_trusted(trusted, word, tag) else None for word, tag in cells]
            texts.append(Text(language, words, guess_spaces(words), [(0, len(words))], upos=upos))
    return texts


def trusted_tags(old: list[Text], new: list[Text], least: float = 0.97) -> set[tuple[str, str]]:
    """Tags and (word, tag) pairs of the old annotation that today's annotation of the same sentences shares.

    A whole tag stands as ("", tag). A word's own record counts where there is one of two or more.
    """
    today = {tuple(text.words): text.upos for text in new}
    agreed: Counter = Counter()
    seen: Counter = Counter()
    for text in old:
        for word, before, now in zip(text.words, text.upos, today.get(tuple(text.words), [])):
            for key in ((word.lower(), before), ("", before)):
                seen[key] += 1
                agreed[key] += before == now
    trusted = {key for key in seen if agreed[key] >= least * seen[key]}
    distrusted = {("-" + word, tag) for word, tag in seen if word and (word, tag) not in trusted and seen[word, tag] > 1}
    return {key for key in trusted if not key[0] or seen[key] > 1} | distrusted


def _is_trusted(trusted: set[tuple[str, str]], word: str, tag: str) -> bool:
    word = word.lower()
    return (word, tag) in trusted or (("", tag) in trusted and ("-" + word, tag) not in trusted)


_NO_SPACE_BEFORE = set(".,;:!?)]}%…")
_NO_SPACE_AFTER = set("([{¿¡„")


def guess_spaces(words: list[str]) -> list[bool]:
    """Where white space stood, for corpora that do not say."""
    spaces, before, open_quote = [], "", False
    for word in words:
        closes = word in ('"', "”", "''") and open_quote
        spaces.append(not (word[0] in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER or closes))
        if word == '"':
            if not open_quote:
                word = "„"
            open_quote = not open_quote
        before = word[-1:]
    if spaces:
        spaces[0] = True
    return spaces
