"""Files handed to the mail program of this computer, attached where the system has a way for that."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

ATTACHING = "xdg-email"
"""What attaches a file on Linux; other systems open an empty message, to which the file is added by hand."""


def open_mail(*paths: Path, subject: str) -> bool:
    """Open a message; tell whether the files are attached to it already."""
    if program := shutil.which(ATTACHING):
        # A list and no shell: nothing in a name can be taken for a command.
        command = [program, "--subject", subject]
        for path in paths:
            command += ["--attach", str(path)]
        return subprocess.run(command, check=False, timeout=20).returncode == 0
    QDesktopServices.openUrl(QUrl(f"mailto:?subject={quote(subject)}"))  # sink-ok: a message, its subject quoted
    return False
