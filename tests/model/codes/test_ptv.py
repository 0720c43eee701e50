from collections.abc import Callable, Mapping

import pytest

from model.codes import ptv


def test_municipality_names() -> None:
    assert ptv.municipality("205") == {"fi": "Kajaani", "sv": "Kajana"}
    assert ptv.municipality("999") is None


@pytest.mark.parametrize(
    ("entries", "count", "code"),
    [
        (ptv.municipalities, 311, "091"),
        (ptv.target_groups, 17, "KR1"),
        (ptv.life_events, 19, "KE1"),
        (ptv.service_classes, 229, "P1.1"),
    ],
)
def test_lists_are_whole(
    entries: Callable[[], Mapping[str, ptv.Entry]], count: int, code: str
) -> None:
    assert len(entries()) == count
    assert entries()[code].names["fi"]
    # By code: one class of the source gives its broader one's address in an older list's form.
    above = {entry.broader.rpartition("/")[2] for entry in entries().values() if entry.broader}
    assert above <= entries().keys()
