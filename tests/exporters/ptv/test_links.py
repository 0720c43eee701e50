"""Where services and channels meet, new ones and those that PTV has."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from exporters.ptv.schema import faults
from model.messages import speaking
from model.pathway import Pathway
from tests.exporters.ptv.example import (
    CHANNEL,
    CHANNELS,
    INFO,
    SERVICE,
    STAGE,
    bodies,
    entry,
    example,
    files,
)

PHONE = CHANNELS[0]
OLD_PHONE = replace(PHONE, ptv_channel=CHANNEL)
OLD_STAGE = replace(STAGE, ptv_service=SERVICE)
OURS = "ketjupaja.info"


def between(*changed: Any) -> tuple[Pathway, list[Any]]:
    pathway = example(*changed)
    return pathway, bodies(pathway, "connections")


def test_two_new_ones_meet_by_our_ids() -> None:
    _pathway, (body,) = between(replace(STAGE, channels=("puhelin", "asema")))
    assert [each["serviceChannelSourceId"] for each in body["channelRelations"]] == [
        f"{OURS}.asema",
        f"{OURS}.puhelin",
    ]
    location, phone = body["channelRelations"]
    assert location["serviceChargeType"] == "Other"
    assert [each["type"] for each in location["description"]] == [
        "Description",
        "ChargeTypeAdditionalInfo",
    ]
    assert "serviceChargeType" not in phone  # what a call costs stands with the number


def test_two_known_ones_meet_by_the_ids_of_ptv() -> None:
    pathway, ((body,),) = between(replace(OLD_STAGE, channels=("puhelin",)), OLD_PHONE)
    assert (body["serviceId"], body["serviceChannelId"]) == (SERVICE, CHANNEL)
    assert faults("Connection", body) == []
    assert not bodies(pathway, "services")
    assert not bodies(pathway, "channels")


def test_a_new_channel_names_the_service_that_ptv_has() -> None:
    pathway, none = between(replace(OLD_STAGE, channels=("puhelin",)))
    assert none == []
    assert entry(pathway, "puhelin").body["services"] == [SERVICE]


def test_a_new_service_names_the_channel_that_ptv_has() -> None:
    pathway, none = between(replace(STAGE, channels=("puhelin",)), OLD_PHONE)
    assert none == []
    assert entry(pathway).body["serviceChannels"] == [CHANNEL]


def test_a_new_service_among_both_leaves_the_new_ones_for_later() -> None:
    """Connecting by our ids would take away what is not named there."""
    with speaking("en"):
        pathway, none = between(replace(STAGE, channels=("puhelin", "asema")), OLD_PHONE)
        report = files(pathway)["missing.txt"].decode()
    assert none == []
    assert entry(pathway).body["serviceChannels"] == [CHANNEL]
    assert "connect it in PTV with the new channel “Asema”" in report
    assert "connected with the channel “Puhelin”, but without its fee and instructions" in report


def test_the_collection_names_what_ptv_has() -> None:
    assert "services" not in entry(example(), "info").body
    alone = example(OLD_STAGE, OLD_PHONE)
    body = entry(alone, "info").body
    assert body["services"] == [SERVICE]
    assert "serviceChannels" not in body  # it comes with its service
    other = entry(example(OLD_PHONE), "info").body
    assert other["serviceChannels"] == [CHANNEL]


def test_a_collection_that_ptv_has_is_replaced() -> None:
    assert INFO.ptv is not None
    ptv = replace(INFO.ptv, service_collection=SERVICE)
    found = files(example(replace(INFO, ptv=ptv)))
    requests = json.loads(found["requests.json"])["requests"]
    assert requests[-1]["request"] == f"PUT /api/v11/ServiceCollection/{SERVICE}"


@pytest.mark.parametrize("id", ["a_b", "a--b", "A", "a_"])
def test_our_ids_keep_to_what_ptv_allows_and_never_clash(id: str) -> None:
    changed = replace(PHONE, id=id)
    pathway = example(changed, replace(STAGE, channels=(id,)))
    source = entry(pathway, id).body["sourceId"]
    assert source == f"{OURS}.{id.replace('_', '..')}"


def test_what_is_no_id_of_ptv_keeps_an_entry_out() -> None:
    """Else it would be made a second time."""
    with speaking("en"):
        report = files(example(replace(STAGE, ptv_service="123")))["missing.txt"].decode()
    assert "Stage “Hoito”: what stands as its id in PTV cannot be one" in report
    assert not bodies(example(replace(STAGE, ptv_service="123")), "services")
