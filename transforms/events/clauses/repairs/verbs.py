"""Verbs: freed from the noun phrases into which the parse puts them, with what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import (
    CONJUNCTIONS,
    INSIDE_NOUN_PHRASE,
    NOMINAL,
    SUBJECT,
    attach,
    noun_before,
    noun_behind,
    take_place,
)

STAY_WITH_NOUN = ("det", "nummod", "amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "case", "flat", "appos")

# Prepositions that open no clause with a subject.
BEFORE_NOUNS = ("against", "with", "on", "of", "to", "in", "from", "by", "at", "about", "towards", "between")


def content_clause(node: Node) -> None:
    """Only a content clause begins with "that" behind a verb; "urged Chile to withdraw" tells what was urged."""
    if node.head is None:
        return
    if node.head.pos == "VERB" and node.has_word(("that",), "mark"):
        node.dep = "ccomp"
    elif node.tag == "VB" and node.has_word(("to",), "mark") and node.head.lemma in words.complement_takers():
        node.dep = "xcomp"


def gerund_with_object(gerund: Node) -> None:
    """ "Admitted bombing Chad": what has an object of its own is no object but a clause."""
    if gerund.tag == "VBG" and gerund.dep == "obj" and gerund.pos == "VERB" and gerund.first("obj") is not None:
        gerund.dep = "xcomp"


def adjective_with_object(word: Node) -> None:
    """ "Rebels denounced Chad": what has a subject and an object is a verb."""
    if word.pos != "ADJ" or not word.word.endswith("ed") or word.first("cop", "aux") is not None:
        return
    if _stands_between(word):
        word.pos, word.tag = "VERB", "VBD"


def verb_tagged_as_noun(verb: Node) -> None:
    """ "Police harass(es) migrants": what the parse takes for a verb is a present, whatever its tag."""
    if verb.pos == "VERB" and verb.tag in ("NN", "NNS", "NNPS") and _stands_between(verb):
        verb.tag = "VBP" if verb.tag == "NN" else "VBZ"
    if verb.pos == "NOUN" and verb.tag in (*FINITE, "VB") and _stands_between(verb):
        verb.pos = "VERB"


def verb_behind_day(noun: Node) -> None:
    """ "The council on Tuesday reduced supplies": a day stands beside a verb, not within a phrase with a participle."""
    verb = next((child for child in noun.all("amod") if child.tag in ("VBN", "VBD")), None)
    case, subject = noun.first("case"), noun.head
    if verb is None or case is None or subject is None or subject.pos not in NOMINAL:
        return
    day = next((child for child in noun.children if child.index == verb.index - 1), None)
    if day is None or day.word not in words.verbs("time") or case.index != day.index - 1:
        return
    verb.tag = "VBD"
    attach(day, verb, "obl")
    attach(case, day, "case")
    take_place(verb, subject)
    attach(subject, verb, "nsubj")
    attach(noun, verb, "obj")


def verb_under_day(day: Node) -> None:
    """ "Ruiz on Tuesday called on Chad": a participle qualifies no day, it is the verb of the noun before it."""
    verb = next((child for child in day.all("acl", "amod") if child.tag in ("VBN", "VBD")), None)
    if verb is None or day.word not in words.verbs("time") or verb.index != day.index + 1:
        return
    noun = next((above for above in day.ancestors() if above.pos in (*NOMINAL, "PRON")), None)
    if noun is None or noun.index > day.index or noun.first("case", "cop", *SUBJECT) is not None:
        return
    if noun.dep not in ("ROOT", "ccomp", "parataxis", "nsubj", "conj"):
        return
    verb.tag = "VBD"
    take_place(verb, noun)
    attach(noun, verb, "nsubj")
    attach(day, verb, "obl")


def gerund_before_victims(gerund: Node) -> None:
    """ "Tribute to bombing victims", "near the shooting range": the act is part of the noun, nobody does it."""
    noun, above = gerund.first("obj"), gerund.head
    if gerund.tag != "VBG" or noun is None or above is None or noun.lemma not in words.verbs("of an event"):
        return
    marks = [mark for mark in gerund.all("mark", "case") if mark.index == gerund.index - 1]
    if not marks or noun.index != gerund.index + 1 or gerund.first(*SUBJECT, "aux") is not None:
        return
    attach(noun, above, "nmod" if above.pos in NOMINAL else "obl")
    attach(marks[0], noun, "case")
    attach(gerund, noun, "compound")
    gerund.pos, gerund.tag = "NOUN", "NN"


def event_behind_noun(event: Node) -> None:
    """ "Rejected the court ruling": behind a noun with an article such a word is a noun, and what the verb acts on."""
    verb = event.head
    part = verb.first("obj") if verb is not None else None
    if event.dep != "xcomp" or event.word not in words.verbs("event in -ing") or verb is None or part is None:
        return
    if part.index != event.index - 1 or part.first("det", "compound") is None or event.first("obj") is not None:
        return
    for child in part.children[:]:
        attach(child, event, child.dep)
    attach(part, event, "compound")
    event.dep, event.pos, event.tag, event.lemma = "obj", "NOUN", "NN", event.word


def infinitive_behind_let(verb: Node) -> None:
    """ "Lets the army attack Chad": what is let happen is no fact."""
    above = verb.head
    if verb.dep == "obj" and verb.pos == "VERB" and above is not None and above.lemma in words.verbs("bare infinitive"):
        verb.dep, verb.tag = "ccomp", "VB"


def verb_behind_phrase(verb: Node) -> None:
    """ "Sanctions against Chad drew protests": what follows a preposition is not the subject, the noun before it is."""
    subject, top = verb.first("nsubj"), next((above for above in verb.ancestors() if above.head is None), None)
    if subject is None or top is None or verb.tag not in FINITE or verb.dep not in ("nmod", "advcl", "obl"):
        return
    marks = [mark for mark in verb.all("case", "mark") if mark.word in BEFORE_NOUNS and mark.index < subject.index]
    if not marks or top.pos != "NOUN" or top.index > marks[0].index or top.first("cop", "case", *SUBJECT) is not None:
        return
    above = verb.head
    attach(subject, above, "nmod" if above is not None and above.pos in NOMINAL else "obl")
    attach(marks[0], subject, "case")
    take_place(verb, top)
    attach(top, verb, "nsubj")


def gerund_of_text(gerund: Node) -> None:
    """ "Sent a letter to Ruiz demanding answers": it is the letter that demands."""
    verb = gerund.head
    text = verb.first("obj") if verb is not None and gerund.dep == "advcl" else None
    own = gerund.first("nsubj")
    if gerund.tag != "VBG" or verb is None or text is None or text.lemma not in words.verbs("text"):
        return
    if own is not None:
        marks = [mark for mark in gerund.all("mark") if mark.index < own.index]
        if not marks or marks[0].word not in ("to", "with"):
            return
        attach(own, verb, "obl")
        for mark in marks:
            attach(mark, own, "case")
    attach(gerund, text, "acl")


def compound_with_subject(word: Node) -> None:
    """ "Forces have been launching airstrikes", "that Oslo ease curbs": no part of a compound has a subject."""
    noun = word.head
    if word.dep not in ("compound", "amod") or noun is None or noun.pos not in NOMINAL or noun.index < word.index:
        return
    if word.first("nsubj") is None or word.first("cop") is not None:
        return
    take_place(word, noun)
    attach(noun, word, "obj")
    word.pos = "VERB"
    word.tag = "VBP" if word.tag == "NN" else word.tag


def participle_before_title(word: Node) -> None:
    """ "Killed outgoing President Ruiz": what stands before a title does nothing to who bears it."""
    person, verb = word.first("obj"), word.head
    if word.word not in words.verbs("before a title") or person is None or verb is None or word.first("aux", "mark"):
        return
    attach(person, verb, "obj")
    attach(word, person, "amod")
    word.pos = "ADJ"


def _stands_between(word: Node) -> bool:
    subject, object_ = word.first("nsubj"), word.first("obj")
    return subject is not None and object_ is not None and subject.index < word.index < object_.index


def second_participle(participle: Node) -> None:
    """ "Oslo says people can be beaten, robbed or jailed": bare participles go together, never with a finite verb."""
    first = participle.head
    bare = participle.first("nsubj", "nsubj:pass", "aux", "aux:pass", "obj") is None
    if participle.tag != "VBN" or not bare or first is None or first.pos != "VERB":
        return
    if participle.dep == "advcl":
        listed = first.first("conj") is not None or participle.first("conj") is not None
        if listed and _is_full_passive(first) and first.index < participle.index:
            participle.dep = "conj"
        return
    nearer = [child for child in first.all("ccomp", "xcomp", "advcl", "parataxis") if child.index < participle.index]
    passive = [child for child in nearer if _is_full_passive(child)]
    if passive and first.tag in FINITE:
        attach(participle, passive[-1], "conj")


def _is_full_passive(verb: Node) -> bool:
    return verb.tag == "VBN" and verb.first("aux:pass") is not None


def gerund_of_charge(gerund: Node) -> None:
    """ "Met before convicting Ruiz of theft": behind "of" stands what the nearer verb charges somebody with."""
    above = gerund.head
    if gerund.dep != "advcl" or above is None or not gerund.has_word(("of",), "mark", "case"):
        return
    nearer = [child for child in above.all("advcl", "xcomp", "ccomp", "conj") if child.index < gerund.index]
    charging = [verb for verb in nearer if verb.lemma in words.verbs("charge")]
    if charging and above.lemma not in words.verbs("charge"):
        attach(gerund, charging[-1], "advcl")


def noun_with_object(noun: Node) -> None:
    """ "President Ruiz meets Chad's envoy": what has an object is a verb, and the name before it its subject."""
    object_, subject = noun.first("obj"), noun.first("nsubj")
    if noun.pos != "NOUN" or noun.head is not None or object_ is None or object_.index < noun.index:
        return
    before = [child for child in noun.all("compound", "nmod:desc", "nmod:poss") if child.index < noun.index]
    if subject is None and noun.tag == "NNS":
        subject = next((child for child in before[-1:] if child.pos in NOMINAL), None)
    if subject is None:
        return
    noun.pos, noun.tag, subject.dep = "VERB", "VBZ" if noun.tag == "NNS" else "VBP", "nsubj"
    for child in noun.all("nmod"):
        child.dep = "obl"


def main_verb(nodes: Sequence[Node]) -> None:
    """A sentence without a finite verb has one that looks like another word: "they refuse to go"."""
    top = next((node for node in nodes if node.head is None and node.dep == "ROOT"), None)
    if top is None or top.pos not in NOMINAL or any(node.tag in (*FINITE, "MD") for node in nodes):
        return
    for node in (top, *top.children):
        if _is_past_of(node, top):
            node.tag = "VBD"
            take_place(node, top)
            attach(top, node, "nsubj")
            return
        if _is_plain_form(node):
            _make_finite(node, top)
            return
        if _is_light_before(node, top):
            _make_light(node, top)
            return


def _is_past_of(node: Node, top: Node) -> bool:
    """A participle behind the only noun, with an object of its own."""
    if node.dep != "acl" or node.tag not in ("VBN", "VBD") or node.index < top.index:
        return False
    return node.first("obj", "xcomp") is not None and node.first("obl:agent") is None and top.first("case") is None


def _is_plain_form(noun: Node) -> bool:
    """ "Refuse", "plan", "hope" with an infinitive and nothing that makes a noun of them."""
    infinitive = any(child.has_word(("to",), "mark") for child in noun.all("acl", "xcomp"))
    bare = noun.first("det", "amod", "nmod:poss", "case", "nummod") is None
    return noun.tag == "NN" and infinitive and bare and noun.lemma in words.complement_takers()


def _is_light_before(verb: Node, noun: Node) -> bool:
    """ "Chad, Kenya hold talks": a headline's light verb between names and the noun that it needs."""
    if verb.tag != "NN" or verb.dep != "compound" or verb.lemma not in words.verbs("light"):
        return False
    before = [child for child in noun.children if child.index < verb.index]
    return verb.index == noun.index - 1 and len(before) == 1 and before[0].pos in NOMINAL


def _make_light(verb: Node, noun: Node) -> None:
    subject = noun.children[0]
    verb.pos, verb.tag = "VERB", "VBP"
    take_place(verb, noun)
    attach(subject, verb, "nsubj")
    attach(noun, verb, "obj")


def _make_finite(verb: Node, top: Node) -> None:
    before = [child for child in verb.all("compound", "nmod:desc", "nmod") if child.index < verb.index]
    subject = top if verb is not top else next(iter(before[-1:]), None)
    if subject is None or subject.index > verb.index:
        return
    verb.pos, verb.tag = "VERB", "VBP"
    if verb is not top:
        take_place(verb, top)
        attach(top, verb, "nsubj")
    subject.dep = "nsubj"
    for child in verb.all("acl"):
        child.dep = "xcomp"


def participle_behind_have(have: Node, nodes: Sequence[Node]) -> None:
    """ "Had bombed villages": a participle right behind "have" is the verb, not a quality of the object."""
    verb = next((node for node in nodes if node.index > have.index and node.tag != "RB"), None)
    if verb is None or verb.tag != "VBN" or verb.dep != "amod" or verb.head is None or verb.head.head is not have:
        return
    object_ = verb.head
    take_place(verb, have)
    if verb.dep == "aux":
        # "Having attacked Chad, they left".
        verb.dep = "advcl"
    for child in list(have.children):
        attach(child, verb, child.dep)
    attach(object_, verb, "obj")
    attach(have, verb, "aux")


def is_inside_noun_phrase(verb: Node) -> bool:
    """Whether the parse makes part of a noun phrase of a finite verb, or of a participle behind the noun's subject."""
    if verb.dep not in INSIDE_NOUN_PHRASE or verb.head is None:
        return False
    if _is_second_verb(verb):
        return True
    if verb.tag in ("VBN", "VBD") and verb.dep == "amod" and verb.head.dep in ("ROOT", "ccomp", "parataxis", "conj"):
        return verb.head.first("cop") is None and (verb.tag == "VBD" or verb.head.first(*SUBJECT) is not None)
    if verb.tag == "VBN" and verb.dep == "amod" and verb.head.dep == "nmod" and verb.head.pos == "PROPN":
        return _follows_bare_name(verb)
    return verb.tag in FINITE and verb.dep != "conj" and verb.head.pos in NOMINAL


def _follows_bare_name(verb: Node) -> bool:
    """ "Oslo yesterday endorsed Chad": without a preposition the second name is no part of the first, before a time."""
    name = verb.head
    above = name.head if name is not None else None
    if name is None or above is None or above.head is not None or above.pos != "PROPN":
        return False
    bare = name.first("case") is None and above.first("case", "cop", "cc") is None
    return bare and any(child.lemma in words.verbs("time") for child in above.children)


def free_verb(verb: Node, nodes: Sequence[Node]) -> None:
    """ "NATO voiced support": the noun before such a verb is its subject, the one behind it its object."""
    subject, object_ = noun_before(verb, nodes), noun_behind(verb)
    if subject is None and object_ is not None and nodes[verb.index - 1 - nodes[0].index].word == ",":
        before = [child for child in object_.all("compound", "nmod") if child.index < verb.index - 1]
        subject = next((child for child in before if child.first("appos", "case") is not None), None)
    second = _is_second_verb(verb) or (verb.tag in FINITE and object_ is not None and object_.dep == "conj")
    if subject is None and object_ is not None and second:
        _free_second_verb(verb, object_)
        return
    if subject is None or object_ is None or subject is object_:
        return
    top = object_ if object_ in subject.ancestors() else subject
    moved = [c for c in object_.children if c.index < verb.index or c.dep not in STAY_WITH_NOUN]
    moved += [c for c in subject.children if c.index > verb.index]
    take_place(verb, top)
    attach(subject, verb, "nsubj")
    attach(object_, verb, "obj")
    for child in moved:
        if child not in (verb, subject, object_):
            attach(child, verb, "mark" if child.dep == "case" else child.dep)
    if verb.dep in ("obl", "nmod") and verb.has_word(CONJUNCTIONS, "mark"):
        verb.dep = "advcl"


def _is_second_verb(verb: Node) -> bool:
    """ "Left the hall and accused Chad": beside a plain noun the participle between "and" and a name is a verb."""
    name = verb.head
    if verb.tag != "VBN" or verb.dep != "amod" or name is None or name.first("det", "nmod:poss", "case") is not None:
        return False
    if name.dep == "obj" and verb.has_word(("and",), "cc"):
        return True
    joined = name.has_word(("and",), "cc") and name.head is not None and name.head.pos == "NOUN"
    return name.pos == "PROPN" and name.dep == "conj" and joined


def _free_second_verb(verb: Node, object_: Node) -> None:
    """ "Left the talks and denounced Chad": the name is no second object but that of a second verb."""
    first = next((above for above in object_.ancestors() if above.tag in FINITE and above.pos == "VERB"), None)
    joined = [child for noun in (object_, verb) for child in noun.all("cc") if child.index == verb.index - 1]
    if first is None or not joined or first.index > verb.index:
        return
    verb.tag = first.tag
    attach(verb, first, "conj")
    attach(object_, verb, "obj")
    attach(joined[0], verb, "cc")
