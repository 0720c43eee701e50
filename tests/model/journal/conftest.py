"""A folder for journals, and the small pathway that most tests begin with."""

from pathlib import Path

import pytest

from model.document import Document
from tests.pathways import At, build


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def document() -> Document:
    stages = [At("Yksi"), At("Kaksi"), At("Kolme")]
    return Document(build(actors=["Asiakas"], phases=["Alku"], stages=stages, arrows=[(0, 1)]))
