"""What the phrase base offers under a text: its counterpart, whole phrases while typing, and signs to mend.

Nothing is typed unasked. Ctrl+Space takes what is offered, from either language; ↓ goes to a phrase, Enter takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from planner.language.loose_signs import is_loose, mended
from planner.language.phrases import Closeness, Completion, Offer
from planner.rules.text import Language, State
from ui.common.paired_side import PairedSide
from ui.common.phrase_base import phrase_base
from ui.common.suggestion_lines import Suggestion, SuggestionLines
from ui.context import Context
from ui.translate import follow_language, t

KEY = Qt.Key
MEND = "mend"
OTHERS = 1
"""So many other wordings are offered below the nearest one."""


class PhraseOffers(QObject):
    """The offers of one text. `take` writes several wordings of a phrase as one step.

    `whole` are lines for the phrases that go on as a text begins; their place is under all fields of the text.
    `other_keys`, if set, has a look at each key that takes no offer, with the language it is pressed in.
    """

    def __init__(self, context: Context, parent: QWidget, take: Callable[[Mapping[Language, str]], None]) -> None:
        super().__init__(parent)
        self.whole = SuggestionLines(parent)
        self.whole.leave_focus()
        self.whole.taken.connect(self._take_one_whole)
        self._base = phrase_base(context)
        self._base.refreshed.connect(self._ask_again)
        self._context, self._take_whole = context, take
        self._sides: dict[Language, PairedSide] = {}
        self._lines: dict[Language, SuggestionLines] = {}
        self._offers: dict[Language, list[Offer]] = {}
        self._whole: dict[Language, list[Completion]] = {}
        self._chosen = -1
        self._asked: tuple[object, ...] = ()
        self.other_keys: Callable[[Language, QKeyEvent], bool] | None = None
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for tag, offers in self._offers.items():
            self._show_offers(tag, offers)

    def watch(self, sides: Sequence[PairedSide]) -> None:
        """Offer phrases for these wordings of a text, the first language first; the same ones stay as they are."""
        if list(self._sides.values()) == list(sides):
            return
        self._sides = {side.language: side for side in sides}
        self._lines, self._offers, self._whole, self._asked = {}, {}, {}, ()
        for side in sides:
            side.box.read_key = partial(self._read_key, side.language)
            side.box.focus_moved.connect(partial(self._focus_moved, side.language))
            side.box.textChanged.connect(self.refresh)
            side.box.cursorPositionChanged.connect(partial(self._moved, side.language))

    def lines(self, language: Language) -> tuple[Suggestion, ...]:
        """Return the lines shown under a wording."""
        return self._lines[language].lines() if language in self._lines else ()

    def refresh(self) -> None:
        """Ask for what the texts as they stand now may need; the same texts again ask nothing."""
        texts = tuple((tag, side.box.text(), side.state) for tag, side in self._sides.items())
        if texts == self._asked or self._context.read_only is not None:
            return
        self._asked = texts
        self._ask()

    def _ask_again(self) -> None:
        if self._asked:
            self._ask()

    def _ask(self) -> None:
        written = [tag for tag, side in self._sides.items() if side.box.text()]
        for tag, side in self._sides.items():
            known = next((one for one in written if one != tag), None)
            if known is not None and side.shown_state() in (State.MISSING, State.STALE):
                words = self._sides[known].box.text()
                self._base.counterparts(
                    side, words, (known, tag), partial(self._answered, self._asked, self._show_offers, tag)
                )
            else:
                self._show_offers(tag, [])
            if side.box.hasFocus() and written == [tag] and len(self._sides) > 1 and not side.box.isReadOnly():
                languages = (tag, *(one for one in self._sides if one != tag))
                self._base.completions(
                    side, side.box.text(), languages, partial(self._answered, self._asked, self._show_whole, tag)
                )
            else:
                self._show_whole(tag, [])

    def _answered(self, asked: object, show: Callable[[Language, Any], None], tag: Language, found: list[Any]) -> None:
        """Show an answer unless the texts have changed since it was asked for."""
        if asked == self._asked:
            show(tag, found)

    def _show_offers(self, tag: Language, offers: list[Offer]) -> None:
        side = self._sides.get(tag)
        if side is None:
            return
        if side.shown_state() is not State.MISSING:
            offers = [one for one in offers if one.closeness is not Closeness.SIMILAR and one.words != side.box.text()]
        self._offers[tag] = offers
        best = offers[0] if offers and side.shown_state() is State.MISSING else None
        side.suggest(best.words if best else "", _where_from(best) if best else "")
        self._show_lines(tag)

    def _show_whole(self, tag: Language, found: list[Completion]) -> None:
        side = self._sides.get(tag)
        if side is not None and (found or self._whole.get(tag)):
            self._whole[tag] = found if side.box.hasFocus() else []
            self._chosen = -1
            self._show_lines(tag)

    def _show_lines(self, tag: Language) -> None:
        side, lines = self._sides[tag], []
        offers = self._offers.get(tag, [])
        if side.shown_state() is State.MISSING:
            lines += [
                Suggestion(f"offer:{n}", t("Or: {text}", text=one.words), t("Use"))
                for n, one in enumerate(offers[1 : 1 + OTHERS], 1)
            ]
        else:
            lines += [
                Suggestion(f"offer:{n}", t("Written elsewhere: {text}", text=one.words), t("Use"))
                for n, one in enumerate(offers[:1])
            ]
        words = side.box.text()
        if is_loose(words, tag) and not side.box.isReadOnly():
            right = t("Signs of the typewriter; rightly: {text}", text=mended(words, tag))
            lines.append(Suggestion(MEND, right, t("Mend")))
        if lines or tag in self._lines:
            self._lines_of(tag).set_lines(lines)
        self._show_whole_lines()

    def _show_whole_lines(self) -> None:
        """Show the phrases that go on in the field with the focus, both wordings in a line across all fields."""
        found = next((one for one in self._whole.values() if one), [])
        lines = []
        for n, one in enumerate(found):
            words = " — ".join(one.words[language] for language in self._sides if language in one.words)
            lines.append(Suggestion(f"whole:{n}", words, t("Take both"), chosen=n == self._chosen))
        self.whole.set_lines(lines)

    def _take_one_whole(self, key: str) -> None:
        tag = next((tag for tag, found in self._whole.items() if found), "")
        if tag:
            self._take(tag, key)

    def _lines_of(self, tag: Language) -> SuggestionLines:
        if tag not in self._lines:
            lines = self._lines[tag] = self._sides[tag].add_lines()
            lines.taken.connect(partial(self._take, tag))
        return self._lines[tag]

    def _take(self, tag: Language, key: str) -> None:
        side, (kind, _, place) = self._sides[tag], key.partition(":")
        if key == MEND:
            side.box.setPlainText(mended(side.box.text(), tag))
            side.box.flush()
        elif kind == "offer":
            side.use(self._offers[tag][int(place)].words)
        else:
            whole = self._whole[tag][int(place)]
            self._whole[tag], self._chosen = [], -1
            for language, words in whole.words.items():
                self._sides[language].box.discard()
                self._sides[language].set_text(words, State.DRAFT)
            side.box.moveCursor(QTextCursor.MoveOperation.End)
            self._take_whole(whole.words)
        self._show_lines(tag)

    def _moved(self, tag: Language) -> None:
        """Show or hide what depends on where the cursor is."""
        if self._chosen >= 0 and tag in self._lines:
            self._choose(tag, -1)

    def _choose(self, tag: Language, place: int) -> None:
        self._chosen = place
        self._show_lines(tag)

    def _focus_moved(self, tag: Language) -> None:
        """Leaving a field closes the phrases that go on."""
        if self._whole.get(tag) and not self._sides[tag].box.hasFocus():
            self._whole[tag], self._chosen = [], -1
            self._show_lines(tag)

    def _read_key(self, tag: Language, event: QKeyEvent) -> bool:
        return self._key(tag, event) or (self.other_keys is not None and self.other_keys(tag, event))

    def _key(self, tag: Language, event: QKeyEvent) -> bool:
        whole, key = self._whole.get(tag, []), event.key()
        if key == KEY.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._take_offered(tag)
        if not whole or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in (KEY.Key_Down, KEY.Key_Up):
            step = 1 if key == KEY.Key_Down else -1
            if self._chosen + step < -1 or (self._chosen < 0 and step < 0):
                return False
            self._choose(tag, min(self._chosen + step, len(whole) - 1))
            return True
        if key in (KEY.Key_Return, KEY.Key_Enter) and self._chosen >= 0:
            self._take(tag, f"whole:{self._chosen}")
            return True
        if key == KEY.Key_Escape:
            self._whole[tag], self._chosen = [], -1
            self._show_lines(tag)
            return True
        return False

    def _take_offered(self, tag: Language) -> bool:
        """Take the first there is: the chosen phrase, the offer of this wording or another, the first line below."""
        if self._chosen >= 0:
            self._take(tag, f"whole:{self._chosen}")
            return True
        for side in (self._sides[tag], *self._sides.values()):
            if side.box.offers():
                side.box.offer_taken.emit()
                return True
        lines = (*self.whole.lines(), *self.lines(tag))
        if lines:
            self._take(tag, lines[0].key)
        return bool(lines)


def _where_from(offer: Offer) -> str:
    if offer.closeness is Closeness.SAME:
        return t("phrases")
    if offer.closeness is Closeness.FITTED:
        return t("“{phrase}”, with names and numbers of this text", phrase=offer.phrase)
    return t("the similar “{phrase}”", phrase=offer.phrase)
