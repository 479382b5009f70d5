"""What tasks are called: the office's own words, else the handbook's in the language asked for."""

from __future__ import annotations

from planner.language.catalog import text
from planner.rules.shipped_tasks import shipped
from planner.rules.text import Language


def task_title(code: str, title: str, language: Language) -> str:
    """Return what is to be done."""
    known = shipped(code)
    return title or (text(known.title, language) if known else "")


def task_owner(code: str, owner: str, language: Language) -> str:
    """Return who sees to it, where nobody is named."""
    known = shipped(code)
    return owner or (text(known.owner, language) if known else "")
