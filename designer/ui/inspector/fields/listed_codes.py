"""Codes chosen from an official list: offered by name, refused when the list has none such.

The names are in the language of the window; typed, a name in any language will do.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from designer.ui.inspector.fields.boxes import Line, Typing
from designer.ui.inspector.fields.field import Around, Field
from designer.ui.inspector.fields.parts import quiet_button
from designer.ui.labels import plain_label
from model.codes.ptv import Entry
from model.messages import _, spoken_language
from model.text import in_language, quoted


class CodeList(NamedTuple):
    """An official list: its codes, what they are called (a message id), how many fit.

    `warning` says what is wrong with the codes as they stand, '' when nothing is.
    """

    entries: Callable[[], Mapping[str, Entry]]
    kind: str
    most: int | None
    warning: Callable[[Around], str]


class ListedCodesField(Field):
    """The chosen codes with their names, each to be taken away, and a line to find more."""

    def __init__(self, codes: CodeList) -> None:
        super().__init__()
        self._codes = codes
        self._value: tuple[str, ...] = ()
        self._offered = QStringListModel([self._named(code) for code in codes.entries()], self)
        self.rows: list[CodeRow] = []
        self.box = Line()
        self.box.setPlaceholderText(_("find by name or code"))
        self.completer = QCompleter(self._offered, self)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setMaxVisibleItems(12)
        self.box.setCompleter(self.completer)
        self.typing = Typing(self.box)
        self._fault = plain_label("", "fault")
        self._warning = plain_label("", "fault")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self.box)
        for label in (self._fault, self._warning):
            label.setWordWrap(True)
            label.hide()
            column.addWidget(label)
        self.setFocusProxy(self.box)
        self.typing.over.connect(self.commit)
        self.typing.given_up.connect(self.restore)
        # Queued: the line puts the chosen words into itself after it has told of them.
        self.completer.activated.connect(self.commit, Qt.ConnectionType.QueuedConnection)

    @property
    def fault(self) -> str:
        """What is wrong with the words in the line; '' when nothing is."""
        return self._fault.text()

    @property
    def warning(self) -> str:
        """What is wrong with the chosen codes; '' when nothing is."""
        return self._warning.text()

    def present(self, value: Any, around: Around) -> None:
        if tuple(value) != self._value:
            self._value = tuple(value)
            self._build()
        self._say(self._warning, self._codes.warning(around) if self._value else "")

    def commit(self) -> None:
        """Take the code that the words name; words that name none are refused."""
        words = self.box.words.strip()
        if not words:
            self.restore()
            return
        code = self._read(words)
        if code is None:
            message = _("“{words}” is not in PTV’s list of {kind}: choose one that is offered.")
            self._tell_fault(message.format(words=quoted(words), kind=_(self._codes.kind)))
        elif code in self._value:
            self.restore()
        elif self._codes.most is not None and len(self._value) >= self._codes.most:
            message = _("PTV takes {most} {kind}: take one away first.")
            self._tell_fault(message.format(most=self._codes.most, kind=_(self._codes.kind)))
        else:
            self.restore()
            self._choose((*self._value, code))

    def restore(self) -> None:
        self.typing.show("")
        self._tell_fault("")

    def remove(self, code: str) -> None:
        self._choose(tuple(each for each in self._value if each != code))
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, value: tuple[str, ...]) -> None:
        self._value = value
        self._build()
        self.edited.emit(value)

    def _read(self, words: str) -> str | None:
        """Return the code that is named by itself, by its address, by its name or by both."""
        entries = self._codes.entries()
        bare = words.rsplit("/", 1)[-1].upper()
        if bare in entries:
            return bare
        wanted = words.casefold()
        for code, entry in entries.items():
            names = [name.casefold() for name in entry.names.values()]
            if wanted in names or wanted in [f"{code.casefold()} {name}" for name in names]:
                return code
        return None

    def _named(self, code: str) -> str:
        entry = self._codes.entries().get(code.rsplit("/", 1)[-1])
        if entry is None:
            return _("{code} (not in the list of 2022)").format(code=quoted(code))
        return f"{entry.code} {in_language(entry.names, spoken_language())}"

    def _build(self) -> None:
        for row in self.rows:
            row.setParent(None)
            row.deleteLater()
        self.rows = [CodeRow(self._named(code)) for code in self._value]
        for code, row in zip(self._value, self.rows, strict=True):
            row.button.clicked.connect(lambda _checked=False, code=code: self.remove(code))
            self._column.addWidget(row)

    def _tell_fault(self, fault: str) -> None:
        self._say(self._fault, fault)
        self.box.setProperty("faulty", bool(fault))
        self.box.style().polish(self.box)

    def _say(self, label: Any, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))
        self.box.setAccessibleDescription(" ".join(filter(None, (self.fault, self.warning))))


class CodeRow(QWidget):
    """A chosen code with its name, and the button that takes it away."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = plain_label(words)
        self.words.setWordWrap(True)
        self.button: QToolButton = quiet_button("x", _("Remove: {name}").format(name=words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
