"""The office's profiles of protocol: what is customary here, as data an office edits (handbook 3.12)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base


class Profile(Base):
    """A profile of the office's own. `based_on` is the code of the shipped one it began as.

    `values` holds what differs from that one, by key ("interpreter", "ranks", "two_flags").
    """

    __tablename__ = "profile"

    name: Mapped[str]
    based_on: Mapped[str] = mapped_column(default="RU-municipal")
    values: Mapped[dict[str, Any]] = mapped_column("profile_values", JSON, default=dict)
