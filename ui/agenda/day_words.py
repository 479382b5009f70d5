"""What can be done with a whole day or event, and what it is called."""

from __future__ import annotations

from planner.language.catalog import mark

TIGHTEN, SPREAD, FIT, GAP = "tighten", "spread", "fit", "gap"
IMPORT = "import"
GAPS_FIRST, FIT_VIEW, COPY_DAY, RETIME, TEMPLATE = "gaps-first", "fit-view", "copy-day", "retime", "template"
WORKS = (
    (TIGHTEN, mark("Tighten the day")),
    (SPREAD, mark("Spread it evenly")),
    (FIT, mark("Fit into a block…")),
    (GAP, mark("Insert a gap…")),
    (GAPS_FIRST, mark("Shift: use up free time first")),
    (FIT_VIEW, mark("See the whole day")),
    (COPY_DAY, mark("Copy the day…")),
    (RETIME, mark("Move the event to other dates…")),
    (TEMPLATE, mark("Keep the event as a template")),
    (IMPORT, mark("Import a schedule…")),
)
"""The menu of a day, in order."""
KEYS = {
    "Ctrl+Shift+T": TIGHTEN, "Ctrl+Shift+E": SPREAD, "Ctrl+Shift+B": FIT, "Ctrl+Shift+G": GAP,
    "Ctrl+Shift+C": COPY_DAY,
}  # fmt: skip
"""The keys of the same."""
