"""Finds words that do not fit the place that they have."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

Words = QLabel | QPushButton | QToolButton | QCheckBox | QRadioButton | QComboBox


def without_room(window: QWidget) -> list[str]:
    """Return what is cut off in a window as it stands, in words that lead there."""
    found = [*_cut_off(window)]
    for bar in window.findChildren(QMenuBar):
        rightmost = max(bar.actionGeometry(action).right() for action in bar.actions())
        if bar.isVisible() and rightmost > bar.width():
            found.append(f"menu bar: {rightmost} of {bar.width()}")
    return found


def _cut_off(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window or not _words(widget):
            continue
        if widget.toolTip() and _is_shortened(widget):
            continue
        where = f"{type(widget).__name__} “{_words(widget)}” in {_path(widget, window)}"
        needed, room = _needed(widget)
        if needed[0] > room[0] or needed[1] > room[1]:
            yield f"{where}: needs {needed}, has {room}"
        elif beyond := _beyond(widget, window):
            yield f"{where}: stands {beyond} pixels out of what it lies in"


def _words(widget: QWidget) -> str:
    match widget:
        case QComboBox():
            return widget.currentText()
        case QLabel() | QAbstractButton():
            icon_only = (
                isinstance(widget, QToolButton)
                and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
                and not widget.icon().isNull()
            )
            return "" if icon_only else widget.text()
        case _:
            return ""


def _is_shortened(widget: QWidget) -> bool:
    return "…" in _words(widget) or isinstance(widget, QComboBox)


def _needed(widget: QWidget) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return how wide and high the words need their widget to be, and how it is."""
    size = widget.size()
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            widget,
        )
        width = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return (width, widget.fontMetrics().height()), (field.width(), field.height())
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(
            (widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split()),
            default=0,
        )
        return (longest, widget.heightForWidth(size.width())), (size.width(), size.height())
    needed = widget.sizeHint()
    height = min(needed.height(), widget.fontMetrics().height())
    return (needed.width(), height), (size.width(), size.height())


def _beyond(widget: QWidget, window: QWidget) -> int:
    """Return how far a widget stands out of what it lies in, sideways; down may be scrolled."""
    left, right = QPoint(0, 0), QPoint(widget.width(), 0)
    above = widget.parentWidget()
    worst = 0
    while above is not None:
        worst = max(
            worst,
            -widget.mapTo(above, left).x(),
            widget.mapTo(above, right).x() - above.width(),
        )
        if above is window or isinstance(above, QAbstractScrollArea):
            area = above
            if area is window or (
                isinstance(area, QAbstractScrollArea) and area.horizontalScrollBar().isVisible()
            ):
                break
        above = above.parentWidget()
    return worst


def _path(widget: QWidget, window: QWidget) -> str:
    names = []
    above = widget.parentWidget()
    while above is not None and above is not window:
        if type(above) not in (QWidget, QLineEdit):
            names.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names[:3])
