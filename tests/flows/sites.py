"""A desk whose sources lie on a server on the loopback address."""

from __future__ import annotations

from pathlib import Path

from tests.flows.desks import Desk
from tests.flows.fetching.servers import Server, response
from tests.flows.sources.listings import rss, sitemap

HEAD = '[fetch]\ncontact = "desk@reader.example"\ndelay = 0\nattempts = 1\ndeadline = 5\n[run]\nworkers = 1\n'
WORDS = (
    "France condemned Russia on Tuesday, and officials in Paris said that talks would go on. The two countries signed "
    "a treaty last week. Nobody expected that the harbour would be closed again so soon, a spokesman told reporters."
)


def page(number: int, words: str = WORDS) -> bytes:
    """The answer for a news page."""
    html = (
        f'<html lang="en"><head><title>Report number {number} from the river</title>'
        f'<meta property="article:published_time" content="2026-03-{number % 28 + 1:02}T10:00:00Z"></head>'
        f"<body><article><h1>Report number {number} from the river</h1><p>{words}</p>"
        f"<p>It was report {number} of the year.</p></article></body></html>"
    )
    return response(html.encode(), content_type="text/html; charset=utf-8")


def feed(server: Server, *numbers: int) -> bytes:
    """The answer for a feed of news pages of this server."""
    items = (
        f"<item><title>Report {number}</title><link>{server.url(f'/news/{number}')}</link>"
        f"<pubDate>{number % 28 + 1:02} Mar 2026 10:00:00 GMT</pubDate></item>"
        for number in numbers
    )
    return response(rss(*items), content_type="application/rss+xml")


def site_map(server: Server, *numbers: int) -> bytes:
    """The answer for a sitemap of news pages of this server."""
    return response(
        sitemap(*(f"<url><loc>{server.url(f'/news/{number}')}</loc></url>" for number in numbers)),
        content_type="application/xml",
    )


def publish(server: Server, *numbers: int) -> None:
    """Let the server answer for these news pages, and for a feed of them."""
    server.answers |= {f"/news/{number}": page(number) for number in numbers} | {"/rss": feed(server, *numbers)}


def source(server: Server, kind: str = "feed", path: str = "/rss", extra: str = "", source_id: str = "web") -> str:
    """A table [[sources]] of that server."""
    return (
        f'[[sources]]\nid = "{source_id}"\nkind = "{kind}"\naddress = "{server.url(path)}"\n'
        f'allow_hosts = ["127.0.0.1"]\n{extra}\n'
    )


def desk_at(folder: Path, *tables: str) -> Desk:
    """A desk with these sources."""
    (folder / "dateline.toml").write_text(HEAD + "".join(tables), encoding="utf8")
    return Desk(folder)
