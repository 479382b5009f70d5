"""The command that prints."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from planner.app import open_planner
from planner.exchange.files_out import write_whole
from planner.papers import Choice, Paper, print_paper
from planner.rules.kinds import Side


def print_to_file(chosen: Namespace) -> None:
    """Print a paper as PDF; the file is written whole or not at all."""
    choice = Choice(
        Paper(chosen.paper), chosen.event, chosen.languages, arrangement=chosen.layout,
        copy_for=Side(chosen.copy_for) if chosen.copy_for else None, edition=chosen.edition, item_id=chosen.item,
    )  # fmt: skip
    planner = open_planner(chosen.office, read_only=True)
    try:
        printed = planner.read(print_paper, choice)
    finally:
        planner.close()
    write_whole(Path(chosen.out), printed.pdf)
