"""What tests of Word files share."""

import pytest

from exporters.exporter import ExportError

WHY = "Qt puuttuu."


def without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this machine draw no pictures."""

    def fails() -> None:
        raise ExportError(WHY)

    monkeypatch.setattr("exporters.word.pictures.prepare_painting", fails)


@pytest.fixture
def without_qt(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let this machine draw no pictures; returns what is said of it."""
    without_pictures(monkeypatch)
    return WHY
