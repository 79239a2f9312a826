"""Titles and the names that they stand before: one noun phrase, with one preposition and no subject inside."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.repairs.moves import CONJUNCTIONS, NOMINAL, SUBJECT, attach, take_place

# What a preposition leaves a noun to be.
PHRASES = ("obl", "obl:agent", "nmod", "conj")
# Labels of what a clause stands in place of.
CLAUSES = ("ROOT", "ccomp", "parataxis", "conj")
# What no second part of a name is.
LOOSE = ("obj", "obl", "obl:unmarked", "nmod", "nsubj", "appos", "dep", "list", "iobj")


def name_tagged_as_name(node: Node) -> None:
    """What is tagged as a name, written as one and has no auxiliary is no verb."""
    if node.pos == "VERB" and node.tag == "NNP" and node.capital and node.first("aux", "aux:pass") is None:
        node.pos = "PROPN"


def name_with_hyphen(node: Node, nodes: Sequence[Node]) -> None:
    """ "Ana el-Ruiz": what a hyphen joins to a name belongs to it, whatever else the parse makes of it."""
    at = node.index - nodes[0].index
    if node.pos != "PROPN" or at < 2 or nodes[at - 1].tag != "HYPH" or nodes[at - 2].pos != "PROPN":
        return
    first = nodes[at - 2]
    while first.dep == "flat" and first.head is not None:
        first = first.head
    if node.head is first.head and node.dep in LOOSE and node.first("case", "det") is None and first is not node:
        attach(node, first, "flat")


def title_with_preposition(name: Node, nodes: Sequence[Node]) -> None:
    """ "Talks with President Ruiz": the title's preposition is that of the name."""
    title = name.first("nmod:desc")
    cases = title.all("case") if title is not None and name.first("case") is None else []
    if not cases or name.pos not in NOMINAL:
        return
    for case in cases:
        attach(case, name, "case")
    if name.dep in SUBJECT and (_hang_on_adjective(name, cases[0], nodes) or _hang_on_subject(name, cases[0])):
        return
    above = name.head
    beside = above.first("obj") if above is not None and name.dep == "dep" else None
    if beside is not None and beside.index == cases[0].index - 1:
        attach(name, beside, "nmod")
    opens_clause = cases[0].word in CONJUNCTIONS and name.dep in SUBJECT
    if above is not None and name.dep not in PHRASES and not opens_clause:
        name.dep = "nmod" if name.head is not None and name.head.pos in NOMINAL else "obl"


def _hang_on_adjective(name: Node, case: Node, nodes: Sequence[Node]) -> bool:
    """ "Troops loyal to General Ruiz left": the phrase is that of the adjective before it."""
    at = case.index - nodes[0].index
    before = nodes[at - 1] if at else None
    if before is None or before.pos != "ADJ" or name in before.ancestors():
        return False
    attach(name, before, "obl")
    return True


def second_name(name: Node, nodes: Sequence[Node]) -> None:
    """ "Oslo, Lima meet", "Ana Ruiz and President Diaz": a name beyond a comma or "and" is another's."""
    first = name.head
    if name.dep != "flat" or first is None or first.index > name.index or first.dep == "flat":
        return
    start = nodes[0].index
    between = nodes[first.index + 1 - start : name.index - start]
    joint = next((node for node in reversed(between) if node.word in ("and", ",")), None)
    own = {name.index, *(child.index for child in name.children)}
    if joint is None or not all(
        node.index in own or node.head in (name, *name.children) for node in _behind(joint, between)
    ):
        return
    name.dep = "conj"
    if joint.dep == "cc":
        attach(joint, name, "cc")


def _behind(joint: Node, nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.index > joint.index]


def _hang_on_subject(name: Node, case: Node) -> bool:
    """ "The arrest of Chadians by President Ruiz drew protests": between subject and verb it belongs to the subject."""
    verb = name.head
    others = [other for other in verb.all(*SUBJECT) if other is not name] if verb is not None else []
    if verb is None or not others or not others[0].index < case.index < name.index < verb.index:
        return False
    attach(name, others[0], "nmod")
    return True


def title_as_subject(name: Node) -> None:
    """ "Foreign Minister Ruiz": a title right before a name without a copula is not its subject."""
    title = name.first("nsubj")
    if name.pos != "PROPN" or title is None or title.index != name.index - 1 or title.pos not in NOMINAL:
        return
    if name.first("cop", "aux", "aux:pass") is not None or not title.capital:
        return
    title.dep = "nmod:desc"
    for child in title.all("cop", "expl", "nsubj"):
        attach(child, name, child.dep)


def objects_of_name(name: Node) -> None:
    """ "Ana Ruiz", "Ana Ruiz's visit": a name has no object; what seems one is its second part, or what it owns."""
    if name.first("cop") is not None:
        return
    for part in name.all("obj", "iobj", "xcomp"):
        owner = part.first("nmod:poss")
        if part.index == name.index + 1 and part.pos == "PROPN":
            part.dep = "flat"
        elif owner is not None and owner.index == name.index + 1 and owner.pos == "PROPN":
            attach(owner, name, "flat")
            _own(name, part)
        elif part.pos == "NOUN" and any(last.first("case") is not None for last in name.all("flat")):
            _own(name, part)


def _own(name: Node, thing: Node) -> None:
    take_place(thing, name)
    attach(name, thing, "nmod:poss")


def name_behind_title(name: Node, nodes: Sequence[Node]) -> None:
    """ "By Foreign Minister Ruiz": a name right behind a title belongs to it, wherever the parse hangs it."""
    at = name.index - nodes[0].index
    title = nodes[at - 1] if at else None
    loose = (
        name.dep in ("xcomp", "ccomp", "conj", "advcl", "parataxis", "dep") and name.first("cc", "case", "cop") is None
    )
    if title is None or not loose or title.pos not in NOMINAL or not title.capital or title in name.children:
        return
    if name in title.ancestors() or title.dep in ("compound", "flat") or title.lemma in words.verbs("time"):
        return
    above = name.head
    for child in name.all(*SUBJECT):
        attach(child, above, "obl")
    attach(name, title, "flat")
    for child in name.all("punct", "obl", "nmod", "advcl", "conj"):
        attach(child, above, child.dep)


def verb_of_name(name: Node) -> None:
    """ "Ruiz, so far, has left": the finite verb that hangs on a name takes its place and the name as its subject."""
    behind = [child for child in name.children if child.index > name.index and child.pos == "VERB"]
    verb = next((child for child in behind if child.dep in ("parataxis", "xcomp", "advcl", "conj", "ccomp")), None)
    if (
        verb is None
        or name.dep not in CLAUSES
        or not _is_surely_finite(verb)
        or verb.first(*SUBJECT, "mark", "cc") is not None
        or name.first("cop") is not None
    ):
        return
    take_place(verb, name)
    attach(name, verb, "nsubj:pass" if verb.first("aux:pass") is not None else "nsubj")
    for child in name.all("mark", "advmod", "advcl"):
        attach(child, verb, child.dep)


def _is_surely_finite(verb: Node) -> bool:
    """Whether it has an auxiliary or an object, or is a present: a bare participle may qualify the name."""
    if verb.first("aux", "aux:pass") is not None:
        return True
    return verb.tag in ("VBZ", "VBP") or (verb.tag in ("VBD", "VBN") and verb.first("obj", "ccomp") is not None)
