"""A pathway of one service and its channels that PTV takes whole, to be changed by tests."""

import json
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from exporters.exporter import Options
from exporters.ptv import PTV
from exporters.ptv.making import Made, make
from exporters.ptv.outcome import Entry, LeftOut
from model.codes import ChannelKind, ContactKind, FeeKind, Sector, StageKind
from model.parts import Contact, Fee, PtvDescription
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, PathwayInfo, Phase, Stage

OPTIONS = Options(languages=("fi",), made_at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
COUNTY = "11111111-2222-4333-8444-555555555555"
SERVICE = "aaaaaaaa-0001-4000-8000-000000000001"
CHANNEL = "bbbbbbbb-0001-4000-8000-000000000001"

INFO = PathwayInfo(
    id="info",
    title={"fi": "Uni"},
    summary={"fi": "Näin saat apua uneen."},
    description={"fi": "Ketju kertoo, miten apua saa."},
    municipalities=("286",),
    themes=({"fi": "Uni ja lepo"},),
    ptv=PtvDescription(
        service_classes=("P5.1",),
        ontology_terms=("p37040",),
        target_groups=("KR1",),
        life_events=("KE11",),
    ),
)
ACTOR = Actor(
    id="a1", order="a0", name={"fi": "Hoitaja"}, sector=Sector.PRIMARY, ptv_organisation=COUNTY
)
STAGE = Stage(
    id="s1",
    order="a0",
    actor="a1",
    phase="p1",
    kind=StageKind.TREATMENT_SERVICE,
    title={"fi": "Hoito"},
    what_happens={"fi": "Hoitaja arvioi unesi. Saat ohjeet kotiin."},
    what_you_can_do={"fi": "1. Soita.\n2. Tule paikalle."},
    fee=Fee(kind=FeeKind.FREE, note={"fi": "Käynti on maksuton."}),
    channels=("puhelin", "verkko", "asema", "lomake", "sivu"),
)


def channel(id: str, kind: ChannelKind, contact: ContactKind, value: str) -> Channel:
    return Channel(
        id=id,
        order="a0",
        kind=kind,
        digital=False,
        name={"fi": id.capitalize()},
        description={"fi": "Voit kysyä neuvoa."},
        contacts=(Contact(kind=contact, value=value, text={"fi": "Neuvonta"}),),
        support={"fi": "Saat apua myös kirjastosta."},
        fee=Fee(kind=FeeKind.OTHER, note={"fi": "Maksat oman liittymäsi hinnan."}),
    )


CHANNELS = (
    channel("puhelin", ChannelKind.PHONE, ContactKind.PHONE, "012 345 6705"),
    channel("verkko", ChannelKind.WEB_FORM, ContactKind.WEB, "https://esimerkki.example/a"),
    channel(
        "asema", ChannelKind.ON_SITE, ContactKind.VISITING_ADDRESS, "Terveystie 1 B, 45100 Kouvola"
    ),
    channel("lomake", ChannelKind.PAPER, ContactKind.WEB, "https://esimerkki.example/a.pdf"),
    channel("sivu", ChannelKind.WEB_PAGE, ContactKind.WEB, "https://esimerkki.example/"),
)


def example(*changed: AnyRecord) -> Pathway:
    """Return the pathway; records in `changed` take the place of those with their ids."""
    phase = Phase(id="p1", order="a0", title={"fi": "Hoito"})
    return Pathway([INFO, ACTOR, STAGE, phase, *CHANNELS, *changed])


def info(**fields: Any) -> Pathway:
    return example(replace(INFO, **fields))


def stage(**fields: Any) -> Pathway:
    return example(replace(STAGE, **fields))


def phone(**fields: Any) -> Pathway:
    return example(replace(CHANNELS[0], **fields))


def web(**fields: Any) -> Pathway:
    return example(replace(CHANNELS[1], **fields))


def made(pathway: Pathway) -> Made:
    return make(pathway, OPTIONS)


def entry(pathway: Pathway, id: str = "s1") -> Entry:
    """Return what was made of a stage, a channel or the whole; fails when nothing was."""
    all_made = made(pathway)
    outcomes = {**all_made.stages, **all_made.channels, "info": all_made.collection}
    outcome = outcomes[id]
    assert isinstance(outcome, Entry), outcome
    return outcome


def left_out(pathway: Pathway, id: str = "s1") -> str:
    """Return why something was left out; fails when it was not."""
    all_made = made(pathway)
    outcomes = {**all_made.stages, **all_made.channels, "info": all_made.collection}
    outcome = outcomes[id]
    assert isinstance(outcome, LeftOut), outcome
    return "; ".join(outcome.reasons)


def files(pathway: Pathway, options: Options = OPTIONS) -> dict[str, bytes]:
    return dict(PTV.build(pathway, options, lambda _share: None))


def bodies(pathway: Pathway, folder: str) -> list[Any]:
    return [
        json.loads(data)
        for name, data in files(pathway).items()
        if name.startswith(f"{folder}/") and name.endswith(".json")
    ]
