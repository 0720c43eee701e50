"""The window of workbooks as a picture of it shows it: one group's book, filled in."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

_MADE_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def bring_in(window: "MainWindow") -> None:
    """Bring in a book whose group has renamed three stages, one of them renamed here since."""
    from PySide6.QtCore import QCoreApplication

    from designer.ui.updating import show_books
    from designer.ui.updating.window import UpdatingWindow
    from model import edits

    document = window.workspace.file.document
    names = [edits.name_of(stage, "fi") for stage in document.pathway.stages]
    words = {
        names[2]: "Hoitaja soittaa ja sovitaan aika",
        names[4]: "Suunnitelma tehdään yhdessä",
        names[6]: "Kuulumiset puhelimessa",
    }
    with TemporaryDirectory() as folder:
        book = Path(folder) / "Ryhmä A.xlsx"
        book.write_bytes(_filled_in(window, words))
        renamed = document.pathway.stages[6].id
        document.do(edits.rename(document.pathway, renamed, "fi", "Kuulumiset etävastaanotolla"))
        show_books(window, [book])
        shown = window.findChild(UpdatingWindow)
        while shown is not None and shown.is_reading:
            QCoreApplication.processEvents()


def _filled_in(window: "MainWindow", words: dict[str, str]) -> bytes:
    from openpyxl import load_workbook

    from exporters.excel import EXCEL
    from exporters.exporter import Options

    options = Options(languages=("fi",), made_at=_MADE_AT)
    pathway = window.workspace.file.document.pathway
    [(_name, data)] = EXCEL.build(pathway, options, lambda _share: None)
    book = load_workbook(BytesIO(data))
    for row in book["Vaiheet"].iter_rows():
        for cell in row:
            if (said := words.get(str(cell.value))) is not None:
                cell.value = said
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
