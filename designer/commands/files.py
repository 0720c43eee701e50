"""Files that commands read and write: how one is named, what is refused."""

from pathlib import Path

from designer.terminal import refuse_existing, writing
from model import file
from model.pathway import Pathway


def is_one_file(one: Path, other: Path) -> bool:
    """Say whether both names lead to the same file, which is there."""
    try:
        return one.samefile(other)
    except OSError:  # there is no such file yet
        return False


def write_pathway(pathway: Pathway, path: Path, *, force: bool) -> None:
    """Save a pathway to a new file, or with `force` over one that exists."""
    refuse_existing(path, force=force)
    with writing(path):
        file.save(pathway, path)
