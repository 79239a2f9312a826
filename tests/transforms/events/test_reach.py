"""Nouns within reach of a token; trees written by hand."""

from tests.transforms.events.trees import parsed
from transforms.events.reach import beside, coordinated, is_full, nearer_antecedents, phrase_head, purposes

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
# Chad offered Kenya bread
WHOM = """
Chad Chad PROPN NNP 2 nsubj
offered offer VERB VBD 0 root
Kenya Kenya PROPN NNP 2 iobj
bread bread NOUN NN 2 obj
"""
# Farmers marched in protest at plans to press their demands from Peru
PROTEST = """
Farmers farmer NOUN NNS 2 nsubj
marched march VERB VBD 0 root
in in ADP IN 4 case
protest protest NOUN NN 2 obl
at at ADP IN 6 case
plans plan NOUN NNS 4 nmod
to to PART TO 8 mark
press press VERB VB 2 advcl
their their PRON PRP$ 10 nmod:poss
demands demand NOUN NNS 8 obj
from from ADP IN 12 case
Peru Peru PROPN NNP 10 nmod
"""
# Rebels and Chad fled
TWO = """
Rebels rebel NOUN NNS 4 nsubj
and and CCONJ CC 4 cc
Chad Chad PROPN NNP 4 nsubj
fled flee VERB VBD 0 root
"""
# Talks between Chad and Kenya
BETWEEN = """
Talks talk NOUN NNS 0 root
between between ADP IN 3 case
Chad Chad PROPN NNP 1 nmod
and and CCONJ CC 5 cc
Kenya Kenya PROPN NNP 1 conj
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


def test_whom_is_the_indirect_object() -> None:
    words = parsed(WHOM)
    assert [noun.text for noun in beside([words[1]], ("whom",))] == ["Kenya"]


def test_a_reason_leads_to_what_a_deed_is_about() -> None:
    words = parsed(PROTEST)
    assert [noun.text for noun in beside([words[1]], ("at",))] == ["plans"]


def test_an_aim_names_others_than_those_who_have_it() -> None:
    words = parsed(PROTEST)
    assert [noun.text for noun in purposes(words[1])] == ["Peru"], "their demands are their own"


def test_two_subjects_and_two_parties_are_coordinated_however_the_parse_has_them() -> None:
    two, between = parsed(TWO), parsed(BETWEEN)
    assert [noun.text for noun in coordinated(two[2])] == ["Rebels", "Chad"]
    assert [noun.text for noun in coordinated(between[2])] == ["Chad", "Kenya"]


# Talks between Chad and Kenya began
BETWEEN = """
Talks talk NOUN NNS 6 nsubj
between between ADP IN 3 case
Chad Chad PROPN NNP 1 nmod
and and CCONJ CC 6 cc
Kenya Kenya PROPN NNP 6 nsubj
began begin VERB VBD 0 root
"""


def test_the_second_of_two_parties_may_be_taken_for_the_subject() -> None:
    sentence = parsed(BETWEEN)
    assert [token.text for token in coordinated(sentence[2])] == ["Chad", "Kenya"]
