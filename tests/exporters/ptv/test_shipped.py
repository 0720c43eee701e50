"""What we ship of PTV's rules and lists is what it was made from."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

import exporters.ptv
from exporters.ptv import schema
from exporters.ptv.lost import CARRIED
from exporters.website.public import PUBLIC_FIELDS
from model.codes import ptv
from model.records import Channel, PathwayInfo, Record, Stage

DATA = Path(exporters.ptv.__file__).parent / "data"
LISTS = Path(ptv.__file__).parent


@pytest.mark.parametrize(
    ("file", "digest"),
    [
        (
            DATA / "v11-in-condensed.schema.json",
            "8d3ce9f926a660fe21c8329e03025ede6ed08266addabc09a6e185f169cc298a",
        ),
        (
            LISTS / "municipalities.json",
            "9509f10e902f8fd0a7c0cdbd8d98cf0fdd558793b6054dc010cfae23aff627b4",
        ),
        (
            LISTS / "target_groups.json",
            "42d8d90fabb61802e286768e5ca0b1276d6e320b58e299baa1219466e828a33d",
        ),
        (
            LISTS / "life_events.json",
            "c97b21e0741cf7be8fa4db457fed3c3b4c3dc1efd5f0704da80109ea977facdd",
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_copies_are_as_they_were_taken(file: Path, digest: str) -> None:
    assert sha256(file.read_bytes()).hexdigest() == digest


def test_of_the_service_classes_one_without_an_address_is_left_out() -> None:
    """It shares its code with another; all others are as they were taken (see NOTICE)."""
    entries = json.loads((LISTS / "service_classes.json").read_bytes())
    plain = json.dumps(entries, ensure_ascii=False, sort_keys=True).encode()
    assert (
        sha256(plain).hexdigest()
        == "ebbb2354967a0970237c26200cb18b40f1690a87a5ea781ad9607cd3d4e89061"
    )


def test_channels_share_their_parts_in_both_schemas() -> None:
    first, more = (json.loads((DATA / name).read_bytes())["$defs"] for name in schema.SCHEMAS)
    for kind in ("WebPage", "PrintableForm"):
        for key in ("sourceId", "organizationId", "serviceChannelNames", "services"):
            assert more[kind]["properties"][key] == first["EChannel"]["properties"][key]
        for key in ("areaType", "areas", "publishingStatus", "serviceChannelDescriptions"):
            assert more[kind]["properties"][key] == first["PhoneChannel"]["properties"][key]
    relation = more["ConnectionsBySource"]["properties"]["channelRelations"]["items"]
    for key in ("description", "serviceChargeType"):
        assert relation["properties"][key] == first["Connection"]["properties"][key]


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_the_schemas_are_schemas(name: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(json.loads((DATA / name).read_bytes()))


def test_every_code_of_the_lists_is_taken_by_the_schema() -> None:
    body = {
        "serviceClasses": [entry.uri for entry in ptv.service_classes().values()],
        "targetGroups": [entry.uri for entry in ptv.target_groups().values()],
        "lifeEvents": [entry.uri for entry in ptv.life_events().values()],
    }
    found = [fault for fault in schema.faults("Service", body) if "/" in fault]
    assert found == []


@pytest.mark.parametrize("kind", [PathwayInfo, Stage, Channel])
def test_what_goes_to_ptv_is_public(kind: type[Record]) -> None:
    assert CARRIED[kind] <= set(PUBLIC_FIELDS[kind])
