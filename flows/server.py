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
from importlib import import_module
from pathlib import Path

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
}
TEMPORARY = {
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_UI_ENABLED": "false",
}
GRACE_SECONDS = 2


class ServerError(RuntimeError):
    """The temporary server did not start."""


@contextmanager
def prefect_for(home: Path) -> Iterator[None]:
    """Give the block a Prefect server: the one PREFECT_API_URL names, else a temporary one with its history in `home`.

    Sets variables for this process, and Prefect reads them when it is imported: enter the block before that.
    PREFECT_HOME and the logging level stay where they are set.
    """
    for name, value in (QUIET | {"PREFECT_HOME": str(home)}).items():
        os.environ.setdefault(name, value)
    if os.environ.get("PREFECT_API_URL"):
        yield
        return
    with _temporary() as address:
        try:
            yield
        finally:
            if os.environ.get("PREFECT_API_URL") == address:
                del os.environ["PREFECT_API_URL"]


@contextmanager
def _temporary() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        process = _started(listener.fileno())
    assert process.stdin is not None and process.stdout is not None
    try:
        os.environ["PREFECT_API_URL"] = address
        import_module("prefect.main")  # takes as long as the server's start, so both happen at once
        if not process.stdout.readline():
            raise ServerError(f"Prefect's temporary server did not start; its home is {os.environ['PREFECT_HOME']}")
        yield address
        _send_logs()
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait()


def _send_logs() -> None:
    """Send what Prefect has still to log: it would try for over a minute once the server is gone."""
    from prefect.logging.handlers import APILogWorker

    APILogWorker.drain_all(timeout=GRACE_SECONDS)


def _started(descriptor: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "flows.server", str(descriptor)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | TEMPORARY,
        pass_fds=[descriptor],
        text=True,
    )


def serve(descriptor: int) -> None:
    """Serve on an open socket until standard input closes, as it does when the starting process is gone.

    Prints a line when ready.
    """
    import uvicorn
    from prefect.server.api.server import create_app

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            sys.stdout.write("ready\n")
            sys.stdout.flush()

    server = Server(uvicorn.Config(create_app(), log_level="critical", timeout_graceful_shutdown=GRACE_SECONDS))

    def stop_at_end_of_input() -> None:
        sys.stdin.read()
        server.should_exit = True

    threading.Thread(target=stop_at_end_of_input, daemon=True).start()
    server.run(sockets=[socket.socket(fileno=descriptor)])


if __name__ == "__main__":
    serve(int(sys.argv[1]))
