"""The list of formats that are read, and what holds for each of them."""

import pytest

from exporters.formats import IMPORTERS, importer_of
from exporters.importer import Importer
from model.file import UnreadableFileError
from tests.exporters.test_exporters import HEAVY, run

EACH = pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)


def test_names_and_endings_are_unique() -> None:
    assert len({importer.name for importer in IMPORTERS}) == len(IMPORTERS)
    endings = [suffix for importer in IMPORTERS for suffix in importer.suffixes]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)
    assert importer_of("x.ketju") is None
    assert importer_of("x") is None


@EACH
def test_a_file_is_known_by_its_ending(importer: Importer) -> None:
    for suffix in importer.suffixes:
        assert importer_of(f"Ketju.1{suffix.upper()}") is importer


@EACH
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", bytes(3000), b"<a/>", b"PK\x03\x04"])
def test_what_is_no_such_file_is_one_sentence(importer: Importer, data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        importer.read(data, "fi")
    assert str(refused.value).isprintable()
    assert str(refused.value).endswith(".")


def test_importing_the_list_imports_nothing_heavy() -> None:
    program = "import designer.importing, sys; print(*{n.split('.')[0] for n in sys.modules})"
    assert not (HEAVY | {"yaml"}) & set(run(program).split())
