"""No connection goes to a refused address, whatever it is written as, redirected to or resolved to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest

from flows.fetching.addresses import read_address, refusal, refused_networks
from flows.fetching.asking import What
from flows.fetching.faults import BAD_ADDRESS, NO_SUCH_HOST, REDIRECTS, REFUSED_ADDRESS, FetchError
from flows.fetching.session import Session
from tests.flows.fetching.servers import Server, redirect, response, serving
from tests.flows.fetching.sessions import session, site

CONNECTED: list[Any] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        CONNECTED.append(arguments[1])


sys.addaudithook(_watch)  # a hook stays for the life of the process

# Hosts as they stand in an address.
REFUSED_HOSTS = (Path(__file__).parent / "refused_hosts.txt").read_text(encoding="utf8").split()

REFUSED_ADDRESSES = (
    *("ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1:70/_x", "data:text/html,x", "javascript:alert(1)"),
    *("unix:///tmp/socket", "ws://127.0.0.1/", "//127.0.0.1/", "127.0.0.1", "http:127.0.0.1", "http:/127.0.0.1/", ""),
    *("http://", "http:///x", "http://?x", "http://#x", "http://:80/", "http://@/", "https://[::1", "http://::1/"),
    *("http://127.0.0.1:0/", "http://127.0.0.1:65536/", "http://127.0.0.1:-1/", "http://127.0.0.1:x/"),
    *(
        "http://127.0.0.1\n.good.example/",
        "http://good.example/\r\nHost: x",
        "http://good\x00.example/",
        "http:\\\\127.0.0.1\\",
    ),
    *(f"http://{'a' * 64}.example/", f"http://{'a.' * 130}example/", "http://good.example/" + "a" * 5000),
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Session]]:
    """A server that nobody may reach, and a session in which every name leads to it."""
    with serving() as server:
        server.otherwise = response(b"a secret of the house")
        nobody = site("desk", allow_hosts=frozenset())
        with session(tmp_path_factory.mktemp("house"), [nobody], resolve=lambda *_: ("127.0.0.1",)) as opened:
            yield server, opened


def fault(folder: Path, url: str, **options: Any) -> FetchError:
    sites = [site("desk", allow_hosts=options.pop("allow_hosts", frozenset()))]
    with session(folder, sites, **options) as opened:
        return refused(opened, url)


def refused(opened: Session, url: str) -> FetchError:
    CONNECTED.clear()
    with pytest.raises(FetchError) as raised:
        opened.get(url, "desk", What.PAGE)
    return raised.value


@pytest.mark.parametrize("host", REFUSED_HOSTS)
def test_a_refused_host_is_never_connected_to(host: str, house: tuple[Server, Session]) -> None:
    server, opened = house
    error = refused(opened, f"http://{host}:{server.port}/")

    assert error.reason in (REFUSED_ADDRESS, BAD_ADDRESS), error
    assert (CONNECTED, server.connections) == ([], 0)
    assert "secret" not in str(error)


@pytest.mark.parametrize("url", REFUSED_ADDRESSES)
def test_what_is_no_http_address_is_refused(url: str, house: tuple[Server, Session]) -> None:
    server, opened = house
    error = refused(opened, url)

    assert error.reason in (REFUSED_ADDRESS, BAD_ADDRESS), error
    assert (CONNECTED, server.connections) == ([], 0)


RESOLVED = (
    *("127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.3.2", "224.0.0.1", "0.0.0.0", "::1", "fe80::1%eth0"),
    *("fd00:ec2::254", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:0:1::", "::"),
)


@pytest.mark.parametrize("answer", RESOLVED)
@pytest.mark.parametrize("beside", [(), ("93.184.215.14",)], ids=["alone", "behind a public one"])
def test_a_name_that_leads_to_a_refused_address(
    answer: str, beside: tuple[str, ...], house: tuple[Server, Session], tmp_path: Path
) -> None:
    server, _ = house
    error = fault(tmp_path, f"http://news.example:{server.port}/", resolve=lambda *_: (*beside, answer))

    assert error.reason == REFUSED_ADDRESS
    assert (CONNECTED, server.connections) == ([], 0)


@pytest.mark.parametrize(
    "target",
    [
        *("http://127.0.0.2:{port}/", "http://localhost:{port}/", "http://2130706433:{port}/", "http://[::1]:{port}/"),
        *("http://169.254.169.254/latest/meta-data/", "http://inner.example:{port}/", "//127.0.0.2:{port}/x"),
        *("http://[::ffff:127.0.0.1]:{port}/", "ftp://127.0.0.1/", "file:///etc/passwd", "http://0x7f.1:{port}/"),
        *(
            "http:\\\\127.0.0.2:{port}\\",
            "/\\127.0.0.2:{port}/",
            "https://10.0.0.1/",
            "http://127.0.0.1:{port}@127.0.0.2/",
        ),
    ],
)
@pytest.mark.parametrize("hops", [1, 3])
def test_every_hop_is_checked(target: str, hops: int, tmp_path: Path) -> None:
    with serving() as server:
        for hop in range(1, hops):
            server.answers[f"/{hop}"] = redirect(f"/{hop + 1}")
        server.answers[f"/{hops}"] = redirect(target.format(port=server.port))
        addresses = {"inner.example": ("10.0.0.7",), "outer.example": ("127.0.0.1",)}
        error = fault(
            tmp_path,
            f"http://outer.example:{server.port}/1",
            allow_hosts=frozenset({"outer.example"}),
            resolve=lambda host, _: addresses.get(host, ("127.0.0.1",)),
        )

        assert error.reason in (REFUSED_ADDRESS, BAD_ADDRESS)
        assert {address[0] for address in CONNECTED} == {"127.0.0.1"}
        assert server.paths() == [f"/{hop}" for hop in range(1, hops + 1)]


def test_a_name_is_looked_up_once_and_stays_where_it_was_checked(tmp_path: Path) -> None:
    with serving() as inner, serving() as outer:
        outer.otherwise = response(b"news")
        answers = iter([("127.0.0.1",), ("127.0.0.9",), ("10.0.0.1",)])
        asked: list[str] = []

        def rebinding(host: str, _: float) -> tuple[str, ...]:
            asked.append(host)
            return next(answers)

        CONNECTED.clear()
        with session(tmp_path, [site("desk", allow_hosts=frozenset({"news.example"}))], resolve=rebinding) as opened:
            for number in range(3):
                outer.answers[f"/{number}"] = response(b"news", Connection="close")
                assert opened.get(outer.url(f"/{number}", "news.example"), "desk", What.PAGE).body == b"news"

        assert asked == ["news.example"]
        assert {address[0] for address in CONNECTED} == {"127.0.0.1"}
        assert outer.hits[0].headers["host"] == f"news.example:{outer.port}"
        assert inner.connections == 0


def test_a_connection_that_one_source_may_use_is_none_for_another(tmp_path: Path) -> None:
    with serving() as server:
        server.otherwise = response(b"news")
        sites = [site("house"), site("stranger", allow_hosts=frozenset())]
        with session(tmp_path, sites) as opened:
            assert opened.get(server.url("/"), "house", What.PAGE).body == b"news"
            with pytest.raises(FetchError, match=REFUSED_ADDRESS):
                opened.get(server.url("/"), "stranger", What.PAGE)
        assert server.paths() == ["/"]


@pytest.mark.parametrize("allowed", ["127.0.0.1", "localhost"])
def test_a_source_may_allow_a_host(allowed: str, tmp_path: Path) -> None:
    with serving() as server, session(tmp_path, [site("desk", allow_hosts=frozenset({allowed}))]) as opened:
        server.otherwise = response(b"news")
        assert opened.get(server.url("/a b?c=d#e", allowed), "desk", What.PAGE).body == b"news"
        assert server.paths() == ["/a%20b?c=d"]


def test_redirects_end(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path) as opened:
        server.otherwise = redirect("/again")
        with pytest.raises(FetchError, match=REDIRECTS):
            opened.get(server.url("/"), "desk", What.PAGE)
        assert server.paths() == ["/", *["/again"] * 5]


def test_five_redirects_are_followed(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path) as opened:
        server.answers |= {f"/{hop}": redirect(f"{hop + 1}") for hop in range(5)} | {"/5": response(b"there")}
        answer = opened.get(server.url("/0"), "desk", What.PAGE)
        assert (answer.body, answer.shown) == (b"there", server.url("/5"))


def test_a_name_without_address_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path, "http://nowhere.invalid/").reason == NO_SUCH_HOST


@pytest.mark.parametrize(
    "public", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_not_refused(public: str) -> None:
    assert refusal(ip_address(public)) is None


@pytest.mark.parametrize(("network", "why"), refused_networks(), ids=lambda value: str(value))
def test_each_refused_network_is_refused_from_end_to_end(network: Any, why: str) -> None:
    assert why
    assert network == ip_network(str(network))
    assert refusal(network[0]) is not None
    assert refusal(network[-1]) is not None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("HTTP://News.Example:80/A?b#c", "http://news.example/A?b"),
        (" https://news.example:443 ", "https://news.example/"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("http://u:p@news.example:8080/", "http://news.example:8080/"),
        ("http://[2606:4700:0::1111]/", "http://[2606:4700::1111]/"),
        ("http://news.example./x", "http://news.example/x"),
    ],
)
def test_an_address_has_one_spelling(text: str, read: str) -> None:
    assert str(read_address(text)) == read


def test_a_relative_address_starts_at_its_base() -> None:
    base = read_address("https://news.example/a/b?c")
    assert str(read_address("../d", base)) == "https://news.example/d"
    assert str(read_address("//other.example/", base)) == "https://other.example/"
