"""Habits: acts of any time, told in the present ("they often attack", "whenever they protest", "who trains pilots")."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.cues import Cues
from transforms.events.clauses.status.dates import has_time, phrases
from transforms.events.clauses.status.lists import SUBJECT, listed, scopes

TIMES = ("obl", "obl:unmarked", "nmod", "nmod:unmarked")


def is_habit(node: Node, cues: Cues) -> bool:
    """Whether an adverb, a time or a clause beside a verb in the present says that it happens again and again."""
    if not is_simple_present(node):
        return False
    if cues.anywhere("habit"):
        return True
    habits = listed("habit")
    if node.has_word(habits, "advmod", "obl", "obl:unmarked") or _is_of_each_time(node):
        return True
    clauses = node.all("advcl", "ccomp")
    if node.dep == "conj" and node.head is not None and node.first("cc") is None:
        # "Said that whenever they protest, police come": the main clause may be taken for a second one.
        clauses.append(node.head)
    if node.dep == "ccomp" and node.head is not None:
        clauses.extend(node.head.all("ccomp"))
    return any(_is_repeating(clause) for clause in clauses)


def is_description(node: Node) -> bool:
    """ "Officers who train recruits": a relative clause in the present says what somebody is like, not what he did.

    What he says or thinks is told so, too ("who accuses Chad"): verbs of speech and of stance are no habits.
    """
    if node.dep == "conj" and node.head is not None and node.first(*SUBJECT) is None and node.head.tag == node.tag:
        return is_description(node.head)
    if node.dep != "acl:relcl" or node.first("aux:pass", "cop") is not None or not is_simple_present(node):
        return False
    return node.lemma not in words.speech_verbs() | words.verbs("stance") and not has_time(node)


def is_general(node: Node) -> bool:
    """ "Editors are fired": a present passive of bare plurals, without time or place, says what is done in general."""
    subject = node.first("nsubj:pass")
    if subject is None or subject.tag != "NNS" or subject.children or node.dep not in ("ROOT", "parataxis"):
        return False
    placed = any(child.has_word(("in", "at"), "case") for child in node.all("obl"))
    return is_simple_present(node) and not placed and not has_time(node)


def is_fiction(node: Node) -> bool:
    """ "In the film, Chad invades": what a story tells in the present."""
    told = (child for child in node.all("obl") if child.lemma in listed("story"))
    return is_simple_present(node) and any(child.has_word(("in",), "case") for child in told)


def is_of_any_time(node: Node, cues: Cues) -> bool:
    """ "Whenever they protest", "until sanctions are lifted": such a clause in the present tells what may come."""
    times = scopes("time")
    marks = [child.word for child in node.all("mark", "advmod", "case") if child.word in times]
    word = marks[0] if marks and node.dep == "advcl" else cues.word_before(node, times)
    if word is None or (times[word] == "future" and not _is_ahead(node)):
        return False
    return is_simple_present(node)


def is_goal(node: Node) -> bool:
    """ "Until they pay", "before they paid": what may be waited for."""
    goals = [word for word, scope in scopes("time").items() if scope == "goal"]
    marks = [child for part in (node, *node.all(*SUBJECT)) for child in part.all("mark", "case")]
    return node.dep == "advcl" and any(mark.word in goals for mark in marks)


def is_simple_present(node: Node) -> bool:
    """ "Attacks", "is attacked": neither "is attacking" nor "has attacked" nor "has been attacked"."""
    finite = [node, *node.all("aux", "aux:pass", "cop")]
    perfect = node.tag == "VBN" and (
        node.first("aux:pass", "cop") is None or any(part.lemma == "have" for part in node.all("aux"))
    )
    progressive = node.tag == "VBG"
    # A bare verb behind its subject is a present that the tagger took for an infinitive.
    bare = node.tag == "VB" and node.first(*SUBJECT) is not None and node.first("aux", "mark") is None
    return not perfect and not progressive and (bare or any(part.tag in ("VBZ", "VBP") for part in finite))


def _is_repeating(clause: Node) -> bool:
    marks = [part for mark in clause.all("mark", "advmod") for part in (mark, *mark.children)]
    return any(part.word == "whenever" for part in marks)


def _is_of_each_time(node: Node) -> bool:
    """ "Every year", "each Friday"."""
    beside = [child for child in phrases(node) if child.dep in TIMES]
    times = [child for child in beside if child.lemma in words.verbs("time") or child.first("case") is None]
    return any(time.has_word(listed("habit"), "det", "amod") for time in times)


def _is_ahead(node: Node) -> bool:
    """Whether what governs the clause is to come, negated or not: "will leave", "would not return"."""
    return any(part.tag == "MD" for above in node.ancestors() for part in above.all("aux"))
