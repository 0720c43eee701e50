"""Saves that end for good before each of their calls, in processes of their own.

    python -m tests.reliability.ended_saves FILE

It tells for each call, one line: its name, and what FILE holds then; at last "saved".
"""

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from model.storage import write_atomically
from tests.reliability.os_calls import meddling

ENDED = 9


def _end_at(end: int, path: Path) -> None:
    def meddle(place: int, name: str, call: Callable[[], Any]) -> Any:
        if place == end:
            sys.stdout.write(f"{name} ")
            sys.stdout.flush()
            os._exit(ENDED)
        return call()

    with meddling(meddle):
        write_atomically(path, b"new")
    os._exit(0)


def _main(path: Path) -> None:
    write_atomically(path, b"old")  # a first save also imports, which makes calls of its own
    for end in count():
        path.write_bytes(b"old")
        child = os.fork()
        if child == 0:
            _end_at(end, path)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != ENDED:
            sys.stdout.write("saved\n")
            return
        sys.stdout.write(f"{path.read_bytes().decode()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
