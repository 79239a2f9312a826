"""Things: words for what is said, written and done that tell whose they are, from `data/things.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from schemas.data_files import DataFileError, Row, packaged, read_rows

COLUMNS = ("kind", "lemma", "verbs", "note")
WORD = "word"
KINDS = (
    WORD,
    "culprit",
    "addressing",
    "maker",
    "band",
    "stand_in",
    "ground",
    "reason",
    "suffered",
    "harm",
    "unclaimed",
    "crime",
    "arm",
    "attacker",
    "sending",
    "wishing",
    "proposal",
    "body",
    "nation",
)


def said_by(lemma: str) -> frozenset[str]:
    """Verbs whose subject is the author of what the noun names: offer for "offer"; empty for any other noun."""
    return _words().get(lemma, frozenset())


def culprits() -> frozenset[str]:
    """Nouns for whoever did the harm that a sentence tells: assailant, gunman."""
    return _of_kind("culprit")


def unclaimed() -> frozenset[str]:
    """Harm that no state does in its own name: bombing, ambush, shooting."""
    return _of_kind("unclaimed")


def addressing() -> frozenset[str]:
    """Verbs whose object is always somebody: accuse, urge."""
    return _of_kind("addressing")


def makers() -> frozenset[str]:
    """Verbs for bringing a word out: make, raise, issue."""
    return _of_kind("maker")


def bands() -> frozenset[str]:
    """Nouns for several who do harm together, which alone do not say who they are: group, cell, members."""
    return _of_kind("band")


def stand_ins() -> frozenset[str]:
    """Nouns that stand for a place or for people named elsewhere: country, side; bare, they name nothing."""
    return _of_kind("stand_in")


def grounds() -> frozenset[str]:
    """Nouns for places: with an article that points back they stand for one named elsewhere."""
    return _of_kind("ground")


def reasons() -> frozenset[str]:
    """Nouns that lead from a deed to what it is done about, behind "in": protest, response."""
    return _of_kind("reason")


def suffered() -> frozenset[str]:
    """Nouns for what is done to their owner: murder, arrest."""
    return _of_kind("suffered")


def harm() -> frozenset[str]:
    """Nouns for attacks: their owner does them, whoever stands behind "on" or "of" suffers them."""
    return _of_kind("harm")


def crimes() -> frozenset[str]:
    """Nouns for misdeeds: whoever stands behind "of" does them, whoever stands behind "against" suffers them."""
    return _of_kind("crime")


def nations() -> frozenset[str]:
    """Nouns for what a state is, or is to another: neighbour, ally, kingdom; the name behind a comma says which."""
    return _of_kind("nation")


def arms() -> frozenset[str]:
    """Nouns for what attacks are made with: drone, missile; in front of an attack they name no target."""
    return _of_kind("arm")


def attackers() -> frozenset[str]:
    """Nouns for those without arms who attack where they stand in front of an attack: "a government crackdown"."""
    return _of_kind("attacker")


def sending() -> frozenset[str]:
    """Verbs whose agent those who are sent belong to: send, deploy."""
    return _of_kind("sending")


def wishing() -> frozenset[str]:
    """Verbs that say what a deed is done for: demand, denounce."""
    return _of_kind("wishing")


def proposals() -> frozenset[str]:
    """Nouns for what a parliament or a ruler may turn down, whoever drew it up: bill, ceasefire."""
    return _of_kind("proposal")


def bodies() -> frozenset[str]:
    """Nouns for bodies of the state that own what they stand in front of: "government cuts"."""
    return _of_kind("body")


@cache
def _rows() -> tuple[Row, ...]:
    return check(tuple(read_rows(packaged("transforms.events", "things.csv"), COLUMNS)))


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {row["lemma"]: frozenset(row["verbs"].split("|")) for row in _rows() if row["kind"] == WORD}


@cache
def _of_kind(kind: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in _rows() if row["kind"] == kind)


def check(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows; raises DataFileError where a kind is unknown, a row stands twice, or verbs are missing or astray."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = row["kind"], row["lemma"]
        if row["kind"] not in KINDS or key in seen:
            raise DataFileError(
                f"{row.where}: {row['kind']} {row['lemma']!r} is of no kind of {', '.join(KINDS)} or twice"
            )
        if bool(row["verbs"]) != (row["kind"] == WORD):
            raise DataFileError(f"{row.where}: {row['lemma']!r}: a word needs the verbs that say it, nothing else does")
        seen.add(key)
    return rows
