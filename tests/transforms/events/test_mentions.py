"""Event mentions: rows from trees written by hand, with the packaged codebook and actor tables."""

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from schemas.records import EventMention
from tests.transforms.events.articles import article
from tests.transforms.events.trees import parsed
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.mentions import mentions

Tell = Callable[..., tuple[EventMention, ...]]

ATTACK = """
Chad Chad PROPN NNP 2 nsubj
attacked attack VERB VBD 0 root
Kenya Kenya PROPN NNP 2 obj
in in ADP IN 5 case
1998 1998 NUM CD 2 obl
. . PUNCT . 2 punct
"""
TO_COME = """
France France PROPN NNP 3 nsubj
will will AUX MD 3 aux
meet meet VERB VB 0 root
Germany Germany PROPN NNP 3 obj
"""
MUTUAL = """
Peru Peru PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Chile Chile PROPN NNP 1 conj
met meet VERB VBD 0 root
in in ADP IN 6 case
Oslo Oslo PROPN NNP 4 obl
"""
SEVERAL = """
Chad Chad PROPN NNP 2 nsubj
praised praise VERB VBD 0 root
Kenya Kenya PROPN NNP 2 obj
and and CCONJ CC 5 cc
Peru Peru PROPN NNP 3 conj
"""
REPORTED = """
Japan Japan PROPN NNP 2 nsubj
said say VERB VBD 0 root
it it PRON PRP 4 nsubj
attacked attack VERB VBD 2 ccomp
Chad Chad PROPN NNP 4 obj
"""
LIGHT = """
Kenya Kenya PROPN NNP 2 nsubj
held hold VERB VBD 0 root
talks talk NOUN NNS 2 obj
with with ADP IN 5 case
Chad Chad PROPN NNP 3 nmod
"""
THINGS = """
The the DET DT 2 det
storm storm NOUN NN 3 nsubj
hit hit VERB VBD 0 root
the the DET DT 5 det
bridge bridge NOUN NN 3 obj
"""
ABOUT = """
Norway Norway PROPN NNP 2 nsubj
welcomed welcome VERB VBD 0 root
efforts effort NOUN NNS 2 obj
to to PART TO 5 mark
mend mend VERB VB 3 acl
relations relation NOUN NNS 5 obj
between between ADP IN 8 case
Peru Peru PROPN NNP 6 nmod
and and CCONJ CC 10 cc
Chile Chile PROPN NNP 8 conj
"""
ALL = (ATTACK, TO_COME, MUTUAL, SEVERAL, REPORTED, LIGHT, THINGS, ABOUT)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return Codebook.load()


@pytest.fixture(scope="module")
def actors() -> Actors:
    return Actors.load()


@pytest.fixture
def tell(codebook: Codebook, actors: Actors) -> Tell:
    def told(table: str, published: date | None = None) -> tuple[EventMention, ...]:
        doc = parsed(table).doc
        return mentions(doc, article(doc.text, published), codebook, actors).event_mentions

    return told


def rows(told: tuple[EventMention, ...]) -> list[tuple[str | None, str, str | None, str]]:
    return [
        (m.actor.text if m.actor else None, m.event_type, m.recipient.text if m.recipient else None, m.status)
        for m in told
    ]


def test_one_event_is_one_row_with_its_date(tell: Tell) -> None:
    told = tell(ATTACK, date(2020, 5, 1))
    assert rows(told) == [("Chad", "ASSAULT", "Kenya", "asserted")]
    (mention,) = told
    assert (mention.actor.code, mention.recipient.code) == ("TCD", "KEN")
    assert (mention.event_date, mention.event_date_end) == (date(1998, 1, 1), date(1998, 12, 31))
    assert (mention.event_date_precision, mention.event_date_text) == ("year", "1998")
    assert mention.is_historical is True


def test_an_undated_article_leaves_history_open(tell: Tell) -> None:
    (mention,) = tell(ATTACK)
    assert mention.event_date == date(1998, 1, 1)
    assert mention.is_historical is None


def test_the_identifier_follows_its_recipe(tell: Tell) -> None:
    (mention,) = tell(ATTACK)
    recipe = "\n".join(["a" + "0" * 20, "0", "5", "Chad", "Kenya", "ASSAULT"])
    assert mention.event_mention_id == "m" + hashlib.sha256(recipe.encode()).hexdigest()[:20]


def test_a_cooperative_act_to_come_is_an_agreement(tell: Tell) -> None:
    told = tell(TO_COME)
    assert rows(told) == [("France", "AGREE", "Germany", "future")]
    assert (told[0].cameo_code, told[0].event_mode) == ("036", None)


def test_a_mutual_act_is_one_row(tell: Tell) -> None:
    assert rows(tell(MUTUAL)) == [("Peru", "CONSULT", "Chile", "asserted")]


def test_each_coordinated_recipient_is_a_row(tell: Tell) -> None:
    assert [(a, r) for a, _, r, _ in rows(tell(SEVERAL))] == [("Chad", "Kenya"), ("Chad", "Peru")]


def test_the_speaker_stands_for_the_pronoun_and_is_kept_as_the_source(tell: Tell) -> None:
    told = tell(REPORTED)
    assert rows(told) == [("Japan", "ASSAULT", "Chad", "asserted")]
    assert told[0].attribution == "Japan"


def test_a_light_verb_and_its_noun_tell_one_event(tell: Tell) -> None:
    assert rows(tell(LIGHT)) == [("Kenya", "CONSULT", "Chad", "asserted")]


def test_things_do_nothing_to_things(tell: Tell) -> None:
    assert tell(THINGS) == ()


def test_support_for_an_effort_goes_to_those_whom_it_concerns(tell: Tell) -> None:
    assert [(a, t, r) for a, t, r, _ in rows(tell(ABOUT))] == [
        ("Norway", "SUPPORT", "Peru"),
        ("Norway", "SUPPORT", "Chile"),
    ]


@pytest.mark.parametrize("table", ALL)
def test_offsets_point_at_the_words(tell: Tell, table: str) -> None:
    text = parsed(table).doc.text
    for mention in tell(table):
        assert text[mention.sentence_start : mention.sentence_end] == mention.sentence
        assert text[mention.predicate_start : mention.predicate_end] == mention.predicate_text
        for actor in filter(None, (mention.actor, mention.recipient)):
            assert text[actor.start : actor.end] == actor.text
        assert 0 < mention.confidence <= 1


@pytest.mark.parametrize(
    ("actor", "verb", "recipient", "types"),
    [
        ("Teachers teacher NOUN NNS", "praised praise VERB VBD", "students student NOUN NNS", []),
        ("Ministers minister NOUN NNS", "praised praise VERB VBD", "students student NOUN NNS", ["SUPPORT"]),
        ("Teachers teacher NOUN NNS", "praised praise VERB VBD", "Peru Peru PROPN NNP", ["SUPPORT"]),
        ("Teachers teacher NOUN NNS", "attacked attack VERB VBD", "students student NOUN NNS", ["ASSAULT"]),
    ],
)
def test_between_private_people_only_deeds_of_force_count(
    tell: Tell, actor: str, verb: str, recipient: str, types: list[str]
) -> None:
    found = tell(f"{actor} 2 nsubj\n{verb} 0 root\n{recipient} 2 obj")
    assert [mention.event_type for mention in found] == types


def test_a_suicide_is_no_assault(tell: Tell) -> None:
    assert (
        tell("Ministers minister NOUN NNS 2 nsubj\nkilled kill VERB VBD 0 root\nthemselves they PRON PRP 2 obj") == ()
    )


UPON = """
Chad Chad PROPN NNP 2 nsubj
launched launch VERB VBD 0 root
attacks attack NOUN NNS 2 obj
on on ADP IN 5 case
Moscow Moscow PROPN NNP 3 nmod
"""


def test_a_capital_that_is_attacked_is_a_place_of_its_country(tell: Tell) -> None:
    (mention,) = tell(UPON)
    assert mention.recipient is not None
    assert (mention.recipient.code, mention.recipient.sectors) == ("RUS", ())
