"""Operations: plain functions that write, each with the label its step bears in the history."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

    from planner.model.base import Base

R = TypeVar("R")


class Work(Protocol):
    """What an operation may do: add, get, find and remove rows, read and write office settings."""

    author: str
    now: datetime
    number: int
    values: dict[str, Any]

    def add(self, row: Row) -> Row:
        """Give a new row its id and keep it."""

    def draft(self, model: type[Row], **values: Any) -> Row:
        """Give a new row its id; it is written at the end, in bulk, and not found before."""

    def get(self, model: type[Row], row_id: int) -> Row:
        """Return a row; raise NotFound in words."""

    def find(self, model: type[Row], **equal: Any) -> list[Row]:
        """Return the rows with these values, by id."""

    def find_among(self, model: type[Row], column: str, wanted: Collection[int]) -> list[Row]:
        """Return the rows whose column holds one of these ids."""

    def remove(self, row: Base) -> None:
        """Remove a row with all that belongs to it."""

    def keep(self, content: bytes) -> str:
        """Keep bytes outside the journal and return their SHA-256."""

    def setting(self, key: str, default: Any = None) -> Any:
        """Return an office setting."""

    def put_setting(self, key: str, value: Any) -> None:
        """Write an office setting; None removes it."""


if TYPE_CHECKING:
    Row = TypeVar("Row", bound=Base)
else:
    Row = TypeVar("Row")


class Operation:
    """A registered operation. Attributes: name, label (catalog id), undoable, function."""

    def __init__(self, function: Callable[..., Any], label: str, *, undoable: bool) -> None:
        self.function = function
        self.name = function.__name__
        self.label = label
        self.undoable = undoable


REGISTRY: dict[str, Operation] = {}
"""Every operation by name; the property test of undo draws from all of them."""


def operation(label: str, *, undoable: bool = True) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Register a function as an operation; `label` is what the history calls its step."""

    def register(function: Callable[..., R]) -> Callable[..., R]:
        REGISTRY[function.__name__] = Operation(function, label, undoable=undoable)
        return function

    return register
