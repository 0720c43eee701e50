"""Exports beside the window: written where one says, stopped without a trace, refused in words."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidgetAction
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from designer.ui.export import ExportDialog
from designer.ui.main_window import MainWindow
from designer.ui.task import Task
from exporters.exporter import Exporter, Group, Languages, Options, Progress, in_groups
from exporters.formats import EXPORTERS
from exporters.mermaid import MERMAID
from model import edits
from model.messages import _, spoken_language
from model.pathway import Pathway


def dialog_for(window: MainWindow, exporter: Exporter) -> ExportDialog:
    window.export(exporter)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def export_menu(window: MainWindow) -> QMenu:
    menus = window.menuBar().findChildren(QMenu)
    menu = next(menu for menu in menus if menu.title().replace("&", "") == "Export")
    menu.aboutToShow.emit()
    return menu


def within(entry: QAction) -> list[QAction]:
    """Return the entries of the menu that an entry opens, none when it opens none."""
    menu = entry.menu()
    return menu.actions() if isinstance(menu, QMenu) else []


def test_every_format_is_in_the_menu(window: MainWindow) -> None:
    publish, *entries = export_menu(window).actions()
    assert publish is window.actions_by_name["publish"]
    formats = [entry for above in entries for entry in (within(above) or [above]) if entry.text()]
    assert sorted(entry.text() for entry in formats) == sorted(
        _(exporter.title) + "…" for exporter in EXPORTERS
    )
    assert all(entry.isEnabled() for entry in (publish, *formats))


def test_the_menu_has_a_titled_section_for_each_group(window: MainWindow) -> None:
    shown: list[str] = []
    for entry in export_menu(window).actions()[1:]:
        if isinstance(entry, QWidgetAction):
            heading = entry.defaultWidget()
            assert isinstance(heading, QLabel)
            shown.append(heading.text())
        elif formats := within(entry):
            shown += [entry.text().replace("&", ""), *(one.text() for one in formats)]
        else:
            shown.append("—" if entry.isSeparator() else entry.text())
    wanted: list[str] = []
    for group, exporters in in_groups(EXPORTERS):
        wanted += ["—", _(group.value), *(_(exporter.title) + "…" for exporter in exporters)]
    assert shown == wanted
    assert shown.count("—") == len(Group)


@pytest.mark.parametrize("name", ["svg", "website"])
def test_an_export_is_written_and_says_where(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    exporter = next(exporter for exporter in EXPORTERS if exporter.name == name)
    dialog = dialog_for(window, exporter)
    out = tmp_path / f"two{exporter.suffix}"
    dialog.start(out)
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=20_000)
    assert out.exists()
    assert dialog.words.text() == f"Ready: {out}"
    assert dialog.folder.isVisible()
    dialog.cancel.click()


def test_a_form_is_chosen_where_a_format_has_several(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, MERMAID)
    assert [dialog.forms.itemText(n) for n in range(dialog.forms.count())] == [
        _(form.title) for form in MERMAID.forms
    ]
    dialog.forms.setCurrentIndex(dialog.forms.findData("swimlanes"))
    dialog.start(tmp_path / "two.mmd")
    qtbot.waitUntil(lambda: not dialog.is_running and not dialog.is_looking, timeout=20_000)
    assert "swimlane-beta" in (tmp_path / "two.mmd").read_text("utf-8")
    assert any("Phases are not in this form" in line for line in losses_of(dialog))
    dialog.cancel.click()


def losses_of(dialog: ExportDialog) -> list[str]:
    return dialog.losses.toPlainText().splitlines()


def test_what_is_still_being_typed_is_exported(window: MainWindow) -> None:
    exported: list[Pathway] = []

    def build(
        pathway: Pathway, options: Options, progress: Progress
    ) -> Iterator[tuple[str, bytes]]:
        del options, progress
        exported.append(pathway)
        yield "x.txt", b""

    from tests.designer.ui.conftest import type_into
    from tests.designer.ui.test_window import title_box

    type_into(title_box(window), "Juuri nyt")
    dialog = dialog_for(window, Exporter("text", "Text", ".txt", build))
    assert dialog._pathway.info.title == {"fi": "Juuri nyt"}
    dialog.reject()


class Slow:
    """An exporter that waits to be let go on; it tells in which language it was run."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.language = ""
        self.options: Options | None = None
        self.exporter = Exporter("slow", "Slow", ".txt", self.build)

    def build(
        self, pathway: Pathway, options: Options, progress: Progress
    ) -> Iterator[tuple[str, bytes]]:
        del pathway
        self.language = spoken_language()
        self.options = options
        progress(0.25)
        assert self.go_on.wait(20)
        progress(0.5)
        yield "x.txt", b"made"


def test_what_a_format_cannot_hold_is_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    slow = Slow()
    slow.go_on.set()
    exporter = slow.exporter._replace(
        losses=lambda _pathway, options: [f"<b>Votes</b> {options.languages[0]}"]
    )
    dialog = dialog_for(window, exporter)
    qtbot.waitUntil(dialog.losses.isVisible)
    assert losses_of(dialog) == ["What to know of this export:", "– <b>Votes</b> fi"]
    assert list(tmp_path.glob("x*")) == []
    dialog.languages.one.setCurrentIndex(dialog.languages.one.findData("sv"))
    qtbot.waitUntil(lambda: losses_of(dialog)[1:] == ["– <b>Votes</b> sv"])
    dialog.start(tmp_path / "x.txt")
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert dialog.losses.isVisible()
    assert losses_of(dialog)[1:] == ["– <b>Votes</b> sv"]
    dialog.cancel.click()


def test_a_window_may_go_while_it_exports(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    slow = Slow()
    dialog = dialog_for(window, slow.exporter)
    dialog.start(tmp_path / "x.txt")
    qtbot.waitUntil(lambda: dialog.bar.value() == 250)
    window.close()
    qtbot.waitUntil(lambda: not isValid(dialog))
    slow.go_on.set()
    program = QGuiApplication.instance()
    assert program is not None
    qtbot.waitUntil(lambda: not program.findChildren(Task))
    assert not (tmp_path / "x.txt").exists()


def test_an_export_can_be_stopped_and_leaves_nothing(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    slow = Slow()
    dialog = dialog_for(window, slow.exporter)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.start(folder / "x.txt")
    qtbot.waitUntil(lambda: dialog.bar.value() == 250)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.words.text() == "Stopping…"
    slow.go_on.set()
    with qtbot.waitSignal(dialog.finished):
        pass
    assert list(folder.iterdir()) == []


def test_an_export_speaks_the_windows_language_and_writes_those_chosen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    slow = Slow()
    slow.go_on.set()
    dialog = dialog_for(window, slow.exporter._replace(languages=Languages.SEVERAL))
    assert dialog.languages.boxes["fi"].isChecked()
    dialog.languages.boxes["fi"].click()
    assert not dialog.go.isEnabled()
    dialog.languages.boxes["sv"].click()
    dialog.start(tmp_path / "x.txt")
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert slow.language == "en"
    assert slow.options is not None
    assert slow.options.languages == ("sv",)
    dialog.cancel.click()


def test_a_format_of_one_language_asks_for_one(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    slow = Slow()
    slow.go_on.set()
    dialog = dialog_for(window, slow.exporter)
    assert dialog.languages.boxes == {}
    assert dialog.languages.one.currentData() == "fi"
    dialog.languages.one.setCurrentIndex(dialog.languages.one.findData("en"))
    dialog.start(tmp_path / "x.txt")
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert slow.options is not None
    assert slow.options.languages == ("en",)
    dialog.cancel.click()


def test_a_refused_export_says_why_and_can_be_tried_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    slow = Slow()
    slow.go_on.set()
    dialog = dialog_for(window, slow.exporter)
    dialog.start(tmp_path / "missing" / "x.txt")
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert "does not exist" in dialog.words.text()
    dialog.start(tmp_path / "x.txt")
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert (tmp_path / "x.txt").read_bytes() == b"made"
    dialog.cancel.click()


def test_a_broken_exporter_is_told_and_noted_without_the_pathways_words(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "state" / "faults.log"
    monkeypatch.setattr("designer.ui.task.crash_log", lambda: log)

    def build(
        pathway: Pathway, options: Options, progress: Progress
    ) -> Iterator[tuple[str, bytes]]:
        del options, progress
        yield from ()
        raise ValueError(pathway.info.title["fi"])

    dialog = dialog_for(window, Exporter("broken", "Broken", ".txt", build))
    dialog.start(tmp_path / "x.txt")
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert "nothing was written" in dialog.words.text()
    noted = log.read_text()
    assert "ValueError" in noted
    assert window.title_of_pathway() not in noted
    dialog.reject()


def test_the_place_is_asked_for_with_a_name_of_the_formats_kind(window: MainWindow) -> None:
    exporter = next(exporter for exporter in EXPORTERS if exporter.suffix == ".xlsx")
    dialog = dialog_for(window, exporter)
    dialog.go.click()
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "two.xlsx"
    chooser.reject()
    dialog.reject()


def made(window: MainWindow, name: str, out: Path, qtbot: QtBot, part: str) -> ExportDialog:
    """Export in a format, with the part chosen whose words begin so."""
    dialog = dialog_for(window, next(each for each in EXPORTERS if each.name == name))
    parts = dialog.picture.parts
    parts.setCurrentIndex(parts.findText(part, Qt.MatchFlag.MatchStartsWith))
    assert parts.currentIndex() >= 0
    dialog.start(out)
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=20_000)
    return dialog


def test_a_picture_is_of_the_part_that_was_chosen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    stages = window.file.document.pathway.stages if window.file else ()
    window.board.select([stages[0].id])
    dialog = made(window, "svg", tmp_path / "one.svg", qtbot, "What is selected: 1 stage")
    assert dialog.words.text().startswith("Ready")
    svg = (tmp_path / "one.svg").read_text(encoding="utf-8")
    shown = [stage for stage in stages if f"<title>{stage.title['fi']};" in svg]
    assert stages[0] in shown
    assert len(shown) < len(stages)
    dialog.cancel.click()


def test_a_format_asks_only_what_it_heeds(window: MainWindow) -> None:
    asked = {}
    for name in ("png", "svg", "excel"):
        dialog = dialog_for(window, next(each for each in EXPORTERS if each.name == name))
        choices = dialog.picture
        asked[name] = (choices.parts.isVisible(), choices.resolutions.isVisible())
        dialog.reject()
        dialog.setParent(None)
    assert asked == {"png": (True, True), "svg": (True, False), "excel": (False, False)}


def test_a_picture_can_show_what_has_changed_since_saving(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    png = next(each for each in EXPORTERS if each.name == "png")
    unchanged = dialog_for(window, png)
    assert unchanged.picture.parts.findText("Changes since", Qt.MatchFlag.MatchStartsWith) < 0
    unchanged.reject()
    unchanged.setParent(None)
    assert window.file is not None
    document = window.file.document
    document.do(edits.update(document.pathway, "s0", title={"fi": "Uusi nimi"}))
    dialog = made(window, "svg", tmp_path / "a.svg", qtbot, "Changes since: the version saved last")
    svg = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "the version saved last" in svg
    assert ">muutettu<" in svg or ">changed<" in svg
    dialog.cancel.click()
