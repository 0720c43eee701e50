"""How a line of the outline is drawn, and the field in which it is written."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from designer.ui import theme
from designer.ui.canvas.descriptions import announce
from designer.ui.labels import as_tooltip
from designer.ui.outline.lines import Kind
from designer.ui.outline.model import OutlineModel
from designer.ui.signs import severity_icon
from model.messages import _

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 26
_GAP = 6
_SIGN = 16


class OutlineDelegate(QStyledItemDelegate):
    """Draws number and name, then more in a fainter voice, and at the end what was found."""

    def __init__(self, model: OutlineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._editor: QLineEdit | None = None
        self._written: str | None = None

    @property
    def is_editing(self) -> bool:
        return self._editor is not None and not self._editor.isHidden()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, max(ROW_HEIGHT, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        words, line = self._model.words(index), self._model.line(index)
        box.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, box, painter, option.widget)
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, box, option.widget)
        room.adjust(2, 0, -_GAP, 0)
        if line.mark is not None:
            room.setRight(room.right() - _SIGN - _GAP)
            place = QRect(QPoint(room.right() + _GAP, 0), QSize(_SIGN, _SIGN))
            place.moveCenter(QPoint(place.center().x(), room.center().y()))
            severity_icon(line.mark[0]).paint(painter, place)
        c = theme.colours()
        bold = QFont(box.font)
        bold.setBold(line.kind in {Kind.PHASE, Kind.NO_PHASE, Kind.OTHER_NOTES})
        left = _write(painter, room, words.number, box.font, c.muted)
        left = _write(painter, room.adjusted(left, 0, 0, 0), words.name, bold, c.ink) + left
        _write(painter, room.adjusted(left, 0, 0, 0), words.more, box.font, c.muted)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        from model.entry import LONGEST_NAME

        del option
        editor = QLineEdit(parent)
        prompts = {
            Kind.HANDOVER: _("When one goes this way"),
            Kind.NOTE: _("Text of the note"),
        }
        kind = self._model.line(index).kind
        if kind not in prompts:
            # Else a longer name would be cut as soon as its field is open.
            now = self._model.data(index, Qt.ItemDataRole.EditRole)
            editor.setMaxLength(max(LONGEST_NAME, len(now)))
            editor.inputRejected.connect(partial(self._say_full, editor))
        prompt = prompts.get(kind, _("Name"))
        editor.setPlaceholderText(prompt)
        editor.setAccessibleName(prompt)
        editor.destroyed.connect(self._forget)
        self._editor, self._written = editor, None
        return editor

    def _say_full(self, editor: QLineEdit) -> None:
        """Say it where one looks: letters must not be missing unseen."""
        from model.entry import LONGEST_NAME

        words = _("A name has at most {count} letters; what is more was left out.").format(
            count=LONGEST_NAME
        )
        announce(editor, words)
        QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), as_tooltip(words), editor)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def _forget(self, editor: QObject) -> None:
        # The view drops the field of a row that goes without a word.
        if editor is self._editor:
            self._editor = None

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # Rows are also told of for other reasons: what is being typed stays.
        words = self._model.data(index, Qt.ItemDataRole.EditRole)
        if isinstance(editor, QLineEdit) and words != self._written:
            self._written = words
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        del model
        # What was not touched stays as it is: a field of one line would join a note's lines.
        if isinstance(editor, QLineEdit) and editor.isModified():
            self._model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        editor.setGeometry(option.rect.adjusted(0, 0, -1, 0))

    def finish(self) -> None:
        """Keep the words of an open field."""
        if self._editor is not None and self.is_editing:
            editor = self._editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _write(painter: QPainter, room: QRect, words: str, font: QFont, colour: str) -> int:
    """Write words, shortened where there is no room; return the width used, with a gap."""
    if not words or room.width() <= 0:
        return 0
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
    return metrics.horizontalAdvance(shown) + _GAP
