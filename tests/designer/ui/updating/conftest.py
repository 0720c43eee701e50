"""The pathway that the books are brought into."""

from pathlib import Path

import pytest

from model.file import save
from tests.exporters.excel.small_board import board


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "uni.ketju"
    save(board(), path)
    return path
