"""The configuration file as typed values."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from .corpora.hints import Hint


@dataclass
class Corpus:
    """One corpus: what it is, where it lies, how much of it is used."""

    group: str
    kind: str
    language: str
    files: list[str]
    share: float
    folds: int = 0
    cap: int = 0
    trust: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The first file's name without its endings, or the folder's."""
        return Path(self.files[0]).name.split(".")[0]


@dataclass
class Config:
    """What `config.toml` says; sections stay dictionaries, since each is used in one place."""

    seed: int
    encoder: dict
    vocabulary: dict
    heads: dict
    export: dict
    windows: dict
    steps: dict
    groups: dict[str, float]
    losses: dict[str, float]
    corpora: list[Corpus]
    hints: list[Hint]


def load(path: Path) -> Config:
    """Reads a configuration; a section, corpus or hint of another shape is an error."""
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    corpora = [Corpus(**corpus) for corpus in values.pop("corpus")]
    hints = [Hint(**hint) for hint in values.pop("hint", [])]
    return Config(corpora=corpora, hints=hints, **values)
