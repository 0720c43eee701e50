"""A list of bars: how much of each part is in order, at a glance and in figures."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from designer.ui import theme
from designer.ui.completeness.bars_table import BarLine, BarsTable, Column, Part
from designer.ui.tables import read_by_rows
from model.completeness import Count

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 25  # pixels
_BAR_HEIGHT = 9
_MARGIN = 6
_SHARE_OF_BARS = 0.34  # of the width
_MOST_NAME = 220
_LEAST_BAR = 36
"""Where names leave less, the bars go and the figures stay."""


class BarDelegate(QStyledItemDelegate):
    """Draws a bar: full for what is there, hatched for what is accepted as missing or unknown."""

    def __init__(self, table: BarsTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        box = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        bar = QRectF(box.left(), 0, box.width(), _BAR_HEIGHT)
        bar.moveCenter(box.center())
        count = self._table.lines[index.row()].figure
        if count.required and bar.width() > _BAR_HEIGHT:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_bar(painter, bar, count)
            painter.restore()


def _paint_bar(painter: QPainter, bar: QRectF, count: Count) -> None:
    c = theme.colours()
    outline = QPainterPath()
    outline.addRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.fillPath(outline, QColor(c.paper))
    painter.setClipPath(outline)
    left = bar.left()
    parts = (
        (count.there, QBrush(QColor(c.accent))),
        (count.accepted, QBrush(QColor(c.accent), Qt.BrushStyle.BDiagPattern)),
        (count.unknown, QBrush(QColor(c.unknown), Qt.BrushStyle.Dense6Pattern)),
    )
    for many, brush in parts:
        width = bar.width() * many / count.required
        painter.fillRect(QRectF(left, bar.top(), width, bar.height()), brush)
        left += width
    painter.setClipping(False)
    painter.setPen(QPen(QColor(c.border), 1))
    painter.drawPath(outline)


class BarsView(QTableView):
    """`chosen`: a line was chosen; `went`: somebody goes on to what is missing in it."""

    chosen = Signal()
    went = Signal()

    def __init__(self, table: BarsTable, name: str) -> None:
        super().__init__()
        self.table = table
        self.setModel(table)
        self.setAccessibleName(name)
        self.setItemDelegateForColumn(Column.BAR, BarDelegate(table, self))
        read_by_rows(self, ROW_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._tell)

    @property
    def line(self) -> BarLine | None:
        """The chosen line, None when none is."""
        rows = self.selectionModel().selectedRows()
        return self.table.lines[rows[0].row()] if rows else None

    @property
    def height_of_all(self) -> int:
        """How high it is with all its lines in sight, in pixels."""
        frame = self.height() - self.viewport().height()
        return frame + ROW_HEIGHT * len(self.table.lines) + 2

    def show_lines(self, lines: Sequence[BarLine]) -> None:
        """Show other lines or figures; nothing is chosen by that."""
        with QSignalBlocker(self.selectionModel()):
            self.table.show(lines)
        self._fit()

    def mark(self, part: Part) -> None:
        """Let a part be the chosen one, without telling of it; none when it is not in the list."""
        row = self.table.row_of(part)
        if row < 0:
            with QSignalBlocker(self.selectionModel()):
                self.clearSelection()
        elif self.line is None or self.line.part != part:
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(self.table.index(row, Column.NAME))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give figures what they need, and the bars their share of what names leave."""
        model, header = self.table, self.horizontalHeader()
        bold = QFont(self.font())
        bold.setBold(True)
        metrics, plain = QFontMetrics(bold), self.fontMetrics()
        left = self.viewport().width()
        for column in (Column.COUNT, Column.SHARE):
            words = [model.words(line, column) for line in model.lines]
            words.append(model.headerData(column, Qt.Orientation.Horizontal))
            width = max(map(metrics.horizontalAdvance, words)) + 4 * _MARGIN
            header.resizeSection(column, width)
            left -= width
        names = (plain.horizontalAdvance(line.name) for line in model.lines[1:])
        name = min(max(names, default=0) + 3 * _MARGIN, _MOST_NAME)
        bar = min(round(_SHARE_OF_BARS * self.viewport().width()), left - name)
        self.setColumnHidden(Column.BAR, bar < _LEAST_BAR)
        header.resizeSection(Column.BAR, max(bar, _LEAST_BAR))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line is not None:
            self.went.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.line is not None:
            self.chosen.emit()
