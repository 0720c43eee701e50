"""What is chosen of a poster: paper, sheets, test page, legend."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox

from designer.ui.printing.form import LayOut, PrintingForm, Said
from exporters.exporter import Exporter
from exporters.poster import Orientation, PaperSize, PosterChoice, as_poster
from exporters.poster.paper import LARGEST_OVERLAP, MOST_SHEETS_ASIDE
from exporters.poster.sheets import Printed, poster_sheets
from exporters.poster.words import dimensions, is_too_small, letters
from model.messages import N_, _

_NAMES: Final = {
    Orientation.LANDSCAPE: N_("landscape"),
    Orientation.PORTRAIT: N_("portrait"),
}


class PosterForm(PrintingForm):
    def __init__(self, address: str) -> None:
        """`address` is that of the published page, "" without one."""
        super().__init__()
        self.title = _("Print a poster")
        self.file_name = _("poster")
        self._address = address
        start = PosterChoice()
        self.paper = QComboBox()
        for size in PaperSize:
            self.paper.addItem(size.value, size)
        self.paper.setCurrentText(start.size)
        self.orientation = QComboBox()
        for orientation, name in _NAMES.items():
            self.orientation.addItem(_(name), orientation)
        self.ruler = QCheckBox(_("A test page of the size in front"))
        self.legend = QCheckBox(_("What the signs mean"))
        self.legend.setChecked(start.legend)
        self.add(_("Paper"), self.paper)
        self.add(_("Way up"), self.orientation)
        self.across = self.count(_("Sheets side by side"), 1, MOST_SHEETS_ASIDE, start.across)
        self.down = self.count(_("Sheets one below the other"), 1, MOST_SHEETS_ASIDE, start.down)
        self.overlap = self.count(
            _("Overlap of the sheets"), 0, round(LARGEST_OVERLAP), round(start.overlap)
        )
        self.overlap.setSuffix(" mm")
        self.rows.addRow(self.legend)
        self.rows.addRow(self.ruler)
        for box in (self.paper, self.orientation):
            box.currentIndexChanged.connect(self._follow)
        for tick in (self.ruler, self.legend):
            tick.toggled.connect(self._follow)
        self.changed.connect(self._offer_overlap)
        self._offer_overlap()

    @property
    def choice(self) -> PosterChoice:
        return PosterChoice(
            size=PaperSize(self.paper.currentData()),
            orientation=Orientation(self.orientation.currentData()),
            across=self.across.value(),
            down=self.down.value(),
            overlap=float(self.overlap.value()),
            ruler=self.ruler.isChecked(),
            legend=self.legend.isChecked(),
        )

    def exporter(self) -> Exporter:
        return as_poster(self.choice, self._address)

    def lay_out(self) -> LayOut:
        return partial(poster_sheets, choice=self.choice, address=self._address)

    def said(self, printed: Printed) -> tuple[Said, ...]:
        height = printed.smallest_letters
        return (
            Said(dimensions(self.choice)),
            Said(letters(height), "gap" if is_too_small(height) else "label"),
            Said(self._about_the_code()),
        )

    def _about_the_code(self) -> str:
        if self._address:
            return _("The QR code leads to {address}").format(address=self._address)
        return _(
            "No QR code: the pathway is not approved, or ketjupaja.toml does not say where its "
            "page lies on the web."
        )

    def _follow(self, *_changed: object) -> None:
        self.changed.emit()

    def _offer_overlap(self) -> None:
        self.overlap.setEnabled(self.choice.sheets > 1)
