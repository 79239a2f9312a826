"""The setting of an article: the one nation whose offices it means by "the government", "police" or "lawmakers"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from spacy.tokens import Token

from schemas.records import Place
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.names import Hit, reading, role_ending_at
from transforms.events.actors.national_titles import nation_of_title
from transforms.events.actors.regimes import may_have
from transforms.events.actors.scene import OFFICE_KINDS, PARTS, PLACE, SEAT, Scene, Sign, dateline_nation
from transforms.events.actors.signs import ARGUMENTS, OFFICES, Belonging, Signs
from transforms.events.actors.tables import INTERNATIONAL, Known, Role

# Offices of one nation that the article names are told by the same noun, or, for these, by any noun of the sector.
ALIKE = frozenset({"COP", "LEG"})
SILENT = frozenset({"media", "company"})
PEOPLE = frozenset({"adjective", "demonym"})
FRONT = frozenset({"amod", "compound"})
# Parts of a country, in which its own army may act.
SPOTS = frozenset({PLACE, SEAT, "region", "city"})
RULERS = OFFICE_KINDS - {"party"}
# What acts for a state abroad as well.
STRONG = frozenset({"GOV", "MIL"})
PRIVATE = frozenset({"CVL", "CRM", "UAF", "REB", "LAB", "EDU", "MED", "AGR", "REL", "SOC", "OPP"})
REBELS, ARMED = "REB", "armed group"
LOCAL = PRIVATE | {"COP", "JUD"}
WHO = ("WP", "WDT")
OF_SEVERAL = ("of", "from", "in", "across")
# "Among the people sanctioned" are some whom the words behind name.
AMONG = "among"
# Behind what a state does, these lead to another: "closed the border with Chad".
DEALT_WITH = frozenset({"with", "against", "to", "toward", "towards"})
HOME_WEIGHT = 2
# The leading nation has this share of what is named, and this many times the next one's.
SHARE = 0.6
LEAD = 2
# An office named with its nation elsewhere counts if the nation is no side matter of the article.
LEAST_SHARE = 0.35
# What an article says of nations before its people ("residents", "voters") are taken for theirs.
LEAST_SAID = 4
# The same where it names one nation only.
LEAST_ALONE = 2


class Setting:
    """Reads which nation the bare offices of one article belong to; its headline may say it.

    `headline` are the nations that it names (alpha-3); they count where the text names no other.
    """

    def __init__(self, signs: Signs, headline: frozenset[str] = frozenset()) -> None:
        self._signs, self._words, self._headline = signs, signs.tables.words, headline
        self._named = [sign for hit in signs.hits if (sign := self._sign(hit, reading(hit.rows, signs.published)))]
        self._scene: Scene | None = None
        self._home: str | None = None
        self._dateline = dateline_nation(signs.doc, self._named)
        self._weights: Counter[str] | None = None
        self._alike: dict[str, Counter[str]] | None = None

    def settle(self, places: Iterable[Place], home: str | None) -> None:
        """Take the article's places and the source's home country into account as well."""
        starts = [token.idx for token in self._signs.doc]
        for place in places:
            position = bisect_right(starts, place.start) - 1
            hit = self._signs.hit_at.get(position)
            of_union = hit is not None and hit.rows[0].country in INTERNATIONAL
            if place.country and (hit is None or of_union):
                self._named.append(Sign(position, place.country, SEAT if of_union else PLACE, position))
        self._home, self._weights, self._scene = home, None, None
        self._dateline = dateline_nation(self._signs.doc, self._named)

    def nation_of(
        self, head: Token, role: Role, title: Token | None = None, besides: Collection[str] = ()
    ) -> Belonging | None:
        """Whose office a role without a nation is, where one reading is clear; `title` is its noun beside a name.

        It is never of the nations `besides`, whose holder of that office is somebody else.
        """
        if not self.is_domestic(title or head, role):
            return None
        owns = head.dep_ == "nmod:poss"
        top = self._hanging_on(head) if title is not None or owns else head
        barred = self._posted_to(title or head, role) | self._faced(top, role) | self._told(head, role) | set(besides)
        words = self._words_of(title or head, role)
        barely = self._seats() if "GOV" in role.sectors else frozenset()
        found = ((m, c) for m, c in self._evidence(head, role, barred) if c and c not in barely and may_have(c, words))
        method, country = next(found, ("", None))
        return Belonging(country, (), method) if country and country not in self._doubtful(top, role) else None

    def _seats(self) -> frozenset[str]:
        """Nations named only by the city in which a union sits: "officials in Brussels" may be the Union's."""
        by_seat = {sign.country for sign in self._named if sign.kind == SEAT}
        return frozenset(by_seat - {sign.country for sign in self._named if sign.kind != SEAT})

    def may_be(self, head: Token, role: Role, country: str) -> bool:
        """Whether an office named before may be of the country: it has such, and the same verb names no such nation.

        A place may be in its own country: "the army sent a battalion to Goma".
        """
        faced = self._faced(head, role, [sign for sign in self._named if sign.kind not in SPOTS])
        return country not in faced and may_have(country, self._words_of(head, role))

    def _words_of(self, head: Token, role: Role) -> tuple[str, ...]:
        """The words of a phrase up to its role, with those of the role as the table writes them."""
        start = self._signs.core(head)[0]
        front = self._signs.doc[start : max(start, head.i - len(role.words) + 1)]
        return (*(token.lower_ for token in front), *role.words)

    def _evidence(self, head: Token, role: Role, barred: set[str]) -> Iterator[tuple[str, str | None]]:
        """What speaks for a nation, the surest first; places speak for people and for offices on the spot."""
        office, local = bool(OFFICES.intersection(role.sectors)), self._is_local(head, role)
        if local:
            yield "scene", self.scene.of_event(head)
        if office:
            yield "setting", self._of_like(role, barred)
        if office or self._is_of_the_people(role):
            # Rebels with whom one nation deals are as likely its own as another's.
            leading = None if barred and REBELS in role.sectors else self._leading(head, barred)
            # Prosecutors in a story that has just been in Texas are not Mexico's, however often it is named.
            elsewhere = local and self.scene.before(head) not in (None, leading)
            yield "setting", None if elsewhere else leading
        if local:
            yield "scene", self.scene.of_sentence(head)
        if local or office:
            armed = "MIL" in role.sectors
            for method, country in self._weak_evidence(head, barred, local=local, office=office, armed=armed):
                yield method, country if self._is_first(country) else None
            if office and not armed:
                yield "dateline", self._reported_from(head, barred)
        yield "national title", nation_of_title(role)

    def _reported_from(self, head: Token, barred: set[str]) -> str | None:
        """The dateline's nation, if the article names no nation more and the words around name no other."""
        country, weights = self._dateline, self._counted()
        if country is None or country in barred or weights[country] < max(weights.values()):
            return None
        return country if self._near(head) - barred <= {country} else None

    def _weak_evidence(
        self, head: Token, barred: set[str], *, local: bool, office: bool, armed: bool
    ) -> Iterator[tuple[str, str | None]]:
        """What speaks only for the nation that the article names most."""
        if local:
            yield "earlier scene", self._in_sentences_before(head, barred)
            yield "leading scene", self._in_most_places(head, barred)
        if office:
            yield "setting", self._nearby(head, barred)
            yield "earlier scene", None if armed else self._in_sentences_before(head, barred)

    def _is_first(self, country: str | None) -> bool:
        """Whether the article names this nation more than any other."""
        weights = self._counted()
        others = (weight for other, weight in weights.items() if other != country)
        return country is not None and weights[country] > max(others, default=0)

    def _in_sentences_before(self, head: Token, barred: set[str]) -> str | None:
        country = self.scene.before(head)
        return country if country and country not in barred and self._counted()[country] >= LEAST_ALONE else None

    def _in_most_places(self, head: Token, barred: set[str]) -> str | None:
        country = self.scene.leading
        if country is None or country in barred or country != self.scene.last_before(head):
            return None
        return country if self._near(head) <= {country} else None

    @property
    def scene(self) -> Scene:
        """Where the article's sentences play."""
        if self._scene is None:
            self._scene = Scene(self._signs.doc, self._signs.tables, self._named)
        return self._scene

    def _is_local(self, head: Token, role: Role) -> bool:
        """Whether those meant are likely of where they are: residents, police, judges, "local officials"."""
        last, words = role.words[-1], self._words
        if last in words["strangers"] or last in words["abroad"] or self._is_of_a_people(head):
            return False
        if "REB" in role.sectors and self.scene.is_venue(head):
            return False
        return role.words[0] in words["local"] or not LOCAL.isdisjoint(role.sectors)

    def _is_of_a_people(self, head: Token) -> bool:
        """Whether a name that no table knows says of which people they are: "Shona rebels"."""
        if head.text[:1].isupper():
            return False
        front = (child for child in head.lefts if child.i != head.sent.start and child.i not in self._signs.hit_at)
        return any(child.text[:1].isupper() and child.tag_ in ("JJ", "NNP", "NNPS") for child in front)

    def may_be_of(self, head: Token, role: Role, country: str) -> bool:
        """Whether people or offices without a nation may be of the nation of those whom they deal with."""
        strange = role.words[-1] in self._words["strangers"] or self._is_of_a_people(head)
        fits = may_have(country, self._words_of(head, role)) and self.scene.of_sentence(head) in (None, country)
        return fits and not strange and self.is_domestic(head, role)

    def other_than(self, head: Token, country: str) -> Belonging | None:
        """The nation that leads in the article beside `country`: whose "ethnic Turks" are meant."""
        found = self._leading(head, {country})
        return Belonging(found, (), "setting") if found else None

    def instead_of(self, head: Token, known: Known) -> Belonging | None:
        """The article's nation for a body such as "Congress", where nothing else in it speaks for the known one's."""
        same = {hit.start for hit in self._signs.hits if known in hit.rows}
        if any(sign.country == known.country and sign.position not in same for sign in self._named):
            return None
        return self.other_than(head, known.country)

    def _sign(self, hit: Hit, known: Known | None) -> Sign | None:
        if known is None or not known.country or known.country in INTERNATIONAL or known.kind in SILENT:
            return None
        inside = self._signs.doc[hit.start : hit.end]
        return Sign(hit.start, self._signs.itself(hit, known).country, known.kind, inside.root.i)

    def is_domestic(self, head: Token, role: Role) -> bool:
        """Whether a phrase can mean the article's own nation: "other governments" and "its ambassador" do not."""
        last, words = role.words[-1], self._words
        if (last in words["no_office"] and _says_nothing_more(role)) or self._signs.needs_owner(role):
            return False
        fronted = phrases.case_of(head) == AMONG and head.head.i > head.i
        if " ".join(role.words) in words["no_office"] or fronted:
            return False
        if _is_plural(head) and (_is_of_nations(role, words) or self._is_of_several(head)):
            return False
        if phrases.possessor(head) is not None and last not in words["unowned"]:
            return False
        if last in words["of_firms"] and self._is_of_a_firm(head, role):
            return False
        return not any(child.lower_ in words["elsewhere"] - set(role.words) for child in head.lefts)

    def _is_of_several(self, head: Token) -> bool:
        """Whether people come from several nations: "ministers from 20 countries", "people in six countries"."""
        last = max((child for child in head.rights if child.dep_ == "conj"), key=lambda child: child.i, default=head)
        end = self._signs.core(last)[1]
        behind = head.doc[end] if end < head.sent.end else head
        land = behind.head if behind.lower_ in OF_SEVERAL else head
        return land.lemma_.lower() in self._words["homeland"] and _is_plural(land)

    def _is_of_the_people(self, role: Role) -> bool:
        """Whether the article's own people are likely meant: residents, a man, gunmen, but no tourists."""
        named = self._counted()
        said = named.total() >= (LEAST_SAID if len(named) > 1 else LEAST_ALONE)
        return said and bool(PRIVATE.intersection(role.sectors)) and role.words[-1] not in self._words["strangers"]

    def _is_of_a_firm(self, head: Token, role: Role) -> bool:
        """Whether a president or an official has other words to say of what ("the union's", "of sales")."""
        start, end = self._signs.core(head)
        front = (token for token in self._signs.doc[start : head.i] if token.i not in self._signs.hit_at)
        named = any(token.pos_ == "PROPN" and token.lower_ not in role.words for token in front)
        return named or next(phrases.tail_children(head, end, ("of", "at", "for")), None) is not None

    def _posted_to(self, head: Token, role: Role) -> set[str]:
        """The countries that an envoy is sent to, or may be: any that his sentence names."""
        if role.words[-1] not in self._words["abroad"]:
            return set()
        sentence = head.sent
        return {sign.country for sign in self._named if sentence.start <= sign.position < sentence.end}

    def named_before(self, owner: Token) -> str | None:
        """The country that "the country's army" is of: the one named last before, in its sentence or the one before.

        Without one, the one nation whose people or bodies are told of there.
        """
        if owner.lower_ not in self._words["homeland"] or [child.lower_ for child in owner.lefts] != ["the"]:
            return None
        start = owner.doc[max(0, owner.sent.start - 1)].sent.start
        near = [sign for sign in self._named if start <= sign.position < owner.i]
        named = [sign for sign in near if sign.kind == "name"]
        if named:
            return max(named, key=lambda sign: sign.position).country
        nations = {sign.country for sign in near if sign.kind == "adjective"}
        return next(iter(nations)) if len(nations) == 1 else None

    def country_meant(self, head: Token) -> str | None:
        """Which country "the country" is: the only one named just before, else the article's, never the verb's other.

        "France left Mali, and Chad praised the country" leaves it open.
        """
        if head.lower_ not in self._words["homeland"] or [child.lower_ for child in head.lefts] != ["the"]:
            return None
        if any(child.dep_ != "punct" for child in head.rights):
            return None
        verb = head.head
        others = {sign.country for sign in self._named if self._signs.doc[sign.head].head == verb}
        start = head.doc[max(0, head.sent.start - 1)].sent.start
        near = {sign.country for sign in self._named if start <= sign.position < head.i} - others
        if len(near) > 1:
            return None
        return next(iter(near), None) or self._leading(head, others)

    def of_people(self, head: Token, known: Known) -> Belonging:
        """Whose a people is; natives of a region who act on the state around it are not taken for that state's."""
        if head.lower_ not in self._words["native"]:
            return Belonging(known.country, known.sectors)
        after = range(head.i + 1, head.sent.end if head.dep_ == "nsubj" else head.i)
        faced = any(sign.country == known.country and sign.position in after for sign in self._named)
        return Belonging("" if faced else known.country, tuple(dict.fromkeys((*known.sectors, "CVL"))))

    def _hanging_on(self, name: Token) -> Token:
        """The phrase of the verb that a name with a title is in: what acts on Lund's choice is not Lund's nation."""
        while name.dep_ in PARTS and name.head.i != name.i:
            name = name.head
        return name

    def _faced(self, head: Token, role: Role, named: Iterable[Sign] | None = None) -> set[str]:
        """The countries that the same verb has for arguments: no government acts on itself.

        A person or a body of state may act on its own people, though a nation named alone is another's enemy.
        """
        office = bool(OFFICES.intersection(role.sectors))
        beside = self._beside(head, set() if office else {"from"})
        signs = [sign for sign in (self._named if named is None else named) if sign.kind not in OFFICE_KINDS]
        if not PRIVATE.isdisjoint(role.sectors):
            # A union that threatens to extend its strike to Halifax may be Canada's.
            signs = [sign for sign in signs if sign.kind not in SPOTS or self._signs.doc[sign.head].head == head.head]
        told_of = [other for verb in _told_of(head) for other in verb.children if other.dep_ == "obj"]
        # "A lawmaker who criticised China's policy" is none of China's.
        beside |= {one.i for thing in told_of for one in (thing, *thing.lefts) if one.dep_ in ("obj", "nmod:poss")}
        faced = {sign.country for sign in signs if sign.head in beside} | self._at_posts(head, signs)
        return faced | self._called(head, beside, signs) if STRONG.intersection(role.sectors) else faced

    def _at_posts(self, head: Token, signs: Iterable[Sign]) -> set[str]:
        """The nations at whose embassies something happens: who protests there is another's."""
        posts = {child.i for child in head.head.children if child.lower_ in self._words["post"] and child != head}
        return {sign.country for sign in signs if self._signs.doc[sign.head].head.i in posts}

    def _doubtful(self, head: Token, role: Role) -> set[str]:
        """The countries of whose rulers and bodies the same verb tells: it may be their own government, or not."""
        if not STRONG.intersection(role.sectors):
            return set()
        beside = self._beside(head)
        return {sign.country for sign in self._named if sign.kind in RULERS and sign.head in beside}

    def _called(self, head: Token, beside: Collection[int], signs: Iterable[Sign]) -> set[str]:
        """The nations of those whom a state acts on: no army calls its own people "a Chadian teenager"."""
        if head.dep_ != "nsubj":
            return set()
        doc, tables = self._signs.doc, self._signs.tables
        somebody = {i for i in beside if doc[i].dep_ != "nmod" and role_ending_at(doc[i], tables) is not None}
        called = (sign for sign in signs if sign.kind in PEOPLE and doc[sign.head].dep_ in FRONT)
        return {sign.country for sign in called if doc[sign.head].head.i in somebody}

    def _told(self, head: Token, role: Role) -> set[str]:
        """The nations that only the words of a state's speaker name: "officials said that Chad had attacked"."""
        verb = head.head
        if head.dep_ != "nsubj" or verb.pos_ != "VERB" or not STRONG.intersection(role.sectors):
            return set()
        said = next((child for child in verb.rights if child.dep_ == "ccomp" and child.i > head.i), None)
        if said is None:
            return set()
        inside = range(said.left_edge.i, said.right_edge.i + 1)
        outside = {sign.country for sign in self._named if sign.position not in inside}
        return {sign.country for sign in self._named if sign.position in inside} - outside

    def _beside(self, head: Token, besides: Collection[str] = ()) -> set[int]:
        """The other arguments of the verb above `head` and of what is to be done, less places and those behind "of"."""
        elsewhere = self._words["locative"] | {"of", *besides}
        while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        others = chain(head.head.children, *(verb.children for verb in _wanted(head.head)))
        siblings = [other for other in others if other != head and other.dep_ in ARGUMENTS]
        beside = {other.i for other in siblings if phrases.case_of(other) not in elsewhere}
        return beside | {child.i for other in siblings for child in self._dealt_with(other)}

    def _dealt_with(self, thing: Token) -> Iterator[Token]:
        """With whom a state deals in what it makes, "a treaty with Chad", or does harm, "in a raid on Chad"."""
        behind = DEALT_WITH if thing.dep_ == "obj" else frozenset()
        if thing.lemma_.lower() in self._words["hostile"]:
            behind = DEALT_WITH | {"on"}
        return (child for child in thing.rights if child.dep_ == "nmod" and phrases.case_of(child) in behind)

    def _of_like(self, role: Role, barred: set[str]) -> str | None:
        """The one nation that the article names with the same office."""
        if self._alike is None:
            self._alike = self._collect_alike()
        keys = [role.words[-1], *(sector for sector in role.sectors if sector in ALIKE)]
        for key in keys:
            named = self._alike.get(key, Counter())
            if len(named) == 1:
                country = next(iter(named))
                if country not in barred and self._share(country) >= LEAST_SHARE:
                    return country
        return None

    def _collect_alike(self) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = {}
        for hit in self._signs.hits:
            known = reading(hit.rows, self._signs.published)
            if known is not None and known.country not in INTERNATIONAL and known.kind in OFFICE_KINDS:
                for sector in known.sectors:
                    found.setdefault(sector, Counter())[known.country] += 1
        for token in self._signs.doc:
            role = role_ending_at(token, self._signs.tables) if token.pos_ in ("NOUN", "PROPN") else None
            if role is None or role[1].words[-1] in self._words["no_office"] or role[1].weight == 0:
                continue
            start, end = self._signs.core(token)
            owner = self._signs.before(role[1], start, role[0], end)
            if owner is not None and owner.rank and owner.country:
                for key in (role[1].words[-1], *role[1].sectors):
                    found.setdefault(key, Counter())[owner.country] += 1
        return found

    def _leading(self, head: Token, barred: set[str]) -> str | None:
        """The nation that leads in the article, unless the words around name others only."""
        weights = self._counted()
        ranked = [each for each in weights.most_common() if each[0] not in barred]
        if not ranked:
            return None
        country, most = ranked[0]
        rest = ranked[1][1] if len(ranked) > 1 else 0
        total = sum(weight for _, weight in ranked)
        said = country == self._home or country in self._headline
        firm = said or any(s.kind not in PEOPLE for s in self._named if s.country == country)
        if not firm or most < SHARE * total or most < LEAD * rest:
            return None
        people = self._signs.person_at
        near = self._near(head) - barred - {people[i].country for i in self._beside(head) if i in people}
        return country if not near or country in near else None

    def _nearby(self, head: Token, barred: set[str]) -> str | None:
        """The one nation that the words around name by a place or a body, if it is one of the article's main ones."""
        people = self._signs.person_at
        near = self._near(head) - barred - {people[i].country for i in self._beside(head) if i in people}
        country = next(iter(near)) if len(near) == 1 else None
        if country not in self._near(head, besides=PEOPLE | {"person"}):
            return None
        return country if country and self._share(country) >= LEAST_SHARE else None

    def _share(self, country: str) -> float:
        weights = self._counted()
        return weights[country] / max(1, sum(weights.values()))

    def _counted(self) -> Counter[str]:
        if self._weights is None:
            self._weights = Counter()
            for sign in self._named:
                self._weights[sign.country] += sign.weight
            for country in filter(None, (self._home, self._dateline)):
                self._weights[country] += HOME_WEIGHT
            if len(self._headline) == 1 and self._headline.issuperset(self._weights):
                self._weights.update(dict.fromkeys(self._headline, HOME_WEIGHT))
        return self._weights

    def _near(self, head: Token, besides: frozenset[str] = frozenset()) -> set[str]:
        """Nations named in the sentence and the one before, other than by the kinds `besides`."""
        sentence = head.sent
        start = head.doc[sentence.start - 1].sent.start if sentence.start else 0
        around = (sign for sign in self._named if start <= sign.position < sentence.end)
        # Armed groups act in other lands than their own.
        return {sign.country for sign in around if sign.kind not in besides | {ARMED}}


def _wanted(verb: Token) -> Iterator[Token]:
    """Verbs of what somebody asks or undertakes to do: "agreed to begin to leave"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "VERB":
            yield child
            yield from _wanted(child)


def _told_of(head: Token) -> Iterator[Token]:
    """Verbs of clauses in which "who" or "that" stands for the noun: "the army that invaded Chad"."""
    clauses = (child for child in head.rights if child.dep_ == "acl:relcl")
    return (verb for verb in clauses if any(c.dep_ == "nsubj" and c.tag_ in WHO for c in verb.children))


def _is_of_nations(role: Role, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether several are of several nations: "leaders", "governments", and offices that a nation has once."""
    return (len(role.words) == 1 and role.words[-1] in words["of_nations"]) or " ".join(role.words) in words["sole"]


def _says_nothing_more(role: Role) -> bool:
    """Whether a role tells of no circle in which it is held: a leader or a secretary-general, no union leader."""
    return len(role.words) == 1 or "GOV" in role.sectors


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS")
