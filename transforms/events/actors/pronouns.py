"""Pronouns: the one actor that a pronoun can stand for, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from spacy.tokens import Span, Token

from schemas.records import Actor

Resolve = Callable[[Token], Actor | None]
KINDS = ("he", "she", "they", "it")
PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "ROOT", "conj"})
OPENING, CLOSING, EITHER = frozenset("“„«"), frozenset("”»"), frozenset({'"', "''", "``"})
OBJECTS = frozenset({"obj", "iobj", "obl", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
GOVERNED = frozenset({"xcomp", "advcl"})
WHOSE = "WP$"
OWN = {"he": "his", "she": "her"}


def is_pronoun(token: Token) -> bool:
    """Whether a token points at an actor named elsewhere."""
    return token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP", "WDT", WHOSE)


def antecedent(pronoun: Token, resolve: Resolve, words: Mapping[str, frozenset[str]]) -> Actor | None:
    """The only actor that `pronoun` can mean; its text stays the pronoun's.

    Looked for before the pronoun in its sentence, then in the sentence before; of several, and for "it" and "they",
    which may stand for things as well, only a sole subject counts. Who is spoken of in a quotation is sought in it.
    """
    if pronoun.tag_ in ("WP", "WDT", WHOSE) or pronoun.dep_ == "expl":
        return _relative(pronoun, resolve)
    kind = next((kind for kind in KINDS if pronoun.lower_ in words[kind]), None)
    if kind is None:
        return None
    if kind == "it" and (_is_done_by_a_person(pronoun, resolve) or _is_wrecked(pronoun, words["wreck"])):
        return None
    owner = _owner_before(pronoun)
    if owner is not None:
        return resolve(owner)
    sentence = pronoun.sent
    quoted = _quote_start(pronoun)
    other = _doer(pronoun, resolve)
    if quoted is not None:
        found = _others(_candidates(pronoun.doc[max(quoted, sentence.start) : pronoun.i], kind, resolve), other)
        return _only(found, pronoun, kind) if found else None
    earlier = pronoun.doc[sentence.start - 1].sent if sentence.start else None
    for span in (pronoun.doc[sentence.start : pronoun.i], earlier):
        found = _others(_candidates(span, kind, resolve), other) if span is not None and len(span) else []
        if found:
            return _only(found, pronoun, kind)
    return None


def _owner_before(pronoun: Token) -> Token | None:
    """ "Chad's support for Kenya and its criticism of Oslo": whose the first is, the second is."""
    owned = pronoun.head
    if pronoun.tag_ != "PRP$" or owned.dep_ != "conj":
        return None
    owner = next((child for child in owned.head.lefts if child.dep_ == "nmod:poss"), None)
    return owner if owner is not None and not is_pronoun(owner) else None


def _is_done_by_a_person(pronoun: Token, resolve: Resolve) -> bool:
    """Whether somebody acts in the clause of "its assets": no subject before says whose they are."""
    verb = next((token for token in pronoun.ancestors if token.pos_ == "VERB"), None)
    subjects = (child for child in verb.lefts if child.dep_ == "nsubj") if verb is not None else ()
    actors = (resolve(child) for child in subjects if child.i < pronoun.i and not is_pronoun(child))
    return any(actor is not None and actor.kind == "person" for actor in actors)


def _is_wrecked(pronoun: Token, verbs: frozenset[str]) -> bool:
    """Whether "it" is what is blown up or seized: a thing, whatever body was told of before."""
    return pronoun.lower_ == "it" and pronoun.dep_ in ("obj", "nsubj:pass") and pronoun.head.lemma_ in verbs


def _quote_start(pronoun: Token) -> int | None:
    """Where the quotation around a pronoun starts, as far as its paragraph shows; None outside of one."""
    start: int | None = None
    position = pronoun.i - 1
    while position >= 0 and "\n" not in pronoun.doc[position].text:
        position -= 1
    for token in pronoun.doc[position + 1 : pronoun.i]:
        if token.text in OPENING or (token.text in EITHER and start is None):
            start = token.i + 1
        elif token.text in CLOSING or token.text in EITHER:
            start = None
    return start


def _doer(pronoun: Token, resolve: Resolve) -> Actor | None:
    """Who acts in the clause that has the pronoun for its object: "he met him" is about two."""
    if pronoun.dep_ not in OBJECTS or pronoun.tag_ == "PRP$":
        return None
    verb = next((token for token in pronoun.ancestors if token.pos_ == "VERB"), None)
    while verb is not None and verb.dep_ in GOVERNED and not any(child.dep_ == "nsubj" for child in verb.lefts):
        # "Police used tear gas to disperse them".
        verb = verb.head
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None) if verb is not None else None
    return resolve(subject) if subject is not None and subject.i < pronoun.i else None


def _others(found: Iterable[tuple[Token, Actor]], doer: Actor | None) -> list[tuple[Token, Actor]]:
    """Candidates less the doer himself, however often he is named: "they fled when the rebels shot at them"."""
    if doer is None:
        return list(found)
    return [
        (token, actor)
        for token, actor in found
        if _label(actor) != _label(doer) and actor.text.lower() != doer.text.lower()
    ]


def _label(actor: Actor) -> str:
    return actor.name or actor.code or actor.text


def _relative(pronoun: Token, resolve: Resolve) -> Actor | None:
    clause = pronoun.head
    if pronoun.tag_ == WHOSE:
        # "Chad, whose army had left".
        clause = clause.head
    if clause.dep_ == "acl:relcl" and clause.head.i < pronoun.i:
        return resolve(clause.head)
    return None


def _candidates(span: Span, kind: str, resolve: Resolve) -> Iterator[tuple[Token, Actor]]:
    for token in span:
        same = kind == "he" and token.lower_ == "he"
        if same or (token.pos_ in ("NOUN", "PROPN") and token.dep_ in PLACES):
            actor = resolve(token)
            if actor is not None and _agrees(actor, token, kind) and not (kind in OWN and _is_of(token, kind)):
                yield token, actor


def _is_of(noun: Token, kind: str) -> bool:
    """Whether somebody is told of as another's: "he" is not "his adviser"."""
    return any(child.dep_ == "nmod:poss" and child.lower_ == OWN[kind] for child in noun.lefts)


def _only(found: list[tuple[Token, Actor]], pronoun: Token, kind: str) -> Actor | None:
    subjects = [pair for pair in found if _is_subject(pair[0])]
    for choice in (subjects,) if kind in ("it", "they") else (found, subjects):
        named = {_label(actor): actor for _, actor in choice}
        if len(named) == 1:
            actor = next(iter(named.values()))
            start, end = pronoun.idx, pronoun.idx + len(pronoun)
            return Actor(
                pronoun.text, start, end, actor.name, actor.code, actor.country, actor.sectors, actor.kind, "pronoun"
            )
    return None


def _is_subject(token: Token) -> bool:
    """A subject, whom it speaks for, or coordinated with one; coordinated with a verb, it is a lost one's subject."""
    if token.dep_ == "nmod" and any(child.dep_ == "case" and child.lower_ == "for" for child in token.lefts):
        token = token.head
    while token.dep_ == "conj":
        token = token.head
        if token.pos_ == "VERB":
            return True
    return token.dep_ in SUBJECTS


def _agrees(actor: Actor, token: Token, kind: str) -> bool:
    plural = token.tag_ in ("NNS", "NNPS")
    if kind in ("he", "she"):
        return actor.kind == "person" and not plural
    if kind == "they":
        return plural
    is_place = actor.method in ("region", "city")
    return (
        bool(actor.country or actor.name)
        and actor.kind not in ("person", "group", "media")
        and not (is_place or plural)
    )
