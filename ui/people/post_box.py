"""One post of a person: what it is called, where, since when, and how high it ranks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.language.dates import format_day
from planner.language.declension_phrases import phrase_cases
from planner.operations import organisations, people
from planner.queries.people import PostRow
from planner.rules.text import Language, text
from ui.common.buttons import Link
from ui.common.fields import ToggleRow
from ui.common.form import side_by_side
from ui.common.labels import Caption
from ui.common.moment_fields import DateField
from ui.common.number_field import NumberField
from ui.common.picker import Offer, ReferenceField
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import language, t

DAYS = ("valid_from", "valid_to", "rank_date")


class PostBox(QFrame):
    """Edits one post at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.post_id = 0
        self.setProperty("kind", "panel")
        self.title = TextFields(context, t("Position"), self, declined=phrase_cases)
        self.organisation = ReferenceField(t("Organisation"), self, new=t("New organisation of this name"))
        self.days = {name: DateField("", self, near=context.today()) for name in DAYS}
        self.rank = NumberField(t("Rank, 1 is the highest"), self, least=1, most=999)
        self.acting = ToggleRow(t("Acting"), self)
        self.checked = Caption("", self, wrap=True)
        self.confirm = Link(t("Checked today"), self, strong=True, clicked=self._confirm)
        self.remove = Link(t("Remove this post"), self, clicked=lambda: self._run(people.remove_post))
        for name, caption in (("valid_from", t("Since")), ("valid_to", t("Until")), ("rank_date", t("Rank since"))):
            self.days[name].set_caption(caption)
            self.days[name].edited.connect(lambda day, name=name: self._edit(**{name: day}))
        self._arrange()
        self.organisation.edited.connect(lambda one: self._edit(organisation_id=one))
        self.organisation.new_wanted.connect(self._add_organisation)
        self.rank.edited.connect(lambda level: self._edit(rank_level=level))
        self.acting.edited.connect(lambda on: self._edit(acting=on))
        self._tags: tuple[Language, ...] = ()

    def show_post(self, post: PostRow, tags: Sequence[Language], offers: Sequence[Offer]) -> None:
        """Show a post."""
        self.post_id, self._tags = post.id, tuple(tags)
        self.title.show_text(Target("post", post.id, "title"), post.title, tags)
        self.organisation.set_offers(offers)
        self.organisation.set_value(post.organisation_id)
        for name, field in self.days.items():
            field.set_value(getattr(post, name))
        self.rank.set_value(post.rank_level)
        self.acting.set_value(post.acting)
        day = post.confirmed_on
        self.checked.setText(t("checked {day}", day=format_day(day, language())) if day else t("not checked yet"))
        self.checked.set_role("small" if day else "attention")

    def flush(self) -> None:
        """Send what waits."""
        self.title.flush()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.organisation)
        column.addLayout(side_by_side(self.days["valid_from"], self.days["valid_to"]))
        column.addLayout(side_by_side(self.rank, self.days["rank_date"]))
        column.addWidget(self.acting)
        foot = QHBoxLayout()
        foot.addWidget(self.checked, 1)
        foot.addWidget(self.confirm)
        column.addLayout(foot)
        column.addWidget(self.remove)

    def _edit(self, **values: Any) -> None:
        self.context.run(self, people.edit_post, self.post_id, **values)

    def _confirm(self) -> None:
        self._edit(confirmed_on=self.context.today())

    def _run(self, operation: Any) -> None:
        self.context.run(self, operation, self.post_id)

    def _add_organisation(self, words: str) -> None:
        """Add an organisation to the register and put it behind the post, as one step."""
        if not words:
            return
        merge, post_id = f"organisation of post {self.post_id}", self.post_id
        tag = self._tags[0].replace("-", "_")
        self.context.run(
            self, organisations.add_organisation, text(**{tag: words}), merge=merge,
            done=lambda changes: self.context.run(
                self, people.edit_post, post_id, organisation_id=changes.result, merge=merge
            ),
        )  # fmt: skip
