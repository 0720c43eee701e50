"""Where another pathway's file may lie: in this one's folder, below it, or beside it.

The place is written in a file that may come from anybody. It is a path from the folder of the
file that names it, with forward slashes, and leads one level up at most. All else is refused
before the disk is asked: a mere look at `//host/share` sends the user's credentials to that host.
"""

import os
import re
from pathlib import Path
from typing import Final

from model.file import SUFFIX
from model.messages import _

LONGEST: Final = 400  # characters
_UP: Final = ".."
_NEVER: Final = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
"""What Windows takes in no file name; ":" would also name a drive or a hidden stream."""
_DEVICES: Final = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE
)
"""Names that Windows takes for devices, whatever follows their first dot."""


class LinkRefusedError(Exception):
    """A place that no link may name; the message says why and what to do."""


def linked_file(folder: Path, place: str) -> Path:
    """Return the path that `place` names, seen from `folder`; raises LinkRefusedError.

    Nothing is read: the file need not exist.
    """
    parts = place.replace("\\", "/").split("/")
    if not _is_fit(place, parts):
        raise LinkRefusedError(
            _(
                "“{place}” is not a place that can be opened from here. The other pathway must lie "
                "in the same folder as this one, in a folder inside it or in one beside it: move "
                "it there, then choose it again."
            ).format(place=shortened(place))
        )
    if not parts[-1].lower().endswith(SUFFIX):
        raise LinkRefusedError(
            _("“{place}” is not a pathway: its name must end in {suffix}.").format(
                place=shortened(place), suffix=SUFFIX
            )
        )
    # By its words alone, so that no link of the disk leads elsewhere.
    return Path(os.path.normpath(Path(os.path.abspath(folder), *parts)))  # noqa: PTH100


def place_of(folder: Path, file: Path) -> str:
    """Return what `file` is called from `folder`; LinkRefusedError when it lies elsewhere."""
    home, there = os.path.abspath(folder), os.path.abspath(file)  # noqa: PTH100 - no links followed
    try:
        place = os.path.relpath(there, home).replace(os.sep, "/")
    except ValueError:  # on another drive
        place = there
    linked_file(folder, place)
    return place


def shortened(place: str) -> str:
    """Return a place as a message shows it: on one line, and not endless."""
    words = "".join(letter if letter.isprintable() else "�" for letter in place)
    return words if len(words) <= LONGEST // 4 else words[: LONGEST // 4] + "…"


def _is_fit(place: str, parts: list[str]) -> bool:
    inside = parts[1:] if parts[0] == _UP else parts
    return len(place) <= LONGEST and bool(inside) and all(map(_is_name, inside))


def _is_name(part: str) -> bool:
    """Whether this is the name of a file or folder on every system."""
    return (
        bool(part)
        and not _NEVER.search(part)
        and not part.endswith((".", " "))  # Windows leaves these out: ".. " would lead up again
        and not part.startswith(" ")
        and not _DEVICES.fullmatch(part.split(".", maxsplit=1)[0].rstrip(" "))
    )
