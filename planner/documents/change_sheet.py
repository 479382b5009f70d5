"""The change sheet: what is different in the new version of a paper, for those who hold the old one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import EventData
from planner.documents.freeze import PaperData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_stamp, local_day
from planner.rules.kinds import Side
from planner.rules.paper_changes import Change, Kind
from planner.rules.text import Language

_STYLES = {Kind.ADDED: Style.ADDED, Kind.CANCELLED: Style.CANCELLED}
_NAMES = {"minutes": "minutes_of_meeting"}
"""The word a paper is called by, where it is not that of its name."""
_TOLD_OF_NEW = (Kind.PLACE, Kind.NOTE, Kind.PERSON, Kind.POST)
"""What is told of something added beside its time and title."""


def compose(
    changes: Sequence[Change],
    *,
    paper: str,
    old: PaperData,
    new: PaperData,
    languages: tuple[Language, ...],
    holders: int,
    copy_for: Side | None = None,
    edition: str = "guest",
) -> Content:
    """Compose the sheet from `told` changes whose words are in `languages`; raise NotPossible where there are none.

    `holders` is how many hold the old version. With `copy_for` that side's own language stands first.
    """
    event = new.event
    if not changes:
        raise NotPossible(
            "Versions {old} and {new} say the same in these languages: there is nothing to tell.",
            old=old.event.version, new=event.version,
        )  # fmt: skip
    order = frame.in_order(event, languages, copy_for)
    wordings = for_languages(order)
    sheet = _Sheet(wordings, [languages.index(language) for language in order], paper)
    name = "working_programme" if (paper, edition) == ("programme", "working") else paper.replace("-", "_")
    titles = tuple(_title(old, new, each, name=name) for each in wordings)
    replaces = old.event.version
    ending = tuple((Line(_ending(old, new, each), Style.NOTE),) for each in wordings)
    return Content(
        languages=order,
        title=titles,
        blocks=(*sheet.blocks(changes), Block(0, (), (Row(0, (), ending),), Tone.NEUTRAL, closing=True)),
        footer=(
            " · ".join(_version(event, each) for each in wordings),
            " · ".join(each.word("distribution", replaces=replaces, count=holders) for each in wordings),
        ),
        continued=tuple(each.word("continued") for each in wordings),
        lead=LeadWidth.CHANGE,
        file_title=titles[0][0].text,
        author=event.office.first(*order),
        draft=False,
    )


class _Sheet:
    """Makes the rows; `order` says which of a change's words belongs to each column."""

    def __init__(self, wordings: Sequence[Wordings], order: Sequence[int], paper: str) -> None:
        self._wordings, self._order, self._paper = wordings, order, paper

    def blocks(self, changes: Iterable[Change]) -> Iterator[Block]:
        """Yield a block for each day, delegation or the title, with a row for each line that changed."""
        for key, under in groupby(changes, key=lambda change: (change.line.place[0], change.line.heading)):
            together = list(under)
            rows = tuple(self._row(list(of_line)) for _, of_line in groupby(together, key=lambda change: change.id))
            words = [key[1][at] for at in self._order]
            heading = tuple((Line(each, Style.HEADING),) for each in words) if any(words) else ()
            yield Block(together[0].line.block, heading, rows, Tone.DAY)

    def _row(self, changes: Sequence[Change]) -> Row:
        lead = [label for change in changes for label in self._labels(change)]
        cells = tuple(self._cell(changes, at, each) for at, each in zip(self._order, self._wordings, strict=True))
        return Row(changes[0].id, tuple(dict.fromkeys(lead)), cells)

    def _labels(self, change: Change) -> Iterator[Line]:
        key = change.kind.value.replace("-", "_")
        if change.kind is Kind.MOVED and self._paper == "agenda" and change.line.stands_alone:
            key = "new_length"
        elif change.kind is Kind.CANCELLED and self._paper == "participants":
            key = "removed"  # nobody is cancelled
        for each in self._wordings:
            yield Line(each.word(key), _STYLES.get(change.kind, Style.CHANGED))

    def _cell(self, changes: Sequence[Change], at: int, wordings: Wordings) -> Cell:
        first, line = changes[0], changes[0].line
        title = line.title[at] or wordings.missing.text
        if first.kind in (Kind.ADDED, Kind.CANCELLED):
            whole = " ".join(filter(None, (line.time[at] if line.time else "", title)))
            if first.kind is Kind.CANCELLED:
                return (Line(whole, Style.BODY, len(whole)),)
            facts = (line.facts[kind][at] for kind in _TOLD_OF_NEW if kind in line.facts)
            return (Line(whole), *(Line(words, Style.NOTE) for words in facts if words and words != title))
        told = (_replaced(*self._said(change, at), title) for change in changes)
        return (Line(title), *(line for line in told if line is not None))

    @staticmethod
    def _said(change: Change, at: int) -> tuple[str, str]:
        before, after = change.words()
        return (before[at] if before else ""), (after[at] if after else "")


def _replaced(before: str, after: str, title: str) -> Line | None:
    """Return "old → new", the old struck through; the new is left out where it is the title that stands above."""
    if before == after:
        return None  # it changed in another language
    if not before:
        return Line(f"+ {after}", Style.NOTE)
    if not after or after == title:
        return Line(before, Style.NOTE, len(before))
    return Line(f"{before} → {after}", Style.NOTE, len(before))


def _title(old: PaperData, new: PaperData, wordings: Wordings, *, name: str) -> Cell:
    """Return "Changes to the Programme of Stay of …" over the two versions and their days."""
    versions = wordings.word(
        "sheet_versions", version=new.event.version, replaces=old.event.version,
        day=_day(new.event, wordings.language), before=_day(old.event, wordings.language, unless_in=new.event),
    )  # fmt: skip
    of = () if new.heading.title or not new.event.title else (wordings.line(new.event.title, Style.SUBTITLE),)
    return (Line(_called(new, wordings, name), Style.TITLE), *of, Line(versions, Style.SUBTITLE))


def _called(data: PaperData, wordings: Wordings, name: str) -> str:
    """Return what the sheet is called; a title that begins with the paper's own name takes the form after "in"."""
    title = wordings.line(data.heading.title).text if data.heading.title else ""
    name = _NAMES.get(name, name)
    own = wordings.word(name)
    if not wordings.knows(f"in_{name}"):
        return wordings.word("changes", title=title or own)
    if not title or title.casefold().startswith(own.casefold()):
        return wordings.word("changes_in", paper=wordings.word(f"in_{name}") + title[len(own) :])
    return wordings.word("changes", title=title)


def _ending(old: PaperData, new: PaperData, wordings: Wordings) -> str:
    return wordings.word("other_items_stand", version=new.event.version, replaces=old.event.version)


def _version(event: EventData, wordings: Wordings) -> str:
    stamp = format_stamp(_moment(event), wordings.language, zone=event.host_zone)
    return wordings.word("version", version=event.version, stamp=stamp)


def _day(event: EventData, language: Language, *, unless_in: EventData | None = None) -> str:
    """Return the day of issue in the host's zone, without the year where the other version names the same one."""
    day = local_day(_moment(event), event.host_zone)
    other = local_day(_moment(unless_in), unless_in.host_zone) if unless_in else None
    return format_day(day, language, form="day_month" if other and other.year == day.year else "full")


def _moment(event: EventData) -> datetime:
    return datetime.fromisoformat(event.issued_at or event.changed_at)
