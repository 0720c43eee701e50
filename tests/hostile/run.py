"""Give inputs to their readers, in a process of its own with little room and little time.

    python -m tests.hostile.run FIRST STEP

takes every STEPth input from the FIRSTth on, and writes a line of JSON before and after each: the
one that ends the process is known by the missing second line.
"""

import json
import os
import re
import resource
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import designer  # noqa: F401 - binds the message catalogues
from model.messages import speak
from tests.hostile.inputs import Input, corpus
from tests.hostile.readers import READERS, is_clear

SECONDS = 10
"""Of the processor's time: others may be at work on it."""
MEGABYTES = 500

_FORBIDDEN = (
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod",
    "os.truncate", "os.exec", "os.fork", "os.posix_spawn", "os.system", "subprocess.Popen",
    "socket.connect", "socket.bind", "socket.getaddrinfo", "pickle.find_class", "ctypes.dlopen",
)  # fmt: skip
"""What no reader does (audit events of Python)."""

_watching = False


class ForbiddenError(BaseException):
    """A reader did what none may."""


class TooSlowError(BaseException):
    """A reader took too long."""


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    writes = (
        event == "open"
        and isinstance(arguments[2], int)
        and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    )
    if writes or event in _FORBIDDEN:
        raise ForbiddenError(event, arguments[0])


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def outcome(each: Input, data: bytes) -> tuple[str, str]:
    """Return "content", "refused" or "failed", with the words of the error."""
    global _watching  # noqa: PLW0603 - audit hooks stay for the life of the process
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    _watching = True
    try:
        READERS[each.reader](data)
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        words = str(error)
        return ("refused", words) if is_clear(error) else ("failed", f"{type(error)} {words[:500]}")
    except (ForbiddenError, TooSlowError) as error:
        return "failed", repr(error)
    finally:
        _watching = False
        signal.setitimer(signal.ITIMER_PROF, 0)
    return "content", ""


def main(first: int, step: int) -> None:
    sys.dont_write_bytecode = True  # readers import when used, and may be the first to do so
    inputs = list(enumerate(corpus()))
    # Addresses that are only set aside count for the system; what is held is asked at the end.
    room = (_megabytes("VmSize") + MEGABYTES) * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    signal.signal(signal.SIGPROF, _too_slow)
    sys.addaudithook(_audit)
    speak("en")
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        for place, each in inputs[first::step]:
            data = each.make()
            _say({"place": place, "bytes": len(data)})
            begun = time.process_time()
            result, words = outcome(each, data)
            _say(
                {
                    "place": place,
                    "result": result,
                    "words": words,
                    "seconds": time.process_time() - begun,
                }
            )
        left = [str(path) for path in Path(folder).rglob("*")]
    _say({"megabytes": _most_megabytes(), "left": left})


def _most_megabytes() -> int:
    """Return the most memory that this process has held.

    What `getrusage` tells begins, on Linux, with what the process held that started this one.
    """
    return _megabytes("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


def _megabytes(measure: str) -> int:
    """Return what the system tells of this process, 0 where it tells nothing."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    found = re.search(rf"{measure}:\s+(\d+)", status.read_text("ascii"))
    return int(found[1]) // 1000 if found is not None else 0


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
