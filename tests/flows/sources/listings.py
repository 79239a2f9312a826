"""Feeds, sitemaps and the like for tests, and the strategies that break them."""

from __future__ import annotations

from hypothesis import strategies as st

ADDRESS = "https://desk.example/list.xml"
RSS = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Desk &amp; Wire</title>'


def rss(*items: str) -> bytes:
    return f"{RSS}{''.join(items)}</channel></rss>".encode()


def item(number: int, title: str = "Report", extra: str = "") -> str:
    day = f"{number % 28 + 1:02}"
    return (
        f"<item><title>{title} {number}</title><link>https://desk.example/news/{number}</link>"
        f"<pubDate>Sun, {day} Mar 2026 10:00:00 +0200</pubDate>{extra}</item>"
    )


def sitemap(*entries: str) -> bytes:
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {names}>{"".join(entries)}</urlset>'.encode()


def sitemap_index(*addresses: str) -> bytes:
    inner = "".join(f"<sitemap><loc>{one}</loc><lastmod>2026-03-02</lastmod></sitemap>" for one in addresses)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</sitemapindex>'.encode()


PIECES = st.sampled_from(
    [
        *("<rss>", "</rss>", "<channel>", "<item>", "</item>", "<link>", "</link>", "<title>", "<pubDate>", "<feed>"),
        *(
            "<entry>",
            "<updated>",
            "<id>",
            "<content type='xhtml'>",
            "<rdf:RDF>",
            "<urlset>",
            "<url>",
            "<loc>",
            "</loc>",
        ),
        *("<sitemapindex>", "<sitemap>", "<lastmod>", "https://a.example/1", "2026-03-02T10:00:00Z", "Mon, 2 Mar 2026"),
        *("<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE a [", "<!ENTITY b 'c'>", "]>", "&b;", "&#x41;", "&#99999999;"),
        *("&nbsp;", "&", "<", ">", '"', "<?xml version='1.0' encoding='utf-16'?>", "\0", "é", "\n" * 70, "a" * 3000),
        *(
            "xmlns:x='y'",
            "<x:y z='",
            "<link href='/2'/>",
            "<guid isPermaLink='true'>",
            "<enclosure url='x'/>",
            "<geo:lat>",
        ),
    ]
)
BROKEN = st.lists(PIECES | st.text(max_size=10), max_size=40).map("".join)
BODIES = st.one_of(
    st.binary(max_size=300),
    BROKEN.map(lambda text: text.encode(errors="replace")),
    st.builds(lambda text, name: text.encode(name, errors="replace"), BROKEN, st.sampled_from(["utf-16", "cp1251"])),
    st.builds(lambda inner: rss(f"<item>{inner}</item>"), BROKEN),
    st.builds(lambda inner: sitemap(f"<url>{inner}</url>"), BROKEN),
)
