"""What of a window could take users' words for something else: markup, mnemonics, rich text."""

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

_TIP = re.compile(r"<p[^<>]*>([^<>]*)</p>")
_MNEMONIC = re.compile("T&(?!&)")
"""The words of poisoned samples with an `&` that is not doubled."""


def faults(within: QWidget | None = None) -> list[str]:
    """Return what is wrong in all windows, dialogs and menus as they stand, or in a part of one."""
    widgets = within.findChildren(QWidget) if within else QApplication.allWidgets()
    return sorted(set(_faults(widgets)))


def _faults(widgets: list[QWidget]) -> Iterator[str]:
    for widget in widgets:
        what = f"{type(widget).__name__} in {type(widget.window()).__name__}"
        for fault in (*_of_words(widget), *_of_tips(widget)):
            yield f"{what}: {fault}"


def _of_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    if isinstance(widget, QTextEdit):
        if widget.acceptRichText() and not widget.isReadOnly():
            yield "takes rich text"
        if re.search("<img|<a ", widget.toHtml()):
            yield "holds a picture or a link"
    for words in _mnemonic_words(widget):
        if _MNEMONIC.search(words):
            yield f"mnemonic in {words[:60]}"
    for action in widget.actions():
        if not isinstance(widget, QMenu) or widget.toolTipsVisible():
            yield from _of_tip(action.toolTip())


def _mnemonic_words(widget: QWidget) -> Iterator[str]:
    """Yield the words in which a widget underlines the letter after an `&`."""
    match widget:
        case QAbstractButton():
            yield widget.text()
        case QMenu() | QGroupBox():
            yield widget.title()
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QLabel() if widget.buddy() is not None:
            yield widget.text()
    yield from (action.text() for action in widget.actions())


def _of_label(label: QLabel) -> Iterator[str]:
    if label.text() and label.textFormat() is not Qt.TextFormat.PlainText and not _is_qts(label):
        yield f"reads its text as {label.textFormat()}: {label.text()[:60]}"


def _is_qts(label: QLabel) -> bool:
    """Whether it is in a dialog of Qt's, with words of Qt's or of the program."""
    is_own = "T&" not in label.text() and "<" not in label.text()
    return is_own and type(label.window()).__name__ in {"QFileDialog", "QInputDialog"}


def _of_tips(widget: QWidget) -> Iterator[str]:
    for words in (widget.toolTip(), widget.whatsThis()):
        yield from _of_tip(words)
    match widget:
        case QAbstractItemView() if widget.model() is not None:
            yield from _of_model(widget.model())
        case QComboBox():
            yield from _of_model(widget.model())
        case QTabBar():
            for place in range(widget.count()):
                yield from _of_tip(widget.tabToolTip(place))


def _of_model(model: QAbstractItemModel, below: QModelIndex | None = None) -> Iterator[str]:
    below = below or QModelIndex()
    for row in range(model.rowCount(below)):
        for column in range(_columns(model, below)):
            index = model.index(row, column, below)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                yield from _of_tip(str(index.data(role) or ""))
            if column == 0 and not isinstance(model, QAbstractListModel):
                yield from _of_model(model, index)


def _columns(model: QAbstractItemModel, below: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(below)


def _of_tip(words: str) -> Iterator[str]:
    """Tips have no switch for plain text: they are one paragraph of escaped words, or bare."""
    found = _TIP.fullmatch(words)
    if found:
        bare = found[1]
        if "&" in re.sub(r"&(?:amp|lt|gt|quot|#x27|#39);", "", bare):
            yield f"tip with an & of its own: {words[:60]}"
    elif "<" in words or unescape(words) != words:
        yield f"tip that is not escaped: {words[:60]}"
