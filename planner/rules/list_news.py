"""What a list brings since the one before it: added, gone, other post, other spelling (issue: "next week's list").

A line of somebody new whose name is nearly that of somebody known is an `OtherSpelling`: a person says whether it is
the same person, under which name, or a second one. Who stood in the earlier list and not in this one is `Gone`:
nobody is taken off an event in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planner.rules.duplicates import PROPOSED, Facts, Reason, weigh
from planner.rules.likeness import Likeness
from planner.rules.people_import import Outcome, Preview, PreviewLine, known_lines
from planner.rules.same_person import KnownPerson


class Answer(StrEnum):
    """What a person says of a line in another spelling."""

    CORRECTED = "corrected"  # the same person, to be written as the new list has it
    SAME = "same"  # the same person, written as before
    ANOTHER = "another"  # somebody else


class Farewell(StrEnum):
    """What becomes of somebody who is not in the new list."""

    STAYS = "stays"
    DECLINED = "declined"
    REMOVED = "removed"


class OtherSpelling(NamedTuple):
    """A line that may be of somebody known, with the score of 100 and why."""

    line: int
    person_id: int
    score: int
    reasons: tuple[Reason, ...]


class Listed(NamedTuple):
    """A place at the event that an earlier list brought. `person_id` is None where only a post was named."""

    participation_id: int
    delegation_id: int
    person_id: int | None
    state: str


class LastList(NamedTuple):
    """The lists imported for this side of the event before: the places they brought, and the latest one's day and name.

    `at` is UTC, ISO 8601.
    """

    at: str
    source: str
    places: tuple[Listed, ...]


class News(NamedTuple):
    """The new list against the one before, in figures."""

    added: int
    gone: int
    other_post: int
    other_spelling: int


POST_FIELDS = ("position", "organisation")
"""What a changed post is told by."""


def spellings(
    preview: Preview,
    alike: Callable[[PreviewLine], Iterable[tuple[int, Likeness]]],
    known: Mapping[int, KnownPerson],
    *,
    fold: Callable[[str], str],
) -> tuple[OtherSpelling, ...]:
    """Return for each line of somebody new the known person it is most likely of, if any is likely enough."""
    found = []
    for line in preview.lines:
        record = line.record
        if line.outcome is not Outcome.NEW or record is None or not record.names:
            continue
        said = Facts(record.organisation, record.position, record.delegation, record.country, record.private)
        best = max(
            (
                (*weigh(said, facts_of(known[person]), likeness, fold), -likeness.distance, person)
                for person, likeness in alike(line)
            ),
            key=lambda one: (one[0], one[2]),
            default=None,
        )
        if best is not None and best[0] >= PROPOSED:
            found.append(OtherSpelling(line.line, best[3], best[0], best[1]))
    return tuple(found)


def facts_of(person: KnownPerson) -> Facts:
    """Return what tells somebody the office knows from others."""
    return Facts(person.organisation, person.position, person.delegation, person.country, person.private or {})


def answered(
    preview: Preview,
    proposed: Sequence[OtherSpelling],
    answers: Mapping[int, Answer],
    known: Mapping[int, KnownPerson],
) -> Preview:
    """Return the preview with the lines that a person knew again given to their people; others stay as they are."""
    of_line = {one.line: one.person_id for one in proposed}
    taken = {line: answer for line, answer in answers.items() if line in of_line and answer is not Answer.ANOTHER}
    lines: list[PreviewLine] = []
    theirs: dict[int, list[PreviewLine]] = {line: [] for line in taken}
    for line in preview.lines:
        home = line.earlier_line if line.earlier_line in taken else line.line
        (theirs[home] if home in taken and home is not None else lines).append(line)
    for line_number, own in theirs.items():
        records = [line.record for line in own if line.record is not None]
        again = known_lines(records, known[of_line[line_number]])
        lines += [line if taken[line_number] is Answer.CORRECTED else _as_before(line) for line in again]
    return Preview(tuple(sorted(lines, key=lambda line: line.line)))


def gone(
    last: LastList | None, preview: Preview, *, delegation_id: int | None = None, spelt: Collection[int] = ()
) -> tuple[Listed, ...]:
    """Return who an earlier list brought and this one lacks, in the delegations this list is about.

    `spelt` are people whom it may hold under another spelling: they are not gone.
    """
    if last is None:
        return ()
    people = {*(line.person_id for line in preview.lines if line.person_id is not None), *spelt}
    places = {line.place_id for line in preview.lines if line.place_id is not None}
    there = [one for one in last.places if one.person_id in people or one.participation_id in places]
    about = {delegation_id} if delegation_id is not None else {one.delegation_id for one in there}
    met = {one.participation_id for one in there}
    return tuple(
        one
        for one in last.places
        if one.delegation_id in about and one.participation_id not in met and one.state != Farewell.DECLINED.value
    )


def news(preview: Preview, missing: Sequence[Listed], proposed: Sequence[OtherSpelling]) -> News:
    """Count what the list brings, as it stands in the preview."""
    open_lines = {one.line for one in proposed}
    new = sum(line.outcome is Outcome.NEW and line.line not in open_lines for line in preview.lines)
    joining = sum(line.joins for line in preview.lines)
    posts = sum(
        any(change.field.partition(".")[0] in POST_FIELDS for change in line.changes) for line in preview.lines
    )
    return News(new + joining, len(missing), posts, len(proposed))


def _as_before(line: PreviewLine) -> PreviewLine:
    """Leave the name as the office writes it."""
    changes = tuple(change for change in line.changes if not change.field.startswith("name."))
    return line._replace(changes=changes, outcome=Outcome.CHANGED if changes else Outcome.SAME)
