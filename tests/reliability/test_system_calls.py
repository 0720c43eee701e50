"""Every system call of a save, of keeping a version and of the journal fails, lies or kills.

Which calls there are is found by running the act once, so that a new one is tried by itself.
strace makes them fail: `make test-all` installs it; elsewhere its absence is told.
"""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from model import file, versions
from model.journal import recoverable, replay
from model.versions import Versions
from tests.reliability.one_act import EDITS, TARGET, number_of, state
from tests.reliability.system_calls import Call, Performed, Stage, performing
from tests.reliability.table import print_table

ERRORS: Final = ("EIO", "ENOSPC", "EDQUOT", "EACCES", "EBUSY", "EROFS", "EINTR")
LASTING: Final = ("EIO", "ENOSPC", "EBUSY")
LIES: Final = {"write": ("retval=3", "retval=7000"), "read": ("retval=0",), "fsync": ("retval=0",)}
KILL: Final = "signal=KILL"
TOLD_WITHIN: Final = 10.0  # seconds

pytestmark = [
    pytest.mark.every,
    pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here"),
]


def faults_for(call: Call, errors: Iterable[str], lasting: Iterable[str]) -> Iterator[str]:
    """Return the faults of a call as strace writes them."""
    this = f"when={call.place}"
    yield f"{call.name}:{KILL}:{this}"
    for error in errors:
        yield f"{call.name}:error={error}:{this}"
    for error in lasting:
        yield f"{call.name}:error={error}:{this}+"
    for lie in LIES.get(call.name, ()):
        yield f"{call.name}:{lie}:{this}"


def said(performed: Performed) -> str:
    if performed.killed:
        return "killed"
    (words,) = performed.told
    return words.split()[0]


def renamed(performed: Performed) -> bool:
    return any(call.name == "rename" and call.shown.endswith(" = 0") for call in performed.calls)


def unfinished(folder: Path) -> list[Path]:
    return sorted(folder.glob(".*.tmp"))


def make_old(files: Iterable[Path]) -> None:
    for each in files:
        os.utime(each, (1, 1))


def outcome_of_save(performed: Performed, folder: Path) -> str:
    """Say what the act told and what is on the disk; assert that these agree."""
    target = folder / TARGET
    word = said(performed)
    which = {1: "old", 2: "new"}[number_of(file.read(target))]
    if word in ("saved", "unsure"):
        assert which == "new", performed
    if word == "others":
        assert which == "old", performed
    if word in ("refused", "unsure") and which == "new":
        assert renamed(performed), performed
    left = unfinished(folder)
    assert word == "killed" or not left or "unlink" in {call.name for call in performed.calls}
    make_old(left)
    file.save(state(3), target)
    assert [path.name for path in folder.iterdir() if path.is_file()] == [TARGET]
    return f"{word}, {which} file"


def outcome_of_version(performed: Performed, folder: Path) -> str:
    kept = Versions(folder / "versions")
    target = folder / TARGET
    found = [number_of(versions.read(each)) for each in kept.of(target)]
    word = said(performed)
    assert 1 in found, performed
    assert word != "saved" or 2 in found, performed
    homes = [home for home in kept.folder.iterdir() if home.is_dir()]
    make_old(each for home in homes for each in unfinished(home))
    kept.keep(target, state(3), datetime.now(UTC))
    assert not [each for home in homes for each in unfinished(home)]
    return f"{word}, {'with' if 2 in found else 'without'} the new version"


def recovered_edits(folder: Path) -> int:
    found = recoverable(folder / "journal")
    if not found:
        return 0
    assert found[0].fault is None, found
    again = replay(found[0])
    assert again.lost == 0
    return number_of(again.document.pathway)


def kept_edits(performed: Performed) -> set[int]:
    return {int(line.split()[1]) for line in performed.told if line.startswith("kept")}


def seconds_until_told(performed: Performed) -> list[float]:
    return [float(line.split()[1]) for line in performed.told if line.startswith("failing")]


def outcome_of_edits(performed: Performed, folder: Path) -> str:
    last = max(kept_edits(performed), default=0)
    assert recovered_edits(folder) >= last, performed.told
    if performed.killed:
        return "killed, all that was acknowledged recovered"
    assert last == EDITS, performed.told
    failing = seconds_until_told(performed)
    until_done = performed.told[: performed.told.index("done")]
    if not all(f"kept {number}" in until_done for number in range(1, EDITS + 1)):
        assert failing, performed.told
        assert "well" in performed.told
    if not failing:
        return "kept, nothing was noticed"
    assert max(failing) < TOLD_WITHIN
    return "told, edited on, kept when the disk was back"


def outcome_of_edits_and_crash(performed: Performed, folder: Path) -> str:
    kept, recovered = kept_edits(performed), recovered_edits(folder)
    assert recovered >= max(kept, default=0), (performed.told, recovered)
    if kept == set(range(1, EDITS + 1)):
        return "all acknowledged, all recovered"
    assert seconds_until_told(performed), performed.told
    return "told; all that was acknowledged recovered"


def print_outcomes(title: str, outcomes: Counter[tuple[str, str]]) -> None:
    words = sorted({word for _name, word in outcomes})
    names = list(dict.fromkeys(name for name, _word in outcomes))
    rows = [[name, *(outcomes[name, word] or "" for word in words)] for name in names]
    totals = [sum(outcomes[name, word] for name in names) for word in words]
    print_table(title, ["call that fails", *words], [*rows, ["all", *totals]])


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder in memory where there is one: here nothing is to be waited for."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it is unguessable
    place = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place) as name:
        yield Path(name)


def first_run(stage: Stage, folder: Path) -> list[Call]:
    calls = stage.perform(folder / "first").calls
    assert len(calls) > 15
    return calls


@pytest.mark.parametrize(
    ("act", "errors", "lasting"),
    [("save", ERRORS, LASTING), ("save as the window", ("EIO", "ENOSPC", "EACCES"), ("EIO",))],
)
def test_every_call_of_a_save(
    folder: Path, act: str, errors: Sequence[str], lasting: Sequence[str]
) -> None:
    outcomes: Counter[tuple[str, str]] = Counter()
    with performing(act) as stage:
        for call in first_run(stage, folder):
            for fault in faults_for(call, errors, lasting):
                there = folder / fault.replace(":", " ")
                performed = stage.perform(there, fault)
                outcomes[f"{call.name} {call.place}", outcome_of_save(performed, there)] += 1
    print_outcomes(f"Saves whose system calls fail, lie or kill: {act}", outcomes)
    seen = {outcome for _call, outcome in outcomes}
    assert {"saved, new file", "refused, old file", "killed, old file", "killed, new file"} <= seen


def test_every_call_of_keeping_a_version(folder: Path) -> None:
    outcomes: Counter[tuple[str, str]] = Counter()
    with performing("version") as stage:
        for call in first_run(stage, folder):
            for fault in faults_for(call, ("EIO", "ENOSPC", "EACCES"), ("EIO",)):
                there = folder / fault.replace(":", " ")
                performed = stage.perform(there, fault)
                outcomes[f"{call.name} {call.place}", outcome_of_version(performed, there)] += 1
    print_outcomes("Versions whose system calls fail, lie or kill", outcomes)


@pytest.mark.parametrize("fault", [KILL, "error=EIO", "error=ENOSPC", "error=EIO, lasting"])
def test_every_call_of_the_journal(folder: Path, fault: str) -> None:
    outcomes: Counter[tuple[str, str]] = Counter()
    kind, _comma, lasting = fault.partition(", ")
    with performing("journal") as stage:
        for call in first_run(stage, folder):
            there = folder / f"{call.name} {call.place}"
            when = f"{call.name}:{kind}:when={call.place}{'+' if lasting else ''}"
            outcomes[call.name, outcome_of_edits(stage.perform(there, when), there)] += 1
    print_outcomes(f"The journal, {fault}", outcomes)


def test_a_crash_while_the_journal_fails(folder: Path) -> None:
    outcomes: Counter[tuple[str, str]] = Counter()
    with performing("journal and crash") as stage:
        for call in first_run(stage, folder):
            there = folder / f"{call.name} {call.place}"
            performed = stage.perform(there, f"{call.name}:error=EIO:when={call.place}+")
            outcomes[call.name, outcome_of_edits_and_crash(performed, there)] += 1
    print_outcomes("The journal, error=EIO from then on, and a crash", outcomes)


def test_an_edit_is_acknowledged_only_when_it_is_on_the_disk(folder: Path) -> None:
    with performing("journal") as stage:
        log = stage.perform(folder / "first").log
    acknowledged = 0
    is_settled = True
    for line in log.splitlines():
        if "pwrite64(" in line or "ftruncate(" in line:
            is_settled = False
        elif "fdatasync(" in line:
            is_settled = True
        elif "kept" in line:
            assert is_settled, log
            acknowledged += 1
    assert acknowledged == EDITS + 1
