"""The figures of judged mentions, worked out by hand."""

from pathlib import Path

import pytest

from tests.bench.judging import COLUMNS, calibration_error, figures, read

SHEET = [
    "0,x/1,10,15,ACCUSE,0.9,always,one,r,r,r,r,r,r",
    "0,x/1,10,15,ACCUSE,0.9,always,two,r,r,a,r,r,r",
    "1,x/2,40,48,AID,0.5,always,one,w,r,r,r,a,r",
    "1,x/2,40,48,AID,0.5,always,two,w,w,r,r,r,r",
]


def written(folder: Path, rows: list[str]) -> Path:
    path = folder / "judgements.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf8")
    return path


def test_figures(tmp_path: Path) -> None:
    told = dict(figures(read([written(tmp_path, SHEET)])))
    assert told["mentions, readings"] == "2, 4"
    assert told["right as a whole"] == "0.250"
    assert told["right as a whole, arguable as half"] == "0.375"
    assert told["type: right, arguable, wrong"] == "0.500, 0.000, 0.500"
    assert told["recipient: right, arguable, wrong"] == "0.750, 0.250, 0.000"
    assert told["readers agree on the whole"] == "0.500"


def test_calibration_error_is_the_mean_distance_of_promise_and_outcome(tmp_path: Path) -> None:
    [first], [second] = read([written(tmp_path, [SHEET[0], SHEET[2]])])
    assert calibration_error([first, second]) == pytest.approx((0.1 + 0.5) / 2)


def test_an_unknown_verdict_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, ["0,x/1,10,15,ACCUSE,0.9,always,one,r,r,r,r,r,yes"])
    with pytest.raises(ValueError, match="x/1 at 10: a verdict must be one of r, a, w"):
        read([path])


def test_a_reader_may_leave_date_and_place_alone(tmp_path: Path) -> None:
    unread = ["0,x/1,10,15,ACCUSE,0.9,always,one,r,r,r,r,-,-", "1,x/2,40,48,AID,0.5,always,one,r,r,r,r,w,-"]
    told = dict(figures(read([written(tmp_path, unread)])))
    assert told["date: right, arguable, wrong"] == "0.000, 0.000, 1.000"
    assert "place: right, arguable, wrong" not in told
    with pytest.raises(ValueError, match="a verdict must be one of"):
        read([written(tmp_path, ["0,x/1,10,15,ACCUSE,0.9,always,one,-,r,r,r,r,r"])])
