"""Digests of archives: every spelling that is met, and those that cannot be checked."""

import base64
import hashlib

import pytest

from flows.sources.digests import agrees

BODY = b"<p>first</p>"
SHA1, SHA256, MD5 = (hashlib.new(name, BODY, usedforsecurity=False).digest() for name in ("sha1", "sha256", "md5"))


@pytest.mark.parametrize(
    "stated",
    [
        "sha1:" + base64.b32encode(SHA1).decode(),
        "SHA1:" + SHA1.hex(),
        "sha-256:" + base64.b32encode(SHA256).decode().rstrip("="),
        "sha256:" + base64.b64encode(SHA256).decode(),
        "md5:" + MD5.hex(),
    ],
)
def test_spellings(stated: str) -> None:
    assert agrees(stated, [b"other", BODY]) is True
    assert agrees(stated, [b"other"]) is False


@pytest.mark.parametrize("stated", [None, "", "sha1:", "sha1:short", "crc32:00000000", "sha1", "sha1:" + "é" * 40])
def test_what_cannot_be_checked(stated: str | None) -> None:
    assert agrees(stated, [BODY]) is None
