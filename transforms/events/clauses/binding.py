"""Binding: pronouns that the sentence itself decides ("Japan said it had halted aid", "it resumed its attacks")."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from transforms.events.clauses import words

PERSONAL = frozenset({"he", "she", "it", "they", "i", "we"})
FIRST = frozenset({"i", "we"})
OWNERS = frozenset({"his", "her", "its", "their"})
PLURAL = frozenset({"they", "their", "them"})
THINGS = frozenset({"it", "its", "itself"})
PLACES_AND_BODIES = frozenset({"ORG", "LOC"})
SPEAKS_FOR = frozenset({"for", "of"})
PERSONS = frozenset({"he", "she"})
BODY_OF_PERSONS = "police"
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
CONTENT = frozenset({"ccomp", "xcomp", "conj", "advcl", "parataxis"})


def binder(pronoun: Token) -> Token | None:
    """The noun that binds the pronoun within its sentence, None where no structure decides.

    A subject of reported speech is the speaker; a possessor or reflexive is the subject of its own verb, or owns the
    noun before that is joined to its own.
    """
    word = pronoun.lower_
    if word in PERSONAL and (pronoun.dep_ in SUBJECT or is_willing(pronoun)):
        return _speaker(pronoun)
    if word in REFLEXIVE or word in OWNERS:
        return _owner_before(pronoun) or _own_subject(pronoun)
    return None


def body_behind(speaker: Token) -> Token | None:
    """The body that somebody speaks for: "it" is the army where a spokesman for the army says so."""
    behind = (child for child in speaker.rights if child.dep_ == "nmod" and child.pos_ in ("NOUN", "PROPN"))
    return next((noun for noun in behind if any(c.lower_ in SPEAKS_FOR for c in noun.lefts if c.dep_ == "case")), None)


def is_willing(pronoun: Token) -> bool:
    """Whether "it", which the parse calls empty, is somebody with a will: "said it is ready to leave"."""
    return pronoun.dep_ == "expl" and pronoun.head.lower_ in words.verbs("will")


def rivals(pronoun: Token, tags: Collection[str]) -> list[Token]:
    """Nouns with these tags before an object pronoun in its sentence, less who acts on it: "police hit them"."""
    verb = next((above for above in pronoun.ancestors if above.pos_ == "VERB"), None)
    if verb is None:
        return []
    subject = subject_of(verb)
    own = {token.i for token in subject.subtree} if subject is not None else set()
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return [t for t in before if t.tag_ in tags and t.pos_ in ("NOUN", "PROPN") and t.i not in own]


def _speaker(pronoun: Token) -> Token | None:
    """The nominal subject of the speech verb above the pronoun's clause; the first one up the tree decides."""
    clause = pronoun.head
    while clause.dep_ in CONTENT and clause.head.i != clause.i:
        governor = clause.head
        if clause.dep_ == "ccomp" and governor.lemma_.lower() in words.speech_verbs():
            return _fitting(subject_of(governor), pronoun)
        clause = governor
    if pronoun.lower_ in FIRST:
        inserted = [c for c in clause.children if c.dep_ == "parataxis" and c.lemma_.lower() in words.speech_verbs()]
        return _fitting(subject_of(inserted[0]), pronoun) if inserted else None
    return None


def _owner_before(pronoun: Token) -> Token | None:
    """Whose the noun before is: "Cuba's raids on Haiti and its support for rebels"."""
    first = pronoun.head.head if pronoun.head.dep_ == "conj" else None
    owner = next((child for child in first.lefts if child.dep_ == "nmod:poss"), None) if first is not None else None
    return _fitting(owner, pronoun)


def _own_subject(pronoun: Token) -> Token | None:
    verb = next((above for above in pronoun.ancestors if above.pos_ == "VERB"), None)
    if verb is None:
        return None
    subject = subject_of(verb)
    if subject is None or subject.i > pronoun.i or pronoun in subject.subtree:
        return None
    if subject.lower_ in PERSONAL:
        return binder(subject)
    return _fitting(subject, pronoun)


def subject_of(verb: Token) -> Token | None:
    """Subject of a verb, also of the first verb of a coordination or of the verb that controls it."""
    while True:
        own = next((child for child in verb.children if child.dep_ in SUBJECT), None)
        if own is not None or verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return own
        verb = verb.head


def _fitting(noun: Token | None, pronoun: Token) -> Token | None:
    """The noun if its number agrees: several may be "they", one group too, but never "it" for several."""
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if pronoun.lower_ in FIRST:
        return noun
    several = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.children)
    if several and pronoun.lower_ in PLURAL:
        return noun
    if (noun.ent_type_ == "PERSON") if pronoun.lower_ in THINGS else (noun.ent_type_ in PLACES_AND_BODIES):
        return None
    if pronoun.lower_ in PLURAL:
        # "They left, the minister said" is not about him.
        return noun if noun.pos_ == "NOUN" and noun.i < pronoun.i else None
    if pronoun.lower_ in PERSONS:
        # "He killed two, the mayor said": he is somebody told of before.
        return None if noun.tag_ == "NNS" or noun.i > pronoun.i else noun
    return None if noun.tag_ == "NNS" and noun.lower_ != BODY_OF_PERSONS else noun
