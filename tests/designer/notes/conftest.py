"""A board with notes, and the hand that uses it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from model.codes import NoteKind
from model.ids import ids_from
from model.pathway import Pathway
from model.records import Note
from tests.designer.canvas.conftest import Hand, shown, three_lanes
from tests.pathways import orders

PLACES = ("s1", "s1", "h1", "a2", "p1", "info")


def noted() -> Pathway:
    """Return three lanes with a note of each kind: on a stage, a handover, a lane ..."""
    kinds = zip(NoteKind, PLACES, orders(len(PLACES)), strict=True)
    return three_lanes().replacing(
        {
            f"n{place}": Note(
                id=f"n{place}", order=order, kind=kind, text={"fi": f"Lappu {place}"}, about=about
            )
            for place, (kind, about, order) in enumerate(kinds)
        }
    )


@pytest.fixture(autouse=True)
def counted_ids() -> Iterator[None]:
    """Let new records be new0, new1, ... so that a failing test reads the same each time."""
    numbers = iter(range(10_000))
    with ids_from(lambda: f"new{next(numbers)}"):
        yield


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return shown(qtbot, noted())
