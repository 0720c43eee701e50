"""The guide's pictures come from samples, and the same samples give the same pictures."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from designer.ui import pictures, theme
from designer.ui.picture_scenes import GUIDE, REVIEW, Picture
from designer.ui.themes import LIGHT
from samples import SAMPLES


def test_pictures_have_names_of_their_own_and_samples_that_are_there() -> None:
    names = [picture.name for picture in (*GUIDE, *REVIEW)]
    assert len(names) == len(set(names))
    assert {picture.sample for picture in (*GUIDE, *REVIEW)} <= {
        None,
        *(sample.name for sample in SAMPLES),
    }


@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_picture_is_the_same_each_time(qapp: QApplication, tmp_path: Path, look: str) -> None:
    chosen = [picture for picture in GUIDE if picture.name == "findings"]
    for name in ("first", "second"):
        pictures.take(chosen, tmp_path / name, 1.0, look)
    first = QImage(str(tmp_path / "first" / "findings.png"))
    assert (first.width(), first.height()) == (pictures.WIDTH, pictures.HEIGHT)
    assert first == QImage(str(tmp_path / "second" / "findings.png"))
    theme.wear(qapp, LIGHT)


@pytest.mark.every
@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize("picture", REVIEW, ids=lambda picture: picture.name)
def test_every_state_can_be_shown(qapp: QApplication, tmp_path: Path, picture: Picture) -> None:
    del qapp
    pictures.take([picture], tmp_path, 1.5, "light")
    assert not QImage(str(tmp_path / f"{picture.name}.png")).isNull()
