"""What a list of words is sure of: the mood of verb forms that have only one, in reports without grammar.

The treebanks hold few subjunctives, and German reported speech lives on them. "sei" is one wherever it stands; "habe"
is one unless the sentence has an "ich".
"""

from dataclasses import dataclass

from .. import labels
from ..text import Text
from .conventions import UNKNOWN


@dataclass
class Hint:
    """A feature's value on words of a language, unless a word of `unless` stands in the sentence."""

    language: str
    feature: str
    value: str
    words: list[str]
    unless: list[str]


def give(texts: list[Text], hints: list[Hint]) -> None:
    """Adds the hints to the texts of their language that have no grammar of their own."""
    unknown = dict.fromkeys(labels.FEATURES, UNKNOWN)
    for text in texts:
        own = [hint for hint in hints if hint.language == text.language]
        if not own or text.features is not None:
            continue
        text.features = [unknown] * len(text)
        for first, end in text.sentences:
            words = [word.lower() for word in text.words[first:end]]
            for hint in own:
                if not set(words) & set(hint.unless):
                    for at, word in enumerate(words, first):
                        if word in hint.words:
                            text.features[at] = unknown | {hint.feature: hint.value}
