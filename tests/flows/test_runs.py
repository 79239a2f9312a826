"""Runs as a user starts them: the command, killed and started again; a server, a worker and a deployment."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import psutil
import pytest

from flows.server import QUIET
from tests.flows.desks import Desk
from tests.flows.test_build import article

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
SECONDS = 300


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.at(tmp_path)
    desk.add("a.jsonl", *(article(number) for number in range(5)), {"id": "x"})
    return desk


def environment(**known: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DATELINE_"))}
    return kept | QUIET | known


def start(*command: str, folder: Path, **known: str) -> psutil.Popen:
    """Start a command as the leader of a session, by which its whole offspring is known."""
    return psutil.Popen(
        [str(BIN / command[0]), *command[1:]],
        cwd=folder,
        env=environment(**known),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(*command: str, folder: Path, **known: str) -> str:
    """Run a command to its end and return what it printed."""
    process = start(*command, folder=folder, **known)
    printed, complaints = process.communicate(timeout=SECONDS)
    assert process.returncode == 0, f"{command} failed:\n{printed}\n{complaints}"
    return str(printed)


def offspring(session: int) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        with suppress(ProcessLookupError, psutil.NoSuchProcess):
            if os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def wait_until(condition: Callable[[], object], process: psutil.Popen) -> None:
    """Wait while the process runs; fails if it ends first."""
    for _ in range(SECONDS * 20):
        if condition():
            return
        with suppress(psutil.TimeoutExpired):
            code = process.wait(timeout=0.05)
            pytest.fail(f"the process ended too early, with code {code}")
    pytest.fail("waited too long")


def test_a_killed_run_leaves_nothing_behind_and_the_next_one_completes(desk: Desk) -> None:
    command = ("dateline", "run", "--config", "dateline.toml", "--json")
    killed = start(*command, folder=desk.folder)
    wait_until(lambda: list((desk.folder / "data" / "pages").rglob("part-*")), killed)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate(timeout=SECONDS)
    _, alive = psutil.wait_procs(offspring(killed.pid), timeout=SECONDS)
    assert not alive
    assert desk.store.current() is None

    outcome = json.loads(finish(*command, folder=desk.folder))
    assert (outcome["accepted"], outcome["rejected"], outcome["deferred"], outcome["snapshot"]) == (5, 1, 0, 1)
    assert desk.table("articles").height == 5
    again = json.loads(finish(*command, folder=desk.folder))
    assert (again["seen"], again["duplicate"], again["snapshot"]) == (6, 6, None)


@contextmanager
def server(home: Path) -> Iterator[str]:
    """A Prefect server of the user's, on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = start("prefect", "server", "start", "--port", str(port), folder=home, PREFECT_HOME=str(home))
    address = f"http://127.0.0.1:{port}/api"
    with httpx.Client() as client:

        def answers() -> bool:
            with suppress(httpx.TransportError):
                return client.get(f"{address}/health").status_code == 200
            return False

        try:
            wait_until(answers, process)
            yield address
        finally:
            members = offspring(process.pid)
            for member in members:
                with suppress(psutil.NoSuchProcess):
                    member.terminate()
            process.communicate(timeout=SECONDS)
            psutil.wait_procs(members, timeout=SECONDS)


def test_a_deployment_runs_on_a_server_with_a_worker(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("prefect")
    with server(home) as address:
        known = {"PREFECT_API_URL": address, "PREFECT_HOME": str(home)}

        def prefect(*arguments: str) -> str:
            return finish("prefect", "--no-prompt", *arguments, folder=desk.folder, **known)

        prefect("work-pool", "create", "dateline", "--type", "process")
        prefect("deploy", "--all", "--prefect-file", str(ROOT / "prefect.yaml"))
        prefect("deployment", "run", "daily/daily")
        prefect("worker", "start", "--pool", "dateline", "--run-once")
        (artifact,) = httpx.post(f"{address}/artifacts/filter", json={}).json()
        deployments = httpx.post(f"{address}/deployments/filter", json={}).json()
    assert artifact["key"] == "dateline-daily"
    assert "| 6 | 5 | 0 | 1 | 0 |" in artifact["data"]
    assert desk.table("articles").height == 5
    schedules = {one["name"]: [item["schedule"]["cron"] for item in one["schedules"]] for one in deployments}
    assert schedules == {"ingest": [], "build": [], "remember": [], "daily": ["15 5 * * *"]}
