"""Who takes part in an event: delegations by side, and the places in them."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, json_list, may_need, may_refer_to, optional_part_of, part_of, text_column
from planner.rules.text import Text


class Delegation(Base):
    """A block of participants on one side. `heading` is the authored "From the Kyrgyz side"."""

    __tablename__ = "delegation"

    event_id: Mapped[int] = part_of("event.id")
    side: Mapped[str]
    organisation_id: Mapped[int | None] = may_refer_to("organisation.id")
    heading: Mapped[Text] = text_column()
    name: Mapped[Text] = text_column()  # as the list of a conference calls it, where no organisation stands behind it
    position: Mapped[int] = mapped_column(default=0)


class Participation(Base):
    """A place in a delegation. `person_id` is empty while only a post has been named ("to be confirmed").

    `own_order` is the order the sending side gave; `pin` (1-based) fixes the place against precedence;
    `post_title` is what is printed at this event where it differs from the person's own post.
    """

    __tablename__ = "participation"

    delegation_id: Mapped[int] = part_of("delegation.id")
    person_id: Mapped[int | None] = may_need("person.id")
    capacity: Mapped[str] = mapped_column(default="member")
    own_order: Mapped[int] = mapped_column(default=0)
    pin: Mapped[int | None]
    state: Mapped[str] = mapped_column(default="invited")
    post_title: Mapped[Text] = text_column()
    replaces_id: Mapped[int | None] = may_refer_to("participation.id")
    note: Mapped[str] = mapped_column(default="")
    spouse_of_id: Mapped[int | None] = may_refer_to("participation.id")
    zones: Mapped[list[str]] = json_list()  # where the badge lets in, in the office's own short words: "A", "VIP"
    speaks: Mapped[str] = mapped_column(default="")  # the language spoken at this event; "" where it is not said


class Counterpart(Base):
    """A host matched to a guest by level and field (handbook 3.3); `pinned` where a person decided."""

    __tablename__ = "counterpart"

    event_id: Mapped[int] = part_of("event.id")
    guest_id: Mapped[int] = part_of("participation.id")
    host_id: Mapped[int] = part_of("participation.id")
    pinned: Mapped[bool] = mapped_column(default=False)


class Liaison(Base):
    """Who looks after whom: an officer of ours for a guest or a whole delegation."""

    __tablename__ = "liaison"

    officer_id: Mapped[int] = part_of("participation.id")
    participation_id: Mapped[int | None] = optional_part_of("participation.id")
    delegation_id: Mapped[int | None] = optional_part_of("delegation.id")
    phone: Mapped[str] = mapped_column(default="")
