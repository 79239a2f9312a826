"""Objects: one for each verb, the receiver beside it, and nothing that is part of another noun."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach, first_of, last_of, take_place

# Prepositions that open no clause: what follows them is a noun phrase.
PREPOSITIONS = ("in", "of", "to", "from", "into", "near", "at", "across", "towards", "inside", "outside")
# Words from "dusk" to the noun in "a dusk-to-dawn curfew".
LONGEST_CHAIN = 5
USE, HOME, SAY = "use", "home", "say"


def two_objects(verb: Node, nodes: Sequence[Node]) -> None:
    """ "Gave Chad aid", "carried government staff", "met Ana Ruiz": of two objects one is a receiver or a part."""
    objects = verb.all("obj")
    if len(objects) < 2:
        return
    first, second = objects[:2]
    adjacent = second.index == first.index + 1
    if adjacent and first.tag == "NNS" and second.tag == "NN" and verb.lemma not in words.verbs("ditransitive"):
        # "Signed a minerals deal".
        attach(first, second, "compound")
        return
    chained = nodes[first.index + 1 - nodes[0].index].tag == "HYPH" and first.tag == "NN"
    if chained and second.index - first.index <= LONGEST_CHAIN:
        # "Imposed a dusk-to-dawn curfew".
        attach(first, second, "compound")
    elif verb.lemma in words.verbs("branding") and second.pos == "NOUN" and not adjacent:
        # "Called the minister a liar".
        second.dep = "xcomp"
    elif first.has_word(("'s", "’s", "'", "’"), "case"):
        attach(first, second, "nmod:poss")
    elif adjacent and first.pos == second.pos == "PROPN":
        attach(second, first, "flat")
    elif verb.lemma in words.verbs("ditransitive") and first.pos in (*NOMINAL, "PRON"):
        first.dep = "iobj"
    elif (adjacent and first.pos == "NOUN" and first.tag == "NN") or first.tag == "$":
        attach(first, second, "compound" if adjacent else "nmod:unmarked")


def no_as_object(verb: Node) -> None:
    """ "Chad said no to talks": what is said is "no", and it is said."""
    for word in verb.all("advmod", "discourse") if verb.lemma == SAY else []:
        if word.word == "no" and word.index == verb.index + 1:
            word.dep, word.pos, word.tag = "obj", "NOUN", "NN"


def joined_to_verb(verb: Node) -> None:
    """ "Gave tents and blankets": a bare noun that the parse joins to the verb is joined to its object."""
    own = verb.first("obj")
    for noun in verb.all("conj") if own is not None else []:
        joint = noun.first("cc")
        bare = noun.pos == "NOUN" and noun.first(*SUBJECT, "cop", "case", "obj") is None
        if own is not None and bare and joint is not None and joint.index == last_of(own) + 1:
            attach(noun, own, "conj")


def receiver_before_gift(verb: Node) -> None:
    """ "Gave Chad two million dollars", "refused Chad entry": a name right before what is given is who gets it."""
    for given in verb.all("obj") if verb.lemma in words.verbs("ditransitive") else []:
        number, receiver = given.first("nummod"), given.first("compound")
        if receiver is None or receiver.pos != "PROPN" or receiver.index < verb.index or verb.first("iobj") is not None:
            continue
        bare = given.tag == "NN" and given.first("amod") is None
        first = receiver.index < number.index if number is not None else bare
        if first and given.first("det", "nmod:poss") is None:
            attach(receiver, verb, "iobj")


def goal_as_clause(verb: Node) -> None:
    """ "Took Chad to court": without an object and right behind "to", a place or a proceeding is no infinitive."""
    for goal in verb.all("xcomp", "advcl"):
        to = goal.first("mark", "case")
        alone = to is not None and to.word == "to" and to.index == goal.index - 1 and goal.first("obj", "ccomp") is None
        if to is not None and alone and goal.lemma in words.verbs("goal"):
            goal.tag, goal.pos, goal.dep, to.dep = "NN", "NOUN", "obl", "case"


def bare_oblique(verb: Node) -> None:
    """ "Arrested on Monday the captain": a phrase behind a verb without a preposition, if no time, is its object."""
    if verb.first("obj", "ccomp", "xcomp", "aux:pass") is not None:
        return
    for noun in verb.all("obl"):
        bare = noun.first("case") is None and noun.pos in NOMINAL and noun.index > verb.index
        if bare and noun.first("det") is not None and noun.word not in words.verbs("time"):
            noun.dep = "obj"
            return


def counted_object(verb: Node) -> None:
    """ "Freed over 150 prisoners", "kidnapped up to 16 advisers": what belongs to the number governs no noun."""
    if verb.first("obj", "ccomp", "xcomp") is not None:
        return
    for noun in verb.all("obl"):
        case, number = noun.first("case"), noun.first("nummod")
        if case is None or number is None or number.index != case.index + 1:
            continue
        up = verb.first("compound:prt") if case.word == "to" else None
        if up is not None and up.word == "up" and up.index == case.index - 1:
            attach(up, number, "advmod")
        elif case.index != verb.index + 1 or not _is_quantity(case, verb):
            continue
        attach(case, number, "advmod")
        noun.dep = "obj"
        return


def _is_quantity(case: Node, verb: Node) -> bool:
    """ "Over" says how many, unless it is said over what one argues."""
    return case.pos == "ADV" or (case.word == "over" and verb.lemma not in words.verbs("dispute"))


def case_of_number(noun: Node) -> None:
    """ "To 18 rebels": a preposition before a number belongs to what is counted."""
    for number in noun.all("nummod"):
        for case in number.all("case"):
            if case.tag == "IN" and case.index < number.index and noun.first("case") is None:
                attach(case, noun, "case")


def case_within_phrase(noun: Node, nodes: Sequence[Node]) -> None:
    """ "Sent tents to storm-hit Chad", "an ambush by NPA rebels": nothing inside a phrase has its preposition."""
    if noun.dep not in ("obj", "iobj", "obl", "conj") or noun.first("case", "cc") is not None:
        return
    parts = noun.all("amod", "compound")
    case = next((mark for part in parts for inner in (part, *part.children) if (mark := _leading(inner, noun))), None)
    if case is None:
        return
    before = nodes[max(0, case.index - 1 - nodes[0].index)]
    if noun.dep == "conj" and before.pos not in NOMINAL:
        return
    attach(case, noun, "case")
    if noun.dep in ("obl", "conj") and before.pos in NOMINAL:
        attach(noun, before, "nmod")
    else:
        noun.dep = "obl"


def _leading(inner: Node, noun: Node) -> Node | None:
    """The preposition with which the noun's phrase opens, where it hangs on a word inside."""
    mark = inner.first("case", "mark")
    return mark if mark is not None and mark.tag in ("IN", "TO") and mark.index == first_of(noun) else None


def noun_as_complement(verb: Node) -> None:
    """ "Launched a raid", "slams Oslo": behind a verb a noun with an article, or a name, is its object."""
    if verb.first("obj", "ccomp", "aux:pass") is not None:
        return
    for noun in verb.all("xcomp"):
        plain = noun.first("cop", "mark", "case", *SUBJECT) is None and noun.index > verb.index
        light = noun.pos == "NOUN" and noun.first("det") is not None and verb.lemma in words.verbs("light")
        if plain and (light or (noun.pos == "PROPN" and noun.index == verb.index + 1)):
            noun.dep = "obj"


def object_of_adjective(word: Node) -> None:
    """ "Let free two prisoners", "set loose a mob": an adjective has no object, the verb before it has."""
    if word.pos != "ADJ" or word.dep != "xcomp":
        return
    verb, object_ = word.head, word.first("obj")
    if verb is None or object_ is None or word.first("cop") is not None:
        return
    if verb.pos == "VERB" and verb.index == word.index - 1 and verb.first("obj") is None:
        attach(object_, verb, "obj")


def phrase_of_particle(verb: Node) -> None:
    """ "Fell back from the road", "handed it back to Chad": what stands behind a particle belongs to the verb."""
    for particle in verb.all("advmod"):
        if particle.word in words.verbs("particle"):
            for phrase in particle.all("obl", "nmod"):
                attach(phrase, verb, "obl")


def split_phrase(verb: Node) -> None:
    """ "Fled under drone fire": a noun right before another is the first part of its phrase."""
    for first in verb.all("obl"):
        second = next((child for child in verb.all("obj") if child.index == first.index + 1), None)
        if second is not None and first.tag == "NN" and first.first("case", "det") is not None:
            for child in list(first.children):
                attach(child, second, child.dep)
            attach(first, second, "compound")
            second.dep = "obl"


def receiver_behind_hyphen(verb: Node) -> None:
    """ "Sends tents to storm-hit Chad": "to" opens no clause before a name."""
    given = verb.first("iobj")
    for name in verb.all("obj"):
        mark = next((m for child in name.all("compound") for m in child.all("mark") if m.word == "to"), None)
        if mark is not None and given is not None and name.pos == "PROPN":
            attach(mark, name, "case")
            name.dep, given.dep = "obl", "obj"


def home_as_object(verb: Node) -> None:
    """ "Sent the envoy home": home is where somebody is sent, not who."""
    home = verb.first("obj")
    sent = home.first("compound") if home is not None and home.word == HOME else None
    if home is None or sent is None:
        return
    for child in home.all("det", "amod", "nummod", "nmod:poss"):
        attach(child, sent, child.dep)
    attach(sent, verb, "obj")
    attach(home, verb, "compound:prt")


def target_behind_means(gerund: Node) -> None:
    """ "Flew raids using drones against Chad": what something is used against is what the deed is done against."""
    above = gerund.head
    if gerund.lemma != USE or gerund.tag != "VBG" or gerund.first("obj") is None or above is None:
        return
    verb = above.head if above.pos in NOMINAL else above
    if verb is None or verb.pos != "VERB":
        return
    for target in _below(gerund):
        if target.dep in ("nmod", "obl") and target.has_word(("against",), "case"):
            attach(target, verb, "obl")


def _below(node: Node) -> list[Node]:
    return [node, *(lower for child in node.children for lower in _below(child))]


def day_as_object(verb: Node) -> None:
    """ "Was accused Wednesday of fraud": a bare day is when it is done, not what is done."""
    for day in verb.all("obj", "iobj"):
        if day.pos == "PROPN" and day.lemma in words.verbs("time") and day.first("det", "amod", "nmod") is None:
            day.dep = "obl:unmarked"


def participle_behind_hyphen(word: Node, nodes: Sequence[Node]) -> None:
    """ "Russian-occupied Oslo": joined to what stands before it, a participle qualifies the noun behind it."""
    at = word.index - nodes[0].index
    if word.tag not in ("VBN", "VBD") or nodes[at - 1].tag != "HYPH":
        return
    noun = word.first("obj")
    if noun is None or noun.index != word.index + 1 or word.head is None:
        return
    if word.first("aux", "aux:pass", *SUBJECT) is not None:
        return
    take_place(noun, word)
    for child in word.all("cc", "case", "det"):
        attach(child, noun, child.dep)
    attach(word, noun, "amod")


def participle_behind_preposition(word: Node) -> None:
    """ "In occupied Oslo": behind a preposition a past participle qualifies the noun that follows."""
    if word.tag != "VBN" or word.dep not in ("advcl", "acl"):
        return
    noun, mark = word.first("obj"), word.first("mark")
    if noun is None or mark is None or word.head is None:
        return
    if mark.word not in PREPOSITIONS or mark.index != word.index - 1 or word.first("aux", "aux:pass", *SUBJECT):
        return
    above = word.head
    attach(noun, above, "nmod" if above.pos in NOMINAL else "obl")
    attach(mark, noun, "case")
    attach(word, noun, "amod")
    for child in word.all("obl", "obl:unmarked", "punct"):
        attach(child, above, child.dep)


def quality_behind_object(verb: Node) -> None:
    """ "Found Chad guilty": what is said of the object is not the object, and the noun before it no part of it."""
    quality = verb.first("obj")
    for noun in verb.all("obj", "iobj"):
        for said in noun.all("amod", "acl", "appos"):
            if said.index > noun.index and said.word in words.verbs("quality"):
                attach(said, verb, "xcomp")
                noun.dep = "obj"
                return
    if quality is None or quality.word not in words.verbs("quality"):
        return
    before = [child for child in quality.all("compound", "nmod", "nmod:desc", "flat") if child.pos in NOMINAL]
    object_ = next((child for child in before if child.index == quality.index - 1), None)
    if object_ is None:
        return
    for child in list(quality.children):
        if child.index < object_.index:
            attach(child, object_, child.dep)
    attach(object_, verb, "obj")
    quality.dep, quality.pos = "xcomp", "ADJ"


def particle_before_object(verb: Node) -> None:
    """ "Rolled back tariffs", "set free ten men": such a word right behind the verb is no part of the noun."""
    object_ = verb.first("obj")
    first = object_.first("compound", "advmod", "amod") if object_ is not None else None
    if object_ is None or first is None or first.index != verb.index + 1:
        return
    counted = any(child.index > first.index for child in object_.all("nummod", "det", "nmod:poss"))
    if first.word in words.verbs("particle"):
        attach(first, verb, "compound:prt")
    elif first.word in words.verbs("quality") and counted:
        attach(first, verb, "xcomp")
