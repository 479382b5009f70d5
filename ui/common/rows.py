"""Rows kept for a table: searched by folded strings, sorted by stored keys, replaced by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from planner.language.search import fold
from ui.common.columns import Column, Row

Folded = Callable[[Any], str]


class RowStore:
    """All rows, and those shown: found by the search, in the order chosen. No Qt in it.

    Attributes: `shown`, the rows on the screen in order.
    """

    def __init__(self, columns: Sequence[Column], folded: Folded | None = None) -> None:
        self._columns = list(columns)
        self._fold = folded or self._fold_columns
        self._rows: list[Row] = []
        self._texts: list[str] = []
        self._order: list[int] = []
        self._keys: dict[str, list[Any]] = {}
        self._found: list[int] = []
        self._words: tuple[str, ...] = ()
        self._sort: tuple[str, bool] | None = None
        self.shown: list[Row] = []

    def __len__(self) -> int:
        return len(self._rows)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Use other columns, as after a change of language; keys and search strings are made anew."""
        self._columns = list(columns)
        self._keys.clear()
        self._texts = [self._fold(row) for row in self._rows]
        self._arrange()

    def replace(self, rows: Sequence[Row]) -> None:
        """Take other rows; what is known of rows that stayed the same is kept."""
        known = {row.id: (row, text) for row, text in zip(self._rows, self._texts, strict=True)}
        texts = []
        for row in rows:
            old = known.get(row.id)
            texts.append(old[1] if old is not None and (old[0] is row or old[0] == row) else self._fold(row))
        self._rows, self._texts = list(rows), texts
        self._keys.clear()
        self._arrange()

    def search(self, query: str) -> None:
        """Show the rows that hold every word of the query; folding is the same as of the rows."""
        words = tuple(fold(query).split())
        if words == self._words:
            return
        narrower = _is_narrower(words, self._words)
        self._words = words
        self._find(self._found if narrower else self._order)

    def sort_by(self, key: str | None, *, descending: bool = False) -> None:
        """Order the rows by a column; None gives the order they came in."""
        self._sort = (key, descending) if key is not None else None
        self._arrange()

    def sorted_by(self) -> tuple[str, bool] | None:
        """Return the column sorted by and whether it is descending."""
        return self._sort

    def _arrange(self) -> None:
        order = list(range(len(self._rows)))
        if self._sort is not None:
            key, descending = self._sort
            order.sort(key=self._sort_keys(key).__getitem__, reverse=descending)
        self._order = order
        self._find(order)

    def _sort_keys(self, key: str) -> list[Any]:
        if key not in self._keys:
            column = next(column for column in self._columns if column.key == key)
            ask = column.sort or (lambda row: fold(column.text(row)))
            self._keys[key] = [ask(row) for row in self._rows]
        return self._keys[key]

    def _find(self, among: list[int]) -> None:
        texts, rows = self._texts, self._rows
        if not self._words:
            self._found = self._order
        for word in sorted(self._words, key=len, reverse=True):  # the longest word leaves the fewest rows
            self._found = among = [place for place in among if word in texts[place]]
        self.shown = [rows[place] for place in self._found]

    def _fold_columns(self, row: Row) -> str:
        parts = []
        for column in self._columns:
            parts.append(column.text(row))
            if column.second is not None:
                parts.append(column.second(row))
        return fold(" ".join(parts))


def _is_narrower(words: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Tell whether whatever holds all these words surely held all those before."""
    return bool(before) and all(any(old in word for word in words) for old in before)
