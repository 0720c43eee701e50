"""Where another pathway may lie: here, below or beside; a hostile place is never looked at."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.linked_file import LinkRefusedError, linked_file, place_of, shortened

FOLDER = Path(os.path.abspath("/koti/ketjut"))  # noqa: PTH100 - the drive, on Windows


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("arvio.ketju", "arvio.ketju"),
        ("osat/arvio.ketju", "osat/arvio.ketju"),
        ("../arvio.ketju", "../arvio.ketju"),
        ("../muut/arvio.ketju", "../muut/arvio.ketju"),
        ("osat\\Hoidon tarpeen arvio.KETJU", "osat/Hoidon tarpeen arvio.KETJU"),
        ("..arvio.ketju", "..arvio.ketju"),
        ("ääni & näkö (2).ketju", "ääni & näkö (2).ketju"),
    ],
)
def test_a_file_in_below_or_beside_the_folder_is_found(place: str, found: str) -> None:
    expected = Path(os.path.normpath(FOLDER / found))
    assert linked_file(FOLDER, place) == expected
    assert linked_file(FOLDER, place_of(FOLDER, expected)) == expected


@pytest.mark.parametrize(
    "place",
    [
        "",
        "/etc/arvio.ketju",
        "//palvelin/jako/arvio.ketju",
        "\\\\palvelin\\jako\\arvio.ketju",
        "\\\\?\\UNC\\palvelin\\jako\\arvio.ketju",
        "\\\\.\\pipe\\arvio.ketju",
        "/\\palvelin/jako/arvio.ketju",
        "C:\\arvio.ketju",
        "C:arvio.ketju",
        "file:///arvio.ketju",
        "https://palvelin/arvio.ketju",
        "../../arvio.ketju",
        "osat/../../arvio.ketju",
        "osat/../arvio.ketju",
        ".. /arvio.ketju",
        "../.. /arvio.ketju",
        ".../arvio.ketju",
        "../",
        "..",
        "osat//arvio.ketju",
        "../\\palvelin/arvio.ketju",
        "./arvio.ketju",
        "arvio.ketju:virta.ketju",
        "arvio\0.ketju",
        "arvio\n.ketju",
        "NUL.ketju",
        "com1.ketju",
        "osat/LPT³ .ketju",
        "aux/arvio.ketju",
        "arvio.ketju.",
        "arvio.ketju ",
        "x" * 500 + ".ketju",
    ],
)
def test_every_other_place_is_refused_in_one_sentence(place: str) -> None:
    with pytest.raises(LinkRefusedError) as refused:
        linked_file(FOLDER, place)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 400


def test_what_is_no_pathway_is_refused() -> None:
    with pytest.raises(LinkRefusedError, match=r"\.ketju"):
        linked_file(FOLDER, "arvio.exe")


@given(st.text(alphabet="./\\: aC~%", max_size=14))
def test_whatever_is_written_nothing_above_the_folder_beside_is_reached(words: str) -> None:
    try:
        found = linked_file(FOLDER, words + "x.ketju")
    except LinkRefusedError:
        return
    assert FOLDER.parent in found.parents
    assert ".." not in found.parts


def test_a_file_elsewhere_has_no_place() -> None:
    with pytest.raises(LinkRefusedError):
        place_of(FOLDER, FOLDER.parent.parent / "arvio.ketju")


def test_a_message_shows_a_place_on_one_line_and_not_all_of_a_long_one() -> None:
    assert shortened("a\u202eb\nc") == "a�b�c"
    assert len(shortened("x" * 5000)) <= 101
