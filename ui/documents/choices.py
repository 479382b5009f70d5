"""The choices of a paper: languages, layout, copy, edition, what it shows, its heading, and what to look at first."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from planner.operations.events import set_heading
from planner.paper_subjects import field_of
from planner.papers import Choice, Paper
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Language, Text
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ChoiceField, ToggleRow
from ui.common.flow import FlowLayout
from ui.common.form import side_by_side
from ui.common.labels import Caption, Heading, Muted, Rule
from ui.common.menu_button import MenuButton
from ui.common.page import Inspector
from ui.common.paper_entries import PROGRAMME, WORKING_PROGRAMME
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.documents.before_printing import BeforePrinting
from ui.documents.choice_fields import PaperLanguages, SegmentedField
from ui.documents.chosen import chosen_in
from ui.documents.form_fields import FormFields
from ui.documents.sheet import Sheet, sheet_of
from ui.documents.versions import VersionsField
from ui.translate import follow_language, t, tn

SHOWN = ("show_places", "show_people", "show_movements")
SIZES = (11.0, 14.0, 16.0)
ACTIONS = ("print", "pdf", "word", "mail", "copy", "issue")
MORE = ("booklet", "separate", "password", "template", "pack")


class PaperChoices(Inspector):
    """The inspector of a paper; `thing_id` is its number in `ui.common.paper_entries`."""

    tables: ClassVar[frozenset[str]] = frozenset({"event", "paper_heading"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chosen = chosen_in(context)
        self._sheet: Sheet | None = None
        self._heading, self._remark = Heading("", self, wrap=True), Muted("", self, wrap=True)
        self.languages = PaperLanguages(self)
        self.subject = ChoiceField("", self)
        self.layout_field, self.copy, self.edition, self.text_size = (SegmentedField(self) for _ in range(4))
        self._copy_remark, self._show = Caption("", self, wrap=True), Caption("", self)
        self.shown = {name: ToggleRow(parent=self) for name in SHOWN}
        self.heading = TextFields(context, parent=self, lines=2, optional=True)
        self._rule = Rule(self)
        self.before = BeforePrinting(context, self)
        wanted = self._chosen.wanted
        self.buttons = {key: Button("", self, clicked=partial(wanted.emit, key)) for key in ACTIONS}
        self.sheet_size = SegmentedField(self)
        self.landscape, self.fit, self.both_sides = (ToggleRow(parent=self) for _ in range(3))
        self.more = MenuButton(parent=self)
        self.forms = FormFields(self)
        self.versions = VersionsField(context, self)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.languages.retranslate()
        layouts = [("columns", t("Side by side")), ("stacked", t("Stacked")), ("facing", t("Facing"))]
        self.layout_field.set_words(t("Layout"), layouts)
        self.copy.set_words(
            t("Copy"), [(None, t("In this order")), (Side.HOST, t("Host’s copy")), (Side.GUEST, t("Guest’s copy"))]
        )
        self.edition.set_words(t("Edition"), [("guest", t("For guests")), ("working", t("Working"))])
        self.text_size.set_words(t("Text size"), [(size, t("{points} pt", points=f"{size:g}")) for size in SIZES])
        self._show.setText(t("Show"))
        for name, label in zip(SHOWN, (t("Venues and addresses"), t("Who takes part"), t("Transfers")), strict=True):
            self.shown[name].set_label(label)
        self.heading.set_caption(t("Heading"))
        self.buttons["print"].set_text(t("Print…"))
        self.buttons["pdf"].set_text(t("PDF…"))
        self.buttons["copy"].set_text(t("Copy as text"))
        self.buttons["word"].set_text(t("Word…"))
        self.buttons["mail"].set_text(t("E-mail…"))
        self.buttons["issue"].set_text(t("Issue…"))
        self.sheet_size.set_words(t("Paper"), [(size, size) for size in ("A4", "A5", "A3")])
        self.landscape.set_label(t("On its side"))
        self.fit.set_label(t("Fit one page"))
        self.both_sides.set_label(t("Both sides of the badge"))
        names = t("Booklet…"), t("A file per language…"), t("With a password…"), t("Template…"), t("Whole pack…")
        self.more.set_choices(list(zip(MORE, names, strict=True)), fixed=t("More"))
        self.forms.retranslate()
        self._show_choice()

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
        working = choice.edition == "working"
        self._remark.setText(t("Working edition, not for guests") if working else t("Edition for guests"))
        self.layout_field.set_value(choice.arrangement)
        self.copy.set_value(choice.copy_for)
        self.edition.set_value(choice.edition)
        self.text_size.set_value(choice.body)
        self.sheet_size.set_value(choice.size)
        self.landscape.set_value(choice.landscape)
        self.fit.set_value(choice.fit)
        self.both_sides.set_value(choice.both_sides)
        self.both_sides.setVisible(choice.paper is Paper.BADGES)
        self.forms.show_choice(choice)
        self._show.setVisible(programme)
        field = field_of(choice.paper)
        offered = self._chosen.of.get(choice.paper, ())
        self.subject.setVisible(bool(field) and bool(offered))
        subjects = {"plan_id": t("Plan of seats"), "person_id": t("Person"), "item_id": t("Item")}
        self.subject.set_caption(subjects.get(field, ""))
        self.subject.set_choices(offered)
        if field:
            self.subject.set_value(getattr(choice, field))
        for name, toggle in self.shown.items():
            toggle.set_value(getattr(choice, name))
            toggle.setVisible(programme)
        self._show_languages(choice)
        self._copy_remark.setText(self._on_copy(choice))
        self._copy_remark.setVisible(bool(choice.copy_for))

    def _on_copy(self, choice: Choice) -> str:
        """Return what a side's own copy means for this paper."""
        if choice.copy_for is None or self._sheet is None:
            return ""
        host, page = choice.copy_for is Side.HOST, self._sheet.page
        if not set(page.host_languages if host else page.guest_languages).intersection(self.languages.value()):
            none = t("None of the host’s languages is chosen."), t("None of the guest’s languages is chosen.")
            return none[0] if host else none[1]
        if host:
            return t("The host’s language stands first.")
        return t("The guest’s language stands first, and on lists the guest’s side.")

    def _show_languages(self, choice: Choice) -> None:
        if self._chosen.printed is not None:
            self.languages.set_value(self._chosen.printed.content.languages)
        elif choice.languages or self._sheet is not None:
            self.languages.set_value(choice.languages or (self._sheet.page.languages if self._sheet else ()))

    def _follow_print(self) -> None:
        """Show the order the languages have on the page."""
        can = self._chosen.printed is not None
        for button in self.buttons.values():
            button.setEnabled(can)
        self.buttons["issue"].setEnabled(can and self.context.read_only is None)
        self._rule.setVisible(can)
        choice = self._chosen.choice()
        self._show_languages(choice)
        self._copy_remark.setText(self._on_copy(choice))
        self._show_heading()

    def _follow_choice(self) -> None:
        if self.isVisible() and self.thing_id and self.thing_id != self._chosen.number:
            self.thing_id = self._chosen.number
        self.mark_stale()

    # --- What is edited

    def _connect(self) -> None:
        self._chosen.changed.connect(self._follow_choice)
        self._chosen.printed_changed.connect(self._follow_print)
        self._chosen.counted.connect(self._show_pages)
        self.languages.edited.connect(self._take_languages)
        self.layout_field.edited.connect(lambda value: self._chosen.change(arrangement=value))
        self.subject.edited.connect(
            lambda value: self._chosen.change(**{field_of(self._chosen.choice().paper): value, "version": None})
        )
        self.copy.edited.connect(lambda value: self._chosen.change(copy_for=value))
        self.text_size.edited.connect(lambda value: self._chosen.change(body=value))
        self.edition.edited.connect(self._take_edition)
        self.sheet_size.edited.connect(lambda value: self._chosen.change(size=value))
        self.landscape.edited.connect(lambda on: self._chosen.change(landscape=on))
        self.fit.edited.connect(lambda on: self._chosen.change(fit=on))
        self.both_sides.edited.connect(lambda on: self._chosen.change(both_sides=on))
        self.more.edited.connect(self._chosen.wanted.emit)
        self.forms.changed.connect(lambda values: self._chosen.change(**values))
        self.versions.sheet_wanted.connect(self._chosen.sheet_wanted)
        self.versions.shown_wanted.connect(lambda number: self._chosen.change(version=number or None))
        for name, toggle in self.shown.items():
            toggle.edited.connect(lambda on, name=name: self._chosen.change(**{name: on}))
        self.heading.edited.connect(self._author)
        self.before.title_wanted.connect(self._write_title)

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
        """Write the first words of a heading; the row they lie in is made with all that is typed already."""
        choice = self._chosen.choice()
        title = EMPTY.with_wording(tag, words)
        for other in [other for field in self.heading.fields() for other in field.languages() if other != tag]:
            title = title.with_wording(other, self.heading.text(other))
        self.context.run(self, set_heading, choice.event_id, choice.paper.value, title=title)

    def _write_title(self) -> None:
        """Go to where the title is written: the heading beside it, or the event while it has no heading of its own."""
        if self._sheet is not None and self._sheet.heading is not None and self._sheet.heading.title:
            self.heading.setFocus()
        else:
            self.context.show("event", self._chosen.event_id)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(11))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._heading)
        head.addWidget(self._remark)
        column.addLayout(head)
        row = FlowLayout(gap=8, line_gap=8)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.more)
        column.addLayout(row)
        column.addWidget(self.subject)
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
        column.addWidget(self.text_size)
        column.addWidget(self.sheet_size)
        column.addLayout(side_by_side(self.landscape, self.fit))
        column.addWidget(self.both_sides)
        column.addWidget(self.forms)
        column.addWidget(self.heading)
        column.addWidget(Rule(self))
        column.addWidget(self.versions)
        column.addWidget(self._rule)
        column.addWidget(self.before)
        column.addStretch(1)

    def _show_pages(self, count: int) -> None:
        size = self._chosen.choice().size
        pages = tn("{n} page", "{n} pages", count)
        self.text_size.set_aside(t("{size}, {pages}", size=size, pages=pages) if count else "")
