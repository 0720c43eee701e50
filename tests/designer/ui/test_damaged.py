"""Opening a damaged file: what is whole opens as a copy, what is lost is listed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel

from designer.ui.damaged import DamagedDialog, offer_whole_parts
from designer.ui.main_window import MainWindow
from tests.designer.ui.conftest import two_stages


@pytest.fixture
def damaged(file: Path) -> Path:
    """Return the file of two stages, of which one is cut off."""
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-2]) + lines[-2][:30])
    return file


def dialog_of(window: MainWindow) -> DamagedDialog:
    (dialog,) = window.findChildren(DamagedDialog)
    return dialog


def press(dialog: DamagedDialog, words: str) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    (button,) = [each for each in box.buttons() if each.text() == words]
    button.click()


def test_what_is_whole_opens_as_a_copy_that_is_not_saved(start: MainWindow, damaged: Path) -> None:
    before = damaged.read_bytes()
    assert offer_whole_parts(start, damaged, "fault")
    press(dialog_of(start), "Open what is whole")
    opened = start.file
    assert opened is not None
    assert opened.path is None
    assert opened.document.is_modified
    assert [stage.id for stage in opened.document.pathway.stages] == ["s0"]
    assert opened.document.pathway["s0"] == two_stages()["s0"]
    assert damaged.read_bytes() == before


def test_what_is_lost_can_be_copied(start: MainWindow, damaged: Path) -> None:
    offer_whole_parts(start, damaged, "fault")
    dialog = dialog_of(start)
    dialog.copying.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Line 4: handover h0: it is left out, since what it links to is lost."
    assert [line.partition(":")[0] for line in lines] == ["Line 4", "Line 9", "Line 9"]
    press(dialog, "Cancel")
    assert start.file is None


def test_earlier_versions_are_offered_where_there_are_any(start: MainWindow, damaged: Path) -> None:
    shown: list[str] = []
    offer_whole_parts(start, damaged, "fault", lambda: shown.append("earlier"))
    press(dialog_of(start), "Earlier versions…")
    assert shown == ["earlier"]
    assert start.file is None


@pytest.mark.parametrize("data", [b"", bytes(100), b"hello", b'{"format": 2, "records": []}'])
def test_nothing_is_offered_where_nothing_is_whole(
    start: MainWindow, file: Path, data: bytes
) -> None:
    file.write_bytes(data)
    assert not offer_whole_parts(start, file, "fault")
    assert start.findChildren(DamagedDialog) == []


def test_opening_by_any_way_asks(start: MainWindow, damaged: Path) -> None:
    start.filing.open(damaged)
    dialog = dialog_of(start)
    assert any("Line 9" in label.text() for label in dialog.findChildren(QLabel))
    press(dialog, "Cancel")
