"""What an importer is: a pure function from a foreign file's bytes to a pathway of ours."""

from collections.abc import Callable
from typing import NamedTuple

from model.pathway import Pathway


class Imported(NamedTuple):
    """A pathway from a foreign file, and what of the file it does not hold.

    `left_out` has a sentence each, in the language in force, with the place in the file.
    """

    pathway: Pathway
    left_out: tuple[str, ...]


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
