"""Organisations with dated names, partner cities, agreements."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, day_column, may_refer_to, part_of, text_column
from planner.rules.text import Text


class Organisation(Base):
    """A city, ministry, embassy, university, company or association."""

    __tablename__ = "organisation"

    kind: Mapped[str] = mapped_column(default="other")
    country: Mapped[str] = mapped_column(default="")  # ISO 3166 alpha-2
    note: Mapped[str] = mapped_column(default="")
    invented: Mapped[bool] = mapped_column(default=False)
    founded_on: Mapped[date | None] = day_column()  # their order when nothing else applies (handbook 3.1)


class OrganisationName(Base):
    """What an organisation is called from one day to another; old papers keep the old name."""

    __tablename__ = "organisation_name"

    organisation_id: Mapped[int] = part_of("organisation.id")
    name: Mapped[Text] = text_column()
    short: Mapped[Text] = text_column()
    valid_from: Mapped[date | None] = day_column()
    valid_to: Mapped[date | None] = day_column()


class Partnership(Base):
    """Two cities (or universities) that are partners, since a day, by an agreement."""

    __tablename__ = "partnership"

    organisation_id: Mapped[int] = part_of("organisation.id")
    partner_id: Mapped[int] = part_of("organisation.id")
    agreement_id: Mapped[int | None] = may_refer_to("agreement.id")
    since: Mapped[date | None] = day_column()


class Agreement(Base):
    """A memorandum or agreement; its wording is kept as signed."""

    __tablename__ = "agreement"

    title: Mapped[Text] = text_column()
    kind: Mapped[str] = mapped_column(default="memorandum")
    signed_on: Mapped[date | None] = day_column()
    note: Mapped[str] = mapped_column(default="")


class AgreementParty(Base):
    """A party to an agreement, in the order of the text."""

    __tablename__ = "agreement_party"

    agreement_id: Mapped[int] = part_of("agreement.id")
    organisation_id: Mapped[int] = part_of("organisation.id")
    position: Mapped[int] = mapped_column(default=0)


class Flag(Base):
    """An edition of a flag: the renderer and the checks pick by the day of the event (handbook 3.10)."""

    __tablename__ = "flag"

    country: Mapped[str] = mapped_column(default="")
    edition: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None] = day_column()
    valid_to: Mapped[date | None] = day_column()
