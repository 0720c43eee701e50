"""The preview of a pasted list: what becomes of each line, before any of it is on the board."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from designer.ui.canvas.capture.chosen import without
from designer.ui.canvas.capture.steps import place_to_add
from designer.ui.canvas.descriptions import actor_name, called, phase_name
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.tables import read_by_rows
from designer.ui.theme import colours
from model.change import Add, Change
from model.entry import Listed, ListedKind, NewName, enter_list, read_list
from model.entry.names import Found
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_LINE, _ACTOR, _PHASE, _FOLLOWS, _REMARK = range(5)
_INDENT: Final = "    "
_WIDTHS: Final = (300, 150, 140, 190)  # of the columns but the last, in pixels
_ROW_HEIGHT: Final = 28
_SIZE: Final = (980, 560)


def is_list(text: str) -> bool:
    """Whether a text has more lines than one."""
    return sum(bool(line.strip()) for line in text.splitlines()) > 1


def preview_list(view: "BoardView", text: str) -> "PastePreview":
    """Show what the lines of a text would become; the user chooses and enters them."""
    preview = PastePreview(view, text)
    preview.open()
    return preview


class PastePreview(QDialog):
    """One row a line; what is unticked stays out, and its followers follow what it followed."""

    def __init__(self, view: "BoardView", text: str) -> None:
        super().__init__(view)  # goes with it, as when another window changes the language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Add a list"))
        self._view = view
        self._listed = read_list(view.document.pathway, text, view.language)
        self.summary = plain_label("", "strong")
        self.summary.setWordWrap(True)
        self.table = QTableWidget(len(self._listed), 5)
        self._fill()
        self.buttons = QDialogButtonBox()
        self.enter = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._enter)
        self.table.itemChanged.connect(self._sum_up)
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        room = view.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        self._sum_up()
        self.enter.setFocus()

    @property
    def chosen(self) -> tuple[Listed, ...]:
        """The lines as they are to be entered: without those that were unticked."""
        unticked = {
            place
            for place in range(len(self._listed))
            if self._cell(place, _LINE).checkState() is Qt.CheckState.Unchecked
            and self._listed[place].kind is not ListedKind.LEFT_OUT
        }
        return without(self._listed, unticked)

    def _enter(self) -> None:
        view = self._view
        done = view.document.do(self._change())
        stages = [record.id for record in _added(done) if isinstance(record, Stage)]
        if stages:
            view.select((stages[-1],))
            view.bring_into_sight(stages[0])

    def _change(self) -> Change:
        view = self._view
        after, cell = place_to_add(view)
        return enter_list(view.document.pathway, self.chosen, view.language, after=after, cell=cell)

    def _sum_up(self) -> None:
        change = self._change()
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._show_outcome(change)
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's signature
        added = _added(change)
        stages = sum(isinstance(record, Stage) for record in added)
        left_out = sum(item.kind is ListedKind.LEFT_OUT for item in self.chosen)
        self.summary.setText(" ".join(filter(None, (_adds(added), _leaves_out(left_out)))))
        self.enter.setText(
            ngettext("Add {count} stage", "Add {count} stages", stages).format(count=stages)
            if stages
            else _("Add")
        )
        self.enter.setEnabled(bool(change))

    def _fill(self) -> None:
        table = self.table
        table.setAccessibleName(_("Lines of the list"))
        table.setHorizontalHeaderLabels(
            [_("Stage"), _("Actor"), _("Phase"), _("Follows"), _("Comment")]
        )
        read_by_rows(table, _ROW_HEIGHT)
        table.setFrameShape(QFrame.Shape.StyledPanel)
        for place, listed in enumerate(self._listed):
            for column in range(table.columnCount()):
                table.setItem(place, column, QTableWidgetItem())
            tick = self._cell(place, _LINE)
            tick.setText(_INDENT * listed.level + (listed.entry.title or listed.words))
            if listed.kind is ListedKind.LEFT_OUT:
                tick.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                tick.setForeground(QColor(colours().muted))
            else:
                tick.setCheckState(Qt.CheckState.Checked)
        header = table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        header.setStretchLastSection(True)

    def _cell(self, place: int, column: int) -> QTableWidgetItem:
        item = self.table.item(place, column)
        if item is None:
            raise IndexError(place)
        return item

    def _show_outcome(self, change: Change) -> None:
        """Show beside each line what really becomes of it."""
        pathway, _done = change.applied_to(self._view.document.pathway)
        made = iter([record for record in _added(change) if isinstance(record, Stage)])
        for place, listed in enumerate(self.chosen):
            stage = next(made, None) if listed.kind is ListedKind.STAGE else None
            words = _outcome(pathway, listed, stage, self._view.language)
            for column, said in zip((_ACTOR, _PHASE, _FOLLOWS, _REMARK), words, strict=True):
                self._cell(place, column).setText(said)
                self._cell(place, column).setToolTip(as_tooltip(said))
        self.table.resizeRowsToContents()


def _outcome(
    pathway: Pathway, listed: Listed, stage: Stage | None, language: str
) -> tuple[str, str, str, str]:
    """Return actor, phase, what it follows and a remark."""
    if stage is not None:
        follows = [called(pathway[arrow.source], language) for arrow in pathway.arriving(stage.id)]
        leads = [called(pathway[arrow.target], language) for arrow in pathway.leaving(stage.id)]
        remarks = [_leads_to(leads) if listed.entry.target is not None else "", listed.left_out]
        return (
            actor_name(pathway, stage.actor, language),
            phase_name(pathway, stage.phase, language),
            ", ".join(follows),
            " ".join(filter(None, remarks)),
        )
    match listed.kind:
        case ListedKind.ACTOR:
            return _named(pathway, listed.entry.actor, language), "", "", _for_below(listed)
        case ListedKind.PHASE:
            return "", _named(pathway, listed.entry.phase, language), "", _for_below(listed)
        case ListedKind.HANDOVER:
            target = _named(pathway, listed.entry.target, language)
            return "", "", _named(pathway, listed.entry.source, language), _leads_to([target])
        case _:
            return "", "", "", listed.left_out


def _for_below(listed: Listed) -> str:
    return " ".join(filter(None, (_("For the lines below."), listed.left_out)))


def _leads_to(titles: Sequence[str]) -> str:
    return _("Leads to: {titles}.").format(titles=", ".join(titles))


def _named(pathway: Pathway, found: Found | None, language: str) -> str:
    if isinstance(found, NewName):
        return found.words
    record = pathway.get(found or "")
    return called(record, language) if record is not None else ""


def _added(change: Change) -> list[AnyRecord]:
    return [op.record for op in change.ops if isinstance(op, Add)]


def _adds(added: Sequence[object]) -> str:
    """Say how much comes to the board."""
    handovers = sum(isinstance(record, Handover) for record in added)
    actors = sum(isinstance(record, Actor) for record in added)
    phases = sum(isinstance(record, Phase) for record in added)
    stages = sum(isinstance(record, Stage) for record in added)
    parts = [
        ngettext("{count} stage", "{count} stages", stages).format(count=stages),
        ngettext("{count} handover", "{count} handovers", handovers).format(count=handovers),
    ]
    if actors:
        parts.append(
            ngettext("{count} new actor", "{count} new actors", actors).format(count=actors)
        )
    if phases:
        parts.append(
            ngettext("{count} new phase", "{count} new phases", phases).format(count=phases)
        )
    return _("Comes to the board: {parts}.").format(parts=", ".join(parts))


def _leaves_out(count: int) -> str:
    if not count:
        return ""
    return ngettext("{count} line is left out.", "{count} lines are left out.", count).format(
        count=count
    )
