"""The suite: constructions with predicates and pairs, with the outcome that each construction states."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.data_files import Row, read_rows

HERE = Path(__file__).parent
COLUMNS = {
    "constructions": ("construction", "status", "template"),
    "predicates": ("base", "third", "past", "participle", "gerund", "tail", "noun", "light", "event_type"),
    "by_hand": ("text", "event_type", "actor", "recipient", "status"),
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
    predicates, pairs = _rows("predicates"), _rows("pairs")
    for construction in _rows("constructions"):
        for predicate in predicates:
            for pair in pairs:
                yield _sentence(construction, predicate, pair)


def more_sentences() -> Iterator[Sentence]:
    """Each further construction with each predicate, which take the pairs in turn."""
    pairs = _rows("pairs")
    for first, construction in enumerate(read_rows(HERE / "more_constructions.csv", COLUMNS["constructions"])):
        for number, predicate in enumerate(_rows("predicates")):
            yield _sentence(construction, predicate, pairs[(first + number) % len(pairs)])


def sentences_by_hand() -> Iterator[Sentence]:
    """Sentences of their own words: nouns of acts, light verbs, particles, acts of speech, questions."""
    for row in _rows("by_hand"):
        yield Sentence(
            text=row["text"],
            construction="by hand",
            predicate=row["text"],
            pair="own",
            status=row["status"],
            event_type=row["event_type"],
            actor=row["actor"],
            recipient=row["recipient"],
        )


def _rows(name: str) -> list[Row]:
    return list(read_rows(HERE / f"{name}.csv", COLUMNS[name]))


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
    words |= {"base^": predicate["base"].capitalize(), "have^": of_actor["have"].capitalize()}
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
