"""Links of a pathway in the window: shown in full, then opened, and only of four schemes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import designer
from designer.ui.inspector.fields import Around
from designer.ui.inspector.fields.address import AddressField
from designer.ui.links import ask_to_open
from tests.hostile_texts.payloads import FAMILIES, PAYLOADS
from tests.pathways import build

Opened = list[str]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return what would be opened: the system itself is the one thing that is not asked."""
    addresses: Opened = []

    def open_url(url: QUrl) -> bool:
        addresses.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


@pytest.fixture
def asked(qtbot: QtBot) -> Callable[[str], QMessageBox]:
    window = QWidget()
    qtbot.addWidget(window)
    return lambda address: ask_to_open(window, address)


def click(box: QMessageBox, words: str) -> None:
    [button] = [button for button in box.buttons() if button.text() == words]
    button.click()


def test_an_address_is_shown_before_it_is_opened(
    opened: Opened, asked: Callable[[str], QMessageBox]
) -> None:
    box = asked("https://www.example.fi/uni?a=<b>&c=1#x")
    assert "https://www.example.fi/uni?a=<b>&c=1#x" in box.text()
    assert opened == []
    click(box, "Cancel")
    assert opened == []
    click(asked("https://www.example.fi/uni?a=<b>&c=1#x"), "Open")
    assert opened == ["https://www.example.fi/uni?a=%3Cb%3E&c=1#x"]


def test_look_alike_names_are_shown_as_the_network_knows_them(
    opened: Opened, asked: Callable[[str], QMessageBox]
) -> None:
    box = asked("https://www.k\u0430nta.fi/")
    assert "https://www.k\u0430nta.fi/" in box.text()
    assert "www.xn--knta-53d.fi" in box.text()
    click(box, "Open")
    assert opened == ["https://www.xn--knta-53d.fi/"]


@pytest.mark.parametrize("address", ["mailto:apu@example.fi", "tel:112", "HTTP://example.fi"])
def test_mail_and_phone_open_too(
    address: str, opened: Opened, asked: Callable[[str], QMessageBox]
) -> None:
    click(asked(address), "Open")
    assert [each.lower() for each in opened] == [address.lower()]


def test_no_hostile_text_is_opened(opened: Opened, asked: Callable[[str], QMessageBox]) -> None:
    for payload in PAYLOADS:
        box = asked(payload)
        assert [button.text() for button in box.buttons()] == ["OK"], payload
        assert payload.replace("\x00", "") in box.text().replace("\x00", "") or "\ud800" in payload
        box.close()
    assert opened == []
    assert len(FAMILIES["url"]) >= 34


def test_nothing_else_in_the_program_opens_anything() -> None:
    sources = Path(designer.__file__).parent.rglob("*.py")
    found = {
        source.name
        for source in sources
        if "openUrl" in source.read_text("utf-8") or "webbrowser" in source.read_text("utf-8")
    }
    # The second opens the address of its own preview server only.
    assert found == {"links.py", "browsing.py"}


def test_the_field_of_an_address_asks(qtbot: QtBot, opened: Opened) -> None:
    field = AddressField()
    qtbot.addWidget(field)
    field.present({}, Around(build(), "fi"))
    assert not field.open.isEnabled()
    field.present({"fi": "file:///etc/passwd"}, Around(build(), "fi"))
    assert field.open.isEnabled()
    field.open.click()
    [box] = field.window().findChildren(QMessageBox)
    assert "file:///etc/passwd" in box.text()
    click(box, "OK")
    assert opened == []
