"""Constructions: facts are coded with their pair, and what is no fact never passes as one."""

from collections import Counter
from collections.abc import Iterator

import pytest

from schemas.records import EventMention
from tests.transforms.events.articles import article
from tests.transforms.events.suite.sentences import Sentence, more_sentences, sentences, sentences_by_hand
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.mentions import mentions
from transforms.events.parsing.language import load_language, parse_all

FACTS_CODED = 0.90
NON_FACTS_KEPT_OUT = 0.95


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[Sentence, list[EventMention]]]:
    every = [*sentences(), *more_sentences(), *sentences_by_hand()]
    codebook, actors = Codebook.load(), Actors.load()
    docs = parse_all(load_language(), (sentence.text for sentence in every))
    return [
        (sentence, list(mentions(doc, article(sentence.text), codebook, actors).event_mentions))
        for sentence, doc in zip(every, docs, strict=True)
    ]


def test_the_tables_make_enough_sentences() -> None:
    every = list(sentences())
    assert len({sentence.text for sentence in every}) == len(every)
    assert len({s.construction for s in every if s.status == "asserted"}) >= 20
    assert len({s.predicate for s in every}) == 15
    assert len({s.pair for s in every}) == 4
    more = [sentence.construction for sentence in more_sentences()]
    assert not set(more) & {sentence.construction for sentence in every}
    assert set(Counter(more).values()) == {15}


def test_facts_are_coded(outcomes: list[tuple[Sentence, list[EventMention]]]) -> None:
    facts = [(sentence, told) for sentence, told in outcomes if sentence.status == "asserted"]
    missed = [sentence for sentence, told in facts if not any(_tells(sentence, one) for one in told)]
    assert 1 - len(missed) / len(facts) >= FACTS_CODED, _most_missed(missed)


def test_what_is_no_fact_never_passes_as_one(outcomes: list[tuple[Sentence, list[EventMention]]]) -> None:
    others = [(sentence, told) for sentence, told in outcomes if sentence.status != "asserted"]
    passed = [sentence for sentence, told in others if any(_tells(sentence, one) for one in told)]
    assert 1 - len(passed) / len(others) >= NON_FACTS_KEPT_OUT, _most_missed(passed)


def _tells(sentence: Sentence, mention: EventMention) -> bool:
    """Whether the mention asserts the sentence's event with its pair."""
    if mention.event_type != sentence.event_type or mention.status != "asserted":
        return False
    actor, recipient = mention.actor, mention.recipient
    return (
        (actor.code if actor else None) == sentence.actor and bool(recipient) and recipient.code == sentence.recipient
    )


def _most_missed(missed: list[Sentence]) -> str:
    counted: Iterator[Counter[str]] = (
        Counter(getattr(s, key) for s in missed) for key in ("construction", "predicate", "pair")
    )
    return "\n".join(str(one.most_common(12)) for one in counted)
