"""What a site repeats goes only from where it can be no text of the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import RemovedLine
from transforms.articles.lines.boilerplate import Cleaned
from transforms.articles.lines.lines import Line
from transforms.articles.memory.memory import KnownLine, line_hash
from transforms.articles.memory.removal import MAX_REMOVED_SHARE, REASON, without_known

STORY = [
    "The ferry to Nordholm will not sail before Friday, its owner said on Wednesday after a fire in the engine room.",
    "No passenger was hurt. Some forty cars stay on the car deck until a tug has brought the ship back to its berth.",
    "The owner, a cooperative of farmers and shopkeepers, bought the ship four years ago with a grant from the county.",
    "Until the ship sails again, people on the island depend on fishermen, who have carried mail and medicine since.",
]
PROMPT = "Get the tide tables on your phone"
SENTENCE = "Subscribers read the paper of tomorrow at nine in the evening."
BACKGROUND = (
    "The county has argued with the cooperative over the crossing since the bridge was closed, and both sides have "
    "gone to court twice; the last ruling gave the county the right to name the hours of the ferry but not its price, "
    "and an appeal is to be heard in the autumn of next year."
)


def known(share: float = 1.0, *, is_suspect: bool = False) -> KnownLine:
    return KnownLine(share, is_suspect)


def removed(lines: list[str], memory: dict[str, KnownLine], before: tuple[RemovedLine, ...] = ()) -> list[str]:
    cleaned = Cleaned(tuple(Line(n, text) for n, text in enumerate(lines, start=1)), before)
    after = without_known(cleaned, {line_hash(text): line for text, line in memory.items()})
    gone = [line for line in after.removed if line not in before]
    assert {line.reason for line in gone} <= {REASON}
    assert sorted([*(line.number for line in after.kept), *(line.line_number for line in gone)]) == [
        *range(1, len(lines) + 1)
    ]
    return [line.text for line in gone]


def test_a_scrap_that_most_stories_open_with_goes() -> None:
    assert removed(["Tide tables", *STORY], {"Tide tables": known()}) == ["Tide tables"]
    assert removed(["Tide tables", *STORY], {"Tide tables": known(0.4)}) == []


@pytest.mark.parametrize("opening", [SENTENCE, "Dear readers,", "Letters to the editor this week"])
def test_an_opening_that_most_stories_share_stays_where_it_may_be_text(opening: str) -> None:
    assert removed([opening, *STORY], {opening: known()}) == []
    assert removed([opening, *STORY], {opening: known(is_suspect=True)}) == [opening]


def test_what_most_stories_end_with_goes_line_by_line() -> None:
    memory = {PROMPT: known(0.6), SENTENCE: known(0.9)}
    assert removed([*STORY, SENTENCE, PROMPT], memory) == [SENTENCE, PROMPT]
    assert removed([*STORY, SENTENCE, "A tug came.", PROMPT], memory) == [PROMPT]


def test_a_sentence_at_the_end_needs_more_than_a_scrap() -> None:
    assert removed([*STORY, SENTENCE], {SENTENCE: known(0.7)}) == []


def test_a_long_paragraph_stays_however_often_it_was_printed() -> None:
    assert removed([*STORY * 4, BACKGROUND], {BACKGROUND: known(1.0)}) == []


def test_prose_inside_the_article_stays_whatever_is_known_of_it() -> None:
    lines = [STORY[0], SENTENCE, BACKGROUND, *STORY[1:]]
    assert removed(lines * 2, {text: known(is_suspect=True) for text in (SENTENCE, BACKGROUND)}) == []


def test_a_subhead_inside_stays_and_a_menu_word_that_other_rules_cut_goes() -> None:
    lines = [STORY[0], "Why it matters", STORY[1], "Sailing News Weather", STORY[2]]
    memory = {"Why it matters": known(), "Sailing News Weather": known(0.3, is_suspect=True)}
    assert removed(lines, memory) == ["Sailing News Weather"]


def test_credits_and_dates_stay_for_those_who_read_them() -> None:
    lines = ["Tide tables", "By Ada Berg", *STORY, PROMPT, "12 March 2026"]
    memory = {text: known(is_suspect=True) for text in ("Tide tables", "By Ada Berg", PROMPT, "12 March 2026")}
    assert removed(lines, memory) == ["Tide tables", PROMPT]


def test_an_index_page_keeps_its_lines() -> None:
    headlines = [f"{place} counts the cost of the storm" for place in ("Nordholm", "Vestvik", "Sandby", "Ekenes")]
    assert removed([STORY[0], *headlines], {text: known(is_suspect=True) for text in headlines}) == []


def test_a_live_blog_keeps_its_posts() -> None:
    posts = [f"{hour}:15 The wind has turned, and the ferry from Nordholm waits outside." for hour in range(8, 14)]
    assert removed([*posts, STORY[0]], {text: known(0.9) for text in posts}) == []
    assert removed([STORY[0], *posts], {text: known(0.9) for text in posts}) == []


def test_what_went_stands_in_its_place_among_the_removed_lines() -> None:
    before = (RemovedLine(4, "Share", "share bar"),)
    cleaned = Cleaned(tuple(Line(n, t) for n, t in ((1, STORY[0]), (2, STORY[1]), (3, PROMPT))), before)
    after = without_known(cleaned, {line_hash(PROMPT): known()})
    assert [line.line_number for line in after.removed] == [3, 4]


def test_without_a_memory_the_lines_stay_the_same_object() -> None:
    cleaned = Cleaned((Line(1, STORY[0]),), ())
    assert without_known(cleaned, {}) is cleaned


LINES = st.lists(st.sampled_from([*STORY, PROMPT, SENTENCE, BACKGROUND, "Menu", "Why it matters", "By Ada Berg"]))
MEMORIES = st.dictionaries(
    st.sampled_from([*STORY, PROMPT, SENTENCE, BACKGROUND, "Menu", "Why it matters"]),
    st.builds(KnownLine, st.floats(0, 1), st.booleans()),
)


@given(LINES, MEMORIES)
def test_an_article_never_loses_more_than_a_fifth_of_its_words(lines: list[str], memory: dict[str, KnownLine]) -> None:
    gone = sum(len(text.split()) for text in removed(lines, memory))
    assert gone <= MAX_REMOVED_SHARE * sum(len(text.split()) for text in lines)
