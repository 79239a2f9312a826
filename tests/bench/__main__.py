"""Prints the benchmarks' table: walk against bare libraries, fetching, one worker against two, a large build."""

from __future__ import annotations

import argparse

from tests.bench.archives import measure_archive
from tests.bench.build import measure_builds
from tests.bench.fetch import measure_fetch
from tests.bench.walk import measure_walk


def main() -> None:
    """Run the benchmarks; the defaults take about a quarter of an hour on two cores."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=200, help="pages of the walk against the bare libraries")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each, in turn; the median counts")
    parser.add_argument("--fetch", type=int, default=2000, help="small pages to fetch; 0 leaves it out")
    parser.add_argument("--build", type=int, default=5000, help="articles of the large build; 0 leaves it out")
    parser.add_argument("--archive", type=int, default=1000, help="MiB of the large web archive; 0 leaves it out")
    given = parser.parse_args()
    print("| what | figure |\n|---|---|")
    for what, figure in measure_walk(given.pages, given.rounds):
        print(f"| {what} | {figure} |", flush=True)
    if given.fetch:
        for what, figure in measure_fetch(given.fetch):
            print(f"| {what} | {figure} |", flush=True)
    for what, figure in measure_archive(given.archive) if given.archive else ():
        print(f"| {what} | {figure} |", flush=True)
    if given.build:
        for what, figure in measure_builds(given.build):
            print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
