"""Repairs: what parsers often get wrong, no grammar allows, and would cost an event."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs import lost_subjects, names, objects, relatives, subjects, verbs
from transforms.events.clauses.repairs.moves import SUBJECT


def repair(nodes: Sequence[Node]) -> None:
    """Change labels and governors in place."""
    for node in nodes:
        names.repair_name(node)
    verbs.main_verb(nodes)
    for node in nodes:
        if node.children:
            _repair_phrase(node)
        if node.dep == "advcl":
            verbs.content_clause(node)
            verbs.gerund_of_charge(node)
        if node.dep in ("conj", "advcl"):
            verbs.second_participle(node)
        if node.lemma == "have" and node.tag in (*FINITE, "VBG"):
            verbs.participle_behind_have(node, nodes)
        if node.pos == "VERB":
            _repair_verb(node, nodes)


def _repair_phrase(node: Node) -> None:
    """Words whose dependants show what they are."""
    verbs.noun_with_object(node)
    verbs.adjective_with_object(node)
    verbs.verb_tagged_as_noun(node)
    verbs.compound_with_subject(node)
    verbs.participle_before_title(node)
    if node.pos == "NOUN":
        verbs.verb_behind_day(node)
    verbs.gerund_with_object(node)
    relatives.pronoun_before_subject(node)
    subjects.who_is_willing(node)


def _repair_verb(verb: Node, nodes: Sequence[Node]) -> None:
    if verbs.is_inside_noun_phrase(verb):
        verbs.free_verb(verb, nodes)
    if verb.tag == "VBG" and verb.dep == "ccomp" and verb.first("obj") is not None:
        subjects.subject_before(verb)
    relatives.relative_beside_noun(verb)
    relatives.relative_object(verb)
    objects.counted_object(verb)
    objects.bare_oblique(verb)
    objects.number_before_object(verb)
    objects.two_objects(verb)
    objects.particle_before_object(verb)
    objects.particle_behind_object(verb)
    objects.quality_behind_object(verb)
    if verb.lemma in words.speech_verbs():
        subjects.subject_before_inserted_speech(verb)
    subjects.subject_of_short_passive(verb, nodes)
    subjects.conjunction_at_subject(verb)
    if verb.tag in FINITE:
        objects.object_behind(verb)
        if verb.first(*SUBJECT) is None:
            subjects.subject_before(verb)
            subjects.subject_behind_conjunction(verb, nodes)
    lost_subjects.find_subject(verb, nodes)
