"""People: names per language, dated posts, and what is private, apart."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, day_column, json_list, may_refer_to, part_of, text_column
from planner.rules.text import Text


class Person(Base):
    """Somebody in the register. `invented` marks people made up for the sample office."""

    __tablename__ = "person"

    languages: Mapped[list[str]] = json_list()
    country: Mapped[str] = mapped_column(default="")
    gender: Mapped[str] = mapped_column(default="")  # "", "f", "m": asked, never inferred; needed for address and cases
    note: Mapped[str] = mapped_column(default="")  # for the office, never printed
    degree: Mapped[Text] = text_column()  # "Candidate of Sciences", as a conference prints it behind the name
    deceased: Mapped[bool] = mapped_column(default=False)
    invented: Mapped[bool] = mapped_column(default=False)


class PersonName(Base):
    """A name as written in one language or script, dated and sourced; none is made from another in silence.

    `source` is "typed", "import", "card", "press", "self" or "passport"; the passport's Latin
    (language "und-Latn", source "passport") is used only where a passport counts.
    """

    __tablename__ = "person_name"

    person_id: Mapped[int] = part_of("person.id")
    language: Mapped[str]
    surname: Mapped[str] = mapped_column(default="")
    given: Mapped[str] = mapped_column(default="")
    patronymic: Mapped[str] = mapped_column(default="")
    order: Mapped[str] = mapped_column("name_order", default="surname-first")
    address: Mapped[str] = mapped_column(default="")  # form of address, "Dear Mr Kabaev,"
    valid_from: Mapped[date | None] = day_column()
    valid_to: Mapped[date | None] = day_column()
    source: Mapped[str] = mapped_column(default="typed")
    confirmed_by: Mapped[str] = mapped_column(default="")
    cases: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # confirmed forms: "gen", "dat", "ins"
    said: Mapped[str] = mapped_column(default="")  # how it is pronounced, with its stress


class Post(Base):
    """A post held from one day to another. `rank_level` 1 is the highest (handbook 3.2, 3.3)."""

    __tablename__ = "post"

    person_id: Mapped[int] = part_of("person.id")
    organisation_id: Mapped[int | None] = may_refer_to("organisation.id")
    title: Mapped[Text] = text_column()
    rank_level: Mapped[int | None]
    rank_date: Mapped[date | None] = day_column()
    acting: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date | None] = day_column()
    valid_to: Mapped[date | None] = day_column()
    confirmed_on: Mapped[date | None] = day_column()
    rank_minute: Mapped[int | None]  # of `rank_date`: diplomats of one day stand by the hour (handbook 3.1)
    rank_class: Mapped[str] = mapped_column(default="")  # "ambassador", "envoy", "charge", "consul-general", "nuncio"
    honorary: Mapped[bool] = mapped_column(default=False)
    field: Mapped[str] = mapped_column(default="")  # what it is about: "education", "transport" (handbook 3.3)


class PersonPrivate(Base):
    """Sensitive facts, in a table and with a journal payload of their own, so that erasure can blank both."""

    __tablename__ = "person_private"

    person_id: Mapped[int] = part_of("person.id")
    passport_number: Mapped[str] = mapped_column(default="")
    passport_expires: Mapped[date | None] = day_column()
    birth_date: Mapped[date | None] = day_column()
    citizenship: Mapped[str] = mapped_column(default="")
    diet: Mapped[str] = mapped_column(default="")
    health: Mapped[str] = mapped_column(default="")
    fasting: Mapped[str] = mapped_column(default="")  # "", "yes", "no": asked, voluntary, never inferred
    prayer: Mapped[bool] = mapped_column(default=False)
    access: Mapped[str] = mapped_column(default="")  # what a venue must have: "no-steps"
    visa_until: Mapped[date | None] = day_column()
    contacts: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # "phone", "email", "home"
