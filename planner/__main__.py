"""The command line: what the program can do with data and papers, without a display.

Results go to stdout, one sentence of error to stderr. Exit status 0 done, 1 refused or failed, 2 a wrong call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from planner.commands.parser import build_parser
from planner.errors import PlannerError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    os.umask(0o077)  # offices, backups and papers hold names: for their owner alone
    _speak_utf8()
    parser = build_parser()
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(chosen) or 0)
    except PlannerError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _speak_utf8() -> None:
    """Write names in any script, also where the locale is plain C."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
