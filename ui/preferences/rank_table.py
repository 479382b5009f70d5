"""The table of ranks as rows that are edited at once: level, title in Russian and in English."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language.countries import language_name
from planner.language.precedence import CLASSES
from planner.rules.profiles import HIGHEST, LOWEST, Rank
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import IconButton, Link
from ui.common.fields import Line
from ui.common.form import Section
from ui.common.labels import Caption
from ui.common.leaving import let_go
from ui.translate import language, t

LEVEL = 64
"""How wide the column of levels is."""
COLUMNS: tuple[Language, ...] = ("ru", "en")


class RankRow(QWidget):
    """One line. Signals: `edited(Rank)`, `removal_wanted()`."""

    edited = Signal(object)
    removal_wanted = Signal()

    def __init__(self, rank: Rank, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self.rank = rank
        self.level = Line(self)
        self.level.setFixedWidth(theme.px(LEVEL))
        self.level.setAccessibleName(t("Level"))
        self.level.show_text(str(rank.level))
        self.titles = {tag: Line(self) for tag in COLUMNS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.level)
        for tag, line in self.titles.items():
            line.show_text(dict(rank.titles).get(tag, ""))
            line.setAccessibleName(language_name(tag, language()))
            line.settled.connect(lambda words, tag=tag: self._write(tag, words))
            row.addWidget(line, 1)
        self.remove = IconButton("close", t("Take this post out"), self, quiet=True, clicked=self.removal_wanted.emit)
        row.addWidget(self.remove)
        for line in (self.level, *self.titles.values()):
            line.setReadOnly(not writable)
        self.remove.setEnabled(writable)
        if rank.rank_class:
            self.titles[COLUMNS[0]].setPlaceholderText(t(CLASSES[rank.rank_class]))
        self.level.settled.connect(self._set_level)

    def flush(self) -> None:
        """Send what waits."""
        for line in (self.level, *self.titles.values()):
            line.pause.flush()

    def _set_level(self, words: str) -> None:
        if words.strip().isdecimal() and HIGHEST <= int(words) <= LOWEST:
            self.rank = self.rank._replace(level=int(words))
            self.edited.emit(self.rank)
        else:
            self.level.show_text(str(self.rank.level))

    def _write(self, tag: Language, words: str) -> None:
        titles = {**dict(self.rank.titles), tag: words.strip()}
        self.rank = self.rank._replace(titles=tuple((one, title) for one, title in titles.items() if title))
        self.edited.emit(self.rank)


class RankTable(QWidget):
    """Signals: `edited(tuple of Rank)` with the whole table."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RankRow] = []
        self._writable = False
        self._section = Section(self)
        self._heads = [Caption("", self) for _ in range(3)]
        self.add = Link("", self, strong=True, clicked=self.add_post)
        head = QHBoxLayout()
        head.setSpacing(6)
        for place, caption in enumerate(self._heads):
            head.addWidget(caption, 1 if place else 0)
        self._heads[0].setFixedWidth(theme.px(LEVEL))
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.px(4))
        self._section.add_action(self.add)
        self._section.add_layout(head)
        self._section.add_layout(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._section.set_title(t("Table of ranks"))
        words = (t("Level"), *(language_name(tag, language()) for tag in COLUMNS))
        for caption, word in zip(self._heads, words, strict=True):
            caption.setText(word[:1].upper() + word[1:])
        self.add.set_text(t("+ Post"))

    def show_ranks(self, ranks: Sequence[Rank], *, writable: bool) -> None:
        """Show a table; rows that say it already stay, with the cursor in them."""
        self.add.setEnabled(writable)
        if tuple(ranks) == self.ranks() and writable == self._writable:
            return
        self._writable = writable
        let_go(self._body, self.rows)
        self.rows = [RankRow(rank, self, writable=writable) for rank in ranks]
        for row in self.rows:
            row.edited.connect(lambda _rank: self.edited.emit(self.ranks()))
            row.removal_wanted.connect(lambda row=row: self._remove(row))
            self._body.addWidget(row)

    def ranks(self) -> tuple[Rank, ...]:
        """Return the table as it is shown."""
        return tuple(row.rank for row in self.rows)

    def add_post(self) -> None:
        """Put a post without a title at the foot of the table."""
        lowest = max((row.rank.level for row in self.rows), default=HIGHEST)
        self.edited.emit((*self.ranks(), Rank(lowest, (("ru", "должность"), ("en", "post")))))

    def flush(self) -> None:
        """Send what waits."""
        for row in self.rows:
            row.flush()

    def _remove(self, gone: RankRow) -> None:
        self.edited.emit(tuple(row.rank for row in self.rows if row is not gone))
