"""What can be chosen for a paper: the languages something of it is written in, and its authored heading."""

from __future__ import annotations

from typing import Any, NamedTuple

from planner.language.languages import known
from planner.queries.events import EventPage, HeadingRow, event_page, headings
from planner.queries.texts import event_texts
from planner.rules.text import Language


class Sheet(NamedTuple):
    """What can be chosen for a paper, and its authored heading."""

    page: EventPage
    languages: tuple[Language, ...]
    heading: HeadingRow | None


def sheet_of(db: Any, event_id: int, paper: str) -> Sheet:
    """Return the event, the languages something of it is written in (its own first), and a paper's heading."""
    page = event_page(db, event_id)
    written = {tag for row in event_texts(db, event_id) for tag in row.text.wordings}
    written.update(page.host_languages, page.guest_languages)
    others = sorted(written.intersection(known()).difference(page.languages))
    return Sheet(page, (*page.languages, *others), headings(db, event_id).get(paper))
