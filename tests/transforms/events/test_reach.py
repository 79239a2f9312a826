"""Nouns within reach of a token; trees written by hand."""

from tests.transforms.events.trees import parsed
from transforms.events.reach import beside, is_full, nearer_antecedents, phrase_head

# Chad imposed a tax on imports of steel from Kenya in May
PHRASES = """
Chad Chad PROPN NNP 2 nsubj
imposed impose VERB VBD 0 root
a a DET DT 4 det
tax tax NOUN NN 2 obj
on on ADP IN 6 case
imports import NOUN NNS 4 nmod
of of ADP IN 8 case
steel steel NOUN NN 6 nmod
from from ADP IN 10 case
Kenya Kenya PROPN NNP 8 nmod
in in ADP IN 12 case
May May PROPN NNP 2 obl
"""
# Talks with the rebels, who refused a drone strike
RELATIVE = """
Talks talk NOUN NNS 0 root
with with ADP IN 4 case
the the DET DT 4 det
rebels rebel NOUN NNS 1 nmod
, , PUNCT , 7 punct
who who PRON WP 7 nsubj
refused refuse VERB VBD 1 acl:relcl
a a DET DT 10 det
drone drone NOUN NN 10 compound
strike strike NOUN NN 7 obj
"""


def test_phrases_are_found_by_preposition_then_by_nearness() -> None:
    words = parsed(PHRASES)
    assert [noun.text for noun in beside([words[1]], ("from", "on"))] == ["Kenya", "imports"]
    assert [noun.text for noun in beside([words[1]], ("in",))] == ["May"]
    assert beside([words[1]], ("from",)) == [], "a phrase is reached through phrases of the same kind only"


def test_a_relative_clause_may_be_about_a_nearer_noun() -> None:
    words = parsed(RELATIVE)
    assert [noun.text for noun in nearer_antecedents(words[0], words[6])] == ["rebels"]
    assert nearer_antecedents(words[3], words[6]) == []


def test_a_modifier_stands_for_its_phrase_and_is_never_full_itself() -> None:
    words = parsed(RELATIVE)
    assert phrase_head(words[8]) == words[9]
    assert is_full(words[9])
    assert not is_full(words[8])
    assert is_full(parsed(PHRASES)[5])
    assert not is_full(parsed(PHRASES)[7]), "bare steel is no particular thing"
