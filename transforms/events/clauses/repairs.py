"""Repairs: what parsers often get wrong, no grammar allows, and would cost an event."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node

NOMINAL = ("NOUN", "PROPN")
SUBJECT = ("nsubj", "nsubj:pass")
INSIDE_NOUN_PHRASE = ("amod", "compound", "case", "flat", "det", "nmod", "nmod:desc", "appos", "conj", "fixed")
STAY_WITH_NOUN = ("det", "nummod", "amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "case", "flat", "appos")
CONJUNCTIONS = ("after", "before", "since", "until", "as", "because", "once", "though", "although")


def repair(nodes: Sequence[Node]) -> None:
    """Change labels and governors in place."""
    for node in nodes:
        _repair_name(node)
    for node in nodes:
        if node.dep == "advcl":
            _content_clause(node)
        if node.lemma == "have" and node.tag in FINITE:
            _participle_behind_have(node, nodes)
        if node.pos == "VERB":
            _repair_verb(node, nodes)


def _repair_name(node: Node) -> None:
    """Names, and what is wrongly made part of one."""
    if node.pos == "ADJ" and node.tag in FINITE:
        node.pos = "VERB"
    if node.dep == "advcl:relcl" and node.head is not None and node.head.pos in (*NOMINAL, "PRON"):
        node.dep = "acl:relcl"
    if node.lemma in words.verbs("time") and node.dep in ("compound", "nmod:desc"):
        _day_before_subject(node)
    if node.dep == "amod" and node.tag == "VBG":
        _gerund_before_name(node)


def _repair_verb(verb: Node, nodes: Sequence[Node]) -> None:
    if _is_inside_noun_phrase(verb):
        _free_verb(verb, nodes)
    if verb.tag == "VBG" and verb.dep == "ccomp" and verb.first("obj") is not None:
        _subject_before(verb)
    if verb.lemma in words.speech_verbs():
        _subject_before_inserted_speech(verb)
    _subject_of_short_passive(verb, nodes)
    _conjunction_at_subject(verb)
    if verb.tag in FINITE:
        _object_behind(verb)
        if verb.first(*SUBJECT) is None:
            _subject_before(verb)
            _subject_behind_conjunction(verb, nodes)


def _attach(node: Node, head: Node | None, dep: str) -> None:
    """Hang the node under another governor; children stay in reading order."""
    if node.head is not None:
        node.head.children.remove(node)
    node.head, node.dep = head, dep
    if head is not None:
        head.children = sorted([*head.children, node], key=lambda child: child.index)


def _content_clause(node: Node) -> None:
    """Only a content clause begins with "that" behind a verb; "urged Chile to withdraw" tells what was urged."""
    if node.head is None:
        return
    if node.head.pos == "VERB" and node.has_word(("that",), "mark"):
        node.dep = "ccomp"
    elif node.tag == "VB" and node.has_word(("to",), "mark") and node.head.lemma in words.complement_takers():
        node.dep = "xcomp"


def _subject_before(verb: Node) -> None:
    """A verb is no part of a compound: the noun before it is its subject ("saw Chad violating treaties")."""
    for child in [] if verb.first(*SUBJECT) else verb.all("compound"):
        if child.pos in NOMINAL and child.index < verb.index:
            child.dep = "nsubj"


def _subject_behind_conjunction(verb: Node, nodes: Sequence[Node]) -> None:
    """ "Rose after Chad attacked Kenya": right before a finite verb "after Chad" is no phrase but opens a clause."""
    noun = _noun_before(verb, nodes)
    if noun is None or noun in verb.ancestors() or not noun.has_word(CONJUNCTIONS, "case"):
        return
    for case in noun.all("case"):
        _attach(case, verb, "mark")
    _attach(noun, verb, "nsubj")
    if verb.head is not None:
        verb.dep = "advcl"


def _conjunction_at_subject(verb: Node) -> None:
    """ "Left before Chad attacked", "until sanctions are lifted": what stands before a subject opens the clause."""
    subject = verb.first(*SUBJECT)
    if subject is None or verb.head is None or verb.dep not in ("advcl", "ccomp"):
        return
    for case in subject.all("case"):
        if case.word in CONJUNCTIONS and case.index < subject.index:
            _attach(case, verb, "mark")
            verb.dep = "advcl"


def _subject_before_inserted_speech(speech: Node) -> None:
    """ "Chad, Oslo said, attacked Kenya": of two subjects the first belongs to what is said."""
    subjects, content = speech.all("nsubj"), speech.first("ccomp")
    if len(subjects) < 2 or content is None or content.first(*SUBJECT) is not None:
        return
    if content.index > speech.index and content.tag in (*FINITE, "VBN", "VB"):
        _attach(subjects[0], content, "nsubj")


def _subject_of_short_passive(verb: Node, nodes: Sequence[Node]) -> None:
    """ "Village shelled by rebels": who stands before a participle with an agent suffers it."""
    is_headline = verb.head is None and nodes[-1].tag != "."
    if verb.first("obl:agent") is None and not (
        is_headline and any(c.has_word(("by",), "case") for c in verb.all("obl"))
    ):
        return
    bare = verb.first("aux", "aux:pass", "cop", "obj", "ccomp", "xcomp") is None
    for subject in verb.all("nsubj") if bare and verb.tag in ("VBN", "VBD") else []:
        subject.dep = "nsubj:pass"


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
            _attach(case, day, "case")
    passive = verb.first("aux:pass") is not None
    _attach(day, verb, "obl")
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
    _attach(gerund, above, dep)
    _attach(name, gerund, "obj")
    for mark in marks:
        _attach(mark, gerund, "mark")


def _object_behind(verb: Node) -> None:
    """A verb has no apposition: the noun that hangs there is its object."""
    if verb.first("obj", "ccomp", "xcomp") is None:
        for child in verb.all("appos")[:1]:
            child.dep = "obj"


def _participle_behind_have(have: Node, nodes: Sequence[Node]) -> None:
    """ "Had bombed villages": a participle right behind "have" is the verb, not a quality of the object."""
    verb = next((node for node in nodes if node.index > have.index and node.tag != "RB"), None)
    if verb is None or verb.tag != "VBN" or verb.dep != "amod" or verb.head is None or verb.head.head is not have:
        return
    object_ = verb.head
    _take_place(verb, have)
    for child in list(have.children):
        _attach(child, verb, child.dep)
    _attach(object_, verb, "obj")
    _attach(have, verb, "aux")


def _is_inside_noun_phrase(verb: Node) -> bool:
    """Whether the parse makes part of a noun phrase of a finite verb, or of a participle behind the noun's subject."""
    if verb.dep not in INSIDE_NOUN_PHRASE or verb.head is None:
        return False
    if verb.tag in ("VBN", "VBD") and verb.dep == "amod" and verb.head.dep in ("ROOT", "ccomp", "parataxis", "conj"):
        return verb.head.first("cop") is None and (verb.tag == "VBD" or verb.head.first(*SUBJECT) is not None)
    return verb.tag in FINITE and verb.dep != "conj" and verb.head.pos in NOMINAL


def _free_verb(verb: Node, nodes: Sequence[Node]) -> None:
    """ "NATO voiced support": the noun before such a verb is its subject, the one behind it its object."""
    subject, object_ = _noun_before(verb, nodes), _noun_behind(verb)
    if subject is None and object_ is not None and object_.dep == "conj" and verb.tag in FINITE:
        _free_second_verb(verb, object_)
        return
    if subject is None or object_ is None or subject is object_:
        return
    top = object_ if object_ in subject.ancestors() else subject
    moved = [c for c in object_.children if c.index < verb.index or c.dep not in STAY_WITH_NOUN]
    moved += [c for c in subject.children if c.index > verb.index]
    _take_place(verb, top)
    _attach(subject, verb, "nsubj")
    _attach(object_, verb, "obj")
    for child in moved:
        if child not in (verb, subject, object_):
            _attach(child, verb, "mark" if child.dep == "case" else child.dep)
    if verb.dep in ("obl", "nmod") and verb.has_word(CONJUNCTIONS, "mark"):
        verb.dep = "advcl"


def _free_second_verb(verb: Node, object_: Node) -> None:
    """ "Left the talks and denounced Chad": the name is no second object but that of a second verb."""
    first = next((above for above in object_.ancestors() if above.tag in FINITE and above.pos == "VERB"), None)
    joined = [child for child in object_.all("cc") if child.index == verb.index - 1]
    if first is None or not joined or first.index > verb.index:
        return
    _attach(verb, first, "conj")
    _attach(object_, verb, "obj")
    _attach(joined[0], verb, "cc")


def _take_place(node: Node, other: Node) -> None:
    """Put the node where the other stands; the other is left without a governor."""
    head, dep = other.head, other.dep
    if head is not None:
        head.children.remove(other)
        other.head = None
    if head is node:
        head, dep = node.head, node.dep
    _attach(node, head, dep)


def _noun_before(verb: Node, nodes: Sequence[Node]) -> Node | None:
    """Head of the noun phrase that ends before the verb; adverbs may stand between."""
    before = [node for node in nodes if node.index < verb.index and node.tag not in ("RB", "MD")]
    if not before or before[-1].pos not in (*NOMINAL, "PRON"):
        return None
    noun = before[-1]
    while noun.head is not None and noun.head.index < verb.index and noun.dep in INSIDE_NOUN_PHRASE:
        if noun.first("case") is not None or noun.head.pos not in NOMINAL:
            break
        noun = noun.head
    return noun


def _noun_behind(verb: Node) -> Node | None:
    """The noun behind the verb that the parse hangs it on."""
    noun = verb.head
    return noun if noun is not None and noun.index > verb.index and noun.pos in NOMINAL else None
