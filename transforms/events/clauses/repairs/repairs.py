"""Repairs: what parsers often get wrong, no grammar allows, and would cost an event."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs import (
    days,
    lost_subjects,
    main_clauses,
    objects,
    relatives,
    subjects,
    titles,
    verbs,
)
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach


def repair(nodes: Sequence[Node]) -> None:
    """Change labels and governors in place."""
    for node in nodes:
        _repair_label(node)
        _repair_name(node)
    for node in nodes:
        if node.tag in relatives.RELATIVE_TAGS:
            relatives.inserted_relative(node, nodes)
    for node in nodes:
        if node.children:
            _repair_phrase(node, nodes)
        if node.pos == "VERB":
            _repair_verb(node, nodes)
    for node in nodes:
        if node.tag == "JJ":
            main_clauses.dead_in_headline(node, nodes)
        if node.pos == "VERB":
            main_clauses.moving_alone(node)
            main_clauses.main_beside_conjunction(node)
            main_clauses.having_beside_main(node)
            main_clauses.outcome_behind_report(node)
            main_clauses.outcome_behind_comma(node)
            main_clauses.accused_behind_object(node)
            main_clauses.bare_beside_infinitive(node)
            main_clauses.gerund_beside_gerund(node)
            main_clauses.verb_behind_dashes(node, nodes)


def _noun_joined_by(verb: Node) -> Node | None:
    """ "Sending prayers and support to them": the noun that a bare form is joined to is one itself."""
    above = verb.head
    if above is None or verb.first("mark", "aux", "obj", *SUBJECT) is not None or verb.first("cc") is None:
        return None
    if above.pos == "NOUN":
        return above if above.dep in ("obj", "nmod", "obl") else None
    given = above.first("obj") if above.tag in ("VBD", "VBG", "VBZ") else None
    return given if given is not None and given.pos == "NOUN" and given.index == verb.index - 2 else None


def _repair_label(node: Node) -> None:
    """A verb tagged as an adjective, a participle as a finite verb, a noun's relative clause labelled as a verb's."""
    if node.pos == "ADJ" and (node.tag in FINITE or (node.tag == "VB" and node.first("obj") is not None)):
        node.pos = "VERB"
    if node.pos == "NOUN" and node.tag in FINITE and node.first("nsubj") is not None and node.first("cop") is None:
        node.pos = "VERB"
    if node.tag == "VB" and node.dep == "conj" and (noun := _noun_joined_by(node)) is not None:
        node.pos, node.tag = "NOUN", "NN"
        attach(node, noun, "conj")
    if node.tag == "VBD" and node.dep == "acl" and node.first("obj", *SUBJECT) is None:
        node.tag = "VBN"
    relatives.that_of_relative(node)
    relatives.participle_as_subject(node)
    relatives.among_those(node)
    relatives.deed_before_place(node)
    if node.dep == "advcl:relcl" and node.head is not None and node.head.pos in (*NOMINAL, "PRON"):
        node.dep = "acl:relcl"


def _repair_name(node: Node) -> None:
    """Names beside days, titles and gerunds."""
    if node.lemma in words.verbs("time"):
        days.subject_before_day(node)
        days.phrase_behind_day(node)
        days.day_before_subject(node)
        days.object_before_day(node)
    elif node.pos == "PROPN":
        titles.title_with_preposition(node)
    elif node.tag == "VBG":
        verbs.gerund_before_name(node)
        verbs.quality_before_name(node)


def _repair_phrase(node: Node, nodes: Sequence[Node]) -> None:
    """Words whose dependants show what they are."""
    verbs.content_clause(node)
    verbs.noun_with_object(node)
    verbs.compound_with_subject(node)
    verbs.second_verb_before_object(node)
    verbs.participle_before_title(node)
    verbs.gerund_before_victims(node)
    verbs.gerund_before_people(node)
    verbs.gerund_of_goods(node)
    if node.pos in NOMINAL:
        objects.case_of_number(node)
        objects.case_within_phrase(node, nodes)
    objects.object_of_adjective(node)
    subjects.who_is_willing(node)
    subjects.who_is_close(node)


def _repair_verb(verb: Node, nodes: Sequence[Node]) -> None:
    """A clause under the wrong label or on the wrong word, its objects and its subject."""
    verbs.gerund_as_preposition(verb)
    verbs.gerund_with_object(verb)
    verbs.gerund_with_article(verb)
    verbs.had_done(verb)
    verbs.second_participle(verb)
    verbs.verb_behind_name(verb)
    _repair_objects(verb, nodes)
    _repair_subject(verb, nodes)


def _repair_objects(verb: Node, nodes: Sequence[Node]) -> None:
    objects.no_as_object(verb)
    objects.day_as_object(verb)
    objects.target_behind_means(verb)
    objects.participle_behind_hyphen(verb, nodes)
    objects.participle_behind_preposition(verb)
    objects.noun_as_complement(verb)
    objects.goal_as_clause(verb)
    objects.counted_object(verb)
    objects.bare_oblique(verb)
    objects.phrase_of_particle(verb)
    objects.home_as_object(verb)
    objects.split_phrase(verb)
    objects.two_objects(verb, nodes)
    objects.receiver_behind_hyphen(verb)
    objects.joined_to_verb(verb)
    objects.receiver_before_gift(verb)
    objects.particle_before_object(verb)
    objects.quality_behind_object(verb)


def _repair_subject(verb: Node, nodes: Sequence[Node]) -> None:
    subjects.what_is_done(verb)
    subjects.object_of_participle(verb)
    subjects.active_with_object(verb)
    subjects.doer_of_own_act(verb)
    subjects.active_beside_active(verb)
    subjects.apposition_before_verb(verb)
    relatives.object_of_relative(verb)
    relatives.verb_beside_relative(verb)
    lost_subjects.subject_of_what_is_said(verb)
    lost_subjects.gerund_before_subject(verb)
    lost_subjects.phrase_before_subject(verb, nodes)
    lost_subjects.subject_in_brackets(verb, nodes)
    subjects.subject_of_short_passive(verb, nodes)
    subjects.conjunction_at_subject(verb)
    if verb.tag == "VBN" and verb.dep == "advcl" and verb.first("obj") is not None:
        subjects.subject_behind_conjunction(verb, nodes)
    if verb.tag in FINITE and verb.first(*SUBJECT) is None:
        subjects.subject_before(verb)
        subjects.subject_behind_conjunction(verb, nodes)
    lost_subjects.find_subject(verb, nodes)
