"""Relatives: clauses behind "who" and "which", whose noun, pronoun and main clause the parse misplaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach, last_of, take_place

PRONOUNS = ("who", "whom", "which", "that")
RELATIVE_TAGS = ("WDT", "WP")
# What may stand between a comma and the verb that goes on with the main clause.
BEFORE_VERB = ("RB", "MD")
# Where something happens, which does nothing itself.
AREAS = frozenset({"area", "town", "city", "province", "district", "village", "region", "suburb", "capital", "country"})
TWO = 2


@dataclass(frozen=True, slots=True)
class Inserted:
    """ "Noun, pronoun (subject) verb ..., main": a relative clause between commas and the verb behind it."""

    noun: Node
    pronoun: Node
    subject: Node | None
    verb: Node
    main: Node


def that_of_relative(word: Node) -> None:
    """ "Flour that Chad sent": a relative clause's object or subject is no conjunction."""
    if word.word != "that" or word.tag not in ("IN", "DT") or word.dep not in ("obj", *SUBJECT):
        return
    clause = word.head
    if clause is not None and clause.dep in ("acl", "acl:relcl") and word.index < clause.index:
        word.tag, clause.dep = "WDT", "acl:relcl"


def participle_as_subject(participle: Node) -> None:
    """ "The chief accused of fraud was arrested", "jailed editors went on strike": the participle is no noun."""
    noun = participle.first(*SUBJECT)
    behind = participle.first("obj")
    if participle.tag == "VBN" and participle.dep in SUBJECT and noun is None and behind is not None:
        take_place(behind, participle)
        attach(participle, behind, "amod")
        return
    if participle.tag not in ("VBN", "VBD") or participle.dep not in SUBJECT or noun is None:
        return
    # "The first migrants to be deported had been held".
    bare = participle.first("aux", "aux:pass", "cop", "mark") is None or participle.has_word(("to",), "mark")
    if noun.index > participle.index or not bare:
        return
    take_place(noun, participle)
    attach(participle, noun, "acl")
    participle.tag = "VBN"


def deed_before_place(clause: Node) -> None:
    """ "Launched a raid in the Lima area that killed ten": no area kills; the deed before it does."""
    place, pronoun = clause.head, clause.first(*SUBJECT)
    if clause.dep != "acl:relcl" or place is None or pronoun is None or pronoun.word not in ("that", "which"):
        return
    located = place.has_word(("in", "at", "near"), "case") and (place.pos == "PROPN" or place.lemma in AREAS)
    if not located or clause.lemma not in words.verbs("outcome") or place.head is None:
        return
    deed = place.head.first("obj") if place.head.pos == "VERB" else place.head
    if deed is not None and deed.pos == "NOUN" and deed.index < place.index and deed.lemma not in AREAS:
        attach(clause, deed, "acl:relcl")


def among_those(participle: Node) -> None:
    """ "A child was among the ten killed": behind "among" stand those who were killed, not who killed."""
    noun = next((child for child in participle.all(*SUBJECT) if child.has_word(("among",), "case")), None)
    if noun is None or participle.tag not in ("VBN", "VBD"):
        return
    if noun.index < participle.index and participle.first("aux", "aux:pass", "obj") is None:
        own = [child for child in participle.children if child.index < noun.index]
        take_place(noun, participle)
        for child in own:
            attach(child, noun, child.dep)
        attach(participle, noun, "acl")
        participle.tag = "VBN"


def inserted_relative(pronoun: Node, nodes: Sequence[Node]) -> None:
    """ "Chad, which Ruiz visited, left": the noun is the main verb's, the pronoun the relative clause's."""
    found = _inserted(pronoun, nodes)
    if found is None:
        return
    parts = [part for part in (found.noun, found.verb, found.main, found.subject) if part is not None]
    top = next((above for above in reversed([*found.main.ancestors()]) if above in parts), None)
    if top is not None:
        attach(found.main, top.head, top.dep)
    if found.noun.head is not found.main or found.noun.dep not in SUBJECT:
        attach(found.noun, found.main, "nsubj:pass" if found.main.first("aux:pass") is not None else "nsubj")
    attach(found.verb, found.noun, "acl:relcl")
    if found.subject is not None:
        attach(found.subject, found.verb, "nsubj")
        attach(pronoun, found.verb, "obj")


def _inserted(pronoun: Node, nodes: Sequence[Node]) -> Inserted | None:
    """The parts of an inserted relative clause, where each can be told from the order of the words."""
    start = nodes[0].index
    at = pronoun.index - start
    if pronoun.word not in PRONOUNS[:3] or at < 2 or nodes[at - 1].word != ",":
        return None
    noun = _antecedent(nodes[at - 2])
    verb = _first_verb(nodes[at + 1 :])
    if noun is None or verb is None or verb.first("aux:pass") is not None:
        return None
    main = _main_verb(nodes[verb.index - start :], noun)
    subject = _subject(nodes[at + 1 : verb.index - start])
    if main is None or (subject is not None and (verb.first("obj") not in (None, pronoun))):
        return None
    if subject is None and verb.first(*SUBJECT) not in (None, pronoun, noun):
        return None
    return Inserted(noun, pronoun, subject, verb, main)


def _antecedent(last: Node) -> Node | None:
    """Head of the noun phrase that ends here; none for one with a preposition."""
    noun = last
    while noun.head is not None and noun.head.index < last.index and noun.head.pos in NOMINAL:
        noun = noun.head
    bare = noun.pos in NOMINAL and all(child.tag == "POS" for child in noun.all("case"))
    return noun if bare else None


def _subject(between: Sequence[Node]) -> Node | None:
    """Head of the noun phrase that the words between pronoun and verb end with; adverbs may follow it."""
    inside = [node for node in between if node.tag not in BEFORE_VERB and node.dep not in ("aux", "aux:pass")]
    noun = inside[-1] if inside and inside[-1].pos in (*NOMINAL, "PRON") else None
    while noun is not None and noun.head in inside and noun.head is not None and noun.head.pos in NOMINAL:
        noun = noun.head
    return noun


def _first_verb(nodes: Sequence[Node]) -> Node | None:
    """The first verb; none where a comma or a second pronoun stands before it."""
    for node in nodes:
        if node.word == "," or node.tag in RELATIVE_TAGS:
            return None
        if node.pos == "VERB" and node.tag in (*FINITE, "VBN", "VB", "VBG"):
            return node
    return None


def _main_verb(nodes: Sequence[Node], noun: Node) -> Node | None:
    """The finite verb right behind the next comma, if nothing but the noun can be its subject."""
    comma = next((at for at, node in enumerate(nodes) if node.word == ","), None)
    for node in nodes[comma + 1 :] if comma is not None else ():
        finite = node.tag in FINITE or any(part.tag in (*FINITE, "MD") for part in node.all("aux", "aux:pass", "cop"))
        if node.pos == "VERB" and finite:
            own = node.first(*SUBJECT)
            alone = own is None or own is noun or own.index < noun.index
            return node if alone and node.first("mark", "cc") is None else None
        if node.dep not in ("aux", "aux:pass", "cop") and node.tag not in BEFORE_VERB:
            return None
    return None


def object_of_relative(main: Node) -> None:
    """ "The court that jailed Ruiz sat", "a plan to sell mills fell": the second subject is that clause's object."""
    subjects = [child for child in main.all(*SUBJECT) if child.index < main.index]
    if len(subjects) < TWO:
        return
    first, second = subjects[-TWO:]
    clause = first.first("acl:relcl", "acl")
    if clause is None or clause.pos != "VERB" or clause.first("obj", "aux:pass", "ccomp", "xcomp") is not None:
        return
    is_whole = clause.tag == "VB" if clause.dep == "acl" else clause.first(*SUBJECT) is not None
    if is_whole and clause.index == _left_edge(second) - 1:
        attach(second, clause, "obj")


def verb_beside_relative(second: Node) -> None:
    """ "I will draft a law that bans guns and fines sellers": the second verb goes with that of its own form."""
    main = second.head
    if second.dep != "conj" or main is None or second.tag not in FINITE or second.tag == main.tag:
        return
    if second.first("aux", "cop", *SUBJECT) is not None or second.first("cc") is None:
        return
    last = second.index - TWO
    nouns = (child for child in main.children if child.pos in NOMINAL)
    clauses = (clause for noun in nouns for clause in noun.all("acl:relcl") if last_of(clause) == last)
    beside = next((clause for clause in clauses if clause.tag == second.tag), None)
    if beside is not None:
        attach(second, beside, "conj")


def _left_edge(node: Node) -> int:
    return min([node.index, *map(_left_edge, node.children)])
