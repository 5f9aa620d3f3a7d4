"""Reading corpora: words, lemmas, pieces, treebanks, claims."""

import json
import tempfile
import unittest
from pathlib import Path

import numpy as np

from lagebild_training import lemma, text
from lagebild_training.corpora import claims, speeches, treebanks
from lagebild_training.vocabulary import SPECIAL, Vocabulary

HERE = Path(__file__).parents[1]


def words(sentence: str, language: str) -> list[str]:
    return [sentence[a:b] for a, b in text.split_words(sentence, language)]


def spans(annotation):
    """Every "N:words" in a record, wherever it stands."""
    if isinstance(annotation, str):
        number, _, words = annotation.partition(":")
        return [(int(number), words)] if number.isdigit() and words else []
    parts = annotation.values() if isinstance(annotation, dict) else annotation if isinstance(annotation, list) else []
    return [span for part in parts for span in spans(part)]


class Words(unittest.TestCase):
    def test_clitics_and_elisions_are_words_of_their_own(self):
        self.assertEqual(words("She didn't know Ada's name.", "en")[1:3], ["did", "n't"])
        self.assertEqual(words("L’accord d'hier", "fr"), ["L’", "accord", "d'", "hier"])

    def test_numbers_and_initials_stay_whole(self):
        self.assertEqual(words("Um 12.30 Uhr kam J. Muster, 62-jährig.", "de")[1], "12.30")
        self.assertIn("62-jährig", words("Um 12.30 Uhr kam J. Muster, 62-jährig.", "de"))


class Lemmas(unittest.TestCase):
    def test_a_script_makes_the_lemma_that_it_was_made_from(self):
        for word, gold in [("ging", "gehen"), ("Über", "über"), ("MÜNCHEN", "München"), ("ich", "ich"), ("am", "an")]:
            self.assertEqual(lemma.apply(lemma.script(word, gold), word), gold)


    def test_a_script_says_what_it_takes_off_the_front(self):
        self.assertEqual(lemma.front(lemma.script("gesagt", "sagen"), "gesagt"), "ge")
        self.assertEqual(lemma.front(lemma.script("ging", "gehen"), "ging"), "")

    def test_what_a_contraction_ends_with_stands_apart(self):
        for word, is_contracted in [("n't", True), ("’s", True), ("'90", False), ("-il", False), ("'", False)]:
            self.assertEqual(text.is_contracted(word), is_contracted)


class Pieces(unittest.TestCase):
    def test_the_most_probable_cut_wins_and_unknown_letters_stay_single(self):
        pieces = [*SPECIAL, "▁", "▁ab", "c", "▁abc", "a", "b"]
        scores = np.array([0, 0, 0, 0, -3, -2, -2, -5, -3, -3], np.float32)
        vocabulary = Vocabulary(pieces, scores)
        self.assertEqual([pieces[i] for i in vocabulary.ids("abc", True)], ["▁ab", "c"])
        self.assertEqual([pieces[i] for i in vocabulary.ids("a語", False)], ["a", "<unk>"])


class Treebanks(unittest.TestCase):
    def test_contractions_can_be_read_whole_and_opened(self):
        opened = treebanks.read(HERE / "sample/ud/de.conllu", "de", whole=False)[0]
        whole = treebanks.read(HERE / "sample/ud/de.conllu", "de", whole=True)[0]
        self.assertEqual(opened.words[5:7], ["in", "dem"])
        self.assertEqual(whole.words[5], "im")
        self.assertEqual((whole.upos[5], whole.relations[5]), ("ADP", "case"))
        self.assertEqual(whole.words[whole.heads[5]], "Hafen")


class Claims(unittest.TestCase):
    def test_every_span_of_an_invented_report_stands_in_its_sentence(self):
        for file in sorted((HERE / "invented").glob("*/*.jsonl")):
            for record in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
                sentences = claims.sentences_of(file.parent / "text" / f"{record['id']}.txt")
                for number, words in spans(record):
                    self.assertIn(words, sentences[number], record["id"])

    def test_invented_reports_are_read_with_what_is_annotated(self):
        for folder in sorted((HERE / "invented").iterdir()):
            reports = claims.read(folder, folder.name)
            for layer in ("content", "source", "cue", "addressee", "event"):
                self.assertTrue(any(report.speech.spans.get(layer) for report in reports), f"{folder.name} {layer}")

    def test_a_quote_over_two_sentences_is_one_span_and_its_source_is_linked(self):
        record = {
            "id": "x",
            "claims": [
                {
                    "id": "c1", "content": ["0:„Nein.", "1:Nie!“"], "source": ["1:Ada Muster"], "who": "Ada Muster",
                    "kind": "person", "cue": ["1:rief"], "citing": [], "to": [], "form": "direct", "act": "reject",
                    "certainty": "certain", "within": None,
                }
            ],
            "events": [],
        }  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "text").mkdir()
            (Path(folder) / "text/x.txt").write_text("# T\nid: x\n\n0: „Nein.\n1: Nie!“, rief Ada Muster.\n")
            (Path(folder) / "claims.jsonl").write_text(json.dumps(record))
            report = claims.read(Path(folder), "de")[0]
        self.assertEqual([report.words[a:b] for a, b, _ in report.speech.spans["content"]], [["„", "Nein", ".", "Nie", "!", "“"]])
        (_, start, source) = report.speech.links["source"][0]
        self.assertEqual((report.words[start], report.words[source]), ("„", "Ada"))


class Speeches(unittest.TestCase):
    def test_who_told_whom_stands_on_side_layers_and_moves_with_a_window(self):
        (speech,) = speeches.read(HERE / "sample/speeches")
        window = text.cut(speech, (1, 2))
        said = {layer: [" ".join(window.words[a:b]) for a, b, _ in spans] for layer, spans in window.side.items()}
        self.assertEqual(
            said,
            {
                "message": ["das Geld reiche"],
                "message.cue": ["gesagt"],
                "message.source": ["Die Ministerin"],
                "message.addressee": ["uns"],
            },
        )


class Windows(unittest.TestCase):
    def test_sentences_stay_whole_and_windows_stay_small(self):
        whole = text.Text("de", ["a"] * 9, [True] * 9, [(0, 3), (3, 6), (6, 9)])
        self.assertEqual(text.windows(whole, [1] * 9, 6), [(0, 2), (2, 3)])
        self.assertEqual(text.windows(whole, [1] * 9, 2), [(0, 1), (1, 2), (2, 3)])
