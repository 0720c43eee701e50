"""The data files and the linked data: valid, complete, and the same each time."""

import json
import re
from hashlib import sha256
from pathlib import Path

import jsonschema
import msgspec
import pytest

from exporters.website import schema, schema_document
from model.file import read
from model.pathway import Pathway
from tests.conftest import Golden
from tests.exporters.website.filled import everything, site
from tests.exporters.website.test_pages import SLEEP

HERE = Path(__file__).parent
ROOT = HERE.parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.ketju"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return site(SLEEP)


def test_the_schema_file_is_current() -> None:
    """`python -m exporters.website.schema_document` writes it anew."""
    published = (ROOT / schema_document.SCHEMA_FILE).read_bytes()
    assert published == schema_document.schema_file()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema_document.json_schema())


@pytest.mark.parametrize(
    "pathway",
    [SLEEP, everything(lambda place: place), *map(read, SAMPLES)],
    ids=["sleep", "everything", *(path.stem for path in SAMPLES)],
)
def test_data_are_valid_by_the_published_schema(pathway: Pathway) -> None:
    published = json.loads((ROOT / schema_document.SCHEMA_FILE).read_bytes())
    files = site(pathway)
    [file] = [name for name in files if re.match("data/(?!index|changes|build)", name)]
    for name, kind in (
        ("data/index.json", "IndexData"),
        (file, "PathwayData"),
        ("data/changes.json", "ChangesData"),
    ):
        only = {**published, "anyOf": [{"$ref": f"#/$defs/{kind}"}]}
        jsonschema.Draft202012Validator(only).validate(json.loads(files[name]))


def test_data_can_be_read_back(files: dict[str, bytes]) -> None:
    data = msgspec.json.decode(files["data/sleep.json"], type=schema.PathwayData)
    assert [stage.id for stage in data.stages] == ["s1", "s2", "s3", "s4"]
    assert [stage.order for stage in data.stages] == [1, 2, 3, 4]
    assert [(edge.source, edge.target, edge.handover_id) for edge in data.edges] == [
        ("s1", "s2", "h1"),
        ("s1", "s4", None),
        ("s2", "s1", None),
        ("s2", "s3", None),
    ]
    assert [section.stage_ids for section in data.sections] == [("s1",), ("s2", "s3", "s4")]
    assert data.slug == {"en": "sleep", "sv": "somn"}
    assert data.chain_info.version == "2"
    assert set(data.diagram_svg) == set(data.diagram_text) == {"en", "sv"}


def test_what_is_chosen_from_lists_is_in_the_data() -> None:
    files = site(everything(lambda place: place))
    data = msgspec.json.decode(files["data/pathwayinfo-slug.json"], type=schema.PathwayData)
    stage = data.stages[0]
    assert stage.professional
    assert [str(function) for function in stage.professional.omasote] == ["appointment_times"]
    assert [str(point) for point in stage.professional.forms[0].points] == ["end"]
    assert (stage.type, stage.provider, stage.start) == ("wait", "other", True)
    assert stage.fee
    assert stage.fee.kind == "other"
    [handover] = data.handovers
    assert handover.type == "discharge"
    assert handover.public
    assert handover.public.direct_access is True
    assert handover.professional
    assert (handover.professional.media, handover.professional.consent) == (
        ("in_person",),
        "no_personal_data",
    )
    channel = data.channels[0]
    assert (channel.type, channel.digital, channel.requires_authentication) == (
        "web_page",
        True,
        True,
    )


def test_links_between_records_lead_to_records_of_the_data() -> None:
    for path in SAMPLES:
        files = site(read(path))
        [file] = [name for name in files if re.match("data/(?!index|changes|build)", name)]
        data = msgspec.json.decode(files[file], type=schema.PathwayData)
        stages = {stage.id for stage in data.stages}
        assert {id for section in data.sections for id in section.stage_ids} == stages
        assert {id for e in data.edges for id in (e.source, e.target)} <= stages
        assert {s.responsible for s in data.stages} <= {a.id for a in data.actors} | {None}
        assert {id for s in data.stages for id in s.channels} == {c.id for c in data.channels}
        assert {e.handover_id for e in data.edges if e.handover_id} == {
            h.id for h in data.handovers
        }


def test_the_index_lists_what_a_reader_may_filter_by(files: dict[str, bytes]) -> None:
    index = msgspec.json.decode(files["data/index.json"], type=schema.IndexData)
    [entry] = index.pathways
    assert index.updated == entry.updated
    assert entry.revision == sha256(files["data/sleep.json"]).hexdigest()[:16]
    assert entry.url == {"en": "en/sleep.html", "sv": "sv/somn.html"}
    assert entry.data == "data/sleep.json"
    assert set(entry.url.values()) | {entry.data} <= set(files)
    assert [str(sector) for sector in entry.sectors] == ["customer", "primary"]
    assert [str(fee) for fee in entry.fees] == ["free"]
    assert entry.updated is not None
    assert entry.updated.isoformat() == "2026-02-01"


def test_the_board_in_words(files: dict[str, bytes]) -> None:
    data = msgspec.json.decode(files["data/sleep.json"], type=schema.PathwayData)
    assert data.diagram_text["en"][:2] == (
        (
            "Get in touch (Customer). After this, depending on your situation: "
            "Badly for over three months – Group; Sleep gets better – All is well."
        ),
        "Group (Health centre). After this: Follow-up. When needed: Questions – Get in touch.",
    )


def test_the_data_are_as_reviewed(files: dict[str, bytes], golden: Golden) -> None:
    """The picture is left out: it has golden files of its own."""
    data = json.loads(files["data/sleep.json"])
    del data["diagramSvg"]
    golden("website-data.json", json.dumps(data, indent=1, ensure_ascii=False).encode())
