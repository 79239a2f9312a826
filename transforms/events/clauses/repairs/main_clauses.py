"""Main clauses: what opens with a conjunction is none, and what stands beside it is."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach, take_place

OPENING = frozenset({"when", "after", "before", "while", "as", "since", "because", "although", "though", "if", "once"})

ACCUSE = "accuse"
DASHES = frozenset({"—", "–", "--", "-"})
GOALS = frozenset({"alongside", "into", "to", "toward", "towards", "across", "through", "onto", "from", "in", "over"})


def main_beside_conjunction(verb: Node) -> None:
    """ "When Chad attacked, Oslo left", "Oslo left after Chad attacked": the clause without conjunction rules."""
    mark = next((child for child in verb.all("mark", "advmod") if child.word in OPENING), None)
    if verb.head is not None or mark is None or mark.index > verb.index:
        return
    other = next((child for child in verb.all("ccomp", "parataxis") if _stands_alone(child)), None)
    subject = verb.first(*SUBJECT)
    if other is None or subject is None or not mark.index < subject.index < verb.index:
        return
    if not (other.index < mark.index or verb.index < other.index):
        return
    take_place(other, verb)
    attach(verb, other, "advcl")
    for child in verb.all("punct"):
        if child.index > max(verb.index, other.index):
            attach(child, other, "punct")


def having_beside_main(verb: Node) -> None:
    """ "Having met Chad, Oslo left": the clause with "having" depends on the other."""
    if not any(part.tag == "VBG" and part.lemma == "have" for part in verb.all("aux")):
        return
    if verb.dep == "ccomp" and verb.head is not None and verb.index < verb.head.index:
        verb.dep = "advcl"
    other = next((child for child in verb.all("conj", "advcl", "parataxis", "ccomp") if _stands_alone(child)), None)
    if verb.head is None and other is not None and other.index > verb.index:
        take_place(other, verb)
        attach(verb, other, "advcl")


def outcome_behind_report(verb: Node) -> None:
    """ "Troops opened fire, witnesses said, killing two": what came of a deed is never the witness's doing."""
    if verb.lemma not in words.speech_verbs():
        return
    reported = verb.first("ccomp")
    for outcome in verb.all("advcl", "ccomp"):
        bare = outcome.tag == "VBG" and outcome.first("mark") is None and outcome.lemma in words.verbs("outcome")
        if outcome.index < verb.index or not bare:
            continue
        if reported is not None and reported is not outcome and reported.index < outcome.index:
            attach(outcome, reported, "advcl")
        else:
            outcome.dep = "dep"


def outcome_behind_comma(verb: Node) -> None:
    """ "Troops stormed a post held by rebels, killing two": behind a comma what came of a deed is its verb's."""
    noun = verb.head
    if verb.dep != "acl" or verb.tag != "VBG" or verb.lemma not in words.verbs("outcome") or noun is None:
        return
    main = next((above for above in noun.ancestors() if above.pos == "VERB"), None)
    if main is None or not verb.has_word((",",), "punct") or main.index > noun.index or main.tag == "VBG":
        return
    if main.tag in FINITE and main.lemma not in words.speech_verbs() and main.first(*SUBJECT) is not None:
        attach(verb, main, "advcl")


def accused_behind_object(verb: Node) -> None:
    """ "Allies left the bloc accusing Ruiz": who left accuses, not what he left; a report may accuse for itself."""
    if verb.tag != "VBG" or verb.lemma != ACCUSE or verb.head is None or verb.dep not in ("acl", "xcomp"):
        return
    noun = verb.head if verb.dep == "acl" else verb.head.first("obj")
    main = noun.head if noun is not None and noun.dep == "obj" else None
    if noun is None or main is None or main.pos != "VERB" or noun.lemma in words.verbs("text"):
        return
    attach(verb, main, "advcl")


def bare_beside_infinitive(verb: Node) -> None:
    """ "Called on Chad to free captives, lift bans": a bare form without a subject goes on with the infinitive."""
    governor = verb.head
    if verb.dep != "conj" or verb.tag != "VB" or governor is None or governor.tag not in ("VBD", "VBN", "VBZ"):
        return
    if verb.first("aux", "mark", "expl", *SUBJECT) is not None or governor.first("aux") is not None:
        return
    below = [child for child in governor.all("xcomp", "advcl", "acl") if child.index < verb.index]
    infinitive = next((child for child in reversed(below) if child.has_word(("to",), "mark")), None)
    if infinitive is not None and infinitive.tag == "VB":
        attach(verb, infinitive, "conj")


def gerund_beside_gerund(verb: Node) -> None:
    """ "Accused troops of crossing the border and killing two": a bare gerund goes on with the gerund before it."""
    governor = verb.head
    if verb.dep != "conj" or verb.tag != "VBG" or governor is None or governor.tag not in (*FINITE, "VBN"):
        return
    if verb.first("aux", "mark", *SUBJECT) is not None or verb.first("cc") is None:
        return
    below = [child for child in governor.children if governor.index < child.index < verb.index and child.tag == "VBG"]
    if below and below[-1].has_word(("of", "for", "by", "from"), "mark", "case"):
        attach(verb, below[-1], "conj")


def verb_behind_dashes(verb: Node, nodes: Sequence[Node]) -> None:
    """ "A raid that killed two - one a child - and hurt ten": behind an insertion the clause before it goes on."""
    joint = verb.first("cc")
    first = nodes[0].index
    if verb.dep != "conj" or verb.tag not in FINITE or joint is None or verb.first(*SUBJECT) is not None:
        return
    if joint.index <= first or nodes[joint.index - 1 - first].word not in DASHES:
        return
    before = nodes[: joint.index - 1 - first]
    opening = next((node.index for node in reversed(before) if node.word in DASHES), None)
    told = [node for node in before if node.pos == "VERB" and node.tag == verb.tag and node.index < (opening or 0)]
    if told and told[-1] is not verb.head and told[-1] not in verb.children:
        attach(verb, told[-1], "conj")


def moving_alone(verb: Node) -> None:
    """ "Troops crossed into Chad": who moves somewhere is not moved by anybody."""
    mover = verb.head
    if verb.tag != "VBN" or verb.dep != "acl" or verb.lemma not in words.verbs("own_act") or mover is None:
        return
    told = mover.head is None and mover.pos in NOMINAL and mover.index < verb.index
    goal = any(child.dep == "obl" and child.has_word(GOALS, "case") for child in verb.children)
    if told and goal and not any(child.pos == "VERB" for child in mover.children if child is not verb):
        take_place(verb, mover)
        attach(mover, verb, "nsubj")
        verb.tag = "VBD"


def _stands_alone(verb: Node) -> bool:
    """A finite verb with a subject before it and nothing that would make it depend on another."""
    subject = verb.first(*SUBJECT)
    finite = verb.tag in FINITE or verb.first("aux", "aux:pass", "cop") is not None
    bare = verb.first("mark", "cc") is None
    return finite and bare and subject is not None and subject.index < verb.index and subject.tag not in ("WDT", "WP")


def dead_in_headline(dead: Node, nodes: Sequence[Node]) -> None:
    """ "Ten soldiers dead in Mali ambush": without a verb, who is dead has died."""
    if dead.word != "dead" or any(node.pos in ("VERB", "AUX") for node in nodes):
        return
    holder = dead.head if dead.head is not None else dead.first(*SUBJECT, "nummod")
    case = next((node for node in nodes if node.index == dead.index + 1 and node.dep == "case"), None)
    if holder is None or case is None or case.head is None or holder.index != dead.index - 1:
        return
    top = next((above for above in (dead, *dead.ancestors()) if above.head is None), dead)
    cause = top if top.index > dead.index else case.head
    take_place(dead, top)
    dead.lemma, dead.tag, dead.pos = "die", "VBD", "VERB"
    attach(holder, dead, "nsubj")
    attach(cause, dead, "obl")
    if case.head is not cause:
        attach(case.head, cause, "compound")
        attach(case, cause, "case")
