"""From the unpacked corpora to the weights in `models/`: see `training/README.md`."""
