"""Verbs: freed from the noun phrases into which the parse puts them, with what belongs to them."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import NOMINAL, SUBJECT, attach, take_place


def content_clause(node: Node) -> None:
    """Only a content clause begins with "that" behind a verb; "urged Chile to withdraw" tells what was urged."""
    if node.dep != "advcl" or node.head is None:
        return
    if node.head.pos == "VERB" and node.has_word(("that",), "mark"):
        node.dep = "ccomp"
    elif node.tag == "VB" and node.has_word(("to",), "mark"):
        leave = node.head.first("obj")
        given = leave is not None and leave.lemma in words.verbs("leave to act") and leave.index < node.index
        if given or node.head.lemma in words.complement_takers():
            node.dep = "xcomp"


def had_done(participle: Node) -> None:
    """ "Prosecutors had ten men arrested": who has such a thing done does it; "had his car stolen" is bad luck."""
    have = participle.head
    if participle.tag != "VBN" or participle.dep != "xcomp" or have is None or have.lemma not in ("have", "get"):
        return
    victim = have.first("obj")
    if victim is None or victim.index > participle.index or participle.lemma not in words.verbs("have done"):
        return
    if participle.first("obj", "obl:agent", "aux", "aux:pass", "mark", *SUBJECT) is not None:
        return
    take_place(participle, have)
    participle.tag = have.tag
    for child in list(have.children):
        attach(child, participle, child.dep)
    attach(have, participle, "aux")


def gerund_before_victims(gerund: Node) -> None:
    """ "Tribute to bombing victims", "near the shooting range": the act is part of the noun, nobody does it."""
    if gerund.tag != "VBG":
        return
    noun = gerund.first("obj")
    if noun is None or noun.lemma not in words.verbs("of an event") or gerund.first(*SUBJECT, "aux") is not None:
        return
    if _lies_in_phrase(gerund, noun, "compound"):
        gerund.pos, gerund.tag = "NOUN", "NN"


def gerund_before_people(gerund: Node) -> None:
    """ "Interrupted by protesting nurses": between a preposition and bare people the gerund says what they are like."""
    people = gerund.first("obj")
    if gerund.tag != "VBG" or people is None or gerund.lemma not in words.verbs("before people"):
        return
    if people.tag == "NNS" and people.first("det") is None and _lies_in_phrase(gerund, people, "amod"):
        gerund.pos, gerund.tag = "ADJ", "JJ"


def gerund_of_goods(gerund: Node) -> None:
    """ "Sent firefighting planes": behind a verb that takes no clause the gerund says what is sent."""
    verb, goods = gerund.head, gerund.first("obj")
    if gerund.tag != "VBG" or gerund.dep != "xcomp" or verb is None or verb.lemma not in words.verbs("no_gerund"):
        return
    if goods is None or gerund.index != verb.index + 1 or goods.index != gerund.index + 1:
        return
    for child in gerund.all("obl"):
        attach(child, verb, "obl")
    attach(goods, verb, "obj")
    attach(gerund, goods, "amod")
    gerund.pos, gerund.tag = "ADJ", "JJ"


def _lies_in_phrase(gerund: Node, noun: Node, label: str) -> bool:
    """Hang the gerund on the noun right behind it, if a preposition stands right before; whether one does."""
    above = gerund.head
    marks = [mark for mark in gerund.all("mark", "case") if mark.index == gerund.index - 1]
    if above is None or not marks or noun.index != gerund.index + 1:
        return False
    attach(noun, above, "nmod" if above.pos in NOMINAL else "obl")
    attach(marks[0], noun, "case")
    attach(gerund, noun, label)
    return True


def verb_behind_name(verb: Node) -> None:
    """ "Killed a woman named Ana Ruiz and injured two": what comes behind a naming participle goes on with the verb."""
    naming = verb.head
    if verb.dep != "conj" or naming is None or naming.dep != "acl" or naming.lemma not in words.verbs("naming"):
        return
    main = next((above for above in naming.ancestors() if above.pos == "VERB"), None)
    if main is not None and main.tag in FINITE and verb.first("obj") is not None:
        attach(verb, main, "conj")
        verb.tag = main.tag


def second_verb_before_object(participle: Node) -> None:
    """ "Stopped the buses and held dozens of men": behind "and" a verb has its own object, it does not qualify it."""
    noun = participle.head
    if participle.dep != "amod" or participle.tag not in ("VBN", "VBD") or participle.first("cc") is None:
        return
    verb = noun.head if noun is not None else None
    if noun is None or verb is None or verb.pos != "VERB" or verb.tag != "VBD" or len(verb.all("obj")) < 2:
        return
    attach(participle, verb, "conj")
    attach(noun, participle, "obj")
    participle.pos, participle.tag = "VERB", verb.tag


def participle_before_title(word: Node) -> None:
    """ "Killed outgoing President Ruiz": what stands before a title does nothing to who bears it."""
    if word.word not in words.verbs("before a title"):
        return
    person, verb = word.first("obj"), word.head
    if person is None or verb is None or word.first("aux", "mark") is not None:
        return
    attach(person, verb, "obj")
    attach(word, person, "amod")
    word.pos = "ADJ"


def second_participle(participle: Node) -> None:
    """ "Oslo says people can be beaten, robbed or jailed": bare participles go together, never with a finite verb."""
    first = participle.head
    if participle.tag != "VBN" or participle.dep not in ("conj", "advcl") or first is None or first.pos != "VERB":
        return
    if participle.first("nsubj", "nsubj:pass", "aux", "aux:pass", "obj") is not None:
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


def noun_with_object(noun: Node) -> None:
    """ "President Ruiz meets Chad's envoy": what has an object is a verb, and the name before it its subject."""
    if noun.pos != "NOUN" or noun.head is not None:
        return
    object_, subject = noun.first("obj"), noun.first("nsubj")
    if object_ is None or object_.index < noun.index:
        return
    before = [child for child in noun.all("compound", "nmod:desc", "nmod:poss") if child.index < noun.index]
    if subject is None and noun.tag == "NNS":
        subject = next((child for child in before[-1:] if child.pos in NOMINAL), None)
    if subject is None:
        return
    noun.pos, noun.tag, subject.dep = "VERB", "VBZ" if noun.tag == "NNS" else "VBP", "nsubj"
    for child in noun.all("nmod"):
        child.dep = "obl"


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


def gerund_before_name(gerund: Node) -> None:
    """ "Admitted attacking Chad": a name is not qualified by a participle, it is its object."""
    name = gerund.head
    if gerund.dep != "amod" or name is None or name.pos != "PROPN" or name.head is None or name.index < gerund.index:
        return
    if any(child.index < gerund.index and child.dep != "case" for child in name.children):
        return
    above, marks = name.head, name.all("case")
    if name.dep not in ("obj", "nmod", "obl") or (name.dep == "obj" and above.index != gerund.index - 1):
        return
    dep = "xcomp" if name.dep == "obj" else "acl" if above.pos == "NOUN" else "advcl"
    attach(gerund, above, dep)
    attach(name, gerund, "obj")
    for mark in marks:
        attach(mark, gerund, "mark")


def quality_before_name(gerund: Node) -> None:
    """ "Blamed neighbouring Chad for it": Chad is blamed, nobody neighbours it."""
    name, above = gerund.first("obj"), gerund.head
    if gerund.lemma not in words.verbs("qualifying") or name is None or above is None or above.index > gerund.index:
        return
    attach(name, above, gerund.dep if gerund.dep in ("obl", "nmod") else "obj")
    for child in gerund.children[:]:
        attach(child, above, child.dep)
    attach(gerund, name, "amod")


def gerund_with_article(gerund: Node) -> None:
    """ "Blamed Oslo for the shooting": what has an article and no object is a noun."""
    article = gerund.first("det")
    if gerund.tag != "VBG" or article is None or article.index > gerund.index or gerund.head is None:
        return
    if gerund.dep not in ("acl", "advcl", "xcomp") or gerund.first("obj", "mark", "aux", *SUBJECT) is not None:
        return
    if gerund.first("case") is None:
        return
    gerund.pos, gerund.tag = "NOUN", "NN"
    gerund.dep = "nmod" if gerund.head.pos in NOMINAL else "obl"


def gerund_as_preposition(verb: Node) -> None:
    """ "Called for calm following an attack": "following" is no act of whoever called."""
    governor = verb.head
    is_one = verb.dep == "xcomp" and verb.tag == "VBG" and verb.lemma in words.verbs("preposition")
    if is_one and governor is not None and verb.index > governor.index + 1 and verb.first("obj") is not None:
        verb.dep = "advcl"


def gerund_with_object(gerund: Node) -> None:
    """ "Admitted bombing Chad": what has an object of its own is no object but a clause."""
    if gerund.tag == "VBG" and gerund.dep == "obj" and gerund.pos == "VERB" and gerund.first("obj") is not None:
        gerund.dep = "xcomp"
