"""Repairs: what parsers often get wrong, no grammar allows, and would cost an event."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs import (
    lost_subjects,
    main_clauses,
    names,
    objects,
    relatives,
    speech,
    subjects,
    titles,
    verbs,
)
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT


def repair(nodes: Sequence[Node]) -> None:
    """Change labels and governors in place."""
    for node in nodes:
        titles.name_tagged_as_name(node)
    for node in nodes:
        names.repair_name(node)
        if node.pos == "PROPN":
            _repair_title(node, nodes)
    verbs.main_verb(nodes)
    for node in nodes:
        _repair_order(node, nodes)
    for node in nodes:
        if node.children:
            _repair_phrase(node)
        _repair_clause(node, nodes)
        if node.pos == "VERB":
            _repair_verb(node, nodes)
    for node in nodes:
        if node.pos == "VERB":
            main_clauses.main_beside_conjunction(node)
            main_clauses.having_beside_main(node)


def _repair_title(name: Node, nodes: Sequence[Node]) -> None:
    """Names and the titles before them."""
    titles.name_with_hyphen(name, nodes)
    titles.second_name(name, nodes)
    titles.title_as_subject(name)
    titles.name_behind_title(name, nodes)
    titles.objects_of_name(name)
    titles.verb_of_name(name)
    titles.title_with_preposition(name, nodes)


def _repair_order(node: Node, nodes: Sequence[Node]) -> None:
    """Clauses within and beside others, told by the order of their words."""
    if node.tag in relatives.RELATIVE_TAGS or node.word == "that":
        relatives.inserted_relative(node, nodes)
        subjects.cleft(node, nodes)
    elif node.pos == "VERB" and node.lemma in words.speech_verbs():
        speech.inserted_speech(node, nodes)
        speech.quoted_before(node)


def _repair_phrase(node: Node) -> None:
    """Words whose dependants show what they are."""
    verbs.noun_with_object(node)
    verbs.adjective_with_object(node)
    verbs.verb_tagged_as_noun(node)
    verbs.compound_with_subject(node)
    verbs.participle_before_title(node)
    if node.pos in NOMINAL:
        verbs.verb_behind_day(node)
        verbs.verb_under_day(node)
        objects.case_of_number(node)
    objects.object_of_adjective(node)
    objects.participle_behind_preposition(node)
    verbs.gerund_with_object(node)
    verbs.gerund_before_victims(node)
    objects.phrase_of_event(node)
    subjects.who_is_willing(node)
    subjects.first_to(node)


def _repair_clause(node: Node, nodes: Sequence[Node]) -> None:
    """Clauses under the wrong label, or on the wrong word."""
    if node.dep == "advcl":
        verbs.gerund_of_text(node)
        verbs.content_clause(node)
        verbs.gerund_of_charge(node)
    if node.dep == "xcomp":
        verbs.event_behind_noun(node)
    if node.dep in ("nmod", "advcl", "obl") and node.tag in FINITE:
        verbs.verb_behind_phrase(node)
    if node.dep in ("conj", "advcl"):
        verbs.second_participle(node)
    if node.lemma == "have" and node.tag in (*FINITE, "VBG"):
        verbs.participle_behind_have(node, nodes)


def _repair_verb(verb: Node, nodes: Sequence[Node]) -> None:
    if verbs.is_inside_noun_phrase(verb):
        verbs.free_verb(verb, nodes)
    if verb.tag == "VBG" and verb.dep == "ccomp" and verb.first("obj") is not None:
        subjects.subject_before(verb)
    verbs.infinitive_behind_let(verb)
    relatives.relative_beside_noun(verb)
    relatives.relative_behind_name(verb, nodes)
    relatives.relative_object(verb)
    _repair_objects(verb, nodes)
    _repair_subject(verb, nodes)


def _repair_objects(verb: Node, nodes: Sequence[Node]) -> None:
    objects.day_as_object(verb)
    objects.participle_behind_hyphen(verb, nodes)
    objects.noun_as_complement(verb)
    objects.qualified_object(verb)
    objects.receiver_before_thing(verb)
    objects.quality_before_article(verb)
    objects.counted_object(verb)
    objects.bare_oblique(verb)
    objects.number_before_object(verb)
    objects.two_objects(verb)
    objects.particle_before_object(verb)
    objects.particle_behind_object(verb)
    objects.quality_behind_object(verb)
    objects.charge_behind_name(verb)


def _repair_subject(verb: Node, nodes: Sequence[Node]) -> None:
    subjects.sentence_as_subject(verb)
    subjects.object_of_infinitive(verb)
    subjects.what_is_done(verb)
    subjects.apposition_before_verb(verb)
    lost_subjects.phrase_before_subject(verb, nodes)
    lost_subjects.subject_in_brackets(verb, nodes)
    subjects.active_without_auxiliary(verb, nodes)
    subjects.subject_of_short_passive(verb, nodes)
    subjects.conjunction_at_subject(verb)
    if verb.tag == "VBN" and verb.dep == "advcl" and verb.first("obj") is not None:
        subjects.subject_behind_conjunction(verb, nodes)
    if verb.tag in FINITE:
        objects.object_behind(verb)
        if verb.first(*SUBJECT) is None:
            subjects.subject_before(verb)
            subjects.subject_behind_conjunction(verb, nodes)
    lost_subjects.find_subject(verb, nodes)
