"""Verb lemmas by rule: irregular forms from a table, regular ones by their endings and a list of known verbs."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from schemas.data_files import packaged, read_rows

IRREGULAR_COLUMNS = ("lemma", "past", "participle")
KNOWN_VERBS = "verbs.txt"
VOWELS = "aeiou"
PAST = {"VBD", "VBN"}
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


@cache
def irregular_forms() -> dict[str, str]:
    """Past and participle forms to their lemma; a form of two verbs belongs to the first row that names it."""
    forms: dict[str, str] = {}
    for row in read_rows(packaged("transforms.events", "irregular_verbs.csv"), IRREGULAR_COLUMNS):
        for form in (*row["past"].split("/"), *row["participle"].split("/")):
            forms.setdefault(form, row["lemma"])
    return forms


def verb_lemma(form: str, tag: str, guess: str, known: frozenset[str]) -> str:
    """The lemma of a verb form with its Penn tag; `guess` is taken where the rules cannot decide."""
    form = form.lower()
    if tag in {"VB", "VBP"}:
        return form if form.isalpha() else guess
    if tag in PAST and form in irregular_forms():
        return irregular_forms()[form]
    candidates = _candidates(form, tag)
    for candidate in candidates:
        if candidate in known:
            return candidate
    prefix, _, rest = form.rpartition("-")
    if prefix and rest:
        return f"{prefix}-{verb_lemma(rest, tag, rest, known)}"
    if not candidates or guess in candidates:
        return guess
    return candidates[0]


def _candidates(form: str, tag: str) -> list[str]:
    """Possible lemmas of a regular form, the likeliest first; none where the ending does not fit the tag."""
    if tag == "VBG" and form.endswith("ing"):
        return _bases(form[:-3]) + ([form[:-4] + "ie"] if form.endswith("ying") else [])
    if tag in PAST and form.endswith("ied"):
        return [form[:-3] + "y", form[:-1]]
    if tag in PAST and form.endswith("ed"):
        return _bases(form[:-2])
    if tag == "VBZ" and form.endswith("ies"):
        return [form[:-3] + "y", form[:-1]]
    if tag == "VBZ" and form.endswith("es"):
        long, short = form[:-1], form[:-2]
        return [short, long] if short.endswith(SIBILANTS) else [long, short]
    if tag == "VBZ" and form.endswith("s"):
        return [form[:-1]]
    return []


def _bases(stem: str) -> list[str]:
    """Lemmas whose -ing or -ed form has this stem: plan for plann, voice for voic, visit for visit."""
    if len(stem) < 2:
        return [stem + "e"]
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return [stem, stem[:-1]] if stem[-1] in "lsfz" else [stem[:-1], stem]
    if stem[-1] in "cvu":  # no English verb ends so
        return [stem + "e"]
    doubles = stem[-1] not in VOWELS + "wxy" and stem[-2] in VOWELS and (len(stem) < 3 or stem[-3] not in VOWELS)
    if doubles or stem[-1] == "z":
        return [stem + "e", stem]
    return [stem, stem + "e"]


class VerbLemmas:
    """Pipeline component that overwrites the lemmas of verbs."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take the lemmas that are known to be verbs."""
        self.known = frozenset(known)

    def __call__(self, doc: Doc) -> Doc:
        """Set token.lemma_ of every verb with a Penn verb tag."""
        for token in doc:
            if token.pos_ == "VERB" and token.tag_.startswith("VB"):
                token.lemma_ = verb_lemma(token.text, token.tag_, token.lemma_, self.known)
        return doc


@Language.factory("dateline_verb_lemmas", default_config={"model": None})
def create_verb_lemmas(nlp: Language, name: str, model: str | None) -> VerbLemmas:  # noqa: ARG001  (spaCy passes both)
    """Build the component; the model's folder may hold the list of known verbs."""
    path = Path(model) / KNOWN_VERBS if model else None
    return VerbLemmas(path.read_text(encoding="utf-8").split() if path and path.exists() else ())
