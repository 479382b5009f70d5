"""The topics of an event in the inspector: each in its languages, one more at the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.operations.events import add_topic, remove_topic
from planner.operations.texts import check_text, write_text
from planner.queries.events import EventPage, TopicRow
from planner.rules.text import EMPTY, Language
from ui.common.event_fields import language_names
from ui.common.fields import Line
from ui.common.labels import Caption
from ui.common.paired_field import PairedField
from ui.context import Context
from ui.translate import follow_language, t


class TopicLine(QWidget):
    """One topic; without a wording in any language it is removed."""

    def __init__(self, context: Context, topic: TopicRow, languages: tuple[Language, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._id = context, topic.id
        self.field = PairedField("", language_names(languages), self, single_line=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.field.edited.connect(self._write)
        self.field.checked.connect(self._check)

    def _write(self, tag: str, words: str) -> None:
        if not any(self.field.text(language).strip() for language in self.field.languages()):
            self._context.run(self, remove_topic, self._id)
            return
        merge = f"topic:{self._id}:title:{tag}"
        self._context.run(self, write_text, "topic", self._id, "title", language=tag, words=words, merge=merge)

    def _check(self, tag: str) -> None:
        self._context.run(self, check_text, "topic", self._id, "title", language=tag)


class Topics(QWidget):
    """The topics of one event."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._event = 0
        self._languages: tuple[Language, ...] = ()
        self.lines: dict[int, TopicLine] = {}
        self._caption, self._hint = Caption("", self), Caption("", self)
        self.new = Line(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self._hint)
        self._column.addLayout(head)
        self._column.addWidget(self.new)
        self.new.returnPressed.connect(self._add)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._caption.setText(t("Topics"))
        self._hint.setText(t("emptied, one goes"))
        self.new.setPlaceholderText(t("Another topic, then Enter"))
        self.new.setAccessibleName(t("Another topic, then Enter"))

    def show_topics(self, page: EventPage) -> None:
        """Show the topics of an event."""
        if (page.id, page.languages) != (self._event, self._languages):
            self._forget(list(self.lines))
        self._event, self._languages = page.id, page.languages
        self._forget([known for known in self.lines if known not in {topic.id for topic in page.topics}])
        for place, topic in enumerate(page.topics, 1):
            if topic.id not in self.lines:
                self.lines[topic.id] = TopicLine(self._context, topic, page.languages, self)
                self._column.insertWidget(place, self.lines[topic.id])
            self.lines[topic.id].field.set_caption(str(place))
            self.lines[topic.id].field.set_value(topic.title)

    def set_read_only(self, read_only: bool) -> None:
        """Let the topics be read only."""
        self.new.setVisible(not read_only)
        for line in self.lines.values():
            line.field.set_read_only(read_only)

    def _add(self) -> None:
        words = self.new.text().strip()
        if words and self._languages:
            self.new.clear()
            self._context.run(self, add_topic, self._event, EMPTY.with_wording(self._languages[0], words))

    def _forget(self, ids: list[int]) -> None:
        for topic_id in ids:
            line = self.lines.pop(topic_id)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
