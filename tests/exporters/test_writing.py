"""Writing exports: all of it or nothing, and never anybody else's files."""

import errno
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from exporters.exporter import CancelledError, Exporter, ExportError, Options, Progress
from exporters.writing import PREVIEW, PUBLICATION, export, is_published, written
from model.pathway import Pathway
from tests.pathways import build
from tests.stopping import StoppedError, stopped_before

OPTIONS = Options(made_at=datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
PATHWAY = build()


def quiet(_share: float) -> None:
    pass


def cancel(_share: float) -> None:
    raise CancelledError


def folder_of(files: Mapping[str, bytes]) -> Exporter:
    def make(_p: Pathway, _o: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
        for name, data in files.items():
            yield name, data
            progress(0.5)

    return Exporter("folder", "Folder", "", make)


def file_of(data: bytes) -> Exporter:
    def make(_p: Pathway, _o: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
        progress(0.5)
        yield "x", data

    return Exporter("file", "File", ".txt", make)


def failing(suffix: str) -> Exporter:
    def make(_p: Pathway, _o: Options, _q: Progress) -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"half"
        raise ExportError("This cannot be drawn.")

    return Exporter("failing", "Failing", suffix, make)


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder but the list of what was written."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".ketjupaja-")
    }


def test_a_file_takes_the_place_of_its_predecessor(tmp_path: Path) -> None:
    out = tmp_path / "board.txt"
    out.write_bytes(b"old")
    export(file_of(b"new"), PATHWAY, OPTIONS, out, quiet)
    assert tree(tmp_path) == {"board.txt": b"new"}


@pytest.mark.parametrize("exporter", [failing(".txt"), failing("")], ids=["file", "folder"])
def test_a_failing_export_leaves_nothing(tmp_path: Path, exporter: Exporter) -> None:
    with pytest.raises(ExportError, match="cannot be drawn"):
        export(exporter, PATHWAY, OPTIONS, tmp_path / "out", quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "exporter", [file_of(b"new"), folder_of({"a.html": b"new"})], ids=["file", "folder"]
)
def test_a_cancelled_export_leaves_nothing(tmp_path: Path, exporter: Exporter) -> None:
    with pytest.raises(CancelledError):
        export(exporter, PATHWAY, OPTIONS, tmp_path / "out", cancel)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_at_the_last_moment_leaves_the_old_files(tmp_path: Path) -> None:
    def cancel_when_all_is_made(share: float) -> None:
        if share == 1:
            raise CancelledError

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_bytes(b"old")
    (tmp_path / "a.txt").write_bytes(b"old")
    for exporter, name in ((folder_of({"a.html": b"new"}), "site"), (file_of(b"new"), "a.txt")):
        with pytest.raises(CancelledError):
            export(exporter, PATHWAY, OPTIONS, tmp_path / name, cancel_when_all_is_made)
    assert tree(tmp_path) == {"site/a.html": b"old", "a.txt": b"old"}


def test_a_new_folder_holds_what_was_made(tmp_path: Path) -> None:
    files = {"index.html": b"1", "sv/kedja.html": b"2"}
    export(folder_of(files), PATHWAY, OPTIONS, tmp_path / "site", quiet)
    assert tree(tmp_path) == {"site/index.html": b"1", "site/sv/kedja.html": b"2"}
    assert os.name != "posix" or (tmp_path / "site").stat().st_mode & 0o700 == 0o700


def test_the_next_export_removes_its_own_old_pages_only(tmp_path: Path) -> None:
    site = tmp_path / "site"
    export(folder_of({"a.html": b"1", "sv/b.html": b"1"}), PATHWAY, OPTIONS, site, quiet)
    (site / "CNAME").write_bytes(b"theirs")
    export(folder_of({"a.html": b"2"}), PATHWAY, OPTIONS, site, quiet)
    assert tree(site) == {"a.html": b"2", "CNAME": b"theirs"}
    assert not (site / "sv").exists()


def test_a_page_renamed_by_case_only_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    export(folder_of({"A.html": b"1"}), PATHWAY, OPTIONS, site, quiet)
    export(folder_of({"a.html": b"2"}), PATHWAY, OPTIONS, site, quiet)
    assert tree(site)["a.html"] == b"2"


def test_a_forged_list_removes_nothing_outside(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "precious").write_bytes(b"theirs")
    (site / ".ketjupaja-folder.json").write_text('["../precious", 5, "gone.html"]')
    export(folder_of({"a.html": b"1"}), PATHWAY, OPTIONS, site, quiet)
    assert tree(tmp_path) == {"precious": b"theirs", "site/a.html": b"1"}


def test_a_folder_is_put_back_when_a_file_cannot_be_moved_in(tmp_path: Path) -> None:
    site = tmp_path / "site"
    export(folder_of({"a.html": b"1", "old.html": b"1"}), PATHWAY, OPTIONS, site, quiet)
    (site / "z.html").mkdir()  # stands in the way of the last file
    with pytest.raises(ExportError, match="cannot be written"):
        export(
            folder_of({"a.html": b"2", "new/b.html": b"2", "z.html": b"2"}),
            PATHWAY,
            OPTIONS,
            site,
            quiet,
        )
    assert tree(site) == {"a.html": b"1", "old.html": b"1"}
    assert sorted(item.name for item in site.iterdir()) == [
        ".ketjupaja-folder.json",
        "a.html",
        "old.html",
        "z.html",
    ]


@pytest.mark.parametrize(
    "name",
    ["../a", "/a", "a//b", "", "C:/a", "a\\b", "a/../b", "nul.html", "COM1", "a.", "a b", "ä.html"],
)
def test_an_unsafe_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="unusable name"):
        export(folder_of({name: b""}), PATHWAY, OPTIONS, tmp_path / "site", quiet)
    assert list(tmp_path.iterdir()) == []


def test_two_names_that_windows_takes_for_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="unusable name"):
        export(folder_of({"a": b"", "A": b""}), PATHWAY, OPTIONS, tmp_path / "site", quiet)


def test_a_wrong_place_is_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="does not exist"):
        export(file_of(b""), PATHWAY, OPTIONS, tmp_path / "none" / "a.txt", quiet)
    with pytest.raises(ExportError, match="is a folder"):
        export(file_of(b""), PATHWAY, OPTIONS, tmp_path / "folder", quiet)
    with pytest.raises(ExportError, match="is a file"):
        export(folder_of({}), PATHWAY, OPTIONS, tmp_path / "file", quiet)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "not allowed"),
        (errno.EIO, "the disk failed"),
    ],
)
def test_a_refusing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    out = tmp_path / "a.txt"
    out.write_bytes(b"old")

    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportError, match=words):
        export(file_of(b"new"), PATHWAY, OPTIONS, out, quiet)
    with pytest.raises(ExportError, match=words):
        export(folder_of({"a": b"new"}), PATHWAY, OPTIONS, tmp_path / "site", quiet)
    assert tree(tmp_path) == {"a.txt": b"old"}


def test_each_language_is_written_once_and_there_is_always_one() -> None:
    def languages(chosen: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
        info = replace(PATHWAY.info, languages=own)
        options = Options(languages=chosen, made_at=OPTIONS.made_at)
        return options.languages_for(PATHWAY.replacing({info.id: info}))

    assert languages(("sv", "fi", "sv"), ("fi",)) == ("sv", "fi")
    assert languages((), ("fi", "sv", "fi")) == ("fi", "sv")
    assert languages((), ()) == ("fi",)


def test_a_pathway_file_is_not_taken_for_an_export(tmp_path: Path) -> None:
    out = tmp_path / "a.KETJU"
    with pytest.raises(ExportError, match="name of a pathway file"):
        export(file_of(b"new"), PATHWAY, OPTIONS, out, quiet)
    assert not out.exists()


def test_what_would_be_the_same_is_not_touched(tmp_path: Path) -> None:
    export(folder_of({"a.html": b"a", "fi/b.html": b"b"}), PATHWAY, OPTIONS, tmp_path, quiet)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    for file in files:
        os.utime(file, (1_000_000_000, 1_000_000_000))
    export(folder_of({"a.html": b"other", "fi/b.html": b"b"}), PATHWAY, OPTIONS, tmp_path, quiet)
    touched = {file.name for file in files if file.stat().st_mtime != 1_000_000_000}
    assert touched == {"a.html"}
    assert tree(tmp_path) == {"a.html": b"other", "fi/b.html": b"b"}


@pytest.mark.parametrize("name", ["a.html", "new.html", "old.html", ".ketjupaja-folder.json"])
def test_whatever_the_computer_stops_at_the_next_export_knows_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site = tmp_path / "site"
    export(folder_of({"a.html": b"1", "old.html": b"1"}), PATHWAY, OPTIONS, site, quiet)
    second = folder_of({"a.html": b"2", "new.html": b"2"})
    with monkeypatch.context() as patched:
        stopped = stopped_before(name, site, patched)
        with pytest.raises(StoppedError):
            export(second, PATHWAY, OPTIONS, site, quiet)
    assert written("folder", stopped) == (("a.html", "new.html", "old.html"), ("a.html",))
    (left,) = stopped.glob(".~*")
    os.utime(left, (1_000_000_000, 1_000_000_000))
    export(folder_of({"a.html": b"3"}), PATHWAY, OPTIONS, stopped, quiet)
    assert tree(stopped) == {"a.html": b"3"}
    assert sorted(item.name for item in stopped.iterdir()) == [".ketjupaja-folder.json", "a.html"]


def test_a_folder_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    export(folder_of({"a.html": b"1"}), PATHWAY, OPTIONS, site, quiet)
    elsewhere.mkdir()
    (elsewhere / "a.html").write_bytes(b"theirs")
    (site / "fi").symlink_to(elsewhere)
    with pytest.raises(ExportError, match="leads to another folder"):
        export(folder_of({"fi/a.html": b"2"}), PATHWAY, OPTIONS, site, quiet)
    assert tree(elsewhere) == {"a.html": b"theirs"}


@pytest.mark.parametrize("kind", [PUBLICATION, PREVIEW])
@pytest.mark.parametrize("below", [".", "fi", "fi/deep"])
def test_nothing_is_exported_to_where_a_site_was_published(
    tmp_path: Path, kind: str, below: str
) -> None:
    (tmp_path / "fi" / "deep").mkdir(parents=True)
    (tmp_path / f".ketjupaja-{kind}.json").write_bytes(b"[]")
    out = tmp_path / below
    assert is_published(out)
    with pytest.raises(ExportError, match="goes online"):
        export(folder_of({"a.html": b"1"}), PATHWAY, OPTIONS, out, quiet)
    with pytest.raises(ExportError, match="goes online"):
        export(file_of(b"new"), PATHWAY, OPTIONS, out / "a.txt", quiet)
    assert not tree(tmp_path)
