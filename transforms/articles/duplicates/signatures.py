"""Signatures: a text in 252 bytes, enough to tell how much of it another text shares."""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 5
VALUES = 126
SHINGLES_AT_ONCE = 4096
# Scripts without blanks between words: each of their characters counts as one.
_DENSE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_DENSE}]|[^\W_{_DENSE}]+")
_NO_LETTER = re.compile(r"[\W_]+")
_DRAWN = np.frombuffer(hashlib.shake_256(b"text signature").digest(8 * VALUES), dtype="<u4").reshape(2, VALUES)
# An odd factor maps the 32-bit numbers one to one.
_FACTORS, _OFFSETS = _DRAWN[0] | np.uint32(1), _DRAWN[1]


@dataclass(frozen=True, slots=True)
class Signature:
    """What copies of a text are recognised by.

    `text_hash` is shared by texts with the same letters and digits. `minhash` holds VALUES little-endian 16-bit
    numbers; two texts share about as large a part of them as of their `shingle_count` shingles.
    """

    text_hash: str
    shingle_count: int
    minhash: bytes


def signature(text: str) -> Signature:
    """The signature of an article's text; case, blanks and punctuation make no difference."""
    folded = text.casefold()
    words = _WORD.findall(folded)
    starts = range(max(len(words) - SHINGLE_WORDS + 1, 1))
    hashes = {zlib.crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode("utf8", "surrogatepass")) for at in starts}
    shingles = np.fromiter(hashes, dtype=np.uint32, count=len(hashes))
    return Signature(text_hash(text), len(hashes), _minhash(shingles).tobytes())


def text_hash(text: str) -> str:
    """Hash of a text's letters and digits: copies that differ in case, blanks or punctuation share it."""
    letters = _NO_LETTER.sub("", text.casefold())
    return hashlib.sha256(letters.encode("utf8", "surrogatepass")).hexdigest()


def _minhash(shingles: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """For each of VALUES permutations of the 32-bit numbers the smallest shingle, its lower half."""
    mixed = _mixed(shingles)
    least = np.full(VALUES, np.iinfo(np.uint32).max, dtype=np.uint32)
    for start in range(0, len(mixed), SHINGLES_AT_ONCE):
        permuted = mixed[start : start + SHINGLES_AT_ONCE, None] * _FACTORS + _OFFSETS
        least = np.minimum(least, permuted.min(axis=0))
    return least.astype("<u2")


def _mixed(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The finisher of MurmurHash3: without it, alike shingles would stay alike under all permutations."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))
