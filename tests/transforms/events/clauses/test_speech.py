"""Speech: who says it, and who does what is said."""

import pytest

from tests.transforms.events.trees import edges

LABELS = ("appos", "flat", "conj")
UNDER_NAME = """
Ruiz Ruiz PROPN NNP 4 nsubj
, , PUNCT , 1 punct
Oslo Oslo PROPN NNP 1 {label}
said say VERB VBD 0 root
, , PUNCT , 4 punct
attacked attack VERB VBD 4 ccomp
Chad Chad PROPN NNP 6 nsubj
"""
ON_MONDAY = """
Rebels rebel NOUN NNS 4 vocative
, , PUNCT , 1 punct
police police NOUN NNS 4 nsubj
said say VERB VBD 0 root
on on ADP IN 6 case
Monday Monday PROPN NNP 4 obl
, , PUNCT , 4 punct
seized seize VERB VBN 4 ccomp
Oslo Oslo PROPN NNP 8 obj
"""
QUOTED = """
Rebels rebel NOUN NNS 9 nsubj
negotiated negotiate VERB VBD 1 acl
with with ADP IN 4 case
Chad Chad PROPN NNP 2 obl
, , PUNCT , 1 punct
” ” PUNCT '' 1 punct
an a DET DT 8 det
envoy envoy NOUN NN 9 nsubj
said say VERB VBD 0 root
"""


@pytest.mark.parametrize("label", LABELS)
def test_the_speaker_stands_between_commas(label: str) -> None:
    found = edges(UNDER_NAME.format(label=label))
    assert (found[0], found[2]) == (("ruiz", "nsubj", "attacked"), ("oslo", "nsubj", "said"))
    assert found[5:] == [("attacked", "ccomp", "said"), ("chad", "obj", "attacked")]


def test_a_day_may_follow_the_verb_of_speech() -> None:
    found = edges(ON_MONDAY)
    assert (found[0], found[2]) == (("rebels", "nsubj", "seized"), ("police", "nsubj", "said"))


def test_another_phrase_behind_it_opens_no_insertion() -> None:
    table = ON_MONDAY.replace("Monday Monday", "Chad Chad")
    assert edges(table)[0] == ("rebels", "vocative", "said")


def test_of_two_subjects_the_first_does_what_is_quoted() -> None:
    found = edges(QUOTED)
    assert found[:2] == [("rebels", "nsubj", "negotiated"), ("negotiated", "ccomp", "said")]
    assert found[7] == ("envoy", "nsubj", "said")
