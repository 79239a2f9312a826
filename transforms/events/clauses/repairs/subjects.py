"""Subjects: found again where the parse has lost them, or hung them on another word."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.repairs.moves import (
    CONJUNCTIONS,
    MAIN,
    NOMINAL,
    SUBJECT,
    attach,
    noun_before,
)

PLURAL = ("were", "are", "have")
CLOSE = "close"
TWO = 2


def subject_before(verb: Node) -> None:
    """A verb is no part of a compound: the noun before it is its subject ("a police officer shot dead a woman")."""
    for child in verb.all("compound"):
        if child.pos in NOMINAL and child.index < verb.index:
            child.dep = "nsubj"


def active_beside_active(verb: Node) -> None:
    """ "Rebels stormed and burned a post": who does the second thing to somebody did the first, and suffers neither."""
    second = next((child for child in verb.all("conj") if child.tag == "VBD" and child.first("obj") is not None), None)
    if verb.tag != "VBD" or second is None or second.first(*SUBJECT) is not None or verb.first("aux:pass") is not None:
        return
    for subject in verb.all("nsubj:pass"):
        subject.dep = "nsubj"


def active_with_object(verb: Node) -> None:
    """ "Gunmen shot dead two farmers": without an auxiliary who stands before a verb with an object does it."""
    if verb.tag not in ("VBN", "VBD") or verb.first("obj") is None or verb.first("aux", "aux:pass") is not None:
        return
    if verb.dep not in MAIN or verb.lemma in words.verbs("ditransitive"):
        return
    for subject in verb.all("nsubj:pass"):
        if subject.index < verb.index:
            subject.dep, verb.tag = "nsubj", "VBD"


def doer_of_own_act(verb: Node) -> None:
    """ "Nurses protested against the ban": what one does by oneself is done to nobody."""
    if verb.tag not in ("VBN", "VBD") or verb.lemma not in words.verbs("own_act"):
        return
    if verb.dep not in MAIN or verb.first("aux", "aux:pass", "obl:agent") is not None:
        return
    for subject in verb.all("nsubj:pass"):
        subject.dep, verb.tag = "nsubj", "VBD"


def object_of_participle(verb: Node) -> None:
    """ "An accord ending the dispute was signed": of two nouns before a verb the second belongs to the gerund."""
    named = verb.all("nsubj", "nsubj:pass")
    gerund = named[0].first("acl") if len(named) == TWO else None
    if gerund is None or gerund.tag != "VBG" or gerund.first("obj") is not None:
        return
    if named[0].index < gerund.index < named[1].index:
        attach(named[1], gerund, "obj")


def who_is_close(near: Node) -> None:
    """ "Officials close to the talks said": who is close to something says it, and nothing is closed."""
    speech, subject = near.head, near.first("nsubj")
    if near.lemma != CLOSE or near.dep != "ccomp" or speech is None or speech.index < near.index or subject is None:
        return
    if speech.first(*SUBJECT) is not None or not any(child.has_word(("to",), "case") for child in near.children):
        return
    attach(subject, speech, "nsubj")
    attach(near, subject, "amod")
    near.pos, near.tag = "ADJ", "JJ"


def who_is_willing(quality: Node) -> None:
    """ "Chad says it is ready to leave": who is willing is somebody, no empty "it"."""
    empty = quality.first("expl") if quality.word in words.verbs("will") else None
    if empty is not None and quality.first("xcomp") is not None:
        empty.dep = "nsubj"


def subject_behind_conjunction(verb: Node, nodes: Sequence[Node]) -> None:
    """ "Rose after Chad attacked Kenya": right before a finite verb "after Chad" is no phrase but opens a clause."""
    noun = noun_before(verb, nodes)
    if noun is None or noun in verb.ancestors() or not noun.has_word(CONJUNCTIONS, "case"):
        return
    for case in noun.all("case"):
        attach(case, verb, "mark")
    attach(noun, verb, "nsubj")
    if verb.head is not None:
        verb.dep = "advcl"


def conjunction_at_subject(verb: Node) -> None:
    """ "Left before Chad attacked", "until sanctions are lifted": what stands before a subject opens the clause."""
    subject = verb.first(*SUBJECT)
    if subject is None or verb.head is None or verb.dep not in ("advcl", "ccomp"):
        return
    for case in subject.all("case"):
        if case.word in CONJUNCTIONS and case.index < subject.index:
            attach(case, verb, "mark")
            verb.dep = "advcl"


def what_is_done(verb: Node) -> None:
    """ "What Chad did on Monday was expel envoys": who did it is the subject, and when he did it is when."""
    what = verb.first("nsubj:outer", "nsubj")
    did = what.first("acl:relcl") if what is not None and what.word == "what" else None
    subject = did.first("nsubj") if did is not None and did.lemma == "do" else None
    if what is None or did is None or subject is None or verb.first("cop") is None or verb.index < did.index:
        return
    if did.first("aux", "advmod") is not None:
        # "What Chad did not do was expel envoys".
        return
    what.dep = "dislocated"
    attach(subject, verb, "nsubj")
    for when in did.all("obl", "obl:unmarked"):
        attach(when, verb, when.dep)


def apposition_before_verb(verb: Node) -> None:
    """ "Oslo's envoy, Chad's partner, left": of two subjects between commas the second says who the first is."""
    subjects = [child for child in verb.all("nsubj") if child.index < verb.index]
    if len(subjects) != 2:
        return
    first, second = subjects
    opening = [mark for mark in (*first.all("punct"), *second.all("punct")) if mark.word == ","]
    before = [mark for mark in opening if first.index < mark.index < second.index]
    if len(before) > 0 and any(second.index < mark.index < verb.index for mark in opening):
        attach(second, first, "appos")


def subject_of_short_passive(verb: Node, nodes: Sequence[Node]) -> None:
    """ "Village shelled by rebels": who stands before a participle with an agent suffers it."""
    if verb.lemma in words.verbs("no passive"):
        return
    last = next((node for node in reversed(nodes) if node.pos != "SPACE"), verb)
    is_headline = last.tag != "." and (verb.head is None or verb.dep == "ccomp")
    if is_headline and verb.lemma in words.verbs("headline passive"):
        _make_passive(verb)
        return
    if verb.first("obl:agent") is None and not (
        is_headline and any(c.has_word(("by",), "case") for c in verb.all("obl"))
    ):
        return
    _make_passive(verb)


def _make_passive(verb: Node) -> None:
    bare = verb.first("aux", "aux:pass", "cop", "obj", "ccomp", "conj") is None
    if verb.first("xcomp") is not None and verb.first("obl:agent") is None:
        # "Chad urged to talk" may have lost whom; "Chad urged by Kenya to talk" has not.
        return
    for subject in verb.all("nsubj") if bare and verb.tag in ("VBN", "VBD") else []:
        subject.dep = "nsubj:pass"
        verb.tag = "VBN"
