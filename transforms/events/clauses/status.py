"""Status: whether the text says that an event happened, will happen, might happen, did not, or is denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.events.clauses import words
from transforms.events.clauses.cues import Cues
from transforms.events.clauses.node import Node
from transforms.events.clauses.subjects import is_predicate
from transforms.events.clauses.tree import preposition

ASSERTED = "asserted"
AUXILIARIES = ("have", "be", "do")
INHERITED = "inherited"
OPEN = ("future", "hypothetical")
SUBJECT = ("nsubj", "nsubj:pass")
DEFINITE = ("the", "this", "that", "these", "those", "both")
GERUND_MARKS = ("of", "from", "for", "against", "into", "on", "in", "with", "to")


@dataclass(frozen=True, slots=True)
class Governor:
    """What a governing word makes of what stands under it: its scope names clause, control, object or a preposition."""

    scope: frozenset[str]
    status: str


@cache
def _listed(kind: str) -> dict[str, str]:
    """Word to status, for the rows of one kind."""
    return {row["word"]: row["status"] for row in words.rows("status") if row["kind"] == kind}


@cache
def _governors() -> dict[str, Governor]:
    rows = [row for row in words.rows("status") if row["kind"] == "governor"]
    return {row["word"]: Governor(frozenset(row["scope"].split("|")), row["status"]) for row in rows}


class Statuses:
    """The statuses of one sentence's predicates; each is worked out once."""

    def __init__(self, nodes: list[Node]) -> None:
        self._known: dict[int, str] = {}
        self._quoted = _inside_quotes(nodes)
        self._asked = _asked(nodes)
        self._cues = Cues(nodes)

    def of(self, node: Node) -> str:
        """Status of the event that this verb, noun or adjective tells."""
        if node.index not in self._known:
            self._known[node.index] = ASSERTED
            self._known[node.index] = self._noun(node) if node.pos in ("NOUN", "PROPN") else self._verb(node)
        return self._known[node.index]

    def _verb(self, node: Node) -> str:
        cue = self._cue(node)
        if cue is not None:
            return cue
        if _is_negated(node):
            return "hypothetical" if _is_conditional(node) else "negated"
        if self._is_asked(node) or _is_imperative(node):
            return "hypothetical"
        governed = self._governed(node)
        if governed is not None and governed != ASSERTED:
            return governed
        own = self._auxiliary(node) or _adverb(node)
        if own is None and node.has_word(_listed("habit"), "advmod") and _is_simple_present(node):
            return "hypothetical"
        if _is_inverted(node) or (own is None and self._is_of_any_time(node)):
            return "hypothetical"
        if _is_conditional(node) and (own is not None or _is_present(node)):
            return "hypothetical"
        return own or governed or self._inherited(node)

    def _cue(self, node: Node) -> str | None:
        """What a conjunction or a phrase before the clause makes of it; a verb without a subject shares the first's."""
        found = _marker(node) or self._cues.before(node)
        if found == INHERITED:
            above = next((one for one in node.ancestors() if is_predicate(one)), None)
            return self.of(above) if above is not None else None
        if found is None and node.dep == "conj" and node.head is not None and node.head.tag == node.tag:
            alone = node.first(*SUBJECT, "mark") is None
            return self._cue(node.head) if alone and is_predicate(node.head) else None
        return found

    def _is_asked(self, node: Node) -> bool:
        """Whether the verb is the one that a question asks about."""
        if node.index not in self._asked:
            return False
        head = node.head
        return head is None or head.index not in self._asked or (head.head is None and head.lemma in AUXILIARIES)

    def _is_of_any_time(self, node: Node) -> bool:
        """ "Whenever they protest", "until sanctions are lifted": such a clause in the present tells what may come."""
        times = _times()
        marks = [child.word for child in node.all("mark", "advmod", "case") if child.word in times]
        word = marks[0] if marks and node.dep == "advcl" else self._cues.word_before(node, times)
        if word is None or (times[word] == "future" and not _is_ahead(node)):
            return False
        return _is_simple_present(node)

    def _auxiliary(self, node: Node) -> str | None:
        for part in node.all("aux"):
            if part.word == "would":
                return "future" if self._is_reported(node) else "hypothetical"
            if part.word in _listed("auxiliary"):
                return _listed("auxiliary")[part.word]
            if part.word == "to" and node.dep == "ROOT":
                return "future"
        if node.tag == "VB" and node.has_word(("to",), "mark") and _is_announced(node):
            return "future"
        return None

    def _is_reported(self, node: Node) -> bool:
        """Whether "would" is the past of "will": a past verb governs the clause, outside a quotation."""
        if node.index in self._quoted:
            return False
        return any(above.tag == "VBD" for above in node.ancestors())

    def _governed(self, node: Node) -> str | None:
        """What the governing word says of this clause, None where it says nothing."""
        head = node.head
        if head is None:
            return None
        if node.dep == "conj" and _shares_governor(node, head):
            return self._governed(head)
        if head.pos == "NOUN" and node.dep in ("acl", "acl:relcl") and node.has_word(("that",), "mark"):
            return self._content_of(head)
        if _is_first_to(node, head):
            return self.of(head) if is_predicate(head) or head.pos == "NOUN" else ASSERTED
        clause = node.dep in ("xcomp", "ccomp", "acl", "csubj")
        gerund = node.dep == "advcl" and node.tag == "VBG" and node.has_word(GERUND_MARKS, "mark", "case")
        open_clause = node.tag == "VBG" or node.has_word(("to",), "mark")
        particle = node.dep == "advcl" and open_clause and " " in _phrase(head) and _phrase(head) in _governors()
        governor = _governors().get(_phrase(head)) or _governors().get(head.lemma)
        if governor is None or not (clause or gerund or particle):
            return self._of_content(node, head)
        if node.dep == "acl" and not node.has_word(("to", "of"), "mark"):
            return None
        return self._by_scope(governor, node, head)

    def _of_content(self, node: Node, head: Node) -> str | None:
        """ "Did not say that X attacked" leaves it open; "did not know that" does not."""
        if node.dep != "ccomp" or not is_predicate(head) or head.lemma in words.verbs("factive"):
            return None
        return "hypothetical" if self.of(head) in ("negated", "denied", "hypothetical") else None

    def _content_of(self, noun: Node) -> str | None:
        """What becomes of "reports that X attacked": denied with the reports, open where there are none."""
        governor = _governors().get(noun.lemma)
        listed = governor.status if governor is not None and governor.scope & {"clause", "content"} else None
        if _is_negated(noun):
            return "hypothetical"
        return "denied" if self.of(noun) in ("denied", "negated") else listed

    def _by_scope(self, governor: Governor, node: Node, head: Node) -> str | None:
        infinitive = node.has_word(("to",), "mark")
        if head.lemma in ("be", "go", "have", "set") and not infinitive:
            return None
        gerund = node.dep == "advcl" and any(node.has_word((mark,), "mark", "case") for mark in governor.scope)
        if "twice" in governor.scope and _is_negated(head):
            return ASSERTED
        if "clause" in governor.scope or gerund or ("control" in governor.scope and infinitive):
            return _through_negation(governor.status, self.of(head))
        return self._of_content(node, head)

    def _inherited(self, node: Node) -> str:
        """A complement of begin, continue, manage and the like happened if the governing verb did."""
        head = node.head
        if head is None or not (is_predicate(head) or head.pos == "NOUN"):
            return ASSERTED
        if node.dep == "xcomp":
            return self.of(head)
        if node.dep == "csubj" and node.has_word(("to",), "mark"):
            return "hypothetical"
        if node.dep == "conj" and _shares_governor(node, head):
            return self.of(head)
        if node.dep == "acl":
            # "Talks hosted by Norway" are no fact while the talks are none.
            return "hypothetical" if node.has_word(("to",), "mark") else self.of(head)
        if node.dep == "advcl" and node.tag == "VB" and node.has_word(("to",), "mark"):
            return "future" if self.of(head) == ASSERTED else self.of(head)
        if node.dep == "advcl" and node.tag == "VBG":
            return self.of(head) if self.of(head) in ("future", "hypothetical") else ASSERTED
        return ASSERTED

    def _noun(self, node: Node) -> str:
        # "Was not at the meeting" denies who was there, not the meeting.
        if _is_negated(node) and not (node.first("cop") is not None and node.first("case") is not None):
            return "negated"
        cue = self._cue(node)
        if cue is not None:
            return cue
        for child in node.all("amod", "det"):
            if child.word in _listed("adjective"):
                return _listed("adjective")[child.word]
        marker = preposition(node)
        if marker in _listed("preposition"):
            return _listed("preposition")[marker]
        if node.head is None:
            return ASSERTED
        if node.dep == "conj":
            return self.of(node.head) if node.head.pos == "NOUN" else ASSERTED
        return self._noun_under(node, node.head, marker)

    def _noun_under(self, node: Node, head: Node, marker: str | None) -> str:
        relation = "object" if node.dep in ("obj", "nsubj:pass") else marker
        for above in _governing(node, head):
            governor = _governors().get(_phrase(above)) or _governors().get(above.lemma)
            if governor is not None and relation in governor.scope:
                return _through_negation(governor.status, self.of(above))
        if relation == "of" and head.lemma in _listed("carrier"):
            return self.of(head)
        light = head.lemma in words.verbs("light")
        if light and (relation == "object" or (node.dep == "nsubj" and _leaves_to_its_subject(head))):
            return self.of(head)
        if head.lemma in words.verbs("attend") and relation in ("object", "in", "at"):
            return self.of(head)
        return self._indefinite(node, head)

    def _indefinite(self, node: Node, head: Node) -> str:
        """ "A strike would be answered", "may face sanctions": what nobody has pointed to is as open as its verb."""
        if node.dep not in (*SUBJECT, "obj") or _is_definite(node):
            return ASSERTED
        if head.first("cop") is not None:
            return "hypothetical" if self._auxiliary(head) in OPEN else ASSERTED
        if not is_predicate(head):
            return ASSERTED
        if head.first("expl") is not None:
            return self.of(head)
        return "hypothetical" if self.of(head) in OPEN else ASSERTED


def _governing(node: Node, head: Node) -> Iterator[Node]:
    """What may govern a noun: parses differ on whether "for talks" belongs to "paved" or to "the way"."""
    yield head
    if node.dep in ("obl", "nmod"):
        if head.dep in ("obj", "nsubj:pass") and head.head is not None:
            yield head.head
        object_ = head.first("obj")
        if object_ is not None and object_.index < node.index:
            yield object_


def _phrase(head: Node) -> str:
    """A verb with its particle, as status.csv lists it: "rule out", "go on"."""
    part = next((c for c in head.children if c.dep in ("compound:prt", "advmod") and c.index == head.index + 1), None)
    return f"{head.lemma} {part.word}" if part is not None else head.lemma


def _leaves_to_its_subject(light: Node) -> bool:
    """ "Talks began", "talks took place": the subject is the event; who "issued a warning" is none."""
    return light.first("obj") is None or light.lemma == "take"


def _is_announced(node: Node) -> bool:
    """ "Chad is to visit Kenya", "Chad to visit Kenya": an infinitive that is the sentence itself."""
    if node.head is None:
        return node.first("nsubj", "nsubj:pass", "nsubj:outer", "cop") is not None
    return node.dep == "acl" and node.head.head is None and node.head.pos == "PROPN"


@cache
def _times() -> dict[str, str]:
    """Conjunctions of time to their scope: "future" where they count only below what is to come."""
    return {row["word"]: row["scope"] for row in words.rows("status") if row["kind"] == "time"}


def _is_simple_present(node: Node) -> bool:
    finite = [node, *node.all("aux", "aux:pass", "cop")]
    perfect = node.tag == "VBN" and node.first("aux:pass", "cop") is None
    progressive = node.tag == "VBG"
    return not perfect and not progressive and any(part.tag in ("VBZ", "VBP") for part in finite)


def _is_ahead(node: Node) -> bool:
    """Whether what governs the clause is to come, negated or not: "will leave", "would not return"."""
    return any(part.tag == "MD" for above in node.ancestors() for part in above.all("aux"))


def _is_first_to(node: Node, head: Node) -> bool:
    """ "The first to attack", "the third country to attack": whoever is counted has done it."""
    if not node.has_word(("to",), "mark") or node.dep not in ("acl", "advcl", "xcomp", "acl:relcl", "ccomp"):
        return False
    ordinals = _listed("ordinal")
    return head.lemma in ordinals or (head.pos == "NOUN" and head.has_word(ordinals, "amod"))


def _is_imperative(node: Node) -> bool:
    """ "Ask them to leave": a bare verb that opens a clause and has neither subject nor auxiliary."""
    if node.tag != "VB" or node.dep not in ("ROOT", "ccomp", "parataxis"):
        return False
    bare = node.first(*SUBJECT, "nsubj:outer", "aux", "aux:pass", "cop", "expl", "csubj") is None
    return bare and not node.has_word(("to",), "mark")


def _is_definite(noun: Node) -> bool:
    return noun.first("nmod:poss") is not None or noun.has_word(DEFINITE, "det")


def _is_inverted(node: Node) -> bool:
    """ "Had Chad attacked", "should it attack": a condition without "if"."""
    subject = node.first(*SUBJECT)
    parts = [*node.all("aux", "aux:pass"), *([node.head] if node.head and node.dep == "ccomp" else [])]
    first = next((part for part in parts if part.word in ("had", "should", "were")), None)
    return subject is not None and first is not None and first.index < subject.index


def _through_negation(status: str, governing: str) -> str:
    """ "Did not deny", "would plan": a governing word that is not a fact leaves its content open."""
    if governing == ASSERTED:
        return status
    return status if status == "denied" and governing != "negated" else "hypothetical"


def _marker(node: Node) -> str | None:
    for child in node.all("mark", "case"):
        if child.word in _listed("marker"):
            return _listed("marker")[child.word]
    return None


def _adverb(node: Node) -> str | None:
    for child in node.all("advmod"):
        if child.word in _listed("adverb"):
            return _listed("adverb")[child.word]
    return None


def _is_negated(node: Node) -> bool:
    """A negating word at the predicate itself, or "no"/"neither" at its subject or object."""
    listed = _listed("negator")
    for child in node.children:
        if child.dep in ("advmod", "det", "cc:preconj", "aux", "cc") and child.word in listed:
            return not _is_only(child, node)
        if child.dep in (*SUBJECT, "obj") and (
            child.word in ("nobody", "none", "nothing") or child.has_word(("no", "neither"), "det", "cc:preconj")
        ):
            return True
    return False


def _is_only(negator: Node, node: Node) -> bool:
    """ "Not only attacked but": no negation."""
    return any(child.word in ("only", "just") and child.index == negator.index + 1 for child in node.children)


def _is_conditional(node: Node) -> bool:
    """Whether a condition hangs on the predicate."""
    return any(
        child.dep in ("advcl", "obl") and child.has_word(("if", "unless"), "mark", "case") for child in node.children
    )


def _is_present(node: Node) -> bool:
    return node.tag in ("VB", "VBP", "VBZ")


def _shares_governor(node: Node, head: Node) -> bool:
    """Coordinated infinitives and participles stand under the same auxiliary or governor; finite verbs stand alone."""
    bare = node.first("aux", "aux:pass", "nsubj", "nsubj:pass") is None
    base = head.tag == "VB" and node.tag in ("VB", "VBP", "NN")
    return bare and (base or (node.tag == head.tag and node.tag in ("VBG", "VBN")))


def _asked(nodes: list[Node]) -> frozenset[int]:
    """Indexes of the words before each question mark, back to the beginning of its quotation or of the sentence."""
    asked: list[int] = []
    start = 0
    for position, node in enumerate(nodes):
        if node.word in ("“", "``", '"', ";", "."):
            start = position + 1
        elif node.word == "?":
            asked.extend(one.index for one in nodes[start:position])
            start = position + 1
    return frozenset(asked)


def _inside_quotes(nodes: list[Node]) -> frozenset[int]:
    inside, quoted = False, []
    for node in nodes:
        if node.word in ("“", "``"):
            inside = True
        elif node.word in ("”", "''"):
            inside = False
        elif node.word == '"':
            inside = not inside
        elif inside:
            quoted.append(node.index)
    return frozenset(quoted)
