"""The presents of an event as a table, with what is wrong with each (handbook 2.16, W-55)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from planner.language.dates import format_day
from planner.operations import gifts, several
from planner.papers import Paper
from planner.queries.presents import PresentRow, Presents
from planner.queries.presents import presents as read_presents
from planner.rules.text import EMPTY, Language, Text, Wording
from ui.common.edit_columns import Choices, EditColumn
from ui.common.gift_words import MARKS, fault_words, money, parse_money
from ui.common.named import shown
from ui.logistics.day_column import day_column
from ui.logistics.section import PEOPLE, Section, short_language, words_column
from ui.logistics.words import EDGES, name_of, named
from ui.translate import language, t, tn

TITLE = "title:"
"""Before the language, the key of a column of what a present is."""
CARD = "card:"
"""Before the language, the key of a column of the words on its card."""
OURS, THEIRS = True, False


class PresentsSection(Section):
    """The presents given and received."""

    tables = PEOPLE | {"gift"}
    name = "presents"
    PAPER = Paper.GIFT_LIST
    sheet: Presents | None

    # --- What is shown

    def read(self) -> None:
        """Read the presents."""
        self.context.read(self, "presents", self.took, read_presents, self.event_id)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.paper.set_text(t("Print gift list…"))
        self.table.setAccessibleName(t("Gifts"))
        self.table.set_edge(self._edge)
        self.empty.set_words(
            t("No gifts yet"),
            t("Write down what is given to whom: nobody gets the same twice, and what must be registered is."),
            "" if self.is_read_only else t("Add the first gift"), "",
        )  # fmt: skip

    def rows(self) -> Sequence[PresentRow]:
        """Return the presents."""
        return self.sheet.presents if self.sheet else ()

    def columns(self) -> Sequence[EditColumn]:
        """Return the columns in the languages of the event."""
        if self.sheet is None:
            return ()
        ways = Choices([(OURS, t("from us")), (THEIRS, t("from them"))])
        people = self._people()
        marks, known = named(MARKS), self.sheet.known
        return [
            EditColumn("person", t("To or from whom"), lambda row: people.label(row.person_id), 180,
                       parse=people.value, offers=people.labels, starts=True,
                       wrong=t("Nobody of this event is called so.")),
            EditColumn("from_us", t("Given"), lambda row: ways.label(row.from_us), 96, parse=ways.value,
                       offers=ways.labels, tone=lambda row: "host" if row.from_us else "guest",
                       wrong=t("Write from us or from them.")),
            *(self._title(tag) for tag in self.tags),
            EditColumn("value", t("Worth"), lambda row: "" if row.value is None else money(row.value), 84,
                       parse=_worth, right=True, wrong=t("Write an amount, as 2500 or 2500.50")),
            EditColumn("currency", t("Currency"), lambda row: row.currency, 76, parse=_currency, muted=True,
                       offers=lambda: ["RUB", "USD", "EUR", "KGS", "CNY"], wrong=t("Write a currency as RUB.")),
            *([self._faults_column()] if any(one.faults for one in self.rows()) else ()),
            words_column("budget", t("Line of expenses"), lambda row: row.budget, 120, offers=known["budget"]),
            words_column("giver", t("In whose name"), lambda row: row.giver, 130, offers=known["giver"]),
            words_column("handed_by", t("Handed by"), lambda row: row.handed_by, 130, offers=known["handed_by"]),
            day_column("given_on", t("Given on"), 84, lambda: self.visit.from_day),
            EditColumn("wrapped", t("Wrapped"), str, 78, ticked=lambda row: row.wrapped),
            day_column("registered_on", t("Registered"), 84, lambda: self.visit.from_day),
            EditColumn("marks", t("Is or holds"), lambda row: ", ".join(map(marks.label, row.marks)), 130,
                       parse=marks.values, offers=marks.labels, several=True, muted=True,
                       wrong=t("Write marks with commas between them: food, alcohol, antique.")),
            *(self._card(tag) for tag in self.tags),
            words_column("note", t("Remark"), lambda row: row.note, 110),
        ]  # fmt: skip

    def foot_words(self) -> str:
        """Say what is wrong with the presents chosen, else with all; else what they are worth together."""
        if self.sheet is None:
            return ""
        chosen = self.table.selected_ids()
        wrong = [words for one in self.rows() if not chosen or one.id in chosen for words in self._faults(one)]
        if wrong:
            return " ".join(dict.fromkeys(wrong))
        sums: dict[str, int] = {}
        for one in self.rows():
            if one.from_us and one.value is not None:
                sums[one.currency] = sums.get(one.currency, 0) + one.value
        return t("Ours are worth {sums}.", sums=", ".join(f"{money(sum_)} {code}" for code, sum_ in sums.items())
                 ) if sums else ""  # fmt: skip

    def chosen(self, ids: Sequence[int]) -> None:
        """Show who receives or gives it, and what is wrong with it."""
        self.choose_member(ids, self._member)
        self._show_foot()

    # --- What is written

    def add(self, values: dict[str, Any], *, merge: str = "", done: Callable[[Any], object] | None = None) -> None:
        """Write a present down."""
        person = values.pop("person")
        title, card = _taken(values, TITLE), _taken(values, CARD)
        self.run(
            gifts.add_gift, person, title, card=card, event_id=self.event_id, merge=merge, done=done,
            failed=self._failed, **values,
        )  # fmt: skip

    def edit(self, ids: Sequence[int], key: str, value: Any, *, merge: str = "") -> None:
        """Write into presents."""
        if key == "person":
            self.run(several.give_gift, ids[0], value, merge=merge)
        elif key.startswith(TITLE):
            self.write_words("gift", ids, "title", key.removeprefix(TITLE), value)
        elif key.startswith(CARD):
            self.write_words("gift", ids, "card", key.removeprefix(CARD), value)
        else:
            self.run(several.edit_gifts, tuple(ids), merge=merge, **{key: value})

    def remove(self, ids: Sequence[int]) -> None:
        """Remove presents."""
        self.run(several.remove_gifts, tuple(ids))

    def _people(self) -> Choices:
        """Return the people of the event who are named, by person."""
        people = self.sheet.people if self.sheet else ()
        return Choices([(one.person_id, name_of(one, self.tags)) for one in people if one.person_id is not None])

    def _member(self, row_id: int) -> int | None:
        person = next(one.person_id for one in self.rows() if one.id == row_id)
        people = self.sheet.people if self.sheet else ()
        return next((one.id for one in people if person is not None and one.person_id == person), None)

    def _edge(self, row: PresentRow) -> str:
        people = self.sheet.people if self.sheet else ()
        return next((EDGES[one.side] for one in people if one.person_id == row.person_id), "")

    def _faults(self, row: PresentRow) -> list[str]:
        """Return in words what is wrong with a present."""
        assert self.sheet is not None
        limit = f"{money(self.sheet.limit)} {self.sheet.currency}"
        found = []
        for one in row.faults:
            day, at = row.before.get(one.other, (None, EMPTY))
            parts = [format_day(day, language()) if day else "", shown(at)]
            other = ", ".join(filter(None, parts)) or t("without a date")
            found.append(fault_words(one, other=other, limit=limit))
        return found

    def _faults_words(self, row: PresentRow) -> str:
        return tn("{n} remark", "{n} remarks", len(row.faults)) if row.faults else ""

    def _faults_column(self) -> EditColumn:
        return EditColumn("faults", t("Look at"), self._faults_words, 110,
                          tone=lambda row: "attention" if row.faults else "")  # fmt: skip

    def _title(self, tag: Language) -> EditColumn:
        def words(row: PresentRow) -> str:
            return row.title.get(tag)

        name = t("Gift ({language})", language=short_language(tag)) if len(self.tags) > 1 else t("Gift")
        return words_column(f"{TITLE}{tag}", name, words, 170, missing=lambda row: True)

    def _card(self, tag: Language) -> EditColumn:
        def words(row: PresentRow) -> str:
            return row.card.get(tag)

        many = len(self.tags) > 1
        name = t("On the card ({language})", language=short_language(tag)) if many else t("On the card")
        return words_column(f"{CARD}{tag}", name, words, 150, missing=lambda row: bool(row.card))


def _taken(values: dict[str, Any], key: str) -> Text:
    """Take the wordings of one text out of what was typed into the empty line."""
    words = {one.removeprefix(key): values.pop(one) for one in list(values) if one.startswith(key)}
    return Text({tag: Wording(typed) for tag, typed in words.items() if typed})


def _worth(words: str) -> int | None:
    if not words.strip():
        return None
    if (found := parse_money(words)) is None:
        raise ValueError(words)
    return found


def _currency(words: str) -> str:
    code = words.strip().upper()
    if not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise ValueError(words)
    return code
