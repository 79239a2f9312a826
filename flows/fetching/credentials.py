"""Credentials: what a source's own servers are told and no other one, from its configuration."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import unquote_to_bytes, urlsplit

from flows.fetching.addresses import Address, read_address
from flows.fetching.rules import Site


class Credentials:
    """The headers that go to the origins (scheme, host, port) of a source's configured addresses."""

    def __init__(self, site: Site) -> None:
        self._by_origin: dict[str, dict[str, str]] = {}
        for text in site.addresses:
            headers = self._by_origin.setdefault(read_address(text).origin, dict(site.headers))
            userinfo = urlsplit(text.strip()).netloc.rpartition("@")[0]
            if userinfo:
                headers["Authorization"] = f"Basic {b64encode(unquote_to_bytes(userinfo)).decode('ascii')}"

    def headers(self, address: Address) -> dict[str, str]:
        """The headers for this address; none beyond the source's own origins."""
        return dict(self._by_origin.get(address.origin, {}))
