"""Conditions on words: what a codebook cell asks of a noun or of a governed verb, and how closely words meet it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from schemas.codes import PLOVER_TYPES
from schemas.data_files import DataFileError
from transforms.events.codebook.vocabularies import Vocabularies

ANYTHING, NOT_BLOCKED, SOMETHING, NOTHING, TYPED, LISTED, SECTOR, NAMED = 0, 1, 2, 3, 4, 6, 6, 10
PHRASE_BONUS = 2
EVENT_COLUMNS = ("object", "complement")
COUNTRY = "country"
NAMES = {"PERSON": ("person",), "LOC": ("place name", COUNTRY)}
# How the model labels "Kenyan".
NATIONAL = "MISC"
PROPER = "proper name"
MEASURED = ("of", "in", "worth of")


@dataclass(frozen=True, slots=True)
class Condition:
    """A cell such as `@troops|soldier|!@sport`, read.

    `named` are words written out, `listed` come from vocabularies, `blocked` must not stand there. Phrases ("military
    aid") are a head lemma with one of its modifiers. `types` are PLOVER types ("CONSULT"), asking for a noun or verb
    that tells such an event; `sectors` are PLOVER sector codes.
    """

    named: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    blocked_sectors: frozenset[str] = frozenset()
    required: bool = False
    absent: bool = False
    # All words asked for, since most conditions are asked only whether one of them stands there.
    words: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.named | self.listed | self.types)

    @property
    def is_open(self) -> bool:
        """Whether no particular word is asked for."""
        return not (self.words or self.sectors)

    def strength(self, words: Collection[str], sectors: Sequence[str] = ()) -> int | None:
        """How closely one participant's words meet the condition, higher is closer; None where they do not."""
        if self.absent or not self.blocked.isdisjoint(words) or not self.blocked_sectors.isdisjoint(sectors):
            return None
        if self.is_open:
            return SOMETHING if self.required else self.slack()
        if not self.sectors and self.words.isdisjoint(words):
            return None
        scores = [NAMED + PHRASE_BONUS * (" " in word) for word in self.named.intersection(words)]
        scores += [LISTED + PHRASE_BONUS * (" " in word) for word in self.listed.intersection(words)]
        scores += [TYPED for _ in self.types.intersection(words)]
        scores += [SECTOR for sector in self.sectors.intersection(sectors)]
        return max(scores, default=None)

    def slack(self) -> int:
        """Strength of a condition that asks for nothing."""
        return NOT_BLOCKED if self.blocked or self.blocked_sectors else ANYTHING

    def overlaps(self, other: Condition) -> bool:
        """Whether some words meet both conditions equally closely, so that neither row could win."""
        if self.is_open and other.is_open:
            return (self.required, self.absent, self.slack()) == (other.required, other.absent, other.slack())
        pairs = zip(self.asked(), other.asked(), strict=True)
        return any(not own.isdisjoint(others) for own, others in pairs)

    def asked(self) -> tuple[frozenset[str], ...]:
        """What is asked for, one set for each degree of closeness."""
        return self.named, self.listed, self.types, self.sectors


def read_condition(cell: str, vocabularies: Vocabularies, where: str, column: str) -> Condition:
    """Read one cell; raises DataFileError for an unknown vocabulary."""
    kinds: dict[str, set[str]] = {
        key: set() for key in ("named", "listed", "types", "blocked", "sectors", "blocked_sectors")
    }
    marks = {"+": False, "-": False}
    for item in filter(None, (part.strip() for part in cell.split("|"))):
        if item in marks:
            marks[item] = True
            continue
        blocked, word = item.startswith("!"), item.removeprefix("!")
        if word.startswith("@"):
            kinds["blocked" if blocked else "listed"] |= _listed(word, vocabularies, where, column)
        elif word in PLOVER_TYPES and column in EVENT_COLUMNS:
            kinds["blocked" if blocked else "types"].add(word)
        elif len(word) == 3 and word.isupper():
            kinds["blocked_sectors" if blocked else "sectors"].add(word)
        else:
            kinds["blocked" if blocked else "named"].add(word.lower())
    sets = {key: frozenset(words) for key, words in kinds.items()}
    return Condition(**sets, required=marks["+"], absent=marks["-"])


def _listed(word: str, vocabularies: Vocabularies, where: str, column: str) -> frozenset[str]:
    words = vocabularies.get(word.removeprefix("@"))
    if words is None:
        raise DataFileError(
            f"{where}: column {column} names the vocabulary {word}, which no file defines; "
            f"known are {', '.join(sorted(vocabularies))}"
        )
    return words


def words_of(token: Token, quantity_nouns: Collection[str]) -> set[str]:
    """The head's lemma and form, alone and with each modifier or `of` noun; "a series of raids" counts as raids too.

    A person's name counts as "person", a place's as "place name" and "country", an adjective of nation as "country",
    any name but a place's as "proper name"; "5 million in aid" counts as aid.
    """
    own = {token.lemma_.lower(), token.lower_, *NAMES.get(token.ent_type_, ())}
    if token.pos_ == "PROPN" and token.ent_type_ != "LOC":
        own.add(PROPER)
    elif token.dep_ == "amod" and token.pos_ == "ADJ" and token.ent_type_ == NATIONAL:
        own.add(COUNTRY)
    counts = token.pos_ in ("NUM", "SYM") or not own.isdisjoint(quantity_nouns)
    words = set(own)
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.i < token.i:
            words |= {f"{modifier} {word}" for word in own for modifier in {child.lemma_.lower(), child.lower_}}
        elif counts and child.dep_ == "nmod" and _is_counted(child):
            words |= words_of(child, quantity_nouns)
        if child.dep_ == "nmod" and case_of(child) == "of":
            words |= {f"{word} of {child.lemma_.lower()}" for word in own}
    return words


def _is_counted(noun: Token) -> bool:
    """Whether a number or amount before it counts the noun; "thousands in Peru" counts no country."""
    case = case_of(noun)
    return case in MEASURED and not (case == "in" and noun.ent_type_ == "LOC")


def case_of(token: Token) -> str | None:
    """The preposition of a noun phrase in lower case ("out of"), or None; a possessive's 's is none."""
    words: list[str] = []
    for child in token.children:
        if child.dep_ == "case" and child.tag_ != "POS":
            words.append(child.lower_)
            words.extend(part.lower_ for part in child.children if part.dep_ == "fixed")
    return " ".join(words) or None
