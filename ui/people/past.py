"""What lies behind a person: whom they met, where they sat, the papers their name stands on, who vouches for it."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.catalog import mark
from planner.language.dates import format_day
from planner.language.languages import own_name
from planner.operations import people
from planner.queries.people import NameRow, PostRow, person_page
from planner.queries.person_history import PersonHistory, person_history
from planner.queries.touched_papers import IssuedRow, Touched, touched_papers
from ui.common.findings import Fact, FactsField
from ui.common.named import first_name, shown
from ui.common.pill import Tone
from ui.context import Context
from ui.people.person_card import PersonCard
from ui.translate import follow_language, language, t, tn

MOST_MET = 12
SOURCES = {
    "typed": mark("typed"), "import": mark("from a list"), "card": mark("from a visiting card"),
    "press": mark("from the press"), "self": mark("as they write it themselves"), "passport": mark("from the passport"),
}  # fmt: skip
PAPERS = {
    "programme": mark("Programme"), "agenda": mark("Agenda"), "running-order": mark("Running order"),
    "participants": mark("List of participants"),
}  # fmt: skip


class PastView(NamedTuple):
    """What the cards show."""

    names: tuple[NameRow, ...]
    posts: tuple[PostRow, ...]
    history: PersonHistory
    papers: Touched


def read_past(db: Any, person_id: int, day: date) -> PastView:
    """Return what lies behind a person."""
    page = person_page(db, person_id)
    return PastView(page.names, page.posts, person_history(db, person_id, day), touched_papers(db, person_id))


class PastCards(PersonCard):
    """Attributes: `posts`, `sources`, `met`, `seats`, `papers`."""

    key = "past"
    query = staticmethod(read_past)
    tables = frozenset(
        ("person", "person_name", "participation", "delegation", "event", "attendance", "placement", "seating_plan",
         "issued_paper", "paper_holder", "post")
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: PastView | None = None
        self.sources, self.papers = FactsField("", self), FactsField("", self)
        self.posts, self.met, self.seats = FactsField("", self), FactsField("", self), FactsField("", self)
        self.sources.acted.connect(self._confirm)
        self.met.acted.connect(lambda key: context.show("person", int(key)))
        self.papers.acted.connect(lambda key: context.show("event", int(key)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for field in (self.posts, self.sources, self.papers, self.met, self.seats):
            column.addWidget(field)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.posts.set_caption(t("Posts over time"))
        self.sources.set_caption(t("Where the names are from"))
        self.papers.set_caption(t("Papers this name touches"))
        self.met.set_caption(t("Met"))
        self.seats.set_caption(t("Sat"))
        if self._view is not None:
            self._show(self._view)

    def _confirm(self, name_id: str) -> None:
        view = self._view
        name = next((one for one in view.names if str(one.id) == name_id), None) if view else None
        if name is not None:
            author = self.context.planner.author
            self.context.run(self, people.write_name, self._person, name.language, confirmed_by=author)

    def _show(self, view: PastView) -> None:
        self._view = view
        self.sources.set_facts([self._source(name) for name in view.names])
        self.posts.set_facts([_post(post, self.context.today()) for post in reversed(view.posts)])
        self.posts.setVisible(len(view.posts) > 1)
        self.papers.set_facts(_papers(view.papers))
        self.met.set_facts(_met(view.history))
        seats = _seats(view.history)
        self.seats.set_facts(seats)
        self.seats.setVisible(bool(seats))

    def _source(self, name: NameRow) -> Fact:
        tag = t("As in the passport") if name.language == "und-Latn" else own_name(name.language)
        source = t(SOURCES[name.source]) if name.source in SOURCES else name.source
        words = f"{tag[:1].upper()}{tag[1:]}: {source}"
        if name.confirmed_by:
            return Fact(t("{name}, confirmed by {who}", name=words, who=name.confirmed_by), dot=Tone.FINE)
        free = self.context.read_only is None
        return Fact(words, dot=Tone.ATTENTION, link=(str(name.id), t("Confirm")) if free else None)


def _post(post: PostRow, today: date) -> Fact:
    """Return a post with its years, and whether it is held now, was held, or is held for somebody else."""
    former = post.valid_to is not None and post.valid_to < today
    years = [str(day.year) if day else "" for day in (post.valid_from, post.valid_to)]
    marks = [words for on, words in ((post.acting, t("acting")), (former, t("former"))) if on]
    span = "–".join(years) if any(years) else ""
    title = " · ".join(filter(None, (span, shown(post.title) or "—", *marks)))
    return Fact(title, dot=Tone.NEUTRAL if former else Tone.FINE)


def _papers(found: Touched) -> list[Fact]:
    facts = []
    for draft in found.drafts:
        event = draft.event
        title = shown(event.short_title, *event.languages) or shown(event.title, *event.languages) or "—"
        which = t("programme and lists") if draft.speaks else t("lists")
        facts.append(Fact(f"{title}: {which}", link=(str(event.id), t("Open"))))
    facts += [_issued(one) for one in found.issued]
    return facts or [Fact(t("None yet."))]


def _issued(one: IssuedRow) -> Fact:
    paper = t(PAPERS[one.paper]) if one.paper in PAPERS else one.paper
    words = t("{paper}, version {number}", paper=paper, number=one.number)
    if one.spelt:
        words = t("{paper} still says {spelt}", paper=words, spelt=", ".join(one.spelt))
        if one.holders:
            words = t("{words}; in the hands of {holders}", words=words, holders=", ".join(one.holders))
    tone = Tone.ATTENTION if one.spelt and one.latest else Tone.NEUTRAL
    return Fact(words, dot=tone, link=(str(one.event_id), t("Open")))


def _met(history: PersonHistory) -> list[Fact]:
    facts = [
        Fact(first_name(one.names, language()) or "—", tail=_often(one.times, one.last),
             link=(str(one.person_id), t("Open")))
        for one in history.met[:MOST_MET]
    ]  # fmt: skip
    if len(history.met) > MOST_MET:
        facts.append(Fact(tn("and {n} more", "and {n} more", len(history.met) - MOST_MET)))
    return facts or [Fact(t("Nobody yet."))]


def _often(times: int, last: date) -> str:
    day = format_day(last, language(), form="short")
    return f"{tn('{n} time', '{n} times', times)}, {day}" if times > 1 else day


def _seats(history: PersonHistory) -> list[Fact]:
    facts: list[Fact] = []
    for one in history.appearances:
        for seat in one.seats:
            event = one.event
            where = shown(seat.item, *event.languages) or shown(seat.plan, *event.languages) or seat.kind
            place = t("table {table}, seat {seat}", table=seat.table, seat=seat.seat) if seat.table else seat.seat
            facts.append(Fact(f"{where}: {place}", tail=format_day(event.from_day, language(), form="short")))
    return facts
