"""Deeds: attacks and arrests told by nouns; who did them, and who suffers them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.events import things
from transforms.events.actors.noun_phrases import case_of
from transforms.events.clauses import words

# Behind a deed that harms, these lead to whom it harms.
VICTIMS = frozenset({"of", "on", "against", "in", "at"})
PLACES = frozenset({*VICTIMS, "outside", "near", "across", "inside", "around", "by"})
FRONT = frozenset({"amod", "compound"})
WHAT = frozenset({"that", "which"})
RELATIVE, MARKED = "acl:relcl", "nmod"


def is_deed(noun: Token) -> bool:
    """Whether a noun tells what is done to somebody: attack, arrest, crime."""
    return _is_one_of(noun, things.harm() | things.suffered() | things.crimes())


def doers(deed: Token) -> list[Token]:
    """Nouns for whoever did it: behind "by", or its owner ("Chad's attack"); a crime may also be "of" somebody.

    Whoever owns an arrest has suffered it, unless "of" says who has: "Chad's arrest of the envoy".
    """
    lemma = deed.lemma_.lower()
    # "Condemned the shelling of Kenya by Chad": the parse may hang the doer on the verb above.
    above = deed.head.rights if deed.dep_ == "obj" else ()
    named = [child for child in (*deed.children, *above) if child.i > deed.i and case_of(child) == "by"]
    if lemma in things.suffered() and not is_done_by_owner(deed):
        return named
    named += [child for child in deed.children if child.dep_ == "nmod:poss"]
    if lemma in things.crimes():
        named += [child for child in deed.children if child.dep_ == MARKED and case_of(child) == "of"]
    return named


def is_done_by_owner(deed: Token) -> bool:
    """ "Chad's arrest of the envoy": whether both who did it and who suffered it stand in a deed's phrase."""
    cases = {case_of(child) for child in deed.children if child.dep_ == MARKED}
    return "of" in cases and any(child.dep_ == "nmod:poss" for child in deed.children)


def claimants(deed: Token) -> Iterator[Token]:
    """Who says that he did it, or has shot: "the attack, claimed by the rebels", "missiles fired by the army".

    Who "fired missiles targeting ships" has targeted them.
    """
    is_arm = _is_one_of(deed, things.arms())
    told = words.verbs("firing") if is_arm else words.verbs("claiming")
    if is_arm and deed.dep_ == "obj" and deed.head.lemma_.lower() in told:
        return (child for child in deed.head.lefts if child.dep_ == "nsubj")
    # Without an article the parse may take the participle for the sentence's verb.
    adjacent = deed.dep_.startswith("nsubj") and deed.head.i == deed.i + 1
    verb = [deed.head] if adjacent or deed.dep_ == "nsubj:pass" else []
    behind = (*(child for child in deed.rights if child.dep_ == "acl"), *verb)
    claims = (child for child in behind if child.lemma_.lower() in told)
    return (agent for claim in claims for agent in claim.rights if agent.dep_ == "obl:agent")


def is_named_in_front(deed: Token) -> bool:
    """ "Chadian shelling", "U.S. drone strikes": whether words in front name the doer of an attack."""
    if deed.lemma_.lower() in things.suffered():
        return False
    return any(word.i < deed.i and _is_in_front(word, deed) for word in deed.subtree)


def is_unclaimed(noun: Token) -> bool:
    """Whether no state does what the noun tells in its own name: bombing, ambush, shooting."""
    return _is_one_of(noun, things.unclaimed()) or any(_is_one_of(c, things.unclaimed()) for c in noun.lefts)


def is_target(word: Token) -> bool:
    """ "The clinic bombing", "an embassy attack": whether a common noun stands in front of an attack."""
    return word.dep_ in FRONT and word.pos_ == "NOUN" and word.i < word.head.i and is_deed(word.head)


def is_joined(noun: Token) -> bool:
    """Whether the parse joins to a deed what is none."""
    while noun.dep_ == "conj" and not is_deed(noun):
        noun = noun.head
        if is_deed(noun):
            return True
    return False


def is_victim(noun: Token) -> bool:
    """ "The attack on Chad", "the arrest of Ruiz": where the noun stands behind a deed."""
    deed = noun.head
    if noun.dep_ not in (MARKED, "obl") or not is_deed(deed):
        return False
    if is_wanted(deed):
        return False
    return case_of(noun) in VICTIMS and not (case_of(noun) == "of" and deed.lemma_.lower() in things.crimes())


def is_wanted(deed: Token) -> bool:
    """ "Marched for the removal of Ruiz": what is to be done to somebody is wanted of him."""
    return case_of(deed) == "for" and deed.lemma_.lower() in things.suffered()


def meant(noun: Token, predicate: Token) -> Token:
    """The deed that a relative clause with "that" or "which" is about, where the parse hangs it on another noun.

    "The bombing of a clinic that killed two", "a suspect in shootings that hurt nurses": the noun itself elsewhere.
    """
    clause = next((up for up in (predicate, *predicate.ancestors) if up.dep_ == RELATIVE), None)
    if clause is None or clause.head != noun or is_deed(noun):
        return noun
    pronoun = next((token for token in clause.subtree if token.lower_ in WHAT and token.i > noun.i), None)
    if pronoun is None:
        return noun
    below = [token for token in noun.doc[noun.i + 1 : pronoun.i] if _is_one_of(token, things.harm())]
    return below[-1] if below else next(_above(noun), noun)


def _above(noun: Token) -> Iterator[Token]:
    """Deeds whose place or victim the noun is."""
    while _is_place(noun) and noun.head.i < noun.i:
        noun = noun.head
        if _is_one_of(noun, things.harm()):
            yield noun


def _is_one_of(noun: Token, lemmas: frozenset[str]) -> bool:
    """Whether a noun has one of the lemmas; "bombing" may bear the lemma of its verb, one with a capital its plural."""
    return not lemmas.isdisjoint({noun.lemma_.lower(), noun.lower_, noun.lower_.removesuffix("s")})


def _is_place(noun: Token) -> bool:
    """Whether a noun stands behind the preposition of a place or victim, or the parse takes it for a noun's object."""
    marked = noun.dep_ in (MARKED, "obl") and case_of(noun) in PLACES
    return marked or (noun.dep_ == "obj" and noun.head.pos_ == "NOUN")


def _is_in_front(word: Token, deed: Token) -> bool:
    """Whether a name in front of a deed may be its doer's: not "the Chadian bus bombing", where a target follows."""
    if word.dep_ not in FRONT or word.pos_ == "NOUN" or not word.ent_type_:
        return False
    between = deed.doc[word.i + 1 : deed.i]
    return all(other.pos_ != "NOUN" or other.lemma_.lower() in things.arms() for other in between)
