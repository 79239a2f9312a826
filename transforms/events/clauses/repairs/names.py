"""Names: what is wrongly made part of a name, or of a noun phrase."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach, take_place

PLACING = ("in", "at", "near", "outside")


def repair_name(node: Node) -> None:
    """Names, and what is wrongly made part of one."""
    if node.pos == "ADJ" and (node.tag in FINITE or (node.tag == "VB" and node.first("obj") is not None)):
        node.pos = "VERB"
    _first_name_as_verb(node)
    if node.dep == "advcl:relcl" and node.head is not None and node.head.pos in (*NOMINAL, "PRON"):
        node.dep = "acl:relcl"
    if node.lemma in words.verbs("time"):
        _repair_day(node)
    if node.dep in (*SUBJECT, "obl") and node.first("case") is not None:
        _place_before_subject(node)
    if node.dep == "amod" and node.tag == "VBG":
        _gerund_before_name(node)
    if node.dep in ("acl", "xcomp", "advcl", "obl", "nmod") and node.has_word(("to",), "mark"):
        _name_behind_to(node)
    if node.dep == "conj" and node.pos == "NOUN":
        _owner_by_two_names(node)
    if node.has_word(("between",), "case"):
        _second_party(node)


def _first_name_as_verb(first: Node) -> None:
    """ "Minister Ana Ruiz sued Chad": a capital word between a title and a name is no verb where one follows."""
    title, name = first.first(*SUBJECT), first.first("obj")
    if first.tag not in FINITE or not first.capital:
        return
    if title is None or name is None or not (title.capital and name.capital and name.pos == "PROPN"):
        return
    verb = next((child for child in first.children if child.index > name.index and child.tag in FINITE), None)
    if title.index != first.index - 1 or name.index != first.index + 1 or verb is None:
        return
    if verb.first(*SUBJECT) is not None or verb.first("mark") is not None or verb.capital:
        return
    take_place(verb, first)
    first.pos, first.tag = "PROPN", "NNP"
    attach(name, verb, "nsubj")
    attach(first, name, "compound")
    attach(title, name, "nmod:desc")
    for child in [child for child in first.children if child is not verb]:
        attach(child, verb, child.dep)


def _repair_day(day: Node) -> None:
    """Days and names beside them."""
    if day.dep in ("compound", "nmod:desc"):
        _day_before_subject(day)
    if day.dep == "obl:unmarked":
        _object_before_day(day)
    if day.dep in ("obl", "nmod", *SUBJECT):
        _name_before_day(day)
    if day.dep in ("obl", "nmod", "obl:unmarked", "nmod:unmarked"):
        _phrase_behind_day(day)


def _phrase_behind_day(day: Node) -> None:
    """ "Strikes on Friday against Chad": a day has no company but "of"; what follows belongs to what it dates."""
    above = day.head
    for child in day.all("nmod") if above is not None else []:
        if child.index > day.index and child.first("case") is not None and not child.has_word(("of",), "case"):
            attach(child, above, "nmod" if above is not None and above.pos in NOMINAL else "obl")


def _day_before_subject(day: Node) -> None:
    """ "On Tuesday Chad attacked Kenya": the day is no part of the name behind it."""
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


def _gerund_before_name(gerund: Node) -> None:
    """ "Admitted attacking Chad": a name is not qualified by a participle, it is its object."""
    name = gerund.head
    if name is None or name.pos != "PROPN" or name.head is None or name.index < gerund.index:
        return
    if any(child.index < gerund.index and child.dep != "case" for child in name.children):
        return
    above, marks = name.head, name.all("case")
    if name.dep not in ("obj", "nmod", "obl") or (name.dep == "obj" and above.index != gerund.index - 1):
        return
    dep = "xcomp" if name.dep == "obj" else "acl" if above.pos == "NOUN" else "advcl"
    attach(gerund, above, dep)
    attach(name, gerund, "obj")
    for mark in marks:
        attach(mark, gerund, "mark")


def _name_before_day(day: Node) -> None:
    """ "Sent arms to Chad last year", "Ana Ruiz today left": the name is no part of the day behind it."""
    names = [child for child in day.all("compound", "nmod") if child.pos == "PROPN" and child.first("case") is None]
    name = next((child for child in names if child.lemma not in words.verbs("time")), None)
    cases = [case for case in day.all("case") if name is not None and case.index < name.index]
    if name is None or not (cases or day.dep in SUBJECT):
        return
    above, dep = day.head, day.dep
    start = cases[0].index if cases else 0
    before = [child for child in day.children if start <= child.index < name.index]
    attach(day, above, "obl:unmarked")
    attach(name, above, dep)
    for child in before:
        attach(child, name, child.dep)


def _object_before_day(day: Node) -> None:
    """ "Attacked Chad Tuesday": the name before the day is what the verb acts on."""
    verb, first = day.head, next(iter(day.children), None)
    if verb is None or first is None or verb.pos != "VERB" or first.index != verb.index + 1:
        return
    bare = verb.first("obj", "ccomp", "xcomp") is None and first.first("case") is None
    if bare and first.pos == "PROPN" and first.dep == "compound" and first.lemma not in words.verbs("time"):
        attach(first, verb, "obj")


def _place_before_subject(noun: Node) -> None:
    """ "In Oslo Chad signed it": where a verb has no other subject, only the place belongs to the preposition."""
    verb, inside = noun.head, [child for child in noun.children if child.index < noun.index and child.dep != "punct"]
    if (
        verb is None
        or verb.pos != "VERB"
        or noun.index > verb.index
        or len(inside) < 2
        or inside[0].word not in PLACING
    ):
        return
    place = inside[1]
    named = place.capital and place.dep in ("compound", "amod", "nmod") and place.tag in ("NNP", "NN")
    others = [subject for subject in verb.all(*SUBJECT) if subject is not noun]
    full = noun.pos == "PROPN" or len(inside) > 2
    if not named or not full or others or verb.tag not in FINITE or place.lemma in words.verbs("time"):
        return
    noun.dep = "nsubj"
    attach(place, verb, "obl")
    attach(inside[0], place, "case")


def _name_behind_to(name: Node) -> None:
    """ "Appealed to Chad for help", "aid to Chad": a name is no infinitive."""
    above = name.head
    if above is None or name.first("obj", "xcomp", "ccomp", "cop", "aux", "aux:pass") is not None:
        return
    if name.pos != "PROPN" and not (name.tag == "VB" and name.capital and not above.capital):
        return
    name.pos, name.tag, name.dep = "PROPN", "NNP", "nmod" if above.pos in NOMINAL else "obl"
    for mark in name.all("mark"):
        mark.dep = "case"


def _owner_by_two_names(noun: Node) -> None:
    """ "Feared Ana Ruiz's visit": without a conjunction the noun is no second thing, the name before it its owner."""
    name, owner = noun.head, noun.first("nmod:poss")
    if name is None or owner is None or name.pos != "PROPN" or owner.pos != "PROPN" or noun.first("cc") is not None:
        return
    if owner.index == name.index + 1 and noun.index > owner.index:
        take_place(noun, name)
        attach(name, owner, "compound")


def _second_party(first: Node) -> None:
    """ "Talks between Chad and Kenya": what is joined to the first party is the second, not more talks."""
    if first.first("conj") is not None or first.head is None:
        return
    second = next((child for child in first.head.all("conj") if child.index > first.index), None)
    joined = second.first("cc") if second is not None else None
    if second is not None and joined is not None and joined.word == "and" and second.pos in NOMINAL:
        attach(second, first, "conj")
