"""What every paper has around its rows: the order of languages, titles, the foot of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Style
from planner.documents.data import EventData, HeadingData
from planner.documents.wording import Wordings
from planner.language.dates import format_range, format_stamp
from planner.language.direction import is_right_to_left, isolated, runs_leftwards
from planner.language.paper_words import word
from planner.rules.kinds import Side
from planner.rules.text import Language

Subtitles = Callable[[Wordings], list[Line]]
"""Writes the lines under the title in one language."""


def in_order(event: EventData, languages: Sequence[Language], copy_for: Side | None) -> tuple[Language, ...]:
    """Return the languages as they stand on the page; a side's own copy leads with that side's (handbook 3.9)."""
    asked = tuple(dict.fromkeys(languages)) or event.languages
    own = {Side.HOST: event.host_languages, Side.GUEST: event.guest_languages}.get(copy_for or Side.STAFF, ())
    leading = next((language for language in own if language in asked), None)
    return asked if leading is None else (leading, *(language for language in asked if language != leading))


def guests_first(event: EventData, copy_for: Side | None) -> bool:
    """Tell whose block comes first; in the host's own paper guests may stand first out of courtesy."""
    return copy_for is Side.GUEST or event.guest_first_in_host_list


def title(event: EventData, heading: HeadingData, wordings: Wordings, *, paper: str, subtitles: Subtitles) -> Cell:
    """Return the title of a paper in one language: as authored, or its own name over the event's title.

    An authored subtitle stands for all lines that would be written under the title.
    """
    lines: list[Line] = []
    if heading.title:
        lines.append(wordings.line(heading.title, Style.TITLE))
    else:
        lines.append(Line(word(paper, wordings.language), Style.TITLE))
        if event.title:
            lines.append(wordings.line(event.title, Style.SUBTITLE))
    under = [wordings.line(heading.subtitle, Style.SUBTITLE)] if heading.subtitle else subtitles(wordings)
    return (*lines, *under)


def days_of(event: EventData, language: Language) -> Line:
    """Return the event's days as a subtitle: "14–16 мая 2024 года"."""
    return Line(format_range(event.from_day, event.to_day, language, form="full"), Style.SUBTITLE)


def footer(
    event: EventData, languages: Sequence[Language], *, changed: bool = False, working: bool = False
) -> tuple[str, ...]:
    """Return the lines at the foot of each page, each in all languages of the page.

    The first says which version this is, or that it is a draft; then follow what a bar in the margin means and
    whom the paper is not for.
    """
    lines = [_side_by_side(_version(event, language) for language in languages)]
    if changed and event.replaces is not None:
        meaning = _side_by_side(word("changed", language, replaces=event.replaces) for language in languages)
        lines.append(f"▌ {meaning}")
    if working:
        lines.append(_side_by_side(word("not_for_distribution", language) for language in languages))
    return tuple(lines)


def _side_by_side(parts: Iterable[str]) -> str:
    """Join the languages of a line; where one runs leftwards, each is kept from turning the others round."""
    parts = list(parts)
    return " · ".join(map(isolated, parts) if any(map(runs_leftwards, parts)) else parts)


def paper(
    event: EventData,
    wordings: Sequence[Wordings],
    titles: Sequence[Cell],
    blocks: Sequence[Block],
    *,
    lead: LeadWidth,
    working: bool = False,
) -> Content:
    """Put a paper together from its titles and blocks."""
    languages = tuple(each.language for each in wordings)
    changed = any(row.changed for block in blocks for row in block.rows)
    return Content(
        languages=languages,
        title=tuple(titles),
        blocks=tuple(blocks),
        footer=footer(event, languages, changed=changed, working=working),
        continued=tuple(word("continued", language) for language in languages),
        lead=lead,
        file_title=titles[0][0].text,
        author=event.office.first(*languages),
        draft=event.version is None,
        right_to_left=frozenset(language for language in languages if is_right_to_left(language)),
    )


def _version(event: EventData, language: Language) -> str:
    moment = datetime.fromisoformat(event.changed_at if event.version is None else event.issued_at or event.changed_at)
    stamp = format_stamp(moment, language, zone=event.host_zone)
    if event.version is None:
        return word("draft", language, stamp=stamp)
    version = word("version", language, version=event.version, stamp=stamp)
    if event.replaces is None:
        return version
    return f"{version}, {word('replaces', language, replaces=event.replaces)}"
