"""A small board that tests write into a workbook and bring back."""

from functools import cache

from model.codes import Sector
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Phase, Stage
from model.text import read_span
from tests.exporters.excel.books import book_bytes


def with_records(pathway: Pathway, *records: AnyRecord) -> Pathway:
    return pathway.replacing({record.id: record for record in records})


@cache
def board() -> Pathway:
    """Return a small board of which each test changes something."""
    stages = [
        Stage(
            id="s1",
            order="a0",
            actor="a1",
            phase="p1",
            title={"fi": "Yhteydenotto", "sv": "Kontakt"},
            time_targets=(TimeTarget(limit=read_span("7 vrk")),),
        ),
        Stage(id="s2", order="a1", actor="a2", phase="p1", column=1, title={"fi": "Arvio"}),
        Stage(id="s3", order="a2", actor="a2", phase="p2", title={"fi": "Hoito"}),
    ]
    return Pathway(
        [
            PathwayInfo(id="info", title={"fi": "Uni"}, languages=("fi", "sv")),
            Phase(id="p1", order="a0", title={"fi": "Alku"}),
            Phase(id="p2", order="a1", title={"fi": "Hoito ja tuki"}),
            Actor(id="a1", order="a0", name={"fi": "Asiakas"}, sector=Sector.CUSTOMER),
            Actor(id="a2", order="a1", name={"fi": "Hoitaja", "sv": "Skötare"}),
            *stages,
            Handover(id="h1", source="s1", target="s2"),
            Handover(id="h2", source="s2", target="s3", condition={"fi": "Jos tarvitaan"}),
        ]
    )


@cache
def board_bytes() -> bytes:
    return book_bytes(board(), "fi", "sv")
