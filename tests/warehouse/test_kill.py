"""A publish killed at any point leaves the old state whole, and the next publish completes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.warehouse import small
from warehouse import catalog
from warehouse.store import Store

ROOT = Path(__file__).parents[2]

# Publishes six articles over three and dies by SIGKILL before or after the n-th call of one function.
CHILD = """
import sys
from pathlib import Path
from tests.deaths import die_at
from tests.warehouse import small
from warehouse.store import Store

root, module, name, calls, moment = sys.argv[1:]
die_at(module, name, int(calls), moment)
small.publish(Store(Path(root)), small.articles(6))
"""

POINTS = [
    ("warehouse.parts", "write_part", 3, "after"),
    ("polars", "DataFrame.write_parquet", 5, "after"),
    ("warehouse.disk", "link_or_copy", 2, "before"),
    ("warehouse.staging", "Staging._audited", 1, "before"),
    ("warehouse.catalog", "statements", 1, "before"),
    ("warehouse.disk", "sync_folders", 1, "before"),
    ("warehouse.disk", "write_text", 1, "before"),
    ("warehouse.disk", "write_text", 1, "after"),
    ("pathlib", "Path.symlink_to", 1, "after"),
]


def publish_and_die(root: Path, module: str, name: str, calls: int, moment: str) -> None:
    command = [sys.executable, "-c", CHILD, str(root), module, name, str(calls), moment]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == -signal.SIGKILL, found.stderr


@pytest.mark.parametrize(("module", "name", "calls", "moment"), POINTS)
def test_the_old_state_stays_whole(tmp_path: Path, module: str, name: str, calls: int, moment: str) -> None:
    store = Store(tmp_path)
    small.publish(store, small.warehouse())

    publish_and_die(tmp_path, module, name, calls, moment)

    current = store.current()
    assert current is not None
    assert current.number == 1
    assert small.is_whole(current)
    assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 3

    after = small.publish(store, small.articles(9))
    assert store.current() == after
    assert small.is_whole(after)
    assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 9
    assert all(small.is_whole(snapshot) for snapshot in store.snapshots())
    assert [path.name for path in (tmp_path / "snapshots").iterdir() if not (path / "manifest.json").exists()] == []
    assert list(tmp_path.rglob(".writing-*")) == []


def test_a_kill_after_the_swap_leaves_the_new_state_whole(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.warehouse())

    publish_and_die(tmp_path, "warehouse.disk", "point", 1, "after")

    current = store.current()
    assert current is not None
    assert current.number == 2
    assert small.is_whole(current)
    assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 6


def test_a_kill_in_the_first_publish_leaves_no_warehouse(tmp_path: Path) -> None:
    publish_and_die(tmp_path, "warehouse.disk", "point", 1, "after")

    assert Store(tmp_path).current() is None
    with pytest.raises(catalog.NoWarehouseError):
        catalog.connect(tmp_path)
    assert small.publish(Store(tmp_path), small.articles(3)).manifest.counts["articles"] == 3
    assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 3
