"""The unit of work: what an operation writes with. It takes the image of every row it touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache, partial
from types import SimpleNamespace
from typing import Any, TypeVar, cast

from sqlalchemy import Table, event, insert, inspect, select
from sqlalchemy.orm import Session, attributes

from planner.errors import Clash, NotFound
from planner.model.base import Base
from planner.model.office import Office, Setting
from planner.model.papers import Blob
from planner.storage.bulk import insert_rows
from planner.storage.hygiene import require_plain
from planner.storage.images import Image, as_images, columns_of, image_from, image_of, model_of

Row = TypeVar("Row", bound=Base)
RowKey = tuple[str, int]


class UnitOfWork:
    """One transaction of one author.

    Attributes: `author`, `now` (UTC), `number` (of this change), `images` (before and after of each
    touched row, by table and id), `values` (what the label of the step names), `result`.
    """

    def __init__(self, session: Session, office: Office, *, author: str, now: datetime) -> None:
        self.session = session
        self.office = office
        self.author = author
        self.now = now
        self.number = office.change + 1
        self.images: dict[RowKey, tuple[Image | None, Image | None]] = {}
        self.values: dict[str, Any] = {}
        self.result: Any = None
        event.listen(session, "before_flush", self._take_before)
        event.listen(session, "after_flush", self._take_after)
        # The session itself would forget rows nobody refers to, and read each again when it is asked for.
        self._held: dict[RowKey, Base] = {}
        self._next_id = office.next_id
        self._drafts: dict[type[Base], list[SimpleNamespace]] = defaultdict(list)
        self._before: list[tuple[RowKey, Image | None, Base | None]] = []

    def add(self, row: Row) -> Row:
        """Give a new row its id and keep it."""
        row.id = self._next_id
        self._next_id += 1
        for key, value in _defaults(type(row)).items():
            if key not in row.__dict__:
                setattr(row, key, value() if callable(value) else value)
        self.session.add(row)
        self._held[row.__tablename__, row.id] = row
        return row

    def draft(self, model: type[Row], **values: Any) -> Row:
        """Give a new row its id and keep its values; it is written at the end, with all others of its table.

        For thousands of rows: what the session does for each costs several times what the row itself costs.
        Until then its values may be changed, but `get` and `find` do not know it.
        """
        draft = SimpleNamespace(**{**_defaults(model), "id": self._next_id, **values})
        for key in _made(model):
            if key not in values:
                setattr(draft, key, getattr(draft, key)())
        self._next_id += 1
        self._drafts[model].append(draft)
        return cast(Row, draft)

    def get(self, model: type[Row], row_id: int) -> Row:
        """Return a row by its id; raise NotFound in words."""
        row = self.session.get(model, row_id)
        if row is None:
            raise NotFound("This entry is no longer there: {thing} {number}.", thing=model.__tablename__, number=row_id)
        return row

    def find(self, model: type[Row], **equal: Any) -> list[Row]:
        """Return the rows whose columns equal these values, in order of id."""
        rows = list(self.session.scalars(select(model).filter_by(**equal).order_by(model.id)))
        self._held.update(((row.__tablename__, row.id), row) for row in rows)
        return rows

    def find_among(self, model: type[Row], column: str, wanted: Collection[int]) -> list[Row]:
        """Return the rows whose column holds one of these ids, in order of id; any number of them."""
        ids = sorted(set(wanted))
        rows: list[Row] = []
        for start in range(0, len(ids), 500):
            query = select(model).where(getattr(model, column).in_(ids[start : start + 500])).order_by(model.id)
            rows += self.session.scalars(query)
        self._held.update(((row.__tablename__, row.id), row) for row in rows)
        return rows

    def remove(self, row: Base) -> None:
        """Remove a row with all that belongs to it; refuse where something else needs it."""
        if inspect(row).deleted or row in self.session.deleted:
            return
        for child, column, rule in _references_to(type(row).__tablename__):
            for dependant in self.session.scalars(select(child).where(column == row.id).order_by(child.id)):
                self._let_go(dependant, column.key, rule)
        self.session.delete(row)

    def keep(self, content: bytes) -> str:
        """Keep bytes by what they are and return their SHA-256; undo leaves them where they are."""
        from hashlib import sha256  # 4 MB

        digest = sha256(content).hexdigest()
        connection = self.session.connection()
        if connection.execute(select(Blob.sha256).where(Blob.sha256 == digest)).first() is None:
            connection.execute(insert(Blob), {"sha256": digest, "content": content})
        return digest

    def setting(self, key: str, default: Any = None) -> Any:
        """Return an office setting."""
        row = next(iter(self.find(Setting, key=key)), None)
        return row.value if row else default

    def put_setting(self, key: str, value: Any) -> None:
        """Write an office setting; None removes it."""
        row = next(iter(self.find(Setting, key=key)), None)
        if row is None and value is not None:
            self.add(Setting(key=key, value=value))
        elif row is not None and value is None:
            self.remove(row)
        elif row is not None:
            row.value = value

    def finish(self) -> None:
        """Flush what is pending, write the drafts, and forget rows that ended as they began."""
        self.office.next_id = self._next_id
        self.session.flush()
        for model, drafts in self._drafts.items():
            self._write_drafts(model, drafts)
        self.images = {key: pair for key, pair in self.images.items() if pair[0] != pair[1]}

    def _write_drafts(self, model: type[Base], drafts: list[SimpleNamespace]) -> None:
        images = []
        for draft in drafts:
            values = vars(draft)
            require_plain(values.values())
            image = image_from(model, values)
            self.images[model.__tablename__, draft.id] = (None, image)
            images.append(image)
        table = as_images(Base.metadata.tables[model.__tablename__])
        insert_rows(self.session.connection(), table, images)

    def _let_go(self, dependant: Base, key: str, rule: str) -> None:
        if rule == "remove":
            self.remove(dependant)
        elif rule == "forget":
            setattr(dependant, key, None)
        else:
            raise Clash("This cannot be removed while something refers to it ({thing}).", thing=dependant.__tablename__)

    def _take_before(self, session: Session, _context: Any, _instances: Any) -> None:
        taken = self._before
        taken.clear()
        for row in session.new:
            require_plain(row.__dict__.values())
            taken.append(((row.__tablename__, row.id), None, row))
        for row in session.dirty:
            if isinstance(row, Base) and session.is_modified(row):
                require_plain(row.__dict__.values())
                taken.append(((row.__tablename__, row.id), _committed_image(row), row))
        for row in session.deleted:
            taken.append(((row.__tablename__, row.id), _committed_image(row), None))

    def _take_after(self, _session: Session, _context: Any) -> None:
        images = self.images
        for key, before, row in self._before:
            first = images[key][0] if key in images else before
            images[key] = (first, image_of(row) if row is not None else None)
        self._before.clear()


def _committed_image(row: Base) -> Image:
    image = image_of(row)
    for key, name, encode in columns_of(type(row)):
        old = attributes.get_history(row, key).deleted
        if old:
            image[name] = old[0] if encode is None else encode(old[0])
    return image


@cache
def _defaults(model: type[Base]) -> dict[str, Any]:
    """Return what a new row holds where nothing is said, by attribute: a value, or what makes one."""
    found: dict[str, Any] = {}
    for column in _columns(model):
        default: Any = column.default
        value = None if default is None else default.arg
        if default is not None and default.is_callable:
            value = partial(default.arg, None)
        found[model.__mapper__.get_property_by_column(column).key] = value
    return {key: value for key, value in found.items() if key != "id"}


@cache
def _made(model: type[Base]) -> tuple[str, ...]:
    """Return the attributes of which each new row gets a list, dictionary or text of its own."""
    return tuple(key for key, value in _defaults(model).items() if callable(value))


def _columns(model: type[Base]) -> Iterable[Any]:
    table = model.__table__
    assert isinstance(table, Table)
    return list(table.columns)


@cache
def _references_to(table: str) -> tuple[tuple[type[Base], Any, str], ...]:
    """Return (class, its attribute, what happens) for every column that refers to this table."""
    found = []
    for other in sorted(Base.metadata.tables.values(), key=lambda t: t.name):
        for column in other.columns:
            if any(key.column.table.name == table for key in column.foreign_keys):
                model = model_of(other.name)
                attribute = getattr(model, model.__mapper__.get_property_by_column(column).key)
                found.append((model, attribute, column.info["on_remove"]))
    return tuple(found)
