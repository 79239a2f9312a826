"""Quotes: the words between quotation marks and who said them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from schemas.records import Actor
from tests.transforms.events.articles import article
from tests.transforms.events.trees import parsed
from transforms.events.quotations import quoted
from transforms.events.quotes import listen

HAGEN = """
“ “ PUNCT `` 6 punct
Peace peace NOUN NN 6 nsubj
must must AUX MD 6 aux
not not PART RB 6 advmod
ever ever ADV RB 6 advmod
wait wait VERB VB 9 ccomp
” ” PUNCT '' 6 punct
Hagen Hagen PROPN NNP 9 nsubj
said say VERB VBD 0 root
. . PUNCT . 9 punct
"""
ACCORDING = """
Kenya Kenya PROPN NNP 2 nsubj
waits wait VERB VBZ 0 root
“ “ PUNCT `` 6 punct
without without ADP IN 6 case
much much ADJ JJ 6 amod
hope hope NOUN NN 2 obl
” ” PUNCT '' 6 punct
according accord VERB VBG 10 case
to to ADP IN 8 fixed
Hagen Hagen PROPN NNP 2 obl
"""
CONTINUED = """
“ “ PUNCT `` 2 punct
Yes yes INTJ UH 5 discourse
” ” PUNCT '' 2 punct
he he PRON PRP 5 nsubj
added add VERB VBD 0 root
“ “ PUNCT `` 9 punct
We we PRON PRP 9 nsubj
shall shall AUX MD 9 aux
see see VERB VB 5 parataxis
that that PRON DT 9 obj
tomorrow tomorrow NOUN NN 9 obl:unmarked
” ” PUNCT '' 9 punct
"""
UNSPOKEN = """
The the DET DT 5 det
“ “ PUNCT `` 3 punct
great great ADJ JJ 5 amod
” ” PUNCT '' 3 punct
thaw thaw NOUN NN 6 nsubj
ended end VERB VBD 0 root
"""


class Known:
    """A memory that knows one surname."""

    def resolve(self, head: Token, *, as_place: bool = False) -> Actor | None:
        if head.text != "Hagen" or as_place:
            return None
        return Actor("Hagen", head.idx, head.idx + 5, name="Kari Hagen", code="NORGOV")

    def owner(self, head: Token) -> Actor | None:
        return self.resolve(head)


def found(*tables: str) -> list[tuple[str | None, str | None, str]]:
    doc = Doc.from_docs([parsed(table).doc for table in tables])
    assert doc is not None
    told = listen(doc, Known(), article(doc.text)).quotes
    assert all(doc.text[quote.char_start : quote.char_end] == quote.text for quote in told)
    return [(quote.speaker, quote.verb, quote.text) for quote in told]


def test_the_speaker_is_the_speech_verbs_subject_by_full_name() -> None:
    assert found(HAGEN) == [("Kari Hagen", "say", "Peace must not ever wait")]


def test_according_to_names_a_speaker_without_a_verb() -> None:
    assert found(ACCORDING) == [("Kari Hagen", None, "without much hope")]


def test_he_is_the_one_who_spoke_before_and_a_second_quotation_is_his_too() -> None:
    assert found(HAGEN, CONTINUED)[1:] == [
        ("Kari Hagen", "add", "Yes"),
        ("Kari Hagen", "add", "We shall see that tomorrow"),
    ]


def test_he_without_anyone_before_stays_unnamed() -> None:
    assert found(CONTINUED) == [(None, None, "We shall see that tomorrow")]


def test_a_word_in_marks_is_no_quote() -> None:
    assert found(UNSPOKEN) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("“One ‘inner’ word,” he said.", ["One ‘inner’ word,"]),
        ("“One “inner” word,” he said.", ["One “inner” word,"]),
        ("‘The country’s hope,’ he said.", ["The country’s hope,"]),
        ("It’s the ’90s and the players’ strike.", []),
        ("“Runs on\n“and ends.”", ["Runs on", "and ends."]),
        ('An inch is 1" long.\n"Yes," he said.', ["Yes,"]),
        ("„So“, sagte er. «Ainsi»", ["So", "Ainsi"]),
        ("“ ” and “…”", []),
    ],
)
def test_marks_of_all_kinds(text: str, words: list[str]) -> None:
    assert [text[passage.start : passage.end] for passage in quoted(text)] == words


@given(st.text(alphabet="ab .,'\"“”‘’„«»\n", max_size=60))
def test_quotations_are_trimmed_ordered_and_within_one_line(text: str) -> None:
    passages = quoted(text)
    for passage in passages:
        words = text[passage.start : passage.end]
        assert words == words.strip() != ""
        assert "\n" not in words
    assert all(one.end < other.start for one, other in pairwise(passages))


def test_every_quoted_word_knows_whose_it_is() -> None:
    doc = parsed(HAGEN).doc
    voices = listen(doc, Known(), article(doc.text)).voices
    assert {doc[token].text for token in voices} == {"Peace", "must", "not", "ever", "wait"}
    assert {doc[head].text for head in voices.values()} == {"Hagen"}
