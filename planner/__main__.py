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
        status = int(chosen.run(chosen) or 0)
        sys.stdout.flush()  # here, where a full disk or a closed pipe can still be told
        return status
    except PlannerError as error:
        return _refused(str(error))
    except BrokenPipeError:
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return _refused("Stopped. What was shown as done is done; the rest was not begun.")
    except OSError as error:
        if error.filename is not None:
            raise
        _drop_output()
        return _refused(f"The output could not be written: {error.strerror}.")


def _refused(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return 1


def _drop_output() -> None:
    """Let the interpreter's own last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Write names in any script, also where the locale is plain C."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
