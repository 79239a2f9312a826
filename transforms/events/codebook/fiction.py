"""Fiction: what is done in a film, or what an exhibition is about, is no news."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.events.codebook.conditions import case_of
from transforms.events.codebook.vocabularies import Vocabularies

FICTION, WORKS = "fiction", "works"
INSIDE = frozenset({"in"})
SUBJECTS = ("nsubj", "nsubj:pass")
SHOWN = ("ccomp", "advcl", "acl", "obj")
ABOUT = frozenset({"about", "on"})


def is_in_fiction(predicate: Token, vocabularies: Vocabularies) -> bool:
    """Whether a deed happens in a story, is what a story shows, or is the matter of a work."""
    fiction = vocabularies.get(FICTION, frozenset())
    works = vocabularies.get(WORKS, frozenset()) | fiction
    return _stands_in(predicate, fiction) or _is_shown(predicate, fiction) or _is_matter(predicate, works)


def _stands_in(predicate: Token, fiction: frozenset[str]) -> bool:
    """ "In the film, a soldier shoots a priest"."""
    settings = (child for child in predicate.children if child.dep_ in ("obl", "nmod") and case_of(child) in INSIDE)
    return any(child.lemma_.lower() in fiction for child in settings)


def _is_shown(predicate: Token, fiction: frozenset[str]) -> bool:
    """ "The novel tells how a soldier shoots a priest"."""
    if predicate.dep_ not in SHOWN:
        return False
    subjects = (child for child in predicate.head.children if child.dep_ in SUBJECTS)
    return any(child.lemma_.lower() in fiction for child in subjects)


def _is_matter(predicate: Token, works: frozenset[str]) -> bool:
    """ "An exhibition about the siege of Sarajevo"."""
    about = predicate.dep_ in ("nmod", "obl") and case_of(predicate) in ABOUT
    return about and predicate.head.lemma_.lower() in works
