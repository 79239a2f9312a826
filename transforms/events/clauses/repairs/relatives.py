"""Relatives: pronouns of relative clauses that the parse takes for adverbials or articles."""

from __future__ import annotations

from transforms.events.clauses.node import FINITE, Node
from transforms.events.clauses.repairs.moves import NOMINAL, attach, take_place

PRONOUNS = ("who", "whom", "which", "that")
RELATIVE_TAGS = ("WDT", "WP")


def relative_beside_noun(verb: Node) -> None:
    """ "Ruiz, who met Chad": a clause with a relative pronoun behind a noun is no sentence of its own."""
    noun, subject = verb.head, verb.first("nsubj", "nsubj:pass")
    if verb.dep != "parataxis" or noun is None or noun.pos not in NOMINAL or subject is None:
        return
    if subject.tag in RELATIVE_TAGS and noun.index < subject.index < verb.index:
        verb.dep = "acl:relcl"


def relative_object(verb: Node) -> None:
    """ "Chad, who the rebels fought": a bare pronoun beside a subject is the object."""
    if verb.dep != "acl:relcl" or verb.first("nsubj") is None or verb.first("obj", "aux:pass") is not None:
        return
    for pronoun in verb.all("obl", "nmod", "obl:unmarked", "dep", "advmod"):
        if pronoun.tag in RELATIVE_TAGS and pronoun.word in PRONOUNS and pronoun.first("case") is None:
            pronoun.dep = "obj"
            return


def pronoun_before_subject(noun: Node) -> None:
    """ "Chad, which President Ruiz visited, left": the pronoun is no article, its clause no main clause."""
    pronoun = next((child for child in noun.all("det") if child.tag in RELATIVE_TAGS), None)
    verb = noun.head
    if pronoun is None or verb is None or noun.dep != "nsubj" or verb.pos != "VERB" or pronoun.word not in PRONOUNS:
        return
    antecedent = next((child for child in verb.all("nsubj") if child.index < pronoun.index), None)
    main = next((child for child in verb.all("conj") if child.tag in FINITE and child.first("cc") is None), None)
    if verb.dep != "acl:relcl":
        if antecedent is None or main is None:
            return
        take_place(main, verb)
        attach(antecedent, main, "nsubj")
        attach(verb, antecedent, "acl:relcl")
    attach(pronoun, verb, "obj")
