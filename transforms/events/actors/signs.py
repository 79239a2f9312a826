"""What the names in an article say about whose somebody is: nations, organisations and people beside a noun."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Doc, Token

from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.abbreviations import known_abbreviations
from transforms.events.actors.names import Hit, Name, find_hits, find_names, may_be_surname, reading, role_ending_at
from transforms.events.actors.own_period import of_its_period
from transforms.events.actors.tables import INTERNATIONAL, STATE, ActorTables, Known, Role

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "OPP", "SPY", "PTY"})
PLACES = frozenset({"name", "region", "capital"})
# An office, held or past, that no later word such as "father" or "author" takes away.
HELD = OFFICES | {"ELI"}
PUBLIC_LIFE = STATE | HELD
# Who bears such a sector shares none with the body that he is of.
HELD_APART = OFFICES | {"REB", "UAF", "CRM"}
FORMER_REACH = 4
STATES = "USA"
OPPOSED = "OPP"
PARTISAN, ARMED_FORCES = {"PTY"}, "MIL"
LOYAL = "loyal"


@dataclass(frozen=True, slots=True)
class Belonging:
    """Whose somebody is: a country or international code, with the sectors that the owner brings along.

    `name` is set where the phrase stands for the owner itself ("the alliance" for NATO).
    """

    country: str
    sectors: tuple[str, ...] = ()
    method: str = "nation"
    rank: int = 0
    name: str | None = None


@dataclass(slots=True)
class Person:
    """Somebody named in the article; coded fields stay empty until a title or the tables fill them."""

    name: str
    known: Known | None = None
    country: str = ""
    sectors: tuple[str, ...] = ()
    method: str = "name"
    roles: set[str] = field(default_factory=set)


class Signs:
    """The known names and the people of one article, by token index."""

    def __init__(self, doc: Doc, tables: ActorTables, published: date | None) -> None:
        self.doc, self.tables, self.published = doc, tables, published
        hits = _without_namesakes(find_hits(doc, tables), tables.words["state_name"], published)
        hits = _of_no_nation(hits, tables.words["shared_party"], published)
        hits = known_abbreviations(doc, hits, tables.words["shared_abbreviation"])
        hits = hits if published is not None else of_its_period(doc, hits, tables.words["former"])
        self.names = find_names(doc, hits, tables)
        self.name_at: dict[int, Name] = {i: name for name in self.names for i in range(name.start, name.end)}
        self._surnames = {doc[name.end - 1].text for name in self.names}
        self.hits = [hit for hit in hits if not self._inside_name(hit)]
        meant = (hit for hit in self.hits if not self._is_of_a_treaty(hit))
        self.hit_at: dict[int, Hit] = {i: hit for hit in meant for i in range(hit.start, hit.end)}
        self.person_at: dict[int, Person] = {}

    def _inside_name(self, hit: Hit) -> bool:
        """Whether a hit is part of somebody's name, or the surname of somebody whom the article names."""
        name = self.name_at.get(hit.start)
        if name is not None:
            return name.rows != hit.rows
        return may_be_surname(hit) and self.doc[hit.start].text in self._surnames

    def _is_of_a_treaty(self, hit: Hit) -> bool:
        """Whether a city only gave a treaty or a contest its name: "the Vienna Convention", "the Boston Marathon"."""
        named = hit.rows[0].kind in ("capital", "city") and hit.end < len(self.doc)
        return named and self.doc[hit.end].lower_ in self.tables.words["treaty"]

    def core(self, head: Token) -> tuple[int, int]:
        """The phrase's token range, widened to whole names."""
        start, end = phrases.core(head)
        first = self.hit_at.get(start)
        start = first.start if first is not None else start
        start = self._behind_a_body(start, head.i)
        for named in (self.hit_at.get(head.i), self.name_at.get(head.i)):
            if named is not None:
                start, end = min(start, named.start), max(end, named.end)
        return start, end

    def _behind_a_body(self, start: int, end: int) -> int:
        """`start`, or the word behind "and" where what stands before it is a body of its own ("the FBI and police")."""
        for position in range(end - 1, start, -1):
            hit = self.hit_at.get(position - 1)
            if self.doc[position].pos_ == "CCONJ" and hit is not None and not hit.rows[0].is_nation:
                return position + 1
        return start

    def is_former(self, position: int) -> bool:
        """Whether a title is said to be past ("former", "ousted")."""
        words = self.tables.words["former"]
        start = max(self.doc[position].sent.start, position - FORMER_REACH)
        return any(self.doc[i].lower_ in words for i in range(start, position))

    def modifier(self, start: int, end: int) -> Role | None:
        """The weightiest role among the words in front of a role ("rebel", "opposition", "police")."""
        best: Role | None = None
        position = end - 1
        while position >= start:
            role = role_ending_at(self.doc[position], self.tables) if position not in self.hit_at else None
            if role is not None and role[0] >= start and role[1].sectors and role[1].kind in ("person", "body"):
                titles = position + 1 < end and position + 1 in self.name_at and HELD.intersection(role[1].sectors)
                if not titles and (best is None or role[1].weight > best.weight):
                    best = role[1]
                position = role[0]
            position -= 1
        return best

    def needs_owner(self, role: Role) -> bool:
        """Whether a role says nothing without an owner: "chief", "deputy head", "force", "coalition forces"."""
        owned = self.tables.words["owned"]
        joint = "MIL" in role.sectors and role.words[0] in self.tables.words["joint"] and role.words[-1] in owned
        return joint or owned.issuperset(role.words)

    def modified(self, role: Role, modifier: Role | None) -> Role:
        """A role with the sectors of the weightier word before it: "rebel army", "university administrator"."""
        if modifier is None or (set(modifier.sectors) == PARTISAN and ARMED_FORCES in role.sectors):
            # "The Republican forces" are an army's.
            return role
        serves = modifier.kind == "body" and len(role.words) == 1 and role.words[0] in self.tables.words["of_firms"]
        return replace(role, sectors=modifier.sectors) if serves or modifier.weight > role.weight else role

    def merge(self, role: Role, owner: Belonging | None, former: bool, modifier: Role | None) -> tuple[str, ...]:
        """Sectors of a role with its modifier and owner; a weak role ("official") yields to the weightier word's."""
        sectors = role.sectors
        is_bare = modifier is None and self.tables.words["owned"].issuperset(role.words)
        if is_bare and (owner is None or owner.method == "person"):
            sectors = ()
        modified = self.modified(role, modifier)
        sectors = sectors if modified is role else modified.sectors
        if former and set(sectors) & {"GOV", "LEG"}:
            sectors = ("ELI",)
        owned = owner.sectors if owner is not None else ()
        if owner is not None and owner.method == "possessor" and HELD_APART.intersection(sectors):
            # "The government and its rebels".
            owned = ()
        if OPPOSED in sectors:
            # A critic of the government is none of it.
            owned = ()
        presides = role.words[-1] in self.tables.words["of_firms"] and bool(owned)
        if owner is not None and owner.method == "organisation" and modifier is None and (presides or role.weight == 0):
            return owned
        return tuple(dict.fromkeys((*owned, *sectors)))

    def in_phrase(self, start: int, end: int, limit: int) -> Belonging | None:
        """The nation or organisation named nearest before `end`; nations outrank international bodies."""
        best: Belonging | None = None
        position = end - 1
        while position >= start:
            hit = self.hit_at.get(position)
            if hit is not None and hit.start >= start and hit.end <= limit:
                found = self.belonging_of(hit)
                if found is not None and (best is None or found.rank > best.rank):
                    best = found
                position = hit.start
            elif position in self.person_at:
                person = self.person_at[position]
                best = best or of_person(person.country, person.sectors)
            position -= 1
        return best

    def of_body(self, head: Token, role: Role) -> Role:
        """A role with the sectors of the body behind it: who presides over a union holds no office of state."""
        if role.words[-1] in self.tables.words["heads"]:
            unknown = () if self._heads_unknown_body(head) else role.sectors
            return replace(role, sectors=self._headed(head) or unknown)
        if role.words[-1] not in self.tables.words["of_firms"]:
            return role
        for body in phrases.tail_children(head, head.i + 1, ("of", "for", "at")):
            if body.i in self.hit_at or body.ent_type_ in ("GPE", "LOC"):
                continue
            found = role_ending_at(body, self.tables)
            if found is None or found[1].kind == "body":
                body_sectors = found[1].sectors if found is not None else ()
                return replace(role, sectors=body_sectors if body.pos_ == "PROPN" else body_sectors or role.sectors)
        return role

    def _heads_unknown_body(self, head: Token) -> bool:
        """ "Leader of Adalet": where nothing says what body it is, it is open what its head is."""
        body = next(phrases.tail_children(head, head.i + 1, ("of",)), None)
        if body is None or body.pos_ != "PROPN" or body.i in self.hit_at:
            return False
        role = role_ending_at(body, self.tables)
        return body.ent_type_ not in ("GPE", "LOC") and (role is None or not role[1].sectors)

    def _headed(self, head: Token) -> tuple[str, ...]:
        """Sectors of the body of one nation that somebody leads: "head of Kenya's police"."""
        body = next(phrases.tail_children(head, head.i + 1, ("of",)), None)
        hit = self.hit_at.get(body.i) if body is not None else None
        if body is None or hit is not None:
            known = reading(hit.rows, self.published) if hit is not None else None
            return known.sectors if known is not None and known.kind == "institution" else ()
        role = role_ending_at(body, self.tables)
        return role[1].sectors if role is not None and role[1].kind == "body" else ()

    def nationality(self, start: int, end: int) -> Belonging | None:
        """The nation of a word in a phrase: a "Chinese counterpart" is China's, "Norway's ally" not Norway's."""
        hits = (self.hit_at[i] for i in range(start, end) if i in self.hit_at)
        return next((self.belonging_of(hit) for hit in hits if self._qualifies(hit)), None)

    def _qualifies(self, hit: Hit) -> bool:
        kind = hit.rows[0].kind
        return kind == "adjective" or (kind == "name" and self.doc[hit.end - 1].dep_ == "compound")

    def before(self, role: Role, start: int, end: int, limit: int) -> Belonging | None:
        """Whose a role is by the words in front of it, which starts at `end`.

        A "China scholar" is nobody's, a "U.N. ambassador" somebody's at the U.N.; the European Union has its own.
        """
        hit = self.hit_at.get(end - 1)
        if role.words[-1] in self.tables.words["field"] and hit is not None and hit.rows[0].kind in PLACES:
            return None
        found = self.in_phrase(start, end, limit)
        abroad = found is not None and found.country in INTERNATIONAL and "EUR" not in found.sectors
        return None if abroad and role.words[-1] in self.tables.words["posted"] else found

    def belonging_of(self, hit: Hit) -> Belonging | None:
        """What a known name says of those it stands before."""
        known = reading(hit.rows, self.published)
        if known is None or not (known.country or known.sectors):
            return None
        if known.kind == "capital" and known.country in INTERNATIONAL:
            return None
        international = known.country in INTERNATIONAL or not known.country
        if known.kind == "person":
            owner = of_person(known.country, known.sectors)
            return replace(owner, rank=0 if international else 1) if owner is not None else None
        if international:
            return Belonging(known.country, known.sectors, "organisation", 0)
        if known.is_nation:
            return Belonging(known.country, known.sectors, "nation", 1)
        return Belonging(known.country, known.sectors, "organisation", 1)

    def in_tail(self, head: Token, end: int, *, home: bool = True) -> Belonging | None:
        """The owner in an "of" phrase, else in "in", "from", "for" or "at" right behind the phrase.

        Without `home` the place counts for nothing: an ambassador or troops in a country are not that country's.
        """
        groups = [("of",), ("from",)] if not home else [("of",), tuple(self.tables.words["belongs"])]
        for prepositions in groups:
            for child in phrases.tail_children(head, end, prepositions):
                found = self.of_noun(child)
                if found is not None:
                    return found
        if not home:
            return self._loyal_to(head)
        return self._in_participle(head) or self._behind_agent(head, end)

    def _loyal_to(self, head: Token) -> Belonging | None:
        """The nation of those to whom troops are loyal, wherever they stand."""
        found = self._in_participle(head) if any(child.lower_ == LOYAL for child in head.rights) else None
        return replace(found, sectors=()) if found is not None else None

    def _behind_agent(self, head: Token, end: int) -> Belonging | None:
        """The owner right behind who has done it, which may hang on the verb: "condemned by officials in Chad"."""
        if head.dep_ != "obl:agent":
            return None
        places = (c for c in head.head.rights if c.left_edge.i == end and phrases.case_of(c) == "in")
        return next((found for noun in places if (found := self.of_noun(noun))), None)

    def _in_participle(self, head: Token) -> Belonging | None:
        """The owner behind "based in", "living in", "loyal to"; whoever holds hostages says only where they are."""
        for child in head.rights:
            if child.dep_ not in ("acl", "amod") or child.lower_ not in self.tables.words["located"]:
                continue
            for noun in child.rights:
                if not noun.dep_.startswith(("obl", "nmod", "obj")) or not (found := self.of_noun(noun)):
                    continue
                if phrases.case_of(noun) != "by":
                    return found
                return replace(found, sectors=()) if found.country not in INTERNATIONAL else None
        return None

    def of_noun(self, noun: Token) -> Belonging | None:
        """The owner that a noun phrase names, itself or in front of its head."""
        start, end = self.core(noun)
        hit = self.hit_at.get(noun.i)
        if hit is not None:
            owner, nation = self.belonging_of(hit), self._nation_in_front(hit)
            return replace(owner, country=nation) if owner is not None and nation is not None else owner
        person = self.person_at.get(noun.i)
        if person is not None:
            return of_person(person.country, person.sectors)
        return self.in_phrase(start, noun.i, end) or self.in_tail(noun, end)

    def bodies(self) -> dict[str, list[tuple[int, Belonging]]]:
        """The bodies that the article names with their places, by the noun that stands for them later ("the ministry").

        A body that no table knows and no nation owns has an empty belonging.
        """
        bodies: dict[str, list[tuple[int, Belonging]]] = {}
        for hit in self.hits:
            known = reading(hit.rows, self.published)
            if known is None:
                continue
            for noun in known.nouns:
                bodies.setdefault(noun, []).append((hit.start, self.itself(hit, known)))
        for token in self.doc:
            role = role_ending_at(token, self.tables) if token.pos_ in ("NOUN", "PROPN") else None
            if role is None or role[1].kind != "body" or self._names_a_body(token):
                continue
            core = self.core(token)
            found = self.in_phrase(core[0], role[0], core[1]) or self.in_tail(token, core[1])
            if found is not None:
                memory = Belonging(found.country, found.sectors, "earlier mention")
                bodies.setdefault(role[1].words[-1], []).append((token.i, memory))
            elif self._is_strange(token, role[0]):
                bodies.setdefault(role[1].words[-1], []).append((token.i, Belonging("", (), "earlier mention")))
        return {noun: sorted(named, key=lambda each: each[0]) for noun, named in bodies.items()}

    def peoples(self) -> dict[str, list[tuple[int, str]]]:
        """The nations of people whom the article has named by one, with their places, by the plural that names them."""
        peoples: dict[str, list[tuple[int, str]]] = {}
        for token in self.doc:
            if token.tag_ != "NNS" or not any(child.i in self.hit_at for child in token.lefts):
                continue
            found = self.in_phrase(self.core(token)[0], token.i, token.i)
            if found is not None and found.rank and found.country not in INTERNATIONAL:
                peoples.setdefault(token.lower_, []).append((token.i, found.country))
        return peoples

    def itself(self, hit: Hit, known: Known) -> Belonging:
        """A known body, or its namesake of the nation in front: "Peru's Supreme Court"."""
        nation = self._nation_in_front(hit)
        if nation is not None:
            return Belonging(nation, known.sectors, "earlier mention")
        return Belonging(known.country, known.sectors, "earlier name", name=known.name or None)

    def _nation_in_front(self, hit: Hit) -> str | None:
        """The nation before a known institution's name, where it is another's namesake: "the Peruvian Congress"."""
        known = reading(hit.rows, self.published)
        if known is None or known.kind != "institution":
            return None
        outer = self.in_phrase(self.core(self.doc[hit.end - 1])[0], hit.start, hit.start)
        return outer.country if outer is not None and outer.rank and outer.country != known.country else None

    def _names_a_body(self, token: Token) -> bool:
        """Whether a noun is part of a known body's name, which says itself whose it is."""
        hit = self.hit_at.get(token.i)
        return hit is not None and not hit.rows[0].is_nation

    def _is_strange(self, noun: Token, start: int) -> bool:
        """Whether a body has a proper name that no table knows: "the Alpine Rivers Commission"."""
        front = self.doc[max(0, start - 2) : start]
        return noun.ent_type_ == "ORG" and len(front) == 2 and all(each.ent_type_ == "ORG" for each in front)

    def tail_between(self, position: int, end: int) -> Belonging | None:
        """The first known name behind "of" within a token range; behind "for", "in", "at" the first body."""
        preposition = self.doc[position + 1].lower_ if position + 1 < end else ""
        if preposition not in ("of", "from", "for", "in", "at"):
            return None
        hits = (self.hit_at[i] for i in range(position + 1, end) if i in self.hit_at)
        if preposition not in ("of", "from"):
            hits = (hit for hit in hits if not hit.rows[0].is_nation)
        return next((found for hit in hits if (found := self.belonging_of(hit))), None)


def of_person(country: str, sectors: tuple[str, ...]) -> Belonging | None:
    """Whose somebody's things and people are; a private person has no troops or spokesmen of state."""
    method = "office holder" if PUBLIC_LIFE.intersection(sectors) else "person"
    return Belonging(country, (), method) if country else None


def _without_namesakes(hits: list[Hit], names: frozenset[str], published: date | None) -> list[Hit]:
    """The hits, with Georgia read as a state of the USA where nothing but that nation is named beside it."""
    known = [row for hit in hits if (row := reading(hit.rows, published)) is not None and row.country]
    doubtful = {row.name for row in known if row.kind == "name" and row.name in names}
    others = {row.country for row in known if row.kind != "name" or row.name not in names} - INTERNATIONAL
    if not doubtful or others != {STATES}:
        return hits
    return [
        replace(hit, rows=(Known(hit.rows[0].name, "region", STATES),)) if hit.rows[0].name in doubtful else hit
        for hit in hits
    ]


def _of_no_nation(hits: list[Hit], names: frozenset[str], published: date | None) -> list[Hit]:
    """The hits, with a party name of several nations nobody's where the article names other nations alone."""
    known = [reading(hit.rows, published) for hit in hits]
    shared = [row is not None and row.kind == "party" and row.name in names for row in known]
    if not any(shared):
        return hits
    pairs = zip(known, shared, strict=True)
    nations = {row.country for row, is_shared in pairs if row is not None and row.country and not is_shared}
    nations -= INTERNATIONAL
    return [
        replace(hit, rows=(Known(row.name, "party", "", row.sectors),))
        if is_shared and row is not None and nations and row.country not in nations
        else hit
        for hit, row, is_shared in zip(hits, known, shared, strict=True)
    ]
