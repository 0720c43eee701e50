"""What is chosen of a poster: paper, sheets, test page, legend."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox

from designer.ui.printing.form import LayOut, PrintingForm, Said
from exporters.exporter import Exporter, Options
from exporters.poster import Orientation, PageOf, PaperSize, PosterChoice, as_poster
from exporters.poster.paper import LARGEST_OVERLAP, MOST_SHEETS_ASIDE
from exporters.poster.sheets import Printed, poster_sheets
from exporters.poster.words import dimensions, letters
from model.messages import N_, _
from model.pathway import Pathway

_NAMES: Final = {
    Orientation.LANDSCAPE: N_("landscape"),
    Orientation.PORTRAIT: N_("portrait"),
}


class PosterForm(PrintingForm):
    def __init__(self, page_of: PageOf) -> None:
        super().__init__()
        self.title = _("Print a poster")
        self.file_name = _("poster")
        self._page_of = page_of
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
        return as_poster(self.choice, self._page_of)

    def lay_out(self) -> LayOut:
        choice, page_of = self.choice, self._page_of

        def laid_out(pathway: Pathway, options: Options) -> Printed:
            address = page_of(options.languages_for(pathway)[0])
            return poster_sheets(pathway, options, choice, address)

        return laid_out

    def said(self, printed: Printed) -> tuple[Said, ...]:
        readable = " ".join(filter(None, (letters(printed.smallest_letters), printed.advice)))
        return (
            Said(printed.warning, "gap"),
            Said(dimensions(self.choice)),
            Said(readable, "gap" if printed.advice else "label"),
            Said(_about_the_code(printed.address)),
        )

    def _follow(self, *_changed: object) -> None:
        self.changed.emit()

    def _offer_overlap(self) -> None:
        self.overlap.setEnabled(self.choice.sheets > 1)


def _about_the_code(address: str) -> str:
    if address:
        return _("The QR code leads to {address}").format(address=address)
    return _(
        "No QR code: the pathway is not approved, or ketjupaja.toml does not say where its page "
        "lies on the web."
    )
