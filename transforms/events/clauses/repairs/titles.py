"""Titles and the names that they stand before: one noun phrase, with one preposition and no subject inside."""

from __future__ import annotations

from transforms.events.clauses.node import Node
from transforms.events.clauses.repairs.moves import CONJUNCTIONS, NOMINAL, SUBJECT, attach

# What a preposition leaves a noun to be.
PHRASES = ("obl", "obl:agent", "nmod", "conj")


def title_with_preposition(name: Node) -> None:
    """ "Talks with President Ruiz": the title's preposition is that of the name."""
    title = name.first("nmod:desc")
    cases = title.all("case") if title is not None and name.first("case") is None else []
    if not cases or name.pos not in NOMINAL:
        return
    for case in cases:
        attach(case, name, "case")
    if name.dep in SUBJECT and _hang_on_subject(name, cases[0]):
        return
    above = name.head
    beside = above.first("obj") if above is not None and name.dep == "dep" else None
    if beside is not None and beside.index == cases[0].index - 1:
        attach(name, beside, "nmod")
    opens_clause = cases[0].word in CONJUNCTIONS and name.dep in SUBJECT
    if above is not None and name.dep not in PHRASES and not opens_clause:
        name.dep = "nmod" if name.head is not None and name.head.pos in NOMINAL else "obl"


def _hang_on_subject(name: Node, case: Node) -> bool:
    """ "The arrest of Chadians by President Ruiz drew protests": between subject and verb it belongs to the subject."""
    verb = name.head
    others = [other for other in verb.all(*SUBJECT) if other is not name] if verb is not None else []
    if verb is None or not others or not others[0].index < case.index < name.index < verb.index:
        return False
    attach(name, others[0], "nmod")
    return True
