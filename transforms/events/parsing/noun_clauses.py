"""Clauses that describe a noun, hung on it where the parser took them for clauses of their own.

A participle with "by" right behind a noun ("an ambush carried out by rebels"), a gerund, and a clause with "whose".
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

PAST = ("VBD", "VBN")
NOUNS = ("NOUN", "PROPN")
CLAUSES = frozenset({"acl", "advcl", "conj", "ccomp", "parataxis", "xcomp"})
OF_FINITE_VERB = ("nsubj", "aux", "mark", "cc", "obj", "cop", "expl")
JOINED = frozenset({"conj", "xcomp", "parataxis", "ccomp"})
FINITE = ("VBD", "VBZ", "VBP")
NO_CLAUSE_OF_NOUN = ("aux", "mark", "cop", "cc")
THOUGHT = frozenset({"suspected", "believed", "thought", "alleged", "reported", "said"})
BLAMED = "blamed"
WHOSE, GERUND = "WP$", "VBG"
# These open clauses as well as phrases.
TIMES = frozenset({"after", "before", "since", "until"})
SUBJECT, REDUCED, RELATIVE, ADVERBIAL = "nsubj", "acl", "acl:relcl", "advcl"


@Language.component("dateline_noun_clauses", requires=["token.head"], assigns=["token.head", "token.dep"])
def hang(doc: Doc) -> Doc:
    """Hang such clauses on their nouns, and what their noun does on the noun."""
    found = [move for token in doc for move in _moves(token)]
    moves = {moved.i: (head.i, label) for moved, head, label in found}
    if not moves:
        return doc
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
        if label == REDUCED and doc[index].tag_ in PAST:
            doc[index].tag_ = "VBN"
        elif label == ADVERBIAL:
            doc[index].tag_ = "VBD"
    return rehung(doc, heads, labels)


def _is_thought(token: Token) -> bool:
    """ "Gunmen suspected to be rebels attacked": a participle that only says what somebody is taken for."""
    if token.lower_ not in THOUGHT:
        return False
    said = (child for child in token.rights if child.dep_ == "xcomp")
    return any(child.lower_ == "be" for one in said for child in one.lefts)


def _is_of_time(token: Token) -> bool:
    """ "After 100 men attacked at dawn": behind such a word without "by" or an object the noun does it."""
    noun = token.head
    opening = [child for child in noun.lefts if child.dep_ == "case"]
    bare = noun.i == token.i - 1 and noun.dep_.startswith("obl") and noun.pos_ in NOUNS
    if not bare or [child.lower_ for child in opening if child.lower_ in TIMES] == []:
        return False
    return not _has_agent(token) and token.i < token.sent.end - 1 and token.nbor().dep_ != "punct"


def _is_blamed(token: Token) -> bool:
    """ "A raid blamed on Chad killed two": what is blamed on somebody blames nobody."""
    objects = any(child.dep_ in ("obj", "iobj") for child in token.children)
    on = any(child.dep_.startswith("obl") and child.left_edge.lower_ == "on" for child in token.rights)
    return token.lower_ == BLAMED and on and not objects


def _has_agent(token: Token) -> bool:
    return any(child.dep_.startswith("obl") and child.i > token.i and _is_by(child) for child in token.children)


def _is_by(noun: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ == "by" for child in noun.lefts)


def _moves(token: Token) -> Iterator[tuple[Token, Token, str]]:
    """Tokens with their new heads and labels."""
    if token.tag_ == WHOSE:
        yield from _with_whose(token)
    if token.tag_ == GERUND:
        yield from _before_main(token)
    if token.tag_ in PAST and token.dep_ == REDUCED and _is_of_time(token):
        yield token, token.head.head, ADVERBIAL
        yield token.head, token, SUBJECT
        return
    if token.tag_ not in PAST or not (_has_agent(token) or _is_thought(token) or _is_blamed(token)):
        return
    noun = _noun_before(token)
    if noun is not None:
        yield token, noun, REDUCED
        return
    subject, main = _subject_and_main(token)
    if subject is not None and main is not None:
        yield from _apart(subject, token, main, REDUCED)


def _before_main(gerund: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Nurses demanding jobs marched": a gerund without an auxiliary is no sentence's verb before a past tense."""
    if any(child.dep_.startswith(NO_CLAUSE_OF_NOUN) for child in gerund.lefts):
        return
    subject = next((child for child in gerund.lefts if child.dep_.startswith(SUBJECT)), None)
    main = next((child for child in gerund.rights if child.dep_ in JOINED and child.tag_ == "VBD"), None)
    if subject is None or subject.right_edge.i != gerund.i - 1:
        return
    if gerund.dep_.startswith(SUBJECT) and gerund.head.i > gerund.i:
        # "Rebels fighting in Chad agreed": the parser has them acting and their fighting agreeing.
        yield gerund, subject, REDUCED
        yield subject, gerund.head, gerund.dep_
        return
    if main is None:
        return
    if not any(child.dep_.startswith((SUBJECT, *NO_CLAUSE_OF_NOUN)) for child in main.children):
        yield from _apart(subject, gerund, main, REDUCED)


def _apart(subject: Token, clause: Token, main: Token, label: str) -> Iterator[tuple[Token, Token, str]]:
    """The subject with its clause under the verb behind both."""
    if main.head == clause:
        yield main, main if clause.head == clause else clause.head, clause.dep_
    yield subject, main, SUBJECT
    yield clause, subject, label


def _with_whose(whose: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Iran, whose navy seized a ship, rejected": the first of two subjects is the subject of the verb behind."""
    clause = whose.head.head
    subjects = [child for child in clause.lefts if child.dep_.startswith(SUBJECT)]
    if len(subjects) != 2 or subjects[1] != whose.head or subjects[0].i > whose.i:
        return
    if clause.dep_ == "advcl" and clause.head.i > clause.i:
        yield from _apart(subjects[0], clause, clause.head, RELATIVE)
        return
    behind = [child for child in clause.rights if child.dep_ in JOINED and child.tag_ in FINITE]
    if behind and not any(child.dep_.startswith((SUBJECT, "cc")) for child in behind[0].children):
        yield from _apart(subjects[0], clause, behind[0], RELATIVE)


def _noun_before(token: Token) -> Token | None:
    """The noun right before a participle with nothing of a finite verb, if both belong to one verb."""
    if token.dep_ not in CLAUSES or token.i == token.sent.start or token.nbor(-1).pos_ not in NOUNS:
        return None
    if any(child.dep_.startswith(OF_FINITE_VERB) for child in token.children):
        return None
    if token.dep_ == REDUCED:
        return token.head if token.tag_ == "VBD" else None
    noun = token.nbor(-1)
    while noun.head != token.head and noun.head.i < token.i and noun.head != noun:
        noun = noun.head
    return noun if noun.head == token.head and noun.pos_ == "NOUN" and noun.i > token.head.i else None


def _subject_and_main(token: Token) -> tuple[Token | None, Token | None]:
    """ "Deputies urged by unions to stay voted": the subject is the second verb's, which no "and" joins."""
    labels = [child.dep_ for child in token.children]
    subject = next((child for child in token.lefts if child.dep_.startswith(SUBJECT)), None)
    behind = ("conj", "xcomp", "advcl") if token.lower_ == BLAMED else ("conj", "xcomp")
    main = next((child for child in token.rights if child.dep_ in behind and child.tag_ == "VBD"), None)
    if subject is None or main is None or any(label.startswith(("aux", "obj", "mark", "cop")) for label in labels):
        return None, None
    own = any(child.dep_.startswith((SUBJECT, "cc")) for child in main.children)
    return (None, None) if own else (subject, main)
