"""`ketjupaja repair`: what is whole goes to a new file, what is lost to stderr."""

from pathlib import Path

import pytest

from designer.cli import main
from model import file
from samples import SAMPLES

SAMPLE = SAMPLES[-1].path


def repair(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as end:
        main(["repair", *map(str, arguments), "--lang", "en"])
    return int(end.value.code or 0)


def test_what_is_whole_is_written_and_what_is_not_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = SAMPLE.read_bytes()
    damaged, out = tmp_path / "damaged.ketju", tmp_path / "new.ketju"
    damaged.write_bytes(data[: len(data) * 2 // 3])
    before = damaged.read_bytes()
    assert repair(damaged, "--out", out) == 1
    assert 0 < len(file.read(out)) < len(file.read(SAMPLE))
    assert damaged.read_bytes() == before
    _written, *lost = capsys.readouterr().err.splitlines()
    assert lost
    assert all(line.startswith(f"{damaged}, line ") for line in lost)


def test_a_whole_file_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new.ketju"
    assert repair(SAMPLE, "--out", out) == 0
    assert out.read_bytes() == SAMPLE.read_bytes()
    assert capsys.readouterr().err.splitlines()[-1] == f"{SAMPLE}: the file is whole."


@pytest.mark.parametrize("data", [b"", bytes(4096), b'{"format": 2, "records": []}', b"hello"])
def test_nothing_is_written_where_nothing_is_whole(tmp_path: Path, data: bytes) -> None:
    damaged, out = tmp_path / "damaged.ketju", tmp_path / "new.ketju"
    damaged.write_bytes(data)
    assert repair(damaged, "--out", out) == 2
    assert not out.exists()


def test_the_damaged_file_is_never_written_over(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.ketju"
    damaged.write_bytes(SAMPLE.read_bytes()[:-200])
    before = damaged.read_bytes()
    assert repair(damaged, "--out", damaged, "--force") == 1
    assert damaged.read_bytes() == before
