"""Minutes of a meeting and its action list: who was there, what was heard, said and resolved (handbook 2.19)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone, tone_of
from planner.documents.data import DelegationData, HeadingData
from planner.documents.labelled import (
    block,
    commitment_row,
    first_note,
    heads,
    labelled,
    member_row,
    own_id,
    owner,
    row,
    signature,
    signed_by,
    with_whom,
)
from planner.documents.named import facts_line
from planner.documents.people_in_items import having_role
from planner.documents.set_data import CommitmentData, MinutesData, RecordData, StatementData, TopicRecordData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_time_range
from planner.language.numbers import numbered
from planner.rules.kinds import Role, Side
from planner.rules.text import Language

RECORDED = ("heard", "spoke", "resolved")
"""What a paragraph of the minutes is, in the order of the form."""
COMMITMENT_STATES = ("open", "done", "late", "dropped")
_SIDES = (Side.HOST, Side.GUEST, Side.INVITED)


def compose(
    data: MinutesData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the minutes; raises `NotPossible` while nothing is recorded and nothing was promised.

    In a side's own copy its language, its people and its signature stand first (handbook 3.9).
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    topics = [topic for topic in data.topics if topic.records]
    if not topics and not data.commitments:
        raise NotPossible(
            "Nothing is recorded of “{event}” yet. Write the minutes first.",
            event=data.event.title.first(wordings[0].language),
        )
    marks = frozenset(changed)
    order = {side: at for at, side in enumerate(_order(copy_for))}
    blocks = [*_present(data, wordings, order)]
    if agenda := [topic for topic in data.topics if data.meeting is None or topic.id != data.meeting.id]:
        numbered = (row(topic.id, wordings, lambda each, topic=topic: (each.line(topic.title),), str(number))  # type: ignore[misc]
                    for number, topic in enumerate(agenda, 1))  # fmt: skip
        blocks.append(block(1, wordings, "agenda", numbered))
    numbers = {topic.id: number for number, topic in enumerate(agenda, 1)}
    blocks += [_topic(topic, numbers.get(topic.id), wordings, marks) for topic in topics]
    if data.commitments:
        rows = [commitment_row(one, at, wordings, marks) for at, one in enumerate(data.commitments, 1)]
        blocks.append(block(2, wordings, "action_list", rows))
    blocks.append(Block(own_id("block", 3), (), tuple(_signatures(data, wordings, order)), Tone.NEUTRAL, closing=True))
    titles = [_title(data, each) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER)


def compose_actions(
    data: MinutesData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the list of what was promised, each with its owner, day and state; raises `NotPossible` for none."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.commitments:
        raise NotPossible(
            "Nothing was promised at “{event}” yet.", event=data.event.title.first(wordings[0].language)
        )
    rows = tuple(_action(one, at, wordings, changed) for at, one in enumerate(data.commitments, 1))
    heading = tuple((Line(each.word("what_to_do"), Style.HEADING),) for each in wordings)
    columns = tuple(
        tuple(Line(each.word(key), Style.NUMBER) for each in wordings) for key in ("owner", "due", "how_it_stands")
    )
    titles = [
        frame.title(data.event, HeadingData(), each, paper="action_list",
                    subtitles=lambda each: [frame.days_of(data.event, each.language)])
        for each in wordings
    ]  # fmt: skip
    paper = frame.paper(
        data.event, wordings, titles, [Block(own_id("block", 1), heading, rows, Tone.NEUTRAL, trail=columns)],
        lead=LeadWidth.NUMBER, working=True,
    )  # fmt: skip
    return paper._replace(trail=(840, 640, 760))


def _action(one: CommitmentData, number: int, wordings: Sequence[Wordings], changed: Collection[int]) -> Row:
    owners = tuple(Line(words, Style.BODY) for words in dict.fromkeys(owner(one, each) for each in wordings))
    days = [format_day(one.due, each.language, form="short") for each in wordings] if one.due else ["—"]
    state = f"state_{one.state}" if one.state in COMMITMENT_STATES else "state_open"
    states = [Line(words, Style.NUMBER) for words in dict.fromkeys(each.word(state) for each in wordings)]
    if one.result:
        states.append(Line(one.result, Style.NOTE))
    name = own_id("commitment", one.id)

    def say(each: Wordings) -> Cell:
        return (each.line(one.words), *facts_line(with_whom(one, each), each))

    plain = row(name, wordings, say, str(number), changed=name in changed)
    due = tuple(Line(day, Style.TIME) for day in dict.fromkeys(days))
    return plain._replace(trail=(owners, due, tuple(states)))


def _order(copy_for: Side | None) -> tuple[Side, ...]:
    """Return the sides as they stand: the host's, who keeps the record, and in the guests' own copy theirs first."""
    return (Side.GUEST, Side.HOST, Side.INVITED) if copy_for is Side.GUEST else _SIDES


def _title(data: MinutesData, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        lines = [wordings.line(data.event.place, Style.SUBTITLE)] if data.event.place else []
        meeting = data.meeting
        if meeting is not None and meeting.day is not None:
            when = format_day(meeting.day, wordings.language, form="weekday_full")
            if meeting.start is not None:
                when = wordings.separator.join((when, format_time_range(meeting.start, meeting.end)))
            lines.append(Line(when, Style.SUBTITLE))
        else:
            lines.append(frame.days_of(data.event, wordings.language))
        number = first_note(data.notes, "number")
        if number is not None:
            said = numbered(wordings.line(number.words).text, wordings.language)
            lines.append(wordings.plain(said, Style.SUBTITLE))
        return lines

    head = frame.title(data.event, data.heading, wordings, paper="minutes_of_meeting", subtitles=subtitles)
    lines: list[Line] = []
    if data.meeting is not None:
        lines += having_role(data.meeting, Role.CHAIR, wordings, says="chair")
    if not lines and (head_ := heads(data.delegations).get(Side.HOST)):
        lines.append(wordings.plain(wordings.word("chair", people=wordings.short_name(head_[0])), Style.NOTE))
    if secretary := first_note(data.notes, "secretary"):
        lines.append(labelled(wordings, "secretary", _secretary(secretary, wordings)))
    return (*head, *lines)


def _secretary(one: StatementData, wordings: Wordings) -> str:
    """Return who keeps the record: somebody of the event, else as it is written."""
    return wordings.short_name(one.person) if one.person is not None else wordings.line(one.words).text


def _present(data: MinutesData, wordings: Sequence[Wordings], order: dict[Side, int]) -> Iterator[Block]:
    """Yield a block for each side that was there, its people each in a row."""
    there = [each for each in data.delegations if each.side in order and each.members]
    for at, each in enumerate(sorted(there, key=lambda one: order[one.side])):
        rows = tuple(member_row(member, number, wordings) for number, member in enumerate(each.members, 1))
        yield Block(own_id("member", each.id), tuple(_side(each, one, first=at == 0) for one in wordings), rows,
                    tone_of(each.side))  # fmt: skip


def _side(delegation: DelegationData, wordings: Wordings, *, first: bool) -> Cell:
    text = delegation.heading
    name = wordings.line(text, Style.HEADING) if text else Line(wordings.word(delegation.side.value), Style.HEADING)
    return (Line(wordings.word("present"), Style.NOTE), name) if first else (name,)


def _topic(
    topic: TopicRecordData, number: int | None, wordings: Sequence[Wordings], changed: frozenset[int]
) -> Block:
    """Return a topic with its record; what is the same kind as the one above it does not say so again."""
    rows, last = [], ""
    for one in topic.records:
        name = own_id("record", one.id)
        said = one.kind if one.kind != last else ""
        rows.append(row(name, wordings, lambda each, one=one, said=said: _said(one, each, said),  # type: ignore[misc]
                        changed=name in changed))  # fmt: skip
        last = one.kind
    lead = f"{number}. " if number else ""
    heading = tuple((Line(f"{lead}{each.line(topic.title).text}", Style.HEADING),) for each in wordings)
    return Block(topic.id, heading, tuple(rows), Tone.DAY)


def _said(one: RecordData, wordings: Wordings, kind: str) -> Cell:
    lines = [Line(wordings.word(f"record_{kind}"), Style.TIME)] if kind in RECORDED else []
    if one.person is not None:
        lines.append(wordings.plain(wordings.short_name(one.person), Style.STRONG))
    return (*lines, wordings.line(one.words))


def _signatures(data: MinutesData, wordings: Sequence[Wordings], order: dict[Side, int]) -> Iterator[Row]:
    """Yield where the heads of both sides sign, in the order of the copy, and the secretary below them."""
    found = heads(data.delegations)
    for side in sorted((Side.HOST, Side.GUEST), key=order.__getitem__):
        if side in found:
            yield signature(list(Side).index(side) + 1, wordings, partial(signed_by, side, *found[side]))
    if secretary := first_note(data.notes, "secretary"):
        yield signature(9, wordings, lambda each: (each.word("secretary"), _secretary(secretary, each)))
