"""What all tables of rows look like and how they are held: whole rows, no grid, no corner, smooth to scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def dress_table(table: QTableView, *, least: int, typed: bool = False, several: bool = True) -> None:
    """Give a table the common look; `typed` is one that is typed into, `least` how narrow a column may become."""
    modes, triggers = QAbstractItemView.SelectionMode, QAbstractItemView.EditTrigger
    typing = triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
    table.setEditTriggers(typing if typed else triggers.NoEditTriggers)
    table.setShowGrid(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setHighlightSections(False)
    columns.setSectionsClickable(not typed)  # what is typed into keeps its order
    columns.setTextElideMode(Qt.TextElideMode.ElideRight)
    columns.setMinimumSectionSize(least)


def set_row_height(table: QTableView, height: int) -> None:
    """Give all rows one height."""
    rows = table.verticalHeader()
    rows.setMinimumSectionSize(height)
    rows.setDefaultSectionSize(height)
