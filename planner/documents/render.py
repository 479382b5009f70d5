"""A whole paper in one call: content in, the bytes of a PDF file out."""

from __future__ import annotations

from datetime import datetime

from planner.documents.content import Content
from planner.documents.layout import layout
from planner.documents.pdf import pdf
from planner.documents.theme import Arrangement, Theme

PLAIN = Theme()


def render_pdf(
    content: Content,
    arrangement: Arrangement | str = Arrangement.COLUMNS,
    *,
    body: float = 11,
    changed_at: datetime | None = None,
    theme: Theme = PLAIN,
) -> bytes:
    """Return the paper as a PDF file.

    `body` is the size of the text in points, 14 to 16 for the principal's own copy; `changed_at` becomes the
    file's date. The same arguments give the same bytes.
    """
    if body != 11:
        theme = theme.with_body(body)
    return pdf(layout(content, theme, Arrangement(arrangement)), changed_at)
