"""The profiles of protocol: customs, the table of ranks, and what an own profile changes; each edit at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.language.profiles import KEYS, choices_of, profile_of
from planner.operations import profiles as operations
from planner.queries.profiles import ProfileRow, office_profile, profiles
from planner.rules.profiles import SWITCHES, kept
from ui import theme
from ui.common.buttons import Button, Link
from ui.common.fields import ChoiceField, LineField, ToggleRow
from ui.common.fitting import fit_to_screen
from ui.common.flow import FlowLayout
from ui.common.form import side_by_side
from ui.common.labels import Heading, Muted, PlainLabel
from ui.common.profile_differences import DifferencesList
from ui.common.tab_order import ReadingOrder
from ui.context import Context
from ui.preferences.rank_table import RankTable
from ui.translate import follow_language, language, t, tn

TABLES = frozenset(("profile", "setting", "event"))


def read_profiles(db: Any) -> tuple[tuple[ProfileRow, ...], ProfileRow]:
    """Return every profile, and the office's."""
    return profiles(db), office_profile(db)


class ProfilesDialog(ReadingOrder, QDialog):
    """Attributes: `profile`, the one shown; `fields` by key; `ranks`; `changes`, what it changes in words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._rows: tuple[ProfileRow, ...] = ()
        self._key = ""
        self._heading = Heading("", self)
        self.profile = ChoiceField("", self)
        self.office = ChoiceField("", self)
        self.name = LineField("", self)
        self.fields: dict[str, ChoiceField | ToggleRow] = {}
        for key in KEYS:
            if key != "ranks":
                self.fields[key] = ToggleRow("", self) if key in SWITCHES else ChoiceField("", self)
                self.fields[key].edited.connect(lambda value, key=key: self._set(key, value))
        self.ranks = RankTable(self)
        self.ranks.edited.connect(lambda ranks: self._set("ranks", ranks))
        self.changes = DifferencesList(self)
        self._changes_title = PlainLabel("", self, role="strong")
        self._remark = Muted("", self, wrap=True)
        self.copy = Button("", self, clicked=self.make_own)
        self.restore = Link("", self, clicked=self.restore_profile)
        self.remove = Link("", self, clicked=self.remove_profile)
        self._close = Button("", self, kind="primary", clicked=self.accept)
        self._arrange()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter ends the typing in a field, nothing else
        self.profile.edited.connect(self.show_profile)
        self.office.edited.connect(self._set_office)
        self.name.edited.connect(self._rename)
        context.changed.connect(self._changed)
        follow_language(self.retranslate)
        self.refresh()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Profiles of protocol"))
        self._heading.setText(t("Profiles of protocol"))
        self.profile.set_caption(t("Profile"))
        self.office.set_caption(t("Holds where an event chooses none"))
        self.name.set_caption(t("Name of the profile"))
        self.copy.set_text(t("Make our own of it"))
        self.restore.set_text(t("Restore to the original"))
        self.remove.set_text(t("Remove this profile"))
        self._close.set_text(t("Close"))
        for key, field in self.fields.items():
            if isinstance(field, ToggleRow):
                field.set_label(t(KEYS[key]))
            else:
                field.set_caption(t(KEYS[key]))
                field.set_choices(choices_of(key, language()))
        self.ranks.retranslate()
        self._show()

    def refresh(self) -> None:
        """Read the profiles again."""
        self.context.read(self, "profiles", self._take, read_profiles)

    def show_profile(self, key: str) -> None:
        """Show a profile by its key: "EU", "#12"."""
        self._key = key
        self._show()

    def shown(self) -> ProfileRow | None:
        """Return the profile shown."""
        return next((row for row in self._rows if row.key == self._key), None)

    def make_own(self) -> None:
        """Make a profile of the office's own that says what the one shown says."""
        row = self.shown()
        if row is None:
            return
        name = t("{name}, our own", name=row.profile.name(language(), "en"))

        def made(changes: Any) -> None:
            self._key = f"#{changes.result}"
            self.refresh()

        if row.id:
            self.context.run(self, operations.copy_profile, row.id, name, done=made)
        else:
            self.context.run(self, operations.add_profile, name, based_on=row.code, done=made)

    def restore_profile(self) -> None:
        """Let an own profile say again what its original says."""
        if (row := self.shown()) and row.id:
            self.context.run(self, operations.restore_profile, row.id)

    def remove_profile(self) -> None:
        """Remove an own profile; undo brings it back."""
        if (row := self.shown()) and row.id:
            self._key = row.profile.based_on
            self.context.run(self, operations.remove_profile, row.id)

    def done(self, result: int) -> None:
        """Take over what is still being typed, then close."""
        self.name.flush()
        self.ranks.flush()
        super().done(result)

    def _arrange(self) -> None:
        left = QWidget(self)
        left.setProperty("kind", "clear")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.px(10), 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.name)
        choices = [field for field in self.fields.values() if isinstance(field, ChoiceField)]
        for first, second in zip(choices[::2], [*choices[1::2], QWidget(left)], strict=False):
            column.addLayout(side_by_side(first, second))
        for switch in (field for field in self.fields.values() if isinstance(field, ToggleRow)):
            column.addWidget(switch)
        column.addWidget(self.ranks)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(left)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are reached, and scrolled to, by Tab
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        for widget in (self._changes_title, self._remark, self.changes):
            right.addWidget(widget)
        right.setStretchFactor(self.changes, 1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(18))
        middle.addWidget(scroll, 3)
        middle.addLayout(right, 2)
        links = FlowLayout(gap=10)
        for link in (self.copy, self.restore, self.remove):
            links.addWidget(link)
        foot = QHBoxLayout()
        foot.addLayout(links, 1)
        foot.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout()
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self._heading)
        whole.addLayout(side_by_side(self.profile, self.office))
        whole.addLayout(middle, 1)
        fit_to_screen(self, whole, foot)
        self.resize(theme.px(980), theme.px(720))

    def _take(self, found: tuple[Sequence[ProfileRow], ProfileRow]) -> None:
        self._rows, office = tuple(found[0]), found[1]
        if self.shown() is None:
            self._key = office.key
        names = [(row.key, row.profile.name(language(), "en")) for row in self._rows]
        self.profile.set_choices(names)
        self.office.set_choices(names)
        self.office.set_value(office.key)
        self._show()

    def _show(self) -> None:
        row = self.shown()
        if row is None:
            return
        writable, own = self.context.read_only is None, bool(row.id)
        self.profile.set_value(row.key)
        self.office.set_read_only(not writable)
        self.name.set_value(row.profile.name(language(), "en"))
        self.name.set_read_only(not (own and writable))
        for key, field in self.fields.items():
            field.set_value(getattr(row.profile, key))
            field.set_read_only(not (own and writable))
        self.ranks.show_ranks(row.profile.ranks, writable=own and writable)
        self.copy.setEnabled(writable)
        for link in (self.restore, self.remove):
            link.setVisible(own)
            link.setEnabled(writable)
        self._show_changes(row)

    def _show_changes(self, row: ProfileRow) -> None:
        usual = profile_of(row.profile.based_on or "RU-municipal")
        self._changes_title.setText(t("What differs from “{name}”", name=usual.name(language(), "en")))
        events = tn("{n} event has chosen it.", "{n} events have chosen it.", row.events)
        brought = "" if row.id else t("The program brings this profile along; make your own of it to change something.")
        self._remark.setText(f"{events} {brought}".strip())
        self.changes.show_between(usual, row.profile)

    def _set(self, key: str, value: Any) -> None:
        if (row := self.shown()) and row.id:
            new = kept(key, value) if key == "ranks" else value
            self.context.run(self, operations.set_in_profile, row.id, key, new)

    def _rename(self, name: str) -> None:
        if (row := self.shown()) and row.id and name.strip():
            self.context.run(self, operations.name_profile, row.id, name)

    def _set_office(self, key: str) -> None:
        row = next((row for row in self._rows if row.key == key), None)
        if row is not None:
            chosen: dict[str, Any] = {"profile_id": row.id} if row.id else {"code": row.code}
            self.context.run(self, operations.choose_office_profile, **chosen)

    def _changed(self, changes: Any) -> None:
        if TABLES & set(changes.tables):
            self.refresh()
