"""Moves keep the tree a tree, whatever is hung on what."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.events.clauses.node import Node
from transforms.events.clauses.repairs.moves import attach, take_place
from transforms.events.clauses.tree import grow
from transforms.events.parsing.language import load_language

TEXT = "The envoy of Chad said that rebels seized two towns."
WORDS = 10
PLACES = st.integers(0, WORDS - 1)


def nodes() -> list[Node]:
    return grow(next(load_language()(TEXT).sents))


@given(st.lists(st.tuples(PLACES, PLACES, st.booleans()), max_size=12))
def test_every_word_keeps_one_way_up(moves: list[tuple[int, int, bool]]) -> None:
    words = nodes()
    for node, head, takes in moves:
        if node != head:
            (take_place(words[node], words[head]) if takes else attach(words[node], words[head], "dep"))
    for word in words:
        above = [word]
        while above[-1].head is not None:
            above.append(above[-1].head)
            assert len(above) <= len(words)
        assert word.head is None or word in word.head.children


def test_a_governor_from_below_takes_the_place() -> None:
    words = nodes()
    said, seized = (next(word for word in words if word.word == form) for form in ("said", "seized"))
    attach(said, seized, "dep")
    assert seized.head is None
    assert (said.head, said.dep) == (seized, "dep")
