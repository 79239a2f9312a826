"""Signatures: how much two texts share can be read off them."""

import hashlib
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.articles.duplicates.stories import OWN_REPORT, REWRITTEN, SHORTENED, WIRE
from transforms.articles.duplicates.signatures import SHINGLES_AT_ONCE, VALUES, signature, text_hash


def shared(one: str, other: str) -> float:
    left, right = (np.frombuffer(signature(text).minhash, dtype="<u2") for text in (one, other))
    return float((left == right).mean())


def shingles(text: str) -> set[str]:
    words = text.casefold().replace(".", "").replace(",", "").replace('"', "").split()
    return {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}


def test_texts_that_differ_in_case_spacing_and_punctuation_have_one_signature() -> None:
    assert signature("Rivers rose.\nRoads closed!") == signature("RIVERS  rose – roads closed")
    assert text_hash("Rivers rose.") != text_hash("Rivers rose again.")


def test_a_signature_has_a_written_recipe() -> None:
    known = signature("The river rose two metres in one night.")
    assert known.shingle_count == 4  # eight words, runs of five
    assert len(known.minhash) == 2 * VALUES == 252
    assert known.minhash == b"".join(least_of(place).to_bytes(2, "little") for place in range(VALUES))
    assert known.minhash[:8].hex() == "0ab3e03a3ace724f"  # kept in every warehouse


def least_of(place: int) -> int:
    """The recipe in plain numbers: the lower half of the smallest shingle under one permutation."""
    drawn = hashlib.shake_256(b"text signature").digest(8 * VALUES)
    numbers = [int.from_bytes(drawn[at : at + 4], "little") for at in range(0, len(drawn), 4)]
    factor, offset = numbers[place] | 1, numbers[VALUES + place]
    runs = [
        "the river rose two metres",
        "river rose two metres in",
        "rose two metres in one",
        "two metres in one night",
    ]
    return min((mixed(zlib.crc32(run.encode())) * factor + offset) % 2**32 for run in runs) % 2**16


def mixed(number: int) -> int:
    number = (number ^ number >> 16) * 0x85EBCA6B % 2**32
    number = (number ^ number >> 13) * 0xC2B2AE35 % 2**32
    return number ^ number >> 16


@pytest.mark.parametrize("other", [REWRITTEN, SHORTENED, OWN_REPORT])
def test_the_shared_part_of_the_numbers_is_that_of_the_shingles(other: str) -> None:
    mine, theirs = shingles(WIRE), shingles(other)
    assert shared(WIRE, other) == pytest.approx(len(mine & theirs) / len(mine | theirs), abs=0.1)


def test_copies_share_much_and_another_report_little() -> None:
    assert shared(WIRE, REWRITTEN) > 0.6
    assert shared(WIRE, SHORTENED) > 0.4
    assert shared(WIRE, OWN_REPORT) < 0.2


def test_a_script_without_blanks_is_compared_by_its_characters() -> None:
    text = "市政府周一宣布新的地铁线路将在明年春天开通沿线共有十二个车站"
    assert signature(text).shingle_count == len(text) - 4
    assert shared(text, text.replace("周一", "周二")) > 0.4


def test_a_text_of_any_length_has_a_signature() -> None:
    assert signature("").shingle_count == signature("Rain.").shingle_count == 1
    words = [f"w{n}" for n in range(2 * SHINGLES_AT_ONCE)]
    long = signature(" ".join(words))
    assert long.shingle_count == len(words) - 4
    assert shared(" ".join(words), " ".join(words[: len(words) // 2])) == pytest.approx(0.5, abs=0.15)


@given(st.text(), st.text())
def test_equal_hashes_mean_equal_letters(one: str, other: str) -> None:
    alike = [[c for c in text.casefold() if c.isalnum()] for text in (one, other)]
    if alike[0] != alike[1]:
        assert text_hash(one) != text_hash(other) or not any(alike)
    assert signature(one) == signature(one)
