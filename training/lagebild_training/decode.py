"""Scores to structures: the best sequence of tags, the best tree. `crates/language` decodes in the same way."""

from dataclasses import dataclass

import numpy as np

from .lexicon import Lemmatizer


@dataclass
class Decoder:
    """What decoding needs beside scores."""

    transitions: dict[str, np.ndarray]
    """For each layer [tags + 1, tags]: what to add to log probabilities where one tag follows another."""
    lemmatizer: Lemmatizer


def allowed_transitions(tags: list[str]) -> np.ndarray:
    """[tags + 1, tags]: 0 where a tag may follow (the last row: begin a window), else minus infinity."""
    table = np.zeros((len(tags) + 1, len(tags)), dtype=np.float32)
    for to, tag in enumerate(tags):
        if tag[0] == "I":
            table[:, to] = -np.inf
            for before, previous in enumerate(tags):
                if previous != "O" and previous[2:] == tag[2:]:
                    table[before, to] = 0.0
    return table


def viterbi(logs: np.ndarray, transitions: np.ndarray) -> list[int]:
    """The best path through log probabilities [words, tags]; the first of equals."""
    score = logs[0] + transitions[-1]
    back = []
    for row in logs[1:]:
        paths = score[:, None] + transitions[:-1]
        back.append(paths.argmax(0))
        score = paths.max(0) + row
    path = [int(score.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(path: list[int], tags: list[str]) -> list[tuple[int, int, str]]:
    """The spans of a path as (first, end, label)."""
    found, start = [], None
    for at, index in enumerate([*path, 0]):
        tag = tags[index]
        if start is not None and tag[0] != "I":
            found.append((start, at, tags[path[start]][2:]))
            start = None
        if tag[0] == "B":
            start = at
    return found


def tree(scores: np.ndarray) -> list[int]:
    """The best tree with one root by scores [words, words + 1] (column 0: the root): heads, 0 for the root."""
    count = len(scores)
    best, best_score = None, -np.inf
    full = np.full((count + 1, count + 1), -1e9)
    full[1:, :] = scores
    np.fill_diagonal(full, -1e9)
    first = _arborescence(full)
    if sum(head == 0 for head in first[1:]) == 1:
        return first[1:].tolist()
    for root in range(1, count + 1):
        one = full.copy()
        one[1:, 0] = -1e9
        one[root, 0] = full[root, 0]
        heads = _arborescence(one)
        total = sum(one[word, heads[word]] for word in range(1, count + 1))
        if total > best_score:
            best, best_score = heads, total
    return best[1:].tolist()


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """Chu-Liu and Edmonds: heads by scores [dependents, heads], node 0 the root."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    gain = sum(scores[n, heads[n]] for n in cycle)
    size = len(outside) + 1
    small = np.full((size, size), -1e9)
    into, out_of = np.zeros(size, dtype=int), np.zeros(size, dtype=int)
    for row, node in enumerate(outside):
        small[row, :-1] = scores[node, outside]
        out_of[row] = cycle[int(scores[node, cycle].argmax())]
        small[row, -1] = scores[node, out_of[row]]
        broken = [gain - scores[n, heads[n]] + scores[n, node] for n in cycle]
        into[row] = cycle[int(np.argmax(broken))]
        small[-1, row] = max(broken)
    np.fill_diagonal(small, -1e9)
    found = _arborescence(small)
    for row, node in enumerate(outside):
        if row:
            heads[node] = out_of[row] if found[row] == size - 1 else outside[found[row]]
    entry = found[-1]
    heads[into[entry]] = outside[entry]
    return heads


def _cycle(heads: np.ndarray) -> list[int]:
    """The nodes of a cycle among heads, or none."""
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        at, trail = start, []
        while at and state[at] == 0:
            state[at] = start
            trail.append(at)
            at = heads[at]
        if at and state[at] == start and at in trail:
            return trail[trail.index(at) :]
    return []
