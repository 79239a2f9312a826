"""Subjects and objects of verbs, also where another clause holds them: relatives, control, coordination."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.headlines import announces
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.tree import preposition

GIVE = "give"
SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer")
OBLIQUE = ("obl", "obl:agent", "nmod", "obl:arg")
RELATIVE_TAGS = ("WDT", "WP", "WP$")
NOT_PREDICATES = ("aux", "aux:pass", "cop", "case", "fixed", "mark", "amod", "compound", "det", "flat", "punct", "cc")


def is_predicate(node: Node) -> bool:
    """A verb that heads a clause, or an adjective that says something of a subject."""
    if node.dep in NOT_PREDICATES:
        return False
    if node.pos == "VERB" or (node.pos == "AUX" and node.first("obj", "xcomp") is not None):
        return True
    return node.pos == "ADJ" and (node.first("cop") is not None or node.dep == "xcomp")


def is_passive(node: Node) -> bool:
    """Whether the verb's surface subject is its logical object."""
    if node.first("aux:pass") is not None:
        return True
    if node.first("nsubj:pass") is not None:
        # "The envoy has called on Chad": a perfect without "been" is no passive, whatever the label says.
        return node.first("aux") is None
    if node.tag != "VBN" or node.first("nsubj") is not None or node.first("aux") is not None:
        return False
    if node.dep == "conj" and node.head and node.head.tag == "VBN" and node.first("obj") is None:
        return is_passive(node.head)
    if node.dep in ("acl", "advcl") or node.first("obl:agent") is not None:
        # "the military occupied the town" is often parsed as a participle: an object of its own tells it apart.
        return node.first("obj") is None or node.lemma in words.verbs("ditransitive")
    return False


def stands_for(node: Node) -> Node:
    """The noun that a relative pronoun stands for; any other word stands for itself."""
    if node.tag not in RELATIVE_TAGS:
        return node
    clause = _relative_clause(node)
    return clause.head if clause is not None and clause.head is not None else node


def _relative_clause(node: Node) -> Node | None:
    for ancestor in node.ancestors():
        if ancestor.dep == "acl:relcl":
            return ancestor
        if ancestor.dep not in ("conj", "xcomp", "ccomp", "obj", "obl", "nmod"):
            return None
    return None


# Their object is no other verb's: "shooting and setting houses on fire", "attacked and took hostages".
OWN_OBJECT = frozenset({"set", "take", "make", "leave", "open", "launch"})
ORDINALS = ("first", "second", "third", "last", "latest", "only")


class Subjects:
    """Finds surface subjects and objects; answers are kept, so a chain of clauses costs its length."""

    def __init__(self) -> None:
        self._surface: dict[int, Node | None] = {}

    def surface(self, node: Node) -> Node | None:
        """The noun that stands or would stand before the verb: the passive's too."""
        if node.index not in self._surface:
            self._surface[node.index] = None
            found = self._find(node)
            self._surface[node.index] = (self._author(found, node) if found is not None else None) or found
        return self._surface[node.index]

    def object(self, node: Node) -> Node | None:
        """The direct object, also a relative clause's antecedent or one shared by coordinated verbs."""
        own = node.first("obj")
        if own is not None:
            return stands_for(own)
        if node.dep == "acl:relcl" and self._has_object_gap(node):
            return node.head
        return self._shared_object(node)

    def _find(self, node: Node) -> Node | None:
        own = _own_subject(node)
        if own is not None:
            return stands_for(own)
        if node.head is None or node.first("expl") is not None:
            return None
        if _is_finite(node) and node.dep in ("acl", "advcl", "ccomp") and node.first("mark", "advmod") is None:
            return self._stray(node, node.head)
        return self._from_governor(node, node.head)

    def _author(self, text: Node, node: Node) -> Node | None:
        """Who speaks in his own text: "issued a statement accusing Iran", "in a letter that praised it"."""
        verb = text.head
        if text.lemma not in words.verbs("text") or node.dep not in ("acl", "acl:relcl", "conj") or verb is None:
            return None
        writes = text.dep == "obj" and verb.lemma in words.verbs("publish") | words.verbs("light")
        inside = text.dep in ("obl", "nmod") and preposition(text) == "in"
        if not (writes or inside) or verb.pos != "VERB" or is_passive(verb) or is_passive(node):
            return None
        return self.surface(verb)

    def _stray(self, node: Node, governor: Node) -> Node | None:
        """The subject of a finite clause that has neither subject nor conjunction: a main clause that was cut off.

        "China, which claims Taiwan, sent warships": the sentence's first noun; "Ukraine, Moscow said, had shelled it":
        the bare noun phrase before the speech verb.
        """
        if node.dep == "ccomp" and governor.dep == "acl:relcl" and governor.lemma in words.speech_verbs():
            # "A firm that Oslo says sends arms".
            return governor.head
        if node.dep == "ccomp":
            bare = governor.all("obl:unmarked", "dislocated", "vocative", "obl", "dep")
            return next((noun for noun in bare if noun.index < governor.index and preposition(noun) is None), None)
        top = next((above for above in governor.ancestors() if above.head is None), governor)
        if top.pos in ("NOUN", "PROPN", "PRON"):
            return top if top.first("cop") is None else None
        return self.surface(top) if not _is_finite(top) else None

    def _from_governor(self, node: Node, governor: Node) -> Node | None:
        if node.dep == "conj":
            first = _first_conjunct(node, governor)
            return self.surface(first) if is_predicate(first) or first.first(*SUBJECT) else None
        if node.dep == "acl:relcl":
            return governor if governor.pos in ("NOUN", "PROPN", "PRON") and not node.first("advmod") else None
        if node.dep == "acl":
            return self._of_modified(node, governor)
        if node.dep in ("xcomp", "ccomp", "advcl") and _is_nonfinite(node):
            return self._controller(node, governor)
        return None

    def _controller(self, node: Node, governor: Node) -> Node | None:
        """Whose act a complement is: the governor's object if it has one (urged Iran to stop), else its subject."""
        if _lets_another_act(governor) and node.has_word(("to",), "mark"):
            beside = [child for child in governor.all("obl", "nmod") if child.index < node.index]
            addressed = [child for child in beside if preposition(child) in ("on", "upon", "to", "with")]
            # "Called for Chad to stop".
            addressed = addressed or [child for child in beside if preposition(child) == "for"]
            return stands_for(addressed[0]) if addressed else None
        if node.tag == "VBG" and node.index == governor.index + 1 and governor.lemma in words.verbs("no_gerund"):
            # "Told visiting envoys": the participle stands before the object of telling.
            return None
        receiver = governor.first("iobj") if node.tag == "VB" and governor.lemma == GIVE else None
        if receiver is not None:
            # "Gave the rebels a week to leave".
            return stands_for(receiver)
        if node.dep == "advcl" and not node.has_word(("of", "from", "for", "into", "against"), "mark", "case"):
            if node.tag == "VBG" and node.lemma in words.verbs("outcome") and is_passive(governor):
                # "A convoy was ambushed, killing two": whoever ambushed it has killed them.
                return governor.first("obl:agent")
            return self.surface(governor)
        patient = governor.first("obj", "iobj")
        if patient is not None and governor.lemma not in words.verbs("subject_control"):
            return stands_for(patient)
        return self.surface(governor)

    def _of_modified(self, node: Node, noun: Node) -> Node | None:
        """The subject of a clause that modifies a noun: "troops sent", "people fleeing", "Iran's plan to leave"."""
        if node.tag == "VBG" and node.has_word(("of",), "mark"):
            owner = noun.first("nmod:poss")
            return stands_for(owner) if owner is not None else None
        receiver = (
            noun.head.first("iobj") if noun.head is not None and noun.lemma in words.verbs("leave to act") else None
        )
        if receiver is not None:
            # "Gave Chad leave to stop".
            return stands_for(receiver)
        if not node.has_word(("to",), "mark"):
            unclear = node.first("mark") is not None or _is_audience(node, noun)
            return None if unclear else _itself_or_subject(node, noun)
        if (noun.word in ORDINALS or noun.has_word(ORDINALS, "amod", "advmod")) and (
            noun.first("cop") is not None or noun.head is not None
        ):
            return self._named_so(noun)
        owner = noun.first("nmod:poss") or _by_phrase(noun)
        if owner is None and noun.head is None:
            return noun if announces(noun, node) else None
        owner = owner or _named_in_front(noun)
        if owner is not None:
            return stands_for(owner)
        return self.surface(noun.head) if noun.head is not None and noun.dep == "obj" else None

    def _named_so(self, noun: Node) -> Node | None:
        """Who is or becomes a noun: Chad for "Chad became the first country to leave"."""
        own = noun.first(*SUBJECT) if noun.first("cop") is not None else None
        if own is not None or noun.head is None:
            return stands_for(own) if own is not None else None
        return self.surface(noun.head) if noun.dep in ("xcomp", "obj") else None

    def _has_object_gap(self, node: Node) -> bool:
        subject = node.first("nsubj")
        if subject is None or subject.tag in RELATIVE_TAGS or node.first("ccomp", "xcomp") is not None:
            return False
        return not any(child.tag in (*RELATIVE_TAGS, "WRB") for child in node.children)

    def _shared_object(self, node: Node) -> Node | None:
        """ "Arrested and deported migrants": the object stands behind the last verb and belongs to each."""
        if node.dep == "conj" and node.head is not None:
            candidate = node.head.first("obj")
            if candidate is not None and candidate.index > node.index and not is_passive(node):
                return stands_for(candidate)
        for child in node.all("conj"):
            own = child.lemma in OWN_OBJECT
            if node.tag == child.tag and child.index == node.index + 2 and not (own or is_passive(node)):
                candidate = child.first("obj")
                return stands_for(candidate) if candidate is not None else None
        return None


def _lets_another_act(governor: Node) -> bool:
    """Whether whoever stands behind "to" or "on" acts: "called on Chad to stop", "gave leave to Chad to stop"."""
    leave = governor.first("obj")
    granted = leave is not None and leave.lemma in words.verbs("leave to act")
    return governor.lemma in words.verbs("oblique_control") or (granted and governor.first("iobj") is None)


def _itself_or_subject(node: Node, noun: Node) -> Node:
    """The noun that a participle modifies; "it was a victim, having been sold": its subject where "having" opens it."""
    opened = node.has_word(("having",), "aux")
    own = noun.first(*SUBJECT) if opened and noun.first("cop") is not None else None
    return stands_for(own) if own is not None else noun


def _is_audience(node: Node, noun: Node) -> bool:
    """ "Spoke before deputies defending the law": a participle behind an audience may be the speaker's or its own."""
    spoken = noun.head is not None and noun.head.lemma in words.speech_verbs()
    return spoken and node.tag == "VBG" and noun.dep == "obl" and preposition(noun) == "before"


def _first_conjunct(node: Node, governor: Node) -> Node:
    """The verb that a coordinated verb follows; a finite one follows one of its form, whatever the parse says."""
    if node.tag == "VBN" and not _is_finite(node) and not _takes_participle(governor):
        return _passive_between(governor, node) or governor
    if not _is_finite(node) and not _is_plain_plural(node, governor):
        return governor
    above = [each for each in (governor, *governor.ancestors()) if is_predicate(each) and _is_finite(each)]
    above = [*_clauses_between(governor, node), *above]
    return next((each for each in above if _are_parallel(each, node)), above[0] if above else governor)


def _clauses_between(governor: Node, node: Node) -> list[Node]:
    """ "Aired films when troops came and shot Chadians": without a comma the nearer clause goes on, the last first."""
    if node.first("cc") is None or node.has_word((",",), "punct"):
        return []
    told = [governor, *(child for child in governor.all("ccomp") if child.index < node.index)]
    below = (child for verb in told for child in verb.all("advcl"))
    nearer = [child for child in below if governor.index < child.index < node.index]
    return [child for child in reversed(nearer) if _is_finite(child) and child.first(*SUBJECT) is not None]


def _takes_participle(verb: Node) -> bool:
    return verb.tag == "VBN" or verb.first("aux", "aux:pass") is not None


def _passive_between(governor: Node, node: Node) -> Node | None:
    """ "The mayor says women were chased, attacked or beaten": a bare participle goes on with a passive before it."""
    told = [child for child in governor.all("ccomp") if child.index < node.index and child.tag == "VBN"]
    return told[-1] if told and is_passive(told[-1]) else None


def _is_plain_plural(node: Node, governor: Node) -> bool:
    """Whether a plain form goes on with no auxiliary: "many agree that it has grown and support the plan"."""
    if node.tag != "VB" or governor.tag not in ("VBN", *FINITE) or node.first("aux", "mark") is not None:
        return False
    return not any(child.tag in ("MD", "TO") or child.lemma == "do" for child in governor.all("aux", "mark"))


def _are_parallel(first: Node, second: Node) -> bool:
    """Whether one subject fits both: never for "has" and "support", nor for "had blocked" and ", and accused"."""
    forms = {part.tag for verb in (first, second) for part in (verb, *verb.all("aux", "aux:pass", "cop"))}
    if second.tag == "VB" and not _is_finite(second):
        return "VBP" in forms
    set_off = second.first("cc") is not None and second.has_word((",",), "punct")
    perfect = first.tag == "VBN" and any(part.word == "had" for part in first.all("aux"))
    return not {"VBZ", "VBP"} <= forms and not (perfect and set_off and second.tag == "VBD")


def _is_finite(node: Node) -> bool:
    if node.tag in FINITE:
        return True
    return any(child.tag == "MD" or child.tag in FINITE for child in node.all("aux", "aux:pass", "cop"))


def _own_subject(node: Node) -> Node | None:
    """Of several subjects the nearest before the verb that tells no time: "hours earlier the envoy today left"."""
    subjects = node.all(*SUBJECT)
    subjects = [subject for subject in subjects if subject.lemma not in words.verbs("time")] or subjects
    before = [subject for subject in subjects if subject.index < node.index]
    return before[-1] if before else next(iter(subjects), None)


def _is_nonfinite(node: Node) -> bool:
    if node.tag not in ("VB", "VBG", "VBN", "JJ", "NN", "VBP"):
        return False
    return node.tag == "VBP" or not _is_finite(node)


def _named_in_front(noun: Node) -> Node | None:
    """Whose a plan is by the name before it: "the Saudi decision to leave", not "UN leave to act"."""
    front = [child for child in noun.all("amod", "compound") if child.capital and child.index < noun.index]
    return front[0] if front and noun.pos == "NOUN" and noun.lemma not in words.verbs("leave to act") else None


def _by_phrase(noun: Node) -> Node | None:
    for child in noun.all("nmod"):
        if child.has_word(("by",), "case"):
            return child
    return None
