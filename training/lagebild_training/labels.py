"""Every label set, in the order in which the heads number them."""

UPOS = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
]  # fmt: skip

NAMES = ["person", "organization", "location", "other"]

FORMS = ["direct", "indirect", "free", "reported"]

ACTS = [
    "state", "confirm", "deny", "decline", "announce", "demand", "propose", "promise",
    "warn", "accuse", "endorse", "reject", "predict", "believe", "ask",
]  # fmt: skip

CERTAINTIES = ["certain", "probable", "possible", "open"]

KINDS = [
    "person", "organization", "government", "media", "agency", "document", "group", "anonymous", "unknown",
]  # fmt: skip

EVENTS = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip

STATUSES = ["happened", "planned", "hypothetical", "negated", "historical"]

LAYERS = {
    "names": NAMES,
    "content": FORMS,
    "inner": FORMS,
    "cue": ["cue"],
    "source": ["source", "citing"],
    "addressee": ["addressee"],
    "event": EVENTS,
}
"""Layers of spans; each is tagged B/I/O on its own. `inner` is content inside another content."""

SIDE_LAYERS = {layer: [layer] for layer in ("message", "message.cue", "message.source", "message.addressee")}
"""Layers that are trained beside ours for what the encoder learns from them (`corpora/speeches.py`), and not exported."""

SPEECH_LAYERS = [layer for layer in LAYERS if layer != "names"]

LINKS = ["cue", "source", "addressee", "citing", "continues"]
"""From the first word of a content (or a later piece of a content or cue, for `continues`) to its partner's."""

SUBTYPES = [
    "acl:relcl", "aux:pass", "compound:prt", "csubj:pass", "expl:pass", "expl:pv", "nsubj:pass", "obl:agent",
]  # fmt: skip
"""Relation subtypes that are kept: those that tell who did what. All others fall to their universal relation."""


FEATURES = [
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite",
    "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Polarity", "Person", "Polite",
]  # fmt: skip
"""The universal features that the CoNLL 2018 shared task scores."""


def tags(layer: str) -> list[str]:
    """The tags of a layer: O, then B and I of each label."""
    return ["O"] + [f"{position}-{label}" for label in (LAYERS | SIDE_LAYERS)[layer] for position in "BI"]
