"""The day as it runs, as lines: planned and real times, how late, and when what follows can begin. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from planner.documents.data import PartData
from planner.operations.retiming import Move
from planner.queries.run_sheet import RunRow, RunSheet
from planner.rules.ripple import Stop, Why
from planner.rules.run_sheet import Proposal, Running, Stage, proposal
from planner.rules.times import DAY, clock, zone_named
from ui.agenda.ahead import needed_of, pieces_of
from ui.agenda.columns import Across, columns_of
from ui.agenda.plan import Plan, own_time
from ui.agenda.timeline_items import span
from ui.agenda.words import capital
from ui.common.named import first_name, shown
from ui.common.pill import Tone
from ui.common.words import word
from ui.translate import language, t, tn

LATE = 10
"""From so many minutes on being late is red."""


class RunLine(NamedTuple):
    """A line of the list; `id` is the item's."""

    id: int
    offset: str
    time: str
    title: str
    place: str
    in_charge: str
    phone: str
    really: str
    late: str
    tone: Tone
    expected: str
    stage: Stage
    alert: str = ""

    @property
    def about(self) -> str:
        """Return what stands beside the title: an alert before the place."""
        return " · ".join(filter(None, (self.alert, self.place)))


class RunDay(NamedTuple):
    """A day as it runs. `now` is minutes from its midnight by the host's clock, None on another day."""

    day: date
    now: int | None
    rows: tuple[RunRow, ...]
    running: Mapping[int, Running]
    lines: tuple[RunLine, ...]
    proposal: Proposal

    def row(self, item_id: int | None) -> RunRow | None:
        """Return a line of the run sheet."""
        return next((row for row in self.rows if row.id == item_id), None)


def run_day(plan: Plan, sheet: RunSheet, day: date, moment: datetime) -> RunDay:
    """Return a day as it stands at a moment."""
    rows = tuple(row for row in sheet.rows if row.day == day)
    now = minute_of(moment, day, plan.event.host_zone)
    running = _running(plan, day, rows)
    found = Proposal() if now is None else proposal(list(running.values()), now, needed=needed_of(plan))
    lines = tuple(_line(plan, row, running.get(row.id) or _alone(row), found, now) for row in rows)
    return RunDay(day, now, rows, running, lines, found)


def minute_of(moment: datetime, day: date, zone: str) -> int | None:
    """Return a moment in minutes from a day's midnight; None where it is no part of that day or of the night after."""
    there = moment.astimezone(zone_named(zone))
    minute = (there.date() - day).days * DAY + there.hour * 60 + there.minute
    return minute if 0 <= minute < DAY + 6 * 60 else None


def wall_minute(moment: datetime, zone: str) -> int:
    """Return what the clocks of a zone show."""
    there = moment.astimezone(zone_named(zone))
    return there.hour * 60 + there.minute


def moves_of(plan: Plan, found: RunDay) -> list[Move]:
    """Return what the proposal comes to, as the operation takes it."""
    moves = []
    for item_id, place in found.proposal.places.items():
        item = plan.item(item_id)
        if item is not None:
            moves.append(Move(item_id, *own_time(plan, item, found.day, place.start)))
    return moves


def proposal_words(plan: Plan, found: RunDay) -> str:
    """Say what would be re-timed, and where that ends."""
    titles = {row.id: row for row in found.rows}
    said = [
        t("{title} {old} → {new}", title=_title(plan, titles[one]), old=clock(titles[one].start % DAY),
          new=clock(place.start % DAY))
        for one, place in found.proposal.places.items() if one in titles
    ]  # fmt: skip
    words = " · ".join(said[:3])
    if len(said) > 3:
        words = f"{words} · {tn('and {n} more', 'and {n} more', len(said) - 3)}"
    stop = max(found.proposal.ripple.stops, key=lambda one: (one.missing, -one.minute), default=None)
    row = titles.get(stop.piece) if stop is not None else None
    if stop is None or row is None or stop.why is not Why.ANCHOR or not (said or stop.missing):
        return words
    return ". ".join(part for part in (words, _anchor_words(plan, row, stop)) if part)


def _anchor_words(plan: Plan, row: RunRow, stop: Stop) -> str:
    up_to = t("Up to “{title}”, {time}, which cannot move", title=_title(plan, row), time=clock(row.start % DAY))
    return f"{up_to} · {tn('{n} minute missing', '{n} minutes missing', stop.missing)}" if stop.missing else up_to


def now_words(plan: Plan, found: RunDay) -> str:
    """Say what is going on at this minute, and how late it is."""
    if found.now is None:
        return t("Not today: what was noted can be read and corrected.")
    going = [row for row in found.rows if row.id in found.running and found.running[row.id].stage is Stage.RUNNING]
    if going:
        return " · ".join(
            f"{capital(late_words(found.running[row.id].late(found.now)))}: {_title(plan, row)}" for row in going[:2]
        )
    ahead = next((row for row in found.rows if is_ahead(found, row.id)), None)
    if ahead is None:
        return t("Nothing more today.")
    return t("Next: {title}, {time}", title=_title(plan, ahead), time=clock(ahead.start % DAY))


def alert_words(plan: Plan, found: RunDay) -> str:
    """Say which items still to come, or going on, somebody entered a warning of, the first ones."""
    open_ = [row for row in found.rows if row.alert and row.ended is None and (is_ahead(found, row.id) or row.began)]
    said = [f"{clock(row.start % DAY)} {_title(plan, row)}: {row.alert}" for row in open_]
    return t("Alert: {words}", words=" · ".join(said[:3])) if said else ""


def short_late(minutes: int) -> str:
    """Say the same under the heading that says "late"."""
    return t("{n} min", n=minutes) if minutes > 0 else late_words(minutes)


def is_ahead(found: RunDay, item_id: int) -> bool:
    """Tell whether an item is still to come: not begun, and not past without a note."""
    one = found.running.get(item_id)
    return one is not None and one.stage is Stage.AHEAD and (found.now is None or one.end >= found.now)


def late_words(minutes: int) -> str:
    """Say how late or early something is."""
    if minutes > 0:
        return tn("{n} min late", "{n} min late", minutes)
    return tn("{n} min early", "{n} min early", -minutes) if minutes < 0 else t("on time")


def in_charge(row: RunRow, *tags: str) -> tuple[str, str]:
    """Return who is in charge of an item, and their telephones."""
    named = [(_person(one.who, *tags), one.phone) for one in row.responsible]
    return ", ".join(name for name, _phone in named if name), ", ".join(phone for _name, phone in named if phone)


def _running(plan: Plan, day: date, rows: Sequence[RunRow]) -> dict[int, Running]:
    pieces = {one.id: one for one in pieces_of(plan, day, columns_of(plan, Across.TRACKS))}
    return {
        row.id: Running(row.id, row.start, row.end, row.began, row.ended, pieces[row.id].holds, row.hard)
        for row in rows if row.id in pieces
    }  # fmt: skip


def _alone(row: RunRow) -> Running:
    """Return a part of an item: noted like others, and never re-timed by itself."""
    return Running(row.id, row.start, row.end, row.began, row.ended, hard=True)


def _line(plan: Plan, row: RunRow, one: Running, found: Proposal, now: int | None) -> RunLine:
    tags = plan.event.languages
    name, phone = in_charge(row, *tags)
    late, tone = _late(one, now, part=row.parent_id is not None)
    place = found.places.get(row.id)
    title = _title(plan, row)
    return RunLine(
        row.id, offset_words(row.offset), span(row.start, row.end), f"    {title}" if row.parent_id else title,
        shown(row.place.room or row.place.venue, *tags), name, phone, _really(one), late, tone,
        "" if place is None else span(place.start, place.end), one.stage, row.alert,
    )  # fmt: skip


def offset_words(offset: int | None) -> str:
    """Return minutes counted from the beginning of the day's principal item: "−00:20", "+01:10"."""
    return "" if offset is None else f"{'−' if offset < 0 else '+'}{clock(abs(offset))}"


def _really(one: Running) -> str:
    if one.began is None:
        return ""
    return f"{clock(one.began % DAY)}–{'' if one.ended is None else clock(one.ended % DAY)}"


def _late(one: Running, now: int | None, *, part: bool) -> tuple[str, Tone]:
    if one.stage is Stage.OVER:
        minutes = one.late(0)
        return short_late(minutes), Tone.FINE if minutes <= 0 else _tone(minutes)
    if now is None or (part and one.stage is Stage.AHEAD):
        return "", Tone.NEUTRAL
    minutes = one.late(now)
    if one.stage is Stage.RUNNING:
        return short_late(minutes), Tone.FINE if minutes <= 0 else _tone(minutes)
    if one.end < now:
        return t("not noted"), Tone.NEUTRAL
    return (short_late(minutes), _tone(minutes)) if minutes > 0 else ("", Tone.NEUTRAL)


def _tone(minutes: int) -> Tone:
    return Tone.STOP if minutes >= LATE else Tone.ATTENTION


def _title(plan: Plan, row: RunRow) -> str:
    return row.title.first(*plan.event.languages) or t("Without a title")


def _person(one: PartData, *tags: str) -> str:
    if one.person is not None:
        return first_name(one.person.names, language(), *tags) or shown(one.person.position, *tags)
    return shown(one.group, *tags) or (word(one.side) if one.side is not None else "")
