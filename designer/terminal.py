"""How the program behaves at a command line: its language, its output, its exit codes.

Colours only where they show, UTF-8 everywhere, and never a traceback.
"""

import io
import json
import os
import re
import sys
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from exporters.exporter import ExportError
from model import file
from model.file import UnreadableFileError
from model.messages import LANGUAGES, _
from model.pathway import Pathway
from model.storage import reason_of

LANGUAGE_VARIABLE = "KETJUPAJA_LANG"
FAILED, UNREADABLE, INTERRUPTED = 1, 2, 130
"""Exit codes: what was asked could not be done; a file or the command itself makes no sense; the
user pressed Ctrl+C, for which shells and typer have this number."""

_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")  # Unicode's controls, formats, half pairs, line ends


class RefusedError(Exception):
    """Something that is not done as asked; the text is one sentence for the user."""


class NotUnderstoodError(Exception):
    """A command line that means nothing; the text is one sentence for the user."""


class Line(NamedTuple):
    """A line of text; `style` is one of rich's, used only where colours are shown."""

    text: str
    style: str = ""


def language_of_environment() -> str:
    """Return the language that the environment asks for, else the program's own."""
    language = os.environ.get(LANGUAGE_VARIABLE, "")
    return language if language in LANGUAGES else LANGUAGES[0]


@contextmanager
def faults_in_words() -> Iterator[None]:
    """End the process with one sentence and an exit code when the block fails."""
    try:
        yield
    except (UnreadableFileError, NotUnderstoodError) as error:
        tell(str(error))
        sys.exit(UNREADABLE)
    except (RefusedError, ExportError) as error:
        tell(str(error))
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - a traceback helps nobody at a command line
        place = traceback.extract_tb(error.__traceback__)[-1]
        tell(
            _("The program failed: {error} at {file}:{line}. Please report this.").format(
                error=type(error).__name__, file=Path(place.filename).name, line=place.lineno
            )
        )
        sys.exit(FAILED)


def use_utf8() -> None:
    """Let Windows write pipes and files as every other system does."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def printable(text: str) -> str:
    """Return the text without characters that would steer a terminal."""
    if text.isprintable():
        return text
    return "".join(
        "�" if unicodedata.category(character) in _STEERING else character for character in text
    )


def tell(message: str) -> None:
    """Write a message, as opposed to a result."""
    if sys.stderr is not None:  # a program started without a terminal may have none
        sys.stderr.write(printable(message) + "\n")


def show(lines: Iterable[Line]) -> None:
    """Write a result for people."""
    if sys.stdout is None or not sys.stdout.isatty():
        _put(printable(line.text) + "\n" for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        console.print(Text(printable(line.text), style=line.style), soft_wrap=True)


def show_json(data: Any) -> None:
    """Write a result for programs."""
    show_json_file(msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n")


def show_json_file(data: bytes) -> None:
    """Write what could as well be a JSON file; what would steer a terminal stands as its code.

    JSON itself escapes fewer characters than terminals obey: not U+009B, which begins commands.
    """
    _put((_BEYOND_ASCII.sub(_as_code, data.decode()),))


def show_file(data: bytes) -> None:
    """Write what could as well be a text file in UTF-8."""
    _put((data.decode(),))


_BEYOND_ASCII = re.compile(r"[^\n -~]")


def _as_code(found: re.Match[str]) -> str:
    if unicodedata.category(found[0]) not in _STEERING:
        return found[0]
    return json.dumps(found[0])[1:-1]


def _put(texts: Iterable[str]) -> None:
    if sys.stdout is None:
        raise RefusedError(_("There is nowhere to write the result to."))
    try:
        sys.stdout.writelines(texts)
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # whoever reads has seen enough
    except OSError as error:
        raise RefusedError(
            _("The result cannot be written ({reason}).").format(reason=reason_of(error))
        ) from error


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse to write where something is, unless the user has said to replace it."""
    if os.path.lexists(path) and not force:
        raise RefusedError(_("{file} exists already; --force replaces it.").format(file=path))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say what came of writing a file in the block: that it is there, or why not."""
    try:
        yield
    except OSError as error:
        raise RefusedError(
            _("{file}: the file cannot be written ({reason}).").format(
                file=path, reason=reason_of(error)
            )
        ) from error
    tell(_("{file}: written.").format(file=path))


def save_unless_changed(pathway: Pathway, path: Path, before: Pathway) -> None:
    """Save over a file that was read as `before`; refuse when somebody saved it in between.

    What was there stays among the earlier versions, as when the window saves.
    """

    def look() -> None:
        if file.read(path) != before:
            raise RefusedError(
                _(
                    "{file}: somebody has saved the file in the meantime, so nothing was written. "
                    "Give the command again."
                ).format(file=path)
            )

    _keep_version(path, before, _last_saved(path))
    with writing(path):
        file.save(pathway, path, last_look=look)
    _keep_version(path, pathway, datetime.now().astimezone())


def _last_saved(path: Path) -> datetime:
    with suppress(OSError):  # saving says what is wrong
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return datetime.now().astimezone()


def _keep_version(path: Path, pathway: Pathway, at: datetime) -> None:
    """Keep a state of a file where the window looks for it; only told when it cannot be kept."""
    from platformdirs import user_state_path

    from model.versions import Versions

    folder = user_state_path("ketjupaja", appauthor=False) / "versions"
    try:
        Versions(folder).keep(path, pathway, at)
    except OSError as error:
        words = _("{file}: no earlier version could be kept ({reason}).")
        tell(words.format(file=path, reason=reason_of(error)))


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[float], None]]:
    """Show a bar while the block runs; it is told the share that is done, 0 to 1."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _share: None
        return
    from rich.console import Console
    from rich.progress import Progress

    # Drawn at each step: a thread that draws in between would outlive the work for a moment.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(title, total=1)
        yield lambda share: bar.update(task, completed=share, refresh=True)
