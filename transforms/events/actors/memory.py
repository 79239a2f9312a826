"""What one article tells about its actors, and the reading of a noun phrase in that light."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc, Token

from schemas.records import Actor, Place
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.abbreviations import BODIES
from transforms.events.actors.codes import UNKNOWN, coded, of_nation, of_owner
from transforms.events.actors.earlier import Earlier
from transforms.events.actors.names import Hit, reading, role_ending_at, role_starting_at
from transforms.events.actors.one_nation import of_one_nation
from transforms.events.actors.people import People
from transforms.events.actors.pronouns import antecedent, is_pronoun
from transforms.events.actors.roles import role_in
from transforms.events.actors.setting import Setting
from transforms.events.actors.signs import ARGUMENTS, PUBLIC_LIFE, Belonging, Signs
from transforms.events.actors.tables import INTERNATIONAL, NATION_KINDS, ActorTables, Known, Role
from transforms.events.actors.unlisted import Unlisted

PEOPLE = Role(("people",), ("CVL",), 1, "person")
# Words of a title: "vice chairman", "co-founder".
LONGEST_TITLE = 4
# Who is acted on.
ACTED_ON = frozenset({"obj", "nsubj:pass"})


class ActorMemory:
    """Resolves the noun phrases of one article. Made by `Actors.read`; all look-ups are by token index."""

    def __init__(
        self, doc: Doc, tables: ActorTables, published: date | None, headline: frozenset[str] = frozenset()
    ) -> None:
        self._doc, self._tables, self._published = doc, tables, published
        self._signs = Signs(doc, tables, published)
        self._people = People(self._signs)
        self._setting = Setting(self._signs, headline)
        self._earlier = Earlier(self._signs, self._people)
        self._people.settle(self._setting)
        self._unlisted = Unlisted(self._signs)
        self._resolved: dict[int, Actor | None] = {}

    def settle(self, places: Iterable[Place], home: str | None = None) -> None:
        """Tell the memory the article's places and its source's home country, which say whose "police" is meant."""
        self._setting.settle(places, home)
        self._people.settle(self._setting)
        self._resolved.clear()

    def resolve(self, head: Token, *, as_place: bool = False) -> Actor | None:
        """The actor whose noun phrase has `head`, or None where it can be none (a thing, a time, a place one is in).

        With `as_place` a country or capital behind "in", "at", "to" counts too, as the recipient of a visit does.
        """
        key = head.i * 2 + as_place
        if key not in self._resolved:
            self._resolved[key] = None
            self._resolved[key] = self._resolve(head, as_place)
        return self._resolved[key]

    def owner(self, head: Token, *, wide: bool = False) -> Actor | None:
        """The actor itself, else the one that a thing belongs to ("Iran's proposal").

        The text is the thing's; kind is "thing" where the actor is only its owner. Protests are the people's. With
        `wide` goods, buildings and land count too: what is attacked or sanctioned is hit with its owner.
        """
        actor = self.resolve(head)
        if actor is not None or head.pos_ not in ("NOUN", "PROPN"):
            return actor
        lemma, words = head.lemma_.lower(), self._tables.words
        if not wide and lemma not in words["deed"] | words["unrest"]:
            return None
        start, end = self._signs.core(head)
        if head.lower_ in words["relation"] and (possessor := phrases.possessor(head)) is not None:
            # "Norway's NATO allies" are the alliance's, "Norway's allies" nobody's.
            inner = self._signs.in_phrase(possessor.i + 1, head.i, end)
            union = inner if inner is not None and inner.country in INTERNATIONAL else None
            return of_owner(self._span(phrases.mention(head, (start, end))), union, (), "group", "relation")
        prepositions = ("of", "by", "in", "on") if wide else ("of", "by")
        belonging = self._possessed(head, thing=True) or self._signs.in_phrase(start, head.i, end)
        belonging = belonging or self._of_tail(head, end, prepositions)
        if belonging is None:
            return None
        people = ("CVL",) if lemma in words["unrest"] and not belonging.sectors else ()
        return of_owner(self._span(phrases.mention(head, (start, end))), belonging, people, "thing", "owner")

    def members(self, head: Token, actor: Actor) -> list[Actor]:
        """The actors that one noun stands for: "Greek and Turkish envoys", "scores of" them are two, others one."""
        inner = next(phrases.tail_children(head, self._core(head)[1], ("of",)), None)
        if inner is not None and (told := self.resolve(inner)) is not None and told.code == actor.code:
            several = self.members(inner, told)
            return several if len(several) > 1 else [actor]
        start = self._list_start(head)
        before = dict.fromkeys(self._signs.hit_at[i] for i in range(start, head.i) if i in self._signs.hit_at)
        nations = [hit for hit in before if hit.rows[0].is_nation and hit.end <= head.i]
        codes = [known.country for hit in nations if (known := reading(hit.rows, self._published))]
        joined = len(nations) > 1 and all(_coordinated(self._doc, *two) for two in pairwise(nations))
        if not joined or len(set(codes)) != len(nations) or head.tag_ not in ("NNS", "NNPS") or not actor.country:
            return [actor]
        starts = [start, *(hit.start for hit in nations[1:])]
        ends = [*(hit.end for hit in nations[:-1]), head.i + 1]
        return [
            coded(self._span((first, end)), None, code, actor.sectors, actor.kind or "group", actor.method or "role")
            for first, end, code in zip(starts, ends, codes, strict=True)
        ]

    def _list_start(self, head: Token) -> int:
        """Where a phrase starts, with the nations that a headline sets before it: "Greek, Turkish envoys"."""
        start = self._signs.core(head)[0]
        while start > 1 and self._doc[start - 1].text == ",":
            hit = self._signs.hit_at.get(start - 2)
            if hit is None or not hit.rows[0].is_nation or not head.is_ancestor(self._doc[start - 2]):
                break
            start = hit.start
        return start

    def counted(self, head: Token, *, bare: bool) -> Actor | None:
        """Whom a number counts: "two of the rebels"; a `bare` one, as of those killed or arrested, counts people."""
        is_age = head.i > 0 and head.nbor(-1).text == ","
        if is_age or (head.pos_ != "NUM" and head.lower_ not in self._tables.words["crowd"]):
            return None
        core = self._core(head)
        found = self._counted(head, core)
        tail = next(phrases.tail_children(head, core[1], ("of",)), None)
        if found is not None or tail is not None or not bare:
            return found
        people = self._from_role(head, core, PEOPLE, head.i)
        return None if people is None else replace(people, kind="group")

    def beside(self, side: Actor, other: Actor, event_type: str, *, acts: bool) -> Actor:
        """`side` with the nation of the other side of an event, where the two are of one nation by nature.

        Police and those they arrest, a government and its courts: `one_nation.csv` says which. `acts` says whether
        `side` is the event's actor. A side with a country, a name or no sector stays as it is.
        """
        if other.country is None or side.country is not None or not side.sectors or side.name is not None:
            return side
        if side.code is not None and side.code[:3] in INTERNATIONAL:
            return side
        acting, acted_on = (side, other) if acts else (other, side)
        span = self._doc.char_span(side.start, side.end, alignment_mode="expand")
        role = role_ending_at(span.root, self._tables) if span is not None else None
        if role is None or span is None or not self._setting.may_be_of(span.root, role[1], other.country):
            return side
        if not of_one_nation(event_type, acting.sectors, acted_on.sectors):
            return side
        return of_nation(side, other.country, "other side")

    def _of_tail(self, head: Token, end: int, prepositions: tuple[str, ...] = ("of", "by")) -> Belonging | None:
        children = phrases.tail_children(head, end, prepositions)
        return next((found for child in children if (found := self._signs.of_noun(child))), None)

    def words(self, name: str) -> frozenset[str]:
        """A list of helper words from the tables, such as the prepositions of place."""
        return self._tables.words[name]

    def known_names(self) -> list[Hit]:
        """Known names in the article, in reading order."""
        return self._signs.hits

    def _resolve(self, head: Token, as_place: bool) -> Actor | None:
        if is_pronoun(head) and head.i not in self._signs.hit_at:
            return antecedent(head, self.resolve, self._tables.words)
        core = self._core(head)
        named = self._named(head, core) or self._by_title_behind(head, core)
        if named is not None:
            return named
        role = role_in(head, core, self._tables, self._signs.name_at)
        hit = self._signs.hit_at.get(head.i) or self._hit_behind(head, core) or self._hit_in_brackets(head)
        if hit is not None and (role is None or hit.end > head.i + 1 or hit.start <= role[0]):
            return self._from_hit(head, core, hit, as_place)
        if role is None:
            return self._unlisted.read(head, core)
        if role[1].kind == "number":
            return self._counted(head, core)
        if head.lower_ in self._tables.words["counted_only"] and (alike := self._alike(head)):
            text, first, last = self._span(phrases.mention(head, core))
            return replace(alike, text=text, start=first, end=last, name=None)
        if role[1].words[-1] in self._tables.words["collective"] and (counted := self._counted(head, core)):
            return counted
        if role[1].kind == "place":
            return self._from_place(head, core, role[0], as_place) or self._homeland(head, core, as_place)
        return self._from_role(head, core, role[1], role[0])

    def _hit_behind(self, head: Token, core: tuple[int, int]) -> Hit | None:
        """The name that a noun introduces: "the rebel group Hamas", "the capital Kabul"."""
        hit = self._signs.hit_at.get(head.i + 1)
        return hit if hit is not None and hit.end <= core[1] else None

    def _hit_in_brackets(self, head: Token) -> Hit | None:
        """The known body whose letters stand in brackets behind its name: "the Community of West Africa (ECOWAS)"."""
        for child in head.rights:
            hit = self._signs.hit_at.get(child.i) if child.dep_ == "appos" and child.nbor(-1).text == "(" else None
            if hit is None or hit.rows[0].kind not in BODIES or not child.is_upper or head.tag_ not in ("NNP", "NNPS"):
                continue
            if any(token.text[:1] == child.text[0] for token in (head, *head.lefts)):
                return hit
        return None

    def _core(self, head: Token) -> tuple[int, int]:
        start, end = self._signs.core(head)
        follower = self._signs.name_at.get(end)
        if follower is not None and follower.start == end:
            role = role_in(head, (start, end), self._tables, self._signs.name_at)
            if role is not None and role[1].kind == "person":
                end = follower.end
        return start, end

    def _named(self, head: Token, core: tuple[int, int]) -> Actor | None:
        """The person whose name stands in the phrase, or who holds the title that it is."""
        people = self._signs.person_at
        position = next((i for i in range(head.i, core[1]) if i in people), None)
        person = people[position] if position is not None else self._people.titled.get(head.i)
        if person is None:
            return None
        name = self._signs.name_at.get(position) if position is not None else None
        if name is not None:
            core = min(self._name_start(core[0], name.start), self._title_start(name.start)), max(core[1], name.end)
        span = self._span(self._with_long_title(head, core) or phrases.mention(head, core))
        if not (person.country or person.sectors):
            return Actor(*span, name=person.name, kind="person", method="name")
        return coded(span, person.name, person.country, person.sectors, "person", person.method)

    def _with_long_title(self, head: Token, core: tuple[int, int]) -> tuple[int, int] | None:
        """A phrase that opens with a title such as "secretary of state", with the name behind it if there is one."""
        title = role_starting_at(head, self._tables)
        if title is None:
            return None
        name = self._signs.name_at.get(title[0])
        return core[0], name.end if name is not None else max(core[1], title[0])

    def _by_title_behind(self, head: Token, core: tuple[int, int]) -> Actor | None:
        """Who bears the title behind a name that the parser made the head: "an Alba Party MP", "the Chilean mayor"."""
        hit = self._signs.hit_at.get(head.i)
        if hit is None or (hit.rows[0].kind in (*NATION_KINDS, "person") and hit.rows[0].kind != "adjective"):
            return None
        for position in range(hit.end, min(hit.end + LONGEST_TITLE, head.sent.end)):
            token = self._doc[position]
            role = role_ending_at(token, self._tables) if token.tag_ in ("NN", "NNP") else None
            if role is not None and role[0] == hit.end and role[1].kind == "person":
                return self._titled(token, core[0], hit)
        return None

    def _titled(self, title: Token, start: int, body: Hit) -> Actor | None:
        actor = self.resolve(title) if title.left_edge.i >= body.end else None
        if actor is None:
            return None
        owner = self._signs.belonging_of(body)
        if actor.sectors and not actor.country and owner is not None and owner.rank:
            actor = of_nation(actor, owner.country, "organisation")
        first = self._doc[start].idx
        return replace(actor, text=self._doc.text[first : actor.end], start=first)

    def _name_start(self, start: int, name_start: int) -> int:
        """`start`, or the name itself where a noun that is no title runs into it ("The day Ann Lee")."""
        front = range(start, name_start)
        strange = any(self._doc[i].pos_ == "NOUN" for i in front) and not any(i in self._people.titled for i in front)
        return name_start if strange else start

    def _title_start(self, name_start: int) -> int:
        """Where the title right in front of a name starts, else where the name does."""
        title = name_start - 1
        if title not in self._people.titled:
            return name_start
        role = role_ending_at(self._doc[title], self._tables)
        return self._signs.core(self._doc[role[0] if role is not None else title])[0]

    def _span(self, tokens: tuple[int, int]) -> tuple[str, int, int]:
        return phrases.text_of(self._doc, *tokens)

    def _from_hit(self, head: Token, core: tuple[int, int], hit: Hit, as_place: bool) -> Actor | None:
        known, span = reading(hit.rows, self._published), self._span(phrases.mention(head, core))
        if known is None:
            return Actor(*span, kind="name", method="ambiguous name")
        if not known.is_nation:
            return self._from_body(core, hit, known, span)
        if known.kind in ("adjective", "demonym"):
            return self._from_demonym(head, core, hit, known)
        place = self._is_place(head)
        if place and (not as_place or known.country in INTERNATIONAL):
            return None
        if known.kind == "city" and head.dep_ == "nsubj":
            return None
        if known.kind == "capital" and not place and phrases.first_of_list(head).dep_ not in ("obj", "iobj"):
            ruling = tuple(dict.fromkeys((*known.sectors, "GOV")))
            return coded(span, known.name, known.country, ruling, "country", "capital")
        return coded(span, known.name, known.country, known.sectors, "country", known.kind)

    def _from_body(self, core: tuple[int, int], hit: Hit, known: Known, span: tuple[str, int, int]) -> Actor:
        """A known body; "Peru's Congress" is Peru's, though "Congress" alone is another's; so are parties."""
        shared = known.kind in ("institution", "party")
        outer = self._signs.in_phrase(core[0], hit.start, hit.start) if shared else None
        if known.kind == "party" and not known.country and outer is None:
            outer = self._setting.other_than(self._doc[hit.end - 1], "")
            if outer is not None:
                return coded(span, known.name, outer.country, known.sectors, known.kind, "table and setting")
        if shared and outer is None and self._is_any_nation_s(hit):
            outer = self._setting.instead_of(self._doc[hit.end - 1], known)
            if outer is not None:
                return coded(span, None, outer.country, known.sectors, "body", "table and setting")
        if outer is not None and outer.rank and outer.country != known.country:
            return coded(span, None, outer.country, known.sectors, "body", "table and nation")
        return coded(span, known.name or None, known.country, known.sectors, known.kind, "table")

    def _is_any_nation_s(self, hit: Hit) -> bool:
        """Whether a body's name is a common noun, as "Congress" and "the Supreme Court" are."""
        role = role_ending_at(self._doc[hit.end - 1], self._tables)
        return role is not None and role[0] <= hit.start and role[1].kind == "body"

    def _from_demonym(self, head: Token, core: tuple[int, int], hit: Hit, known: Known) -> Actor | None:
        """People of a nation; "Bosnian Serbs" are Bosnia's, "ethnic Turks" are of the country that is spoken of.

        "The Ukrainians" who talk, demand or attack are the nation; "thousands of Ukrainians" and "the young Ukrainian"
        are its people.
        """
        plural = known.kind == "demonym" or head.tag_ in ("NNS", "NNPS") or _is_counted(head)
        opener = next((child.lower_ for child in head.lefts if child.dep_ == "det"), "")
        whole = opener == "the" and all(token.pos_ == "DET" for token in self._doc[core[0] : hit.start])
        described = opener == "the" and not whole
        single = opener in ("a", "an") or described or head.tag_ == "NN"
        if not plural and not single and head.pos_ == "ADJ" and head.dep_ not in ARGUMENTS:
            return None
        outer = self._signs.in_phrase(core[0], hit.start, hit.start) or self._signs.in_tail(head, core[1])
        outer = None if head.lower_ in self._tables.words["settlers"] else outer
        belonging: Belonging | None = self._setting.of_people(head, known)
        if outer is not None and outer.country not in INTERNATIONAL:
            belonging = outer
        elif any(token.lower_ in self._tables.words["ethnic"] for token in self._doc[core[0] : hit.start]):
            belonging = self._setting.other_than(head, known.country)
        sectors = ("CVL",) if (single or plural) and not whole else ()
        actor = of_owner(self._span(phrases.mention(head, core)), belonging, sectors, "group", "demonym")
        return replace(actor, name=known.name) if plural and whole and outer is None else actor

    def _is_place(self, head: Token) -> bool:
        preposition = phrases.case_of(head)
        if preposition in self._tables.words["locative"]:
            return True
        return preposition in self._tables.words["destination"] and head.dep_.startswith(("obl", "nmod"))

    def _from_role(self, head: Token, core: tuple[int, int], role: Role, role_start: int) -> Actor | None:
        signs = self._signs
        role = signs.of_body(head, role)
        if not role.sectors and role.words[-1] in self._tables.words["of_force"]:
            role = replace(role, sectors=self._earlier.force_of(head))
        modifier = signs.modifier(core[0], role_start)
        owner = self._owner_of_role(head, core, role_start, signs.modified(role, modifier))
        sectors = signs.merge(role, owner, signs.is_former(role_start), modifier)
        name = owner.name if owner is not None else None
        if owner is not None and name is not None:
            sectors = owner.sectors
        if owner is None and not sectors:
            nameless = role.words[-1] in self._tables.words["of_force"]
            stranger = Actor(*self._span(phrases.mention(head, core)), kind="group", method="role")
            return self._unlisted.read(head, core) or (stranger if nameless and head.dep_ in ACTED_ON else None)
        if "of" in role.words and role_start == head.i and core[1] < head.i + len(role.words):
            core = core[0], head.i + len(role.words)
        kind = "group" if role.kind == "group" or head.tag_ in ("NNS", "NNPS") else role.kind
        method = "role" if owner is None else f"role and {owner.method}"
        country = owner.country if owner is not None else ""
        return coded(self._span(phrases.mention(head, core)), name, country, sectors, kind, method)

    def _alike(self, others: Token) -> Actor | None:
        """Those beside whom "four others" were hit: of the same kind, as far as the words tell."""
        before = self._doc[others.sent.start : others.i]
        told = (token for token in reversed(before) if token.tag_ == "NNS" and _is_counted(token))
        return next((actor for token in told if (actor := self.resolve(token)) is not None), None)

    def _from_place(self, head: Token, core: tuple[int, int], start: int, as_place: bool) -> Actor | None:
        """Its country, unless somebody is only in it: "the Iraqi city of Basra"."""
        owner = self._of_tail(head, core[1]) or self._signs.in_phrase(core[0], start, core[1])
        if owner is None or (self._is_place(head) and not as_place):
            return None
        return of_owner(self._span(phrases.mention(head, core)), replace(owner, sectors=()), (), "country", "place")

    def _homeland(self, head: Token, core: tuple[int, int], as_place: bool) -> Actor | None:
        """The country that "the country" stands for, unless something only happens in it."""
        country = self._setting.country_meant(head)
        if country is None or (self._is_place(head) and not as_place):
            return None
        return coded(self._span(phrases.mention(head, core)), None, country, (), "country", "country named before")

    def _counted(self, head: Token, core: tuple[int, int]) -> Actor | None:
        """ "Dozens of rebels" are the rebels, "tens of thousands" who do something are people."""
        child = next(phrases.tail_children(head, core[1], ("of",)), None)
        inner = self.resolve(child) if child is not None else None
        crowd = self._tables.words["crowd"]
        uncounted = child is None or (inner is None and child.lower_ in crowd)
        if uncounted and head.lower_ in crowd and head.dep_ in ("nsubj", "nsubj:pass"):
            return self._from_role(head, core, PEOPLE, head.i)
        if child is None or inner is None:
            return None
        end = phrases.mention(child, self._core(child))[1]
        text, first, last = self._span((core[0], max(core[1], end)))
        return replace(inner, text=text, start=first, end=last)

    # Whose

    def _owner_of_role(self, head: Token, core: tuple[int, int], start: int, role: Role) -> Belonging | None:
        signs = self._signs
        home = "MIL" not in role.sectors and role.words[-1] not in self._tables.words["abroad"]
        if role.words[-1] in self._tables.words["relation"]:
            return signs.nationality(core[0], start)
        found = signs.before(role, core[0], start, core[1]) or self._possessed(head)
        found = found or signs.in_tail(head, core[1], home=home)
        earlier = None if found else self._earlier.nation_of(head, role)
        if earlier is not None and earlier.country and not self._setting.may_be(head, role, earlier.country):
            return None
        return found or earlier or self._setting.nation_of(head, role)

    def _possessed(self, head: Token, *, thing: bool = False) -> Belonging | None:
        """What a possessor tells; a `thing` of somebody is his, not his nation's."""
        owner = phrases.possessor(head)
        if owner is not None and (country := self._setting.named_before(owner)):
            return Belonging(country, (), "country named before", 1)
        actor = self.resolve(owner, as_place=True) if owner is not None else None
        if actor is None or actor.code is None or actor.code.startswith(UNKNOWN):
            return None
        nation = actor.kind in ("country", "person", "group")
        private = actor.kind == "person" and not PUBLIC_LIFE.intersection(actor.sectors)
        theirs = thing and actor.kind != "country"
        sectors = actor.sectors if theirs or not nation else ()
        return Belonging(actor.code[:3], sectors, "person" if private else "possessor", 1)


def _is_counted(head: Token) -> bool:
    return any(child.dep_ == "nummod" for child in head.lefts)


def _coordinated(doc: Doc, one: Hit, other: Hit) -> bool:
    """Whether nothing but "and", a comma or a dash stands between two names."""
    return all(token.pos_ in ("CCONJ", "PUNCT") for token in doc[one.end : other.start])
