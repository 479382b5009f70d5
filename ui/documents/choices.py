"""The choices of a paper: languages, layout, copy, edition, what it shows, its heading, and what to look at first."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.language.languages import known
from planner.operations.events import set_heading
from planner.papers import Choice, Paper
from planner.queries.events import EventPage, HeadingRow, event_page, headings
from planner.queries.texts import event_texts
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Language, Text
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ToggleRow
from ui.common.findings import FindingsList
from ui.common.labels import Caption, Heading, Muted, Rule
from ui.common.page import Inspector
from ui.common.paper_entries import PROGRAMME, WORKING_PROGRAMME
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.documents.before_printing import Look, look_at, rows
from ui.documents.choice_fields import PaperLanguages, SegmentedField
from ui.documents.chosen import chosen_in
from ui.translate import follow_language, t, tn

LOOK_PAUSE = 200
"""Milliseconds after a new print before it is looked through."""
SHOWN = ("show_places", "show_people", "show_movements")
SIZES = (11.0, 14.0, 16.0)


class Sheet(NamedTuple):
    """What can be chosen for a paper, and its authored heading."""

    page: EventPage
    languages: tuple[Language, ...]
    heading: HeadingRow | None


def sheet_of(db: Any, event_id: int, paper: str) -> Sheet:
    """Return the event, the languages something of it is written in (its own first), and a paper's heading."""
    page = event_page(db, event_id)
    written = {tag for row in event_texts(db, event_id) for tag in row.text.wordings}
    written.update(page.host_languages, page.guest_languages)
    others = sorted(written.intersection(known()).difference(page.languages))
    return Sheet(page, (*page.languages, *others), headings(db, event_id).get(paper))


class PaperChoices(Inspector):
    """The inspector of a paper; `thing_id` is its number in `ui.common.paper_entries`."""

    tables: ClassVar[frozenset[str]] = frozenset({"event", "paper_heading", "item", "delegation", "venue", "room"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chosen = chosen_in(context)
        self._sheet: Sheet | None = None
        self._look: tuple[Choice, Look] | None = None
        self._heading, self._remark = Heading("", self, wrap=True), Muted("", self, wrap=True)
        self.languages = PaperLanguages(self)
        self.layout_field, self.copy, self.edition, self.size = (SegmentedField(self) for _ in range(4))
        self._copy_remark, self._show = Caption("", self, wrap=True), Caption("", self)
        self.shown = {name: ToggleRow(parent=self) for name in SHOWN}
        self.heading = TextFields(context, parent=self, lines=2, optional=True)
        self.findings = FindingsList(parent=self)
        self.buttons = {
            key: Button("", self, clicked=lambda key=key: self._chosen.wanted.emit(key)) for key in ("print", "pdf", "copy")
        }
        self._pause = QTimer(self, singleShot=True, interval=LOOK_PAUSE)
        self._pause.timeout.connect(self._read_look)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.languages.retranslate()
        self.layout_field.set_words(t("Layout"), [("columns", t("Side by side")), ("stacked", t("Stacked"))])
        self.copy.set_words(
            t("Copy"), [(None, t("In this order")), (Side.HOST, t("Host’s copy")), (Side.GUEST, t("Guest’s copy"))]
        )
        self.edition.set_words(t("Edition"), [("guest", t("For guests")), ("working", t("Working"))])
        self.size.set_words(t("Text size"), [(size, t("{points} pt", points=f"{size:g}")) for size in SIZES])
        self._show.setText(t("Show"))
        for name, label in zip(SHOWN, (t("Venues and addresses"), t("Who takes part"), t("Transfers")), strict=True):
            self.shown[name].set_label(label)
        self.heading.set_caption(t("Heading of the paper"))
        self.buttons["print"].set_text(t("Print…"))
        self.buttons["pdf"].set_text(t("PDF…"))
        self.buttons["copy"].set_text(t("Copy as text"))
        self._show_choice()
        self._show_look()

    def show_thing(self, thing_id: int) -> None:
        """Show the choices of another paper."""
        if thing_id != self.thing_id:
            self.heading.flush()
        self.thing_id = thing_id
        self._chosen.take_paper(thing_id)
        self.mark_stale()

    def refresh(self) -> None:
        """Read what can be chosen again."""
        choice = self._chosen.choice()
        self._show_choice()
        if choice.event_id and self._chosen.number:
            self.context.read(self, "sheet", self._show_sheet, sheet_of, choice.event_id, choice.paper.value)

    # --- What is shown

    def _show_sheet(self, sheet: Sheet) -> None:
        if sheet.page.id != self._chosen.event_id:
            return
        self._sheet = sheet
        self.languages.set_offered(sheet.languages)
        self._show_choice()
        self._show_heading()

    def _show_heading(self) -> None:
        if self._sheet is None:
            return
        row = self._sheet.heading
        target = Target("paper_heading", row.id, "title") if row else None
        text: Text = row.title if row else EMPTY
        chosen = [tag for tag in self.languages.value() if tag not in self._sheet.page.languages]
        self.heading.show_text(target, text, (*self._sheet.page.languages, *chosen))
        self.heading.set_read_only(self.context.read_only is not None)

    def _show_choice(self) -> None:
        choice = self._chosen.choice()
        programme = choice.paper is Paper.PROGRAMME
        self._heading.setText(self._chosen.title)
        self._remark.setText(t("Working edition, not for guests") if choice.edition == "working" else t("Guest edition"))
        self.layout_field.set_value(choice.arrangement)
        self.copy.set_value(choice.copy_for)
        self.edition.set_value(choice.edition)
        self.size.set_value(choice.body)
        self._show.setVisible(programme)
        for name, toggle in self.shown.items():
            toggle.set_value(getattr(choice, name))
            toggle.setVisible(programme)
        self._copy_remark.setText({
            Side.HOST: t("The host’s language and side stand first."),
            Side.GUEST: t("The guest’s language and side stand first."),
        }.get(choice.copy_for or Side.STAFF, ""))  # fmt: skip
        self._copy_remark.setVisible(bool(choice.copy_for))
        self._show_languages(choice)

    def _show_languages(self, choice: Choice) -> None:
        if self._chosen.printed is not None:
            self.languages.set_value(self._chosen.printed.content.languages)
        elif choice.languages or self._sheet is not None:
            self.languages.set_value(choice.languages or (self._sheet.page.languages if self._sheet else ()))

    def _follow_print(self) -> None:
        """Show the order the languages have on the page, and look the page through."""
        can = self._chosen.printed is not None
        for button in self.buttons.values():
            button.setEnabled(can)
        self._show_languages(self._chosen.choice())
        self._show_heading()
        self._pause.start()

    def _follow_choice(self) -> None:
        if self.isVisible() and self.thing_id and self.thing_id != self._chosen.number:
            self.thing_id = self._chosen.number
        self.mark_stale()

    # --- What to look at before printing

    def _read_look(self) -> None:
        printed, choice = self._chosen.printed, self._chosen.choice()
        if printed is None:
            self._look = None
            self._show_look()
        elif self.isVisible():
            self.context.read(self, "look", lambda look: self._take_look(choice, look), look_at, choice, printed.content)

    def _take_look(self, choice: Choice, look: Look) -> None:
        self._look = (choice, look)
        self._show_look()

    def _show_look(self) -> None:
        if self._look is None:
            self.findings.set_heading("")
            self.findings.set_findings(())
            return
        choice, look = self._look
        found = rows(look, choice)
        self.findings.set_heading(t("Before you print"), "" if found else t("Nothing is missing on this paper."))
        self.findings.set_findings(found)

    def _act(self, key: str, action: str) -> None:
        kind, _, number = key.partition(":")
        if kind == "title":
            written = self._sheet is not None and self._sheet.heading is not None and bool(self._sheet.heading.title)
            if written:
                self.heading.setFocus()
            else:
                self.context.show("event", self._chosen.event_id)
        elif kind in ("event", "item", "member", "delegation", "person"):
            self.context.show(kind, int(number))

    # --- What is edited

    def _connect(self) -> None:
        self._chosen.changed.connect(self._follow_choice)
        self._chosen.printed_changed.connect(self._follow_print)
        self.languages.edited.connect(self._take_languages)
        self.layout_field.edited.connect(lambda value: self._chosen.change(arrangement=value))
        self.copy.edited.connect(lambda value: self._chosen.change(copy_for=value))
        self.size.edited.connect(lambda value: self._chosen.change(body=value))
        self.edition.edited.connect(self._take_edition)
        for name, toggle in self.shown.items():
            toggle.edited.connect(lambda on, name=name: self._chosen.change(**{name: on}))
        self.heading.edited.connect(self._author)
        self.findings.acted.connect(self._act)

    def _take_languages(self, tags: tuple[Language, ...]) -> None:
        """Take languages; another order than a side's own makes it nobody's copy in particular."""
        printed = self._chosen.printed
        first = printed.content.languages[0] if printed is not None else ""
        own = {} if tags[:1] == (first,) else {"copy_for": None}
        self._chosen.change(languages=tags, **own)

    def _take_edition(self, edition: str) -> None:
        """Take an edition; those of a programme are two papers of the list."""
        if self._chosen.choice().paper is Paper.PROGRAMME:
            self.context.select("paper", WORKING_PROGRAMME if edition == "working" else PROGRAMME)
        else:
            self._chosen.change(edition=edition)

    def _author(self, tag: Language, words: str) -> None:
        """Write the first words of a heading; the row they lie in is made with them."""
        choice = self._chosen.choice()
        title = EMPTY.with_wording(tag, words)
        self.context.run(self, set_heading, choice.event_id, choice.paper.value, title=title)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(11))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._heading)
        head.addWidget(self._remark)
        column.addLayout(head)
        column.addWidget(self.languages)
        column.addWidget(self.layout_field)
        copy = QVBoxLayout()
        copy.setSpacing(3)
        copy.addWidget(self.copy)
        copy.addWidget(self._copy_remark)
        column.addLayout(copy)
        column.addWidget(self.edition)
        show = QVBoxLayout()
        show.setSpacing(theme.px(4))
        for widget in (self._show, *self.shown.values()):
            show.addWidget(widget)
        column.addLayout(show)
        column.addWidget(self.size)
        column.addWidget(self.heading)
        column.addWidget(Rule(self))
        column.addWidget(self.findings)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_pages(self, count: int) -> None:
        """Say how many pages the paper has."""
        self.size.set_aside(t("A4, {pages}", pages=tn("{n} page", "{n} pages", count)) if count else "")
