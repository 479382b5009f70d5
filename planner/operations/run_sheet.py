"""The day itself: when items really began and ended, and what the run sheet says of each (handbook 2.5)."""

from __future__ import annotations

from planner.errors import BadInput
from planner.model.agenda import Item
from planner.operations import fields
from planner.operations.registry import Work, operation

RUN_FIELDS = (
    "action", "met_by", "path", "position", "text", "cue", "microphone", "handed_over", "assistants", "technician",
)
"""What a run sheet says of an item beside its time, people and place; all in the office's own words (handbook 2.5)."""


@operation("“{title}” began at {time}")
def begin_item(work: Work, item_id: int, minute: int) -> None:
    """Note when an item really began, as a wall minute where it begins; what was noted as its end is dropped."""
    item = work.get(Item, item_id)
    _note(work, item, minute, item.actual_end if item.actual_start is not None else None)


@operation("“{title}” was over at {time}")
def finish_item(work: Work, item_id: int, minute: int) -> None:
    """Note when an item was really over, as a wall minute where it ends; one that nobody said began, began on time."""
    item = work.get(Item, item_id)
    began = item.start if item.actual_start is None else item.actual_start
    _note(work, item, began, minute)
    work.values["time"] = _clock(minute)


@operation("Note the times of “{title}”")
def note_times(work: Work, item_id: int, *, start: int | None, end: int | None) -> None:
    """Set when an item really began and ended; None for what is not known, or has not happened."""
    item = work.get(Item, item_id)
    if start is None and end is not None:
        raise BadInput("What is over has begun: say when.")
    _note(work, item, start, end)


@operation("Write the run sheet of “{title}”")
def write_run(work: Work, item_id: int, field: str, words: str) -> None:
    """Write one of `RUN_FIELDS`; empty words take it away."""
    if field not in RUN_FIELDS:
        raise BadInput("There is no field {field} to set here.", field=field)
    item = work.get(Item, item_id)
    kept = {key: value for key, value in item.run.items() if key != field}
    if fields.words(words).strip():
        kept[field] = words
    if kept != item.run:
        item.run = kept
    work.values["title"] = item.title.first()


def _note(work: Work, item: Item, start: int | None, end: int | None) -> None:
    check = fields.optional(fields.wall_minute)
    fields.put(item, {"actual_start": start, "actual_end": end}, {"actual_start": check, "actual_end": check})
    work.values["title"] = item.title.first()
    work.values["time"] = "" if start is None else _clock(start)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
