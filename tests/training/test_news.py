"""The own news sentences are well marked, varied and kept apart; their marks become names."""

from pathlib import Path

import pytest
import spacy

from training.check_news import FOLDER, Line, faults, pattern, read_lines
from training.names import Name, news_names, read_label_map
from training.news_sentences import Entity, NewsSentence, parse_news, read_news

LABEL_FILE = Path(__file__).parents[2] / "training" / "names.csv"


def lines(*texts: str, part: str = "train") -> list[Line]:
    return [Line(part, f"{part}:{number}", parse_news(text)) for number, text in enumerate(texts, start=1)]


def test_what_is_committed_is_sound() -> None:
    committed = list(read_lines(FOLDER))
    assert committed
    assert faults(committed) == []


def test_marks_become_characters(tmp_path: Path) -> None:
    path = tmp_path / "train-a.txt"
    path.write_text("# politics\n\n[PERSON Ada Lund] left [GPE Oslo].\nNobody came.\n", encoding="utf-8")
    assert list(read_news(path)) == [
        NewsSentence("Ada Lund left Oslo.", (Entity(0, 8, "PERSON"), Entity(14, 18, "GPE"))),
        NewsSentence("Nobody came.", ()),
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[CITY Oslo] slept.", "unknown label 'CITY'"),
        ("[GPE Oslo slept.", "square bracket"),
        ("[ORG Bank of [GPE Oslo]] slept.", "square bracket"),
        ("[GPE  Oslo] slept.", "space at the edge"),
    ],
)
def test_a_broken_mark_is_told_with_file_and_line(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "test-a.txt"
    path.write_text(f"All was well.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"test-a\.txt:2: .*{complaint}"):
        list(read_news(path))


def test_names_fall_on_tokens_and_leave_titles_outside() -> None:
    found = faults(lines("A [GPE Malta]based firm met [PERSON President Abela] and [ORG the Senate]."))
    assert len(found) == 3
    assert "token borders" in found[0]
    assert "title" in found[1]
    assert "stays outside" in found[2]


def test_near_duplicates_are_found_across_parts() -> None:
    train = lines("Rebels seized the border town of [GPE Kasese] before dawn on [DATE Monday].")
    test = lines("Rebels seized the border town of [GPE Bunia] before dawn on [DATE Friday].", part="test")
    assert faults([*train, *test]) == ["train:1 and test:1 say nearly the same"]
    assert faults([*train, *lines("Nothing at all was heard from the northern coast.", part="test")]) == []


def test_one_pattern_must_not_fill_a_part() -> None:
    assert pattern(parse_news("[PERSON Ada Lund] paid 3,000 euros in [GPE Oslo].")) == "PERSON paid 0 euros"
    verbs = ("walks", "sings", "waits", "falls", "reads", "sleeps")
    worn = [f"[PERSON Ada] {a}{b} once {b}{a} then {a}." for a in verbs for b in verbs]
    plain = [f"{a} {b}{b} {a}{b} {b}." for a in verbs for b in verbs]
    assert [fault for fault in faults(lines(*worn, *plain)) if "begin" in fault] == []
    same = [f"Then [PERSON Ada] said so {a}{b} {b}{a}." for a in verbs for b in verbs]
    assert "36 of 72 sentences begin 'Then PERSON said so'" in " ".join(faults(lines(*same, *plain)))


def test_a_file_of_no_part_is_refused(tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text("Nothing.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"more\.txt: the name must start with"):
        list(read_lines(tmp_path))


def test_marks_become_the_four_labels(tmp_path: Path) -> None:
    path = tmp_path / "train-a.txt"
    line = "[NORP Shia]-led [ORG Dawa] left [FAC Rashid Street], [GPE Baghdad]'s artery, on [DATE Monday]."
    path.write_text(line + "\n", encoding="utf-8")
    (sentence,) = news_names(path, read_label_map(LABEL_FILE, "news"), spacy.blank("en"))
    assert sentence.tokens[:4] == ["Shia", "-", "led", "Dawa"]
    assert sentence.spaces[:4] == [False, False, True, True]
    assert sentence.names == [Name(0, 1, "MISC"), Name(3, 4, "ORG"), Name(5, 7, "LOC"), Name(8, 9, "LOC")]
