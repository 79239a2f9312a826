"""Server: a Prefect server on the loopback address for one command, which ends with that command, however it ends.

Prefect starts a temporary server by itself, but one that outlives a killed run.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
}
TEMPORARY = {
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "0",
}


class ServerError(RuntimeError):
    """The temporary server did not start."""


@contextmanager
def prefect_for(home: Path) -> Iterator[None]:
    """Give the block a Prefect server: the one PREFECT_API_URL names, else a temporary one with its history in `home`.

    Sets variables for this process, so enter it before Prefect is imported. PREFECT_HOME and the logging level stay
    where they are set.
    """
    for name, value in (QUIET | {"PREFECT_HOME": str(home)}).items():
        os.environ.setdefault(name, value)
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    with _temporary() as address:
        os.environ["PREFECT_API_URL"] = address
        try:
            yield
        finally:
            del os.environ["PREFECT_API_URL"]


@contextmanager
def _temporary() -> Iterator[str]:
    command = [sys.executable, "-m", "flows.server"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | TEMPORARY, text=True
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        import prefect  # noqa: F401 - takes as long as the server's start, so both happen at once

        port = process.stdout.readline().strip()
        if not port:
            raise ServerError(f"Prefect's temporary server did not start; its home is {os.environ['PREFECT_HOME']}")
        yield f"http://127.0.0.1:{port}/api"
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait()


def serve() -> None:
    """Serve until standard input closes, as it does when the starting process is gone; prints the port when ready."""
    import uvicorn
    from prefect.server.api.server import create_app

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            sys.stdout.write(f"{sockets[0].getsockname()[1]}\n" if sockets else "\n")
            sys.stdout.flush()

    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(uvicorn.Config(create_app(), log_level="error"))

    def stop_at_end_of_input() -> None:
        sys.stdin.read()
        server.should_exit = True
        server.force_exit = True

    threading.Thread(target=stop_at_end_of_input, daemon=True).start()
    server.run(sockets=[listener])


if __name__ == "__main__":
    serve()
