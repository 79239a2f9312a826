"""The marked event sentences are well formed, varied and enough; their marks become spans."""

from pathlib import Path

import pytest

from training.events.check import faults
from training.events.examples import NEWS, READ, _rows
from training.events.marked import Marked, read_all, read_file, unmark
from training.news_sentences import numbered_news


def accuse(text: str, predicate: str, number: int, part: str = "train") -> Marked:
    start = text.index(predicate)
    return Marked(part, "ACCUSE", f"{part}:{number}", text, {"predicate": (start, start + len(predicate))})


def test_what_is_committed_is_sound() -> None:
    assert faults(read_all()) == []


def test_the_news_clauses_that_tell_an_event_stand_in_the_news_sentences() -> None:
    texts = {line.text for path in NEWS.glob("*.txt") for _, line in numbered_news(path)}
    rows = _rows(READ)
    assert rows
    assert [row for row in rows if row["sentence"] not in texts or row["predicate"] not in row["sentence"]] == []


def test_marks_become_spans(tmp_path: Path) -> None:
    path = tmp_path / "train-accuse.txt"
    path.write_text("# comment\n\n[Peru] *upbraided* <Chile's navy> on Monday.\n", encoding="utf-8")
    (marked,) = read_file(path)
    assert (marked.part, marked.event_type, marked.place) == ("train", "ACCUSE", "train-accuse.txt:3")
    assert marked.text == "Peru upbraided Chile's navy on Monday."
    assert [marked.words(role) for role in ("actor", "predicate", "recipient")] == ["Peru", "upbraided", "Chile's navy"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[Peru *upbraided* <Chile>.", "'\\*' at 6 is out of place"),
        ("[Peru] *took* <Chile> *to task*.", "'\\*' at 22 is out of place"),
        ("[] *upbraided* <Chile>.", "'\\]' at 1 is out of place"),
        ("[Peru] *upbraided* <Chile.", "recipient is not closed"),
    ],
)
def test_a_broken_mark_is_told_with_its_place(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=rf"here:1: .*{complaint}"):
        unmark(line, "here:1")


@pytest.mark.parametrize(
    ("name", "line", "complaint"),
    [
        ("train-accuse.txt", "[Peru] upbraided Chile.", "marks actor, not actor, predicate, recipient"),
        ("train-none.txt", "[Peru] borders Chile.", "marks actor, not nothing"),
        ("train-scold.txt", "Peru scolded Chile.", "the name must be"),
        ("dev-none.txt", "Peru borders Chile.", "the name must be"),
    ],
)
def test_a_sentence_bears_the_marks_of_its_file(tmp_path: Path, name: str, line: str, complaint: str) -> None:
    path = tmp_path / name
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        list(read_file(path))


def test_near_duplicates_worn_predicates_and_missing_types_are_found() -> None:
    same = [
        accuse("Ghana upbraided Togo over the smugglers at the lagoon.", "upbraided", 1),
        accuse("Ghana upbraided Togo over the smugglers at the border.", "upbraided", 2, part="test"),
    ]
    worn = [
        accuse(text, "pilloried", number)
        for number, text in enumerate(
            (
                "Mali pilloried France.",
                "Fiji's chiefs pilloried an old minister of theirs.",
                "Across Peru they pilloried the congress for its lies.",
                "In Baku the deputies pilloried Yerevan over prisoners held since autumn.",
            )
        )
    ]
    found = faults([*same, *worn])
    assert "train:1 and test:2 say nearly the same" in found
    assert "train: 4 sentences of ACCUSE are marked at 'pilloried'" in found
    assert "train has 5 sentences of ACCUSE, 40 are needed" in found
    assert "test has 0 sentences of none, 50 are needed" in found
    assert sum("nearly the same" in fault for fault in found) == 1
