"""Structures from scores."""

import itertools
import random
import unittest

import numpy as np

from lagebild_training import decode


def is_tree(heads: list[int]) -> bool:
    for word in range(1, len(heads) + 1):
        at, steps = word, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return sum(head == 0 for head in heads) == 1


class Trees(unittest.TestCase):
    def test_no_tree_scores_higher(self):
        dice = np.random.default_rng(5)
        for _ in range(60):
            count = int(dice.integers(1, 5))
            scores = dice.normal(size=(count, count + 1))
            found = decode.tree(scores.copy())
            self.assertTrue(is_tree(found))
            every = (heads for heads in itertools.product(range(count + 1), repeat=count) if is_tree(list(heads)))
            best = max(sum(scores[i, h] for i, h in enumerate(heads)) for heads in every)
            self.assertAlmostEqual(sum(scores[i, h] for i, h in enumerate(found)), best)


class Tags(unittest.TestCase):
    def test_an_inside_follows_only_its_own_label(self):
        tags = ["O", "B-person", "I-person", "B-location", "I-location"]
        scores = np.array([[0, 5, 0, 0, 0], [0, 0, 0, 3.9, 4.0]], dtype=np.float32)
        path = decode.viterbi(scores, decode.allowed_transitions(tags))
        self.assertEqual(decode.spans(path, tags), [(0, 1, "person"), (1, 2, "location")])

    def test_spans_come_back_from_their_tags(self):
        tags, dice = ["O", "B-cue", "I-cue"], random.Random(3)
        for _ in range(50):
            path = [0]
            while len(path) < 12:
                path.append(dice.choice([0, 1] if path[-1] == 0 else [0, 1, 2]))
            again = [0] * len(path)
            for first, end, _label in decode.spans(path, tags):
                again[first:end] = [1] + [2] * (end - first - 1)
            self.assertEqual(again, path)
