"""Runs of a process of its own, whose memory is measured: `python -m tests.benchmarks.data_runs read FILE EVENT`."""

from __future__ import annotations

import json
import sys

from tests.benchmarks.paper_runs import peak_memory


def read(file: str, event: str) -> None:
    """Open an office and keep the whole board of an event, as the window does."""
    from planner.app import open_planner
    from planner.queries.delegations import delegations

    planner = open_planner(file, read_only=True)
    board = planner.read(delegations, int(event))
    report(sum(len(row.members) for row in board))
    planner.close()


def raw(file: str, _event: str) -> None:
    """Keep the rows of the same tables as the driver gives them."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(file)
    tables = ("participation", "person", "person_name", "post", "delegation", "organisation", "organisation_name")
    kept = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    report(len(kept["participation"]))


def report(rows: int) -> None:
    """Print what was held."""
    print(json.dumps({"rows": rows, "memory": peak_memory()}))


if __name__ == "__main__":
    mode, *arguments = sys.argv[1:]
    globals()[mode](*arguments)
