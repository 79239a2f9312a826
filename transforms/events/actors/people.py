"""The people of an article: full names, surnames that stand for them, and what their titles tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.names import Name, reading, role_ending_at
from transforms.events.actors.signs import Belonging, Person, Signs
from transforms.events.actors.tables import Role

TITLE_REACH = 10
SHARED = "shared surname"
# Relations by which a title and a name are one noun phrase.
NOT_APPOSED = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "compound", "nmod:poss"})
LINKS = frozenset({"appos", "compound", "flat", "flat:name", "nmod:desc"})


class People:
    """Everybody named in the article. Fills `signs.person_at`; `titled` maps a title's token to its holder."""

    def __init__(self, signs: Signs) -> None:
        self._signs, self._doc = signs, signs.doc
        self.by_name: dict[str, Person] = {}
        self.titled: dict[int, Person] = {}
        for name in sorted(signs.names, key=lambda each: (each.start - each.end, each.start)):
            person = self._person_of(name)
            for position in range(name.start, name.end):
                signs.person_at[position] = person
        for name in signs.names:
            self._read_title(name, signs.person_at[name.start])
        self._find_surnames()

    def holders(self, role: Role) -> list[Person]:
        """The people who bear a title in the article."""
        return list({id(each): each for each in self.by_name.values() if role.words[-1] in each.roles}.values())

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
        known = reading(name.rows, self._signs.published) if name.rows else None
        if known is None:
            return Person(text)
        same = (each for each in self.by_name.values() if each.known and each.known.name == known.name)
        found = next(same, None)
        if found is not None and known.name:
            return found
        roles = {word.lower() for word in known.office.split()}
        return Person(known.name or text, known, known.country, known.sectors, "table", roles)

    def _find_surnames(self) -> None:
        signs = self._signs
        for token in self._doc:
            person = self.by_name.get(token.text) if token.pos_ == "PROPN" else None
            if person is not None and token.i not in signs.person_at and token.i not in signs.hit_at:
                signs.person_at[token.i] = person
                signs.name_at[token.i] = Name(token.i, token.i + 1)

    def _read_title(self, name: Name, person: Person) -> None:
        found = self._title_before(name) or self._title_after(name)
        if found is None:
            self._read_nationality(name, person)
            return
        role, first, position, belonging = found
        if person.method == SHARED:
            self._tell_apart(name, role, position)
            return
        self.titled[position] = person
        former = self._signs.is_former(first)
        if not former:
            person.roles.add(role.words[-1])
        if person.known is not None or person.country:
            if former and "GOV" in person.sectors:
                person.sectors = ("ELI",)
            return
        if belonging is None:
            belonging = self._signs.only_country(self._top(first, name), role)
        person.method = "title" if belonging is None else f"title and {belonging.method}"
        person.country = belonging.country if belonging is not None else ""
        modifier = self._signs.modifier(self._window_start(name.start), first) if position < name.start else None
        person.sectors = self._signs.merge(role, belonging, former, modifier)

    def _tell_apart(self, name: Name, role: Role, title: int) -> None:
        """Of several people with a surname, the one whose title stands before it; else it stays open."""
        bearers = [each for each in self.holders(role) if each.name.split()[-1] == self._doc[name.end - 1].text]
        if len(bearers) == 1:
            self.titled[title] = bearers[0]
            for position in range(name.start, name.end):
                self._signs.person_at[position] = bearers[0]

    def _read_nationality(self, name: Name, person: Person) -> None:
        """ "Estonian Mart Tamm": the adjective right in front of a name."""
        hit = self._signs.hit_at.get(name.start - 1)
        if hit is None or hit.rows[0].kind != "adjective" or person.known is not None or person.country:
            return
        belonging = self._signs.belonging_of(hit)
        if belonging is not None:
            person.country, person.method = belonging.country, "nationality"

    def _top(self, start: int, name: Name) -> Token:
        """The token by which a title with its name hangs on the sentence."""
        first, end = min(start, name.start), max(name.end, start + 1)
        inside = self._doc[first:end]
        hanging = (token for token in inside if token.head == token or not first <= token.head.i < end)
        return next(hanging, inside[-1])

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
            return found, first, position, belonging
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
        belongs = self._doc[title + 1].lower_ in self._signs.tables.words["inside"]
        return belongs and self._doc[name.start - 1].text == "," and self._doc[name.end].text == ","

    def _window_start(self, end: int) -> int:
        """Where the words that may belong to a title before `end` start."""
        first = max(self._doc[end].sent.start, end - TITLE_REACH)
        position = end - 1
        while position >= first:
            token = self._doc[position]
            if token.text == "," and position == end - 1:
                position -= 1
                continue
            clause = token.pos_ in ("VERB", "AUX", "SCONJ") and token.dep_ != "amod"
            preposition = token.pos_ == "ADP" and token.lower_ not in self._signs.tables.words["inside"]
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
        limit = min(self._doc[name.start].sent.end, end + TITLE_REACH)
        while end < limit and self._doc[end].text not in phrases.BREAKS and self._doc[end].pos_ not in ("VERB", "AUX"):
            end += 1
        if any(position in self._signs.name_at for position in range(start, end)):
            return None
        roles = [(position, *found) for position in range(start, end) if (found := self._person_role(position))]
        whole = [each for each in roles if not any(other[1] <= each[0] < other[0] for other in roles)]
        closed = end == self._doc[name.start].sent.end or self._doc[end].text in phrases.BREAKS
        whole = [each for each in whole if self._describes(each[0], name, closed)]
        if not whole:
            return None
        position, first, role = whole[0]
        signs = self._signs
        belonging = signs.before(role, start, first, position + 1) or signs.tail_between(position, end)
        return role, first, position, belonging

    def _describes(self, title: int, name: Name, closed: bool) -> bool:
        """Whether a noun behind a name's comma is its apposition; one between two commas needs no parser to say so."""
        if self._is_linked(title, name):
            return True
        return closed and self._doc[title].tag_ in ("NN", "NNP") and self._doc[title].dep_ not in NOT_APPOSED

    def _person_role(self, position: int) -> tuple[int, Role] | None:
        token = self._doc[position]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or position in self._signs.hit_at:
            return None
        role = role_ending_at(token, self._signs.tables)
        return role if role is not None and role[1].kind == "person" else None


def _climb(token: Token, links: Collection[str]) -> Iterator[Token]:
    """The tokens above `token` as far as the links reach."""
    while token.dep_ in links and token.head.i != token.i:
        token = token.head
        yield token


def _either(surname: str, one: Person, other: Person) -> Person:
    """What is sure of a surname that two people of the article bear."""
    country = one.country if one.country == other.country else ""
    sectors = tuple(sector for sector in one.sectors if sector in other.sectors) if country else ()
    return Person(surname, None, country, sectors, SHARED)
