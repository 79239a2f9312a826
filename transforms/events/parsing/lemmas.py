"""Lemmas by rule: irregular verbs from a table, regular ones by their endings and a list of known verbs; plurals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from schemas.data_files import packaged, read_rows
from transforms.events.parsing.plurals import is_left_plural, singular

IRREGULAR_COLUMNS = ("lemma", "past", "participle")
PRESENT_COLUMNS = ("form", "lemma")
ENDING_COLUMNS = ("ending", "length", "adds", "example")
KNOWN_VERBS = "verbs.txt"
VOWELS = "aeiou"
PAST = {"VBD", "VBN"}
PRESENT = {"VBZ", "VBP"}
INFLECTED = ("VBD", "VBZ", "VBG")
GERUND = "ing"
# Verb forms whose lemma is kept: texts repeat them.
SEEN = 20_000
# Before -es they lose both letters; a single s or z lost its e: vetoes, clashes, but accuses, seizes.
HISSING = ("ss", "x", "zz", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class Ending:
    """What a stem looks like that lost a final e before -ing or -ed, or did not."""

    pattern: re.Pattern[str]
    only_long: bool
    adds: str


@cache
def irregular_forms() -> dict[str, str]:
    """Past and participle forms to their lemma; a form of two verbs belongs to the first row that names it."""
    forms: dict[str, str] = {}
    for row in read_rows(packaged("transforms.events", "irregular_verbs.csv"), IRREGULAR_COLUMNS):
        for form in (*row["past"].split("/"), *row["participle"].split("/")):
            forms.setdefault(form, row["lemma"])
    return forms


@cache
def irregular_presents() -> dict[str, str]:
    """Present forms that no ending explains, to their lemma."""
    rows = read_rows(packaged("transforms.events", "irregular_presents.csv"), PRESENT_COLUMNS)
    return {row["form"]: row["lemma"] for row in rows}


@cache
def endings() -> tuple[Ending, ...]:
    """The table of endings, in which V stands for any vowel, C for any consonant; the first that fits counts."""
    rows = read_rows(packaged("transforms.events", "verb_endings.csv"), ENDING_COLUMNS)
    return tuple(Ending(_pattern(row["ending"]), row["length"] == "long", row["adds"]) for row in rows)


def _pattern(ending: str) -> re.Pattern[str]:
    return re.compile(ending.replace("V", f"[{VOWELS}]").replace("C", f"[^{VOWELS}]") + "$")


@lru_cache(maxsize=SEEN)
def verb_lemma(form: str, tag: str, guess: str, known: frozenset[str]) -> str:
    """The lemma of a verb form with its Penn tag; `guess` is taken where no rule applies."""
    form = form.lower()
    if tag in PRESENT and form in irregular_presents():
        return irregular_presents()[form]
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
    return candidates[0] if candidates else guess


def is_form_of_known(form: str, known: frozenset[str]) -> bool:
    """Whether a lower-case word may be a form of a known verb."""
    return form in irregular_forms() or any(lemma in known for tag in INFLECTED for lemma in _candidates(form, tag))


def read_list(model: str | None, name: str) -> list[str]:
    """The words of a list in the model's folder, one a line; none without folder or list."""
    path = Path(model) / name if model else None
    return path.read_text(encoding="utf-8").split() if path and path.exists() else []


def _candidates(form: str, tag: str) -> list[str]:
    """Possible lemmas of a regular form, the likeliest first; none where the ending does not fit the tag."""
    if tag == "VBG" and form.endswith("eing"):
        return [form[:-3]]
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
        return [short, long] if short.endswith(HISSING) else [long, short]
    if tag == "VBZ" and form.endswith("s"):
        return [form[:-1]]
    return []


def _bases(stem: str) -> list[str]:
    """Lemmas whose -ing or -ed form has this stem, likelier ones first: plan for plann, voice for voic."""
    if stem.endswith("ick") and _is_long(stem):
        return [stem[:-1], stem]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        keeps = stem[-1] in "sfz" or (stem[-1] == "l" and not _is_long(stem))
        return [stem, stem[:-1]] if keeps else [stem[:-1], stem]
    return [stem + "e", stem] if _adds(stem) else [stem, stem + "e"]


def _is_long(stem: str) -> bool:
    """More than one group of vowels."""
    return len(re.findall(f"[{VOWELS}y]+", stem)) > 1


def _adds(stem: str) -> str:
    """The letter that the lemma of an unlisted verb has beyond its stem, by the first ending that fits."""
    fitting = (e.adds for e in endings() if (_is_long(stem) or not e.only_long) and e.pattern.search(stem))
    return next(fitting, "")


class VerbLemmas:
    """Pipeline component that overwrites the lemmas of verbs, and of plurals that the model leaves as they are."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take the lemmas that are known to be verbs."""
        self.known = frozenset(known)

    def __call__(self, doc: Doc) -> Doc:
        """Set token.lemma_ of every verb with a Penn verb tag, and of plurals in capitals."""
        for token in doc:
            if token.pos_ == "VERB" and token.tag_.startswith("VB"):
                token.lemma_ = verb_lemma(token.text, token.tag_, token.lemma_, self.known)
            elif is_left_plural(token):
                token.lemma_ = singular(token.lower_)
            elif token.pos_ == "NOUN" and token.lower_.endswith(GERUND) and not token.lemma_.endswith(GERUND):
                # "Intelligence sharing" is a noun of its own, no form of "share".
                token.lemma_ = token.lower_
        return doc


@Language.factory("dateline_verb_lemmas", default_config={"model": None})
def create_verb_lemmas(nlp: Language, name: str, model: str | None) -> VerbLemmas:  # noqa: ARG001  (spaCy passes both)
    """Build the component; the model's folder may hold the list of known verbs."""
    return VerbLemmas(read_list(model, KNOWN_VERBS))
