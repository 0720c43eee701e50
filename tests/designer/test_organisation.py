"""Which file is an organisation's, and what is said of one that cannot be used."""

from pathlib import Path

import pytest

from designer.organisation import (
    FILE_NAME,
    OrganisationFileError,
    organisation_file,
    organisation_profile,
)
from model.messages import speaking


def made(folder: Path, text: str = 'name = "Alue"') -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE_NAME
    file.write_text(text, encoding="utf-8")
    return file


def test_the_nearest_counts_and_none_more_than_three_folders_above(tmp_path: Path) -> None:
    settings = tmp_path / "settings"
    pathway = tmp_path / "1" / "2" / "3" / "4" / "a.ketju"
    assert organisation_file(pathway, settings) is None
    made(tmp_path)
    assert organisation_file(pathway, settings) is None
    own = made(settings)
    assert organisation_file(pathway, settings) == own
    assert organisation_file(None, settings) == own
    for folder in (tmp_path / "1", tmp_path / "1" / "2" / "3", pathway.parent):
        nearest = made(folder)
        assert organisation_file(pathway, settings) == nearest


def test_a_folder_of_that_name_is_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert organisation_file(tmp_path / "a.ketju", tmp_path / "settings") is None


def test_it_is_read(tmp_path: Path) -> None:
    assert organisation_profile(made(tmp_path, 'name = "Järvialue"')).title == "Järvialue"


def test_what_is_wrong_is_told_with_the_file(tmp_path: Path) -> None:
    file = made(tmp_path, "name = Alue")
    with speaking("en"), pytest.raises(OrganisationFileError) as refused:
        organisation_profile(file)
    assert str(refused.value) == f"{file}: line 1 cannot be read as TOML."
    assert refused.value.file == file


def test_what_is_gone_meanwhile_is_told(tmp_path: Path) -> None:
    with speaking("en"), pytest.raises(OrganisationFileError, match="cannot be read"):
        organisation_profile(tmp_path / FILE_NAME)
