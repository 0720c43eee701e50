"""Acts of the program while one of its system calls fails, lies or ends it: strace does that."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
_LINE: Final = re.compile(r"(\d+) +(\w+)\((.*)")
_NOT_OURS: Final = {"readv", "writev", "mmap"}
"""The talk with the test, and what is memory rather than a file."""


class Call(NamedTuple):
    """A call by its name and its place among those of that name in its thread, from 1."""

    name: str
    place: int
    shown: str


class Performed(NamedTuple):
    """What an act told before it ended, whether it was killed, its calls; all as strace saw it."""

    told: list[str]
    killed: bool
    calls: list[Call]
    log: str


class Stage:
    """Where an act is performed again and again."""

    def __init__(self, orders: IO[bytes], answers: IO[bytes]) -> None:
        self._orders = orders
        self._answers = answers

    def perform(self, folder: Path, fault: str = "") -> Performed:
        """Do the act with a fault as strace writes it ("fsync:error=EIO:when=1").

        A fault for ever after ("when=1+") ends when the act says that it is done.
        """
        folder.mkdir()
        self._orders.write(f"{folder}\n".encode())
        word, pid = self._answer().split()
        assert word == "ready"
        log = folder.with_name(f"{folder.name}.log")
        told = []
        with _watched(pid, log, fault) as watcher:
            self._orders.write(b"\n")
            while not (line := self._answer()).startswith("ended "):
                told.append(line)
                if line == "done":
                    if fault.endswith("+"):
                        watcher.terminate()
                        watcher.wait()
                    self._orders.write(b"\n")
        seen = log.read_text(errors="replace")
        return Performed(told, line == "ended 9", _calls_of(seen), seen)

    def _answer(self) -> str:
        return self._answers.readline().decode().strip()


@contextmanager
def performing(act: str) -> Iterator[Stage]:
    command = [sys.executable, "-m", "tests.reliability.one_act", act]
    with subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Stage(process.stdin, process.stdout)
        process.stdin.close()


@contextmanager
def _watched(pid: str, log: Path, fault: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = ["strace", "-f", "-o", str(log), "-e", "trace=%file,%desc", "-p", pid]
    if fault:
        command += ["-e", f"inject={fault}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, bufsize=0) as watcher:  # noqa: S603
        assert watcher.stderr is not None
        first = watcher.stderr.readline()
        assert b"attached" in first, first
        yield watcher


def _calls_of(log: str) -> list[Call]:
    """Return the calls of a log, each name and place once."""
    places: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, int], Call] = {}
    for line in log.splitlines():
        if parts := _LINE.match(line):
            thread, name, rest = parts.groups()
            if name in _NOT_OURS:
                continue
            places[thread, name] += 1
            place = places[thread, name]
            found.setdefault((name, place), Call(name, place, rest))
    return list(found.values())
