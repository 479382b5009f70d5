"""The lines of a side's column: headings of delegations, members, and the rule above those who accompany them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.language.languages import own_name
from planner.language.paper_words import word as side_on_paper
from planner.queries.delegations import DelegationRow, EventOrder, MemberRow, event_order
from planner.queries.journal import state_read
from planner.queries.profiles import ProfileRow, office_profile, profiles
from planner.rules.kinds import Capacity, ParticipationState, Side
from planner.rules.precedence import ACCOMPANYING
from planner.rules.text import Language
from ui.common.named import in_both, shown
from ui.common.pill import Tone
from ui.common.words import SIDE_TONES, STATE_TONES, word, word_in
from ui.delegations.line_kinds import EmptyLine, Extent, HeadingLine, Line, PersonLine, PillWord, RuleLine
from ui.translate import language, t, tn

if TYPE_CHECKING:
    from planner.first_order import FirstOrder
    from planner.queries.events import EventPage
    from planner.rules.counterparts import Pair

COLUMNS = {"guest": (Side.GUEST,), "host": (Side.HOST, Side.INVITED, Side.STAFF)}
"""The sides that stand in each column."""
TO_BE_NAMED = 40
"""Letters of a post nobody is named for yet: its word and that it is to be filled."""


class Board(NamedTuple):
    """An event, its delegations and what their order was made from, counterparts, and the profiles to choose from."""

    event: EventPage
    order: EventOrder
    pairs: tuple[Pair, ...]
    profiles: tuple[ProfileRow, ...]
    office: ProfileRow

    @property
    def delegations(self) -> tuple[DelegationRow, ...]:
        """The delegations, each in order of precedence."""
        return self.order.rows


class MemberLine(PersonLine):
    """A member as read. Its words are made when they are looked at: of 10,000 members a window shows forty."""

    __slots__ = ("_languages", "_said_in", "_side", "member")

    def __init__(self, member: MemberRow, delegation: DelegationRow, place: int, number: int, said: Said) -> None:
        self.delegation_id, self.place, self.number = delegation.id, place, number  # ten thousand at a start
        self.member, self._side = member, delegation.side
        self._languages, self._said_in = said

    @property
    def member_id(self) -> int:
        """The participation."""
        return self.member.id

    @property
    def pinned(self) -> bool:
        """Whether somebody has fixed its place."""
        return self.member.pin is not None

    @property
    def name(self) -> str:
        """The name in the event's first language that has one, or the post's."""
        return _words(self).name

    @property
    def second(self) -> str:
        """The name in another language."""
        return _words(self).second

    @property
    def positions(self) -> tuple[tuple[str, bool], ...]:
        """The position in each language, and whether these words stand in for what is missing."""
        return _words(self).positions

    @property
    def pills(self) -> tuple[PillWord, ...]:
        """The words of its state."""
        return _words(self).pills

    def words(self) -> MemberWords:
        """Make its words."""
        return _member_words(self.member, self._side, self._languages)

    def extent(self) -> Extent:
        """Return how much it will say; of a post to be filled, about."""
        member, who = self.member, self.member.who
        wordings = member.post_title.wordings or (who.position.wordings if who is not None else {})
        positions = tuple([len(wordings[tag].text) if tag in wordings else 0 for tag in self._languages])
        pills = 1 + (bool(wordings) and 0 in positions)
        if who is None:
            return Extent(TO_BE_NAMED, positions, pills)
        names = 0
        for surname, given, patronymic, _order, _listed in islice(who.names.values(), 2):
            names += len(surname) + len(given) + len(patronymic) + 2
        return Extent(names, positions, pills + (member.capacity is not Capacity.MEMBER))

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, MemberLine) and self._parts() == other._parts())

    def __hash__(self) -> int:
        return hash((self.member.id, self.place))

    def _parts(self) -> tuple[object, ...]:
        return (
            self.place, self.number, self.delegation_id, self._side, self._said_in, self._languages, self.member,
        )  # fmt: skip


class MemberWords(NamedTuple):
    """What a member's line says."""

    name: str
    second: str
    positions: tuple[tuple[str, bool], ...]
    pills: tuple[PillWord, ...]


class Said(NamedTuple):
    """The languages of an event, and the interface's."""

    languages: tuple[Language, ...]
    interface: Language


def read_board(db: Any, event_id: int, known: FirstOrder | None = None) -> Board:
    """Return an event and its delegations; `known` is taken for them if the office is still in that very state."""
    # What the lines themselves do without, and SQLAlchemy with it: they are shown before that is there.
    from planner.queries.counterparts import pairs_of, pinned_counterparts
    from planner.queries.events import event_page

    holds = known is not None and known.event_id == event_id and known.state == state_read(db)
    order = known.order if known is not None and holds else event_order(db, event_id)
    pairs = pairs_of(order, pinned_counterparts(db, event_id))
    return Board(event_page(db, event_id), order, pairs, profiles(db), office_profile(db))


def shown_order(delegation: DelegationRow) -> tuple[tuple[MemberRow, ...], tuple[MemberRow, ...]]:
    """Return those counted in precedence, and those who accompany them, each in order."""
    counted = tuple(member for member in delegation.members if member.capacity not in ACCOMPANYING)
    return counted, tuple(member for member in delegation.members if member.capacity in ACCOMPANYING)


def columns_of(rows: Sequence[DelegationRow], languages: Sequence[Language]) -> dict[str, list[Line]]:
    """Return the lines of each column."""
    return {
        name: lines_of([row for side in sides for row in rows if row.side is side], languages)
        for name, sides in COLUMNS.items()
    }


def lines_of(rows: Sequence[DelegationRow], languages: Sequence[Language]) -> list[Line]:
    """Return the lines of a column."""
    _words.cache_clear()
    said = Said(tuple(languages), language())
    lines: list[Line] = []
    for delegation in rows:
        counted, others = shown_order(delegation)
        lines.append(_heading(delegation, len(counted), languages))
        lines += [MemberLine(member, delegation, place, place, said) for place, member in enumerate(counted, 1)]
        if others:
            lines.append(RuleLine(delegation.id, t("not counted in precedence")))
            after = len(counted) + 1
            lines += [MemberLine(member, delegation, place, 0, said) for place, member in enumerate(others, after)]
        if not delegation.members:
            lines.append(EmptyLine(delegation.id, t("Nobody yet. Add a person, or drag one here.")))
    return lines


@lru_cache(maxsize=512)  # more than a window shows, and few enough to forget
def _words(line: MemberLine) -> MemberWords:
    return line.words()


def heading_words(delegation: DelegationRow, languages: Sequence[Language]) -> str:
    """Return what a block is called in the event's languages: the authored heading, else the side."""
    words = [
        delegation.heading.get(tag) or (side_on_paper(delegation.side.value, tag) if not delegation.heading else "")
        for tag in languages[:2]
    ]
    return " · ".join(dict.fromkeys(word for word in words if word)) or word(delegation.side)


def delegation_name(delegation: DelegationRow, languages: Sequence[Language]) -> str:
    """Return what a delegation is called in a list of delegations."""
    name = shown(delegation.organisation or delegation.name, *languages)
    side = word(delegation.side)
    return f"{side} — {name}" if name else side


def _heading(delegation: DelegationRow, counted: int, languages: Sequence[Language]) -> HeadingLine:
    organisation = (delegation.organisation or delegation.name).first(*languages)
    parts = [str(counted)] if delegation.members else []
    declined = sum(member.state == ParticipationState.DECLINED for member in delegation.members)
    gaps = sum(bool(_gaps(member, languages)) for member in delegation.members)
    if declined:
        parts.append(t("{n} declined", n=declined))
    if gaps:
        parts.append(tn("{n} position missing", "{n} positions missing", gaps))
    tone = Tone(SIDE_TONES[delegation.side])
    return HeadingLine(delegation.id, tone, heading_words(delegation, languages), organisation, " · ".join(parts))


def _gaps(member: MemberRow, languages: Sequence[Language]) -> list[Language]:
    position = member.position
    if not position or member.state == ParticipationState.DECLINED:
        return []
    return [tag for tag in languages if not position.get(tag)]


def _member_words(member: MemberRow, side: Side, languages: Sequence[Language]) -> MemberWords:
    if member.who is not None:
        name, second = in_both(member.names, languages)
    else:
        name = word_in(member.capacity, languages[0]) if languages else word(member.capacity)
        second = t("to be named")
    gaps = _gaps(member, languages)
    positions = []
    for tag in languages:
        if words := member.position.get(tag):
            positions.append((words, False))
        elif tag in gaps:
            positions.append((_missing(tag), True))
    return MemberWords(name, second, tuple(positions), tuple(_pills(member, side, gaps)))


def _missing(tag: Language) -> str:
    return t("{language} — missing", language=_language(tag))


def _language(tag: Language) -> str:
    name = own_name(tag)
    return name[:1].upper() + name[1:]


def _pills(member: MemberRow, side: Side, gaps: Sequence[Language]) -> list[PillWord]:
    state = ParticipationState(member.state)
    words = word(state) if state is not ParticipationState.DECLINED else t("Declined — replace")
    pills = [PillWord(words, STATE_TONES[state])]
    if gaps:
        pills.append(PillWord(t("{language} position missing", language=_language(gaps[0])), Tone.ATTENTION))
    if member.who is not None and member.capacity is not Capacity.MEMBER:
        pills.append(PillWord(word(member.capacity), SIDE_TONES[side]))
    return pills
