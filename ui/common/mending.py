"""Findings as rows with their ways out, and what a way out does: a fix, a look at the thing, a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from planner.operations import import_all
from planner.operations.findings import dismiss_finding
from planner.operations.registry import REGISTRY
from planner.rules.checks.mending import MOVE, SHORTEN
from planner.rules.findings import Finding, Fix, Severity, fingerprint, mark
from ui.common.event_words import TONES, finding_sentence, shown_values, way_out
from ui.common.findings import FindingRow
from ui.context import Context
from ui.translate import t

LONGEST = 26
"""Letters of a title in the name of a fix: its end, the time, must be seen."""
_OWN = {SHORTEN: mark("Shorten to {time}"), MOVE: mark("Move to {time}")}


def weight_word(severity: Severity) -> str:
    """Return what a weight is called."""
    words = {
        Severity.STOPS: t("stops the print"), Severity.ATTENTION: t("needs attention"), Severity.HINT: t("hint"),
    }  # fmt: skip
    return words[severity]


def finding_row(
    key: str, finding: Finding, actions: Sequence[tuple[str, str]], *, may_write: bool, item_id: int = 0
) -> FindingRow:
    """Return a finding for a list: its fixes, then other ways out, then the reason why it is no problem.

    `item_id` is the item whose list it is: its own fixes need not name it.
    """
    named = [(f"fix{place}", fix_words(fix, item_id)) for place, fix in enumerate(finding.fixes)]
    fixes = tuple(named) if may_write else ()
    dismiss = t("Not a problem…") if may_write else ""
    sentence, tone = finding_sentence(finding), TONES[finding.severity]
    return FindingRow(key, sentence, tone, (*fixes, *actions), weight_word(finding.severity), dismiss)


def fix_words(fix: Fix, item_id: int = 0) -> str:
    """Return what a fix is called; one of the item itself does not name it."""
    label = _OWN.get(fix.label, fix.label) if fix.arguments.get("item_id") == item_id else fix.label
    values = shown_values(fix.values)
    title = str(values.get("title", ""))
    if len(title) > LONGEST:
        values["title"] = f"{title[: LONGEST - 1].rstrip()}…"
    return t(label, **values)


def shows(finding: Finding) -> tuple[str, str]:
    """Return the way out that leads to the thing."""
    return ("show", way_out(finding))


def mend(context: Context, owner: QObject, finding: Finding, key: str) -> bool:
    """Run the fix of a key ("fix0"); False where the key is none of a fix."""
    if not key.startswith("fix"):
        return False
    fix = finding.fixes[int(key[3:])]
    arguments: dict[str, Any] = dict(fix.arguments)
    import_all()  # a fix names its operation
    context.run(owner, REGISTRY[fix.operation].function, **arguments)
    return True


def dismiss(context: Context, owner: QObject, event_id: int, finding: Finding, reason: str) -> None:
    """Say why a finding is no problem."""
    things = [(thing.kind, thing.id) for thing in finding.things]
    context.run(
        owner, dismiss_finding, event_id, finding.code, fingerprint(finding), things=things, reason=reason
    )


__all__ = ["dismiss", "finding_row", "fix_words", "mend", "shows", "weight_word"]
