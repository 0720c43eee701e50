"""The address on a poster is that of the page that publishing writes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from designer.publishing.address import page_address
from exporters.exporter import Options
from exporters.website.library import SiteOptions, build
from model.codes import PathwayStatus
from model.file import read
from model.pathway import Pathway
from samples import SAMPLES

SAMPLE = read(SAMPLES[0].path)
BASE = "https://ketjut.example.fi/"
ORGANISATION = f'[publishing]\naddress = "{BASE}"\nlanguages = ["fi", "sv"]\n'


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    (tmp_path / "ketjupaja.toml").write_text(ORGANISATION, encoding="utf-8")
    return tmp_path


def with_status(status: PathwayStatus) -> Pathway:
    return SAMPLE.replacing({SAMPLE.info.id: replace(SAMPLE.info, status=status)})


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_it_is_a_page_of_the_site(settings: Path, language: str) -> None:
    address = page_address(SAMPLE, language, None, settings)
    options = Options(languages=("fi", "sv"), made_at=datetime(2026, 1, 1, tzinfo=UTC))
    files = dict(build([SAMPLE], options, SiteOptions(base_address=BASE), lambda _share: None))
    assert address.removeprefix(BASE) in files
    assert address.startswith(f"{BASE}{language}/")


def test_another_language_leads_to_the_first(settings: Path) -> None:
    first = page_address(SAMPLE, "fi", None, settings)
    assert page_address(SAMPLE, "en", None, settings) == first


@pytest.mark.parametrize(
    "status", [PathwayStatus.DRAFT, PathwayStatus.IN_REVIEW, PathwayStatus.ARCHIVED]
)
def test_what_is_not_approved_has_none(settings: Path, status: PathwayStatus) -> None:
    assert not page_address(with_status(status), "fi", None, settings)


def test_without_an_organisation_or_with_a_broken_one_there_is_none(tmp_path: Path) -> None:
    assert not page_address(SAMPLE, "fi", None, tmp_path)
    (tmp_path / "ketjupaja.toml").write_text("[publishing", encoding="utf-8")
    assert not page_address(SAMPLE, "fi", None, tmp_path)
