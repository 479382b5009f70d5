"""Findings as rows with their ways out, and what a way out does: a fix, a look at the thing, a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from planner.operations.findings import dismiss_finding
from planner.operations.registry import REGISTRY
from planner.rules.findings import Finding, Fix, Severity, fingerprint
from ui.common.event_words import TONES, finding_sentence, shown_values, way_out
from ui.common.findings import FindingRow
from ui.context import Context
from ui.translate import t


def weight_word(severity: Severity) -> str:
    """Return what a weight is called."""
    words = {
        Severity.STOPS: t("stops the print"), Severity.ATTENTION: t("needs attention"), Severity.HINT: t("hint"),
    }  # fmt: skip
    return words[severity]


def finding_row(key: str, finding: Finding, actions: Sequence[tuple[str, str]], *, may_write: bool) -> FindingRow:
    """Return a finding for a list: its fixes, then other ways out, then the reason why it is no problem."""
    fixes = tuple((f"fix{place}", fix_words(fix)) for place, fix in enumerate(finding.fixes)) if may_write else ()
    dismiss = t("Not a problem…") if may_write else ""
    sentence, tone = finding_sentence(finding), TONES[finding.severity]
    return FindingRow(key, sentence, tone, (*fixes, *actions), weight_word(finding.severity), dismiss)


def fix_words(fix: Fix) -> str:
    """Return what a fix is called."""
    return t(fix.label, **shown_values(fix.values))


def shows(finding: Finding) -> tuple[str, str]:
    """Return the way out that leads to the thing."""
    return ("show", way_out(finding))


def mend(context: Context, owner: QObject, finding: Finding, key: str) -> bool:
    """Run the fix of a key ("fix0"); False where the key is none of a fix."""
    if not key.startswith("fix"):
        return False
    fix = finding.fixes[int(key[3:])]
    arguments: dict[str, Any] = dict(fix.arguments)
    context.run(owner, REGISTRY[fix.operation].function, **arguments)
    return True


def dismiss(context: Context, owner: QObject, event_id: int, finding: Finding, reason: str) -> None:
    """Say why a finding is no problem."""
    things = [(thing.kind, thing.id) for thing in finding.things]
    context.run(
        owner, dismiss_finding, event_id, finding.code, fingerprint(finding), things=things, reason=reason
    )


__all__ = ["dismiss", "finding_row", "fix_words", "mend", "shows", "weight_word"]
