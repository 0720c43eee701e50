"""Earlier versions: kept by the rule, found again, nobody else's to read, deleted when asked."""

import errno
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import edits
from model.codes import Sector
from model.file import UnreadableFileError
from model.pathway import Pathway
from model.versions import LAST, Version, Versions, read, too_old
from tests.pathways import At, build

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
START = build(
    phases=("Arvio",),
    actors=(("Sote-keskus", Sector.PRIMARY),),
    stages=(At("Alku", 0, 0),),
)


def named(words: str) -> Pathway:
    return edits.rename(START, "s0", "fi", words).applied_to(START)[0]


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return Versions(tmp_path / "state" / "versions")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    there = tmp_path / "oma.ketju"
    there.write_bytes(b"")
    return there


def test_versions_are_found_newest_first_and_read_back(versions: Versions, path: Path) -> None:
    states = [named(f"Vaihe {number}") for number in range(3)]
    for minutes, state in enumerate(states):
        versions.keep(path, state, NOW + timedelta(minutes=minutes))
    found = versions.of(path, START.info.id)
    assert [read(version) for version in found] == states[::-1]
    assert found[0].at == NOW + timedelta(minutes=2)
    assert versions.of(path) == found
    assert versions.of(path, "another") == []
    assert versions.of(path.with_name("muu.ketju")) == []


def test_the_same_state_is_not_kept_twice_in_a_row(versions: Versions, path: Path) -> None:
    for words in ("A", "A", "B", "A"):
        versions.keep(path, named(words), NOW)
    assert [read(each) for each in versions.of(path)] == [named("A"), named("B"), named("A")]


def test_the_history_follows_a_file_that_was_renamed(versions: Versions, path: Path) -> None:
    versions.keep(path, named("A"), NOW)
    moved = path.rename(path.with_name("toinen.ketju"))
    versions.keep(moved, named("B"), NOW + timedelta(hours=1))
    found = versions.of(moved, START.info.id)
    assert [read(version) for version in found] == [named("B"), named("A")]
    path.write_bytes(b"")  # a copy: its history is its own
    assert [read(version) for version in versions.of(moved, START.info.id)] == [named("B")]


@pytest.mark.skipif(os.name != "posix", reason="modes as on Unix")
def test_nobody_else_can_read_them(versions: Versions, path: Path) -> None:
    versions.keep(path, START, NOW)
    modes = {
        stat.S_IMODE(each.stat().st_mode): each.is_dir()
        for each in (versions.folder, *versions.folder.rglob("*"))
    }
    assert modes == {0o700: True, 0o600: False}


def test_all_of_a_file_are_deleted_when_asked(versions: Versions, path: Path) -> None:
    other = path.with_name("muu.ketju")
    versions.keep(path, START, NOW)
    versions.keep(other, START, NOW)
    versions.forget(path)
    assert versions.of(path) == []
    assert len(list(versions.folder.iterdir())) == 1
    assert read(versions.of(other)[0]) == START


def test_a_damaged_version_is_told_and_the_others_are_read(versions: Versions, path: Path) -> None:
    versions.keep(path, named("A"), NOW)
    versions.keep(path, named("B"), NOW)
    newest, older = versions.of(path)
    newest.stored.write_bytes(newest.stored.read_bytes()[:-20])
    with pytest.raises(UnreadableFileError, match="damaged"):
        read(newest)
    assert read(older) == named("A")


def test_what_a_crash_left_half_written_is_cleared_later(versions: Versions, path: Path) -> None:
    versions.keep(path, named("A"), NOW)
    home = next(versions.folder.iterdir())
    old, new = (f".~ketju-{letter * 16}.tmp" for letter in "ab")
    for name, age in ((old, 7200), (new, 0)):
        (home / name).write_bytes(b"x")
        moment = (home / name).stat().st_mtime - age
        os.utime(home / name, (moment, moment))
    versions.keep(path, named("B"), NOW)
    assert [each.name for each in home.glob(".*.tmp")] == [new]


def test_versions_that_cannot_be_listed_are_not_counted_from_one_again(
    versions: Versions, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> list[str]:
        raise OSError(errno.EIO, "Input/output error")

    versions.keep(path, named("A"), NOW)
    with monkeypatch.context() as patched:
        patched.setattr(os, "listdir", refuse)
        with pytest.raises(OSError, match="Input/output"):
            versions.keep(path, named("B"), NOW)
        assert versions.of(path) == []
    assert [read(each) for each in versions.of(path)] == [named("A")]


def test_only_so_many_stay_on_the_disk(versions: Versions, path: Path) -> None:
    for number in range(LAST + 20):
        versions.keep(path, named(str(number)), NOW + timedelta(seconds=number))
    found = versions.of(path)
    assert len(found) == LAST
    assert read(found[0]) == named(str(LAST + 19))


def a_version(number: int, at: datetime) -> Version:
    return Version(number, at, "", str(number), Path(str(number)))


moments = st.integers(-100 * 24 * 60, 60 * 24).map(lambda minutes: NOW + timedelta(minutes=minutes))


@given(st.lists(moments, max_size=1500))
def test_the_rule_keeps_the_last_fifty_and_one_an_hour_for_a_month(times: list[datetime]) -> None:
    """Whatever the clock did: the numbers count up, the moments are any."""
    listed = [a_version(number, at) for number, at in enumerate(times)][::-1]
    gone = {version.number for version in too_old(listed, NOW)}
    kept = [version for version in listed if version.number not in gone]
    assert kept[:LAST] == listed[:LAST]
    assert len(kept) <= LAST + 31 * 24 + 1
    within = [each for each in listed if timedelta() <= NOW - each.at < timedelta(days=31)]
    newest_of_hour: dict[str, Version] = {}
    for each in within:
        newest_of_hour.setdefault(f"{each.at:%Y%m%d%H}", each)
    assert set(newest_of_hour.values()) <= set(kept)
    assert {each.number for each in kept[LAST:]} <= {
        each.number for each in newest_of_hour.values()
    }


def test_an_hour_of_saves_each_minute_for_two_months_stays_within_the_bound() -> None:
    listed = [a_version(number, NOW - timedelta(minutes=number)) for number in range(60 * 24 * 60)]
    assert len(listed) - len(too_old(listed, NOW)) <= LAST + 31 * 24 + 1
