"""The people of an article: full names, surnames that stand for them, and what their titles tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from transforms.events.actors import affiliations
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.described import said_of
from transforms.events.actors.names import OFFICES, Hit, Name, reading, role_ending_at
from transforms.events.actors.own_period import THEN
from transforms.events.actors.setting import Setting
from transforms.events.actors.signs import HELD, Belonging, Person, Signs
from transforms.events.actors.tables import INTERNATIONAL, Known, Role

TITLE_REACH = 10
APPOSED_REACH = 16
ARMS = ("MIL",)
SHARED = "shared surname"
SETTLED = "title and setting"
NATIONALITY = "nationality"
PRIVATE = ("CVL",)
PARTISAN = {"PTY"}
# Relations by which a title and a name are one noun phrase.
NOT_APPOSED = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "compound", "nmod:poss"})
# What makes a title a lesser one.
LESSER = ("vice", "deputy", "prime", "former", "assistant")
LINKS = frozenset({"appos", "compound", "flat", "flat:name", "nmod:desc"})


class People:
    """Everybody named in the article. Fills `signs.person_at`; `titled` maps a title's token to its holder."""

    def __init__(self, signs: Signs) -> None:
        self._signs, self._doc = signs, signs.doc
        self.by_name: dict[str, Person] = {}
        self.titled: dict[int, Person] = {}
        self._past: set[str] = set()
        self._unions = {i for hit in signs.hits if _is_of_nations(hit) for i in range(hit.start + 1, hit.end)}
        self._offices: list[tuple[Person, Token, Role, Token]] = []
        for name in sorted(signs.names, key=lambda each: (each.start - each.end, each.start)):
            person = self._person_of(name)
            for position in range(name.start, name.end):
                signs.person_at[position] = person
        for name in signs.names:
            self._read_title(name, signs.person_at[name.start])
        self._find_surnames()
        self._read_descriptions()
        self._call_private()

    def holders(self, role: Role) -> list[Person]:
        """The people who bear a title in the article."""
        return list({id(each): each for each in self.by_name.values() if _bears(each, role.words)}.values())

    def holder_near(self, role: Role, head: Token) -> Person | None:
        """The one bearer of a title named before it in its sentence, else in the sentence before, else at all."""
        sentence = head.sent
        before = head.doc[sentence.start - 1].sent.start if sentence.start else 0
        for start, end in ((sentence.start, head.i), (before, sentence.start)):
            named = (self._signs.person_at[i] for i in range(start, end) if i in self._signs.person_at)
            found = {id(each): each for each in named if _bears(each, role.words) or _is_of_arms(each, role)}
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        everybody = self.holders(role)
        return everybody[0] if len(everybody) == 1 else None

    def settle(self, setting: Setting) -> None:
        """Give those whose title tells no nation that of the article's offices, where it is clear."""
        for person, *_ in self._offices:
            if person.method == SETTLED:
                person.country, person.method = "", "title"
        for person, top, role, title in self._offices:
            others = self._others_in_office(person, role)
            nation = setting.nation_of(top, role, title, others) if person.method == "title" else None
            if nation is not None:
                person.country, person.method = nation.country, SETTLED

    def _others_in_office(self, person: Person, role: Role) -> set[str]:
        """The nations whose one president, prime minister or the like is somebody else in the article."""
        words, titles = self._signs.tables.words, {" ".join(role.words), *person.roles}
        alike = titles & words["sole"] if titles.isdisjoint(words["foreign_minister"]) else words["foreign_minister"]
        holders = (each for each in self.by_name.values() if any(_bears(each, one.split()) for one in alike))
        return {other.country for other in holders if other is not person and other.method != SETTLED}

    def _person_of(self, name: Name) -> Person:
        text = phrases.text_of(self._doc, name.start, name.end)[0]
        surname = self._doc[name.end - 1].text
        earlier = self.by_name.get(text) or (self.by_name.get(surname) if name.end - name.start == 1 else None)
        if earlier is not None:
            return earlier
        person = self._new(name, text)
        self.by_name[text] = person
        if name.end - name.start > 1 and person.country in self._signs.tables.words["family_name_first"]:
            self.by_name.setdefault(self._doc[name.start].text, person)
        clash = self.by_name.get(surname)
        if clash is None:
            self.by_name[surname] = person
        elif clash is not person and clash.name != person.name and surname != text:
            self.by_name[surname] = _either(surname, clash, person)
        return person

    def _new(self, name: Name, text: str) -> Person:
        known = reading(self._rows(name), self._signs.published) if name.rows else self._office_holder(name)
        if known is None:
            return Person(text)
        same = (each for each in self.by_name.values() if each.known and each.known.name == known.name)
        found = next(same, None)
        if found is not None and known.name:
            return found
        roles = {known.office.lower()}
        return Person(known.name or text, known, known.country, known.sectors, "table", roles)

    def _rows(self, name: Name) -> tuple[Known, ...]:
        """The rows of a known name; of several kings of a name the one of the land behind it."""
        land = affiliations.body(name.end, self._signs)
        return tuple(row for row in name.rows if land is not None and row.country == land.country) or name.rows

    def _office_holder(self, name: Name) -> Known | None:
        """Whom a bare surname behind an office means: "President Lund" is the Lund who was president then."""
        title = self._person_role(name.start - 1) if name.start and name.end == name.start + 1 else None
        if title is None:
            return None
        first, role = title
        owner = self._signs.before(role, self._window_start(name.start), first, name.start)
        office, day = " ".join(role.words), self._signs.published
        held = [row for row in self._signs.tables.surnames.get(self._doc[name.start].text, ()) if row.office == office]
        held = [row for row in held if owner is None or not owner.rank or row.country == owner.country]
        now = [row for row in held if day is None or row.holds_on(day)]
        if now:
            return reading(tuple(now), day)
        return reading(tuple(held), day) if len({row.name for row in held}) == 1 else None

    def _is_then(self, title: int) -> bool:
        """ "Then President Lund", "then-President Lund"."""
        return any(token.lower_ in THEN for token in self._doc[max(self._doc[title].sent.start, title - 2) : title])

    def _find_surnames(self) -> None:
        signs = self._signs
        for token in self._doc:
            person = self.by_name.get(token.text)
            if person is None or not (token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG") or _is_bare(token)):
                continue
            if token.i not in signs.person_at and token.i not in signs.hit_at:
                signs.person_at[token.i] = person
                signs.name_at[token.i] = Name(token.i, token.i + 1)

    def _read_title(self, name: Name, person: Person) -> None:
        found = self._title_of(name)
        if found is None:
            self._read_nationality(name, person)
            self._affiliate(name, person)
            return
        role, first, position, belonging = found
        belonging = belonging or affiliations.seat(name.end, self._signs) or affiliations.body(name.end, self._signs)
        if person.method == SHARED:
            self._tell_apart(name, role, position)
            return
        if _contradicts(belonging, person):
            return
        self.titled[position] = person
        if "of" in role.words:
            self.titled[first] = person
        former = self._signs.is_former(first)
        if not former:
            person.roles.add(" ".join(role.words))
        if person.sectors and (person.known is not None or person.country):
            person.sectors = _as_titled(person.sectors, role, former=former)
            if former or self._is_then(first):
                self._past.add(person.name)
            elif position == name.start - 1 and person.name not in self._past:
                person.sectors = _in_office(person.sectors, role)
            return
        self._read_nationality(name, person)
        modifier = self._signs.modifier(self._window_start(name.start), first) if position < name.start else None
        self._entitle(person, belonging, self._signs.merge(role, belonging, former, modifier))
        if belonging is None and not person.country:
            self._offices.append((person, self._top(first, name), role, self._doc[position]))

    def _read_descriptions(self) -> None:
        """Sectors for those without, from what a clause says of them; their nation is sought like a title's."""
        for position, person in self._signs.person_at.items():
            if person.sectors or person.known is not None:
                continue
            found = said_of(self._doc[position], self._signs.tables)
            if found is None:
                continue
            role, said_at = found
            stated = person.country and self._doc[said_at].pos_ == "VERB"
            front = self._signs.core(self._doc[said_at])[0]
            belonging = None if stated else self._signs.before(role, front, said_at, said_at + 1)
            self._entitle(person, belonging, self._signs.merge(role, belonging, former=False, modifier=None))
            if not person.country:
                self._offices.append((person, self._doc[position], role, self._doc[said_at]))

    def _entitle(self, person: Person, belonging: Belonging | None, sectors: tuple[str, ...]) -> None:
        """Take sectors and country from a title; an office stands, and so does what the tables know of a country."""
        if sectors and not HELD.intersection(person.sectors):
            person.sectors = sectors
        if person.known is None:
            person.method = "title" if belonging is None else f"title and {belonging.method}"
            person.country = belonging.country if belonging is not None else person.country

    def _tell_apart(self, name: Name, role: Role, title: int) -> None:
        """Of several people with a surname, the one whose title stands before it; else it stays open."""
        bearers = [each for each in self.holders(role) if each.name.split()[-1] == self._doc[name.end - 1].text]
        if len(bearers) == 1:
            self.titled[title] = bearers[0]
            for position in range(name.start, name.end):
                self._signs.person_at[position] = bearers[0]

    def _read_nationality(self, name: Name, person: Person) -> None:
        """ "Estonian Mart Tamm", "Mart Tamm, an Estonian,"."""
        hit = self._nation_before(name) or self._nation_after(name)
        if hit is None or person.known is not None or person.country:
            return
        belonging = self._signs.belonging_of(hit)
        if belonging is not None:
            person.country, person.method = belonging.country, NATIONALITY

    def _nation_before(self, name: Name) -> Hit | None:
        hit = self._signs.hit_at.get(name.start - 1)
        return hit if hit is not None and hit.rows[0].kind == "adjective" else None

    def _nation_after(self, name: Name) -> Hit | None:
        """The people between commas behind a name, with no noun of its own."""
        front = self._doc[name.end : name.end + 2].text.lower()
        hit = self._signs.hit_at.get(name.end + 2) if front in (", a", ", an") else None
        if hit is None or not hit.rows[0].is_nation or hit.start != name.end + 2:
            return None
        ends = hit.end >= len(self._doc) or self._doc[hit.end].text in (*phrases.BREAKS, ".")
        return hit if ends else None

    def _call_private(self) -> None:
        """Of whom nothing but a nation is told, that is one of its people."""
        for person in self.by_name.values():
            if person.method == NATIONALITY and not person.sectors:
                person.sectors = PRIVATE

    def _affiliate(self, name: Name, person: Person) -> None:
        if person.known is not None or person.country or person.sectors:
            return
        belonging = affiliations.body(name.end, self._signs) or affiliations.seat(name.end, self._signs)
        if belonging is not None:
            person.country, person.sectors, person.method = belonging.country, belonging.sectors, "affiliation"

    def _top(self, start: int, name: Name) -> Token:
        """The token by which a title with its name hangs on the sentence."""
        first, end = min(start, name.start), max(name.end, start + 1)
        inside = self._doc[first:end]
        hanging = (token for token in inside if token.head == token or not first <= token.head.i < end)
        return next(hanging, inside[-1])

    def _title_of(self, name: Name) -> tuple[Role, int, int, Belonging | None] | None:
        """The title before a name, else behind it: "Democrat Ann Lund, the governor of Ohio," is more than partisan.

        "Minister Ann Lund, Chad's envoy to Peru," is of the nation that the second tells.
        """
        before = self._title_before(name)
        if before is None or set(before[0].sectors) == PARTISAN:
            return self._title_after(name) or before
        after = self._title_after(name) if before[3] is None else None
        return after if after is not None and after[3] is not None else before

    def _title_before(self, name: Name) -> tuple[Role, int, int, Belonging | None] | None:
        """A title in front of a name, directly or behind a comma ("the president of the council, Charles Michel")."""
        start = self._window_start(name.start)
        for position in range(name.start - 1, start - 1, -1):
            role = self._person_role(position)
            if role is None or not (self._is_linked(position, name) or self._leads_to(position, name)):
                continue
            first, found = role
            signs = self._signs
            belonging = signs.before(found, start, first, name.start) or signs.tail_between(position, name.start)
            return signs.of_body(self._doc[position], found), first, position, belonging
        return None

    def _is_linked(self, title: int, name: Name) -> bool:
        """Whether a title stands right before a name or hangs with it on one noun phrase."""
        between = self._doc[title + 1 : name.start] if title < name.start else self._doc[title : title + 1]
        honorific = self._signs.tables.words["honorific"]
        if all(token.text in honorific or token.text in phrases.HYPHENS for token in between):
            return True
        links = LINKS | {"conj"} if self._doc[title].tag_ in ("NNS", "NNPS") else LINKS
        inside = range(name.start, name.end)
        if any(token.i in inside for token in _climb(self._doc[title], links)):
            return True
        return any(token.i == title for position in inside for token in _climb(self._doc[position], links))

    def _leads_to(self, title: int, name: Name) -> bool:
        """ "The president of the council, Ann Lee, ...": a long title, whatever the parser hung the name on."""
        if title + 1 >= name.start - 1 or name.end >= len(self._doc):
            return False
        belongs = self._is_inside(title + 1)
        closed = self._doc[name.end].text == "," or self._doc[name.end].tag_ in ("VBD", "VBZ")
        return belongs and self._doc[name.start - 1].text == "," and closed

    def _is_inside(self, position: int) -> bool:
        """Whether a preposition goes on with a title: "minister for trade", "prosecutor in 2020"."""
        dated = self._doc[position].lower_ == "in" and self._doc[position + 1].tag_ == "CD"
        return dated or self._doc[position].lower_ in self._signs.tables.words["inside"]

    def _window_start(self, end: int) -> int:
        """Where the words that may belong to a title before `end` start."""
        first = max(self._doc[end].sent.start, end - TITLE_REACH)
        position = end - 1
        while position >= first:
            position = phrases.before_aside(self._doc, position, first)
            token = self._doc[position]
            if token.text == "," and position == end - 1:
                position -= 1
                continue
            clause = token.pos_ in ("VERB", "AUX", "SCONJ") and token.dep_ != "amod"
            preposition = token.pos_ == "ADP" and not self._is_inside(position)
            other_name = position != end - 1 and position in self._signs.name_at
            if clause or preposition or other_name or token.text in phrases.BREAKS:
                break
            position -= 1
        return position + 1

    def _title_after(self, name: Name) -> tuple[Role, int, int, Belonging | None] | None:
        """A title between commas behind a name ("Jens Stoltenberg, NATO Secretary-General,")."""
        if name.end >= len(self._doc) or self._doc[name.end].text not in (",", "("):
            return None
        start = end = name.end + 1
        limit = min(self._doc[name.start].sent.end, end + APPOSED_REACH)
        while end < limit and self._doc[end].text not in phrases.BREAKS and self._doc[end].pos_ not in ("VERB", "AUX"):
            end += 1
        if any(position in self._signs.name_at for position in range(start, end)):
            return None
        roles = [(position, *found) for position in range(start, end) if (found := self._person_role(position))]
        whole = [each for each in roles if not any(other[1] <= each[0] < other[0] for other in roles)]
        closed = end >= self._doc[name.start].sent.end or self._doc[end].text in phrases.BREAKS
        whole = [each for each in whole if self._describes(each[0], name, closed)]
        if not whole:
            return None
        position, first, role = whole[0]
        signs = self._signs
        belonging = signs.before(role, start, first, position + 1) or signs.tail_between(position, end)
        return signs.of_body(self._doc[position], role), first, position, belonging

    def _describes(self, title: int, name: Name, closed: bool) -> bool:
        """Whether a noun behind a name's comma is its apposition; one between two commas needs no parser to say so."""
        if self._is_linked(title, name):
            return True
        return closed and self._doc[title].tag_ in ("NN", "NNP") and self._doc[title].dep_ not in NOT_APPOSED

    def _person_role(self, position: int) -> tuple[int, Role] | None:
        token = self._doc[position]
        noun = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ in ("NN", "NNP", "NNS", "NNPS")
        if not noun or position in self._signs.hit_at or self._is_surname(token):
            return None
        role = role_ending_at(token, self._signs.tables, self._unions)
        return role if role is not None and role[1].kind == "person" else None

    def _is_surname(self, token: Token) -> bool:
        """Whether "King" or "Bishop" ends a name that stands in front of it: "Kevin King and others"."""
        if not token.i or token.lower_ not in self._signs.tables.words["surname"] or token.tag_ != "NNP":
            return False
        before = self._doc[token.i - 1]
        leads = token.i + 1 < len(self._doc) and self._doc[token.i + 1].pos_ == "PROPN"
        named = before.pos_ == "PROPN" and before.is_title and before.i not in self._signs.hit_at and not leads
        return named and role_ending_at(before, self._signs.tables) is None


def _is_bare(token: Token) -> bool:
    """Whether a singular noun with a capital stands without an article, as a name does: "King was freed"."""
    return token.tag_ == "NN" and token.is_title and next(token.lefts, None) is None


def _climb(token: Token, links: Collection[str]) -> Iterator[Token]:
    """The tokens above `token` as far as the links reach."""
    while token.dep_ in links and token.head.i != token.i:
        token = token.head
        yield token


def _is_of_nations(body: Hit) -> bool:
    return body.rows[0].country in INTERNATIONAL


def _contradicts(title: Belonging | None, person: Person) -> bool:
    """Whether a title is another nation's: "with Rutte, the US president said" gives nobody that title."""
    known = person.known is not None and person.country not in INTERNATIONAL
    return known and title is not None and title.rank > 0 and title.country != person.country


def _bears(person: Person, words: Sequence[str]) -> bool:
    """Whether somebody has a title: a foreign minister is a minister, a vice president is no president."""
    title = " ".join(words)
    for held in person.roles:
        rank, found, rest = held.rpartition(title)
        if found and not rest and (not rank or rank.endswith(" ")) and not rank.rstrip().endswith(LESSER):
            return True
    return False


def _as_titled(sectors: tuple[str, ...], role: Role, *, former: bool) -> tuple[str, ...]:
    """Sectors that are known, less an office that a text calls past, and with the one that it gives the opposition."""
    if former and "GOV" in sectors:
        return ("ELI",)
    if not former and sectors == ("PTY",) and "LEG" in role.sectors:
        return role.sectors
    return role.sectors if not former and sectors == ("OPP",) and "GOV" in role.sectors else sectors


def _in_office(sectors: tuple[str, ...], role: Role) -> tuple[str, ...]:
    """The office right before a name is held, whatever the tables know of a term that has ended."""
    holds = role.weight > 0 and not OFFICES.isdisjoint(role.sectors)
    return role.sectors if holds and sectors == ("ELI",) else sectors


def _is_of_arms(person: Person, role: Role) -> bool:
    """Whether a rank such as "the general" may mean somebody known to be a soldier."""
    return role.sectors == ARMS and person.sectors == ARMS


def _either(surname: str, one: Person, other: Person) -> Person:
    """What is sure of a surname that two people of the article bear."""
    country = one.country if one.country == other.country else ""
    sectors = tuple(sector for sector in one.sectors if sector in other.sectors) if country else ()
    return Person(surname, None, country, sectors, SHARED)
