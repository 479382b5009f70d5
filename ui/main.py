"""The start of the program: the shell first, the office after it is on the screen."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from ui import theme
from ui.settings import SettingsFile
from ui.translate import set_language
from ui.window.main_window import MainWindow
from ui.window.program import Program, Wish


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and return the exit status when it is closed."""
    os.umask(0o077)  # offices, backups and papers hold names: for their owner alone
    chosen = _parser().parse_args(arguments)
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
    status = application.exec()
    program.close()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui", description="Delegation Planner: the window.")
    parser.add_argument("office", nargs="?", help="an office file, or the address of an office on a server")
    parser.add_argument("--sample", action="store_true", help="open the sample office")
    parser.add_argument("--language", choices=("en", "ru"), help="the language of the window")
    parser.add_argument("--read-only", action="store_true", help="open the office for reading only")
    return parser
