"""The table behind the parts of a walk: one line per wait and per stage that takes time."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from designer.ui.labels import as_tooltip
from designer.ui.signs import icon
from designer.ui.times.answers import Told, law_words, place_of
from designer.ui.times.lengths import brief
from designer.ui.times.questions import Which
from model.describe.captions import caption, kind_of
from model.describe.fields import FIELDS
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.times import NOTHING, Days, Part, PartKind, Source, Walk, stops

Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()
SHARE_ROLE = Qt.ItemDataRole.UserRole
"""How much of the whole a part takes, from 0 to 1, and what kind of part it is."""


class Column(IntEnum):
    STAGE = 0
    KIND = 1
    TIME = 2
    SUM = 3
    SHARE = 4
    SOURCE = 5


class PartLine(NamedTuple):
    """`place` is the record and the field where the time stands; `share` None: not known."""

    part: Part
    place: tuple[Id, str]
    stage: str
    time: str
    together: str
    share: float | None
    source: str
    tip: str


def lines_of(walk: Walk, which: Which, pathway: Pathway, told: Told) -> list[PartLine]:
    """Return the parts of a walk in their order, each with the sum so far."""
    total = which.days(walk.days.least, walk.days.most)
    lines: list[PartLine] = []
    so_far, whole = NOTHING, True
    for stop in stops(walk):
        name = caption(pathway[stop.stage], pathway, told.language)
        for part in (stop.wait, stop.doing):
            if part is None:
                continue
            so_far, whole = so_far.plus(part.days or NOTHING), whole and part.days is not None
            lines.append(
                PartLine(
                    part=part,
                    place=place_of(part, pathway),
                    stage=name,
                    time=told.wording.of_part(part),
                    together=sum_words(which.days(so_far.least, so_far.most), whole=whole),
                    share=_share(part.days, which, total),
                    source=" + ".join(_sources(part, pathway)),
                    tip="\n".join(_laws(part, told)),
                )
            )
    return lines


def sum_words(days: float, *, whole: bool) -> str:
    """Return a sum; one of which parts are not known says so: “17 d + ?”."""
    words = brief(days) if days else _("{amount} d").format(amount=0)
    return words if whole else f"{words} + ?"


def _share(days: Days | None, which: Which, total: float) -> float | None:
    if days is None:
        return None
    return which.days(days.least, days.most) / total if total else 0.0


def _sources(part: Part, pathway: Pathway) -> Iterator[str]:
    """Yield the fields that a time comes from, or the one where it would be entered."""
    if not part.sources:
        yield _("Missing: {field}").format(field=_field(*place_of(part, pathway), pathway))
    for source in part.sources:
        words = _field(source.about, source.field, pathway)
        yield _("{field} (law {id})").format(field=words, id=source.law) if source.law else words


def _field(about: Id, field: str, pathway: Pathway) -> str:
    record = pathway[about]
    return f"{kind_of(record)}: {_(FIELDS[type(record)][field])}"


def _laws(part: Part, told: Told) -> Iterator[str]:
    said: dict[Source, None] = dict.fromkeys(part.sources)
    for source in said:
        if source.law:
            yield law_words(source.law, told.language, source.ages)


class PartsTable(QAbstractTableModel):
    """The parts of the walk that is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[PartLine] = ()

    def show(self, lines: Sequence[PartLine]) -> None:
        """Show other lines; when only their words changed, nothing moves."""
        before = self.lines
        if [line.part.about for line in lines] == [line.part.about for line in before]:
            self.lines = lines
            if lines and lines != before:
                last = self.index(len(lines) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return {
            Column.STAGE: _("Stage"),
            Column.KIND: _("Part of the way"),
            Column.TIME: _("Time"),
            Column.SUM: _("Together"),
            Column.SHARE: _("Share"),
            Column.SOURCE: _("Where it stands"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                tip = line.tip if column is Column.SOURCE and line.tip else ""
                return as_tooltip(tip or self._words(line, column))
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.STAGE:
                return self._sentence(line)
            case Qt.ItemDataRole.DecorationRole if column is Column.TIME and line.share is None:
                return icon("circle-question-mark", "warning")
            case _ if role == SHARE_ROLE and column is Column.SHARE:
                return line.share, line.part.kind
        return None

    def _sentence(self, line: PartLine) -> str:
        """Return the whole row in words, for whoever does not see its columns."""
        kind, together = self._words(line, Column.KIND), _("Together")
        return f"{line.stage}. {kind}: {line.time}. {together}: {line.together}. {line.source}"

    def _words(self, line: PartLine, column: Column) -> str:
        return {
            Column.STAGE: line.stage,
            Column.KIND: _("Wait") if line.part.kind is PartKind.WAIT else _("Stage itself"),
            Column.TIME: line.time,
            Column.SUM: line.together,
            # Qt's tables read words aloud, not pictures.
            Column.SHARE: "?" if line.share is None else f"{round(line.share * 100)} %",
            Column.SOURCE: line.source,
        }[column]
