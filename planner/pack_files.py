"""A printed pack as a file or a folder: its page of contents, then the papers under their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from planner.documents import pack_contents
from planner.documents.content import Content, Line, Style
from planner.documents.frame import in_order as in_order_of
from planner.documents.joining import Link, joined
from planner.documents.pictures import page_count
from planner.documents.render import PLAIN, row_places
from planner.documents.theme import Theme
from planner.errors import NotPossible
from planner.exchange.files_out import safe_name, write_whole
from planner.language.paper_words import word
from planner.pack import Done, Pack
from planner.paper_choice import Choice, Paper
from planner.paper_dress import body_of, theme_of
from planner.papers import render
from planner.rules.text import Language


def one_file(pack: Pack) -> bytes:
    """Return a pack as one PDF file: contents, then the papers, each with a bookmark. Raise NotPossible if empty."""
    printed = _some(pack)
    counts = [page_count(one.pdf) for one in printed]
    before, contents = 1, _Contents()
    language = _languages(pack)[0]
    for _ in range(len(printed)):  # contents that run over push all papers on by a page
        contents = _contents(pack, printed, [before + sum(counts[:place]) + 1 for place in range(len(counts))])
        if (needed := page_count(contents.pdf)) == before:
            break
        before = needed
    listed = [pack_contents.Listed(_titles(one, (language,)), _of(one, (language,))) for one in printed]
    names = [f"{place}. {pack_contents.bookmark(one)}" for place, one in enumerate(listed, 1)]
    title = word("contents", language)
    files = [(title, contents.pdf), *zip(names, (one.pdf for one in printed), strict=True)]
    about = f"{word('pack', language)}: {pack.event.title.first(language)}"
    author = pack.event.office.first(language)
    return joined(files, title=about, author=author, language=language, links=contents.links())


def write_folder(pack: Pack, folder: Path) -> list[Path]:
    """Write a pack into a folder, each paper a numbered file after the contents; return the files."""
    printed = _some(pack)
    folder.mkdir(parents=True, exist_ok=True)
    width = max(2, len(str(len(printed))))
    contents = word("contents", _languages(pack)[0])
    files = [(safe_name(f"{0:0{width}} {contents}", ".pdf"), _contents(pack, printed, None).pdf)]
    for place, one in enumerate(printed, 1):
        files.append((safe_name(f"{place:0{width}} {one.wanted.called}", ".pdf"), one.pdf))
    for name, pdf in files:
        write_whole(folder / name, pdf)
    return [folder / name for name, _pdf in files]


def _some(pack: Pack) -> list[Done]:
    if printed := pack.printed():
        return printed
    raise NotPossible("Not one paper of this pack can be printed yet.")


class _Contents(NamedTuple):
    """The page of contents."""

    content: Content | None = None
    pdf: bytes = b""
    body: float = 11.0
    theme: Theme = PLAIN

    def links(self) -> list[Link]:
        """Return where its rows stand; each leads to the paper of its number."""
        if self.content is None:
            return []
        places = row_places(self.content, body=self.body, theme=self.theme)
        return [Link(*place[1:], paper=place.id) for place in places]


def _contents(pack: Pack, printed: Sequence[Done], pages: Sequence[int] | None) -> _Contents:
    """Print the page of contents; without pages, for a folder."""
    languages = _languages(pack)
    listed = [
        pack_contents.Listed(
            _titles(one, languages), _of(one, languages), pages[place] if pages else None,
            version=one.state.version, issued_at=one.state.at, behind=one.state.last if one.state.changes else 0,
        )
        for place, one in enumerate(printed)
    ]  # fmt: skip
    content = pack_contents.compose(pack.event, listed, languages=languages, copy_for=pack.choice.copy_for)
    choice, event = Choice(Paper.PROGRAMME, pack.event.id, languages), pack.event
    return _Contents(content, render(content, choice, event), body_of(choice, event), theme_of(event, PLAIN))


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
