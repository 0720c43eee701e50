"""What an importer is: a pure function from a foreign file's bytes to a pathway of ours."""

from collections.abc import Callable
from typing import NamedTuple

from model.pathway import Pathway


class Imported(NamedTuple):
    """A pathway from a foreign file, and what of the file it does not hold.

    `left_out` has a sentence each, in the language in force, with the place in the file.

    `base` is for files that carry a pathway of ours: that pathway as it was when the file was made.
    Records and pathway then have the ids that they have at home, so that what was changed in the
    tool can be merged into the pathway's own file, which holds more than was given away. Other
    files have None.
    """

    pathway: Pathway
    left_out: tuple[str, ...]
    base: Pathway | None = None


Read = Callable[[bytes, str], Imported]
"""Takes a file's bytes and the language that its texts are in.

Raises UnreadableFileError, one sentence with the place in the file and what to do. The same bytes
give the same pathway, ids included.
"""


class Importer(NamedTuple):
    """One format that is read. `title` is a message id; `suffixes` are lower case, with the dot.

    Files longer than `largest` bytes are refused before they are read.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    largest: int
    read: Read
