"""Confidence fitted to judged mentions."""

from pathlib import Path

import pytest

from training.confidence import Case, chance_of, cross_fitted, fit, read_cases, reliability, write
from transforms.events.confidence import ALWAYS, confidence, weights


def cases(sign: str, right: int, wrong: int) -> list[Case]:
    held = frozenset({ALWAYS, sign})
    return [Case(f"{sign}{number}", held, number < right) for number in range(right + wrong)]


def test_a_sign_that_mostly_comes_with_right_mentions_speaks_for_them() -> None:
    found = fit([*cases("good", 90, 10), *cases("bad", 10, 90)], [ALWAYS, "bad", "good"])
    good, bad = (chance_of(Case("x", frozenset({ALWAYS, sign}), True), found) for sign in ("good", "bad"))
    assert good == pytest.approx(0.9, abs=0.04)
    assert bad == pytest.approx(0.1, abs=0.04)


def test_without_signs_the_chance_is_the_share_that_is_right() -> None:
    found = fit([Case("a", frozenset({ALWAYS}), number < 30) for number in range(120)], [ALWAYS])
    assert chance_of(Case("a", frozenset({ALWAYS}), True), found) == pytest.approx(0.25, abs=0.001)


def test_an_article_is_scored_by_the_others() -> None:
    told = [Case("only", frozenset({ALWAYS, "odd"}), True)] * 10 + cases("good", 50, 50)
    chances = cross_fitted(told, [ALWAYS, "good", "odd"])
    assert chances[0] == pytest.approx(0.5, abs=0.05)


def test_groups_go_from_the_least_sure_to_the_surest() -> None:
    told = cases("good", 5, 5)
    groups = reliability(told, [number / 10 for number in range(10)])
    assert [(size, round(chance, 2), right) for size, chance, right in groups] == [
        (2, 0.05, 1.0),
        (2, 0.25, 1.0),
        (2, 0.45, 0.5),
        (2, 0.65, 0.0),
        (2, 0.85, 0.0),
    ]


def test_judgements_without_signs_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text("article,type,actor,recipient,status\na,r,r,r,r\n", encoding="utf8")
    with pytest.raises(ValueError, match=r"old\.csv: no signs"):
        read_cases([file])


def test_the_table_is_written_as_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "confidence.csv"
    write({ALWAYS: -1.234}, {ALWAYS: 7}, file)
    assert file.read_text(encoding="utf8") == "sign,weight,note\nalways,-1.23,7 readings\n"


def test_confidence_is_the_logistic_of_the_weights_that_hold() -> None:
    assert ALWAYS in weights()
    assert confidence([]) == 0.5
    assert confidence([ALWAYS, "no such sign"]) == confidence([ALWAYS])
    assert 0 < confidence(weights()) < 1
