"""The training loop: tasks in turn, checkpoints, and scores on what is held out."""

import math
import time
from dataclasses import dataclass
from pathlib import Path

import torch

from .batches import Encoding, Mixture
from .config import Config
from .corpora.load import Loaded
from .decode import Decoder
from .measure import measure
from .model import Model


@dataclass
class Progress:
    """How far a training is."""

    step: int = 0
    pieces: int = 0


def train(model: Model, corpora: list[Loaded], encoding: Encoding, config: Config, out: Path) -> None:
    """Trains to the end, or goes on from the checkpoint in `out`."""
    torch.manual_seed(config.seed)
    torch.set_num_threads(config.steps["threads"])
    fused = {"fused": True} if config.steps["fused"] else {}
    optimizer = torch.optim.AdamW(_parameters(model, config), betas=(0.9, 0.98), eps=1e-6, **fused)
    for group in optimizer.param_groups:
        group["base"] = group["lr"]
    checkpoint = out / "checkpoint.pt"
    progress = _resume(checkpoint, model, optimizer)
    mixture = Mixture(corpora, encoding, config)
    batches = iter(mixture)
    for _ in range(progress.step):
        next(batches)
    last, losses = time.monotonic(), {}
    began, began_pieces = last, progress.pieces
    while progress.pieces < config.steps["pieces"]:
        texts = next(batches)
        model.encoder.compute_in_bytes(progress.pieces >= config.steps["in_bytes_from"] * config.steps["pieces"])
        _step(model, optimizer, encoding.batch(texts), config, progress, losses)
        progress.step += 1
        progress.pieces += sum(map(mixture.pieces, texts))
        if progress.step % config.steps["report"] == 0:
            speed = (progress.pieces - began_pieces) / (time.monotonic() - began)
            print(f"{progress.step} {progress.pieces} {speed:.0f}/s", _means(losses), flush=True)
            losses.clear()
        if time.monotonic() - last > 60 * config.steps["checkpoint_minutes"]:
            _save(checkpoint, model, optimizer, progress)
            last = time.monotonic()
    _save(checkpoint, model, optimizer, progress)


def report(model: Model, corpora: list[Loaded], encoding: Encoding, decoder: Decoder, config: Config) -> dict[str, dict]:
    """The scores of every corpus with a held-out block, in full precision and in bytes."""
    limit, longest = config.windows["limit"], config.encoder["positions"] - 2
    scores: dict[str, dict] = {}
    for precision, in_bytes in (("full", False), ("bytes", True)):
        model.encoder.compute_in_bytes(in_bytes)
        for loaded in corpora:
            if loaded.held:
                found = measure(model, encoding, decoder, loaded.held, limit, longest)
                scores.setdefault(f"{loaded.corpus.language} {loaded.corpus.name}", {})[precision] = found
    return scores


def _step(model, optimizer, batch, config: Config, progress: Progress, record: dict) -> None:
    model.train()
    factor = _schedule(progress.pieces / config.steps["pieces"], config.steps["warm_up"])
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * factor
    with torch.autocast("cpu", torch.bfloat16, enabled=config.steps["bfloat16"]):
        losses = model.losses(batch)
        total = sum(config.losses[name] * loss for name, loss in losses.items())
    if not torch.isfinite(total):
        raise FloatingPointError(f"step {progress.step}: the loss is {float(total)}; try bfloat16 = false")
    optimizer.zero_grad(set_to_none=True)
    total.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), config.steps["clip"])
    optimizer.step()
    for name, loss in losses.items():
        record.setdefault(name, []).append(float(loss.detach()))


def _schedule(done: float, warm_up: float) -> float:
    """Linear up to the full rate, then a half cosine down to nothing."""
    if done < warm_up:
        return done / warm_up
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warm_up) / (1 - warm_up))))


def _parameters(model: Model, config: Config) -> list[dict]:
    """Groups of parameters: heads at their own rate, lower layers slower, no decay for biases and norms."""
    steps, depth = config.steps, len(model.encoder.layers)
    groups: dict[tuple[float, float], list] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder."):
            parts = name.split(".")
            level = int(parts[2]) + 1 if parts[1] == "layers" else 0
            rate = steps["encoder_rate"] * steps["layer_decay"] ** (depth - level)
        else:
            rate = steps["head_rate"]
        decay = 0.0 if parameter.dim() < 2 else steps["weight_decay"]
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()]


def _means(losses: dict[str, list[float]]) -> str:
    return " ".join(f"{name}={sum(values) / len(values):.2f}" for name, values in sorted(losses.items()))


def _save(path: Path, model: Model, optimizer, progress: Progress) -> None:
    part = path.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "progress": vars(progress)}, part)
    part.replace(path)


def _resume(path: Path, model: Model, optimizer) -> Progress:
    if not path.exists():
        return Progress()
    saved = torch.load(path, map_location="cpu")
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    return Progress(**saved["progress"])
