"""Days: beside a verb or a name, never a part of it, and without company of their own."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach


def phrase_behind_day(day: Node) -> None:
    """ "Strikes on Friday against Chad": a day has no company but "of"; what follows belongs to what it dates."""
    if day.dep not in ("obl", "nmod", "obl:unmarked", "nmod:unmarked"):
        return
    above = day.head
    for child in day.all("nmod") if above is not None else []:
        if child.index > day.index and child.first("case") is not None and not child.has_word(("of",), "case"):
            attach(child, above, "nmod" if above is not None and above.pos in NOMINAL else "obl")


def subject_before_day(day: Node) -> None:
    """ "The union yesterday threatened Chad": the day is when, the noun that it swallowed is who."""
    verb = day.head
    if day.dep not in SUBJECT or verb is None or verb.pos != "VERB" or day.index > verb.index:
        return
    if day.first("case", "det", "amod", "nummod", "nmod:poss") is not None:
        return
    swallowed = [child for child in day.all("compound", "nmod") if child.pos in NOMINAL and child.index < day.index]
    if swallowed:
        label = day.dep
        attach(swallowed[-1], verb, label)
        attach(day, verb, "obl:unmarked")


def day_before_subject(day: Node) -> None:
    """ "On Tuesday Chad attacked Kenya": the day is no part of the name behind it."""
    if day.dep not in ("compound", "nmod:desc"):
        return
    top = day.head
    while top is not None and top.dep in ("compound", "flat", "amod", "nmod:desc") and top.head is not None:
        top = top.head
    verb = top.head if top is not None else None
    if top is None or verb is None or verb.pos != "VERB" or not day.index < top.index < verb.index:
        return
    if verb.first(*SUBJECT) not in (None, top) or top.dep not in ("obl", "nmod", *SUBJECT):
        return
    for case in top.all("case"):
        if case.index < day.index:
            attach(case, day, "case")
    passive = verb.first("aux:pass") is not None
    attach(day, verb, "obl")
    top.dep = "nsubj:pass" if passive else "nsubj"


def object_before_day(day: Node) -> None:
    """ "Attacked Chad Tuesday": the name before the day is what the verb acts on."""
    if day.dep != "obl:unmarked":
        return
    verb, first = day.head, next(iter(day.children), None)
    if verb is None or first is None or verb.pos != "VERB" or first.index != verb.index + 1:
        return
    bare = verb.first("obj", "ccomp", "xcomp") is None and first.first("case") is None
    if bare and first.pos == "PROPN" and first.dep == "compound" and first.lemma not in words.verbs("time"):
        attach(first, verb, "obj")
