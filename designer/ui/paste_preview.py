"""The preview of a pasted list: what becomes of each line, before any of it is on the board."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.ui.canvas.capture.chosen import without
from designer.ui.canvas.capture.steps import place_to_add
from designer.ui.canvas.descriptions import called
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.theme import colours
from model.change import Add, Change
from model.entry import Entry, Listed, ListedKind, NewName, enter_list, read_list
from model.entry.names import Found
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_LINE, _ACTOR, _PHASE, _FOLLOWS, _REMARK = range(5)
_INDENT: Final = "    "
_SIZE: Final = (900, 560)


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
        super().__init__(view.window())
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
        self.resize(min(_SIZE[0], view.window().width() - 40), _height(self.table))
        self._sum_up()
        self.enter.setFocus()

    @property
    def chosen(self) -> tuple[Listed, ...]:
        """The lines as they are to be entered: without those that were unticked."""
        unticked = {
            place
            for place in range(len(self._listed))
            if self._tick(place).checkState() is Qt.CheckState.Unchecked
        }
        return without(self._listed, unticked)

    def _enter(self) -> None:
        view = self._view
        done = view.document.do(self._change())
        stages = [op.id for op in done.ops if isinstance(op, Add) and isinstance(op.record, Stage)]
        if stages:
            view.select((stages[-1],))
            view.bring_into_sight(stages[0])

    def _change(self) -> Change:
        view = self._view
        after, cell = place_to_add(view)
        return enter_list(view.document.pathway, self.chosen, view.language, after=after, cell=cell)

    def _sum_up(self) -> None:
        change = self._change()
        added = [op.record for op in change.ops if isinstance(op, Add)]
        stages = sum(isinstance(record, Stage) for record in added)
        left_out = sum(item.kind is ListedKind.LEFT_OUT for item in self._listed)
        self.summary.setText(" ".join(filter(None, (_adds(added), _leaves_out(left_out)))))
        self.enter.setText(
            ngettext("Add {count} stage", "Add {count} stages", stages).format(count=stages)
            if stages
            else _("Add")
        )
        self.enter.setEnabled(bool(change))

    def _tick(self, place: int) -> QTableWidgetItem:
        item = self.table.item(place, _LINE)
        if item is None:
            raise IndexError(place)
        return item

    def _fill(self) -> None:
        pathway, language = self._view.document.pathway, self._view.language
        table = self.table
        table.setAccessibleName(_("Lines of the list"))
        table.setHorizontalHeaderLabels(
            [_("Stage"), _("Actor"), _("Phase"), _("Follows"), _("Remark")]
        )
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        for place, listed in enumerate(self._listed):
            for column, words in enumerate(self._row(listed, pathway, language)):
                table.setItem(place, column, _cell(words, listed))
            tick = self._tick(place)
            if listed.kind is ListedKind.LEFT_OUT:
                tick.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            else:
                tick.setFlags(tick.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                tick.setCheckState(Qt.CheckState.Checked)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, share in enumerate((300, 150, 130, 150)):
            table.setColumnWidth(column, share)
        header.setStretchLastSection(True)
        table.resizeRowsToContents()

    def _row(self, listed: Listed, pathway: Pathway, language: str) -> tuple[str, ...]:
        entry = listed.entry
        if listed.kind is ListedKind.LEFT_OUT:
            return listed.words, "", "", "", listed.left_out
        remarks = [_KINDS[listed.kind](entry, pathway, language), listed.left_out]
        return (
            _INDENT * listed.level + (entry.title or listed.words),
            _named(entry.actor, pathway, language),
            _named(entry.phase, pathway, language),
            self._follows(listed, pathway, language),
            " ".join(filter(None, remarks)),
        )

    def _follows(self, listed: Listed, pathway: Pathway, language: str) -> str:
        titles = [self._listed[place].entry.title for place in listed.follows]
        if listed.entry.source is not None:
            titles = [_named(listed.entry.source, pathway, language)]
        elif not titles and self._is_first(listed):
            after, _cell = place_to_add(self._view)
            if after is not None:
                titles = [called(pathway[after], language)]
        return ", ".join(titles)

    def _is_first(self, listed: Listed) -> bool:
        stages = (item for item in self._listed if item.kind is ListedKind.STAGE)
        return next(stages, None) is listed


def _of_stage(entry: Entry, pathway: Pathway, language: str) -> str:
    if entry.target is None:
        return ""
    return _("leads to “{title}”").format(title=_named(entry.target, pathway, language))


def _of_handover(entry: Entry, pathway: Pathway, language: str) -> str:
    return _("Only a handover to “{title}”").format(title=_named(entry.target, pathway, language))


def _of_actor(entry: Entry, pathway: Pathway, language: str) -> str:
    del entry, pathway, language
    return _("Actor of the lines below")


def _of_phase(entry: Entry, pathway: Pathway, language: str) -> str:
    del entry, pathway, language
    return _("Phase of the lines below")


_KINDS: Final = {
    ListedKind.STAGE: _of_stage,
    ListedKind.HANDOVER: _of_handover,
    ListedKind.ACTOR: _of_actor,
    ListedKind.PHASE: _of_phase,
}


def _named(found: Found | None, pathway: Pathway, language: str) -> str:
    if isinstance(found, NewName):
        return found.words
    record = pathway.get(found or "")
    return called(record, language) if record is not None else ""


def _cell(words: str, listed: Listed) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setToolTip(as_tooltip(words.strip()))
    if listed.kind is ListedKind.LEFT_OUT:
        item.setForeground(QColor(colours().muted))
    return item


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


def _height(table: QWidget) -> int:
    return min(_SIZE[1], table.sizeHint().height() + 400)
