"""List of participants: of a bilateral meeting, of one delegation, of a whole conference (handbook 2.4, 3.9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, tone_of
from planner.documents.data import DelegationData, ItemData, MemberFactsData, ParticipantData, ParticipantsData
from planner.documents.named import facts_line, telephone
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.countries import language_name
from planner.language.dates import format_day, format_time_range
from planner.language.languages import find
from planner.rules.kinds import Capacity, EventKind, ParticipationState, Side
from planner.rules.text import EMPTY, Language, Text

Form = Literal["bilateral", "delegation", "conference"]

_ACCOMPANYING = frozenset((Capacity.AIDE, Capacity.INTERPRETER, Capacity.PRESS, Capacity.SECURITY, Capacity.DRIVER))


def compose(
    data: ParticipantsData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    edition: Literal["guest", "working"] = "guest",
    form: Form | None = None,
    delegation: int | None = None,
    show_organisations: bool | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose a list of participants; raises `NotPossible` where there is nobody to print.

    Both languages show the same order and the same numbers; the order is the one given. Without `form` a
    conference gets its own, one delegation stands alone, and all else is bilateral.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    shown = _shown(data, edition, delegation)
    if not any(block.members for block in shown):
        raise NotPossible(
            "“{event}” has no participants to print. Add a delegation and its members first.",
            event=data.event.title.first(wordings[0].language),
        )
    form = form or _form(data, shown)
    if form != "conference":
        shown = _by_side(shown, guests_first=frame.guests_first(data.event, copy_for))
    organisations = form == "conference" if show_organisations is None else show_organisations
    known = {one.id: one for one in data.known} if edition == "working" else {}
    setter = _Rows(
        wordings, organisations=organisations, degrees=form == "conference", changed=frozenset(changed), known=known
    )
    sides = Counter(each.side for each in shown if each.members)
    blocks = [
        Block(
            each.id,
            _heading(each, wordings, form, alone=sides[each.side] == 1),
            setter.rows(each),
            tone_of(each.side),
        )
        for each in shown
        if each.members
    ]
    titles = [_title(data, each) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=edition == "working")


def _shown(data: ParticipantsData, edition: str, delegation: int | None) -> list[DelegationData]:
    """Return the delegations a paper holds, without those who declined; staff stand in the working edition alone."""
    shown = []
    for each in data.delegations:
        if (delegation is None or each.id == delegation) and (each.side is not Side.STAFF or edition == "working"):
            members = tuple(member for member in each.members if member.state != ParticipationState.DECLINED)
            shown.append(each if len(members) == len(each.members) else each._replace(members=members))
    return shown


def _form(data: ParticipantsData, shown: Sequence[DelegationData]) -> Form:
    if data.event.kind is EventKind.CONFERENCE and len(data.delegations) > 1 and data.at is None:
        return "conference"
    return "delegation" if len(shown) == 1 else "bilateral"


def _by_side(delegations: Sequence[DelegationData], *, guests_first: bool) -> list[DelegationData]:
    sides = (Side.GUEST, Side.HOST) if guests_first else (Side.HOST, Side.GUEST)
    place = {side: number for number, side in enumerate((*sides, Side.INVITED, Side.STAFF))}
    return sorted(delegations, key=lambda each: place[each.side])


def _heading(
    delegation: DelegationData, wordings: Sequence[Wordings], form: Form, *, alone: bool
) -> tuple[Cell, ...]:
    """Return the authored heading; without one the organisation (where a side has several blocks), then the side."""
    text = delegation.heading
    if not text and (form != "bilateral" or not alone):
        text = delegation.organisation
    if text:
        return tuple((each.line(text, Style.HEADING),) for each in wordings)
    return tuple((Line(each.word(delegation.side.value), Style.HEADING),) for each in wordings)


def _title(data: ParticipantsData, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        if data.at is not None and data.at.day is not None:
            return [
                *wordings.joined((data.at.place.venue, data.at.place.room), Style.SUBTITLE),
                _when(data.at, wordings),
            ]
        days = frame.days_of(data.event, wordings.language)
        return [wordings.line(data.event.place, Style.SUBTITLE), days] if data.event.place else [days]

    return frame.title(data.event, data.heading, wordings, paper="participants", subtitles=subtitles)


def _when(item: ItemData, wordings: Wordings) -> Line:
    """Return "среда, 10 апреля 2024 года, 10:00"."""
    assert item.day is not None
    day = format_day(item.day, wordings.language, form="weekday_full")
    return Line(day if item.start is None else f"{day}, {format_time_range(item.start, None)}", Style.SUBTITLE)


def _facts(known: MemberFactsData, wordings: Wordings) -> list[Line]:
    """Return what the office alone reads: languages spoken, telephone, room, diet."""
    room = f"{find(wordings.language).number_sign}{known.room}" if known.room else ""
    tongues = wordings.separator.join(language_name(tag, wordings.language) for tag in known.languages)
    diet = wordings.word(f"fit_{known.diet}") if wordings.knows(f"fit_{known.diet}") else known.diet
    facts = (
        f"{wordings.word('speaks')}: {tongues}" if tongues else "", telephone(known.phone, wordings), room,
        f"{wordings.word('q_diet')}: {diet}" if diet else "",
    )  # fmt: skip
    return list(facts_line(facts, wordings))


class _Rows:
    """Makes the rows of a list; a conference may have 85,000, so cells of the same words are made once."""

    __slots__ = ("_changed", "_columns", "_degrees", "_known", "_numbers", "_organisations")

    def __init__(
        self, wordings: Sequence[Wordings], *, organisations: bool, degrees: bool, changed: frozenset[int],
        known: Mapping[int, MemberFactsData],
    ) -> None:  # fmt: skip
        self._organisations, self._degrees = organisations, degrees
        self._known = known
        self._changed = changed
        self._columns = [(each, Line(each.word("to_be_confirmed"), Style.MISSING)) for each in wordings]
        self._numbers: list[Cell] = []

    def rows(self, delegation: DelegationData) -> tuple[Row, ...]:
        """Return the members numbered from 1, then, under a rule, those who accompany them."""
        members = [member for member in delegation.members if member.capacity not in _ACCOMPANYING]
        ruled = len(members) if members else -1
        members += [member for member in delegation.members if member.capacity in _ACCOMPANYING]
        heading = delegation.organisation
        return tuple(
            [
                Row(
                    member.id,
                    self._number(number + 1),
                    self._cells(member, heading),
                    number == ruled,
                    member.id in self._changed,
                )
                for number, member in enumerate(members)
            ]
        )

    def _cells(self, member: ParticipantData, heading: Text) -> tuple[Cell, ...]:
        person = member.person
        position = member.position
        degree = organisation = EMPTY
        if person is not None:
            if self._degrees:
                degree = person.degree
            if not position.wordings:  # asked of the mapping itself: this runs 85,000 times
                position = person.position
            if self._organisations and person.organisation.wordings != heading.wordings:
                organisation = person.organisation
        below = [text for text in (position, organisation) if text.wordings]
        cells = []
        known = self._known.get(member.id)
        for wordings, unknown in self._columns:
            name = unknown if person is None else wordings.list_name(person)
            facts = _facts(known, wordings) if known is not None else []
            lines = [wordings.line(text, Style.NOTE) for text in below]
            if degree.wordings:  # on the line of the post: "Doctor of Engineering, Rector"
                lines[: bool(position.wordings)] = wordings.joined((degree, position))
            cells.append((name, *lines, *facts))
        return tuple(cells)

    def _number(self, number: int) -> Cell:
        """Return the lead cell of a number; blocks share them."""
        while len(self._numbers) <= number:
            self._numbers.append((Line(str(len(self._numbers)), Style.NUMBER),))
        return self._numbers[number]
