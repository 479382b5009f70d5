"""`python -m ui [OFFICE] [--sample] [--language ru|en] [--read-only]`: opens the window."""

from __future__ import annotations

import gc
import sys


def run() -> int:
    """Open the window; in a frozen program, whose child has no interpreter of its own, read a table instead."""
    if sys.argv[1:] == ["--read-table"]:
        from planner.exchange.reader import main as read_table

        return read_table()
    # Nothing is thrown away before the window is on the screen: the collector would only look through new modules.
    gc.disable()
    from ui.main import main

    return main()


if __name__ == "__main__":
    sys.exit(run())
