"""Unlisted names: people and bodies that no table knows, by what the language model and the words in front say."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Span, Token

from schemas.records import Actor
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.codes import of_owner
from transforms.events.actors.mastheads import is_paper
from transforms.events.actors.names import role_ending_at
from transforms.events.actors.signs import Signs
from transforms.events.actors.tables import Role

LABELS = frozenset({"PERSON", "ORG"})


class Unlisted:
    """The model's names of people and organisations in one article."""

    def __init__(self, signs: Signs) -> None:
        self._signs, self._doc = signs, signs.doc

    @cached_property
    def _names(self) -> dict[int, Span]:
        named = (entity for entity in self._doc.ents if entity.label_ in LABELS)
        return {token.i: entity for entity in named for token in entity}

    def read(self, head: Token, core: tuple[int, int]) -> Actor | None:
        """The name around `head` with its text; a nation or a kind of body in front of it gives its code."""
        entity = self._names.get(head.i) if head.pos_ in ("PROPN", "NOUN") else None
        if entity is None or (head.pos_ == "NOUN" and not phrases.is_capitalised(entity)):
            return None
        words = self._signs.tables.words
        if head.lower_ in words["thing"]:
            return None
        start, end = min(core[0], entity.start), max(core[1], entity.end)
        end = phrases.closed(head.i, end, self._doc)
        span = phrases.text_of(self._doc, start, end)
        body = self._body_in_front(start, entity.start)
        if body is not None:
            owner = self._signs.in_phrase(start, entity.start, end)
            return of_owner(span, owner, body.sectors, "organisation", "role in front")
        if head.ent_type_ == "PERSON":
            return Actor(*span, kind="person", method="entity")
        if is_paper(head, entity, words["masthead"]):
            return of_owner(span, None, ("JRN",), "media", "masthead")
        owner = self._signs.in_phrase(start, head.i, end)
        sectors = ("BUS",) if head.lower_ in words["firm"] else ()
        return of_owner(span, owner, sectors, "organisation", "entity and nation" if owner else "entity")

    def _body_in_front(self, start: int, name_start: int) -> Role | None:
        """What the noun in front of a name says that it is: "the opposition party", "the cartel"."""
        if start >= name_start:
            return None
        role = role_ending_at(self._doc[name_start - 1], self._signs.tables)
        return role[1] if role is not None and role[1].kind == "body" and role[1].sectors else None
