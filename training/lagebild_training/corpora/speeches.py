"""Speech events in parliamentary debates (SpkAtt-2023), on side layers: they are learned, and never read.

A speech event there is wider than a claim of ours: thoughts and feelings count, and the speaker's own. So the corpus
does not teach what a claim is, but the encoder learns from it who speaks to whom by which word.
"""

import json
from pathlib import Path

from ..text import Text
from .treebanks import guess_spaces

_ROLES = {"Message": "message", "Cue": "message.cue", "Source": "message.source", "Addr": "message.addressee"}


def read(folder: Path) -> list[Text]:
    """One `Text` a speech."""
    return [_speech(json.loads(file.read_text(encoding="utf-8"))) for file in sorted(folder.glob("*.json"))]


def _speech(record: dict) -> Text:
    words, sentences, first_words = [], [], {}
    for sentence in record["Sentences"]:
        first_words[str(sentence["SentenceId"])] = len(words)
        sentences.append((len(words), len(words) + len(sentence["Tokens"])))
        words += sentence["Tokens"]
    text = Text("de", words, guess_spaces(words), sentences, side={layer: [] for layer in _ROLES.values()})
    for event in record["Annotations"]:
        for role, layer in _ROLES.items():
            marked = sorted(first_words[s] + int(w) for s, w in (place.split(":") for place in event[role]))
            for run in _runs(marked):
                if not any(a < run[1] and run[0] < b for a, b, _ in text.side[layer]):
                    text.side[layer].append((*run, layer))
    return text


def _runs(words: list[int]) -> list[tuple[int, int]]:
    """Sorted words as runs without a gap, (first, end)."""
    runs: list[tuple[int, int]] = []
    for word in words:
        if runs and runs[-1][1] >= word:
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    return runs
