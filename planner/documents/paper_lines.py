"""The lines of a paper for comparing: each row by its id, with the words a reader finds under each aspect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from typing import Literal

from planner.documents import agenda, participants, running_order
from planner.documents.content import Block, Line
from planner.documents.data import EventData, FlagsData, ItemData, ParticipantsData, ProgrammeData, SeatingData
from planner.documents.freeze import PaperData
from planner.documents.item_facts import dress, hall, interpretation, talk_facts, vehicles
from planner.documents.logistics_data import LogisticsData
from planner.documents.logistics_lines import logistics_lines
from planner.documents.people_in_items import having_role, speakers, taking_part
from planner.documents.person_data import PersonData
from planner.documents.programme import Options, coordinator, printed
from planner.documents.seating_lines import seating_lines
from planner.documents.set_lines import SetData, set_lines
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_day_heading, format_offset, format_range, format_time_range
from planner.rules.kinds import Audience, ItemState, Role
from planner.rules.paper_changes import Kind, PaperLine, Words
from planner.rules.text import Language, Text

_LAST = 10**9  # the place of what has no time
_Each = Callable[[Wordings], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """Which paper is compared, and what of it a reader sees."""

    paper: str
    languages: tuple[Language, ...]
    edition: Literal["guest", "working"] = "guest"
    delegation_id: int | None = None
    show_people: bool = False
    show_places: bool = True
    show_movements: bool = True

    @property
    def options(self) -> Options:
        """The same as the programme's own options."""
        return Options(self.edition, self.show_people, self.show_places, self.show_movements)


def paper_lines(data: PaperData, shown: Shown) -> tuple[PaperLine, ...]:
    """Return the lines of a paper in its order, the title first; what is cancelled is no line."""
    if isinstance(data, SeatingData | FlagsData):
        return seating_lines(data, shown.languages)
    if isinstance(data, LogisticsData):
        return logistics_lines(data, shown.languages, shown.edition)
    if isinstance(data, SetData):
        return set_lines(data, shown.paper, shown.languages)
    if isinstance(data, ParticipantsData):
        return _List(data, shown).lines()
    lines = _Plan(data, shown)
    if shown.paper == "agenda":
        return tuple(lines.agenda())
    return tuple(lines.running_order() if shown.paper == "running-order" else lines.programme())


class _Paper:
    """What lines of all papers share: the words in each language compared."""

    def __init__(self, event: EventData, shown: Shown) -> None:
        self.event, self.shown = event, shown
        self.wordings = for_languages(shown.languages)

    def words(self, say: _Each) -> Words:
        """Return the same words in each language."""
        return tuple(say(each) for each in self.wordings)

    def text(self, text: Text) -> Words:
        """Return a text in each language, the mark where it is missing; nothing for no text."""
        return self.words(lambda each: each.line(text).text if text else "")

    def heading_line(self, title: Text, subtitle: Text, facts: Mapping[Kind, Words]) -> PaperLine:
        """Return the line that stands for the title of the paper; an authored subtitle stands for all under it."""
        words = self.text(title or self.event.title)
        said = {Kind.WORDING: words, Kind.NOTE: self.text(subtitle)} if subtitle else {Kind.WORDING: words, **facts}
        time = said.get(Kind.MOVED, ())
        return PaperLine(self.event.id, 0, (0,), self.nothing, words, said, time, stands_alone=False)

    def days(self) -> Words:
        """Return the days of the event."""
        first, last = self.event.from_day, self.event.to_day
        return self.words(lambda each: format_range(first, last, each.language, form="full"))

    @property
    def nothing(self) -> Words:
        """No words, in each language."""
        return ("",) * len(self.wordings)


class _Plan(_Paper):
    """The lines of programme, agenda and running order."""

    def __init__(self, data: ProgrammeData, shown: Shown) -> None:
        super().__init__(data.event, shown)
        self._data = data

    def programme(self) -> Iterator[PaperLine]:
        """Yield title and items."""
        heading = self._data.heading
        place = {} if heading.title or not self.event.place else {Kind.PLACE: self.text(self.event.place)}
        yield self.heading_line(heading.title, heading.subtitle, {Kind.MOVED: self.days(), **place})
        for item in self._standing(printed(self._data.items, self.shown.options)):
            yield self._item(item)
        for number, one in enumerate(self._data.coordinators):
            words = self.words(lambda each, one=one: coordinator(one, each).text)  # type: ignore[misc]
            facts = {Kind.WORDING: words}
            yield PaperLine(-one.person.id, 0, (_LAST + 1, number), self.nothing, words, facts, who=one.person.id)

    def agenda(self) -> Iterator[PaperLine]:
        """Yield title, with time and place of the meeting, and topics."""
        meeting, topics = agenda.topics(self._data, self.shown.edition)
        facts = {Kind.MOVED: self.days()}
        if meeting is not None and meeting.day is not None:
            facts = {
                Kind.MOVED: self._when(meeting),
                Kind.PLACE: self._place(meeting),
                Kind.PERSON: self._people(meeting, [Role.CHAIR]),
                Kind.NOTE: _joined(self._interpreted(meeting), self._worn(meeting)),
            }
        heading = self.heading_line(self._data.heading.title, self._data.heading.subtitle, facts)
        yield heading._replace(time=self._time(meeting) if meeting is not None and meeting.day else heading.time)
        for number, topic in enumerate(self._standing(topics), 1):
            length = self.words(partial(_length, topic))
            said = self.words(partial(_speakers, topic))
            facts = {
                Kind.MOVED: length, Kind.WORDING: self.text(topic.title), Kind.NOTE: self._note(topic),
                Kind.PERSON: _joined(said, self._people(topic, [Role.IN_CHARGE] if self._working else [])),
            }  # fmt: skip
            yield PaperLine(
                topic.id, meeting.id if meeting else 0, (1, number), self.nothing, facts[Kind.WORDING], facts,
                length, number,
            )  # fmt: skip

    def running_order(self) -> Iterator[PaperLine]:
        """Yield title, items, and after each session its talks."""
        heading = self._data.heading
        place = {Kind.PLACE: self.text(self.event.place)} if self.event.place else {}
        yield self.heading_line(heading.title, heading.subtitle, {Kind.MOVED: self.days(), **place})
        items = printed(self._data.items, self.shown.options)
        countries = running_order.says_countries(items)
        for item in self._standing(items):
            session = self._item(item)
            if running_order.is_session(item):
                people = self._people(item, list(running_order.LEADS))
                note = _joined(session.facts[Kind.NOTE], self._interpreted(item))
                facts = {**session.facts, Kind.PERSON: people, Kind.NOTE: note}
                if Kind.PLACE in facts:
                    facts[Kind.PLACE] = _joined(facts[Kind.PLACE], self.words(partial(hall, item)))
                yield session._replace(facts=facts)
                yield from self._talks(item, session, countries=countries)
            else:
                yield session

    def _talks(self, session: ItemData, line: PaperLine, *, countries: bool) -> Iterator[PaperLine]:
        for number, talk in enumerate(self._standing(session.parts), 1):
            time = self._time(talk)
            facts = {
                Kind.MOVED: time, Kind.WORDING: self.text(talk.title),
                Kind.NOTE: _joined(self.words(partial(_given, talk)), self.text(talk.note)),
                Kind.PERSON: self.words(partial(_speakers, talk, at_length=True, countries=countries)),
            }  # fmt: skip
            yield PaperLine(
                talk.id, line.block, (*line.place, number), line.heading, facts[Kind.WORDING], facts, time,
                number if talk.start is None else 0, parent=session.id,
            )  # fmt: skip

    def _item(self, item: ItemData) -> PaperLine:
        timed = item.day is not None and item.start is not None
        facts = {
            Kind.MOVED: self._when(item), Kind.WORDING: self.text(item.title), Kind.NOTE: self._note(item),
            Kind.PERSON: self._item_people(item),
        }  # fmt: skip
        if self.shown.show_places:
            facts[Kind.PLACE] = self._place(item)
        block = item.day.toordinal() if timed and item.day else 0
        place = (block or _LAST, item.start if timed and item.start is not None else 0, item.id)
        heading = self.words(
            lambda each: format_day_heading(item.day, each.language) if timed and item.day else each.word("pool")
        )
        return PaperLine(item.id, block, place, heading, facts[Kind.WORDING], facts, self._time(item))

    def _time(self, item: ItemData) -> Words:
        """Return "10:00–11:00", with what must be known of it: an end on another day, a zone that is not the host's."""
        if item.start is None:
            return self.nothing
        time = format_time_range(item.start, item.end)
        zone = ""
        if item.day is not None and item.zone and item.zone != self.event.host_zone:
            zone = f", {format_offset(item.day, item.start, item.zone)}"
        return self.words(lambda each: f"{time}{self._until(item, each)}{zone}")

    def _until(self, item: ItemData, wordings: Wordings) -> str:
        if item.end is None or item.end_day is None or item.end_day == item.day:
            return ""
        return " " + wordings.word("until", day=format_day(item.end_day, wordings.language, form="day_month"))

    def _when(self, item: ItemData) -> Words:
        """Return the time with its day: "Wednesday, 15 May, 10:00–11:00"."""
        day = item.day
        if day is None:
            return self.words(lambda each: each.word("pool"))
        days = self.words(lambda each: format_day_heading(day, each.language))
        return _joined(days, self._time(item))

    def _place(self, item: ItemData) -> Words:
        return self.words(lambda each: _line(each.place(item.place)))

    def _note(self, item: ItemData) -> Words:
        """Return the note, in the working edition with how firm an item is and that it is internal."""
        keys = []
        if self._working:
            keys = ["tentative"] * (item.state is ItemState.TENTATIVE)
            keys += ["internal"] * (Audience.GUEST not in item.audience)
        return _joined(self.text(item.note), self._worn(item), *(self.words(methodcaller("word", key)) for key in keys))

    def _item_people(self, item: ItemData) -> Words:
        said = self.words(lambda each: _line(taking_part(item, each))) if self.shown.show_people else self.nothing
        if not self._working:
            return said
        cars = self.words(lambda each: _line(vehicles(item, each)))
        served = self._people(item, [Role.IN_CHARGE, Role.INTERPRETER])
        return _joined(said, served, self._interpreted(item), cars)

    def _interpreted(self, item: ItemData) -> Words:
        return self.words(lambda each: _line(interpretation(item.interpretation, each)))

    def _worn(self, item: ItemData) -> Words:
        return self.words(lambda each: _line(dress(item.dress, each)))

    def _people(self, item: ItemData, roles: Sequence[Role]) -> Words:
        return _joined(self.nothing, *(self.words(partial(_having_role, item, role)) for role in roles))

    @property
    def _working(self) -> bool:
        return self.shown.edition == "working"

    @staticmethod
    def _standing(items: Iterable[ItemData]) -> list[ItemData]:
        return [item for item in items if item.state is not ItemState.CANCELLED]


class _List(_Paper):
    """The lines of a list of participants: taken from the composed list, whose rows hold just name and post."""

    def __init__(self, data: ParticipantsData, shown: Shown) -> None:
        super().__init__(data.event, shown)
        self._data = data

    def lines(self) -> tuple[PaperLine, ...]:
        """Return title, delegations and members."""
        at = self._data.at
        facts = {Kind.MOVED: self.days()}
        if self.event.place:
            facts[Kind.PLACE] = self.text(self.event.place)
        if at is not None and at.day is not None:
            plan = _Plan(ProgrammeData(self.event, self._data.heading, ()), self.shown)
            facts = {Kind.MOVED: plan._when(at), Kind.PLACE: plan._place(at)}
        heading = self.heading_line(self._data.heading.title, self._data.heading.subtitle, facts)
        return (heading, *self._members())

    def _members(self) -> Iterator[PaperLine]:
        who = {member.id: _id(member.person) for each in self._data.delegations for member in each.members}
        for at, block in enumerate(self._blocks(), 1):
            heading = tuple(_line(cell) for cell in block.heading)
            facts = {Kind.WORDING: heading}
            yield PaperLine(block.id, block.id, (at,), self.nothing, heading, facts, stands_alone=False)
            for number, row in enumerate(block.rows, 1):
                name = tuple(cell[0].text for cell in row.cells)
                facts = {Kind.PERSON: name, Kind.POST: tuple(_line(cell[1:]) for cell in row.cells)}
                yield PaperLine(row.id, block.id, (at, number), heading, name, facts, (), number, who.get(row.id, 0))

    def _blocks(self) -> tuple[Block, ...]:
        try:
            return participants.compose(
                self._data._replace(known=()), languages=self.shown.languages, edition=self.shown.edition,
                delegation=self.shown.delegation_id,
            ).blocks  # fmt: skip
        except NotPossible:
            return ()  # nobody stands on it


def _having_role(item: ItemData, role: Role, wordings: Wordings) -> str:
    says = {**running_order.LEADS, Role.IN_CHARGE: "in_charge"}.get(role, "interpreter")
    return _line(having_role(item, role, wordings, says=says))


def _speakers(item: ItemData, wordings: Wordings, *, at_length: bool = False, countries: bool = False) -> str:
    return "; ".join(speakers(item, wordings, at_length=at_length, countries=countries))


def _given(talk: ItemData, wordings: Wordings) -> str:
    return _line(talk_facts(talk, wordings))


def _length(topic: ItemData, wordings: Wordings) -> str:
    return wordings.word("minutes", minutes=topic.minutes) if topic.minutes else ""


def _id(person: PersonData | None) -> int:
    return person.id if person is not None else 0


def _line(lines: Iterable[Line]) -> str:
    return ", ".join(line.text for line in lines)


def _joined(*words: Words) -> Words:
    return tuple(", ".join(filter(None, parts)) for parts in zip(*words, strict=True))

