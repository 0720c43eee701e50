"""What a folder looks like when the computer stops while files are put into it."""

import shutil
from pathlib import Path

import pytest


class StoppedError(Exception):
    """Stands for the power that fails."""


def stopped_before(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the folder as it is just before a file is moved in or removed, and stop there."""
    kept = folder.with_name("kept")
    replace_file, unlink_file = Path.replace, Path.unlink

    def stop() -> None:
        if not kept.exists():
            shutil.copytree(folder, kept)
            raise StoppedError

    def stopping_replace(self: Path, target: Path) -> Path:
        if target.name == name and "made" in self.parts:
            stop()
        return replace_file(self, target)

    def stopping_unlink(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002
        if self.name == name:
            stop()
        unlink_file(self, missing_ok)

    monkeypatch.setattr(Path, "replace", stopping_replace)
    monkeypatch.setattr(Path, "unlink", stopping_unlink)
    return kept
