"""What is written in a pathway stands in no log, whatever fails while it is read or saved."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from designer.ui.crash import note_fault
from exporters.exporter import Exporter, Options
from exporters.formats import EXPORTERS
from exporters.writing import export
from model import file
from model.checks import CHECKS, COORDINATION
from model.checks.finding import Rule, Said
from model.checks.live import LiveChecks
from model.checks.review import Review
from model.pathway import Pathway
from model.records import Stage
from samples import SAMPLES
from tests.hostile.inputs import corpus
from tests.hostile.readers import READERS, REFUSALS

CANARY = "PWN7salaisuus"
TODAY = date(2026, 11, 20)


def marked() -> bytes:
    """Return a sample with the canary in every text, person and note."""
    data = SAMPLES[-1].path.read_text("utf-8")

    def put_in(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: put_in(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [put_in(inner) for inner in value]
        if isinstance(value, str) and re.fullmatch(r"fi|sv|en|person|persons|value|typed", key):
            return f"{value} {CANARY}"
        return value

    return json.dumps(put_in(json.loads(data)), ensure_ascii=False).encode()


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    read = file.loads(marked())
    assert file.dumps(read).count(CANARY.encode()) > 50
    return read


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def has_canary(logged: pytest.LogCaptureFixture) -> bool:
    return any(
        CANARY in f"{record.getMessage()} {record.exc_text} {record.exc_info}"
        for record in logged.records
    )


def test_rules_that_break_log_no_content(
    pathway: Pathway, logged: pytest.LogCaptureFixture
) -> None:
    def breaks(stage: Stage, review: Review) -> Iterator[Said]:
        if review.today == TODAY:
            raise ValueError(stage.title)
        yield Said(about=stage.id, message="")

    rules: tuple[Rule, ...] = tuple(
        replace(rule, check=breaks) for rule in CHECKS if rule.each is Stage
    )
    LiveChecks(pathway, COORDINATION, TODAY, rules)
    assert len(logged.records) >= len(rules)
    assert not has_canary(logged)


def test_rules_that_run_log_no_content(pathway: Pathway, logged: pytest.LogCaptureFixture) -> None:
    LiveChecks(pathway, COORDINATION, TODAY)
    assert not has_canary(logged)


def test_readers_that_refuse_log_no_content(logged: pytest.LogCaptureFixture) -> None:
    data = marked()
    for cut in range(1, len(data), len(data) // 10):
        for reader in ("pathway", "repair", "outline", "organisation", "pasted records"):
            for damaged in (data[:cut], data[:cut] + b"\xff" + data[cut:]):
                try:
                    READERS[reader](damaged)
                except REFUSALS:
                    continue
    assert not has_canary(logged)


def test_inputs_of_the_corpus_log_nothing(logged: pytest.LogCaptureFixture) -> None:
    for each in corpus()[::100]:
        if each.family != "sizes":
            try:
                READERS[each.reader](each.make())
            except REFUSALS:
                continue
    assert logged.messages == []


def test_saves_that_fail_log_no_content(
    pathway: Pathway, logged: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - whatever the system says
        file.save(pathway, tmp_path / "no" / "such" / "folder.ketju")
    assert not has_canary(logged)


@pytest.mark.every
@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_exports_log_no_content(
    exporter: Exporter, pathway: Pathway, logged: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    options = Options(made_at=datetime(2026, 11, 20, 12, tzinfo=UTC))
    export(exporter, pathway, options, tmp_path / "out", lambda _share: None)
    assert not has_canary(logged)


def test_the_log_of_faults_holds_no_content(pathway: Pathway, tmp_path: Path) -> None:
    log = tmp_path / "faults.log"
    try:
        raise KeyError(pathway.info.title, list(pathway.values()))
    except KeyError as error:
        note_fault(KeyError, error.__traceback__, log)
    assert CANARY not in log.read_text("utf-8")
