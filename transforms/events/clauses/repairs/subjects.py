"""Subjects: found again where the parse has lost them, or hung them on another word."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import CONJUNCTIONS, NOMINAL, SUBJECT, attach, noun_before


def subject_before(verb: Node) -> None:
    """A verb is no part of a compound: the noun before it is its subject ("saw Chad violating treaties")."""
    for child in [] if verb.first(*SUBJECT) else verb.all("compound"):
        if child.pos in NOMINAL and child.index < verb.index:
            child.dep = "nsubj"


def who_is_willing(quality: Node) -> None:
    """ "Chad says it is ready to leave": who is willing is somebody, no empty "it"."""
    empty = quality.first("expl")
    if empty is not None and quality.word in words.verbs("will") and quality.first("xcomp") is not None:
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


def subject_before_inserted_speech(speech: Node) -> None:
    """ "Chad, Oslo said, attacked Kenya": of two subjects the first belongs to what is said."""
    subjects, content = speech.all("nsubj"), speech.first("ccomp")
    if content is not None and content.pos in NOMINAL and content.index < speech.index:
        content = _content_of_name(content, speech)
    if content is None or content.first(*SUBJECT) is not None:
        return
    if len(subjects) == 1 and content.index > speech.index and (speaker := _apposed_speaker(subjects[0], speech)):
        attach(speaker, speech, "nsubj")
        subjects.append(speaker)
    if len(subjects) < 2:
        return
    if content.index > speech.index and content.tag in (*FINITE, "VBN", "VB"):
        attach(subjects[0], content, "nsubj")


def _content_of_name(name: Node, speech: Node) -> Node | None:
    """ "Ana Ruiz, Oslo said, attacked Chad": a bare name is no content, it is the subject of what follows."""
    content = next((child for child in speech.all("ccomp") if child.index > speech.index and child.pos == "VERB"), None)
    if content is not None and content.first(*SUBJECT) is None and name.first("cop", "case", *SUBJECT) is None:
        attach(name, content, "nsubj")
    return content


def _apposed_speaker(subject: Node, speech: Node) -> Node | None:
    """ "Ruiz, Oslo said, attacked Chad": a name right before the verb, between commas, is the one who says so."""
    found = [child for child in subject.all("appos") if child.index == speech.index - 1 and child.pos == "PROPN"]
    between_commas = any(child.word == "," and child.index > speech.index for child in speech.all("punct"))
    return found[0] if found and between_commas else None


def subject_of_short_passive(verb: Node, nodes: Sequence[Node]) -> None:
    """ "Village shelled by rebels": who stands before a participle with an agent suffers it."""
    is_headline = verb.head is None and nodes[-1].tag != "."
    if verb.first("obl:agent") is None and not (
        is_headline and any(c.has_word(("by",), "case") for c in verb.all("obl"))
    ):
        return
    bare = verb.first("aux", "aux:pass", "cop", "obj", "ccomp", "xcomp") is None
    for subject in verb.all("nsubj") if bare and verb.tag in ("VBN", "VBD") else []:
        subject.dep = "nsubj:pass"
