"""What is whole of a damaged file is found, and what is not is listed with its line."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import file
from model.file import UnreadableFileError
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Phase, Stage
from model.repair import salvage
from samples import SAMPLES

SMALL = Pathway(
    [
        PathwayInfo(id="p1", title={"fi": "Uni"}),
        Actor(id="a1", order="a0", name={"fi": "Asiakas"}),
        Phase(id="f1", order="a0", title={"fi": "Alku"}),
        Stage(id="s1", order="a0", actor="a1", phase="f1", title={"fi": "Herää"}),
        Stage(id="s2", order="a1", actor="a1", phase="f1", column=1, title={"fi": "Nousee"}),
        Handover(id="h1", source="s1", target="s2"),
    ]
)
DATA = file.dumps(SMALL)


WRONG_KIND = (
    "7: stage s2 “Nousee”: a field is left out: the value of “{field}” is not of the right kind."
)
UNREAD = "6: stage s1 “Her�”: letters that cannot be read stand as �."
NEWER = (
    "The file was made by a newer Ketjupaja (file format 2, this one reads 1): "
    "update the program to open it."
)


def changed(old: str, new: str) -> bytes:
    assert old in DATA.decode()
    return DATA.decode().replace(old, new, 1).encode(errors="surrogateescape")


def losses(data: bytes) -> list[str]:
    return [f"{line}: {words}" for line, words in salvage(data).lost]


def test_of_a_whole_file_nothing_is_lost() -> None:
    assert salvage(DATA) == (SMALL, ())


@pytest.mark.parametrize(
    ("data", "lost"),
    [
        (
            changed('"column":1', '"colum":1'),
            ["7: stage s2 “Nousee”: a field is left out: there is no field “colum”."],
        ),
        (
            changed('"order":"a1"', '"order":"zz"'),
            [
                WRONG_KIND.format(field="order"),
            ],
        ),
        (
            changed('"actor":"a1"', '"actor":"f1"'),
            ["6: stage s1 “Herää”: what “actor” links to is lost; the link is let go of."],
        ),
        (
            changed('"title":{"fi":"Nousee"}', '"title":{"fi":"Nou'),
            [
                "4: handover h1: it is left out, since what it links to is lost.",
                "7: damaged, left out: stage s2 “Nou”",
            ],
        ),
        (changed("Herää", "Her\udcc3"), [UNREAD]),
        (changed("Herää", "Her\\ud800"), [UNREAD]),
        (
            changed('"column":1', '"column":NaN'),
            [
                WRONG_KIND.format(field="column"),
            ],
        ),
        (
            changed('"column":1', '"column":3,"column":1'),
            ["7: stage s2 “Nousee”: the field “column” stands twice; the last one is kept."],
        ),
        (
            changed('{"record":"pathway","id":"p1","title":{"fi":"Uni"}},\n', ""),
            ["1: what is said of the pathway as a whole is lost, its title included."],
        ),
        (
            changed('"id":"s2"', '"id":"s1"'),
            [
                "4: handover h1: it is left out, since what it links to is lost.",
                "7: stage s1 “Nousee”: the same id stands already on line 6; this one is left out.",
            ],
        ),
        (changed("]}\n", ""), ["8: the end is missing, with all that stood there."]),
        (
            changed('"s2"},\n', '"s2"}\n'),
            ["1: only signs between the records are wrong: nothing is left out."],
        ),
    ],
)  # fmt: skip
def test_what_is_left_out_is_listed_with_its_line(data: bytes, lost: list[str]) -> None:
    assert losses(data) == lost


def test_a_field_that_is_wrong_costs_no_other() -> None:
    stage = salvage(changed('"column":1', '"column":-1')).pathway["s2"]
    assert stage == Stage(id="s2", order="a1", actor="a1", phase="f1", title={"fi": "Nousee"})


def test_lines_in_another_order_lose_nothing() -> None:
    lines = DATA.splitlines(keepends=True)
    lines[1], lines[-2] = lines[-2], lines[1]
    assert salvage(b"".join(lines)).pathway == SMALL


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (bytes(4096), "The file holds nothing but zeros."),
        (b"hello", "Line 1: the file is damaged here; it is not valid JSON."),
        (b'{"record": 1', "There is no whole record of a pathway in the file."),
        (
            DATA.replace(b'"format": 1', b'"format": 2'),
            NEWER,
        ),
        (
            DATA.replace(b'"format": 1', b'"format": 2')[:-9],
            NEWER,
        ),
    ],
)
def test_what_is_not_damaged_but_something_else_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        salvage(data)
    assert str(refused.value) == sentence


SAMPLE = SAMPLES[-1].path.read_bytes()


@settings(max_examples=60)
@given(
    st.integers(0, len(SAMPLE) - 1), st.integers(1, 2000), st.sampled_from(("cut", "zeros", "gone"))
)
def test_no_record_is_lost_without_a_word(place: int, size: int, kind: str) -> None:
    end = min(place + size, len(SAMPLE))
    filling = {"cut": b"", "zeros": bytes(end - place), "gone": b""}[kind]
    data = SAMPLE[:place] + filling + (b"" if kind == "cut" else SAMPLE[end:])
    try:
        salvaged = salvage(data)
    except UnreadableFileError:
        assert place < 300  # nearly nothing is left
        return
    whole = file.loads(SAMPLE)
    assert file.loads(file.dumps(salvaged.pathway)) == salvaged.pathway
    if salvaged.pathway != whole:
        assert salvaged.lost or _is_whole(data)


def _is_whole(data: bytes) -> bool:
    """Whether what is gone was a piece that no reader can miss, such as words of a text."""
    try:
        file.loads(data)
    except UnreadableFileError:
        return False
    return True


def test_many_flipped_bits_leave_most_of_a_file() -> None:
    chance = Random(5)  # noqa: S311 - the same each time
    data = bytearray(SAMPLE)
    for _ in range(5):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    salvaged = salvage(bytes(data))
    assert len(salvaged.pathway) >= len(file.loads(SAMPLE)) - 12
    assert salvaged.lost
