"""The register of agreements, and the inspector of one: title as signed, day, parties, events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.language.dates import format_day, format_range
from planner.language.search import fold
from planner.operations import organisations as register
from planner.queries.agreements import AgreementSheet, agreement_sheet
from planner.queries.organisations import AgreementPage, agreements, organisations
from planner.rules.text import Language, text_in
from ui.common.add_panel import Typed
from ui.common.buttons import Link
from ui.common.columns import Column
from ui.common.fields import LineField, NoteField
from ui.common.findings import Fact, FactsField
from ui.common.form import FormInspector
from ui.common.moment_fields import DateField
from ui.common.named import other_wording, shown
from ui.common.picker import Offer, Picker
from ui.common.register_offers import organisation_offers, register_languages
from ui.common.register_page import RegisterPage
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, language, t


class AgreementLine(NamedTuple):
    """An agreement on the screen."""

    id: int
    title: str
    second: str
    signed: date | None
    parties: str
    folded: str


class Agreements(NamedTuple):
    """The register, and the languages its titles are asked for in."""

    lines: list[AgreementLine]
    languages: tuple[Language, ...]


def read_agreements(db: Any, interface: Language) -> Agreements:
    """Return all agreements, the newest first."""
    names = {row.id: shown(row.name) for row in organisations(db)}
    lines = [_line(row, names) for row in agreements(db)]
    lines.sort(key=lambda line: line.signed or date.max, reverse=True)
    return Agreements(lines, register_languages(db, interface))


class AgreementsPage(RegisterPage):
    """The page "Agreements"."""

    tables = frozenset(("agreement", "agreement_party", "organisation", "organisation_name", "event"))
    kind = "agreement"
    table_name = "agreements"

    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            Column("title", t("Title"), lambda row: row.title, 480, strong=True, second=lambda row: row.second),
            Column("signed", t("Signed"), _signed, 160, sort=lambda row: row.signed or date.max),
            Column("parties", t("Parties"), lambda row: row.parties, 300, muted=True),
        ]

    def folded(self) -> Callable[[Any], str]:
        """Find agreements by title and party."""
        return lambda row: row.folded

    def read_rows(self) -> None:
        """Read all agreements."""
        self.context.read(self, "agreements", self._show, read_agreements, language())

    def words(self) -> tuple[str, str, str, str, str]:
        """Return the words of the page."""
        return (
            t("Agreements"), t("Title, party"), t("+ Agreement"), t("No agreement is recorded yet"),
            t("Memoranda and agreements stand here as they were signed, with their parties and the events about them."),
        )  # fmt: skip

    def parts(self) -> list[tuple[str, str]]:
        """Return what a new agreement needs."""
        return [("title", t("Title"))]

    def add(self, typed: Typed) -> None:
        """Add an agreement; its parties are named in the inspector."""
        title = text_in(typed["title"])
        self.context.run(self, register.add_agreement, title, [], done=self.added)

    def remove(self, thing_id: int) -> None:
        """Remove an agreement."""
        self.context.run(self, register.remove_agreement, thing_id)

    def _show(self, found: Agreements) -> None:
        self._languages = found.languages
        self.show_rows(found.lines)


class AgreementView(NamedTuple):
    """An agreement, the languages the office asks for, and the organisations to choose from."""

    sheet: AgreementSheet
    languages: tuple[Language, ...]
    offers: list[Offer]


def read_agreement(db: Any, agreement_id: int) -> AgreementView:
    """Return what the inspector shows."""
    return AgreementView(agreement_sheet(db, agreement_id), register_languages(db, language()), organisation_offers(db))


class AgreementInspector(FormInspector):
    """Kind "agreement"."""

    tables = frozenset((
        "agreement", "agreement_party", "organisation", "organisation_name", "event", "event_agreement",
    ))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("agreement inspector")
        self._view: AgreementView | None = None
        self._picker: Picker | None = None
        self.title = TextFields(context, "", self.body, lines=2)
        self.sort_of = LineField("", self.body)
        self.signed = DateField("", self.body, near=context.today())
        self.parties = FactsField("", self.body)
        self.add_party = Link("", self.body, clicked=self._choose_party)
        self.events = FactsField("", self.body)
        self.note = NoteField("", self.body)
        self.remove = Link("", self.body, clicked=lambda: context.run(self, register.remove_agreement, self.thing_id))
        for widget in (
            self.title, self.signed, self.sort_of, self.parties, self.add_party, self.events, self.note, self.remove,
        ):  # fmt: skip
            self.fields.addWidget(widget)
        self.sort_of.edited.connect(lambda words: self._edit(merge="kind", kind=words))
        self.signed.edited.connect(lambda day: self._edit(signed_on=day))
        self.note.edited.connect(lambda words: self._edit(merge="note", note=words))
        self.parties.acted.connect(self._party_acted)
        self.events.acted.connect(lambda key: context.show("event", int(key)))
        self.setFocusProxy(self.title)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.set_caption(t("Title"))
        self.sort_of.set_caption(t("Sort of agreement"))
        self.signed.set_caption(t("Signed on"))
        self.parties.set_caption(t("Parties, in the order of the text"))
        self.add_party.set_text(t("+ Party"))
        self.events.set_caption(t("Events about it"))
        self.note.set_caption(t("Note, never printed"))
        self.remove.set_text(t("Remove from the register"))
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of an agreement."""
        return read_agreement

    def show_sheet(self, sheet: Any) -> None:
        """Show an agreement."""
        self._view = sheet
        row: AgreementPage = sheet.sheet.agreement
        signed = format_day(row.signed_on, language()) if row.signed_on else t("not signed yet")
        self.say(shown(row.title) or "—", signed)
        tags = tuple(dict.fromkeys([*sheet.languages, *row.title.wordings]))
        self.title.show_text(Target("agreement", row.id, "title"), row.title, tags)
        self.sort_of.set_value(row.kind)
        self.signed.set_value(row.signed_on)
        names = {one.id: shown(one.name) for one in sheet.sheet.organisations.values()}
        parties = [Fact(names.get(one, "—"), link=(str(one), t("Take out"))) for one in row.parties]
        self.parties.set_facts(parties or [Fact(t("None yet."))])
        events = [
            Fact(f"{format_range(one.from_day, one.to_day, language())} · {shown(one.title, *one.languages) or '—'}",
                 link=(str(one.id), t("Open")))
            for one in sheet.sheet.events
        ]  # fmt: skip
        self.events.set_facts(events or [Fact(t("None yet."))])
        self.note.set_value(row.note)

    def picker(self) -> Picker | None:
        """Return the list of organisations to choose from while it is open."""
        return self._picker

    def _parties(self) -> tuple[int, ...]:
        return self._view.sheet.agreement.parties if self._view else ()

    def _choose_party(self) -> None:
        if self._view is None:
            return
        self._picker = Picker(self)
        self._picker.set_offers([offer for offer in self._view.offers if offer.value not in self._parties()])
        self._picker.picked.connect(lambda one: self._set_parties((*self._parties(), one)))
        self._picker.open_under(self.add_party, width=self.width() - 32)

    def _party_acted(self, key: str) -> None:
        self._set_parties(tuple(one for one in self._parties() if one != int(key)))

    def _set_parties(self, parties: Sequence[int]) -> None:
        self.context.run(self, register.set_parties, self.thing_id, list(parties))

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        name = f"agreement:{self.thing_id}:{merge}" if merge else ""
        self.context.run(self, register.edit_agreement, self.thing_id, merge=name, **values)


def _line(row: AgreementPage, names: dict[int, str]) -> AgreementLine:
    title = shown(row.title)
    parties = " — ".join(names.get(one, "—") for one in row.parties)
    words = " ".join(wording.text for wording in row.title.wordings.values())
    return AgreementLine(
        row.id, title or "—", other_wording(row.title, title), row.signed_on, parties, fold(f"{words} {parties}")
    )


def _signed(row: AgreementLine) -> str:
    return format_day(row.signed, language()) if row.signed else t("not signed yet")
