"""The organisation's own profile in the window."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from designer.organisation import FILE_NAME
from designer.ui.findings.lines import Group
from designer.ui.main_window import MainWindow
from designer.ui.palette.commands import settings
from designer.ui.program import Program
from model.checks import ORGANISATION, PROFILES

OWN = """name = "Järvialue"
[off]
RES-01 = "Sovittu toisin"
"""


def beside(file: Path, text: str = OWN) -> Path:
    own = file.parent / FILE_NAME
    own.write_text(text, encoding="utf-8")
    return own


def offered(window: MainWindow) -> list[str]:
    box = window.workspace.findings.profiles
    return [box.itemText(place) for place in range(box.count())]


def test_it_is_offered_by_its_name_and_remembered(program: Program, file: Path) -> None:
    beside(file)
    window = program.open_window()
    window.filing.open(file)
    findings = window.workspace.findings
    assert offered(window) == [*(profile.title for profile in PROFILES), "Järvialue"]
    findings.choose_profile(window.workspace.profiles.known[-1])
    assert "RES-01" not in {finding.rule for finding in findings.report.findings}
    findings.chips[Group.SWITCHED_OFF].click()
    off = [line for line in findings.lines if line.group is Group.SWITCHED_OFF]
    assert [(line.rule, line.message) for line in off] == [("RES-01", "Sovittu toisin")]
    other = file.with_name("other.ketju")
    shutil.copy(file, other)
    again = program.open_window()
    again.filing.open(other)
    assert again.workspace.findings.profiles.currentText() == "Järvialue"
    assert program.settings.profile((*(each.name for each in PROFILES), ORGANISATION)) == (
        ORGANISATION
    )


def test_the_palette_chooses_it(program: Program, file: Path) -> None:
    beside(file)
    window = program.open_window()
    window.filing.open(file)
    titles = [entry.title for entry in settings(window)]
    assert "Profile of the checks: Järvialue" in titles


def test_without_its_file_the_built_in_profiles_are_offered(window: MainWindow) -> None:
    assert offered(window) == [profile.title for profile in PROFILES]
    assert window.workspace.status.hint.text() == ""


def test_what_is_wrong_in_its_file_is_shown_and_the_others_go_on(
    program: Program, file: Path
) -> None:
    own = beside(file, "name = 7")
    window = program.open_window()
    window.filing.open(file)
    words = "ketjupaja.toml: name: the name of the organisation is missing."
    assert offered(window) == [profile.title for profile in PROFILES]
    assert window.workspace.status.hint.accessibleName() == words
    box = window.workspace.findings.profiles
    assert box.accessibleDescription() == f"{own}: {words.partition(': ')[2]}"
    assert words in box.toolTip()


def test_words_of_its_file_are_no_markup(program: Program, file: Path) -> None:
    beside(file, 'name = "<b>&Alue</b>"\n[off]\nRES-01 = "<i>syy</i>"')
    window = program.open_window()
    window.filing.open(file)
    assert offered(window)[-1] == "<b>&Alue</b>"
    model = window.workspace.findings.profiles.model()
    tip = model.index(len(PROFILES), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
