"""Small pages for the tests of the body."""

from lxml.html import HtmlElement

from transforms.articles.page.body import Body, read_body
from transforms.articles.page.markup import Refusal, parse

PARAGRAPHS = [
    "The harbour was closed on Monday after a storm broke two of its cranes, the port authority said in the evening.",
    "Ships waited outside for the whole day, and three ferries to the islands were cancelled before noon.",
    "Repairs will take a week, harbour master Nils Aune told reporters, and cost more than the port has.",
    "The cranes were built in 1987 and had been inspected in spring, when no cracks were found in them.",
    "Fishermen said that they would lose the best days of the season and asked the county for help.",
    "The county council meets on Thursday to decide whether the old quay can be used in the meantime.",
]


def tree_of(html: str) -> HtmlElement:
    """The parsed page; fails the test where it is refused."""
    tree = parse(html)
    assert not isinstance(tree, Refusal)
    return tree


def paragraphs(*texts: str) -> str:
    """Each text in a paragraph of its own."""
    return "".join(f"<p>{text}</p>" for text in texts)


def body_of(content: str, article_body: str | None = None) -> Body:
    """The body of a page with this content."""
    return read_body(tree_of(f"<html><body>{content}</body></html>"), None, article_body)


def texts_of(body: Body) -> list[str]:
    """The body's lines as text."""
    return [line.text for line in body.lines]
