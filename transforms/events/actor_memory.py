"""What one article tells about its actors, and the reading of a noun phrase in that light."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Span, Token

from schemas.records import Actor
from transforms.events import noun_phrases as phrases
from transforms.events.actor_names import (
    Hit,
    Name,
    find_hits,
    find_names,
    reading,
    role_ending_at,
    role_starting_at,
)
from transforms.events.actor_tables import INTERNATIONAL, ActorTables, Known, Role

UNKNOWN = "---"
SUBJECTS = ("nsubj", "nsubj:pass")
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod")
TITLE_REACH = 10
OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "OPP", "SPY"})


@dataclass(frozen=True, slots=True)
class Belonging:
    """Whose somebody is: a country or international code, with the sectors that the owner brings along."""

    country: str
    sectors: tuple[str, ...] = ()
    method: str = "nation"
    rank: int = 0


@dataclass(slots=True)
class Person:
    """Somebody named in the article; coded fields stay empty until a title or the tables fill them."""

    name: str
    known: Known | None = None
    country: str = ""
    sectors: tuple[str, ...] = ()
    method: str = "name"
    roles: set[str] = field(default_factory=set)


class ActorMemory:
    """Resolves the noun phrases of one article. Made by `Actors.read`; all look-ups are by token index."""

    def __init__(self, doc: Doc, tables: ActorTables, published: date | None) -> None:
        self._doc, self._tables, self._published = doc, tables, published
        hits = find_hits(doc, tables)
        self._names = find_names(doc, hits, tables)
        self._name_at = {i: name for name in self._names for i in range(name.start, name.end)}
        self._hits = [hit for hit in hits if not self._inside_name(hit)]
        self._hit_at = {i: hit for hit in self._hits for i in range(hit.start, hit.end)}
        self._people: dict[str, Person] = {}
        self._person_at: dict[int, Person] = {}
        self._titled: dict[int, Person] = {}
        self._resolved: dict[int, Actor | None] = {}
        self._bodies: dict[str, set[Belonging]] | None = None
        self._learn_people()

    def resolve(self, head: Token, *, as_place: bool = False) -> Actor | None:
        """The actor whose noun phrase has `head`, or None where it can be none (a thing, a time, a place one is in).

        With `as_place` a country or capital behind "in" or "at" counts too, as the recipient of a visit does.
        """
        key = head.i * 2 + as_place
        if key not in self._resolved:
            self._resolved[key] = None
            self._resolved[key] = self._resolve(head, as_place)
        return self._resolved[key]

    def owner(self, head: Token) -> Actor | None:
        """The actor that a thing belongs to by possessor, adjective or "of" ("Iran's proposal"), with the thing's text."""
        actor = self.resolve(head)
        if actor is not None:
            return actor
        owner = phrases.possessor(head)
        if owner is not None and (found := self.resolve(owner)):
            return found
        start, end = phrases.core(head)
        belonging = self._in_phrase(start, head.i, end) or self._in_tail(head, end)
        if belonging is None:
            return None
        return self._actor(head, phrases.mention(head, (start, end)), belonging, (), "thing", "owner")

    def hits(self) -> list[Hit]:
        """Known names in the article, in reading order."""
        return self._hits

    def _resolve(self, head: Token, as_place: bool) -> Actor | None:
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$", "WP", "WDT"):
            return self._pronoun(head)
        core = self._core(head)
        named = self._named(head, core)
        if named is not None:
            return named
        hit = self._hit_at.get(head.i)
        role = self._role(head, core)
        if hit is not None and (role is None or hit.end > head.i + 1 or hit.start < role[0]):
            return self._from_hit(head, core, hit, as_place)
        if role is not None:
            return self._from_role(head, core, role[1], role[0])
        return self._from_entity(head, core)

    def _core(self, head: Token) -> tuple[int, int]:
        start, end = phrases.core(head)
        for place in (self._hit_at.get(head.i), self._name_at.get(head.i)):
            if place is not None:
                start, end = min(start, place.start), max(end, place.end)
        follower = self._name_at.get(end)
        if follower is not None and follower.start == end and self._role(head, (start, end)):
            end = follower.end
        return start, end

    # Names

    def _inside_name(self, hit: Hit) -> bool:
        name = self._name_at.get(hit.start)
        return name is not None and name.rows != hit.rows

    def _learn_people(self) -> None:
        for name in sorted(self._names, key=lambda each: each.start - each.end):
            person = self._person_of(name)
            for position in range(name.start, name.end):
                self._person_at[position] = person
        for name in self._names:
            self._read_title(name, self._person_at[name.start])
        for token in self._doc:
            person_or_none = self._people.get(token.text) if token.pos_ == "PROPN" else None
            if person_or_none and token.i not in self._person_at and token.i not in self._hit_at:
                self._person_at[token.i] = person_or_none
                self._name_at[token.i] = Name(token.i, token.i + 1)

    def _person_of(self, name: Name) -> Person:
        text = phrases.text_of(self._doc, name.start, name.end)[0]
        surname = self._doc[name.end - 1].text
        earlier = self._people.get(text) or (self._people.get(surname) if name.end - name.start == 1 else None)
        if earlier is not None:
            return earlier
        known = reading(name.rows, self._published) if name.rows else None
        person = Person(known.name if known and known.name else text, known)
        if known is not None:
            person.country, person.sectors = known.country, known.sectors
            person.roles = {word.lower() for word in known.office.split()}
        self._people[text] = person
        clash = self._people.get(surname)
        if clash is None:
            self._people[surname] = person
        elif clash is not person and surname != text:
            self._people[surname] = Person(surname)
        return person

    def _read_title(self, name: Name, person: Person) -> None:
        before = self._title_before(name)
        found = before or self._title_after(name)
        if found is None:
            return
        role, position, belonging = found
        person.roles.add(role.words[-1])
        self._titled[position] = person
        if person.known is not None or person.country:
            return
        person.method = "title"
        former = self._is_former(position)
        if belonging is not None:
            person.country = belonging.country
        merged = self._merge(role, belonging, former)
        person.sectors = person.sectors or merged

    def _title_before(self, name: Name) -> tuple[Role, int, Belonging | None] | None:
        """A title in front of a name, directly or behind a comma ("the president of the council, Charles Michel")."""
        start = self._window_start(name.start)
        for position in range(name.start - 1, start - 1, -1):
            role = self._person_role(position)
            if role is None:
                continue
            first, found = role
            belonging = self._in_phrase(start, first, name.start) or self._tail_between(position, name.start)
            return found, position, belonging or self._possessed(self._doc[position])
        return None

    def _window_start(self, end: int) -> int:
        sentence = self._doc[end].sent.start
        position, commas = end - 1, 0
        while position >= max(sentence, end - TITLE_REACH):
            token = self._doc[position]
            if token.text == ",":
                commas += 1
                if commas > 1 or position != end - 1:
                    break
            elif token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or (token.pos_ == "ADP" and token.lower_ != "of"):
                break
            elif token.text in phrases.BREAKS or (position != end - 1 and position in self._name_at):
                break
            position -= 1
        return position + 1

    def _title_after(self, name: Name) -> tuple[Role, int, Belonging | None] | None:
        """A title between commas behind a name ("Jens Stoltenberg, NATO Secretary-General,")."""
        if name.end >= len(self._doc) or self._doc[name.end].text not in (",", "("):
            return None
        end = name.end + 1
        limit = min(self._doc[name.start].sent.end, end + TITLE_REACH)
        while end < limit and self._doc[end].text not in phrases.BREAKS and self._doc[end].pos_ not in ("VERB", "AUX"):
            end += 1
        for position in range(name.end + 1, end):
            if position in self._name_at:
                return None
            role = self._person_role(position)
            longer = position + 1 < end and self._person_role(position + 1)
            if role is None or longer:
                continue
            belonging = self._in_phrase(name.end + 1, role[0], position + 1) or self._tail_between(position, end)
            return role[1], position, belonging
        return None

    def _person_role(self, position: int) -> tuple[int, Role] | None:
        token = self._doc[position]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or position in self._hit_at:
            return None
        role = role_ending_at(token, self._tables)
        return role if role is not None and role[1].kind == "person" else None

    def _named(self, head: Token, core: tuple[int, int]) -> Actor | None:
        """The person whose name stands in the phrase, or next to it as a title's holder."""
        positions = [i for i in range(head.i, core[1]) if i in self._person_at]
        person = self._person_at[positions[0]] if positions else self._titled.get(head.i)
        if person is None:
            return None
        span = phrases.text_of(self._doc, *phrases.mention(head, core))
        if person.country or person.sectors:
            method = f"{person.known.kind} table" if person.known else person.method
            return self._coded(span, person.name, person.country, person.sectors, "person", method)
        return Actor(*span, name=person.name, kind="person", method="name")

    # Known names

    def _from_hit(self, head: Token, core: tuple[int, int], hit: Hit, as_place: bool) -> Actor | None:
        known = reading(hit.rows, self._published)
        span = phrases.text_of(self._doc, *phrases.mention(head, core))
        if known is None:
            return Actor(*span, kind="name", method="ambiguous name")
        if not known.is_nation:
            return self._coded(span, known.name or None, known.country, known.sectors, known.kind, "actor table")
        if known.kind in ("adjective", "demonym"):
            return self._people_of(head, core, hit, known)
        place = self._is_place(head)
        if place and not as_place:
            return None
        if known.kind == "capital":
            if known.country in INTERNATIONAL and place:
                return None
            ruling = () if place or head.dep_ in ("obj", "iobj") else ("GOV",)
            sectors = tuple(dict.fromkeys((*known.sectors, *ruling)))
            return self._coded(span, known.name, known.country, sectors, "country", "capital")
        return self._coded(span, known.name, known.country, known.sectors, "country", "country")

    def _people_of(self, head: Token, core: tuple[int, int], hit: Hit, known: Known) -> Actor | None:
        plural = known.kind == "demonym" or head.tag_ in ("NNS", "NNPS")
        if not plural and head.pos_ == "ADJ" and head.dep_ not in ARGUMENTS:
            return None
        outer = self._in_phrase(core[0], hit.start, hit.start) or self._in_tail(head, core[1])
        belonging = outer if outer and outer.country not in INTERNATIONAL else Belonging(known.country, known.sectors)
        sectors = ("CVL",) if plural or head.tag_ == "NN" else ()
        return self._actor(head, phrases.mention(head, core), belonging, sectors, "group", "demonym")

    def _is_place(self, head: Token) -> bool:
        preposition = phrases.case_of(head)
        if preposition in self._tables.words["locative"]:
            return True
        return preposition in self._tables.words["destination"] and head.dep_.startswith(("obl", "nmod"))

    # Roles

    def _role(self, head: Token, core: tuple[int, int]) -> tuple[int, Role] | None:
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
            return None
        long_role = role_starting_at(head, self._tables)
        if long_role is not None:
            return head.i, long_role[1]
        return role_ending_at(head, self._tables) or self._role_inside(head, core)

    def _role_inside(self, head: Token, core: tuple[int, int]) -> tuple[int, Role] | None:
        """A role of several words whose last word the parser hung below `head` ("Secretary-General")."""
        for position in range(head.i + 1, core[1]):
            if position in self._name_at:
                break
            role = role_ending_at(self._doc[position], self._tables)
            if role is not None and role[0] <= head.i:
                return role
        return None

    def _from_role(self, head: Token, core: tuple[int, int], role: Role, role_start: int) -> Actor | None:
        if role.kind == "number":
            return self._counted(head, core)
        belonging = self._belonging(head, core, role_start, role)
        sectors = self._merge(role, belonging, self._is_former(role_start), self._modifiers(core[0], role_start))
        if belonging is None and not sectors and role.weight == 0:
            return self._from_entity(head, core)
        kind = "group" if role.kind == "group" or head.tag_ in ("NNS", "NNPS") else role.kind
        method = "role" if belonging is None else f"role and {belonging.method}"
        return self._actor(head, self._mention(head, core, role), belonging, sectors, kind, method)

    def _mention(self, head: Token, core: tuple[int, int], role: Role) -> tuple[int, int]:
        if "of" in role.words and core[1] < head.i + len(role.words):
            core = core[0], head.i + len(role.words)
        return phrases.mention(head, core)

    def _counted(self, head: Token, core: tuple[int, int]) -> Actor | None:
        """ "Dozens of rebels" are the rebels; a bare number of people stays uncoded."""
        for child in phrases.tail_children(head, core[1], ("of",)):
            inner = self.resolve(child)
            if inner is None:
                return None
            span = phrases.text_of(self._doc, core[0], max(core[1], self._token_after(inner.end)))
            return Actor(*span, inner.name, inner.code, inner.country, inner.sectors, inner.kind, inner.method)
        return None

    def _token_after(self, character: int) -> int:
        span = self._doc.char_span(0, character, alignment_mode="expand")
        return int(span.end) if span is not None else 0

    def _modifiers(self, start: int, end: int) -> Role | None:
        """The weightiest role among the words in front of a role ("rebel", "opposition", "police")."""
        best: Role | None = None
        position = end - 1
        while position >= start:
            role = role_ending_at(self._doc[position], self._tables) if position not in self._hit_at else None
            if role is not None and role[0] >= start and role[1].sectors and role[1].kind != "number":
                if best is None or role[1].weight > best.weight:
                    best = role[1]
                position = role[0]
            position -= 1
        return best

    def _merge(
        self, role: Role, belonging: Belonging | None, former: bool, modifier: Role | None = None
    ) -> tuple[str, ...]:
        """Sectors of a role with its modifier and owner; a weak role ("official") takes the weightier word's."""
        sectors = role.sectors
        if modifier is not None and modifier.weight > role.weight:
            sectors = modifier.sectors
        owned = belonging.sectors if belonging is not None else ()
        organised = bool(owned) and role.weight == 0 and "PRE" not in owned
        if former and set(sectors) & {"GOV", "LEG"}:
            sectors = ("ELI",)
        return tuple(dict.fromkeys(owned if organised else (*owned, *sectors)))

    def _is_former(self, position: int) -> bool:
        words = self._tables.words["former"]
        start = max(self._doc[position].sent.start, position - 4)
        return any(self._doc[i].lower_ in words for i in range(start, position))

    # Whose

    def _belonging(self, head: Token, core: tuple[int, int], role_start: int, role: Role) -> Belonging | None:
        found = self._in_phrase(core[0], role_start, core[1]) or self._possessed(head) or self._in_tail(head, core[1])
        return found or self._remembered(head, role) or self._only_country(head, role)

    def _in_phrase(self, start: int, end: int, limit: int) -> Belonging | None:
        """The nation or organisation named nearest in front of a role; nations outrank international bodies."""
        best: Belonging | None = None
        position = end - 1
        while position >= start:
            hit = self._hit_at.get(position)
            if hit is not None and hit.start >= start and hit.end <= limit:
                found = self._belonging_of(hit)
                if found is not None and (best is None or found.rank > best.rank):
                    best = found
                position = hit.start
            elif position in self._person_at and self._doc[position].i < end - 1:
                best = best or self._of_person(self._person_at[position])
            position -= 1
        return best

    def _belonging_of(self, hit: Hit) -> Belonging | None:
        known = reading(hit.rows, self._published)
        if known is None or (not known.country and not known.sectors):
            return None
        if known.country in INTERNATIONAL or not known.country:
            return Belonging(known.country, known.sectors, "organisation", 0)
        if known.is_nation:
            sectors = known.sectors if known.kind != "capital" else ()
            return Belonging(known.country, sectors, "nation", 1)
        return Belonging(known.country, known.sectors, "organisation", 1)

    def _of_person(self, person: Person) -> Belonging | None:
        return Belonging(person.country, (), "person", 0) if person.country else None

    def _possessed(self, head: Token) -> Belonging | None:
        owner = phrases.possessor(head)
        if owner is None:
            return None
        actor = self.resolve(owner, as_place=True)
        return self._of_actor(actor) if actor is not None else None

    def _of_actor(self, actor: Actor) -> Belonging | None:
        if actor.code is None or actor.code.startswith(UNKNOWN):
            return None
        nation = actor.kind in ("country", "person", "group")
        return Belonging(actor.code[:3], () if nation else actor.sectors, "possessor", 1)

    def _in_tail(self, head: Token, end: int) -> Belonging | None:
        """The owner in an "of" phrase, else in "in", "from", "for" or "at" right behind the phrase."""
        for prepositions in (("of",), self._tables.words["belongs"]):
            for child in phrases.tail_children(head, end, prepositions):
                found = self._of_noun(child)
                if found is not None:
                    return found
        return None

    def _of_noun(self, noun: Token) -> Belonging | None:
        start, end = self._core(noun)
        hit = self._hit_at.get(noun.i)
        if hit is not None:
            return self._belonging_of(hit)
        return self._in_phrase(start, noun.i, end) or self._in_tail(noun, end)

    def _tail_between(self, position: int, end: int) -> Belonging | None:
        """The first known name behind "of" or "for" within a token range."""
        if position + 1 >= end or self._doc[position + 1].lower_ not in ("of", "for", "in", "at"):
            return None
        hits = (self._hit_at[i] for i in range(position + 1, end) if i in self._hit_at)
        return next((found for hit in hits if (found := self._belonging_of(hit))), None)

    def _remembered(self, head: Token, role: Role) -> Belonging | None:
        """The one body of that noun named in the article ("the ministry"), or the one holder of the title."""
        if not any(child.lower_ in ("the", "that", "this") for child in head.lefts):
            return None
        if role.kind == "person":
            holders = {id(person): person for person in self._people.values() if role.words[-1] in person.roles}
            if len(holders) != 1:
                return None
            person = next(iter(holders.values()))
            return Belonging(person.country, (), "earlier title") if person.country else None
        if self._bodies is None:
            self._bodies = self._collect_bodies()
        found = self._bodies.get(role.words[-1], set())
        return next(iter(found)) if len(found) == 1 else None

    def _collect_bodies(self) -> dict[str, set[Belonging]]:
        bodies: dict[str, set[Belonging]] = {}
        for hit in self._hits:
            known = reading(hit.rows, self._published)
            for noun in known.nouns if known is not None else ():
                bodies.setdefault(noun, set()).add(Belonging(known.country, known.sectors, "earlier name"))
        for token in self._doc:
            role = role_ending_at(token, self._tables) if token.pos_ in ("NOUN", "PROPN") else None
            if role is None or role[1].kind != "body":
                continue
            core = self._core(token)
            found = self._in_phrase(core[0], role[0], core[1]) or self._in_tail(token, core[1])
            if found is not None:
                memory = Belonging(found.country, found.sectors, "earlier mention")
                bodies.setdefault(role[1].words[-1], set()).add(memory)
        return bodies

    def _only_country(self, head: Token, role: Role) -> Belonging | None:
        """The article's one country, for an office without a nation that does not act on that country itself."""
        if not set(role.sectors) & OFFICES or head.tag_ in ("NNS", "NNPS"):
            return None
        nations = [hit for hit in self._hits if hit.rows[0].is_nation]
        codes = {known.country for hit in nations if (known := reading(hit.rows, self._published))}
        if len(codes) != 1 or any(self._faces(head, self._doc[hit.end - 1]) for hit in nations):
            return None
        return Belonging(codes.pop(), (), "only country")

    def _faces(self, head: Token, other: Token) -> bool:
        """Whether `other` is an argument of the verb that governs `head`, other than a place."""
        place = phrases.case_of(other) in self._tables.words["locative"]
        return other.head == head.head and other.dep_ in ARGUMENTS and not place

    # The rest

    def _from_entity(self, head: Token, core: tuple[int, int]) -> Actor | None:
        label = head.ent_type_
        if label not in ("PERSON", "ORG") or head.pos_ not in ("PROPN", "NOUN"):
            return None
        entity = next((each for each in head.sent.ents if each.start <= head.i < each.end), None)
        if entity is None or head.pos_ == "NOUN" and not _capitalised(entity):
            return None
        start, end = min(core[0], entity.start), max(core[1], entity.end)
        belonging = self._in_phrase(start, head.i, end)
        kind = "person" if label == "PERSON" else "organisation"
        if belonging is None or label == "PERSON":
            return Actor(*phrases.text_of(self._doc, start, end), kind=kind, method="entity")
        return self._actor(head, (start, end), belonging, (), kind, "entity and nation")

    def _pronoun(self, head: Token) -> Actor | None:
        if head.tag_ in ("WP", "WDT") or head.lower_ in ("who", "which", "that"):
            clause = head.head
            return self.resolve(clause.head) if clause.dep_ == "acl:relcl" and clause.head.i < head.i else None
        words = self._tables.words
        for kind in ("male", "female", "group", "thing"):
            if head.lower_ in words[kind]:
                return self._antecedent(head, kind)
        owners = {"his": "male", "her": "female", "their": "group", "its": "thing"}
        kind_of_owner = owners.get(head.lower_)
        return self._antecedent(head, kind_of_owner) if kind_of_owner else None

    def _antecedent(self, pronoun: Token, kind: str) -> Actor | None:
        """The only candidate before the pronoun in its sentence, else the only one in the sentence before."""
        sentence = pronoun.sent
        earlier = self._doc[sentence.start - 1].sent if sentence.start else None
        for span in (self._doc[sentence.start : pronoun.i], earlier):
            if span is None or not len(span):
                continue
            found = {actor.name or actor.text: actor for actor in self._candidates(span, kind)}
            if len(found) == 1:
                actor = next(iter(found.values()))
                span_of = phrases.text_of(self._doc, pronoun.i, pronoun.i + 1)
                return Actor(*span_of, actor.name, actor.code, actor.country, actor.sectors, actor.kind, "pronoun")
            if found:
                return None
        return None

    def _candidates(self, span: Span, kind: str) -> Iterator[Actor]:
        for token in span:
            if token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in (*ARGUMENTS, "nmod:poss", "ROOT", "conj"):
                continue
            if token.i in self._person_at and token.dep_ == "compound":
                continue
            actor = self.resolve(token)
            if actor is not None and _agrees(actor, token, kind):
                yield actor

    def _actor(
        self,
        head: Token,
        span: tuple[int, int],
        belonging: Belonging | None,
        sectors: tuple[str, ...],
        kind: str,
        method: str,
    ) -> Actor:
        country = belonging.country if belonging is not None else ""
        own = belonging.sectors if belonging is not None else ()
        merged = tuple(dict.fromkeys((*own, *sectors)))
        return self._coded(phrases.text_of(self._doc, *span), None, country, merged, kind, method)

    def _coded(
        self,
        span: tuple[str, int, int],
        name: str | None,
        country: str,
        sectors: tuple[str, ...],
        kind: str,
        method: str,
    ) -> Actor:
        code = (country or UNKNOWN) + "".join(sectors) if country or sectors else None
        nation = country if country and country not in INTERNATIONAL else None
        return Actor(*span, name, code, nation, sectors, kind, method)


def _capitalised(entity: Span) -> bool:
    return all(token.text[:1].isupper() or not token.is_alpha or len(token) < 4 for token in entity)


def _agrees(actor: Actor, token: Token, kind: str) -> bool:
    plural = token.tag_ in ("NNS", "NNPS")
    if kind in ("male", "female"):
        return actor.kind == "person" and not plural
    if kind == "group":
        return actor.kind == "group" or plural
    return actor.kind not in ("person", "group") and not plural
