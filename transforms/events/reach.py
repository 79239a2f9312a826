"""Reach: which nouns around a token may take part in what it tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from transforms.events import things
from transforms.events.actors.noun_phrases import case_of
from transforms.events.deeds import is_victim

# A coordination this long is a list of something else; each pair would be a row.
MOST_CONJUNCTS = 8
ABOUT = frozenset({"of", "between", "by", "among", "from", "for", "to", "against", "with", "on", "over", "into"})
# What a deed is done for: its object, or a phrase that says against whom or from whom something is wanted.
AIMS = frozenset({"", "against", "for", "at", "over", "from", "to", "of"})
DEEPEST = 3
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON", "NUM"}
MODIFIERS = frozenset({"compound", "amod", "nmod:desc"})
OPENERS = frozenset({"det", "nmod:poss", "nummod"})
# In a headline these may stand without an article.
BARE = frozenset({"obj", "nsubj", "nsubj:pass"})
# A phrase of a verb, of a noun, or of a participle behind a noun; a clause of its own is another event.
PHRASES = frozenset({"obj", "iobj", "obl", "obl:arg", "nmod", "acl"})
RELATIVE_TAGS = frozenset({"WP", "WDT"})


def coordinated(token: Token) -> list[Token]:
    """A noun and the nouns coordinated with it, in reading order."""
    found = [token, *_second_subjects(token), *_second_parties(token)]
    for member in found:
        joined = [c for c in member.children if c.dep_ == "conj" and c.pos_ in NOMINAL and not _is_other_name(c)]
        found.extend(joined if not joined or not _is_aside(member, joined) else ())
        found.extend(c for c in member.rights if c.dep_ == "appos" and _goes_on_a_list(member, c))
    return sorted(found[:MOST_CONJUNCTS], key=lambda member: member.i)


def _is_other_name(noun: Token) -> bool:
    """ "Adalet, or the Justice Party": behind a comma "or" gives another name of the same."""
    joint = next((child for child in noun.lefts if child.dep_ == "cc"), None)
    return joint is not None and joint.lower_ == "or" and joint.nbor(-1).text == "," and noun.pos_ == "PROPN"


def _is_aside(first: Token, others: Sequence[Token]) -> bool:
    """Whether others say who the first is: "Ruiz, owner and editor", "the men, a Kenyan and a Turk, left"."""
    doc, second, last = first.doc, others[0], max(other.right_edge.i for other in others)
    opening = doc[first.i + 1 : second.i]
    if not any(token.text == "," for token in opening) or any(token.dep_ == "cc" for token in opening):
        return False
    bare = first.pos_ == "PROPN" and second.tag_ == "NN" and not any(c.dep_ != "punct" for c in second.lefts)
    verb = first.head
    begins = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in ("aux", "aux:pass"))])
    is_subject = first.dep_ in ("nsubj", "nsubj:pass")
    return bare or (is_subject and last + 2 == begins and doc[last + 1].text == ",")


def _goes_on_a_list(first: Token, second: Token) -> bool:
    """Whether an apposition is the second of a list: "Chad, Kenya and Togo cut ties"."""
    return any(child.dep_ == "conj" for child in second.rights) and _are_listed(first, second)


def _second_subjects(noun: Token) -> Iterator[Token]:
    """Subjects that "and", or nothing but a comma, joins where the parse hangs both on their verb."""
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        others = (child for child in noun.head.lefts if child.dep_ == noun.dep_ and child.i != noun.i)
        yield from (other for other in others if _are_joined(*sorted((noun, other), key=lambda token: token.i)))


def _second_parties(noun: Token) -> Iterator[Token]:
    """The second of two behind "between" where the parse joins it to the talks, or takes it for the verb's subject."""
    if case_of(noun) != "between" or any(child.dep_ == "conj" for child in noun.children):
        return
    event, verb = noun.head, noun.head.head
    joined = [child for child in event.rights if child.dep_ == "conj"]
    same = event.dep_ if event.dep_ in ("nsubj", "nsubj:pass") else None
    stray = [child for child in verb.lefts if child.dep_ == same and child is not event]
    second = next((other for other in (*joined, *stray) if other.i > noun.i), None)
    if second is not None and "cc" in (second.left_edge.dep_, second.left_edge.nbor(-1).dep_):
        yield second


def _are_joined(first: Token, second: Token) -> bool:
    between = [token for token in first.doc[first.right_edge.i + 1 : second.left_edge.i] if token.text != ","]
    if len(between) == 1 and between[0].dep_ == "cc" and second.pos_ in NOUNS:
        return True
    return _are_listed(first, second)


def _are_listed(first: Token, second: Token) -> bool:
    """Whether two names or bare plurals stand in a list: "Chad, Kenya cut ties", not "Lome, Togo, fell"."""
    doc, behind = first.doc, second.right_edge.i + 1
    last = max([first.i, *(child.i for child in first.rights if child.dep_ == "flat")])
    named = first.pos_ == second.pos_ == "PROPN"
    if not named and not (first.tag_ == second.tag_ == "NNS" and second.head.tag_ == "VBP"):
        return False
    if doc[last + 1].text != "," or doc[behind : behind + 1].text == ",":
        return False
    return all(second.is_ancestor(token) for token in doc[last + 2 : second.i])


def about(thing: Token, depth: int = 0) -> Iterator[Token]:
    """Nouns that a thing's phrase concerns, the nearest first: "efforts to mend relations between Oslo and Lima"."""
    below = [c for c in thing.children if c.i > thing.i and c.dep_ in ("nmod", "acl", "obj", "obl", "obl:agent")]
    if depth == 0 and thing.dep_ == "nmod":
        # "Support for efforts to mend": the infinitive may hang on either noun.
        below += [c for c in thing.head.children if c.i > thing.i and c.dep_ == "acl"]
    for child in below:
        if (child.dep_ in ("nmod", "obl") and case_of(child) not in ABOUT) or _is_clause(child) or is_victim(child):
            continue
        if child.pos_ in NOUNS:
            yield child
        if depth < DEEPEST:
            yield from about(child, depth + 1)


def _is_clause(child: Token) -> bool:
    """Whether a verb behind a noun has a subject of its own: "the fact that Chad lost"."""
    return child.dep_ == "acl" and any(below.dep_.startswith("nsubj") for below in child.children)


def beside(tokens: Sequence[Token], prepositions: Sequence[str]) -> list[Token]:
    """Nouns behind one of the prepositions in the phrases of these tokens, by preposition, then by nearness.

    "whom" among the prepositions stands for the indirect object.
    """
    through = {*prepositions, "of", "by"}
    found = [noun for token in tokens for noun in _phrases_behind(token, through, 0)]
    ranked = [(prepositions.index(place), noun.i) for noun in found if (place := _place_of(noun)) in prepositions]
    return [tokens[0].doc[index] for _, index in sorted(set(ranked)) if not _is_own(tokens[0].doc[index])]


def cleft(predicate: Token) -> list[Token]:
    """What a sentence puts in front of its predicate: Malawi in "it was to Malawi that Ireland sent tents"."""
    noun = predicate.head
    put_first = predicate.dep_ == "acl:relcl" and noun.pos_ in NOUNS and case_of(noun) != ""
    return [noun] if put_first and any(child.dep_ == "expl" for child in noun.lefts) else []


def _place_of(noun: Token) -> str:
    return "whom" if noun.dep_ == "iobj" else case_of(noun)


def _is_own(noun: Token) -> bool:
    """Whether a thing belongs to somebody named before: "pressed their demands" is against nobody of theirs."""
    return any(child.dep_ == "nmod:poss" and child.tag_ == "PRP$" for child in noun.lefts)


def _phrases_behind(token: Token, through: Collection[str], depth: int) -> Iterator[Token]:
    """Nouns below a token, reached by objects, participles and phrases with one of the prepositions in `through`."""
    for child in token.rights:
        if child.dep_ not in PHRASES or (child.dep_ == "acl" and child.tag_ not in ("VBN", "VBG")):
            continue
        if child.dep_ in ("obl", "nmod") and case_of(child) not in through and not _is_reason(child):
            continue
        if child.pos_ in NOUNS:
            yield child
        if depth < DEEPEST:
            yield from _phrases_behind(child, through, depth + 1)


def _is_reason(noun: Token) -> bool:
    """ "In protest at", "in response to": what follows is what the deed is done about."""
    return case_of(noun) == "in" and noun.lemma_.lower() in things.reasons()


def purposes(deed: Token) -> Iterator[Token]:
    """Nouns of what a deed is done for: "blocked the road to show anger at Chad", "marched demanding that Chad"."""
    for child in deed.rights:
        wished = child.tag_ == "VB" or (child.tag_ == "VBG" and child.lemma_.lower() in things.wishing())
        if child.dep_ in ("advcl", "xcomp", "acl") and wished:
            yield from _aims(child)
        if child.dep_ in ("advcl", "xcomp", "acl", "obj"):
            yield from purposes(child)


def _aims(wish: Token) -> Iterator[Token]:
    for child in wish.rights:
        if child.pos_ in NOUNS and child.dep_ in ("obj", "obl") and case_of(child) in AIMS:
            if not _is_own(child):
                yield child
            yield from _phrases_behind(child, AIMS, 0)
        if child.dep_ == "ccomp":
            yield from (noun for noun in child.lefts if noun.dep_ in ("nsubj", "nsubj:pass"))


def phrase_head(token: Token) -> Token:
    """The noun of the phrase that a modifier stands in: the strike for "drone" in "a drone strike"."""
    while token.dep_ in MODIFIERS and token.head.i > token.i and token.head.pos_ in NOUNS:
        token = token.head
    return token


def is_full(noun: Token) -> bool:
    """Whether a noun stands for one or several things, not for any: "the attack", "prices", never bare "action".

    Headlines leave articles out.
    """
    if noun.pos_ not in NOUNS or noun.dep_ in MODIFIERS:
        return False
    if noun.pos_ == "PROPN" or noun.tag_ == "NNS" or any(child.dep_ in OPENERS for child in noun.lefts):
        return True
    return noun.dep_ in BARE and not any(token.tag_ == "." for token in noun.sent[-2:])


def nearer_antecedents(noun: Token, predicate: Token) -> list[Token]:
    """Nouns between `noun` and a relative clause on it that tells the predicate: "talks with rebels, who refused"."""
    clause = next((up for up in (predicate, *predicate.ancestors) if up.dep_ == "acl:relcl"), None)
    if clause is None or clause.head != noun:
        return []
    pronoun = next((token for token in clause.subtree if token.tag_ in RELATIVE_TAGS), clause.left_edge)
    between = noun.doc[noun.i + 1 : pronoun.i]
    return [token for token in reversed(between) if token.pos_ in NOUNS and token.dep_ not in MODIFIERS]


def is_told_of_who(noun: Token, predicate: Token) -> bool:
    """Whether the predicate stands in a clause with "who" that the parse hangs on the noun."""
    clause = next((up for up in (predicate, *predicate.ancestors) if up.dep_ == "acl:relcl"), None)
    return clause is not None and clause.head == noun and any(child.lower_ == "who" for child in clause.lefts)


def is_quality(noun: Token) -> bool:
    """Whether a noun only makes an adjective with the word behind its hyphen: "NATO-critical"."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    return len(behind) == 2 and behind[0].tag_ == "HYPH" and behind[1].pos_ == "ADJ"
