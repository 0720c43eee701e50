"""Mermaid out and in: what is written is read back, and foreign texts come in or are told."""

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import HealthCheck, assume, given, settings

from exporters.diagram import words
from exporters.exporter import Options
from exporters.mermaid import BY_ACTOR, BY_PHASE, MERMAID, SWIMLANES
from exporters.mermaid.quoting import escaped, quoted, unescaped
from exporters.mermaid.reading import read
from exporters.mermaid.writing import text
from model import file
from model.codes import Flow, Sector, StageKind
from model.file import UnreadableFileError
from model.messages import speaking
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage
from model.text import in_language
from samples import SAMPLES, Sample
from tests.exporters.diagram.drawn import OPTIONS, hostile
from tests.pathways import At, any_words, build, random_pathways
from tests.sparing import one_in

FORMS = (BY_ACTOR.name, BY_PHASE.name, SWIMLANES.name)

NO_NAME = "(nimetön)"


def plain(said: str) -> str:
    return " ".join(words.clean(said).split())


def content(pathway: Pathway, *, lanes: bool) -> list[object]:
    """Return stages with their lane (or phase), handovers and conditions, without ids."""

    def group(stage: Stage) -> str | None:
        found = pathway.find(Actor, stage.actor) if lanes else pathway.find(Phase, stage.phase)
        if found is None:
            return None
        name = in_language(found.name if isinstance(found, Actor) else found.title, "fi")
        return plain(name) or NO_NAME

    with speaking("fi"):
        titles = {stage.id: plain(words.stage_title(stage, "fi")) for stage in pathway.stages}
        stages = [
            (titles[stage.id], group(stage), stage.kind, stage.start) for stage in pathway.stages
        ]
        arrows = [
            (
                titles[arrow.source],
                titles[arrow.target],
                arrow.flow,
                plain(words.handover_label(arrow, "fi")),
            )
            for arrow in pathway.handovers
        ]
    return [sorted(map(repr, stages)), sorted(map(repr, arrows))]


def groups(pathway: Pathway, *, lanes: bool) -> list[str]:
    named = [in_language(actor.name, "fi") for actor in pathway.actors]
    titled = [in_language(phase.title, "fi") for phase in pathway.phases]
    return [plain(name) or NO_NAME for name in (named if lanes else titled)]


def without_what_swimlanes_lack(pathway: Pathway) -> Pathway:
    used = {stage.actor for stage in pathway.stages}
    return Pathway(
        record
        for record in pathway.values()
        if not (isinstance(record, Handover) and record.source == record.target)
        and not (isinstance(record, Actor) and record.id not in used)
    )


def same_after_return(pathway: Pathway, form: str) -> None:
    if form == SWIMLANES.name:
        pathway = without_what_swimlanes_lack(pathway)
    with speaking("en"):
        back = read(text(pathway, "fi", form).encode(), "fi")
    assert [said for said in back.left_out if "cut" not in said] == []
    lanes = form != BY_PHASE.name
    assert content(back.pathway, lanes=lanes) == content(pathway, lanes=lanes)
    assert groups(back.pathway, lanes=lanes) == groups(pathway, lanes=lanes)
    if lanes:
        sectors = [actor.sector for actor in pathway.actors]
        assert [actor.sector for actor in back.pathway.actors] == sectors
    assert file.loads(file.dumps(back.pathway)) == back.pathway


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_samples_return_whole(sample: Sample, form: str) -> None:
    same_after_return(file.read(sample.path), form)


@pytest.mark.parametrize("form", one_in(3, FORMS))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(pathway=random_pathways(max_stages=12, max_actors=5, max_phases=4))
def test_any_pathway_returns_whole(pathway: Pathway, form: str) -> None:
    assume(pathway.stages and (pathway.phases or form != BY_PHASE.name))
    same_after_return(pathway, form)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_return_whole(form: str) -> None:
    same_after_return(hostile(), form)


@settings(max_examples=300)
@given(any_words)
def test_texts_return_and_hold_no_sign_of_mermaid(said: str) -> None:
    assert unescaped(quoted(said)[1:-1]) == plain(said)
    assert not set(escaped(said)) & set("\"'[]{}<>|&\\`*_~^=$%@+")


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("style a:#b;", ":#"),
        ("a direction TB b", "direction TB"),
        ("1. ensin", "1. "),
        ("- ensin", '"- '),
        ("www.kanta.fi", "www.kanta"),
        ("fa:fa-ban", "fa:fa"),
        ("%%{init: 1}%%", "%%"),
        ("#quot;", "#quot;"),
        ("https://x.fi", "https:"),
    ],
)
def test_words_that_mermaid_looks_for_inside_texts(said: str, never: str) -> None:
    assert never not in quoted(said)
    assert unescaped(escaped(said)) == said


def test_only_safe_addresses_become_links() -> None:
    link = 'click a href "{}"'
    for address in ("javascript:alert(1)", "data:text/html,x", "https://a@b.fi", "file:///etc"):
        source = f"flowchart LR\na-->b\n{link.format(address)}"
        back = read(source.encode(), "fi")
        assert all(stage.links == () for stage in back.pathway.stages)
        assert len(back.left_out) == 1
    back = read(f"flowchart LR\na-->b\n{link.format('https://omaolo.fi/x')}".encode(), "fi")
    assert [dict(link.url) for stage in back.pathway.stages for link in stage.links] == [
        {"fi": "https://omaolo.fi/x"}
    ]


FOREIGN = """---
title: Tukipyyntö
config:
  theme: dark
---
%%{init: {"flowchart": {"curve": "basis"}}}%%
flowchart TD
%% a comment --> no arrow
    subgraph Asiakas
    A([Aloitus]) --> B["Lomake<br/>verkossa"]; B -- täytetty --> C
    end
    subgraph tuki [Tuki & neuvonta]
        direction TB
        C{Onko kiire?} -->|Kyllä| D & E
        C -. ei .-> F(("Valmis"))
        subgraph sisalla [Sisällä]
            G@{ shape: diam, label: "Valinta" }
        end
    end
    D ==> G ---> H[/Lausunto/]
    H e1@--> F
    H --> tuki
    H --- I>lippu]
    I <--> D
    style A fill:#f9f,stroke:#333;
    click D call alert("x")
    this is not mermaid at all ((
    linkStyle default stroke:red
"""


def test_a_foreign_flowchart_comes_in() -> None:
    with speaking("en"):
        back = read(FOREIGN.encode(), "fi")
    pathway = back.pathway
    titles = {stage.id: in_language(stage.title, "fi") for stage in pathway.stages}
    assert in_language(pathway.info.title, "fi") == "Tukipyyntö"
    assert set(titles.values()) == {
        "Aloitus", "Lomake verkossa", "Onko kiire?", "D", "E", "Valmis", "Valinta", "Lausunto",
        "lippu",
    }  # fmt: skip
    assert [in_language(actor.name, "fi") for actor in pathway.actors] == [
        "Asiakas",
        "Tuki & neuvonta",
    ]
    arrows = {
        (titles[arrow.source], titles[arrow.target]): (
            in_language(arrow.condition, "fi"),
            arrow.flow,
        )
        for arrow in pathway.handovers
    }
    assert arrows == {
        ("Aloitus", "Lomake verkossa"): ("", Flow.ALTERNATIVE),
        ("Lomake verkossa", "Onko kiire?"): ("täytetty", Flow.ALTERNATIVE),
        ("Onko kiire?", "D"): ("Kyllä", Flow.ALTERNATIVE),
        ("Onko kiire?", "E"): ("Kyllä", Flow.ALTERNATIVE),
        ("Onko kiire?", "Valmis"): ("ei", Flow.OPTIONAL),
        ("D", "Valinta"): ("", Flow.PARALLEL),
        ("Valinta", "Lausunto"): ("", Flow.ALTERNATIVE),
        ("Lausunto", "Valmis"): ("", Flow.ALTERNATIVE),
        ("Lausunto", "lippu"): ("", Flow.ALTERNATIVE),
        ("lippu", "D"): ("", Flow.ALTERNATIVE),
        ("D", "lippu"): ("", Flow.ALTERNATIVE),
    }
    kinds = {titles[stage.id]: stage.kind for stage in pathway.stages}
    assert kinds["Onko kiire?"] is kinds["Valinta"] is StageKind.DECISION
    assert kinds["Valmis"] is StageKind.END
    assert [titles[stage.id] for stage in pathway.stages if stage.start] == ["Aloitus"]
    lanes = {titles[s.id]: s.actor for s in pathway.stages}
    assert lanes["Valinta"] == lanes["D"] == "tuki"
    told = "\n".join(back.left_out)
    for line in (16, 22, 23, 25, 26, 27):
        assert f"Line {line}: " in told, (line, told)
    assert len(back.left_out) == 6


@pytest.mark.parametrize(
    "chain",
    [
        "A-->B", "A --> B", "A---->B", "A-- sana -->B", "A--sana-->B", "A -->|sana| B", "A-.->B",
        "A-. sana .->B", "A==>B", "A == sana ==> B", "A--xB", "A --o B", "A<-->B", "A[x]-->B(y)",
        'A["x ] --> y"]-->B', "A:::k-->B:::l", "A e7@--> B", "A-->B;", "graph1-->B", "a-b-->c.d",
        "ä1-->ö2",
    ],
)  # fmt: skip
def test_each_way_to_write_an_arrow(chain: str) -> None:
    back = read(f"graph TD\n{chain}\n".encode(), "fi")
    assert bool(back.left_out) == any(head in chain for head in ("--x", "--o"))
    assert len(back.pathway.stages) == 2
    wanted = 2 if "<" in chain else 1
    assert len(back.pathway.handovers) == wanted
    assert in_language(back.pathway.handovers[0].condition, "fi") == (
        "sana" if "sana" in chain else ""
    )


def test_a_group_may_be_pointed_at_before_it_is_drawn() -> None:
    with speaking("en"):
        back = read(b"flowchart LR\nA --> tuki\nsubgraph tuki [Tuki]\nC\nend\nA --> C\n", "fi")
    assert {stage.id for stage in back.pathway.stages} == {"A", "C"}
    assert [in_language(actor.name, "fi") for actor in back.pathway.actors] == ["Tuki"]
    assert [(arrow.source, arrow.target) for arrow in back.pathway.handovers] == [("A", "C")]
    assert back.left_out == ("Line 2: an arrow to or from the group “tuki” is left out.",)


def test_what_is_told_is_at_its_line() -> None:
    with speaking("en"):
        text = b"flowchart LR\nA --> B\nA --o C\nA --x C\nA ~~~ C\nclick A 'x'\nclick B \"ftp:x\"\n"
        told = read(text, "fi").left_out
    assert [said[:7] for said in told] == ["Line 3:", "Line 5:", "Line 6:", "Line 7:"]
    assert "circles and crosses" in told[0]
    assert "invisible" in told[1]
    assert "address of “B”" in told[3]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("`**bold** and _thin_`", "bold and thin"),
        ("`**bold *and* more** x`", "bold and more x"),
        ("`***all*** 2 * 3 * 4`", "all 2 * 3 * 4"),
        ("a<!-- b <i> --> c <b>d</b>", "a c d"),
        ("a < b <!-- c", "a < b <!-- c"),
    ],
)
def test_marks_of_markdown_and_tags_say_nothing(label: str, said: str) -> None:
    assert unescaped(label) == said


def test_settings_and_descriptions_of_many_lines_are_passed_over() -> None:
    text = (
        "%%{init: {\n'x': 50%}\n}%%\nflowchart LR\n"
        'accDescr {\na description {b}\naccording\nA["x"]@{ shape: diam,\n label: "a } @{ b" }\n'
    )
    assert read(text.encode(), "fi").left_out == ()


def test_a_block_of_a_markdown_page_comes_in_with_its_lines() -> None:
    page = (
        "# Sivu\n\n```mermaid\nsequenceDiagram\nA->>B: x\n```\n\n"
        "```mermaid\nflowchart LR\nA-->B\n))\n```\n```python\nx\n```\n"
    )
    with speaking("en"):
        back = read(page.encode(), "fi")
    assert len(back.pathway.stages) == 2
    assert back.left_out[0].startswith("Line 11: ")
    assert "1 other diagram" in back.left_out[1]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "Line 1"),
        (b"\n\nsequenceDiagram\nA->>B: x", "Line 3"),
        (b"flowchart LR\n\xff\xfe", "Line 2"),
        (b"flowchart LR\n%% nothing\n", "no stages"),
        (b"flowchart LR\n" + b"\n".join(b"a%d" % n for n in range(3000)), "1500"),
        (b"flowchart LR\n" + b"a-->a\n" * 6000, "5000"),
        (b"flowchart LR\n" + b"subgraph x\n" * 100, "Line 22"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, place: str) -> None:
    with speaking("en"), pytest.raises(UnreadableFileError) as refused:
        read(data, "fi")
    assert place in str(refused.value)
    assert "\n" not in str(refused.value)


def seconds(before: str, repeated: str, after: str, count: int) -> float:
    """Return how long a text takes: the quicker of two times, the processor's seconds only."""
    data = (before + repeated * count + after).encode()
    taken = []
    for _time in range(2):
        begun = process_time()
        with suppress(UnreadableFileError):
            read(data, "fi")
        taken.append(process_time() - begun)
    return min(taken)


BEGUN = "flowchart LR\n"
SLOW_ONCE = [
    (BEGUN + 'a["`', "*a ", '`"]\n'),
    (BEGUN + 'a["`', "_a ", '`"]\n'),
    (BEGUN + 'a["', "<!--", '"]\n'),
    (BEGUN + 'a["', "<a ", '"]\n'),
    (BEGUN, "a@{\n", ""),
    (BEGUN, 'a@{"\n', ""),
    (BEGUN + "a@{", "a", "}\n"),
    (BEGUN, "%%{", ""),
    (BEGUN, "%%{\n", ""),
    (BEGUN, "accDescr{\n", ""),
    (BEGUN + "subgraph x[", " ", "\n"),
    (BEGUN + "a-->|", " ", "\n"),
    (BEGUN, "a(((\n", ""),
    (BEGUN, 'a["\n', ""),
    (BEGUN, 'a-- "\n', ""),
    (BEGUN, "a;", ""),
    ("---\ntitle: a", " ", "x\n---\nflowchart LR\na\n"),
    ("", "```mermaid\n%%{\n", ""),
    *((BEGUN, sign, "") for sign in ("(", "[", "A[", "--", "A--", "A-- x ", '"', "-.", "&", "{{")),
]


@pytest.mark.parametrize(("before", "repeated", "after"), SLOW_ONCE)
def test_no_text_takes_long(before: str, repeated: str, after: str) -> None:
    """Eight times the text takes about eight times as long; searches anew take 64 times as long."""
    little = seconds(before, repeated, after, 600)
    much = seconds(before, repeated, after, 4_800)
    assert much < max(24 * little, 0.05)


def test_phases_and_sectors_come_back() -> None:
    pathway = build(
        phases=["Alku", "Loppu"],
        actors=[("Asema", Sector.PRIMARY)],
        stages=[At("Käynti"), At("Seuranta", phase=1, kind=StageKind.FOLLOW_UP)],
        arrows=[(0, 1, "tarve")],
    )
    same_after_return(pathway, BY_PHASE.name)
    same_after_return(pathway, SWIMLANES.name)


def test_a_form_is_chosen() -> None:
    def made(form: str) -> str:
        options = Options(languages=("fi",), made_at=OPTIONS.made_at, form=form)
        [(_name, data)] = MERMAID.build(hostile(), options, lambda _share: None)
        return data.decode()

    assert "swimlane-beta LR" in made("swimlanes")
    assert made("") == made("actor") != made("phase")
