"""Digests: what an archive says its bytes hash to, and whether they do."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable

ALGORITHMS = {
    "sha1": "sha1",
    "sha-1": "sha1",
    "sha256": "sha256",
    "sha-256": "sha256",
    "md5": "md5",
    "sha512": "sha512",
}


def agrees(stated: str | None, contents: Iterable[bytes]) -> bool | None:
    """Whether any of the contents has the stated digest; None where none is stated that could be checked.

    Digests are written as `algorithm:value`, the value in base 32, base 16 or base 64.
    """
    algorithm, _, value = (stated or "").strip().partition(":")
    name = ALGORITHMS.get(algorithm.strip().lower())
    if name is None:
        return None
    wanted = _readings(value.strip(), hashlib.new(name, usedforsecurity=False).digest_size)
    if not wanted:
        return None
    return any(hashlib.new(name, one, usedforsecurity=False).digest() in wanted for one in contents)


def _readings(value: str, size: int) -> frozenset[bytes]:
    """The bytes of that size that the value may stand for."""
    found = set()
    for decode, text in (
        (base64.b32decode, value.upper() + "=" * (-len(value) % 8)),
        (base64.b16decode, value.upper()),
        (base64.b64decode, value + "=" * (-len(value) % 4)),
    ):
        try:
            found.add(decode(text))
        except (binascii.Error, ValueError):
            continue
    return frozenset(one for one in found if len(one) == size)
