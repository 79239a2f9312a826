"""Names in an article: known names from the tables, and people by their titles or the language model."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from transforms.events.actors.tables import ActorTables, Known, Role, plain

WORD = re.compile(r"[^\W_]+")
GAP = re.compile(r"[ \-‐‑'’./&+]{0,2}")
LONGEST_NAME = 7
HYPHENS = frozenset("-‐‑–")
OFFICES = frozenset({"GOV", "LEG", "JUD"})
# Parties as American papers write them before a seat.
PARTIES = frozenset({"R", "D", "I"})
# Places that people are called after.
PLACE_KINDS = frozenset({"name", "capital", "region", "city"})
# "Niger state" is the Niger State of the tables.
REGIONS = frozenset({"State", "Province"})
INNER = HYPHENS | {"'", "’", "'s", "’s"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at tokens [start, end) with its rows."""

    start: int
    end: int
    rows: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at tokens [start, end), without titles; `rows` are its rows in the tables, if any."""

    start: int
    end: int
    rows: tuple[Known, ...] = ()


def find_hits(doc: Doc, tables: ActorTables) -> list[Hit]:
    """Longest known names from left to right."""
    text = doc.text
    words = [(match.start(), match.end(), plain(match.group())) for match in WORD.finditer(text)]
    starts = [token.idx for token in doc]
    hits: list[Hit] = []
    position = 0
    while position < len(words):
        taken = 0
        for alias, rows in tables.names.get(words[position][2], ()):
            if _matches(text, words, position, alias):
                taken = len(alias)
                start = bisect_right(starts, words[position][0]) - 1
                end = bisect_right(starts, words[position + taken - 1][0])
                adjoins = bool(hits) and hits[-1].end == start
                apart = _glued(doc, start, end, tables) or _is_of_no_nation(doc, start, end, tables)
                apart = apart or _is_shouted(doc, start, end, tables.words["shouted"])
                if not apart and (adjoins or not _continues(doc, start, end, rows)):
                    hits.append(Hit(start, end, rows))
                break
        position += taken or 1
    return hits


def _matches(text: str, words: list[tuple[int, int, str]], position: int, alias: tuple[str, ...]) -> bool:
    if position + len(alias) > len(words):
        return False
    for offset, piece in enumerate(alias):
        word = words[position + offset][2]
        if word != piece and not (offset and piece in REGIONS and word == piece.lower()):
            return False
        if offset and not _adjoins(text, words[position + offset - 1], words[position + offset]):
            return False
    return True


def _adjoins(text: str, one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two words may be of one name; single letters are not with a space alone between: "A U.S. ship"."""
    between = text[one[1] : other[0]]
    letters = len(one[2]) == len(other[2]) == 1
    return GAP.fullmatch(between) is not None and not (letters and between.isspace())


def _glued(doc: Doc, start: int, end: int, tables: ActorTables) -> bool:
    """Part of a compound such as "Iranian-backed" or "pro-Iranian", which says whose side, not who."""
    if end + 1 < len(doc) and doc[end].text in HYPHENS and doc[end + 1].lower_ in tables.words["participle"]:
        return True
    before = doc[start - 1].lower_ if start else ""
    if before in tables.words["prefix"]:
        return True
    return start > 1 and before in HYPHENS and doc[start - 2].lower_ in tables.words["prefix"]


def _is_shouted(doc: Doc, start: int, end: int, common: frozenset[str]) -> bool:
    """A common word among capitals: "CAR BOMB", "WHO FIRED"."""
    around = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc) and doc[i].is_alpha]
    return (
        end == start + 1 and doc[start].lower_ in common and any(token.is_upper and len(token) > 2 for token in around)
    )


def _is_of_no_nation(doc: Doc, start: int, end: int, tables: ActorTables) -> bool:
    """ "The South China Sea", "the Gulf of Oman", "Latin American": waters and continents do nothing."""

    def is_waters(index: int) -> bool:
        return 0 <= index < len(doc) and doc[index].text.istitle() and doc[index].lower_ in tables.words["waters"]

    of_waters = start > 1 and doc[start - 1].lower_ == "of" and is_waters(start - 2)
    continent = doc[start - 1 : end].text.lower() if start else ""
    return is_waters(end) or of_waters or continent.removesuffix("s") in tables.words["continents"]


def _continues(doc: Doc, start: int, end: int, rows: tuple[Known, ...]) -> bool:
    """Whether a party's name is the end of a longer one: "the Alpine Democratic Party" is not the Democratic Party."""
    if rows[0].kind != "party" or doc[end - 1].lower_ != "party" or start == 0 or doc[start].is_sent_start:
        return False
    before = doc[start - 1]
    return before.is_title and before.pos_ in ("PROPN", "ADJ") and not before.is_sent_start


def role_ending_at(token: Token, tables: ActorTables, inside: Container[int] = ()) -> tuple[int, Role] | None:
    """The longest role noun that ends at `token`, with the index of its first token.

    It begins at none of the tokens `inside` a name: no union chief is "the African Union chief".
    """
    last = tables.roles_by_last
    lower = token.lower_
    forms = [form for form in dict.fromkeys((lower, token.lemma_.lower(), lower.removesuffix("s"))) if form in last]
    found = [reach for form in forms if (reach := _longest(token, last[form], inside))]
    return min(found, key=lambda each: each[0], default=None)


def _longest(token: Token, roles: list[Role], inside: Container[int]) -> tuple[int, Role] | None:
    for role in roles:
        start = token.i if len(role.words) == 1 else _walk_back(token, role.words[:-1])
        if start is not None and start not in inside:
            return start, role
    return None


def _walk_back(token: Token, words: tuple[str, ...]) -> int | None:
    position = token.i
    for word in reversed(words):
        position -= 1
        while position >= 0 and token.doc[position].text in INNER:
            position -= 1
        if position < 0 or word not in (token.doc[position].lower_, token.doc[position].lemma_.lower()):
            return None
    return position


def may_be_role(head: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Not \"others\" without a number, shared intelligence, \"warring parties\" nor a speaker of no parliament."""
    word = head.lower_
    if word in words["side"] and _is_of_sides(head, words["of_sides"]):
        return False
    if word in words["stance"] and _is_stance(head):
        return False
    if word in words["counted_only"]:
        return any(child.dep_ == "nummod" for child in head.lefts)
    if word in words["capitalised"]:
        return _is_written_large(head) or any(child.lower_ in words["assembly"] for child in head.children)
    if word in words["quality"]:
        return head.dep_ not in ("amod", "compound", "nmod:desc")
    return word not in words["subject_only"] or head.dep_ in ("nsubj", "nsubj:pass", "obl:agent")


def _is_written_large(head: Token) -> bool:
    """Whether a capital is more than that of the first word of a sentence."""
    return head.is_title and not (head.is_sent_start and not head.nbor().text[:1].isupper())


def _is_stance(head: Token) -> bool:
    """Whether a noun says where somebody stands: "in opposition to the plan"."""
    return [child.lower_ for child in head.lefts] == ["in"]


def _is_of_sides(parties: Token, marks: frozenset[str]) -> bool:
    """Whether parties are the sides of a matter and no political ones: "all parties", "parties to the conflict"."""
    if any(child.lower_ in marks for child in parties.children):
        return True
    after = parties.i + 1
    return after < len(parties.doc) and parties.doc[after].lower_ == "to" and parties.doc[after].head.head == parties


def role_starting_at(token: Token, tables: ActorTables) -> tuple[int, Role] | None:
    """The longest role of the form "secretary of state" that starts at `token`, with the index behind it."""
    for role in tables.roles_by_first.get(token.lower_, ()):
        end = token.i + len(role.words)
        if tuple(word.lower_ for word in token.doc[token.i : end]) == role.words:
            return end, role
    return None


def find_names(doc: Doc, hits: list[Hit], tables: ActorTables) -> list[Name]:
    """People's names: known ones, capitalised words behind a title, and the model's PERSON entities."""
    firm = [hit for hit in hits if not _is_titled(hit, doc, tables)]
    known = {position: hit for hit in firm for position in range(hit.start, hit.end)}
    found: dict[int, Name] = {}
    for hit in hits:
        if hit.rows[0].kind == "person":
            found[hit.start] = Name(hit.start, hit.end, hit.rows)
    for start, end in (*_entity_names(doc, known, tables), *_titled_names(doc, known, tables)):
        covered = [name for name in found.values() if name.start < end and start < name.end]
        if any(name.end - name.start >= end - start for name in covered) or _is_known(known, start, end):
            continue
        for name in covered:
            del found[name.start]
        found[start] = Name(start, end)
    return sorted(found.values(), key=lambda name: name.start)


def may_be_surname(hit: Hit) -> bool:
    """Whether a paper's or a firm's name may be that of the person it is called after."""
    return hit.end == hit.start + 1 and hit.rows[0].kind in ("media", "company")


def _is_titled(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """Whether an office right in front makes a firm's name a person's: "former mayor Bloomberg"."""
    if not hit.start or not may_be_surname(hit) or doc[hit.start].pos_ != "PROPN":
        return False
    role = role_ending_at(doc[hit.start - 1], tables) if doc[hit.start - 1].tag_ in ("NN", "NNP") else None
    return (
        role is not None and role[1].kind == "person" and role[1].weight > 0 and not OFFICES.isdisjoint(role[1].sectors)
    )


def _is_known(known: dict[int, Hit], start: int, end: int) -> bool:
    hit = known.get(start)
    return hit is not None and hit.end >= end


def _entity_names(doc: Doc, known: dict[int, Hit], tables: ActorTables) -> Iterator[tuple[int, int]]:
    for entity in doc.ents:
        if entity.label_ != "PERSON":
            continue
        start, end = entity.start, entity.end
        while start < end and _is_title(doc[start], known, tables, end):
            start += 1
        end = _before_land(doc, start, end, known)
        while end > start and not doc[end - 1].text[:1].isalnum():
            end -= 1
        if start >= end or not doc[start].text[:1].isupper() or not _may_end_a_name(start, known.get(end - 1)):
            continue
        if doc[end - 1].lower_ in tables.words["thing"] or _is_no_person(start, doc, tables):
            continue
        end = max(end, _name_end(doc, end, known, tables)) if doc[end - 1].whitespace_ == "" else end
        if end - start <= LONGEST_NAME:
            yield start, end


def _before_land(doc: Doc, start: int, end: int, known: dict[int, Hit]) -> int:
    """Where a name stops before the land that it is said to be of: "King Abdullah of Jordan"."""
    behind = (i for i in range(start + 1, end - 1) if doc[i].lower_ == "of" and i + 1 in known)
    return next((i for i in behind if known[i + 1].rows[0].is_nation), end)


def _is_no_person(start: int, doc: Doc, tables: ActorTables) -> bool:
    """Whether a name is a body's by the noun in front ("the cartel Los Pardos"), or a seat ("D-Calif.")."""
    if doc[start].text in PARTIES and start + 1 < len(doc) and doc[start + 1].text in HYPHENS:
        return True
    role = role_ending_at(doc[start - 1], tables) if start and doc[start - 1].text.islower() else None
    return role is not None and role[1].kind == "body"


def _may_end_a_name(start: int, last: Hit | None) -> bool:
    """No nation ends a name, but a place behind a first name does: "Jack London"."""
    return last is None or not last.rows[0].is_nation or (last.rows[0].kind in PLACE_KINDS and last.start > start)


def _is_first_name(hit: Hit, doc: Doc, known: dict[int, Hit], tables: ActorTables) -> bool:
    """Whether a place opens a name: "Paris Hilton", unlike "Moscow mayor Ann Lee"."""
    after = doc[hit.end]
    word = doc[hit.start]
    bare = hit.end == hit.start + 1 and word.is_title and word.pos_ == "PROPN" and after.pos_ == "PROPN"
    if not bare or hit.rows[0].kind not in PLACE_KINDS or after.i in known or after.text in tables.words["honorific"]:
        return False
    later = doc[after.i : after.sent.end]
    names = itertools.takewhile(lambda token: token.ent_type_ == "PERSON", later)
    return after.text[:1].isupper() and all(role_ending_at(token, tables) is None for token in names)


def _is_title(token: Token, known: dict[int, Hit], tables: ActorTables, end: int) -> bool:
    """Whether a token at the front of an entity belongs to its title rather than to the name."""
    hit = known.get(token.i)
    if hit and hit.rows[0].kind != "person" and hit.end < end:
        return not _is_first_name(hit, token.doc, known, tables)
    if token.text in tables.words["honorific"] or token.text in HYPHENS or token.tag_ in ("POS", "DT", "IN", "PRP$"):
        return True
    if token.lower_ in tables.roles_by_last or token.lemma_.lower() in tables.roles_by_last:
        return True
    after = token.i + 1
    if after + 1 == end and token.doc[after].lower_ in tables.words["surname"]:
        return False
    return after < end and role_ending_at(token.doc[after], tables) is not None


def _titled_names(doc: Doc, known: dict[int, Hit], tables: ActorTables) -> Iterator[tuple[int, int]]:
    for token in doc:
        if token.i + 1 >= len(doc) or not _names_start(doc[token.i + 1], known):
            continue
        titled = token.text in tables.words["honorific"]
        if not titled and token.tag_ in ("NN", "NNP") and token.dep_ != "amod":
            role = role_ending_at(token, tables)
            titled = role is not None and role[1].kind == "person"
        if titled:
            end = _name_end(doc, token.i + 1, known, tables)
            if token.i + 1 < end:
                yield token.i + 1, end


def _names_start(token: Token, known: dict[int, Hit]) -> bool:
    hit = known.get(token.i)
    return token.pos_ == "PROPN" and token.text[:1].isupper() and (hit is None or hit.rows[0].kind == "person")


def _name_end(doc: Doc, start: int, known: dict[int, Hit], tables: ActorTables) -> int:
    end = start
    while end < len(doc) and end - start < LONGEST_NAME:
        token = doc[end]
        joined = token.text in HYPHENS and not token.whitespace_ and end + 1 < len(doc)
        particle = token.lower_ in tables.words["particle"] and end + 1 < len(doc) and doc[end + 1].text[:1].isupper()
        generation = end > start and token.text in tables.words["generation"]
        if not (joined or particle or generation or _names_start(token, known)):
            break
        if role_ending_at(token, tables) and not generation:
            break
        end += 1
    while end > start and doc[end - 1].text in HYPHENS:
        end -= 1
    return end


def reading(rows: tuple[Known, ...], day: date | None) -> Known | None:
    """The one row that a name stands for on `day`; None where the rows leave it open.

    Without a day, or for a person out of office, only what all rows share is told.
    """
    holding = [row for row in rows if day is None or row.holds_on(day)]
    if day is None and rows[0].is_nation:
        holding = [row for row in rows if row.valid_to is None] or holding
    if holding:
        return _shared(holding)
    if rows[0].is_nation:
        return None
    row = _shared(rows)
    if row is None or row.kind != "person" or day is None:
        return row
    held_office = any(each.valid_to and each.valid_to < day and OFFICES.intersection(each.sectors) for each in rows)
    return Known(row.name, row.kind, row.country, ("ELI",) if held_office else (), aliases=row.aliases)


def _shared(rows: tuple[Known, ...] | list[Known]) -> Known | None:
    first = rows[0]
    if all(row.code == first.code and row.name == first.name for row in rows):
        return first
    if any(row.country != first.country for row in rows):
        return None
    same_name = all(row.name == first.name for row in rows)
    sectors = tuple(sector for sector in first.sectors if all(sector in row.sectors for row in rows))
    return Known(first.name if same_name else "", first.kind, first.country, sectors, nouns=first.nouns)
