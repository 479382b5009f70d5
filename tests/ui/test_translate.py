from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import delete

from ui.translate import follow_language, language, set_language, t, tn


class _View(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        self.seen.append(language())


def test_sentence_is_filled_with_values_as_they_are(qapp: object) -> None:
    assert t("Page {page} of {count}", page="{count}", count=2) == "Page {count} of 2"


def test_number_chooses_the_form(qapp: object) -> None:
    assert [tn("{n} finding", "{n} findings", n) for n in (1, 2)] == ["1 finding", "2 findings"]


def test_view_is_translated_at_once_and_at_each_change(qapp: object) -> None:
    view = _View()
    set_language("ru")
    set_language("ru")
    set_language("ky")
    assert view.seen == ["en", "ru", "ky"]


def test_view_that_is_gone_is_left_alone(qapp: object) -> None:
    view = _View()
    label = QLabel(view)
    seen = view.seen
    delete(view)
    set_language("ru")
    assert (seen, language(), label is not None) == (["en"], "ru", True)
