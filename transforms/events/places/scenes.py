"""Scenes: where an event took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from schemas.records import Place
from transforms.events.actors import noun_phrases as phrases
from transforms.events.clauses.clauses import Argument, Clause
from transforms.events.clauses.words import speech_verbs, verbs
from transforms.events.places.places import Placed, dateline_place
from transforms.events.places.toponyms import words
from transforms.events.places.uses import LOCATIVE, UPON
from transforms.events.sides import sides

RELATIVE_PLACE = "where"
LONGEST_CHAIN = 4
# Before a participle these tell of one scene: "killed while marching in Oslo"; "accused of marching in Oslo" does not.
MEANWHILE = ("while", "when", "as")
# Deeds that are done to a place itself: it is bombed, besieged, entered, left.
UPON_PLACES = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
GOALS = ("to", "in", "at")
FINEST_FIRST = ("landmark", "city", "region", "country", None)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A place of the sentence with the head of its name."""

    place: Place
    root: Token
    is_locative: bool


def event_place(
    clause: Clause, event_type: str, sentence: Span, found: Sequence[Placed], dateline: str | None
) -> Place | None:
    """Where the event of `clause` was. The place's `method` says how it was found.

    "object": the place that force is used against, or that is visited; "clause": a place in the clause's phrases, in
    an act of speech not that of its topic; "sentence": the only place of the sentence, in a clause that shares the
    event's scene; "dateline": the dateline's, which lies outside the text with offsets 0.
    """
    seen = [one for each in found if _within(each.place, sentence) for one in _seen(each, sentence)]
    upon = _finest([one for one in seen if _is_struck(one, clause, event_type) or _is_visited(one, clause, event_type)])
    if upon is not None and upon.kind != "country":
        return replace(upon, method="object")
    in_words = sides(event_type).in_words
    if (taken_up := _taken_up(sentence.doc[clause.predicate], seen)) is not None:
        return replace(taken_up, method="clause")
    inside = [one for one in seen if one.is_locative or _is_entered(one.root)]
    own = _finest([one for one in inside if one.is_locative and _hangs_on(one.root, clause, in_words)])
    if own is not None or upon is not None:
        return replace(own, method="clause") if own else replace(upon, method="object") if upon else None
    if inside:
        return _of_sentence(inside, sentence.doc[clause.predicate], in_words)
    return dateline_place(dateline) if dateline is not None else None


def _within(place: Place, sentence: Span) -> bool:
    return sentence.start_char <= place.start < sentence.end_char


def _seen(each: Placed, sentence: Span) -> Iterator[_Seen]:
    span = sentence.doc.char_span(each.place.start, each.place.end, alignment_mode="expand")
    if span is not None:
        yield _Seen(each.place, span.root, each.use == LOCATIVE)


def _finest(seen: Sequence[_Seen]) -> Place | None:
    """The first place, or a finer one of the same country: "in Syria, at a camp near Idlib" was near Idlib."""
    if not seen:
        return None
    of_country = [one.place for one in seen if one.place.country in (None, seen[0].place.country)]
    return min(of_country, key=lambda place: (FINEST_FIRST.index(place.kind), place.start))


def _is_struck(one: _Seen, clause: Clause, event_type: str) -> bool:
    """Whether the event is done to the place: "bombed Kyiv", "the siege of Homs", "launched an attack on Iran"."""
    if event_type not in UPON_PLACES:
        return False
    objects = [argument.head for argument in clause.arguments if argument.role == "object"]
    if clause.lemma in words("acted upon") and any(_names(one.root, head) for head in objects):
        return True
    attacks = {clause.lemma, *(one.root.doc[head].lemma_.lower() for head in objects)} & words("attack on")
    return bool(attacks) and any(_names(one.root, each.head) for each in clause.arguments if each.preposition in UPON)


def _is_visited(one: _Seen, clause: Clause, event_type: str) -> bool:
    """Whether a journey goes to the place: "toured Iraq", "flew to Rome", "made a visit to Kyiv"."""
    objects = [one.root.doc[argument.head] for argument in clause.arguments if argument.role == "object"]
    journeys = {clause.lemma, *(noun.lemma_.lower() for noun in objects)} & words("journey")
    goals = (each for each in clause.arguments if each.role == "object" or each.preposition in GOALS)
    return event_type == "CONSULT" and bool(journeys) and any(_names(one.root, each.head) for each in goals)


def _taken_up(predicate: Token, seen: Sequence[_Seen]) -> Place | None:
    """The place right before the verb's "where": "in Lagos, where police killed two"."""
    for opener in (child for child in predicate.lefts if child.lower_ == RELATIVE_PLACE):
        text = predicate.doc.text
        before = (one.place for one in seen if one.place.end < opener.idx)
        return next((place for place in before if text[place.end : opener.idx].strip(" ,") == ""), None)
    return None


def _is_entered(root: Token) -> bool:
    """Whether a name is what a verb of movement or force acts upon: those who "entered Kabul" were there."""
    return root.dep_ == "obj" and root.head.lemma_.lower() in words("acted upon")


def _names(root: Token, head: int) -> bool:
    """Whether a name is the phrase with this head, or names it: "the city of Kharkiv", "the capital, Kyiv"."""
    noun = root.doc[head]
    if root.i == head:
        return True
    if root.head.i != head or noun.lemma_.lower() not in words("place noun"):
        return False
    return root.dep_ in ("appos", "compound", "flat", "nmod:poss") or phrases.case_of(root) == "of"


def _hangs_on(name: Token, clause: Clause, in_words: bool) -> bool:
    """Whether a name stands in a phrase of the clause's own, not in a clause below it or in what is spoken about."""
    heads = {argument.head: argument for argument in clause.arguments}
    token = name
    for _ in range(LONGEST_CHAIN):
        if token.i == clause.predicate:
            return not (in_words and _is_behind_a_topic(name, clause))
        if token.i in heads:
            return not (in_words and _is_topic(name, heads[token.i], clause))
        if token.head == token or (token.dep_.startswith(("acl", "advcl", "ccomp")) and not _only_happens(token)):
            return False
        token = token.head
    return False


def _only_happens(verb: Token) -> bool:
    """Whether a relative clause says of a happening no more than that it took place."""
    return verb.dep_ == "acl:relcl" and verb.lemma_.lower() in words("happening")


def _is_topic(name: Token, argument: Argument, clause: Clause) -> bool:
    """Whether a name belongs to what an act of speech is about: "accused Iran of an attack in Iraq"."""
    if argument.role == "subject" or clause.lemma in words("meeting"):
        return False
    return not _names(name, argument.head) or _is_behind_a_topic(name, clause)


def _is_behind_a_topic(name: Token, clause: Clause) -> bool:
    """Whether a topic stands between verb and name, so that either may be there: "condemned the attack in Baghdad"."""
    topics = (argument.head for argument in clause.arguments if argument.role != "subject")
    return clause.lemma not in words("meeting") and any(clause.predicate < topic < name.i for topic in topics)


def _of_sentence(inside: Sequence[_Seen], predicate: Token, in_words: bool) -> Place | None:
    """The only place of the sentence, where its verb and the event's happen together; a name of no place is none."""
    scenes = [one for one in inside if _shares_scene(_verb(one.root), _verb(predicate), in_words)]
    if (
        len(scenes) < len(inside)
        or any(one.place.place_id is None for one in scenes)
        or len({_outermost(one.place) for one in scenes}) != 1
    ):
        return None
    finest = _finest(scenes)
    return replace(finest, method="sentence") if finest else None


def _outermost(place: Place) -> str | None:
    return place.country or place.text


def _verb(token: Token) -> Token | None:
    """The verb that a word stands with."""
    for each in (token, *token.ancestors):
        if each.pos_ in ("VERB", "AUX"):
            return each
        if each.dep_.startswith("acl"):
            return None
    return None


def _shares_scene(at: Token | None, told: Token | None, in_words: bool) -> bool:
    """Whether what happens at a place and what is told are joined: "and", "killing", "speaking in Rome, he ..."."""
    if at is None or told is None:
        return False
    if at == told:
        return not in_words and at.lemma_ in verbs("light")
    return _is_joined(at, told) or _is_joined(told, at)


def _is_joined(below: Token, above: Token) -> bool:
    """Whether one verb goes on from another without a clause of its own between; what is said is elsewhere."""
    while below != above:
        is_open = below.dep_ == "conj" or (below.dep_ == "advcl" and below.tag_ in ("VBG", "VBN") and _is_free(below))
        if not is_open or below.head == below or (below.dep_ == "conj" and below.head.lemma_.lower() in speech_verbs()):
            return False
        below = below.head
    return True


def _is_free(participle: Token) -> bool:
    """Whether no word ties a participle to the verb above as what it is about."""
    marks = (child.lower_ for child in participle.children if child.dep_ in ("mark", "case"))
    return all(mark in MEANWHILE for mark in marks)
