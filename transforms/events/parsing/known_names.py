"""Names that the actor tables are sure of outrank the model: countries and regions, their people, organisations."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from schemas.codes import reference_rows
from schemas.data_files import packaged, read_rows

NATIONS = ("term", "kind")
BODIES = ("name", "aliases")
COUNTRY_LABELS = {"name": "LOC", "capital": "LOC", "adjective": "MISC"}
NATION_LABELS = {
    "name": "LOC",
    "region": "LOC",
    "capital": "LOC",
    "city": "LOC",
    "adjective": "MISC",
    "demonym": "MISC",
}
BODY_TABLES = ("organisations", "institutions", "parties", "armed_groups")
# Jordan and Georgia are people too: one word that the model takes for a person is a place only behind one of these.
WHERE = frozenset({"in", "near", "at", "across", "outside"})
PERSON = "PERSON"


@cache
def known_names() -> dict[str, str]:
    """Label by name as it is written; what could be of two kinds is left out."""
    labels: dict[str, set[str]] = {}
    for name, label in (*_nations(), *_bodies()):
        labels.setdefault(name, set()).add(label)
    return {name: found.pop() for name, found in labels.items() if len(found) == 1}


def _nations() -> Iterator[tuple[str, str]]:
    for country in reference_rows("countries"):
        yield from ((country[key], label) for key, label in COUNTRY_LABELS.items() if country[key])
    for row in read_rows(packaged("transforms.events", "actors", "nations.csv"), NATIONS, exact=False):
        yield row["term"], NATION_LABELS[row["kind"]]


def _bodies() -> Iterator[tuple[str, str]]:
    """Names of several words, and letters; a single word may be anybody's."""
    for table in BODY_TABLES:
        for row in read_rows(packaged("transforms.events", "actors", f"{table}.csv"), BODIES, exact=False):
            names = (row["name"], *row["aliases"].split("|"))
            yield from ((name, "ORG") for name in names if " " in name or (name.isupper() and len(name) > 2))


def with_known(doc: Doc, names: Iterable[Span]) -> list[Span]:
    """The names with the labels of the tables, and nations that the model left out, in their order."""
    sure = [Span(doc, name.start, name.end, label=_label(name)) for name in names]
    taken = {token.i for name in sure for token in name}
    free = (Span(doc, t.i, t.i + 1, label=known_names()[t.text]) for t in doc if t.i not in taken and _is_nation(t))
    return sorted([*sure, *free], key=lambda name: name.start)


def _label(name: Span) -> str:
    label = known_names().get(name.text, name.label_)
    if name.label_ != PERSON or len(name) > 1:
        return label
    behind = name.doc[name.start - 1].lower_ if name.start else ""
    return label if label == "LOC" and behind in WHERE else PERSON


def _is_nation(token: Token) -> bool:
    """A country's or people's name on its own, written with a capital as a name is."""
    return token.text in known_names() and token.tag_ in ("NNP", "NNPS", "JJ") and token.text[:1].isupper()
