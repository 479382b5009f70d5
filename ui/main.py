"""The start of the program: the shell first, the office after it is on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import ui.plain_imports  # noqa: F401 - before all others, which it makes quick
from ui import theme
from ui.settings import SettingsFile
from ui.translate import set_language
from ui.window.main_window import MainWindow
from ui.window.program import Program, Wish

if TYPE_CHECKING:
    import argparse

LOG_AFTER = 500
"""Milliseconds after the window is shown: its first paint waits for nothing."""


class Chosen(NamedTuple):
    """What the command line asks for."""

    office: str | None = None
    sample: bool = False
    language: str | None = None
    read_only: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and return the exit status when it is closed."""
    os.umask(0o077)  # offices, backups and papers hold names: for their owner alone
    chosen = _chosen(sys.argv[1:] if arguments is None else arguments)
    application = theme.new_application(sys.argv[0])
    application.setApplicationName("Delegation Planner")
    application.setDesktopFileName("delegation-planner")
    settings = SettingsFile()
    if chosen.language:
        settings.now = settings.change(language=chosen.language)
    set_language(settings.now.language)
    theme.apply(application, settings.now.theme, settings.now.text_size)
    window = MainWindow(settings)
    program = Program(window, settings)
    program.begin(Wish(chosen.office or "", sample=chosen.sample, read_only=chosen.read_only))
    window.show()
    from PySide6.QtCore import QTimer

    QTimer.singleShot(LOG_AFTER, window, _keep_log)
    status = application.exec()
    program.close()
    return status


def _keep_log() -> None:
    """Begin the log once the window is there: what goes wrong before would be seen at once."""
    from planner.paths import log_folder
    from ui.errors import keep_log

    keep_log(log_folder())


def _chosen(arguments: Sequence[str]) -> Chosen:
    """Read the command line; the parser, 5 ms of the start, is made only for what is not said plainly."""
    if not arguments:
        return Chosen()
    if list(arguments) == ["--sample"]:
        return Chosen(sample=True)
    if len(arguments) == 1 and not arguments[0].startswith("-"):
        return Chosen(arguments[0])
    return Chosen(**vars(_parser().parse_args(arguments)))


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(prog="python -m ui", description="Delegation Planner: the window.")
    parser.add_argument("office", nargs="?", help="an office file, or the address of an office on a server")
    parser.add_argument("--sample", action="store_true", help="open the sample office")
    parser.add_argument("--language", choices=("en", "ru"), help="the language of the window")
    parser.add_argument("--read-only", action="store_true", help="open the office for reading only")
    return parser
