"""Noun phrases: where the mention of an actor starts and ends around its head token."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

NAME_PARTS = frozenset({"flat", "flat:name", "flat:foreign", "goeswith", "compound", "fixed"})
# How a title hangs on the name behind it.
TITLES = frozenset({"nmod:desc", "compound", "amod", "flat"})
NO_START = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT", "PART", "AUX"})
KEPT_OPENERS = frozenset({"$", "#"})
HYPHENS = frozenset("-‐‑")
BREAKS = frozenset({",", ";", ":", "(", ")", "“", "”", '"', "—", "–", "\n"})
# Days stand behind a subject without a preposition: "Chad Saturday condemned".
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
POSTPOSED = frozenset({"general", "elect", "designate"})
# "Accused Lund of murder", "stripped Chad of aid": behind such names "of" goes with the verb unless a name follows.
NAMED_ALONE = frozenset({"LOC", "PERSON"})
OF_WHAT = frozenset(
    {"accuse", "acquit", "clear", "convict", "deprive", "inform", "rid", "rob", "strip", "suspect", "warn"}
)
LONGEST_TAIL = 7
LONGEST_ASIDE = 6
# What opens a phrase of its own within a list.
OPENERS = frozenset({"det", "nummod", "amod"})
# A name behind "of" and a title may be read as an apposition.
TAILS = ("nmod", "obl", "appos")
COMPANY = "with"
TITLES_FOR = frozenset(
    {"minister", "spokesman", "spokeswoman", "spokesperson", "secretary", "candidate", "commissioner"}
)


def core(head: Token) -> tuple[int, int]:
    """Token range of the phrase before any preposition: modifiers, head and the rest of its name."""
    return _core_start(head), _core_end(head)


def mention(head: Token, core_range: tuple[int, int]) -> tuple[int, int]:
    """Token range of the whole mention: the core and a short "of" or, behind titles and names, "for" phrase."""
    start, end = core_range
    for child in tail_children(head, end, ("of", "for")):
        tail_end = _core_end(child)
        if child.left_edge.i != end or tail_end - end > LONGEST_TAIL:
            continue
        if case_of(child) == "for" and not _goes_on_with_for(head, child):
            continue
        named = head.ent_type_ in NAMED_ALONE and child.pos_ != "PROPN"
        if named or _is_with_its_own(child) or _is_of_the_verb(head, child):
            continue
        end = mention(child, (child.left_edge.i, tail_end))[1]
        break
    return start, end


def _is_with_its_own(tail: Token) -> bool:
    """ "Of their citizenship" goes with a verb: "stripped critics of their citizenship"."""
    return any(child.dep_ == "nmod:poss" and child.tag_ == "PRP$" for child in tail.lefts)


def _is_of_the_verb(noun: Token, tail: Token) -> bool:
    """ "Convicted three Serbs of war crimes": of what goes with the verb, unless a name follows."""
    verb = noun.head
    told = noun.dep_ in ("obj", "nsubj:pass", "obl:agent") and verb.lemma_.lower() in OF_WHAT
    return told and case_of(tail) == "of" and tail.pos_ != "PROPN" and noun.i > verb.i


def _goes_on_with_for(head: Token, tail: Token) -> bool:
    """ "The minister for trade", "the Centre for Peace"; not "Lund for his work" nor "the agency for late reports"."""
    if head.ent_type_ == "PERSON":
        return False
    return head.lemma_.lower() in TITLES_FOR or (head.text[:1].isupper() and tail.text[:1].isupper())


def tail_children(head: Token, end: int, prepositions: tuple[str, ...] | frozenset[str]) -> Iterator[Token]:
    """Nouns that hang on the phrase by one of the prepositions, in reading order; `end` is where its core ends."""
    for owner in head.doc[head.i : max(end, head.i + 1)]:
        for child in owner.rights:
            if child.i >= end and child.dep_.startswith(TAILS) and case_of(child) in prepositions:
                yield child


def case_of(token: Token) -> str:
    """The preposition before a noun or before the title of a name, in lower case; empty where there is none."""
    for child in token.lefts:
        if child.dep_ == "case" and child.tag_ != "POS":
            # "Along with Chad" is not along a place.
            return COMPANY if child.nbor().lower_ == COMPANY else str(child.lower_)
    edge = token.left_edge
    if edge.dep_ != "case" or edge.pos_ != "ADP" or token.dep_.startswith("nsubj"):
        return ""
    title = edge.head
    while title.dep_ in TITLES and title != token:
        title = title.head
    return str(edge.lower_) if title == token else ""


def first_of_list(noun: Token) -> Token:
    """The noun that a coordinated one stands beside: Lima for "Quito" in "visited Lima and Quito"."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return noun


def possessor(head: Token) -> Token | None:
    """The noun or pronoun that owns the phrase, if any; the owner of a list's first noun owns its bare ones."""
    for child in head.lefts:
        if child.dep_ == "nmod:poss":
            return child
    bare = head.dep_ == "conj" and head.pos_ == "NOUN" and not any(c.dep_ in OPENERS for c in head.lefts)
    return possessor(head.head) if bare and head.head.i < head.i else None


def is_capitalised(span: Span) -> bool:
    """Whether all words but short ones start with a capital."""
    return all(token.text[:1].isupper() or not token.is_alpha or len(token) < 4 for token in span)


def text_of(doc: Doc, start: int, end: int) -> tuple[str, int, int]:
    """Text and character offsets of a token range, without line breaks at its end."""
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    first = doc[start].idx
    text = doc[start:end].text
    return text, first, first + len(text)


def _core_start(head: Token) -> int:
    doc, start = head.doc, head.left_edge.i
    position = head.i
    while position > start:
        position = before_aside(doc, position - 1, start)
        token = doc[position]
        case = token.pos_ == "ADP" and token.dep_ == "case" and not _bounds_a_number(token)
        if token.text in BREAKS or case or _is_verb(token):
            start = position + 1
            break
    while start < head.i and _is_outside(doc[start]):
        start += 1
    while start > 1 and doc[start - 1].text in HYPHENS and not doc[start - 2].whitespace_:
        start -= 2
    return start


def before_aside(doc: Doc, position: int, start: int) -> int:
    """`position`, or what stands before an aside in brackets that ends there: "the Alba (Dawn) party"."""
    if doc[position].text != ")":
        return position
    inside = range(position - 1, max(start, position - LONGEST_ASIDE), -1)
    return next((opening - 1 for opening in inside if doc[opening].text == "("), position)


def _is_outside(token: Token) -> bool:
    """Whether a token at the front belongs to no mention, as an adverb in front of a name: "Later Lee"."""
    if token.tag_ == "WRB" or (token.tag_.startswith("RB") and token.nbor().pos_ == "PROPN"):
        return True
    return token.pos_ in NO_START and token.text not in KEPT_OPENERS and not _bounds_a_number(token)


def _bounds_a_number(token: Token) -> bool:
    """ "At" in "at least 106 protesters"."""
    after = token.i + 1
    return token.lower_ == "at" and after < len(token.doc) and token.doc[after].lower_ in ("least", "most")


def _is_verb(token: Token) -> bool:
    modifies = token.dep_ in ("amod", "compound", "nmod") and token.tag_ in ("VBG", "VBN", "VB", "NN", "JJ")
    return token.pos_ == "AUX" or (token.pos_ == "VERB" and not modifies)


def _core_end(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        joined = child.dep_ in NAME_PARTS or (child.dep_ == "appos" and child.pos_ == "PROPN")
        joined = (joined and child.text not in DAYS) or (child.dep_ == "amod" and child.lower_ in POSTPOSED)
        if joined and child.left_edge.i <= end and child.left_edge.text not in BREAKS and not _is_tail(child):
            end = max(end, _core_end(child))
        elif child.text == "-" and child.i == end:
            end += 1
        else:
            break
    return closed(head.i, end, head.doc)


def _is_tail(name: Token) -> bool:
    """Whether a preposition starts a name's phrase: the son "of President Ann Lee" is not Ann Lee."""
    return name.left_edge.pos_ == "ADP" and name.left_edge.i < name.i


def closed(head: int, end: int, doc: Doc) -> int:
    """`end`, or the first break behind the head, so that no mention runs over a comma or an open bracket."""
    end = next((position for position in range(head + 1, end) if doc[position].text in BREAKS), end)
    while end > head + 1 and (doc[end - 1].is_punct or doc[end - 1].pos_ == "ADP"):
        end -= 1
    return end
