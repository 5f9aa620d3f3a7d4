"""Lemmas as edit scripts: how a word is changed into its lemma, so that unseen words get one too.

A script has three parts between tabs, `CASE -P+p -S+s`: bring the word into CASE (`keep`, `lower`, `title`), take P characters off the front and
put p there, take S characters off the end and put s there. "ging" → "gehen" is `keep -0+ -3+ehen`.
"""

from functools import cache

CASES = ("keep", "lower", "title")


@cache
def script(word: str, lemma: str) -> str:
    """The shortest script that makes `lemma` of `word`; of equal ones the first case of `CASES`."""
    scripts = (_script(case, _in_case(word, case), lemma) for case in CASES)
    return min(scripts, key=lambda s: (len(s) - len(s.split("\t")[0]), CASES.index(s.split("\t")[0])))


def apply(script_: str, word: str) -> str:
    """The lemma that a script makes of a word; the word itself where the script does not fit."""
    case, front, back = script_.split("\t", 2)
    word = _in_case(word, case)
    (cut_front, put_front), (cut_back, put_back) = _edit(front), _edit(back)
    if cut_front + cut_back > len(word):
        return word
    return put_front + word[cut_front : len(word) - cut_back] + put_back


def front(script_: str, word: str) -> str:
    """What a script takes off the front of a word, in the case into which it brings the word."""
    case, cut, _ = script_.split("\t", 2)
    return _in_case(word, case)[: _edit(cut)[0]]


def _edit(edit: str) -> tuple[int, str]:
    count, put = edit[1:].split("+", 1)
    return int(count), put


def _in_case(word: str, case: str) -> str:
    if case == "lower":
        return word.lower()
    return word[:1].upper() + word[1:].lower() if case == "title" else word


def _script(case: str, word: str, lemma: str) -> str:
    start, at, length = _longest_common(word, lemma)
    return f"{case}\t-{start}+{lemma[:at]}\t-{len(word) - start - length}+{lemma[at + length :]}"


def _longest_common(a: str, b: str) -> tuple[int, int, int]:
    """The longest common substring, as its start in `a`, its start in `b`, its length; the first of equals."""
    best = (0, 0, 0)
    lengths = [0] * (len(b) + 1)
    for i, letter in enumerate(a):
        previous = 0
        for j, other in enumerate(b):
            previous, lengths[j + 1] = lengths[j + 1], previous + 1 if letter == other else 0
            if lengths[j + 1] > best[2]:
                best = (i - lengths[j + 1] + 1, j - lengths[j + 1] + 1, lengths[j + 1])
    return best
