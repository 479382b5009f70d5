"""Personal schedule: what one participant or interpreter does, hour by hour (handbook 2.1, 1.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.item_facts import addressed_once, dress, interpretation
from planner.documents.people_in_items import having_role, taking_part
from planner.documents.run_sheet import in_charge
from planner.documents.set_data import OwnItemData, PersonalData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day_heading, format_time, format_time_range
from planner.rules.kinds import Audience, ItemState, Role, Side
from planner.rules.text import Language
from planner.rules.times import DAY

OURS = frozenset({Side.HOST, Side.STAFF})
_ROLES = {Role.CHAIR: "role_chair", Role.SPEAKER: "role_speaker", Role.MODERATOR: "role_moderator",
          Role.CO_MODERATOR: "role_co_moderator",
          Role.IN_CHARGE: "role_in_charge", Role.INTERPRETER: "role_interpreter"}  # fmt: skip


def compose(
    data: PersonalData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose somebody's own schedule; raises `NotPossible` for whoever takes part in nothing that has a time.

    Guests never read what is internal, whatever they are put down for.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    shown = [one for one in data.items if _is_read(one, data.side)]
    if not shown:
        raise NotPossible(
            "{name} takes part in nothing that has a time yet.", name=_name(data, wordings[0]),
        )  # fmt: skip
    held = {one.item.id for one in shown}
    tops = [one for one in shown if not _inside(one, shown, held)]
    places = addressed_once([one.item.place for one in tops])
    tops = [one._replace(item=one.item._replace(place=place)) for one, place in zip(tops, places, strict=True)]
    blocks = [
        Block(
            day.toordinal() if day else 0,
            tuple((Line(format_day_heading(day, each.language), Style.HEADING),) for each in wordings) if day else (),
            tuple(_row(one, wordings, changed) for one in items),
            Tone.DAY,
        )
        for day, items in groupby(tops, key=lambda one: one.day)
    ]
    titles = [_title(data, each) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=data.side in OURS)


def _is_read(one: OwnItemData, side: Side) -> bool:
    return one.item.state is not ItemState.CANCELLED and (side in OURS or Audience.GUEST in one.item.audience)


def _inside(one: OwnItemData, shown: Sequence[OwnItemData], held: set[int]) -> bool:
    """Tell whether an item is a part of another that is shown, with no role of its own."""
    return one.role is Role.TAKES_PART and any(
        one.item.id in {part.id for part in other.item.parts} for other in shown if other.item.id in held
    )


def _name(data: PersonalData, wordings: Wordings) -> str:
    person = data.participant.person
    return wordings.full_name(person) if person else data.participant.position.first(wordings.language)


def _title(data: PersonalData, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        return [frame.days_of(data.event, wordings.language)]

    head = frame.title(data.event, data.heading, wordings, paper="personal", subtitles=subtitles)
    person = data.participant.person
    who = wordings.list_name(person) if person else Line(wordings.word("to_be_confirmed"), Style.MISSING)
    position = data.participant.position or (person.position if person else None)
    lines = [head[0], who]  # whose it is comes before what it is of
    if position:
        lines.append(wordings.line(position, Style.NOTE))
    lines += head[1:]
    for one in data.officers:
        lines.append(wordings.plain(wordings.word("liaison", people=in_charge(one, wordings)), Style.NOTE))
    return tuple(lines)


def _row(one: OwnItemData, wordings: Sequence[Wordings], changed: Collection[int]) -> Row:
    ends = None if one.end is None else one.end % DAY
    lead = [Line(format_time_range(one.start, ends), Style.TIME)]
    if one.lead:
        ready = (each.word("ready_at", time=format_time((one.start - one.lead) % DAY)) for each in wordings)
        lead += [Line(words, Style.REMARK) for words in dict.fromkeys(ready)]
    cells = tuple(tuple(_cell(one, each)) for each in wordings)
    return Row(one.item.id, tuple(lead), cells, changed=one.item.id in changed)


def _cell(one: OwnItemData, wordings: Wordings) -> Iterator[Line]:
    item = one.item
    yield wordings.line(item.title, Style.STRONG if one.role is not Role.TAKES_PART or item.principal else Style.BODY)
    if one.role in _ROLES:
        words = wordings.word("your_role", role=wordings.word(_ROLES[one.role]))
        yield wordings.plain(words, Style.NOTE)
    yield from wordings.place(item.place)
    if item.note:
        yield wordings.line(item.note, Style.NOTE)
    yield from interpretation(one.interpretation, wordings)
    if one.role is Role.INTERPRETER:
        yield from taking_part(item, wordings)
    else:
        yield from having_role(item, Role.INTERPRETER, wordings, says="interpreter")
    yield from dress(one.dress, wordings)
