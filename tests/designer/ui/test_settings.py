"""Settings are remembered, and nothing that stands in the file is believed unread."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from designer.ui.settings import RECENT_FILES, Settings


def test_choices_are_remembered(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    settings = Settings(file)
    settings.language = "sv"
    settings.remember_profile("publishing")
    settings.remember_place("window", QByteArray(b"place"))
    again = Settings(file)
    assert again.language == "sv"
    assert again.profile(("workshop", "publishing")) == "publishing"
    assert again.place("window") == QByteArray(b"place")


def test_recent_files_are_the_newest_that_exist(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    files = [tmp_path / f"{number}.ketju" for number in range(RECENT_FILES + 2)]
    for file in files:
        file.touch()
        settings.remember_file(file)
    settings.remember_file(files[5])
    files[7].unlink()
    recent = Settings(tmp_path / "settings.ini").recent_files
    assert recent[0] == files[5]
    assert files[7] not in recent
    assert files[0] not in recent
    assert len(recent) == RECENT_FILES - 1


@pytest.mark.qt_log_ignore("QVariant::load", extend=True)
@pytest.mark.parametrize(
    "content",
    [
        "[General]\nlanguage=xx\nprofile=\nrecent=@Invalid()\n",
        '[General]\nlanguage=@Variant(\\0\\0\\0\\x7f)\nprofile=7\nrecent="relative.ketju"\n',
        "[General]\nlanguage=fi, sv\nrecent=/dev/null, \\0, //host/share/x.ketju\n",
        "[places]\nwindow=not bytes\n",
        "\x00\xff garbage",
    ],
)
def test_what_makes_no_sense_is_as_if_it_were_not_there(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(content, encoding="latin-1")
    settings = Settings(file)
    assert settings.language == "fi"
    assert settings.profile(("workshop", "publishing")) == "workshop"
    assert settings.recent_files == []
    assert settings.place("window").isEmpty()
