"""Who speaks when, and who drinks to whom: the orders of speeches and toasts, which are not that of precedence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.language.person_names import Name, speech_form
from planner.language.profiles import choices_of, value_words
from planner.operations.profiles import set_speeches
from planner.queries.delegations import MemberRow
from planner.queries.precedence import speakers, speaking_rule
from planner.rules.kinds import Side
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ChoiceField
from ui.common.fitting import fit_to_screen
from ui.common.form import clear
from ui.common.labels import Caption, Heading, Muted, PlainLabel
from ui.common.named import first_name, shown
from ui.common.words import word
from ui.context import Context
from ui.delegations.lines import Board
from ui.translate import follow_language, language, t


class SpeakingOrder(QWidget):
    """The rule of one order, to be changed, and under it who speaks when. Attributes: `rule`, `lines`."""

    def __init__(self, *, toasts: bool, chosen: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toasts = toasts
        self.lines: tuple[str, ...] = ()
        self.rule = ChoiceField("", self)
        self.rule.edited.connect(chosen)
        self._says = Muted("", self, wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.rule)
        column.addWidget(self._says)
        column.addLayout(self._list)
        column.addStretch(1)

    def show_board(self, board: Board, *, writable: bool) -> None:
        """Show the rule that holds and the order it gives."""
        key = "toasts" if self.toasts else "speeches"
        self.rule.set_caption(t("Toasts") if self.toasts else t("Speeches"))
        self.rule.set_choices([("", t("By the profile")), *choices_of(key, language())])
        self.rule.set_value(board.order.chosen.protocol.get(key, ""))
        self.rule.set_read_only(not writable)
        self._says.setText(value_words(key, speaking_rule(board.order, toasts=self.toasts), language()))
        self._show_people(board)

    def _show_people(self, board: Board) -> None:
        members = {member.id: (row.side, member) for row in board.delegations for member in row.members}
        order = speakers(board.order, toasts=self.toasts)
        parts = parts_of(order, {one: members[one][0] for one in order}, speaking_rule(board.order, toasts=self.toasts))
        languages = board.event.languages
        clear(self._list)
        lines = []
        for number, one in enumerate(order, 1):
            side, member = members[one]
            name, post = _called(member, languages)
            part = self._part_words(parts.get(one, ""))
            remark = " · ".join(filter(None, (part, word(side), post, _aloud(member, name))))
            lines.append(f"{number}. " + ", ".join(filter(None, (name, post))) + (f" ({part})" if part else ""))
            self._list.addWidget(self._line(f"{number}. {name}", remark))
        self.lines = tuple(lines)
        if not order:
            self._list.addWidget(Muted(t("Nobody takes part yet"), self, wrap=True))

    def _line(self, name: str, remark: str) -> QWidget:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        column.addWidget(PlainLabel(name, line, wrap=True))
        column.addWidget(Caption(remark, line, wrap=True))
        return line

    def as_text(self) -> str:
        """Return the order as lines of text under its name."""
        return "\n".join((t("Toasts") if self.toasts else t("Speeches"), *self.lines))

    def _part_words(self, part: str) -> str:
        first = t("first toast") if self.toasts else t("welcome")
        return {"first": first, "reply": t("reply"), "last": t("the last word")}.get(part, "")


class SpeechesDialog(QDialog):
    """Both orders side by side. Attributes: `speeches`, `toasts`, `copy`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._board: Board | None = None
        self._heading = Heading("", self)
        self._remark = Muted("", self, wrap=True)
        self.speeches = SpeakingOrder(toasts=False, chosen=lambda way: self._choose(way, toasts=False), parent=self)
        self.toasts = SpeakingOrder(toasts=True, chosen=lambda way: self._choose(way, toasts=True), parent=self)
        self.copy = Button("", self, clicked=self._copy)
        self._close = Button("", self, kind="primary", clicked=self.accept)
        self._close.setDefault(True)
        self._arrange()
        self.resize(theme.px(760), theme.px(560))
        follow_language(self.retranslate)

    def show_board(self, board: Board) -> None:
        """Show the orders of an event; again after each change of it."""
        self._board = board
        for each in (self.speeches, self.toasts):
            each.show_board(board, writable=self._context.read_only is None)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Speeches and toasts"))
        self._heading.setText(t("Speeches and toasts"))
        self._remark.setText(t("Speeches have an order of their own; places pinned by hand do not count here."))
        self.copy.set_text(t("Copy as text"))
        self._close.set_text(t("Close"))
        if self._board is not None:
            self.show_board(self._board)

    def _arrange(self) -> None:
        body = QWidget(self)
        body.setProperty("kind", "clear")
        sides = QHBoxLayout(body)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.px(24))
        sides.addWidget(self.speeches, 1)
        sides.addWidget(self.toasts, 1)
        area = QScrollArea(self)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._remark)
        column.addWidget(area, 1)
        fit_to_screen(self, column, foot)

    def _choose(self, way: str, *, toasts: bool) -> None:
        if self._board is not None and self._context.read_only is None:
            self._context.run(self, set_speeches, self._board.event.id, way, toasts=toasts)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.speeches.as_text()}\n\n{self.toasts.as_text()}\n")


def parts_of(order: list[int], sides: Mapping[int, Side], rule: str) -> dict[int, str]:
    """Return who begins ("first"), who replies ("reply") and who has the last word ("last"), by participation."""
    if rule == "descending" or len(order) < 2:
        return {}
    if rule == "highest-last":
        begins = {order[0]: "first"} if sides[order[0]] is Side.HOST else {}
        return {**begins, order[-1]: "last"}
    own = (Side.HOST, Side.STAFF)
    first, second = order[:2]
    return {first: "first", second: "reply"} if (sides[first] in own) != (sides[second] in own) else {}


def _called(member: MemberRow, languages: tuple[str, ...]) -> tuple[str, str]:
    """Return the name and the post; the post stands for a name nobody has given yet."""
    name, post = first_name(member.names, language(), *languages), shown(member.position, *languages)
    return (name, post) if name else (post or word(member.capacity), "")


def _aloud(member: MemberRow, name: str) -> str:
    """Return how somebody is introduced aloud, by first name and patronymic, where that is not the name shown."""
    country = member.who.country if member.who is not None else ""
    written = member.names.get(language()) or next(iter(member.names.values()), None)
    tag = language() if language() in member.names else next(iter(member.names), "")
    if written is None or not written.patronymic:
        return ""
    said = speech_form(Name(written.surname, written.given, written.patronymic, written.order, tag, country))
    return t("aloud: {name}", name=said) if said and said != name else ""
