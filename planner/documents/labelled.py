"""What the papers around a meeting share: labelled lines, ids of rows that are no items, people in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from planner.documents.content import Block, Cell, Line, Row, Style, Tone
from planner.documents.data import DelegationData, ParticipantData
from planner.documents.named import plainly
from planner.documents.person_data import PersonData
from planner.documents.set_data import CommitmentData, StatementData
from planner.documents.wording import Wordings
from planner.language.dates import format_day
from planner.rules.kinds import Side
from planner.rules.text import Text

_KINDS = ("statement", "member", "record", "commitment", "agreement", "event", "present", "caption", "sign", "block")
DONE, OPEN = "done", "open"
SIGNATURE = "_" * 22
"""Where somebody signs."""

EachCell = Callable[[Wordings], Cell]


def own_id(kind: str, number: int) -> int:
    """Return the id of a row that is no item of the programme: below zero, so that it is taken for none."""
    return -(number * len(_KINDS) + _KINDS.index(kind) + 1)


def row(number: int, wordings: Sequence[Wordings], say: EachCell, lead: str = "", *, changed: bool = False) -> Row:
    """Return a row that says the same in each language."""
    return Row(number, (Line(lead, Style.NUMBER),) if lead else (), tuple(map(say, wordings)), changed=changed)


def block(number: int, wordings: Sequence[Wordings], key: str, rows: Iterable[Row], tone: Tone = Tone.NEUTRAL) -> Block:
    """Return a block under one of the paper's own words."""
    heading = tuple((Line(each.word(key), Style.HEADING),) for each in wordings)
    return Block(own_id("block", number), heading, tuple(rows), tone)


def labelled(wordings: Wordings, key: str, words: str, style: Style = Style.NOTE) -> Line:
    """Return "Label: words"."""
    return wordings.plain(f"{wordings.word(key)}: {words}", style)


def dotted(wordings: Wordings, text: Text) -> str:
    """Return a text in a sentence, or the words of the mark."""
    return wordings.line(text).text if text else ""


def paragraphs(
    statements: Iterable[StatementData], part: str, wordings: Sequence[Wordings], changed: frozenset[int] | set[int]
) -> list[Row]:
    """Return the paragraphs of one part of a note, a row each."""
    return [
        row(own_id("statement", one.id), wordings, lambda each, one=one: (each.line(one.words),),  # type: ignore[misc]
            changed=own_id("statement", one.id) in changed)
        for one in statements
        if one.part == part
    ]  # fmt: skip


def owner(one: CommitmentData, wordings: Wordings) -> str:
    """Return who promised: the person, else the side."""
    if one.person is not None:
        return wordings.short_name(one.person)
    return wordings.word(one.side) if one.side in [side.value for side in Side] else wordings.word("to_be_confirmed")


def with_whom(one: CommitmentData, wordings: Wordings) -> list[str]:
    """Return who else does it and who watches over it, each with its label."""
    others = wordings.separator.join(plainly(name, wordings) for name in one.co_owners)
    control = plainly(one.control, wordings)
    both = (("co_owners", others), ("control", control))
    return [labelled(wordings, key, words).text for key, words in both if words]


def commitment_row(
    one: CommitmentData, number: int, wordings: Sequence[Wordings], changed: frozenset[int] | set[int]
) -> Row:
    """Return a commitment with its owner, when it is due and how it stands."""

    def say(each: Wordings) -> Cell:
        facts = [labelled(each, "owner", owner(one, each)).text]
        facts.append(labelled(each, "due", format_day(one.due, each.language) if one.due else "—").text)
        facts += with_whom(one, each)
        if one.state == DONE:
            facts.append(each.word("state_done"))
        return (each.line(one.words), each.plain(" · ".join(facts), Style.NOTE))

    name = own_id("commitment", one.id)
    return row(name, wordings, say, str(number), changed=name in changed)


def first_note(statements: Iterable[StatementData], part: str) -> StatementData | None:
    """Return the paragraph of a part that has but one."""
    return next((one for one in statements if one.part == part), None)


def member_row(member: ParticipantData, number: int, wordings: Sequence[Wordings]) -> Row:
    """Return somebody with the post."""

    def say(each: Wordings) -> Cell:
        unknown = Line(each.word("to_be_confirmed"), Style.MISSING)
        name = each.list_name(member.person) if member.person else unknown
        position = member.position or (member.person.position if member.person else None)
        return (name, each.line(position, Style.NOTE)) if position else (name,)

    return row(own_id("member", member.id), wordings, say, str(number))


def heads(delegations: Iterable[DelegationData]) -> dict[Side, tuple[PersonData, Text]]:
    """Return the head of each side with the post printed at the event."""
    found: dict[Side, tuple[PersonData, Text]] = {}
    for each in delegations:
        for member in each.members:
            if member.person is not None:
                found.setdefault(each.side, (member.person, member.position or member.person.position))
                break
    return found


def signed_by(side: Side, person: PersonData, position: Text, wordings: Wordings) -> tuple[str, str]:
    """Return the post and the name of who signs for a side."""
    return wordings.line(position).text if position else wordings.word(side.value), wordings.short_name(person)


def signature(number: int, wordings: Sequence[Wordings], say: Callable[[Wordings], tuple[str, str]]) -> Row:
    """Return where somebody signs: the post, then the line and the name."""

    def cell(each: Wordings) -> Cell:
        post, name = say(each)
        return (each.plain(post, Style.BODY), Line(f"{SIGNATURE}  {name}", Style.BODY))

    return row(own_id("sign", number), wordings, cell)
