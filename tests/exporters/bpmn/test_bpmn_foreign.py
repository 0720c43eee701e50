"""Diagrams of other tools, in the dialects of four: each element comes in or is listed."""

import re
from pathlib import Path

import pytest

from exporters.bpmn.reading.source import tree
from exporters.bpmn.reading.words import called
from exporters.bpmn.writing import MODEL
from model.codes import Participation, PhaseKind, Sector
from model.file import dumps, loads
from model.pathway import Pathway
from model.text import in_language
from tests.exporters.bpmn.diagrams import FOREIGN, HERE, handovers, read, stages

NOT_SHOWN = {"definitions", "message", "signal", "error", "property"}
"""What is told by the elements that refer to it."""


def found(name: str) -> tuple[Pathway, str]:
    """Return the pathway of a file, and what was left out as one text."""
    back = read((HERE / f"foreign/{name}.bpmn").read_bytes())
    return back.pathway, "\n".join(back.left_out)


def ids_in(told: str) -> set[str]:
    return set(re.findall(r"\(([^ ()]+)\)", told)) - {"http:"}


def test_there_are_files_of_four_tools() -> None:
    tools = {file.name.partition("_")[0] for file in FOREIGN}
    assert tools == {"bpmnio", "camunda", "signavio", "visio"}
    assert len(FOREIGN) >= 12


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_every_name_comes_in_or_is_listed(file: Path) -> None:
    back = read(file.read_bytes())
    words = re.sub(r"\\n|\s+", " ", dumps(back.pathway).decode())
    told = " ".join(back.left_out)
    root = tree(file.read_bytes())
    # Two links of one name are a flow that was cut: they come in as the way through both.
    links = {link.get("name", "") for link in root.iter(f"{{{MODEL}}}linkEventDefinition")}
    for element in root.iter():
        tag = element.tag.removeprefix(f"{{{MODEL}}}")
        name = " ".join(element.get("name", "").split())
        if element.tag != tag and tag not in NOT_SHOWN and name not in links and name:
            assert name in words or name in told, (tag, name)
        if tag == "documentation":
            said = " ".join("".join(element.itertext()).split())
            assert said in words or "The documentation of" in told, said


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_what_comes_in_is_a_pathway_of_ours_and_the_same_each_time(file: Path) -> None:
    back = read(file.read_bytes())
    assert loads(dumps(back.pathway)) == back.pathway
    assert read(file.read_bytes()) == back


def test_lanes_questions_and_ends_of_camunda() -> None:
    pathway, told = found("camunda_lanes")
    assert stages(pathway) == {
        "> Arvioi hoidon tarve @ Hoitaja",
        "Ohjattu omahoitoon @ Hoitaja (end)",
        "Lääkärin vastaanotto @ Lääkäri (end)",
    }
    assert handovers(pathway) == {
        "Arvioi hoidon tarve -> Lääkärin vastaanotto: alternative, Tarvitaanko lääkäriä? Kyllä",
        "Arvioi hoidon tarve -> Ohjattu omahoitoon: alternative, Tarvitaanko lääkäriä? Ei",
    }
    first = pathway.stages[0]
    assert first.entry_criteria == {"fi": "Lähete saapuu"}
    assert first.professional_text == {"fi": "Arvio tehdään samana päivänä."}
    assert {in_language(actor.organisation, "fi") for actor in pathway.actors} == {"Terveysasema"}
    assert "1 field of the tool’s own (http://camunda.org/schema/1.0/bpmn)" in told


def test_boundary_events_subprocesses_and_repetition_of_camunda() -> None:
    pathway, told = found("camunda_boundary")
    assert handovers(pathway) == {
        "Tutkimukset -> Kuntoutusjakso: alternative",
        "Tutkimukset -> Muistutuskirje: alternative, Aika umpeutuu",
        "Kuntoutusjakso -> Soitto potilaalle: optional, Huoli herää",
        "Kuntoutusjakso -> Kotiutus: alternative",
    }
    texts = {in_language(stage.professional_text, "fi") for stage in pathway.stages}
    assert "– Alkuhaastattelu\n– Ryhmätapaaminen" in texts
    (called_one,) = [stage for stage in pathway.stages if stage.subpathway]
    assert called_one.ends_when == {"fi": "Kotona"}
    assert ids_in(told) == {"Activity_tutkimus", "Activity_kuntoutus"}


def test_events_of_camunda() -> None:
    pathway, told = found("camunda_events")
    assert handovers(pathway) == {
        "Lähetä kutsu -> Käynti: alternative, Asiakas vastaa",
        "Lähetä kutsu -> Lähetä kutsu: alternative, 4 viikkoa",
        "Käynti -> Odotetaan tuloksia: alternative",
        "Odotetaan tuloksia -> Tuloksista kerrotaan: alternative",
        "Tuloksista kerrotaan -> Keskeytetään: alternative",
        "Tuloksista kerrotaan -> Virhe: alternative",
    }
    (wait,) = [stage for stage in pathway.stages if stage.time_targets]
    assert (wait.kind, wait.time_targets[0].limit.iso) == ("wait", "P7D")
    assert pathway.stages[0].entry_criteria == {"fi": "Vuosittain; Asiakas ottaa yhteyttä"}
    assert {in_language(arrow.trigger, "fi") for arrow in pathway.handovers} == {
        "",
        "Tulos kirjattu",
    }
    assert ids_in(told) == {"Gateway_c"}


def test_gateways_of_camunda_become_flows() -> None:
    pathway, told = found("camunda_gateways")
    assert handovers(pathway) == {
        "Suunnittelu -> Fysioterapia: parallel",
        "Suunnittelu -> Ravitsemusneuvonta: parallel",
        "Fysioterapia -> Arviointi: parallel",
        "Ravitsemusneuvonta -> Arviointi: parallel",
        "Arviointi -> Vertaistuki: optional, vertaistukea",
        "Arviointi -> Sosiaaliohjaus: optional, rahaa",
        "Vertaistuki -> Loppu: alternative",
        "Sosiaaliohjaus -> Loppu: alternative",
    }
    assert ids_in(told) == {"I1"}
    assert [stage.actor for stage in pathway.stages] == [None] * 7


def test_messages_and_a_black_box_of_bpmn_io() -> None:
    pathway, told = found("bpmnio_messages")
    assert handovers(pathway) == {"Arvio -> Poliklinikkakäynti: alternative"}
    (arrow,) = pathway.handovers
    assert arrow.information == {"fi": "Lähete"}
    assert arrow.trigger == {"fi": "Lähete lähetetty; Lähete tuli"}
    patient = pathway.actors[0]
    assert patient.sector is Sector.CUSTOMER
    parts = [stage.participants for stage in pathway.stages]
    assert [[(part.actor, part.participation) for part in each] for each in parts] == [
        [(patient.id, Participation.TAKES_PART)],
        [(patient.id, Participation.INFORMED)],
    ]
    assert ids_in(told) == {"mf4"}


def test_groups_annotations_and_data_of_bpmn_io() -> None:
    pathway, told = found("bpmnio_artifacts")
    titles = {phase.id: in_language(phase.title, "fi") for phase in pathway.phases}
    assert list(titles.values()) == ["Arviointi", "Hoito"]
    where = {
        in_language(stage.title, "fi"): (titles[stage.phase or ""], stage.column)
        for stage in pathway.stages
    }
    assert where == {
        "Haastattelu": ("Arviointi", 0),
        "Hoitosuunnitelma": ("Hoito", 0),
        "Omahoito": ("Hoito", 0),
        "Hoito": ("Hoito", 1),
    }
    assert pathway.stages[0].professional_text == {"fi": "Tulkki tarvittaessa"}
    assert "Sovittu johtoryhmässä\n12.3." in in_language(pathway.info.description, "fi")
    assert ids_in(told) == {"DO_1", "DS_1"}


def test_a_diagram_without_a_picture_follows_the_flow() -> None:
    pathway, _told = found("bpmnio_no_picture")
    assert [stage.column for stage in pathway.stages] == [0, 1, 1, 2]
    assert "Yhteydenotto -> Neuvonta: optional, neuvo riittää" in handovers(pathway)
    assert PhaseKind.CARE not in {phase.kind for phase in pathway.phases}


def test_a_new_diagram_is_empty_and_says_so() -> None:
    pathway, told = found("bpmnio_new")
    assert not pathway.stages
    assert ids_in(told) == {"StartEvent_1y45yut"}


def test_nested_lanes_of_signavio() -> None:
    pathway, told = found("signavio_nested_lanes")
    assert [
        tuple(in_language(text, "fi") for text in (actor.name, actor.unit, actor.organisation))
        for actor in pathway.actors
    ] == [
        ("Palveluneuvoja", "Asiakasohjaus", "Sosiaalipalvelut"),
        ("Viranhaltija", "Asiakasohjaus", "Sosiaalipalvelut"),
        ("Sosiaalipalvelut", "", ""),
    ]
    assert "> Käsittele hakemus @ Palveluneuvoja" in stages(pathway)
    assert "fields of the tool’s own (http://www.signavio.com)" in told


def test_an_opened_subprocess_of_signavio_is_in_place_of_itself() -> None:
    pathway, told = found("signavio_subprocess")
    assert handovers(pathway) == {
        "Tavoitteet -> Harjoittelu: alternative",
        "Tavoitteet -> Siirto osastolle: alternative, Keskeytyy",
        "Harjoittelu -> Loppuarvio: alternative",
    }
    assert "Valituksen käsittely @ Kuntoutus" in stages(pathway)
    assert ids_in(told) == {"sid-sub", "sid-esp"}


def test_a_consultation_between_pools_of_signavio() -> None:
    pathway, _told = found("signavio_consultation")
    assert handovers(pathway) == {
        "Pyydä konsultaatiota -> Vastaa konsultaatioon: parallel",
        "Pyydä konsultaatiota -> Lue vastaus: parallel",
        "Vastaa konsultaatioon -> Lue vastaus: alternative",
    }


def test_upright_pools_of_visio_are_turned() -> None:
    pathway, _told = found("visio_upright")
    assert [in_language(actor.name, "fi") for actor in pathway.actors] == [
        "Asiakas",
        "Käsittelijä",
        "Esimies",
    ]
    columns = {in_language(stage.title, "fi"): stage.column for stage in pathway.stages}
    assert columns == {"Täytä hakemus": 0, "Käy läpi": 0, "Hakemus jätetty": 1, "Päätä": 2}


def test_lanes_that_name_no_nodes_hold_what_is_drawn_in_them() -> None:
    pathway, told = found("visio_lanes_by_picture")
    assert "> Soita neuvontaan @ Kuntalainen" in stages(pathway)
    assert "Ohjaa palveluun @ Neuvonta" in stages(pathway)
    assert ids_in(told) == {"SF5"}


def test_references_with_prefixes_and_another_encoding() -> None:
    pathway, _told = found("visio_prefixed_references")
    assert stages(pathway) == {"> Läkarbesök @ Vård (end)"}
    assert pathway.stages[0].column == 0


def test_flows_may_refer_with_prefixes_too() -> None:
    """References are qualified names by the standard's text, plain ids by its schema."""
    data = (
        f'<b:definitions xmlns:b="{MODEL}" xmlns:my="urn:my" targetNamespace="urn:my">'
        '<b:process id="p"><b:task id="a" name="A"/><b:task id="c" name="C"/>'
        '<b:sequenceFlow id="f" sourceRef="my:a" targetRef="my:c"/></b:process></b:definitions>'
    )
    assert handovers(read(data.encode()).pathway) == {"A -> C: alternative"}


def test_elements_are_called_as_people_know_them() -> None:
    assert called("userTask", "Arvio", "T1") in {"task “Arvio” (T1)", "tehtävä ”Arvio” (T1)"}


def read_process(body: str, collaboration: str = "") -> tuple[Pathway, str]:
    data = f'<definitions xmlns="{MODEL}">{collaboration}<process id="p">{body}</process>'
    back = read(f"{data}</definitions>".encode())
    return back.pathway, "\n".join(back.left_out)


def said(words: str) -> str:
    return f"<documentation>{words}</documentation>"


def test_what_is_written_of_events_gateways_and_flows_comes_in() -> None:
    pathway, told = read_process(
        f'<startEvent id="s" name="Alku">{said("D1")}</startEvent><task id="a" name="A"/>'
        f'<exclusiveGateway id="g">{said("D2")}</exclusiveGateway><task id="b" name="B"/>'
        f'<endEvent id="e" name="Loppu">{said("D6")}</endEvent>'
        f'<sequenceFlow id="0" sourceRef="s" targetRef="a">{said("D5")}</sequenceFlow>'
        '<sequenceFlow id="1" sourceRef="a" targetRef="g"/>'
        f'<sequenceFlow id="2" sourceRef="g" targetRef="b">{said("D3")}</sequenceFlow>'
        f'<sequenceFlow id="3" sourceRef="g" targetRef="b">{said("D4")}</sequenceFlow>'
        f'<sequenceFlow id="4" sourceRef="b" targetRef="e">{said("D7")}</sequenceFlow>'
    )
    first, last = pathway.stages
    (arrow,) = pathway.handovers
    assert first.professional_text == {"fi": "D5\n\nD1"}
    assert first.entry_criteria == {"fi": "Alku"}
    assert set(arrow.information["fi"].split("\n\n")) == {"D2", "D3", "D4"}
    assert last.professional_text == {"fi": "D7\n\nD6"}
    assert "documentation" not in told


def test_what_is_written_of_pools_lanes_and_data_is_listed() -> None:
    _pathway, told = read_process(
        f'<laneSet><lane id="l" name="Hoitaja">{said("x")}<flowNodeRef>a</flowNodeRef></lane>'
        '</laneSet><task id="a" name="A"/>',
        f'<collaboration><participant id="o" name="Sote" processRef="p">{said("x")}</participant>'
        "</collaboration>",
    )
    assert "The documentation of lane “Hoitaja” (l) was left out." in told
    assert "The documentation of pool “Sote” (o) was left out." in told


def test_who_does_a_task_and_what_lies_in_a_closed_subprocess_is_written_of_it() -> None:
    pathway, _told = read_process(
        '<subProcess id="s" name="S"><potentialOwner name="Lääkäri"/>'
        f'<startEvent id="a" name="Alku">{said("D1")}</startEvent>'
        '<endEvent id="b" name="Loppu"/>'
        '<sequenceFlow id="f" name="Kyllä" sourceRef="a" targetRef="b"/></subProcess>'
    )
    words = pathway.stages[0].professional_text["fi"]
    assert words.endswith(": Lääkäri\n\n– Alku: D1\n– Loppu\n– Alku → Loppu: Kyllä")
