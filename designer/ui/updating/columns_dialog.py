"""Which column of a plain table is which: proposed by its headers, corrected by people."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace
from openpyxl.utils import column_index_from_string
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.inspector.fields import SPOKEN
from designer.ui.inspector.fields.boxes import Choice
from designer.ui.labels import plain_label
from designer.ui.languages import content_languages
from designer.ui.updating.columns_grid import ColumnsGrid, called
from designer.ui.updating.reading import Reading
from designer.ui.updating.tables import by_sheet
from exporters.excel.opening import Page
from exporters.excel.recognising import HEADER_ROWS
from exporters.table.headers import first_row
from exporters.table.mapping import (
    ROWS,
    MappingError,
    TableMapping,
    fields_of,
    lacking,
    refuse_unfit,
)
from exporters.table.proposing import Proposal, proposed, proposed_as
from model.messages import _, ngettext
from model.pathway import Pathway

_SIZE: Final = (980, 640)
_MOST_NAMED: Final = 6
"""Columns that are named of those that are not read."""
_MOST_TRIED: Final = 20
"""Sheets among which the first that may be read is looked for; a proposal takes its time."""


class ColumnsDialog(QDialog):
    """`chosen` carries how the sheets are to be read, a mapping for each that is read."""

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        reading: Reading,
        pathway: Pathway,
        language: str,
        known: Sequence[TableMapping],
    ) -> None:
        """Begin with how the table was read before, else with what its headers suggest."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Columns of “{file}”").format(file=reading.name))
        self._pages = reading.tables
        self._pathway = pathway
        self._language = language
        self._known = known
        self._mapping = TableMapping()
        self._proposals: dict[str, Proposal] = {}
        self._others: dict[str, TableMapping] = {}
        self.sheet = Choice()
        self.sheet.addItems([page.title for page in self._pages])
        self.reads = QCheckBox(_("This sheet is read"))
        self.reads.setVisible(len(self._pages) > 1)
        self.rows = Choice()
        for sheet in ROWS:
            self.rows.addItem(_(sheet.title), sheet.key)
        self.header = Choice()
        self.header.addItem(_("no headers"), 0)
        for row in range(1, HEADER_ROWS + 1):
            self.header.addItem(str(row), row)
        self.languages = Choice()
        for code in content_languages(pathway):
            self.languages.addItem(_(SPOKEN.get(code, code)), code)
        self.new_actors = QCheckBox(_("An actor that is not there yet becomes a new lane"))
        self.new_phases = QCheckBox(_("A phase that is not there yet becomes a new column"))
        self.fill_down = QCheckBox(_("An empty actor or phase is that of the row above"))
        self.grid = ColumnsGrid()
        self.remarks = plain_label("", "muted")
        self.remarks.setWordWrap(True)
        self.state = plain_label("", "strong")
        self.state.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.go = QPushButton(_("Show what changes"))
        self.go.setDefault(True)
        self.buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self._begin_with(reading.source.mappings)

    @property
    def mapping(self) -> TableMapping:
        """How the sheet that is shown is to be read, as it is chosen now."""
        return replace(
            self._mapping,
            language=self.languages.currentData(),
            new_actors=self.new_actors.isChecked(),
            new_phases=self.new_phases.isChecked(),
            fill_down=self.fill_down.isChecked(),
            columns=self.grid.columns,
        )

    @property
    def mappings(self) -> tuple[TableMapping, ...]:
        """How all sheets that are read are to be, in the one language of their texts."""
        shown = [self.mapping] if self.reads.isChecked() else []
        language = self.languages.currentData()
        return tuple(replace(each, language=language) for each in (*shown, *self._others.values()))

    def _begin_with(self, mappings: Sequence[TableMapping]) -> None:
        self._others = by_sheet(mappings, self._pages)
        if self._others:
            titles = (page.title in self._others for page in self._pages)
        else:
            tried = self._pages[:_MOST_TRIED]
            titles = (not lacking(self._proposed(page).mapping) for page in tried)
        first = next((at for at, fits in enumerate(titles) if fits), 0)
        with QSignalBlocker(self.sheet):
            self.sheet.setCurrentIndex(first)
        self._show_sheet()
        self._read_shown()

    @property
    def _page(self) -> Page:
        return self._pages[self.sheet.currentIndex()]

    def _turn_to_sheet(self) -> None:
        """Show another sheet; the one that was shown is still read, if it was to be."""
        if self.reads.isChecked():
            self._others[self._mapping.sheet] = self.mapping
        self._show_sheet()

    def _show_sheet(self) -> None:
        known = self._others.pop(self._page.title, None)
        self.reads.setChecked(known is not None)
        self._show(Proposal(known) if known is not None else self._proposed(self._page))

    def _proposed(self, page: Page) -> Proposal:
        if page.title not in self._proposals:
            self._proposals[page.title] = proposed(page, self._pathway, self._language, self._known)
        return self._proposals[page.title]

    def _propose_again(self) -> None:
        """Propose for other rows, or for headers on another row."""
        asked = replace(
            self.mapping, rows=self.rows.currentData(), header_row=self.header.currentData()
        )
        self._show(proposed_as(self._page, self._pathway, asked))
        self._read_shown()

    def _show(self, proposal: Proposal) -> None:
        mapping = self._mapping = proposal.mapping
        parts = (self.rows, self.header, self.languages)
        blockers = [QSignalBlocker(part) for part in parts]
        self.rows.setCurrentIndex(self.rows.findData(mapping.rows))
        self.header.setCurrentIndex(self.header.findData(mapping.header_row))
        self.languages.setCurrentIndex(max(0, self.languages.findData(mapping.language)))
        for blocker in blockers:
            blocker.unblock()
        self.new_actors.setChecked(mapping.new_actors)
        self.new_phases.setChecked(mapping.new_phases)
        self.fill_down.setChecked(mapping.fill_down)
        fields = fields_of(mapping.rows)
        keys = {field.key for field in fields}
        self.new_actors.setVisible("actor" in keys)
        self.new_phases.setVisible("phase" in keys)
        self.fill_down.setVisible(bool(keys & {"actor", "phase"}))
        self.grid.show_table(self._page, mapping, fields)
        order = [self.grid, *self.grid.choices, self.go]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        said = [_("Read as the last table with these headers.")] if proposal.remembered else []
        self.remarks.setText("\n".join((*said, *proposal.remarks)))
        self.remarks.setVisible(bool(self.remarks.text()))
        self._sum_up()

    def _read_shown(self) -> None:
        """Read the sheet of which something was chosen."""
        self.reads.setChecked(True)
        self._sum_up()

    def _sum_up(self) -> None:
        fault = self._fault()
        words = fault or self._in_words(self.mapping)
        self.go.setEnabled(not fault)
        self.state.setText(words[:1].upper() + words[1:])
        self.state.setProperty("voice", "fault" if fault else "strong")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def _fault(self) -> str:
        """Say why no sheet can be read as it is chosen now; '' when all can be."""
        mappings = self.mappings
        if not mappings:
            return _("Choose the sheet to read.")
        for mapping in mappings:
            try:
                refuse_unfit(mapping)
            except MappingError as error:
                is_shown = mapping.sheet == self._mapping.sheet
                return str(error) if is_shown else f"{mapping.sheet}: {error}"
        return ""

    def _in_words(self, mapping: TableMapping) -> str:
        if not self.reads.isChecked():
            return _("Read: {sheets}.").format(sheets=", ".join(self._others))
        read = {column_index_from_string(each.letter) for each in mapping.fields.values()}
        first = first_row(self._page, mapping.header_row)
        rows = len({row for row, at in self._page.cells if row >= first and at in read})
        words = [
            ngettext("{count} row is read.", "{count} rows are read.", rows).format(count=rows)
        ]
        left = [called(column) for column in mapping.columns if not column.field]
        if left:
            shown = [*left[:_MOST_NAMED], *(["…"] if len(left) > _MOST_NAMED else [])]
            words.append(_("Not read: {columns}.").format(columns=", ".join(shown)))
        return " ".join(filter(None, (*words, self._other_sheets())))

    def _other_sheets(self) -> str:
        if not self._others:
            return ""
        return _("Also read: {sheets}.").format(sheets=", ".join(self._others))

    def _lay_out(self) -> None:
        left, right, beside = QFormLayout(), QVBoxLayout(), QVBoxLayout()
        left.setVerticalSpacing(6)
        right.setSpacing(6)
        left.addRow(_("Sheet:"), self.sheet)
        left.addRow("", self.reads)
        left.addRow(_("Rows are:"), self.rows)
        left.addRow(_("Row of the headers:"), self.header)
        left.addRow(_("Language of the texts:"), self.languages)
        for box in (self.new_actors, self.new_phases, self.fill_down):
            right.addWidget(box)
        right.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(24)
        beside.addLayout(left)
        beside.addStretch(1)
        above.addLayout(beside)
        above.addLayout(right, 1)
        about = plain_label(
            _(
                "Choose over each column what it is. A row whose name is there already changes "
                "that; an empty cell changes nothing, and nothing is removed."
            )
        )
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(about)
        column.addLayout(above)
        column.addWidget(self.grid, 1)
        column.addWidget(self.remarks)
        column.addWidget(self.state)
        column.addWidget(self.buttons)
        room = self.screen().availableGeometry().size()
        self.resize(min(_SIZE[0], room.width() - 20), min(_SIZE[1], room.height() - 60))

    def _connect(self) -> None:
        self.sheet.currentIndexChanged.connect(lambda _place: self._turn_to_sheet())
        self.reads.clicked.connect(lambda _checked: self._sum_up())
        self.rows.currentIndexChanged.connect(lambda _place: self._propose_again())
        self.header.currentIndexChanged.connect(lambda _row: self._propose_again())
        self.grid.changed.connect(self._read_shown)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.mappings))
