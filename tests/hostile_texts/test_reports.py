"""Reports of findings: page, workbook, SARIF and JSON keep texts as texts."""

import json
import re
from functools import cache
from io import BytesIO
from pathlib import PurePath

import pytest
from jsonschema import Draft4Validator
from openpyxl import load_workbook

from exporters.findings import CheckedFile, CheckRun, UnreadFile
from exporters.findings.data import json_bytes
from exporters.findings.page import page_bytes
from exporters.findings.sarif import sarif_bytes
from exporters.findings.sheets import sheets_bytes
from model.checks import COORDINATION, check
from model.pathway import Pathway
from tests.exporters.findings.test_sarif import SCHEMA
from tests.exporters.website.dom import found, parsed, text
from tests.hostile_texts.filling import (
    FEWER,
    OPTIONS,
    filled_with,
    marked,
    missing,
    shifted,
    shown_in,
    stored,
)
from tests.hostile_texts.test_website import addresses, markup, strings
from tests.hostile_texts.test_workbooks import check_book, texts


def run_over(pathway: Pathway, name: str) -> CheckRun:
    """Return a run over one pathway, whose file has that name, beside one that is unreadable."""
    report = check(pathway, COORDINATION, OPTIONS.made_at.date())
    path = PurePath("kansio", name.replace("/", ""))
    if path.name == "kansio":  # the text names no file
        path /= "nimetön"
    checked = CheckedFile(path, pathway, report, COORDINATION, {"s1": 3})
    other = checked._replace(file=path.with_suffix(".toinen"))
    return CheckRun(OPTIONS.made_at, (checked, other), (UnreadFile(path, name),))


@cache
def hostile(shift: int) -> CheckRun:
    filled = shifted(shift)
    return run_over(filled.pathway, filled.texts["Note.text"])


@cache
def harmless() -> CheckRun:
    return run_over(filled_with("sana").pathway, "sana")


@cache
def with_marks() -> CheckRun:
    return run_over(marked().pathway, "sana")


@pytest.mark.parametrize("shift", FEWER)
def test_the_page_holds_the_texts_as_they_were_typed_and_nothing_else(shift: int) -> None:
    page = parsed(page_bytes(hostile(shift)))
    assert {tag for tag, _name in markup(page)} <= {
        tag for tag, _name in markup(parsed(page_bytes(harmless())))
    } | {"p", "ul", "li", "span"}
    assert {name for _tag, name in markup(page) if name.startswith("on")} == set()
    assert found(page, "//script | //comment()") == []
    assert [address for address in addresses(page) if not address.startswith("#")] == []
    shown = shown_in(text(parsed(page_bytes(with_marks()))))
    assert len(shown) > 3
    assert missing(shifted(shift).texts, shown, text(page)) == []


@pytest.mark.parametrize("shift", FEWER)
def test_the_workbook_holds_cells_of_text(shift: int) -> None:
    data = sheets_bytes(hostile(shift))
    check_book(data)
    shown = shown_in("\n".join(texts(load_workbook(BytesIO(sheets_bytes(with_marks()))))))
    assert len(shown) > 3
    assert (
        missing(shifted(shift).texts, shown, "\n".join(texts(load_workbook(BytesIO(data))))) == []
    )


@pytest.mark.parametrize("shift", FEWER)
def test_sarif_is_valid_and_its_messages_hold_no_links_and_no_places_to_fill(shift: int) -> None:
    log = json.loads(sarif_bytes(hostile(shift)))
    assert list(Draft4Validator(SCHEMA).iter_errors(log)) == []
    own = set(strings(json.loads(sarif_bytes(harmless()))))
    for message in strings(log["runs"][0], "text"):
        if message not in own:
            assert "](" not in message
            assert not re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", message), message
    for address in strings(log["runs"][0], "uri"):
        assert re.fullmatch(r"kansio/(?:[\w.~-]|%[0-9A-F]{2}|[!$&'()*+,;=:@/])*", address), address


@pytest.mark.parametrize("shift", FEWER)
def test_json_holds_the_texts_whole(shift: int) -> None:
    pathway = stored(shift)
    data = json.loads(json_bytes(run_over(pathway, pathway.info.title["fi"])))
    assert data["files"][0]["title"] == pathway.info.title
