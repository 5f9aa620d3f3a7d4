"""Encoder and heads together."""

import torch
from torch import nn

from .batches import Batch
from .encoder import Encoder
from .heads import Grammar, Inventory, SpeechHeads


class Model(nn.Module):
    """From batches to losses; `words` gives the hidden states of words that all heads read."""

    def __init__(self, encoder: Encoder, inventory: Inventory, heads: dict):
        super().__init__()
        hidden = encoder.shape.hidden
        self.encoder = encoder
        self.grammar = Grammar(hidden, inventory, heads["arc"], heads["label"], heads["dropout"])
        self.speech = SpeechHeads(hidden, heads["speech"], heads["dropout"])

    def words(self, batch: Batch) -> torch.Tensor:
        """[words, hidden]: the mean of each word's pieces."""
        hidden = self.encoder(batch.pieces, batch.pieces != 1)
        real = batch.word_of_piece >= 0
        owners = batch.word_of_piece[real]
        sums = torch.zeros(batch.words, hidden.shape[-1], dtype=torch.float32)
        sums = sums.index_add(0, owners, hidden[real].float())
        counts = torch.bincount(owners, minlength=batch.words).clamp(min=1)
        return sums / counts[:, None]

    def losses(self, batch: Batch) -> dict[str, torch.Tensor]:
        """Every loss for which the batch has targets."""
        words = self.words(batch)
        losses = self.grammar.losses(words, batch.sentences, batch.targets)
        return losses | self.speech.losses(words, batch.windows, batch.targets)
