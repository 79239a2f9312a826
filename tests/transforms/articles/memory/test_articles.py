"""Documents read with a site memory: known lines are no text, and what they hid is found."""

import json
from datetime import UTC, datetime

from schemas.records import Page, Reject
from transforms.articles.assemble import Assembled, assemble
from transforms.articles.memory.memory import KnownLine, SiteMemory, line_hash
from transforms.articles.page.decode import RECORD_TYPE, decode

LINES = [
    "The ferry to Nordholm will not sail before Friday, its owner said on Wednesday after a fire in the engine room.",
    "No passenger was hurt. Some forty cars stay on the car deck until a tug has brought the ship back to its berth.",
    "The owner, a cooperative of farmers and shopkeepers, bought the ship four years ago with a grant from the county.",
]
PROMPT = "Get the tide tables on your phone"
URL = "https://www.courier.example/ferry"
MEMORY = SiteMemory({"courier.example": {line_hash(PROMPT): KnownLine(0.9, is_suspect=False)}})


def read(memory: SiteMemory | None, **record: str) -> Assembled:
    body = json.dumps({"id": "1", "title": "No ferry before Friday"} | record).encode()
    page = Page(
        "p1", "wire", "in/a.jsonl#1", record.get("url"), RECORD_TYPE, body, "", datetime(2031, 3, 1, tzinfo=UTC)
    )
    document = decode(page)
    assert not isinstance(document, Reject)
    return assemble(document, None, memory)


def text_of(found: Assembled) -> list[str]:
    assert found.article is not None
    return found.article.text.split("\n")


def removed(found: Assembled) -> list[tuple[str, str]]:
    return [(line.text, line.reason) for line in found.removed_lines]


def test_a_known_line_of_a_text_is_removed_with_its_reason() -> None:
    text = "\n".join([*LINES, PROMPT])
    assert text_of(read(None, url=URL, text=text)) == [*LINES, PROMPT]
    found = read(MEMORY, url=URL, text=text)
    assert text_of(found) == LINES
    assert removed(found) == [(PROMPT, "site memory")]


def test_a_known_line_of_a_page_is_removed_by_the_page_s_own_address() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in [*LINES, PROMPT])
    html = (
        f'<html><head><title>No ferry before Friday</title><link rel="canonical" href="{URL}"></head>'
        f"<body><article><h1>No ferry before Friday</h1>{paragraphs}</article></body></html>"
    )
    assert PROMPT in text_of(read(None, html=html))
    found = read(MEMORY, html=html)
    assert text_of(found) == LINES
    assert (PROMPT, "site memory") in removed(found)


def test_another_site_keeps_the_line() -> None:
    text = "\n".join([*LINES, PROMPT])
    assert text_of(read(MEMORY, url="https://herald.example/ferry", text=text))[-1] == PROMPT
    assert text_of(read(MEMORY, text=text))[-1] == PROMPT


def test_a_source_without_addresses_has_a_memory_too() -> None:
    memory = SiteMemory({"wire": MEMORY.sites["courier.example"]})
    assert text_of(read(memory, text="\n".join([*LINES, PROMPT]))) == LINES
