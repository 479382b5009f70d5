"""Windows of tests that are over are taken down, as the program's own are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent


def delete_closed() -> None:
    """Delete the widgets that pytest-qt closed and marked for deletion.

    Qt deletes what is marked when its loop next runs; tests hardly run it, and by the last of them each change of theme
    or language went through 20,000 widgets.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
