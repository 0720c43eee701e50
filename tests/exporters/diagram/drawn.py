"""What the tests of pictures draw: a pathway with every form there is, and a hostile one."""

from datetime import UTC, datetime

from exporters.exporter import Build, Options
from model.codes import ChannelKind, Confirmation, ContactKind, Flow, Sector, StageKind
from model.parts import Contact, Link, TimeTarget
from model.pathway import Pathway
from model.records import Channel, Handover, PathwayInfo, Stage
from model.text import read_span
from tests.pathways import At, build

OPTIONS = Options(languages=("fi",), made_at=datetime(2026, 3, 2, 12, 0, tzinfo=UTC))

PHONE = Channel(
    id="c0",
    order="a0",
    kind=ChannelKind.PHONE,
    digital=False,
    name={"fi": "Neuvonta"},
    contacts=(Contact(kind=ContactKind.WEB, value="https://neuvonta.example/yhteys"),),
)

SMALL = build(
    PHONE,
    Stage(
        id="s0",
        order="a0",
        actor="a0",
        phase="p0",
        kind=StageKind.CONTACT,
        title={"fi": "Yhteydenotto päivällä"},
        channels=("c0",),
        confirmation=Confirmation.CONFIRMED,
    ),
    Stage(
        id="s2",
        order="a2",
        actor="a1",
        phase="p1",
        kind=StageKind.TREATMENT_SERVICE,
        title={"fi": "Hoito & kuntoutus"},
        time_targets=(TimeTarget(limit=read_span("≤ 7 vrk")),),
        links=(Link(title={"fi": "Hoito"}, url={"fi": "https://hoito.example/ohje?a=1&b=2"}),),
        confirmation=Confirmation.DISPUTED,
    ),
    Handover(id="h2", source="s1", target="s3", flow=Flow.OPTIONAL, condition={"fi": "Hätä"}),
    Handover(id="h3", source="s2", target="s4", flow=Flow.PARALLEL),
    phases=("Alku", "Hoito"),
    actors=(("Asiakas", Sector.CUSTOMER), ("Sote-keskus", Sector.PRIMARY)),
    stages=(
        At("", 0, 0),
        At("Tarvitaanko hoitoa?", 1, 0, 1, StageKind.DECISION),
        At("", 1, 1),
        At("Kiireellinen apu", 1, 1, 1, StageKind.EMERGENCY),
        At("Tuki päättyy", 0, 1, 1, StageKind.END),
    ),
    arrows=((0, 1), (1, 2, "Hoidon tarve yli 3 kk"), (1, 3), (2, 4)),
)

HOSTILE_TEXTS = (
    "<script>alert(1)</script>",
    "]]><b>&amp;</b>",
    '"quoted" \'single\' \\N \\G \\" back\\slash\\',
    "&lt;table&gt; &#65;",
    "nul\x00 esc\x1b bell\x07 \ufffe \ud800",
    "\u202egnp.exe",
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
)
HOSTILE_ADDRESSES = (
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "file:///etc/passwd",
    "//host/share",
    "data:text/html,<script>alert(1)</script>",
    "mailto:nobody@example.org",
)


def hostile() -> Pathway:
    """Build a pathway of hostile texts, in every place that is drawn."""
    stages = [
        Stage(
            id=f"s{place}",
            order=f"a{place}",
            actor="a0",
            phase="p0",
            column=place,
            title={"fi": text},
            links=tuple(Link(url={"fi": address}) for address in HOSTILE_ADDRESSES),
            time_targets=(TimeTarget(limit=read_span(text)),),
        )
        for place, text in enumerate(HOSTILE_TEXTS)
    ]
    handovers = [
        Handover(id=f"h{place}", source=f"s{place}", target="s0", condition={"fi": text})
        for place, text in enumerate(HOSTILE_TEXTS)
    ]
    everywhere = "; ".join(HOSTILE_TEXTS)
    info = PathwayInfo(id="info", title={"fi": everywhere}, summary={"fi": everywhere})
    return build(
        info,
        *stages,
        *handovers,
        phases=(everywhere,),
        actors=((everywhere, Sector.NGO),),
    )


def made_by(build_format: Build, pathway: Pathway = SMALL, options: Options = OPTIONS) -> bytes:
    """Return the one file that a format makes of a pathway."""
    ((_name, data),) = build_format(pathway, options, lambda _share: None)
    return data
