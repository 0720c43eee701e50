"""A publication is written whole or not at all, and touches nothing that stays the same."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from designer.publishing.earlier import PREVIEW, Earlier, last_publication
from designer.publishing.outgoing import publish
from designer.publishing.plan import Wish, Work, planned
from exporters.exporter import CancelledError, ExportError, Options
from exporters.findings import UnreadFile
from exporters.website import WEBSITE
from exporters.writing import export
from model import file
from tests.designer.publishing.library import (
    AT,
    LENIENT,
    ONE,
    OTHER,
    SITE,
    TODAY,
    approved,
    edited,
    plan,
    quiet,
)
from tests.stopping import StoppedError, stopped_before


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file below a folder with its time and content."""
    return {
        each.relative_to(folder).as_posix(): (each.stat().st_mtime_ns, each.read_bytes())
        for each in folder.rglob("*")
        if each.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    out = tmp_path / "site"
    publish(plan(approved(ONE), approved(OTHER)), SITE, out, quiet)
    return out


def test_publishing_again_touches_no_file(folder: Path) -> None:
    before = state(folder)
    again = plan(approved(OTHER), approved(ONE), earlier=last_publication(folder))
    publish(again, SITE, folder, quiet)
    assert state(folder) == before


def test_what_stays_is_the_same_byte_for_byte(folder: Path) -> None:
    before = state(folder)
    publish(plan(earlier=last_publication(folder)), SITE, folder, quiet)
    publish(plan(ONE, earlier=last_publication(folder)), SITE, folder, quiet)
    assert state(folder) == before


def test_a_withdrawn_pathway_goes_and_nothing_of_somebody_else(folder: Path) -> None:
    (folder / "fi" / "oma.html").write_bytes(b"theirs")
    ids = frozenset({OTHER.info.id})
    withdrawing = plan(approved(ONE), earlier=last_publication(folder), withdraw=ids)
    publish(withdrawing, SITE, folder, quiet)
    left = state(folder)
    assert not any("muisti" in name for name in left)
    assert "fi/oma.html" in left


def test_a_site_is_never_emptied(folder: Path) -> None:
    before = state(folder)
    earlier = last_publication(folder)
    with pytest.raises(ExportError, match="never emptied"):
        publish(plan(earlier=earlier, withdraw=frozenset(earlier.pathways)), SITE, folder, quiet)
    assert state(folder) == before


def test_cancelling_leaves_the_earlier_publication(folder: Path) -> None:
    before = state(folder)

    def cancel(share: float) -> None:
        if share > 0.5:
            raise CancelledError

    changed = approved(edited(ONE))
    with pytest.raises(CancelledError):
        publish(plan(changed, earlier=last_publication(folder)), SITE, folder, cancel)
    assert state(folder) == before
    assert [each.name for each in folder.parent.iterdir()] == ["site"]


def test_a_full_disk_leaves_the_earlier_publication(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(folder)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError) as caught:
        publish(plan(approved(edited(ONE)), earlier=last_publication(folder)), SITE, folder, quiet)
    assert "\n" not in str(caught.value)
    assert state(folder) == before


def test_somebody_elses_files_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"theirs")
    with pytest.raises(ExportError, match=r"index\.html.*empty folder"):
        publish(plan(approved(ONE)), SITE, tmp_path, quiet)
    assert [each.name for each in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_bytes() == b"theirs"


def test_the_folder_of_the_pathways_is_refused(tmp_path: Path) -> None:
    file.save(ONE, tmp_path / "uni.ketju")
    with pytest.raises(ExportError, match=r"uni\.ketju"):
        publish(plan(approved(ONE)), SITE, tmp_path, quiet)


def test_a_publication_in_between_is_noticed(folder: Path) -> None:
    stale = plan(approved(ONE))
    with pytest.raises(ExportError, match="meantime"):
        publish(stale, SITE, folder, quiet)


def test_a_preview_and_a_publication_never_share_a_folder(folder: Path) -> None:
    with pytest.raises(ExportError, match="preview in another"):
        publish(plan(approved(ONE)), SITE, folder, quiet, PREVIEW)


def test_who_publishes_while_a_site_is_made_keeps_what_they_published(tmp_path: Path) -> None:
    out = tmp_path / "site"

    def another_publishes(share: float) -> None:
        if not out.exists() and share == 1:
            publish(plan(approved(OTHER)), SITE, out, quiet)

    with pytest.raises(ExportError, match="meantime"):
        publish(plan(approved(ONE)), SITE, out, another_publishes)
    assert set(last_publication(out).pathways) == {OTHER.info.id}


def test_an_export_never_takes_the_place_of_a_publication(folder: Path) -> None:
    before = state(folder)
    with pytest.raises(ExportError, match="goes online"):
        export(WEBSITE, edited(ONE), Options(made_at=AT), folder, quiet)
    with pytest.raises(ExportError, match="goes online"):
        export(WEBSITE, edited(ONE), Options(made_at=AT), folder / "uni-website", quiet)
    assert state(folder) == before


@pytest.mark.parametrize("stops_at", ["{}.html", "index.json", "build.json"])
def test_a_broken_off_publication_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops_at: str
) -> None:
    out = tmp_path / "site"
    out.mkdir()
    for works in ((OTHER,), (OTHER, ONE)):
        wanted = plan(*map(approved, works), earlier=last_publication(out))
        with monkeypatch.context() as patched:
            stopped = stopped_before(
                stops_at.format(works[-1].info.title["fi"].lower()), out, patched
            )
            with pytest.raises(StoppedError):
                publish(wanted, SITE, out, quiet)
        shutil.rmtree(out)
        stopped.rename(out)
        publish(plan(*map(approved, works), earlier=last_publication(out)), SITE, out, quiet)
        assert set(last_publication(out).pathways) == {each.info.id for each in works}


def test_a_broken_off_withdrawal_is_finished_by_the_next_publication(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = frozenset({OTHER.info.id})
    withdrawing = plan(approved(ONE), earlier=last_publication(folder), withdraw=ids)
    with monkeypatch.context() as patched:
        stopped = stopped_before("muisti.html", folder, patched)
        with pytest.raises(StoppedError):
            publish(withdrawing, SITE, folder, quiet)
    assert (stopped / "fi" / "muisti.html").exists()
    publish(plan(approved(ONE), earlier=last_publication(stopped)), SITE, stopped, quiet)
    lying = [each for each in stopped.rglob("*muisti*") if ".~" not in str(each)]
    assert not lying


def test_a_folder_around_the_pathways_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "hidden" / "deep"
    home.mkdir(parents=True)
    path = home / "uni.ketju"
    works = [Work(path, approved(ONE), LENIENT)]
    for unread, held in (((), works), ((UnreadFile(path, ""),), [])):
        made = planned(held or [Work(None, approved(ONE), LENIENT)], Earlier(), Wish(today=TODAY))
        with pytest.raises(ExportError, match=r"uni\.ketju"):
            publish(replace(made, unread=unread), SITE, tmp_path, quiet)
    assert not (tmp_path / "index.html").exists()


def test_a_pathway_file_in_capitals_is_one(tmp_path: Path) -> None:
    (tmp_path / "UNI.KETJU").write_bytes(b"")
    with pytest.raises(ExportError, match=r"UNI\.KETJU"):
        publish(plan(approved(ONE)), SITE, tmp_path, quiet)
