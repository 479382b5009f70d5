"""Where things lie: what the program brings along, and where it may write for this person."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

APP_NAME = "Delegation Planner"


@cache
def resources() -> Path:
    """Return the folder `resources`: of a frozen program, of the source tree, or of an installed wheel."""
    beside_the_package = Path(__file__).resolve().parent.parent / "resources"
    candidates = [beside_the_package, Path(sys.prefix) / "share" / "delegation-planner" / "resources"]
    if frozen := getattr(sys, "_MEIPASS", None):
        candidates.insert(0, Path(frozen) / "resources")
    for folder in candidates:
        if folder.is_dir():
            return folder
    message = f"The program's folder of resources is missing: {beside_the_package}"
    raise FileNotFoundError(message)


def data_folder() -> Path:
    """Return the folder where offices are kept unless the person chooses another; it may not exist yet."""
    from platformdirs import user_data_path  # costs a few milliseconds, and printing needs none of it

    return user_data_path(APP_NAME, appauthor=False)


def sample_office() -> Path:
    """Return where this person's sample office lies; it may not exist yet."""
    return data_folder() / "sample.office"


def log_folder() -> Path:
    """Return the folder of the logs; it may not exist yet."""
    from platformdirs import user_log_path

    return user_log_path(APP_NAME, appauthor=False)
