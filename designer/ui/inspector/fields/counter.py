"""How long a text may be: told quietly near the limit, and as a warning beyond it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from designer.ui.canvas.descriptions import announce
from designer.ui.inspector.fields.boxes import Area, Line
from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.codes.ptv import limits
from model.messages import _, ngettext
from model.plain_language.prose import sentences

_NEAR = 0.8
_SIGN = 14  # px


class Limit(NamedTuple):
    """The most characters, and what is said beyond them (told how many are too many).

    With `first_sentence` that of the text has a limit of its own: PTV's summary is made of it.
    """

    most: int
    beyond: Callable[[int], str]
    first_sentence: int | None = None


def _for_ptv(over: int) -> str:
    return ngettext(
        "{over} character too many for the Service Catalogue (PTV)",
        "{over} characters too many for the Service Catalogue (PTV)",
        over,
    ).format(over=over)


def _for_phones(over: int) -> str:
    return ngettext(
        "{over} character too many for the Service Catalogue (PTV), if it is about a call",
        "{over} characters too many for the Service Catalogue (PTV), if it is about a call",
        over,
    ).format(over=over)


def _for_lists(over: int) -> str:
    return ngettext(
        "{over} character too many: lists and search results cut the rest",
        "{over} characters too many: lists and search results cut the rest",
        over,
    ).format(over=over)


def ptv(most: int, *, first_sentence: int | None = None) -> Limit:
    """Return a limit that PTV sets (see `model.codes.ptv.limits`)."""
    return Limit(most, _for_ptv, first_sentence)


def ptv_phones(most: int) -> Limit:
    """Return a limit that PTV sets for what is said of a call."""
    return Limit(most, _for_phones)


def shown(most: int) -> Limit:
    """Return the most that readers elsewhere can show."""
    return Limit(most, _for_lists)


class Counter(QWidget):
    """Counts the letters of a box. Silent far from the limit; beyond it a sign and words."""

    def __init__(self, limit: Limit, box: Line | Area) -> None:
        super().__init__()
        self._limit = limit
        self._box = box
        self._language = ""
        self._sign = _Sign()
        self.words = plain_label("", "label")
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self._sign.hide()
        self.hide()
        box.textChanged.connect(self._count)

    @property
    def warns(self) -> bool:
        return not self._sign.isHidden()

    def speak(self, language: str) -> None:
        """Read the text in that language from now on: its sentences end by its rules."""
        if language != self._language:
            self._language = language
            self._count()

    def _count(self) -> None:
        typed = self._box.words.strip()
        letters = limits.counted(typed)
        over = letters - self._limit.most
        counted = f"{letters}/{self._limit.most}"
        if over > 0:
            self._warn(f"{counted} · {self._limit.beyond(over)}")
        elif sentence := self._long_sentence(typed):
            self._warn(sentence)
        else:
            self._tell(counted if letters > self._limit.most * _NEAR else "")

    def _long_sentence(self, typed: str) -> str:
        """Return a warning when the first sentence is too long for a summary."""
        most = self._limit.first_sentence
        if most is None or limits.counted(typed) <= most:
            return ""
        first = next(iter(sentences(typed, self._language)), "")
        count = limits.counted(first)
        words = _("{count}/{most} · the first sentence is too long to be the summary in PTV")
        return words.format(count=count, most=most) if count > most else ""

    def _warn(self, words: str) -> None:
        began = not self.warns
        self._show(words, "fault")
        self._sign.show()
        if began and self._box.hasFocus():
            announce(self._box, words)

    def _tell(self, words: str) -> None:
        self._sign.hide()
        self._show(words, "label")

    def _show(self, words: str, voice: str) -> None:
        self.setVisible(bool(words))
        if words == self.words.text():
            return
        self.words.setText(words)
        self._box.setAccessibleDescription(words)
        if self.words.property("voice") != voice:
            self.words.setProperty("voice", voice)
            self.words.style().polish(self.words)


class _Sign(QWidget):
    """The sign of a warning, in the colour of the look in force."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIGN, _SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        icon("triangle-alert", "error").paint(painter, self.rect())
        painter.end()
