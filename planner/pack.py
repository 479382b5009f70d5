"""The pack: all papers of an event in one go, numbered, as one file with contents and bookmarks, or as a folder.

A paper that cannot be had is named with the reason, and nothing stops.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.documents import pack_contents
from planner.documents.content import Content, Line, Style
from planner.documents.data import EventData
from planner.documents.finishing import joined
from planner.documents.frame import in_order as in_order_of
from planner.documents.pictures import page_count
from planner.errors import NotPossible, PlannerError
from planner.exchange.files_out import safe_name, write_whole
from planner.language import catalog
from planner.language.catalog import fill
from planner.language.paper_words import word
from planner.paper_choice import FOR_SERVICE, FOR_THE_OFFICE, TITLES, WORKING, Choice, Paper
from planner.paper_subjects import NOTHING, Around, Subject, agendas, around, field_of, subjects
from planner.papers import print_paper, render
from planner.queries.for_documents import event_data
from planner.rules.kinds import EventKind, ItemKind, Side
from planner.rules.text import Language

_MEETING = (
    Paper.AGENDA, Paper.PARTICIPANTS, Paper.BRIEFING, Paper.BIOGRAPHY, Paper.SEATING, Paper.PLACE_CARDS,
    Paper.NAME_PLATES, Paper.FLAGS, Paper.MINUTES, Paper.ACTION_LIST, Paper.PRESS_NOTE,
)  # fmt: skip
_VISIT = (
    *_MEETING, Paper.PROGRAMME, Paper.RUN_SHEET, Paper.PERSONAL, Paper.MOTORCADE, Paper.ARRIVALS, Paper.ROOMING,
    Paper.GIFT_LIST, Paper.INVITATION, Paper.SIGN_IN, Paper.CONTACTS, Paper.PASS_LIST, Paper.AIRPORT_SIGN,
    Paper.MENU, Paper.THANK_YOU, Paper.REPORT,
)  # fmt: skip
_CONFERENCE = (*_VISIT, Paper.RUNNING_ORDER, Paper.BADGES)

USUAL: Mapping[EventKind, frozenset[Paper]] = {
    EventKind.MEETING: frozenset(_MEETING),
    EventKind.TALKS: frozenset(_MEETING),
    EventKind.COURTESY_CALL: frozenset(_MEETING),
    EventKind.SIGNING: frozenset((*_MEETING, Paper.RUN_SHEET)),
    EventKind.VISIT: frozenset(_VISIT),
    EventKind.CONFERENCE: frozenset(_CONFERENCE),
    EventKind.RECEPTION: frozenset({
        Paper.PARTICIPANTS, Paper.RUN_SHEET, Paper.SEATING, Paper.PLACE_CARDS, Paper.INVITATION, Paper.MENU,
        Paper.PASS_LIST,
    }),
    EventKind.OTHER: frozenset(_VISIT),
}  # fmt: skip
"""The papers of each kind of event (handbook 2, "Document set per kind")."""

FIRST = (
    Paper.PROGRAMME, Paper.RUNNING_ORDER, Paper.AGENDA, Paper.PARTICIPANTS, Paper.BRIEFING, Paper.BIOGRAPHY,
    Paper.RUN_SHEET, Paper.PERSONAL, Paper.SEATING,
)  # fmt: skip
"""The order in which they are read; all others follow as the set has them."""

Told = Callable[[int, int, str], object]
"""Told before each paper: how many are done, how many there are, what the next is called."""


class Wanted(NamedTuple):
    """A paper of a pack: how it is printed, what it and what it is of are called ("" for the whole event)."""

    choice: Choice
    name: str
    of: str = ""
    subject: Subject = NOTHING

    @property
    def called(self) -> str:
        """Name and subject: "Biography: Akylbek Isanov"."""
        return ": ".join(filter(None, (self.name, self.of)))


class Done(NamedTuple):
    """A paper of a pack as it was printed, or why it cannot be had."""

    wanted: Wanted
    content: Content | None = None
    pdf: bytes = b""
    reason: str = ""


class Pack(NamedTuple):
    """A printed pack: its event and papers. `cancelled` tells that it was stopped before its end."""

    event: EventData
    choice: Choice
    done: tuple[Done, ...]
    cancelled: bool = False

    def printed(self) -> list[Done]:
        """Return the papers there are."""
        return [one for one in self.done if one.content is not None]

    def refused(self) -> list[Done]:
        """Return the papers that cannot be had, each with its reason."""
        return [one for one in self.done if one.content is None]


def papers_of_pack(db: Connection, choice: Choice, *, language: Language = "") -> tuple[Wanted, ...]:
    """Return every paper an event can have, in the order of the pack, each printed as `choice` is.

    `language` names them. A guest's pack holds no paper of the office; the host's has the working programme too.
    """
    found = around(db, choice.event_id)
    tag = language or (choice.languages or found.page.languages or ("en",))[0]
    return tuple(one for paper in in_order() for one in _wanted(paper, choice, found, tag))


def is_usual(wanted: Wanted, kind: EventKind) -> bool:
    """Tell whether a kind of event usually has this paper (handbook 2)."""
    return wanted.choice.paper in USUAL.get(kind, frozenset())


def in_order() -> list[Paper]:
    """Return all papers in the order of a pack."""
    return [*FIRST, *(paper for paper in Paper if paper not in FIRST)]


def print_pack(
    db: Connection, choice: Choice, wanted: Sequence[Wanted], *, told: Told | None = None,
    stopped: Callable[[], bool] = lambda: False, language: Language = "en",
) -> Pack:  # fmt: skip
    """Print papers one after another; reasons are said in `language`. One that is refused does not stop the others."""
    done: list[Done] = []
    for place, one in enumerate(wanted):
        if stopped():
            break
        if told is not None:
            told(place, len(wanted), one.called)
        done.append(_print(db, one, language))
    return Pack(event_data(db, choice.event_id), choice, tuple(done), cancelled=len(done) < len(wanted))


def one_file(pack: Pack) -> bytes:
    """Return a pack as one PDF file: contents, then the papers, each with a bookmark. Raise NotPossible if empty."""
    printed = _some(pack)
    counts = [page_count(one.pdf) for one in printed]
    before, contents = 1, b""
    language = _languages(pack)[0]
    for _ in range(len(printed)):  # contents that run over push all papers on by a page
        contents = _contents(pack, printed, [before + sum(counts[:place]) + 1 for place in range(len(counts))])
        if (needed := page_count(contents)) == before:
            break
        before = needed
    listed = [pack_contents.Listed(_titles(one, (language,)), _of(one, (language,))) for one in printed]
    names = [f"{place}. {pack_contents.bookmark(one)}" for place, one in enumerate(listed, 1)]
    title = word("contents", language)
    files = [(title, contents), *zip(names, (one.pdf for one in printed), strict=True)]
    about = f"{word('pack', language)}: {pack.event.title.first(language)}"
    return joined(files, title=about, author=pack.event.office.first(language), language=language)


def write_folder(pack: Pack, folder: Path) -> list[Path]:
    """Write a pack into a folder, each paper a numbered file after the contents; return the files."""
    printed = _some(pack)
    folder.mkdir(parents=True, exist_ok=True)
    width = max(2, len(str(len(printed))))
    contents = word("contents", _languages(pack)[0])
    files = [(safe_name(f"{0:0{width}} {contents}", ".pdf"), _contents(pack, printed, None))]
    for place, one in enumerate(printed, 1):
        files.append((safe_name(f"{place:0{width}} {one.wanted.called}", ".pdf"), one.pdf))
    for name, pdf in files:
        write_whole(folder / name, pdf)
    return [folder / name for name, _pdf in files]


def _wanted(paper: Paper, choice: Choice, found: Around, tag: Language) -> Iterator[Wanted]:
    for_office = paper in FOR_THE_OFFICE or paper in FOR_SERVICE
    if for_office and choice.copy_for is Side.GUEST:
        return
    choice = choice._replace(paper=paper, edition="working" if for_office else "guest")
    name = catalog.text(TITLES[paper], tag)
    field = "item_id" if paper is Paper.AGENDA else field_of(paper)
    of: list[Subject] = list(agendas(found) if paper is Paper.AGENDA else subjects(paper, found))
    for one in of if field else [NOTHING]:
        if field and not one.usual:
            continue
        if paper is Paper.RUNNING_ORDER and not _has_sessions(found):
            continue
        called = one.called([tag, *found.page.languages]) or (catalog.text(one.kind, tag) if one.kind else "")
        if paper is Paper.SEATING and one.kind and one.title:
            name = catalog.text(one.kind, tag)
        own: dict[str, Any] = {field: one.id} if field else {}
        yield Wanted(choice._replace(**own), name, called, one)
    if paper is Paper.PROGRAMME and choice.copy_for is not Side.GUEST:
        working = choice._replace(edition="working", show_people=True)
        yield Wanted(working, catalog.text(WORKING, tag))


def _has_sessions(found: Around) -> bool:
    return found.page.kind is EventKind.CONFERENCE or any(
        item.kind in (ItemKind.PLENARY, ItemKind.SESSION) for item in found.plan.items
    )


def _print(db: Connection, one: Wanted, language: Language) -> Done:
    try:
        printed = print_paper(db, one.choice)
    except PlannerError as error:
        return Done(one, reason=fill(catalog.text(error.message, language), error.values))
    return Done(one, printed.content, printed.pdf)


def _some(pack: Pack) -> list[Done]:
    if printed := pack.printed():
        return printed
    raise NotPossible("Not one paper of this pack can be printed yet.")


def _contents(pack: Pack, printed: Sequence[Done], pages: Sequence[int] | None) -> bytes:
    """Print the page of contents; without pages, for a folder."""
    languages = _languages(pack)
    listed = [
        pack_contents.Listed(_titles(one, languages), _of(one, languages), pages[place] if pages else None)
        for place, one in enumerate(printed)
    ]
    content = pack_contents.compose(pack.event, listed, languages=languages, copy_for=pack.choice.copy_for)
    return render(content, Choice(Paper.PROGRAMME, pack.event.id, languages), pack.event)


def _titles(one: Done, languages: Sequence[Language]) -> tuple[Any, ...]:
    """Return the title of a paper in the languages of the pack, or what the window calls it."""
    assert one.content is not None
    if one.wanted.choice.paper is Paper.BIOGRAPHY:  # its title is the name of whom it is of
        return tuple((Line(word("biography", tag), Style.TITLE),) for tag in languages)
    own = dict(zip(one.content.languages, one.content.title, strict=False))
    return tuple(own.get(tag) or (Line(one.wanted.name, Style.TITLE),) for tag in languages)


def _of(one: Done, languages: Sequence[Language]) -> tuple[str, ...]:
    """Return in each language what a paper is of; of the programme's working edition that it is."""
    choice = one.wanted.choice
    if choice.paper is Paper.PROGRAMME and choice.edition == "working":
        return tuple(word("working_programme", tag) for tag in languages)
    return tuple(one.wanted.subject.called([tag, *languages]) or one.wanted.of for tag in languages)


def _languages(pack: Pack) -> tuple[Language, ...]:
    """Return the languages of the pack as they stand on its pages."""
    return in_order_of(pack.event, pack.choice.languages, pack.choice.copy_for)
