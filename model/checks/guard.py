"""The limit of time for a rule: what runs over it is ended, wherever in its Python code it is.

A thread beside the one that asks throws `Overtime` into it by `PyThreadState_SetAsyncExc`
(https://docs.python.org/3/c-api/init.html), on every system, into the main thread as well. It
arrives between two steps of Python code: one call into C code, such as a search by a regular
expression, is ended only when it returns. What arrives while a finalizer or the callback of a
weak reference runs is swallowed by Python, so that it is thrown again until the call has ended.
"""

import _thread
import sys
import time
from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from typing import TypeVar

T = TypeVar("T")

_AGAIN = 0.1
"""Seconds between throws at the same call: many times as long as it takes to leave one."""


class OvertimeError(BaseException):
    """Arrives in code that has run too long. None that catches `Exception` swallows it."""


class TookTooLongError(Exception):
    """A call was ended: it had not returned within its limit."""


class _Call:
    """A call that is watched: in which thread, until when, and whether it was thrown at."""

    __slots__ = ("now", "thread", "thrown_at", "until")

    def __init__(self, seconds: float) -> None:
        self.thread = _thread.get_ident()
        self.now = _clock_of(self.thread)
        self.until = self.now() + seconds
        self.thrown_at = False


def _clock_of(thread: int) -> Callable[[], float]:
    """Return a clock of the time that a thread works, so that a busy machine ends no rule.

    Only Linux has one for another thread: elsewhere time passes while the thread waits, too.
    """
    if sys.platform != "linux":
        return time.monotonic
    return partial(time.clock_gettime, time.pthread_getcpuclockid(thread))


class Watch:
    """Ends calls that run over their limits, one at a time, in whichever thread makes them.

    Nothing may arrive in other code than the call. The calling thread puts `_call` away before it
    looks at `_aiming`; the watching one sets `_aiming` before it looks whether `_call` is still
    there. So at least one sees what the other did: either nothing is thrown, or the calling
    thread waits until it was and has arrived. It does so within a `try` that catches an
    arrival, and begins again when there is one. It holds no lock meanwhile that an arrival could
    leave closed.

    The watching thread looks once in a `least` time until the watch is closed: a thread for each
    few calls would cost more than they do.
    """

    def __init__(self, least: float) -> None:
        """Begin to watch; no limit is below `least` seconds."""
        self._least = least
        self._call: _Call | None = None
        self._aiming = False
        self._closed = _thread.allocate_lock()
        self._closed.acquire()
        # Not a `threading.Thread`: the end of the program must not wait for it.
        _thread.start_new_thread(self._look_on, ())

    def close(self) -> None:
        """End the watching thread. Called once, from any thread, that one included."""
        self._closed.release()

    def within(self, seconds: float, ask: Callable[[], T]) -> T:
        """Return what is answered in that time, else raise TookTooLongError.

        Context variables are as before even when the call was ended while setting them back.
        """
        call = _Call(seconds)
        context = copy_context()
        try:
            try:
                self._call = call
                return context.run(ask)
            finally:
                self._leave(call)
        except OvertimeError:
            self._leave_at_last(call)
            raise TookTooLongError from None

    def _leave_at_last(self, call: _Call) -> None:
        """Leave a call, again when what arrived has cut that short."""
        try:
            self._leave(call)
        except OvertimeError:
            self._leave_at_last(call)

    def _leave(self, call: _Call) -> None:
        self._call = None
        while self._aiming:
            time.sleep(0)  # lets the watching thread go on
        if call.thrown_at:
            _let_arrive(call.thread)

    def _look_on(self) -> None:
        wait = self._least
        while not self._closed.acquire(timeout=wait):
            wait = self._look()

    def _look(self) -> float:
        """Throw at a call that is over its limit; return how long none can be so from now."""
        call = self._call
        if call is None:
            return self._least
        left = call.until - call.now()
        if left > 0:
            return min(left, self._least)  # the next call may begin at once
        self._aiming = True
        if self._call is call:
            call.thrown_at = True
            _throw(call.thread, OvertimeError)
        self._aiming = False
        return min(_AGAIN, self._least)


def _let_arrive(thread: int) -> None:
    """Wait in this thread, of that number, until nothing thrown at it is on its way any more.

    To take back what was thrown would do too, were it not that Python 3.11 then looks for it at
    every step from there on, and never gets past a function's first step under a profiler.
    """
    try:
        _throw(thread, OvertimeError)  # in place of one that has not arrived
        while True:
            pass
    except OvertimeError:
        pass


def _throw(thread: int, error: type[BaseException]) -> None:
    import ctypes

    throw = ctypes.pythonapi.PyThreadState_SetAsyncExc
    throw.argtypes = (ctypes.c_ulong, ctypes.py_object)
    throw(thread, error)
