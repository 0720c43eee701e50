"""The guide's pictures come from samples, and the same samples give the same pictures."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from designer.ui import pictures
from samples import SAMPLES


def test_pictures_have_names_of_their_own_and_samples_that_are_there() -> None:
    names = [picture.name for picture in pictures.PICTURES]
    assert len(names) == len(set(names))
    assert {picture.sample for picture in pictures.PICTURES} <= {
        None,
        *(sample.name for sample in SAMPLES),
    }


@pytest.mark.usefixtures("finnish")
def test_a_picture_is_the_same_each_time(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    chosen = [picture for picture in pictures.PICTURES if picture.name == "findings"]
    monkeypatch.setattr(pictures, "PICTURES", chosen)
    pictures.take_all(tmp_path / "first", 1.0)
    pictures.take_all(tmp_path / "second", 1.0)
    first = QImage(str(tmp_path / "first" / "findings.png"))
    assert (first.width(), first.height()) == (pictures.WIDTH, pictures.HEIGHT)
    assert first == QImage(str(tmp_path / "second" / "findings.png"))
