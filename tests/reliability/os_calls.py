"""Every call on the system that Python code makes through `os`, to be watched or made to fail."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from inspect import isbuiltin
from itertools import count
from typing import Any, Final
from unittest.mock import patch

NO_CALLS: Final = {"fspath", "strerror", "_exit", "getpid"}
"""What asks no disk for anything."""

Meddling = Callable[[int, str, Callable[[], Any]], Any]
"""Given the place of a call, its name, and the call itself: does it or not."""


@contextmanager
def meddling(meddle: Meddling) -> Iterator[None]:
    """Let all calls go through `meddle`, counted from 0."""
    places = count()

    def meddled(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def do(*arguments: Any, **named: Any) -> Any:
            return meddle(next(places), name, lambda: call(*arguments, **named))

        return do

    calls = [
        (name, call) for name, call in vars(os).items() if isbuiltin(call) and name not in NO_CALLS
    ]
    with ExitStack() as patched:
        for name, call in calls:
            patched.enter_context(patch.object(os, name, meddled(name, call)))
        yield


def calls_of(act: Callable[[], object]) -> list[str]:
    """Return the names of the calls that an act makes."""
    names: list[str] = []

    def note(_place: int, name: str, call: Callable[[], Any]) -> Any:
        names.append(name)
        return call()

    with meddling(note):
        act()
    return names
