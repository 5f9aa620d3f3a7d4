"""The lexicon, and lemmas chosen with it."""

import unittest

import numpy as np

from lagebild_training import lemma, lexicon
from lagebild_training.config import Corpus
from lagebild_training.corpora.load import Loaded
from lagebild_training.text import Text
from lagebild_training.vocabulary import SPECIAL, Vocabulary


class Lexicons(unittest.TestCase):
    def setUp(self):
        corpus = Corpus(kind="treebank", group="grammar", language="de", files=[], share=1.0)
        words, gold = ["Sie", "gesagt", "Die", "Die", "Häfen"], ["sie", "sagen", "der", "die", "Hafen"]
        upos = ["PRON", "VERB", "DET", "DET", "NOUN"]
        text = Text("de", words, [True] * 5, [(0, 5)], upos=upos, lemmas=gold)
        self.scripts = [lemma.script(*pair) for pair in [("gesagt", "sagen"), ("Mut", "Mut"), ("Worts", "Wort")]]
        self.lexicon = lexicon.lexicon([Loaded(corpus, [[text]], [])], self.scripts)
        vocabulary = Vocabulary([*SPECIAL, "▁"], np.zeros(5, np.float32))
        self.lemmatizer = lexicon.Lemmatizer(self.lexicon, self.scripts, vocabulary)

    def test_sure_lemmas_are_listed_and_doubtful_ones_are_not(self):
        self.assertEqual(self.lexicon.lines(), "NOUN\tHäfen\tHafen\nPRON\tsie\t\nVERB\tgesagt\tsagen\n")
        self.assertEqual(self.lexicon.fronts, {self.scripts[0]: ["ge"]})

    def test_a_listed_lemma_wins_over_the_scores(self):
        self.assertEqual(self.lemmatizer.lemma(np.array([0.0, 9.0, 0.0]), "Häfen", "NOUN"), "Hafen")

    def test_a_script_takes_off_the_front_only_what_it_took_off_in_training(self):
        scores = np.array([7.0, 5.0, 1.0])
        self.assertEqual(self.lemmatizer.lemma(scores, "gemacht", "VERB"), "machen")
        self.assertEqual(self.lemmatizer.lemma(scores, "vernichtet", "VERB"), "vernichtet")

    def test_among_close_scores_a_known_lemma_wins(self):
        self.assertEqual(self.lemmatizer.lemma(np.array([0.0, 5.0, 4.0]), "Hafens", "NOUN"), "Hafen")
