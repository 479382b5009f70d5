"""Errors for people: each is one sentence that says what happened and what to do.

`message` is a catalog id (an English sentence with {named} values); everything that is not a
`PlannerError` is a bug and goes to the log.
"""

from __future__ import annotations

import re


class PlannerError(Exception):
    """A refusal in words. Attributes: message (catalog id), values (what stands in the braces)."""

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        # One pass, so that braces inside a value stay what they are.
        return re.sub(r"\{(\w+)\}", lambda found: str(self.values.get(found[1], found[0])), self.message)


class NotFound(PlannerError):
    """The thing a person names is not there (any more)."""


class Clash(PlannerError):
    """The change contradicts what stands in the office already."""


class NotPossible(PlannerError):
    """The thing asked for cannot be had from these data."""


class BadInput(PlannerError):
    """A value that cannot be kept as it is."""


class StaleUndo(PlannerError):
    """A step cannot be taken back, since the same rows were changed after it."""


class NothingToUndo(PlannerError):
    """There is no step of this author to take back or to repeat."""


class FileProblem(PlannerError):
    """The office file, or the server, cannot be used as asked."""


class ServerGone(FileProblem):
    """The office's server does not answer.

    Attributes: unasked (what was asked was certainly not done, so it can be asked again and is done once); unsure
    (it was cut off at the very end, and nobody can tell yet: `Planner.finish` asks, and does it at most once).
    """

    unasked = False
    unsure: object = None


class NotAdmitted(FileProblem):
    """The office's server asks for a password, or refuses what it was told."""


class ReadOnly(FileProblem):
    """The office is open for reading only; the sentence says who holds it or why."""


class ImportRefused(PlannerError):
    """A file from outside cannot be read as a table."""
