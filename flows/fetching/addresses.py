"""Addresses: one strict reading of an http address, and the networks that no address may lead into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import httpx2

from flows.fetching.faults import BAD_ADDRESS, REFUSED_ADDRESS, FetchError
from flows.fetching.redaction import redacted
from schemas.data_files import packaged, read_rows

LONGEST = 4096
LONGEST_HOST = 253
PORTS = {"http": 80, "https": 443}
NAT64 = IPv6Network("64:ff9b::/96")
_LABELS = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_BACKSLASH_IN_AUTHORITY = re.compile(r"^[^/?#]*:?[/\\]{0,2}[^/?#]*\\")

IPAddress = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address that may be asked for; `target` is path and query as they go over the wire.

    User names and passwords are no part of it: only a source's own configuration may give them.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what credentials and robots.txt hold for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def lane(self) -> str:
        """Who is asked, for politeness: the host, whether by http or https, else host and port."""
        return self.host if self.port in PORTS.values() else f"{self.host}:{self.port}"

    @property
    def shown(self) -> str:
        """The address without secrets."""
        return redacted(str(self))

    def __str__(self) -> str:
        return self.origin + self.target


def read_address(text: str, base: Address | None = None) -> Address:
    """The address that a text means, from `base` where it is relative; raises FetchError for what is none."""
    given = text.strip()
    if len(given) > LONGEST:
        raise FetchError(BAD_ADDRESS, f"it has more than {LONGEST} characters")
    if _BACKSLASH_IN_AUTHORITY.match(given):
        raise FetchError(BAD_ADDRESS, f"{redacted(given)} has a backslash before its path")
    try:
        url = httpx2.URL(str(base)).join(given) if base else httpx2.URL(given)
        host = url.raw_host.decode("ascii")
    except (httpx2.InvalidURL, ValueError):
        raise FetchError(BAD_ADDRESS, f"{redacted(given)} cannot be read as an address") from None
    if url.scheme not in PORTS:
        raise FetchError(BAD_ADDRESS, f"{redacted(given)} does not begin with http:// or https://")
    port = PORTS[url.scheme] if url.port is None else url.port
    if not 0 < port < 65536:
        raise FetchError(BAD_ADDRESS, f"{redacted(given)} names no port that exists")
    return Address(url.scheme, _checked_host(host, given), port, url.raw_path.decode("ascii"))


def literal(host: str) -> IPAddress | None:
    """The IP address that a host is written as; None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def refusal(address: IPAddress) -> str | None:
    """Why no connection goes to this IP address; None where it is public."""
    judged = _embedded(address) or address
    networks = [(network, why) for network, why in refused_networks() if judged in network]
    return max(networks, key=lambda found: found[0].prefixlen)[1] if networks else None


@cache
def refused_networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    """Networks of data/refused_networks.csv with what they are for."""
    file = packaged("flows.fetching", "refused_networks.csv")
    return tuple((ip_network(row["network"]), row["why"]) for row in read_rows(file, ("network", "why")))


def _embedded(address: IPAddress) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, or behind the well-known translator."""
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped


def _checked_host(host: str, given: str) -> str:
    """The host in one spelling; other spellings of IP addresses than the plain one are refused."""
    bare = host.removesuffix(".")
    if ":" in bare and "%" not in bare:
        return str(IPv6Address(bare))
    if not _LABELS.fullmatch(bare) or len(bare) > LONGEST_HOST:
        raise FetchError(BAD_ADDRESS, f"{redacted(given)} names no host")
    if _NUMBER.fullmatch(bare.rpartition(".")[2]) and not isinstance(literal(bare), IPv4Address):
        raise FetchError(REFUSED_ADDRESS, f"{bare} is an IP address in disguise")
    return bare
