"""Fields made of fields: a part of a record, one that may be missing, one folded to a line."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.inspector.fields.field import Around, Field
from designer.ui.inspector.fields.wording import day_in_words
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.signs import icon
from model.codes.names import name_of_code
from model.describe.captions import caption
from model.messages import _
from model.text import Span, in_language

MakeField = Callable[[], Field]


class PartRow(NamedTuple):
    """One field of a part: its name in the record, its label (a message id), its widget."""

    name: str
    label: str
    make: MakeField


class PartField(Field):
    """A part of a record, its fields below each other.

    `blank` is shown where the part is missing; `stored` tells what a filled-in part becomes.
    """

    def __init__(self, rows: Sequence[PartRow], blank: Any, stored: Callable[[Any], Any]) -> None:
        super().__init__()
        self._blank = blank
        self._stored = stored
        self._value = blank
        self.fields: Mapping[str, Field] = {row.name: row.make() for row in rows}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 0, 0)
        column.setSpacing(3)
        for row in rows:
            field = self.fields[row.name]
            label = plain_label(_(row.label), "label")
            label.setBuddy(field)
            name_for_readers(field, _(row.label))
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(4)
            field.edited.connect(lambda value, name=row.name: self._take(name, value))
            field.acted.connect(self.acted)
            field.opened.connect(self.opened)
        self.setFocusProxy(self.fields[rows[0].name])

    def present(self, value: Any, around: Around) -> None:
        self._value = self._blank if value is None else value
        for name, field in self.fields.items():
            field.present(getattr(self._value, name), around)

    def commit(self) -> None:
        for field in self.fields.values():
            field.commit()

    def restore(self) -> None:
        for field in self.fields.values():
            field.restore()

    def _take(self, name: str, value: Any) -> None:
        self._value = replace(self._value, **{name: value})
        self.edited.emit(self._stored(self._value))


class _Inside(Field):
    """Holds a part's field that is built when it is first needed."""

    def __init__(self, make: MakeField) -> None:
        super().__init__()
        self._make = make
        self._value: Any = None
        self._around: Around | None = None
        self.inner: Field | None = None
        self._frame = QFrame(self)
        self._frame.setObjectName("part")
        self._frame.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._frame)

    def commit(self) -> None:
        if self.inner is not None:
            self.inner.commit()

    def restore(self) -> None:
        if self.inner is not None:
            self.inner.restore()

    def _build(self) -> None:
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(0, 2, 0, 2)
        self.inner = self._make()
        inside.addWidget(self.inner)
        self.inner.edited.connect(self.edited)
        self.inner.acted.connect(self.acted)
        self.inner.opened.connect(self.opened)

    def _show_inner(self, *, shown: bool) -> None:
        if self.inner is None and shown:
            self._build()
        self._frame.setVisible(shown)
        if shown and self.inner is not None and self._around is not None:
            self.inner.present(self._value, self._around)


class OptionalPart(_Inside):
    """A part that may be missing: then one button stands for its fields."""

    def __init__(self, make: MakeField) -> None:
        super().__init__(make)
        self._begun = False
        self.button = QPushButton(icon("plus", "accent"), _("Fill in"))
        self.button.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.button.clicked.connect(self.begin)
        self._column.insertWidget(0, self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)

    def begin(self) -> None:
        """Show the empty fields, and put the cursor into the first."""
        self._begun = True
        self._show()
        if self.inner is not None:
            self.inner.setFocus(Qt.FocusReason.OtherFocusReason)

    def present(self, value: Any, around: Around) -> None:
        gone = value is None and self._value is not None
        self._value, self._around = value, around
        # Fields that are being emptied stay under the cursor; an undo takes them away.
        self._begun = value is not None or (self._begun and (not gone or self._has_cursor()))
        self._show()

    def _has_cursor(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def restore(self) -> None:
        super().restore()
        self._begun = False
        self._value = None
        self._show()

    def _show(self) -> None:
        self.button.setVisible(not self._begun)
        self._show_inner(shown=self._begun)


class FoldedPart(_Inside):
    """A part of a list: a line that tells it from the others, its fields below when unfolded.

    `corner` is where the list puts its buttons.
    """

    def __init__(self, make: MakeField, names: Sequence[str]) -> None:
        from designer.ui.links import LinkButton

        super().__init__(make)
        self._names = names
        self.heading = LinkButton("")
        self.heading.setIcon(icon("chevron-right", "accent"))
        self.heading.setIconSize(QSize(14, 14))
        self.heading.setCheckable(True)
        self.heading.toggled.connect(self._fold)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(0)
        self.corner.addWidget(self.heading, 1)
        self._column.insertLayout(0, self.corner)
        self.setFocusProxy(self.heading)

    def begin(self) -> None:
        """Unfold, and put the cursor into the first field."""
        self.heading.setChecked(True)
        if self.inner is not None:
            self.inner.setFocus(Qt.FocusReason.OtherFocusReason)

    def present(self, value: Any, around: Around) -> None:
        self._value, self._around = value, around
        words = summary([getattr(value, name) for name in self._names], around)
        self.heading.put(words or _("(nothing written yet)"))
        if self.heading.isChecked() and self.inner is not None:
            self.inner.present(value, around)

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.heading.setIcon(icon("chevron-down" if unfolded else "chevron-right", "accent"))
        if not unfolded:
            self.commit()
        self._show_inner(shown=unfolded)


def summary(values: Sequence[Any], around: Around) -> str:
    """Return the first two values that say something, in words."""
    said = [words for words in (_in_words(value, around) for value in values) if words]
    return " · ".join(said[:2])


def _in_words(value: Any, around: Around) -> str:
    if isinstance(value, StrEnum):
        return name_of_code(value)
    if isinstance(value, str):
        linked = around.pathway.get(value)
        return value if linked is None else caption(linked, around.pathway, around.language)
    if isinstance(value, Mapping):
        return in_language(value, around.language)
    if isinstance(value, date):
        return day_in_words(value)
    return value.typed if isinstance(value, Span) else ""


def name_for_readers(field: QWidget, name: str) -> None:
    """Name a field, and the widget in it that takes the keys, for screen readers."""
    field.setAccessibleName(name)
    proxy = field.focusProxy()
    if proxy is not None and not isinstance(proxy, QPushButton):
        proxy.setAccessibleName(name)


def quiet_button(sign: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(sign))
    button.setObjectName("small")
    button.setToolTip(as_tooltip(words))
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
