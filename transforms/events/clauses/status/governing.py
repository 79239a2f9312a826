"""Governing words: what a verb or noun makes of the clause under it ("refused to", "the plan to", "denied that")."""

from __future__ import annotations

from collections.abc import Callable

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.complements import is_gerund, left_open
from transforms.events.clauses.status.dates import has_time, is_ahead
from transforms.events.clauses.status.lists import (
    ASSERTED,
    OPEN,
    SUBJECT,
    Governor,
    governor_of,
    governors,
    listed,
    phrase_of,
)
from transforms.events.clauses.status.negation import is_negated
from transforms.events.clauses.subjects import is_predicate

GERUND_MARKS = ("of", "from", "for", "against", "into", "on", "in", "with", "to", "at")
CONTENT_OF_NOUN = ("acl", "acl:relcl", "ccomp")
# Verbs that govern only with "to": "is to visit", "has to leave".
BEFORE_INFINITIVE = ("be", "go", "have", "set")


class Governing:
    """What governing words say of clauses; `of` gives the status of the governing word itself."""

    def __init__(self, of: Callable[[Node], str]) -> None:
        self._of = of

    def clause(self, node: Node) -> str | None:
        """What the governing word says of this clause, None where it says nothing."""
        head = node.head
        if head is None:
            return None
        if node.dep == "conj" and _shares_governor(node, head):
            return self.clause(head)
        noun = _content_noun(node, head)
        if noun is not None:
            return self._content_of(noun)
        if _is_first_to(node, head):
            return self._of(head) if is_predicate(head) or head.pos == "NOUN" else ASSERTED
        governor = governor_of(head)
        if governor is None or not _is_governed(node, head):
            return self._of_content(node, head)
        if node.dep == "acl" and not node.has_word(("to", *GERUND_MARKS), "mark", "case"):
            return None
        return self._by_scope(governor, node, head)

    def inherited(self, node: Node) -> str:
        """A complement of begin, continue, manage and the like happened if the governing verb did."""
        head = node.head
        if head is None or not (is_predicate(head) or head.pos in ("NOUN", "PROPN", "ADJ")):
            return ASSERTED
        above, to = self._of(head), node.has_word(("to",), "mark")
        unlisted = left_open(node, head)
        if unlisted is not None:
            return unlisted
        if to and node.dep == "xcomp" and head.pos == "NOUN" and head.first("case") is not None:
            # "Is under orders to leave", "was in a position to leave".
            return "hypothetical"
        if node.dep == "xcomp" or (node.dep == "conj" and _shares_governor(node, head)):
            return above
        if node.dep == "csubj" and to:
            return "hypothetical"
        if node.dep == "acl":
            # "Talks hosted by Norway" are no fact while the talks are none.
            return "hypothetical" if to else ASSERTED if _is_done(node, head) else above
        if node.dep == "advcl" and node.tag == "VB" and to:
            # Who fills the streets to protest protests.
            purpose = listed("purpose").get(node.lemma, "future")
            return _of_object(head) or (purpose if above == ASSERTED else above)
        if node.dep == "advcl" and node.tag == "VBG":
            # "Pleaded not guilty to attacking".
            undone = above in ("negated", "denied") and node.has_word(GERUND_MARKS, "mark", "case")
            return "hypothetical" if undone else above if above in OPEN else ASSERTED
        return ASSERTED

    def _of_content(self, node: Node, head: Node) -> str | None:
        """ "Did not say that X attacked" leaves it open; "did not know that" does not."""
        if node.dep != "ccomp" or not is_predicate(head) or head.lemma in words.verbs("factive"):
            return None
        if _is_untrue(head):
            return "denied"
        return "hypothetical" if self._of(head) in ("negated", "denied", "hypothetical") else None

    def _content_of(self, noun: Node) -> str | None:
        """What becomes of "reports that X attacked": denied with the reports, open where there are none."""
        governor = governors().get(noun.lemma)
        status = governor.status if governor is not None and governor.scope & {"clause", "content"} else None
        if is_negated(noun):
            return "hypothetical"
        return "denied" if self._of(noun) in ("denied", "negated") else status

    def _by_scope(self, governor: Governor, node: Node, head: Node) -> str | None:
        infinitive = node.has_word(("to",), "mark")
        if head.lemma in BEFORE_INFINITIVE and not infinitive:
            return None
        gerund = node.dep != "ccomp" and any(node.has_word((mark,), "mark", "case") for mark in governor.scope)
        if "twice" in governor.scope and is_negated(head):
            return ASSERTED
        if "clause" in governor.scope or gerund or ("control" in governor.scope and infinitive):
            return through_negation(governor.status, self._of(head))
        return self._of_content(node, head)


def through_negation(status: str, governing: str) -> str:
    """ "Did not deny", "would plan": a governing word that is not a fact leaves its content open."""
    if governing == ASSERTED:
        return status
    return status if status == "denied" and governing != "negated" else "hypothetical"


def _is_untrue(speech: Node) -> bool:
    """ "Falsely claimed", "a fake letter said"."""
    untrue, speaker = listed("untruth"), speech.first("nsubj")
    return speech.has_word(untrue, "advmod") or (speaker is not None and speaker.has_word(untrue, "amod", "compound"))


def _content_noun(node: Node, head: Node) -> Node | None:
    """The noun that a "that" clause belongs to; the parse may hang it on the verb: "repeated their demand that"."""
    # Beside a subject of its own, "that" is no relative pronoun, whatever the parse calls it.
    labels = ("mark", *SUBJECT) if len(node.all(*SUBJECT)) > 1 else ("mark",)
    that = next((child for child in node.all(*labels) if child.word == "that"), None)
    if that is None:
        return None
    if head.pos == "NOUN" and node.dep in CONTENT_OF_NOUN:
        return head
    noun = head.first("obj") if node.dep == "ccomp" else None
    return noun if noun is not None and noun.index == that.index - 1 and noun.lemma in governors() else None


def _is_governed(node: Node, head: Node) -> bool:
    """Whether a clause is a complement, also where the parse takes it for an adjunct."""
    if node.dep in ("xcomp", "ccomp", "acl", "csubj"):
        return True
    gerund = is_gerund(node) and node.has_word(GERUND_MARKS, "mark", "case")
    if node.dep != "advcl":
        # "Talk of police backing Chad": the gerund has a subject of its own.
        return gerund and node.dep in ("nmod", "obl")
    if node.tag == "VBG" and node.index == head.index + 1:
        # "Mulling leaving".
        return True
    open_clause = node.tag == "VBG" or node.has_word(("to",), "mark")
    return gerund or (open_clause and " " in phrase_of(head) and phrase_of(head) in governors())


def _is_done(participle: Node, noun: Node) -> bool:
    """ "Miners arrested on Monday will be tried", not "anyone arrested": a day or a number tells of one such deed."""
    if participle.tag != "VBN" or participle.lemma in words.verbs("light") | words.verbs("attend"):
        return False
    return noun.first("nummod") is not None or (has_time(participle) and not is_ahead(participle))


def _of_object(verb: Node) -> str | None:
    """What the verb's object says of an infinitive behind it: "faces pressure from Oslo to help"."""
    noun = verb.first("obj")
    governor = governor_of(noun) if noun is not None else None
    return governor.status if governor is not None and "clause" in governor.scope else None


def _shares_governor(node: Node, head: Node) -> bool:
    """Coordinated infinitives and participles stand under the same auxiliary or governor; finite verbs stand alone."""
    bare = node.first("aux", "aux:pass", "nsubj", "nsubj:pass") is None
    base = head.tag == "VB" and node.tag in ("VB", "VBP", "NN")
    return bare and (base or (node.tag == head.tag and node.tag in ("VBG", "VBN")))


def _is_first_to(node: Node, head: Node) -> bool:
    """ "The first to attack", "the third country to attack": whoever is counted has done it."""
    if not node.has_word(("to",), "mark") or node.dep not in ("acl", "advcl", "xcomp", "acl:relcl", "ccomp"):
        return False
    ordinals = listed("ordinal")
    return head.lemma in ordinals or (head.pos == "NOUN" and head.has_word(ordinals, "amod"))
