"""The file format: strict reading, deterministic writing, atomic saving."""

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from model import file
from model.messages import speaking
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Phase, Stage
from tests.pathways import random_pathways

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


@settings(deadline=None)
@given(random_pathways())
def test_what_is_saved_opens_as_it_was(pathway: Pathway) -> None:
    data = file.dumps(pathway)
    assert file.loads(data) == pathway
    assert file.dumps(file.loads(data)) == data


@settings(deadline=None)
@given(random_pathways())
def test_the_order_of_the_table_does_not_show(pathway: Pathway) -> None:
    shuffled = Pathway(reversed(list(pathway.values())))
    assert file.dumps(shuffled) == file.dumps(pathway)


def test_one_record_a_line_sorted_by_id() -> None:
    first, *records, last = file.dumps(SMALL).decode().splitlines()
    assert first == '{"format": 1, "records": ['
    assert last == "]}"
    assert [json.loads(line.rstrip(","))["id"] for line in records] == sorted(SMALL)


def test_a_file_laid_out_by_another_program_opens_too() -> None:
    data = json.dumps(json.loads(file.dumps(SMALL)), indent=2).encode()
    assert file.loads(data) == SMALL


def damaged(old: str, new: str) -> bytes:
    data = file.dumps(SMALL).decode()
    assert old in data
    return data.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            damaged('"column":1', '"colum":1'),
            "Line 7, stage s2 “Nousee”: there is no field “colum”.",
        ),
        (
            damaged('"column":1', '"column":"1"'),
            "Line 7, stage s2 “Nousee”: the value of “column” is not of the right kind.",
        ),
        (
            damaged('"column":1', '"column":-1'),
            "Line 7, stage s2 “Nousee”: the value of “column” is not of the right kind.",
        ),
        (
            damaged('"column":1', '"kind":"hoito"'),
            "Line 7, stage s2 “Nousee”: “hoito” is not among the values of “kind”.",
        ),
        (
            damaged('"order":"a1"', '"order":"5"'),
            "Line 7, stage s2 “Nousee”: the value of “order” is not of the right kind.",
        ),
        (
            damaged('"order":"a1"', '"order":"zz"'),
            "Line 7, stage s2 “Nousee”: the value of “order” is not of the right kind.",
        ),
        (
            damaged('"source":"s1",', ""),
            "Line 4, handover h1: the field “source” is missing.",
        ),
        (
            damaged('"source":"s1"', '"source":"s9"'),
            "Line 4, handover h1: “source” links to “s9”, and there is no such record to link to.",
        ),
        (
            damaged('"actor":"a1"', '"actor":"f1"'),
            (
                "Line 6, stage s1 “Herää”: “actor” links to “f1”, "
                "and there is no such record to link to."
            ),
        ),
        (
            damaged('"id":"s2"', '"id":"s1"'),
            "Line 7, stage s1 “Nousee”: the same id stands already on line 6.",
        ),
        (
            damaged('"record":"stage"', '"record":"step"'),
            "Line 6, step s1 “Herää”: “step” is not among the values of “record”.",
        ),
        (
            damaged('{"record":"phase","id":"f1","order":"a0","title":{"fi":"Alku"}}', "7"),
            "Line 3: this is not a record of a pathway.",
        ),
        (
            damaged('"format": 1', '"format": 2'),
            (
                "The file was made by a newer Ketjupaja (file format 2, this one reads 1): "
                "update the program to open it."
            ),
        ),
        (damaged('"format": 1', '"format": 0'), "There is no file format 0."),
        (
            damaged('"format": 1', '"format": 1, "extra": 2'),
            "Line 1: the file must hold “format” and the list “records”, and nothing else.",
        ),
        (
            damaged('"column":1', '"column":1,"column":1'),
            "Line 7, stage s2 “Nousee”: the field “column” stands twice in one record.",
        ),
        (
            damaged('"fi":"Uni"', '"fi":"Uni","fi":"Uno"'),
            "Line 5, pathway p1 “Uno”: the field “fi” stands twice in one record.",
        ),
        (
            damaged('"fi":"Uni"', '"fi":" "'),
            "Line 5, pathway p1 “?”: the value of “title” is not of the right kind.",
        ),
        (
            damaged('{"fi":"Uni"}', '{"Suomi":"Uni"}'),
            "Line 5, pathway p1 “Uni”: the value of “title” is not of the right kind.",
        ),
        (
            damaged('"column":1', '"duration":{"typed":"6 kk","most":6}'),
            "Line 7, stage s2 “Nousee”: the value of “duration” is not of the right kind.",
        ),
        (
            damaged('"column":1', '"column":' + "9" * 5000),
            "Line 7, stage s2 “Nousee”: the value of “column” is not of the right kind.",
        ),
        (
            damaged('"column":1', '"column":NaN'),
            "Line 7: the file is damaged here; it is not valid JSON.",
        ),
        (
            damaged('"Nousee"', r'"\ud800"'),
            "Line 7: the file is damaged here; it is not valid JSON.",
        ),
        (
            damaged('"column":1', '"x":' + "[" * 5000 + "]" * 5000),
            "The file is damaged: its brackets are nested too deep.",
        ),
        (
            damaged('"order":"a1"', '"order":"a1' + "1" * 500 + '"'),
            "Line 7, stage s2 “Nousee”: the value of “order” is not of the right kind.",
        ),
        (
            damaged(
                '{"record":"handover"',
                '{"record":"milestone","id":"m","order":"a0","at":"2026-03-02T12:00:00"},\n'
                '{"record":"handover"',
            ),
            "Line 4, milestone m: the value of “at” is not of the right kind.",
        ),
        (damaged("]}\n", ""), "Line 8: the file is damaged here; it is not valid JSON."),
        (
            damaged('"format": 1', '"format": 1, "format": 1'),
            "Line 1: the file must hold “format” and the list “records”, and nothing else.",
        ),
        (
            damaged('"Nousee"', '"' + "a" * 100_001 + '"'),
            (
                f"Line 7, stage s2 “{'a' * 59}…”: "
                "the text of “title” is longer than 100000 characters."
            ),
        ),
        (
            damaged('"Nousee"', r'"\u001b[31m\u202eNousee"').replace(b'"column"', b'"colum"'),
            "Line 7, stage s2 “[U+001B][31m[U+202E]Nousee”: there is no field “colum”.",
        ),
        (
            b'{"format": 1, "records": [' + b"1," * 1_000_001 + b"1]}",
            "The file is too large to be a pathway: it holds more than 50000 records.",
        ),
        (b"", "The file is empty."),
        (b"\0" * 5000, "The file holds nothing but zeros."),
        (b"hello", "Line 1: the file is damaged here; it is not valid JSON."),
        (b"{}", "This is not a pathway file of Ketjupaja."),
        (b"[1]", "This is not a pathway file of Ketjupaja."),
        (
            b'{"format": 1, "records": []}',
            "A file holds one record of the kind “pathway”; this one holds 0.",
        ),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with speaking("en"), pytest.raises(file.UnreadableFileError) as refused:
        file.loads(data)
    assert str(refused.value) == sentence


def test_a_refusal_stays_one_short_sentence() -> None:
    long = "pitkä \\n" * 100_000
    data = damaged('"Nousee"', f'"{long}"').replace(b'"column":1', b'"colum":1')
    with speaking("en"), pytest.raises(file.UnreadableFileError) as refused:
        file.loads(data)
    sentence = str(refused.value)
    assert sentence.startswith("Line 7, stage s2 “pitkä pitkä")
    assert (len(sentence) < 150, sentence.splitlines()) == (True, [sentence])


def test_what_windows_editors_do_to_a_file_does_not_matter() -> None:
    data = codecs.BOM_UTF8 + file.dumps(SMALL).replace(b"\n", b"\r\n")
    assert file.loads(data) == SMALL


def test_an_endless_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "big.ketju"
    with path.open("wb") as stream:
        stream.truncate(50 * file.LARGEST)  # takes no room on the disk
    with speaking("en"), pytest.raises(file.UnreadableFileError, match="too large"):
        file.read(path)


def test_text_that_is_not_utf8_is_refused() -> None:
    data = file.dumps(SMALL).replace("Herää".encode(), "Herää".encode("latin-1"))
    with speaking("en"), pytest.raises(file.UnreadableFileError, match=r"Line 6: .* UTF-8"):
        file.loads(data)


def test_the_error_of_a_missing_file_names_it(tmp_path: Path) -> None:
    with pytest.raises(file.UnreadableFileError, match=r"puuttuu\.ketju"):
        file.read(tmp_path / "puuttuu.ketju")


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "uni.ketju"
    path.write_bytes(b"old")
    wrong = Pathway([*SMALL.values(), Stage(id="s3", order="a3", column=-1)])
    with speaking("en"), pytest.raises(file.UnreadableFileError, match=r"stage s3: .*“column”"):
        file.save(wrong, path)
    assert path.read_bytes() == b"old"


def test_what_is_saved_is_the_pathway(tmp_path: Path) -> None:
    path = tmp_path / "uni.ketju"
    file.save(SMALL, path)
    assert file.read(path) == SMALL
