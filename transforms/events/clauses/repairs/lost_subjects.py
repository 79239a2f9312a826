"""Lost subjects: nouns before a finite verb that the parse has hung on another word, or under another label."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import MAIN, NOMINAL, SUBJECT, attach, first_of, last_of, take_place

SAY = "say"
AUXILIARIES = ("aux", "aux:pass", "cop")
# Labels of a noun phrase that a clause would have to mark by a preposition.
BARE = ("obl", "vocative", "dislocated", "nmod", "list", "dep", "obl:unmarked", "advmod")
RELATIVE_TAGS = ("WDT", "WP", "WP$", "WRB")
# What may stand between a subject and its verb beside its own phrase.
BETWEEN = ("RB", "MD", ",", "-RRB-", "HYPH", ":")


def find_subject(verb: Node, nodes: Sequence[Node]) -> None:
    """Give a finite verb without a subject the noun that can only be its subject; nothing where none is."""
    if not is_finite(verb) or verb.first(*SUBJECT, "nsubj:outer", "expl") is not None:
        return
    for look in (_of_auxiliary, _of_swallowed_participle, _bare_phrase, _speaker_behind):
        look(verb)
        if verb.first(*SUBJECT) is not None:
            return
    if not _number_before(verb, nodes) and not _conjunct_before(verb, nodes) and verb.dep in MAIN:
        _phrase_after_comma(verb, nodes)


def phrase_before_subject(verb: Node, nodes: Sequence[Node]) -> None:
    """ "After the talks, Ruiz sued Chad": a noun with a preposition is no subject, the one behind its comma is."""
    own = verb.first(*SUBJECT)
    if own is None or own.index > verb.index or own.first("nummod") is not None:
        return
    colon = nodes[own.index + 1 - nodes[0].index].word == ":"
    if not colon and all(case.tag == "POS" for case in own.all("case")):
        return
    own.dep = "obl"
    _phrase_after_comma(verb, nodes)
    if verb.first(*SUBJECT) is None:
        own.dep = _label(verb)


def gerund_before_subject(verb: Node) -> None:
    """ "Joining its allies, Chad urged Kenya": the noun behind the gerund's comma is who urges, not who is joined."""
    gerund = verb.first("nsubj", "csubj")
    if gerund is None or gerund.tag != "VBG" or gerund.index > verb.index or verb.tag not in FINITE:
        return
    nouns = [child for child in gerund.children if child.pos in NOMINAL and gerund.index < child.index < verb.index]
    subject = next((noun for noun in nouns if noun.dep in ("obj", "appos") and noun.has_word((",",), "punct")), None)
    if subject is None or any(child.index < subject.index for child in subject.all("conj", "cc")):
        return
    for child in [child for child in gerund.children if child.index > subject.index]:
        attach(child, verb, child.dep)
    attach(subject, verb, _label(verb))
    gerund.dep = "advcl"


def subject_of_what_is_said(participle: Node) -> None:
    """ "Witnesses said a man came and shot two": one says what somebody did, one does not say somebody."""
    noun = participle.head
    if participle.dep != "acl" or participle.tag not in ("VBN", "VBD") or noun is None or noun.dep != "obj":
        return
    speech = noun.head
    if speech is None or speech.lemma != SAY or participle.index != noun.index + 1:
        return
    if participle.first("obl:agent") is not None:
        return
    attach(participle, speech, "ccomp")
    attach(noun, participle, "nsubj")
    participle.tag = "VBD"
    for joined in speech.all("conj"):
        if joined.index > participle.index and joined.first(*SUBJECT) is None:
            attach(joined, participle, "conj")


def subject_in_brackets(verb: Node, nodes: Sequence[Node]) -> None:
    """ "The United Front (UF) has attacked": what stands in brackets is another name of the noun before them."""
    name, first = verb.first(*SUBJECT), nodes[0].index
    at = name.index - first if name is not None else 0
    if name is None or at < 2 or at + 1 >= len(nodes) or nodes[at - 1].word != "(" or nodes[at + 1].word != ")":
        return
    noun: Node | None = nodes[at - 2]
    while noun is not None and noun.head is not None and noun.head.index < name.index and noun.head.pos in NOMINAL:
        noun = noun.head
    if noun is None or noun.pos not in NOMINAL:
        return
    label = name.dep
    attach(name, noun, "appos")
    if noun in verb.ancestors():
        take_place(verb, noun)
    attach(noun, verb, label)


def is_finite(verb: Node) -> bool:
    """Whether the verb or one of its auxiliaries is finite."""
    finite = any(part.tag in (*FINITE, "MD") for part in verb.all(*AUXILIARIES))
    return finite or (verb.tag in FINITE and verb.first(*AUXILIARIES) is None)


def _label(verb: Node) -> str:
    return "nsubj:pass" if verb.first("aux:pass") is not None else "nsubj"


def _of_auxiliary(verb: Node) -> None:
    """ "The president, Ana Ruiz, will on Tuesday lead": the subject may hang on the auxiliary."""
    for part in verb.all(*AUXILIARIES):
        for subject in part.all(*SUBJECT):
            attach(subject, verb, _label(verb))


def _of_swallowed_participle(verb: Node) -> None:
    """ "The army led by Ruiz overthrew him", "rebels fighting in Mali have declared": the participle is no verb."""
    inside = next((child for child in verb.all("csubj") if child.tag == "VBG"), None)
    free = verb.dep in ("xcomp", "ccomp") or (verb.dep == "advcl" and verb.first("mark") is None)
    above = verb.head if free and _is_surely_finite(verb) else None
    participle = inside or (above if above is not None and _is_bare_participle(above) else None)
    subject = participle.first(*SUBJECT) if participle is not None else None
    if participle is None or subject is None or not subject.index < participle.index < verb.index:
        return
    if participle is above:
        moved = [child for child in participle.children if child.index < subject.index or child.index > verb.index]
        take_place(verb, participle)
        for child in moved:
            attach(child, verb, child.dep)
    attach(subject, verb, _label(verb))
    attach(participle, subject, "acl")


def _is_bare_participle(verb: Node) -> bool:
    if verb.pos == "ADJ":
        # "Police loyal to Ruiz forced him out."
        return verb.first(*AUXILIARIES) is None
    agent = verb.tag == "VBD" and (
        verb.first("obl:agent") is not None or any(child.has_word(("by",), "case") for child in verb.all("obl"))
    )
    return (agent or verb.tag == "VBN") and verb.first(*AUXILIARIES) is None


def _is_surely_finite(verb: Node) -> bool:
    """A past tense with an object behind it, or with what it governs: a participle would have neither."""
    if verb.tag != "VBD":
        return verb.tag in FINITE or verb.first("aux") is not None
    return verb.first("obl:agent") is None and verb.first("obj", "xcomp", "ccomp") is not None


def _bare_phrase(verb: Node) -> None:
    """ "Ruiz, so far, has refused": a noun without a preposition before its verb, under whatever label."""
    clause = verb.first("csubj")
    if verb.dep not in MAIN or (clause is not None and clause.pos not in (*NOMINAL, "ADJ")):
        return
    if clause is not None and clause.index < verb.index:
        # "British and Dutch envoys have failed".
        clause.dep = _label(verb)
        return
    found = [child for child in verb.all(*BARE) if child.index < verb.index and _is_bare(child)]
    if found:
        found[-1].dep = _label(verb)


def _is_bare(noun: Node) -> bool:
    if noun.pos not in NOMINAL or noun.tag in RELATIVE_TAGS or noun.lemma in words.verbs("time"):
        return False
    if noun.dep in ("obl:unmarked", "advmod") and noun.pos != "PROPN":
        return False
    cases = [case for case in noun.all("case", "mark") if case.tag != "POS"]
    return not cases or (noun.first("nummod") is not None and all(case.word == "up" for case in cases))


def _number_before(verb: Node, nodes: Sequence[Node]) -> bool:
    """ "Ten died and 35 were rescued": a number joined to the verb before is the subject of its own passive."""
    auxiliary = verb.first("aux:pass")
    place = auxiliary.index - nodes[0].index if auxiliary is not None else 0
    number = nodes[place - 1] if place > 0 else None
    if number is None or number.tag != "CD" or number.dep != "conj" or number.head is not verb.head:
        return False
    attach(number, verb, "nsubj:pass")
    return True


def _conjunct_before(verb: Node, nodes: Sequence[Node]) -> bool:
    """ "No word came from Ruiz but Oslo accused Chad": the noun behind "but" begins a clause of its own."""
    noun = nodes[verb.index - nodes[0].index - 1] if verb.index > nodes[0].index else None
    while (
        noun is not None and noun.dep in ("flat", "compound") and noun.head is not None and noun.head.index < verb.index
    ):
        noun = noun.head
    top = verb.head
    if (
        noun is None
        or noun.dep != "conj"
        or noun.pos not in NOMINAL
        or verb.dep != "acl"
        or not _is_surely_finite(verb)
    ):
        return False
    joined = next((child for child in noun.all("cc") if child.index == first_of(noun)), None)
    if joined is None or joined.word != "but" or noun in verb.ancestors() or top is None:
        return False
    above = next((each for each in top.ancestors() if each.pos == "VERB"), None)
    attach(verb, above or top, "conj")
    attach(noun, verb, _label(verb))
    attach(joined, verb, "cc")
    return True


def _speaker_behind(verb: Node) -> None:
    """ "..., said a spokesman": behind its content a verb of speech has its subject, not an object."""
    if verb.lemma not in words.speech_verbs() or verb.first(*AUXILIARIES) is not None:
        return
    behind = [child for child in verb.children if child.index > verb.index and child.dep in ("obj", "ccomp", "xcomp")]
    content = verb.dep == "parataxis" or any(child.index < verb.index for child in verb.all("ccomp"))
    if content and len(behind) == 1 and behind[0].pos in NOMINAL and behind[0].first("case", *SUBJECT) is None:
        behind[0].dep = "nsubj"


def _phrase_after_comma(verb: Node, nodes: Sequence[Node]) -> None:
    """ "Under pressure from Oslo, the court dropped": what follows the comma is no apposition to what precedes it."""
    first = nodes[0].index
    for comma in [node for node in reversed(nodes[: verb.index - first]) if node.word in (",", ":")]:
        noun = _phrase_from(comma.index + 1, nodes, verb)
        if noun is not None and _reaches(noun, verb, nodes):
            attach(noun, verb, _label(verb))
            return


def _phrase_from(start: int, nodes: Sequence[Node], verb: Node) -> Node | None:
    """The outermost noun whose phrase begins at the word, hung as an apposition or the like before the verb."""
    node: Node | None = nodes[start - nodes[0].index] if start < verb.index else None
    while node is not None and node.head is not None and start <= node.head.index < verb.index:
        node = node.head
    if node is None or node.pos not in NOMINAL or node.dep not in ("appos", "conj", "list", "nmod", "flat", "dep"):
        return None
    plain = node.first("case", "cc") is None and node.lemma not in words.verbs("time")
    return node if plain and node not in verb.ancestors() and first_of(node) == start else None


def _reaches(noun: Node, verb: Node, nodes: Sequence[Node]) -> bool:
    """Whether between the noun's phrase and the verb stand only adverbs, auxiliaries and days."""
    last, first = last_of(noun), nodes[0].index
    if last >= verb.index:
        return False
    between = nodes[last + 1 - first : verb.index - first]
    return all(node.tag in BETWEEN or node.head is verb or _is_of_day(node) for node in between)


def _is_of_day(node: Node) -> bool:
    day = node.head if node.dep == "case" and node.head is not None else node
    return day.lemma in words.verbs("time")
