"""What many papers ask of one event is read once, not thirty times: answers kept while one state is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import update_wrapper
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from sqlalchemy import Connection

P = ParamSpec("P")
R = TypeVar("R")


class _Kept(NamedTuple):
    db: Connection
    answers: dict[Any, Any]


_kept: ContextVar[_Kept | None] = ContextVar("kept", default=None)  # each thread has its own


@contextmanager
def reading_once(db: Connection) -> Iterator[None]:
    """Within it nothing is written by this connection, and what is asked `once` of it is kept until the end."""
    now = _kept.get()
    if now is not None and now.db is db:
        yield  # the outer one keeps for longer
        return
    before = _kept.set(_Kept(db, {}))
    try:
        yield
    finally:
        _kept.reset(before)


def once(
    db: Connection, query: Callable[Concatenate[Connection, P], R], *args: P.args, **values: P.kwargs
) -> R:  # fmt: skip
    """Return what a query answers; within `reading_once` it is asked once. Its rows are shared: nobody changes them."""
    now = _kept.get()
    if now is None or now.db is not db:
        return query(db, *args, **values)
    key = query, args, tuple(sorted(values.items()))
    if key not in now.answers:
        now.answers[key] = query(db, *args, **values)
    answer: R = now.answers[key]
    return answer


def asked_once(query: Callable[Concatenate[Connection, P], R]) -> Callable[Concatenate[Connection, P], R]:
    """Make a query one that is asked once within `reading_once`, whoever asks."""

    def asked(db: Connection, /, *args: P.args, **values: P.kwargs) -> R:
        return once(db, query, *args, **values)

    return update_wrapper(asked, query)
