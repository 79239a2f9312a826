"""Earlier mentions: whom "the ministry" or "the president" stands for after it was named."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Token

from transforms.events.actors.names import reading, role_ending_at
from transforms.events.actors.people import People
from transforms.events.actors.signs import Belonging, Signs
from transforms.events.actors.tables import Role

POLICE = ("COP",)
FORCES = (POLICE, ("MIL",))
POINTING = frozenset({"the", "that", "this"})


class Earlier:
    """The bodies and the bearers of titles that one article names."""

    def __init__(self, signs: Signs, people: People) -> None:
        self._signs, self._people = signs, people

    def nation_of(self, head: Token, role: Role) -> Belonging | None:
        """The body of that noun named last before ("the ministry"), or the one holder of the title.

        Of two that one sentence names neither is meant.
        """
        if not any(child.lower_ in POINTING for child in head.lefts):
            return None
        if role.kind == "person":
            return self._same_people(head) if head.tag_ == "NNS" else self._bearer(head, role)
        named = self._bodies.get(role.words[-1], [])
        if head.text.islower():
            named = [(position, owner) for position, owner in named if owner.country or owner.sectors]
        last = max((position for position, _ in named if position < head.i), default=None)
        start = self._signs.doc[last].sent.start if last is not None else head.i
        end = last + 1 if last is not None else head.sent.end
        meant = {owner for position, owner in named if start <= position < end}
        return next(iter(meant)) if len(meant) == 1 else None

    def force_of(self, head: Token) -> tuple[str, ...]:
        """Whose "officers" are meant: the police or the army that is named last before, in the sentence or just before.

        Where neither is, those of whom no more is said are the police if they do what police do.
        """
        start = self._signs.doc[max(0, head.sent.start - 1)].sent.start
        for position in range(head.i - 1, start - 1, -1):
            sectors = self._sectors_at(position)
            if sectors in FORCES:
                return sectors
        is_bare = all(child.dep_ in ("det", "nummod", "case") for child in head.children)
        done = (head.head, *(child for child in head.head.rights if child.dep_ == "conj"))
        is_work = any(verb.lemma_.lower() in self._signs.tables.words["police_work"] for verb in done)
        return POLICE if is_bare and is_work else ()

    def _sectors_at(self, position: int) -> tuple[str, ...]:
        hit = self._signs.hit_at.get(position)
        if hit is not None:
            known = reading(hit.rows, self._signs.published)
            return known.sectors if known is not None else ()
        role = role_ending_at(self._signs.doc[position], self._signs.tables)
        return role[1].sectors if role is not None else ()

    def _same_people(self, head: Token) -> Belonging | None:
        """ "Twelve Kenyan fishermen ... the fishermen": of the nation of those so called before, if they are of one."""
        told = {country for position, country in self._peoples.get(head.lower_, []) if position < head.i}
        return Belonging(next(iter(told)), (), "earlier mention") if len(told) == 1 else None

    def _bearer(self, head: Token, role: Role) -> Belonging | None:
        holder = self._people.holder_near(role, head)
        if holder is None or not (holder.country and holder.sectors):
            return None
        return Belonging(holder.country, holder.sectors, "earlier title", name=holder.name)

    @cached_property
    def _peoples(self) -> dict[str, list[tuple[int, str]]]:
        return self._signs.peoples()

    @cached_property
    def _bodies(self) -> dict[str, list[tuple[int, Belonging]]]:
        return self._signs.bodies()
