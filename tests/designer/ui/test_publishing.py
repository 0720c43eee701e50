"""The publishing window, by mouse and keys: approve, preview, publish, and what stops it."""

import errno
import os
import threading
from collections.abc import Callable, Mapping
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from designer.publishing.choices import Choices
from designer.publishing.earlier import Earlier, last_publication
from designer.publishing.plan import Entry, Fate, Plan
from designer.ui.main_window import MainWindow
from designer.ui.publishing import looking, parts
from designer.ui.publishing import window as publishing
from designer.ui.publishing.approving import ApprovingDialog
from designer.ui.publishing.jobs import Doing
from designer.ui.publishing.looking import Subject
from designer.ui.publishing.saying import what_is_next
from designer.ui.publishing.window import PublishingWindow
from exporters.exporter import Progress
from model import edits
from model import file as files
from model.approval import approved_content
from model.checks import CHECKS
from model.codes import PathwayStatus
from model.parts import Approval, Responsibility
from model.records import Stage
from tests.designer.ui.conftest import type_into, wait_until

NOT_ASKED = "\n".join(f'{rule.id} = "not asked"' for rule in CHECKS)
LENIENT = f'name = "Alue"\nbased_on = "publishing"\n\n[off]\n{NOT_ASKED}\n'


@pytest.fixture
def lenient(tmp_path: Path) -> Path:
    """Ask nothing of pathways, so that small ones are good enough to be published."""
    file = tmp_path / "ketjupaja.toml"
    file.write_text(LENIENT, encoding="utf-8")
    return file


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def shown(window: MainWindow) -> PublishingWindow:
    window.actions_by_name["publish"].trigger()
    (there,) = [each for each in window.findChildren(PublishingWindow) if each.isVisible()]
    looked_at(there)
    return there


def looked_at(dialog: PublishingWindow) -> None:
    """Wait until the window has looked at the pathway as it is now."""
    wait_until(lambda: dialog.jobs.doing is Doing.NOTHING and not dialog._later.isActive())


def click(button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_folder(dialog: PublishingWindow, folder: Path) -> None:
    type_into(dialog.parts.form.folder, str(folder))
    QTest.keyClick(dialog.parts.form.folder, Qt.Key.Key_Return)
    looked_at(dialog)


def approve(dialog: PublishingWindow, role: str = "Johtoryhmä") -> None:
    click(dialog.parts.details.approving)
    asking = dialog.findChild(ApprovingDialog)
    assert isinstance(asking, ApprovingDialog)
    type_into(asking.roles["fi"], role)
    click(asking.go)
    looked_at(dialog)


def publish(dialog: PublishingWindow) -> None:
    click(dialog.parts.publishing)
    wait_until(lambda: dialog.parts.state.text().startswith("Published"))
    looked_at(dialog)


def written(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def fate(dialog: PublishingWindow) -> Fate | None:
    entry = dialog.parts.list.entry
    return entry.fate if entry is not None else None


def test_approved_and_published_by_mouse(
    window: MainWindow, file: Path, lenient: Path, site: Path
) -> None:
    del lenient
    dialog = shown(window)
    assert dialog.parts.details.since.text() == "Nobody has approved it."
    assert not dialog.parts.publishing.isEnabled()
    approve(dialog)
    assert fate(dialog) is Fate.NEW
    assert dialog.parts.state.text() == "Choose the folder where the site is written."
    choose_folder(dialog, site)
    assert dialog.parts.state.text() == "1 pathway on the site: new: 1."
    publish(dialog)
    assert "fi/tyypin-2-diabetes.html" in written(site)
    assert dialog.parts.folder.isVisible()
    assert fate(dialog) is Fate.UNCHANGED
    # Saved with it: the approval must not be lost while its content is online.
    assert approved_content(files.read(file)) is not None
    assert not window.workspace.file.document.is_modified


def test_publishing_again_changes_nothing(window: MainWindow, lenient: Path, site: Path) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    publish(dialog)
    before = {file: file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}
    publish(dialog)
    assert before == {file: file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}
    dialog.look()
    looked_at(dialog)
    assert dialog.parts.state.text().startswith("No pathway has changed since the last")


def test_what_is_edited_after_the_approval_is_shown_and_stays_at_home(
    window: MainWindow, lenient: Path, site: Path
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Salainen luonnos"))
    looked_at(dialog)
    details = dialog.parts.details
    assert details.since.text().startswith("It was edited after the approval")
    QTest.mouseClick(details.tabs, Qt.MouseButton.LeftButton, pos=details.tabs.tabRect(1).center())
    assert "Salainen luonnos" in details.changes.toPlainText()
    publish(dialog)
    assert b"Salainen" not in b"".join(written(site).values())
    approve(dialog)
    assert fate(dialog) is Fate.CHANGED
    assert "Salainen luonnos" in details.changes.toPlainText()
    publish(dialog)
    assert "Salainen luonnos" in written(site)["fi/tyypin-2-diabetes.html"].decode()


def test_undoing_the_approval_takes_it_back(window: MainWindow, lenient: Path) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    window.actions_by_name["undo"].trigger()
    looked_at(dialog)
    assert fate(dialog) is Fate.LEFT_OUT
    assert approved_content(window.workspace.file.document.pathway) is None


def test_what_stops_it_leads_to_its_place_and_the_key_leads_back(window: MainWindow) -> None:
    dialog = shown(window)
    details = dialog.parts.details
    assert not details.approving.isEnabled()
    assert "stop publishing" in details.heading.text()
    row = next(
        row
        for row, place in enumerate(details.places.places)
        if isinstance(window.workspace.file.document.pathway.get(place.about or ""), Stage)
    )
    item = details.places.item(row)
    details.places.scrollToItem(item)
    spot = details.places.visualItemRect(item).center()
    QTest.mouseClick(details.places.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not dialog.isVisible()
    assert set(window.board.selection.ids) == {details.places.places[row].about}
    wait_until(window.isActiveWindow)
    QTest.keySequence(window, "Ctrl+Shift+U")
    assert dialog.isVisible()
    details.places.setFocus()
    details.places.setCurrentRow(0)
    QTest.keyClick(details.places, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_what_no_reason_can_be_accepted_for_is_to_be_put_right(
    window: MainWindow, lenient: Path
) -> None:
    del lenient
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Soita 131052-308T"))
    dialog = shown(window)
    heading = dialog.parts.details.heading
    assert heading.text() == "1 thing stops publishing: put it right"


def test_what_approval_does_not_help_is_not_to_be_approved(
    window: MainWindow, lenient: Path
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    document = window.workspace.file.document
    archived = PathwayStatus.ARCHIVED
    document.do(edits.update(document.pathway, "info", status=archived))
    looked_at(dialog)
    words = "Nothing can be published yet. It is archived, and what is archived is not published."
    assert dialog.parts.state.text() == words
    looked = dialog._looked
    assert looked is not None
    gone = Plan((Entry(Fate.WITHDRAWN, "info", "Diabetes"),), Earlier())
    words = what_is_next(looked._replace(plan=gone), looked.choices)
    assert words.startswith("Nothing would be left on the site")


def test_a_full_disk_is_told_and_the_earlier_publication_stays(
    window: MainWindow, lenient: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    publish(dialog)
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Toinen"))
    looked_at(dialog)
    approve(dialog)
    window.filing.save()
    wait_until(lambda: not window.workspace.file.document.is_modified)
    before = written(site)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    click(dialog.parts.publishing)
    wait_until(lambda: dialog.parts.state.property("voice") == "fault")
    assert "cannot be written" in dialog.parts.state.text()
    assert written(site) == before
    assert dialog.parts.publishing.isEnabled()


class Slow:
    """A publication that waits to be stopped."""

    def __init__(self) -> None:
        self.began = threading.Event()

    def publish(self, _plan: object, _site: object, _out: object, progress: Progress) -> None:
        self.began.set()
        while True:
            progress(0.5)
            threading.Event().wait(0.005)


def test_publishing_can_be_stopped(
    window: MainWindow, lenient: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    slow = Slow()
    monkeypatch.setattr(publishing, "publish", slow.publish)
    click(dialog.parts.publishing)
    wait_until(slow.began.is_set)
    assert not dialog.parts.form.isEnabled()
    dialog.close()
    assert dialog.isVisible()  # it closes when nothing is being written any more
    wait_until(lambda: dialog.parts.state.text().startswith("Stopped"))
    assert dialog.parts.form.isEnabled()
    assert not site.exists()


def test_the_key_that_publishes_does_not_stop_it_when_pressed_again(
    window: MainWindow,
    lenient: Path,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    slow = Slow()
    monkeypatch.setattr(publishing, "publish", slow.publish)
    dialog.parts.publishing.setFocus()
    QTest.keyClick(dialog.parts.publishing, Qt.Key.Key_Space)
    wait_until(slow.began.is_set)
    assert dialog.focusWidget() is dialog.parts.state
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert dialog.jobs.doing is Doing.PUBLISHING
    assert dialog.parts.state.text().startswith("Publishing")
    click(dialog.parts.closing)
    wait_until(lambda: dialog.parts.state.text().startswith("Stopped"))


def test_screen_readers_hear_how_things_stand(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(parts, "announce", lambda _widget, words: heard.append(words))
    dialog = shown(window)
    assert heard[-1] == dialog.parts.state.text()
    assert heard[-1].startswith("Nothing can be published yet")


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take note of what would be opened in a browser."""
    seen: list[str] = []

    def open_url(address: QUrl) -> bool:
        seen.append(address.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return seen


def test_a_preview_shows_the_draft_in_the_browser_until_the_window_closes(
    window: MainWindow, addresses: list[str]
) -> None:
    dialog = shown(window)
    click(dialog.parts.previewing)
    wait_until(lambda: bool(addresses))
    assert addresses == [dialog.preview_address]
    at = urlsplit(addresses[0])
    assert (at.scheme, at.hostname) == ("http", "127.0.0.1")
    connection = HTTPConnection(at.netloc, timeout=10)
    connection.request("GET", f"{at.path}fi/tyypin-2-diabetes.html")
    assert "Yhteydenotto" in connection.getresponse().read().decode()
    connection.close()
    click(dialog.parts.closing)
    with pytest.raises(ConnectionRefusedError):
        connection.connect()


def test_a_preview_that_was_asked_for_comes_though_one_edits_meanwhile(
    window: MainWindow, addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(window)
    goes_on = threading.Event()
    made = looking.preview

    def slow(subject: Subject, choices: Choices, progress: Progress) -> Mapping[str, bytes]:
        goes_on.wait()
        return made(subject, choices, progress)

    monkeypatch.setattr(publishing, "preview", slow)
    click(dialog.parts.previewing)
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Toinen"))
    dialog.look()
    goes_on.set()
    looked_at(dialog)
    assert addresses == [dialog.preview_address]
    assert dialog.parts.state.text().startswith("The preview is open")
    assert dialog._looked is not None
    assert dialog._looked.pathway is document.pathway


def test_what_was_published_from_another_file_is_taken_off_only_when_asked(
    window: MainWindow, lenient: Path, site: Path, tmp_path: Path
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    publish(dialog)
    dialog.close()
    other = edits.with_new_identity(files.read(tmp_path / "two.ketju"))
    info = other.info
    named, _done = edits.rename(other, info.id, "fi", "Uni").applied_to(other)
    files.save(named, tmp_path / "uni.ketju")
    window.filing.open(tmp_path / "uni.ketju")
    second = window.program.windows[-1]
    dialog = shown(second)
    approve(dialog)
    choose_folder(dialog, site)
    earlier = next(
        row
        for row in range(dialog.parts.list.count())
        if "Tyypin" in dialog.parts.list.item(row).text()
    )
    spot = dialog.parts.list.visualItemRect(dialog.parts.list.item(earlier)).center()
    QTest.mouseClick(dialog.parts.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert fate(dialog) is Fate.STAYS
    QTest.mouseClick(
        dialog.parts.details.withdrawing, Qt.MouseButton.LeftButton, pos=QPoint(12, 12)
    )
    looked_at(dialog)
    assert fate(dialog) is Fate.WITHDRAWN
    publish(dialog)
    assert [pathway.info.title["fi"] for pathway in last_publication(site).pathways.values()] == [
        "Uni"
    ]


def test_all_of_the_folder_are_published_at_once(
    window: MainWindow, lenient: Path, site: Path, tmp_path: Path
) -> None:
    del lenient
    files.save(edits.with_new_identity(files.read(tmp_path / "two.ketju")), tmp_path / "b.ketju")
    dialog = shown(window)
    choose_folder(dialog, site)
    dialog.parts.form.scope.setFocus()
    QTest.keyClick(dialog.parts.form.scope, Qt.Key.Key_Down)
    looked_at(dialog)
    assert dialog.parts.list.count() == 2
    assert dialog.parts.list.entry is not None
    assert dialog.parts.list.entry.id == "info"
    QTest.keyClick(dialog.parts.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.parts.list, Qt.Key.Key_Up)
    assert dialog.parts.details.title.text() == "Tyypin 2 diabetes"


def test_what_the_organisation_chose_stands_there(
    window: MainWindow, tmp_path: Path, lenient: Path
) -> None:
    lenient.write_text(
        LENIENT + '\n[publishing]\naddress = "https://ketjut.example.fi"\nfolder = "sivut"\n'
        'languages = ["fi", "sv"]\n',
        encoding="utf-8",
    )
    form = shown(window).parts.form
    assert form.address.text() == "https://ketjut.example.fi/"
    assert form.folder.text() == str(tmp_path / "sivut")
    assert form.choices.languages == ("fi", "sv")


def test_an_organisation_file_that_cannot_be_used_stops_publishing(
    window: MainWindow, lenient: Path
) -> None:
    lenient.write_text('name = "Alue"\n[publishing]\nfoldr = "x"\n', encoding="utf-8")
    dialog = shown(window)
    assert "publishing.foldr" in dialog.parts.state.text()
    assert not dialog.parts.publishing.isEnabled()


def test_a_faulty_organisation_file_stops_publishing_until_it_is_put_right(
    window: MainWindow, lenient: Path, site: Path
) -> None:
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    assert dialog.parts.publishing.isEnabled()
    lenient.write_text('name = "Alue"\n[publishing]\nfoldr = "x"\n', encoding="utf-8")
    click(dialog.parts.publishing)  # it is read once more before anything is written
    wait_until(lambda: "publishing.foldr" in dialog.parts.state.text())
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Toinen"))
    looked_at(dialog)
    assert "publishing.foldr" in dialog.parts.state.text()
    assert not dialog.parts.publishing.isEnabled()
    address = '[publishing]\naddress = "https://ketjut.example.fi"\n'
    lenient.write_text(f"{LENIENT}\n{address}", encoding="utf-8")
    dialog.look()
    looked_at(dialog)
    assert dialog.parts.form.address.text() == "https://ketjut.example.fi/"
    assert dialog.parts.publishing.isEnabled()
    assert not site.exists()


class HeldSave:
    """A save that takes its time: what follows, follows when the test says so."""

    def __init__(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self._following: list[Callable[[], None]] = []
        monkeypatch.setattr(window.filing, "save", self._hold)

    def _hold(self, then: Callable[[], None]) -> None:
        self._following.append(then)

    def end(self) -> None:
        for each in self._following:
            each()


@pytest.fixture
def saving(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> HeldSave:
    return HeldSave(window, monkeypatch)


def test_nothing_is_published_when_the_window_was_closed_while_saving(
    window: MainWindow, lenient: Path, site: Path, saving: HeldSave
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    click(dialog.parts.publishing)
    click(dialog.parts.closing)
    saving.end()
    assert dialog.jobs.doing is Doing.NOTHING
    assert not site.exists()


def test_another_folder_chosen_while_saving_is_looked_at_first(
    window: MainWindow, lenient: Path, site: Path, saving: HeldSave
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    click(dialog.parts.publishing)
    other = site.with_name("other")
    dialog.parts.form.folder.setText(str(other))
    saving.end()
    looked_at(dialog)
    assert dialog.parts.state.text().startswith("Nothing was published")
    assert not site.exists()
    assert not other.exists()


def test_a_pathway_is_judged_by_the_organisation_of_the_folder_it_was_saved_in(
    window: MainWindow, lenient: Path, site: Path, saving: HeldSave, tmp_path: Path
) -> None:
    del lenient
    strict = tmp_path / "strict"
    strict.mkdir()
    (strict / "ketjupaja.toml").write_text('name = "Alue"\nbased_on = "publishing"\n')
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, site)
    click(dialog.parts.publishing)
    window.filing.save_as(strict / "two.ketju")
    wait_until(lambda: not window.workspace.file.document.is_modified)
    saving.end()
    looked_at(dialog)
    assert dialog.parts.state.text().startswith("Nothing was published")
    assert fate(dialog) is Fate.LEFT_OUT
    assert not site.exists()


def test_other_files_of_the_folder_are_published_as_they_were_shown(
    window: MainWindow, lenient: Path, site: Path, tmp_path: Path
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    window.filing.save()
    wait_until(lambda: not window.workspace.file.document.is_modified)
    choose_folder(dialog, site)
    dialog.parts.form.scope.setFocus()
    QTest.keyClick(dialog.parts.form.scope, Qt.Key.Key_Down)
    looked_at(dialog)
    assert dialog.parts.list.count() == 1
    other = edits.with_new_identity(files.read(tmp_path / "two.ketju"))
    files.save(other, tmp_path / "other.ketju")  # somebody puts it there meanwhile
    click(dialog.parts.publishing)
    wait_until(lambda: dialog.parts.state.text().startswith("Nothing was published"))
    looked_at(dialog)
    assert dialog.parts.list.count() == 2
    assert not site.exists()
    publish(dialog)
    assert site.exists()


def test_a_folder_around_the_pathways_is_refused_before_anything_is_written(
    window: MainWindow, lenient: Path, tmp_path: Path
) -> None:
    del lenient
    dialog = shown(window)
    approve(dialog)
    choose_folder(dialog, tmp_path.parent)
    assert "pathway files lie in this folder" in dialog.parts.state.text()
    assert not dialog.parts.publishing.isEnabled()


def test_choices_are_remembered(window: MainWindow, lenient: Path, site: Path) -> None:
    del lenient
    dialog = shown(window)
    choose_folder(dialog, site)
    click(dialog.parts.form.own)
    click(dialog.parts.form.languages["sv"])
    looked_at(dialog)
    dialog.close()
    form = shown(window).parts.form
    assert form.folder.text() == str(site)
    assert form.choices.languages == ("fi", "sv")


def test_a_role_is_needed_to_approve(window: MainWindow, lenient: Path) -> None:
    del lenient
    dialog = shown(window)
    click(dialog.parts.details.approving)
    asking = dialog.findChild(ApprovingDialog)
    assert isinstance(asking, ApprovingDialog)
    QTest.keyClick(asking, Qt.Key.Key_Return)
    assert asking.isVisible()
    assert asking.fault_shown.text() == "Write in which role it is approved."
    type_into(asking.roles["fi"], "Johtoryhmä")
    asking.day.put(window.program.today().replace(year=2030))
    click(asking.go)
    assert "later than today" in asking.fault_shown.text()
    QTest.keyClick(asking, Qt.Key.Key_Escape)
    assert not window.workspace.file.document.pathway.info.approvals


def test_the_organisation_that_approves_is_shown_before_and_can_be_another(
    window: MainWindow, lenient: Path
) -> None:
    del lenient
    document = window.workspace.file.document
    office = Responsibility(role={"fi": "Johtaja"}, organisation={"fi": "Hyvinvointialue"})
    earlier = Approval(role={"fi": "Johtoryhmä"}, organisation={"fi": "Sairaala"})
    document.do(edits.update(document.pathway, "info", owner=office, approvals=(earlier,)))
    dialog = shown(window)
    click(dialog.parts.details.approving)
    asking = dialog.findChild(ApprovingDialog)
    assert isinstance(asking, ApprovingDialog)
    role, organisation = asking.roles["fi"], asking.organisations["fi"]
    assert (role.words, organisation.words) == ("Johtoryhmä", "Sairaala")
    assert organisation.accessibleName() == "Organisation"
    type_into(role, "Toimialajohtaja")  # not the earlier approver's: the owner's
    assert organisation.words == "Hyvinvointialue"
    type_into(organisation, "Kaupunki")
    type_into(role, "Johtoryhmä")  # what was written stays
    assert organisation.words == "Kaupunki"
    click(asking.go)
    looked_at(dialog)
    assert document.pathway.info.approvals[-1].organisation == {"fi": "Kaupunki"}


def test_it_goes_with_the_pathway(window: MainWindow, lenient: Path) -> None:
    del lenient
    dialog = shown(window)
    document = window.workspace.file.document
    window.show_start_screen()
    document.do(edits.rename(document.pathway, "s0", "fi", "Toinen"))
    assert dialog.is_over
    assert not dialog.isVisible()


def test_everything_has_a_name_for_screen_readers(window: MainWindow) -> None:
    dialog = shown(window)
    form, details = dialog.parts.form, dialog.parts.details
    widgets: tuple[QWidget, ...] = (
        form.scope,
        form.folder,
        form.address,
        dialog.parts.list,
        dialog.parts.bar,
        details.places,
        details.tabs,
        details.changes,
    )
    assert all(widget.accessibleName() for widget in widgets)
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert all(button.text().strip() for button in buttons)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_others_edit_while_one_approves_is_not_approved_unseen(
    window: MainWindow, lenient: Path
) -> None:
    del lenient
    dialog = shown(window)
    click(dialog.parts.details.approving)
    asking = dialog.findChild(ApprovingDialog)
    assert isinstance(asking, ApprovingDialog)
    document = window.workspace.file.document
    document.merge(edits.rename(document.pathway, "s0", "fi", "Toisen muuttama"))
    type_into(asking.roles["fi"], "Johtoryhmä")
    click(asking.go)
    looked_at(dialog)
    assert not document.pathway.info.approvals
    assert "in the meantime" in dialog.parts.state.text()
