"""Speech: what is said around its speaker, "Chad, Oslo said, attacked Kenya"."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach

# So many words may stand between the verb of speech and its comma: "said on Monday".
TIME_WORDS = 3


def inserted_speech(speech: Node, nodes: Sequence[Node]) -> None:
    """The noun before the speaker is the subject of the verb behind him."""
    at = speech.index - nodes[0].index
    first = next((place for place in range(at - 1, -1, -1) if nodes[place].word == ","), 0)
    content = _content(nodes[at + 1 :])
    speaker, subject = _phrase(nodes[first + 1 : at]), _phrase(nodes[:first])
    if content is None or speaker is None or subject is None or not _may_belong(subject, content, speech):
        return
    parts = [speech, content, speaker, subject]
    top = next((above for above in reversed([*speech.ancestors()]) if above in parts), None)
    if top is not None:
        attach(speech, top.head, top.dep)
    attach(speaker, speech, "nsubj")
    attach(content, speech, "ccomp")
    for behind in content.all("nsubj"):
        if behind.index > content.index and content.first("obj") is None:
            behind.dep = "obj"
    attach(subject, content, "nsubj:pass" if content.first("aux:pass") is not None else "nsubj")


def quoted_before(speech: Node) -> None:
    """ "“Rebels left Oslo,” a diplomat said": of two subjects the first goes with the verb that hangs on it."""
    subjects = [child for child in speech.all("nsubj") if child.index < speech.index]
    if len(subjects) != 2 or speech.first("ccomp") is not None:
        return
    told, speaker = subjects
    verb = next((child for child in told.all("acl", "parataxis") if child.tag in ("VBD", "VBZ", "VBP")), None)
    if verb is None or verb.index > speaker.index or verb.first(*SUBJECT) is not None or told.first("case") is not None:
        return
    attach(verb, speech, "ccomp")
    attach(told, verb, "nsubj")


def _content(behind: Sequence[Node]) -> Node | None:
    """The finite verb right behind the comma that closes the insertion."""
    comma = next((place for place, node in enumerate(behind[: TIME_WORDS + 1]) if node.word == ","), None)
    if comma is None or not all(_tells_time(node) for node in behind[:comma]):
        return None
    for node in behind[comma + 1 :]:
        if node.pos == "VERB" and node.tag in (*FINITE, "VBN", "VBG", "VB"):
            finite = node.tag in FINITE or node.first("aux", "aux:pass") is not None
            return node if finite or (node.tag == "VBN" and node.first("obj") is not None) else None
        if node.dep not in ("aux", "aux:pass") and node.tag not in ("RB", "MD"):
            return None
    return None


def _tells_time(node: Node) -> bool:
    return node.tag in ("IN", "CD") or node.lemma in words.verbs("time")


def _phrase(nodes: Sequence[Node]) -> Node | None:
    """Head of the noun phrase that the words end with, if it has no preposition."""
    inside = {node.index for node in nodes}
    noun = nodes[-1] if nodes and nodes[-1].pos in (*NOMINAL, "PRON") else None
    while noun is not None and noun.head is not None and noun.head.index in inside and noun.head.pos in NOMINAL:
        noun = noun.head
    return noun if noun is not None and noun.first("case", "cop") is None else None


def _may_belong(subject: Node, content: Node, speech: Node) -> bool:
    """Whether the content has no other subject before it and the noun no other verb than these."""
    own = content.first(*SUBJECT)
    free = own is None or own is subject or own.index > content.index
    verb = subject.head
    return free and (verb is None or verb in (content, speech) or verb.pos != "VERB" or verb.index > speech.index)
