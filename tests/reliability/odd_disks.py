"""What the program does on disks that are full, closed or gone, in a process of its own.

    python -m tests.reliability.odd_disks SCENARIO FOLDER

The process may have a view of the disks of its own (`unshare --mount`), so that it can mount small
and closed ones which end with it. It tells one line for each thing that it tried.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import Final

from model import edits, file
from model.document import Document
from model.journal import Journal, reason_in_words
from model.messages import speak
from model.on_disk import State, fingerprint_of, state_of
from model.storage import reason_of
from tests.reliability.one_act import TARGET, number_of, state

NOBODY: Final = 65534
LONGEST: Final = 10.0  # seconds until a journal that fails has to say so


class OthersWroteError(Exception):
    """The file is not what it was thought to be."""


def _full(folder: Path) -> None:
    """Save to a disk of 256 kB with room for the old file and half of the new one."""
    _mount(folder, "size=256k", "tmpfs")
    target = folder / TARGET
    file.save(state(1), target)
    ballast = folder / "ballast"
    free = shutil.disk_usage(folder).free
    ballast.write_bytes(bytes(free - 4096))
    _save(target)
    _tell("beside it", *sorted(each.name for each in folder.iterdir()))
    ballast.unlink()
    _save(target)


def _full_for_the_journal(folder: Path) -> None:
    _mount(folder, "size=256k", "tmpfs")
    ballast = folder / "ballast"
    _edit(folder, lambda: _fill(ballast), ballast.unlink)


def _limited(folder: Path) -> None:
    """Let no file be longer than 4 kB, whoever writes."""
    target = folder / TARGET
    file.save(state(1), target)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 100_000_000))
    _save(target)
    _tell("beside it", *sorted(each.name for each in folder.iterdir()))
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000_000, 100_000_000))
    _save(target)


def _limited_for_the_journal(folder: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def limit(most: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, 100_000_000))

    _edit(folder, lambda: limit(100), lambda: limit(100_000_000))


def _mounted_read_only(folder: Path) -> None:
    target = folder / TARGET
    file.save(state(1), target)
    _mount(folder, "bind", str(folder))
    _mount(folder, "remount,bind,ro", str(folder))
    _save(target)
    _tell("new file", _attempt(lambda: file.save(state(2), folder / "muu.ketju")))


def _folder_of_others(folder: Path) -> None:
    """Save to a folder that may be read but not written, as somebody who is not root."""
    target = folder / TARGET
    file.save(state(1), target)
    target.chmod(0o666)
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    _save(target)
    _tell("new file", _attempt(lambda: file.save(state(2), folder / "muu.ketju")))


def _gone(folder: Path) -> None:
    """Pull a disk out between two saves."""
    inside = folder / "stick"
    inside.mkdir()
    _mount(inside, "size=256k", "tmpfs")
    target = inside / "kansio" / TARGET
    target.parent.mkdir()
    known = file.save(state(1), target)
    subprocess.run(["/bin/umount", "--lazy", str(inside)], check=True)  # noqa: S603
    _tell("state", state_of(target, known))
    _tell("saving", _attempt(lambda: file.save(state(2), target)))
    _tell("beside it", *sorted(each.name for each in inside.iterdir()))


def _folder_deleted(folder: Path) -> None:
    target = folder / "kansio" / TARGET
    target.parent.mkdir()
    known = file.save(state(1), target)
    shutil.rmtree(target.parent)
    _tell("state", state_of(target, known))
    _tell("saving", _attempt(lambda: file.save(state(2), target)))
    _tell("beside it", *sorted(each.name for each in folder.iterdir()))


def _same_size_and_date(folder: Path) -> None:
    """Change a file as somebody else might, so that neither its size nor its date tell."""
    target = folder / TARGET
    known = file.save(state(1), target)
    before = target.stat()
    theirs = file.dumps(state(7))
    target.write_bytes(theirs)
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = target.stat()
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    _tell("size and date", "as before" if same else "changed")
    _tell("state", state_of(target, known))

    def look() -> None:
        if state_of(target, known) is not State.SAME:
            raise OthersWroteError

    _tell("saving", _attempt(lambda: file.save(state(2), target, last_look=look)))
    _tell("file", number_of(file.read(target)))
    target.unlink()
    _tell("state", state_of(target, fingerprint_of(theirs)))


SCENARIOS: Final[dict[str, Callable[[Path], None]]] = {
    "full": _full,
    "full-journal": _full_for_the_journal,
    "limited": _limited,
    "limited-journal": _limited_for_the_journal,
    "read-only": _mounted_read_only,
    "of-others": _folder_of_others,
    "gone": _gone,
    "folder-deleted": _folder_deleted,
    "same-size-and-date": _same_size_and_date,
}


def _mount(folder: Path, options: str, what: str) -> None:
    kind = ["-t", "tmpfs"] if what == "tmpfs" else []
    command = ["/bin/mount", *kind, "-o", options, what, str(folder)]
    subprocess.run(command, check=True)  # noqa: S603


def _fill(ballast: Path) -> None:
    ballast.write_bytes(bytes(shutil.disk_usage(ballast.parent).free))


def _save(target: Path) -> None:
    _tell("saving", _attempt(lambda: file.save(state(2), target)))
    _tell("file", number_of(file.read(target)))


def _attempt(act: Callable[[], object]) -> str:
    try:
        act()
    except OSError as error:
        return f"refused, {reason_of(error)}"
    except OthersWroteError:
        return "refused, others wrote"
    return "saved"


def _edit(folder: Path, close: Callable[[], object], open_again: Callable[[], object]) -> None:
    """Edit while the journal can be written, while it cannot, and after."""
    heard: SimpleQueue[Exception | None] = SimpleQueue()
    document = Document(state(0))
    journal = Journal(folder / "journal", document, told=heard.put)

    def edit(number: int) -> None:
        document.do(edits.rename(document.pathway, "s0", "fi", str(number)))

    edit(1)
    _tell("kept", journal.flush())
    close()
    began = monotonic()
    for number in range(2, 60):
        edit(number)
    reason = heard.get(timeout=2 * LONGEST)
    _tell("told", reason_in_words(reason) if reason else "nothing")
    _tell("told in time", monotonic() - began < LONGEST)
    edit(60)
    _tell("goes on", number_of(document.pathway))
    open_again()
    _tell("well again", heard.get(timeout=2 * LONGEST) is None)
    _tell("kept", journal.flush())
    journal.close(delete=False)


def _tell(what: str, *words: object) -> None:
    sys.stdout.write(f"{what}: {', '.join(map(str, words))}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    speak("en")
    SCENARIOS[sys.argv[1]](Path(sys.argv[2]))
