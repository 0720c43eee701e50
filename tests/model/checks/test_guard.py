"""The limit of time: what is ended, what is not, and that nothing arrives elsewhere."""

import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import closing, suppress
from textwrap import dedent

import pytest

from model.checks.guard import OvertimeError, TookTooLongError, Watch
from model.messages import speaking, spoken_language

SHORT = 0.1


def endless() -> None:
    while True:
        pass


def busy(seconds: float) -> str:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass
    return "done"


def in_another_thread(run: Callable[[], None]) -> None:
    failed: list[BaseException] = []

    def keep_failure() -> None:
        try:
            run()
        except BaseException as error:  # noqa: BLE001 - handed to the test
            failed.append(error)

    thread = threading.Thread(target=keep_failure)
    thread.start()
    thread.join()
    for error in failed:
        raise error


def in_this_thread(run: Callable[[], None]) -> None:
    run()


@pytest.mark.parametrize("somewhere", [in_this_thread, in_another_thread])
def test_what_never_ends_is_ended_and_the_next_is_answered(
    somewhere: Callable[[Callable[[], None]], None],
) -> None:
    def run() -> None:
        with closing(Watch(SHORT)) as watch:
            for _time in range(3):
                with pytest.raises(TookTooLongError):
                    watch.within(SHORT, endless)
                assert watch.within(SHORT, lambda: "quick") == "quick"

    somewhere(run)


def test_each_call_has_its_own_limit() -> None:
    with closing(Watch(SHORT)) as watch:
        assert watch.within(60, lambda: busy(3 * SHORT)) == "done"
        with pytest.raises(TookTooLongError):
            watch.within(SHORT, lambda: busy(60))


def test_what_catches_errors_is_ended_all_the_same() -> None:
    def stubborn() -> None:
        while True:
            with suppress(Exception):
                endless()

    with closing(Watch(SHORT)) as watch, pytest.raises(TookTooLongError):
        watch.within(SHORT, stubborn)


def test_what_swallows_the_end_is_ended_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python swallows what arrives while the callback of a weak reference runs."""
    swallowed: list[object] = []

    def let_go() -> None:
        record = frozenset({"a record"})
        reference = weakref.ref(record, lambda _gone: busy(10))
        del record
        assert reference() is None

    def swallowing() -> str:
        for _time in range(2):
            let_go()
        return busy(10)

    monkeypatch.setattr(sys, "unraisablehook", lambda told: swallowed.append(told.exc_type))
    with closing(Watch(SHORT)) as watch:
        with pytest.raises(TookTooLongError):
            watch.within(SHORT, swallowing)
        assert watch.within(SHORT, lambda: "quick") == "quick"
    assert swallowed == [OvertimeError, OvertimeError]


def test_errors_of_a_call_are_its_callers() -> None:
    def broken() -> None:
        raise ValueError

    with closing(Watch(SHORT)) as watch, pytest.raises(ValueError):  # noqa: PT011 - it has no words
        watch.within(SHORT, broken)


def test_a_call_that_is_ended_leaves_the_language_as_it_was() -> None:
    def in_swedish() -> None:
        with speaking("sv"):
            endless()

    with speaking("fi"), closing(Watch(SHORT)) as watch:
        with pytest.raises(TookTooLongError):
            watch.within(SHORT, in_swedish)
        assert spoken_language() == "fi"


def test_nothing_arrives_after_calls_that_end_just_at_their_limit() -> None:
    outcomes = set[str]()
    least = 0.0005
    try:
        with closing(Watch(least)) as watch:
            for number in range(2000):
                around = least + (number % 20 - 10) * 0.00001
                try:
                    outcomes.add(watch.within(least, lambda: busy(around)))  # noqa: B023
                except TookTooLongError:
                    outcomes.add("ended")
                sum(range(200))  # where a stray one would arrive
    except OvertimeError:
        pytest.fail("arrived outside of the call")
    assert outcomes == {"done", "ended"}


def test_a_profiler_goes_on_after_a_call_was_ended() -> None:
    """In a process of its own, for one that does not go on never ends."""
    script = dedent("""
        import sys
        from model.checks.guard import TookTooLongError, Watch

        def endless():
            while True:
                pass

        try:
            Watch(0.05).within(0.05, endless)
        except TookTooLongError:
            sys.setprofile(lambda *_event: None)
            (lambda: None)()
            sys.setprofile(None)
            print("done")
    """)
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, stdout=subprocess.PIPE, timeout=60, check=True)  # noqa: S603 - our own
    assert ended.stdout == b"done\n"


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_where_no_thread_tells_its_time_the_clock_is_asked(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delattr(time, "pthread_getcpuclockid")
    with closing(Watch(SHORT)) as watch:
        assert watch.within(60, lambda: "quick") == "quick"
        with pytest.raises(TookTooLongError):
            watch.within(SHORT, lambda: busy(60))
