"""A short run of the fuzzing that `make fuzz` does for longer."""

from pathlib import Path

import pytest

from tests.hostile import fuzz
from tests.hostile.readers import READERS
from tests.sparing import one_in

EXAMPLES = 40


@pytest.fixture(scope="module")
def samples() -> dict[str, list[bytes]]:
    return fuzz.seeds()


@pytest.mark.parametrize("reader", one_in(3, READERS))
def test_mutated_samples_are_read_or_refused(reader: str, samples: dict[str, list[bytes]]) -> None:
    done = fuzz.round_of(reader, samples[reader], 2026, EXAMPLES)
    assert not done.fault, (done.fault, done.last)
    assert sum(done.counts.values()) >= EXAMPLES


def test_a_failure_is_found_made_small_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(data: bytes) -> None:
        if b"@" in data:
            raise KeyError

    monkeypatch.setitem(READERS, "typed line", breaks)
    monkeypatch.setattr(fuzz, "seeds", lambda: {"typed line": [b"Arvio @Hoitaja", b"Hoito"]})
    said: list[str] = []
    assert fuzz.fuzz(0.1, tmp_path, said.append) >= 1
    kept = [path.read_bytes() for path in tmp_path.iterdir()]
    assert kept
    assert all(b"@" in data and len(data) < 20 for data in kept)
    assert any("KeyError" in line for line in said)
