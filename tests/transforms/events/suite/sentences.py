"""The suite: each construction with each predicate and each pair, with the outcome that the construction states."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.data_files import Row, read_rows

HERE = Path(__file__).parent
COLUMNS = {
    "constructions": ("construction", "status", "template"),
    "predicates": ("base", "third", "past", "participle", "gerund", "tail", "noun", "light", "event_type"),
    "pairs": (
        *("key", "actor", "actor_code", "actor_number", "actor_pronoun"),
        *("recipient", "recipient_code", "recipient_number"),
    ),
}
NUMBER = {
    "singular": {"have": "has", "are": "is", "were": "was", "who": "which", "plan": "plans"},
    "plural": {"have": "have", "are": "are", "were": "were", "who": "who", "plan": "plan"},
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what a careful reader finds in it; `actor` is None where the sentence names none."""

    text: str
    construction: str
    predicate: str
    pair: str
    status: str
    event_type: str
    actor: str | None
    recipient: str


def sentences() -> Iterator[Sentence]:
    """Every combination of the three tables."""
    constructions, predicates, pairs = (read_rows(HERE / f"{name}.csv", columns) for name, columns in COLUMNS.items())
    for construction in constructions:
        for predicate in predicates:
            for pair in pairs:
                yield _sentence(construction, predicate, pair)


def _sentence(construction: Row, predicate: Row, pair: Row) -> Sentence:
    template = construction["template"]
    return Sentence(
        text=_tidy(template.format_map(_words(predicate, pair))),
        construction=construction["construction"],
        predicate=predicate["base"],
        pair=pair["key"],
        status=construction["status"],
        event_type=predicate["event_type"],
        actor=pair["actor_code"] if "{a}" in template.lower() else None,
        recipient=pair["recipient_code"],
    )


def _words(predicate: Row, pair: Row) -> dict[str, str]:
    """What each slot of a template stands for; {A} opens a sentence, {a} does not."""
    actor, recipient = pair["actor"], pair["recipient"]
    of_actor, of_recipient = NUMBER[pair["actor_number"]], NUMBER[pair["recipient_number"]]
    is_plural = pair["actor_number"] == "plural"
    is_person = pair["actor_pronoun"] == "he"
    words = dict(predicate.cells) | of_actor | {f"{key}_r": value for key, value in of_recipient.items()}
    words |= {"A": actor[0].upper() + actor[1:], "a": actor, "R": recipient, "r^": recipient[0].upper() + recipient[1:]}
    words |= {"pronoun": pair["actor_pronoun"], "s": "’" if is_plural else "’s"}
    words |= {"third_a": predicate["base"] if is_plural else predicate["third"]}
    if is_plural:
        words["light"] = predicate["light"].replace(" its ", " their ")
    if is_person:
        words |= {"who": "who", "light": predicate["light"].replace(" its ", " his ")}
    return words


def _tidy(text: str) -> str:
    """Without the blanks that an empty tail leaves."""
    return " ".join(text.split()).replace(" .", ".").replace(" ,", ",")
