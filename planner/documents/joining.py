"""Several finished papers as one file: pages, structure, bookmarks, page labels, and links from its contents (pikepdf).

ISO 32000-1, 12.3.3 (bookmarks), 12.4.2 (page labels), 14.7 (structure). Each paper keeps its structure as a part of
one tree, so that a screen reader hears all of them in order, each column in its language.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

_CLOSED = -1


class Link(NamedTuple):
    """A place in the contents that leads to a paper: its page there, its box in points, the paper it leads to.

    Pages and papers count from 0; the first paper is the contents themselves.
    """

    page: int
    left: float
    foot: float
    right: float
    top: float
    paper: int


class _Joining:
    """A file in the making."""

    def __init__(self) -> None:
        self.whole = pikepdf.new()
        self.starts: list[int] = []
        self._root = self.whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = self.whole.make_indirect(Dictionary(S=Name.Document, P=self._root))
        self._parts: list[Any] = []
        self._parents: list[Any] = []
        self._next = 0
        self._bookmarks: list[Any] = []

    def add(self, name: str, pdf: bytes) -> None:
        """Add the pages of a paper with all that belongs to them."""
        with pikepdf.open(BytesIO(pdf)) as source:
            start = len(self.whole.pages)
            self.starts.append(start)
            self.whole.pages.extend(source.pages)  # before anything that points at them is taken over
            if "/StructTreeRoot" in source.Root:
                self._add_structure(source, start)
            self._add_bookmark(name, source, start)

    def _add_structure(self, source: pikepdf.Pdf, start: int) -> None:
        tree = source.Root.StructTreeRoot
        part = self.whole.copy_foreign(tree.K)
        part.S, part.P = Name.Part, self._document
        if "/Lang" in source.Root:
            part.Lang = source.Root.Lang
        self._parts.append(part)
        numbers = self.whole.copy_foreign(source.make_indirect(tree.ParentTree.Nums))
        for place in range(0, len(numbers), 2):
            self._parents += [self._next + int(numbers[place]), numbers[place + 1]]
        for page in list(self.whole.pages)[start:]:
            if "/StructParents" in page.obj:
                page.obj.StructParents = self._next + int(page.obj.StructParents)
        self._next += int(tree.ParentTreeNextKey)

    def _add_bookmark(self, name: str, source: pikepdf.Pdf, start: int) -> None:
        """Hang the bookmarks a paper has of its own under one for the whole of it, folded in."""
        if "/Outlines" in source.Root and "/First" in source.Root.Outlines:
            item = self.whole.copy_foreign(source.Root.Outlines)
            del item["/Type"]
            item.Count = _CLOSED * abs(int(item.get("/Count", 1)))
        else:
            item = self.whole.make_indirect(Dictionary())
        item.Title = name
        item.Dest = Array([self.whole.pages[start].obj, Name.Fit])
        self._bookmarks.append(item)

    def link(self, links: Sequence[Link]) -> None:
        """Let places of the contents lead to the papers; papers that are not there are passed over."""
        for page, left, foot, right, top, paper in links:
            if paper >= len(self.starts):
                continue
            leaf = self.whole.pages[page].obj
            if "/Annots" not in leaf:
                leaf.Annots = Array()
            target = self.whole.pages[self.starts[paper]].obj
            leaf.Annots.append(self.whole.make_indirect(Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=[left, foot, right, top], Border=[0, 0, 0],
                Dest=Array([target, Name.Fit]), Contents=self._bookmarks[paper].Title,
            )))  # fmt: skip

    def finish(self, *, title: str, author: str, language: str) -> bytes:
        """Put the tree, the bookmarks and the labels together and return the file."""
        whole = self.whole
        if self._parts:
            self._document.K = Array(self._parts)
            self._root.K = self._document
            self._root.ParentTree = whole.make_indirect(Dictionary(Nums=Array(self._parents)))
            self._root.ParentTreeNextKey = self._next
            whole.Root.StructTreeRoot = self._root
            whole.Root.MarkInfo = Dictionary(Marked=True)
        if self._bookmarks:
            whole.Root.Outlines = self._outlines()
        whole.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))  # the pages the contents name
        whole.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        whole.Root.PageMode = Name.UseOutlines
        whole.Root.Lang = pikepdf.String(language)
        whole.docinfo["/Title"], whole.docinfo["/Author"] = title, author
        out = BytesIO()
        whole.save(
            out, deterministic_id=True, compress_streams=True, min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )  # fmt: skip
        return out.getvalue()

    def _outlines(self) -> Any:
        marks = self._bookmarks
        root = self.whole.make_indirect(
            Dictionary(Type=Name.Outlines, First=marks[0], Last=marks[-1], Count=len(marks))
        )
        for place, mark in enumerate(marks):
            mark.Parent = root
            if place:
                mark.Prev = marks[place - 1]
            if place + 1 < len(marks):
                mark.Next = marks[place + 1]
        return root


def joined(
    files: Sequence[tuple[str, bytes]], *, title: str, author: str, language: str, links: Sequence[Link] = ()
) -> bytes:
    """Return several papers as one file, each under a bookmark of its own that holds those it had before.

    The same files give the same bytes. `links` lead from the first paper, the contents, to the others.
    """
    joining = _Joining()
    for name, pdf in files:
        joining.add(name, pdf)
    joining.link(links)
    return joining.finish(title=title, author=author, language=language)
