"""The frame: following edits, severities, waivers, rules that break."""

import logging
import time
from collections.abc import Callable, Iterator, Sized
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.synthetic import synthetic
from model import edits
from model.change import Add, Change
from model.checks import COORDINATION, WORKSHOP, LiveChecks, Report, Rule, Said, check
from model.checks.facts import Fact
from model.checks.live import Links
from model.checks.profiles import Profile
from model.checks.reads import Reads
from model.checks.review import Review
from model.codes import (
    AgreementKind,
    ChannelKind,
    ConsentBasis,
    ContactKind,
    Flow,
    HandoverKind,
    MeasurePoint,
    OutcomeKind,
    Sector,
    Severity,
    StageKind,
)
from model.document import Changed, Document
from model.ids import Id
from model.integrity import loose_ends
from model.parts import (
    Contact,
    FormUse,
    Link,
    PathwayLink,
    SectorNotNeeded,
    StageParticipant,
    TimeTarget,
)
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Handover, PathwayInfo, Record, Stage, Waiver
from model.text import AgeRange, read_span
from tests.pathways import At, build, random_pathways

TODAY = date(2026, 6, 1)

FORM = FormUse(title={"fi": "Unikysely"}, points=(MeasurePoint.START,))

# What the rules read: per kind fields and the values that a random edit may give them.
VALUES: dict[type[Record], dict[str, list[object]]] = {
    PathwayInfo: {
        "languages": [("fi",), ("fi", "sv")],
        "emergency": [{}, {"fi": "Soita 112."}],
        "last_reviewed": [None, TODAY],
        "next_review": [None, date(2026, 5, 31), date(2027, 6, 1)],
        "title": [{}, {"fi": "F51.0"}],
        "summary": [{}, {"fi": "Näin saat apua huonoon uneen."}],
        "ages": [None, AgeRange(youngest=13, oldest=17)],
        "coordinator": [None, "a0"],
        "sectors_not_needed": [(), (SectorNotNeeded(sector=Sector.NGO, reason={"fi": "Syy"}),)],
    },
    Stage: {
        "kind": [None, *StageKind],
        "start": [True, False],
        "public": [True, False],
        "actor": [None, "a0", "a1"],
        "column": [0, 1, 2],
        "title": [{}, {"fi": "Hoito"}, {"fi": "Tuki"}, {"fi": "hoito", "sv": "Vård"}],
        "what_happens": [{}, {"fi": "Soita 112."}],
        "channels": [(), ("c0",), ("c0", "c1")],
        "topics": [(), ("uni",), ("mieli",)],
        "uses_earlier_assessment": [None, True],
        "outcomes": [(), ({"fi": "Jatkuu"},)],
        "participants": [(), (StageParticipant(actor="a0"),)],
        "forms": [(), (FORM,), (replace(FORM, points=(MeasurePoint.END,)),)],
        "duration": [None, read_span("12 kk")],
        "more_info": [{}, {"fi": "Soita."}, {"fi": "Katso intranet."}],
        "way_back": [{}, {"fi": "Soita."}],
        "recording": [{}, {"fi": "Hoitaja soittaa sinulle viikon päästä."}],
        "next_contact": [{}, {"fi": "Hoitaja soittaa sinulle viikon päästä."}],
        "links": [(), (Link(title={"fi": "Unikoulu"}, url={"fi": "www.unikoulu.example"}),)],
    },
    Handover: {
        "kind": [None, *HandoverKind],
        "outcome": [None, *OutcomeKind],
        "condition": [{}, {"fi": "jatkuu"}],
        "sender": [None, "a0"],
        "responsible_before": [None, "a0"],
        "responsible_after": [None, "a1"],
        "responsibility_moves": [{}, {"fi": "Kun lähete on luettu"}],
        "if_not_accepted": [None, "s0"],
        "if_not_accepted_text": [{}, {"fi": "Neuvotaan"}],
        "feedback_to": [None, "s0"],
        "criteria": [{}, {"fi": "Kriteerit"}],
        "flow": list(Flow),
        "target": ["s0", "s1"],
        "receiver": [None, "a1"],
        "consent": [None, ConsentBasis.LAW],
        "responsible_during": [None, "a0"],
        "waiting_contact": [{}, {"fi": "Soita."}],
        "answer_within": [None, TimeTarget(limit=read_span("7 vrk"))],
        "information": [{}, {"fi": "Tulokset"}],
        "information_needed": [{}, {"fi": "Unikyselyn tulos"}],
        "customer_told": [{}, {"fi": "Seuraava aika"}],
        "follow_up_question": [{}, {"fi": "Miten meni?"}],
    },
    Actor: {
        "name": [{"fi": "Terveysasema"}, {"fi": "Järjestö", "sv": "Organisation"}],
        "sector": [None, *Sector],
        "organisation": [{}, {"fi": "Alue"}],
        "role": [{}, {"fi": "Ohjaa."}],
        "agreement": [None, AgreementKind.GRANT],
        "contacts": [(), (Contact(kind=ContactKind.PHONE, value="112"),)],
    },
    Waiver: {"rule": ["RES-01", "STR-01"], "review_on": [None, TODAY], "reason": [{}]},
    Channel: {"digital": [True, False], "name": [{}, {"fi": "112"}, {"fi": "Verkko"}]},
}


@st.composite
def edited(draw: st.DrawFn, pathway: Pathway, donor: Pathway) -> Change:
    """Draw a change: a field set, a record removed, or one added or replaced by the donor's."""
    ids = sorted(pathway)
    record = pathway[draw(st.sampled_from(ids))]
    match draw(st.sampled_from(("set", "set", "set", "remove", "take", "waive"))):
        case "remove":
            return edits.remove(pathway, [record.id])
        case "take":
            taken = donor[draw(st.sampled_from(sorted(donor)))]
            there = pathway.get(taken.id)
            if there is None:
                return edits.add(pathway, taken)
            return (
                edits.replace_record(pathway, taken) if type(there) is type(taken) else Change("")
            )
        case "waive":
            rule = draw(st.sampled_from(("RES-01", "CUS-01", "STR-01")))
            reason = {"fi": "Sovittu työpajassa"}
            waiver = Waiver(id=f"w{len(ids)}", rule=rule, about=record.id, reason=reason)
            return edits.add(pathway, waiver)
        case _:
            fields = VALUES.get(type(record), {"title": [{"fi": "Toinen"}]})
            field = draw(st.sampled_from(sorted(fields)))
            return edits.update(pathway, record.id, **{field: draw(st.sampled_from(fields[field]))})


@given(
    st.data(),
    random_pathways(max_actors=4, max_phases=3, max_stages=12),
    random_pathways(max_actors=4, max_phases=3, max_stages=12),
)
def test_following_edits_equals_plain_checking(
    data: st.DataObject, pathway: Pathway, donor: Pathway
) -> None:
    document = Document(pathway)
    live = LiveChecks(pathway, COORDINATION, TODAY)

    def hear(notice: Changed) -> None:
        live.follow(notice.pathway, notice.change.touched)

    document.watchers.append(hear)
    for _step in range(12):
        step = data.draw(st.sampled_from(("do", "do", "do", "do", "undo", "redo")))
        if step == "do":
            document.do(data.draw(edited(document.pathway, donor)))
        elif step == "undo":
            document.undo()
        else:
            document.redo()
        assert live.report == check(document.pathway, COORDINATION, TODAY)


def small() -> Pathway:
    return build(
        Channel(id="c0", order="a0", kind=ChannelKind.PHONE, digital=False),
        phases=["Alku"],
        actors=["Terveysasema", "Järjestö"],
        stages=[At("Hoito"), At("Tuki", 1), At("Seuranta", 1)],
        arrows=[(0, 1), (1, 2)],
    )


def rule_that(
    ask: Callable[..., Iterator[Said]],
    *,
    each: type[Record] | None = None,
    reads: Reads | None = None,
) -> Rule:
    return Rule(
        id="TST-01",
        severity=Severity.ERROR,
        title="Test",
        finds="",
        why="",
        put_right="",
        source="",
        each=each,
        reads=reads or {},
        check=ask,
    )


def says(message: str, severity: Severity | None = None) -> Rule:
    """Return a rule that finds something at every stage."""

    def ask(stage: Stage, review: Review) -> Iterator[Said]:
        del review
        yield Said(about=stage.id, message=message, severity=severity)

    return rule_that(ask, each=Stage)


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"id": "s1", "professional_text": {"fi": "Ohje"}}, {"s1", "a1", "p0", "h0", "h1"}),
        ({"id": "s1", "actor": "a0"}, {"s1", "a0", "a1", "p0", "h0", "h1"}),
        ({"id": "h0", "condition": {"fi": "Jatkuu"}}, {"h0", "s0", "s1"}),
        ({"id": "a0", "name": {"fi": "Asema"}}, {"a0", "s0"}),
        ({"id": "c0", "name": {"fi": "Puhelin"}}, {"c0"}),
        ({"id": "info", "title": {"fi": "Uusi"}}, {"info"}),
        (
            {"id": "info", "languages": ("sv",)},
            {"info", "p0", "a0", "a1", "s0", "s1", "s2", "h0", "h1", "c0"},
        ),
    ],
)
def test_only_what_an_edit_reaches_is_asked_again(
    change: dict[str, object], asked: set[str]
) -> None:
    heard: list[str] = []

    def ask(record: AnyRecord, review: Review) -> Iterator[Said]:
        del review
        heard.append(record.id)
        yield from ()

    pathway = small()
    rule = rule_that(ask, each=Record, reads={PathwayInfo: {"languages"}})
    live = LiveChecks(pathway, COORDINATION, TODAY, (rule,))
    heard.clear()
    id, fields = str(change["id"]), {name: v for name, v in change.items() if name != "id"}
    after, done = edits.update(pathway, id, **fields).applied_to(pathway)
    live.follow(after, done.touched)
    assert sorted(heard) == sorted(asked)


def test_a_link_that_was_let_go_carries_no_edit() -> None:
    pathway = small()
    links = Links(pathway)
    assert links.around(["a1"]) == {"a1", "s1", "s2"}
    pathway, done = edits.update(pathway, "s1", actor="a0").applied_to(pathway)
    links.follow(pathway, done.touched)
    assert links.around(["a1"]) == {"a1", "s2"}


def test_a_rule_about_the_whole_is_asked_again_when_what_it_reads_was_changed() -> None:
    heard: list[int] = []

    def ask(review: Review) -> Iterator[Said]:
        heard.append(len(review.pathway.stages))
        yield from ()

    pathway = small()
    rule = rule_that(ask, reads={Stage: {"kind"}})
    live = LiveChecks(pathway, COORDINATION, TODAY, (rule,))
    for change in (
        edits.rename(pathway, "s0", "fi", "Uusi"),
        edits.update(pathway, "a0", sector=Sector.NGO),
        edits.update(pathway, "s0", kind=StageKind.END),
        edits.remove(pathway, ["s2"]),
    ):
        pathway, done = change.applied_to(pathway)
        live.follow(pathway, done.touched)
    assert heard == [3, 3, 2]


@pytest.mark.parametrize("end", ["s0", "s1"])  # a handover is named by both of its stages
def test_a_rule_about_the_whole_is_asked_again_when_what_it_names_is_renamed(end: Id) -> None:
    def ask(review: Review) -> Iterator[Said]:
        stage = review.pathway[end]
        assert isinstance(stage, Stage)
        yield Said(about="h0", message=stage.title["fi"])

    pathway = small()
    live = LiveChecks(pathway, COORDINATION, TODAY, (rule_that(ask, reads={Stage: {"kind"}}),))
    pathway, done = edits.rename(pathway, end, "fi", "Uusi").applied_to(pathway)
    (finding,) = live.follow(pathway, done.touched).findings
    assert finding.message == "Uusi"


def test_asked_all_again_a_rule_says_nothing_more_of_what_is_gone() -> None:
    pathway = small()
    rule = replace(says("Löytö"), reads={PathwayInfo: {"languages"}})
    live = LiveChecks(pathway, COORDINATION, TODAY, (rule,))
    for change in (
        edits.remove(pathway, ["s2"]),
        edits.update(pathway, "info", languages=("sv",)),
    ):
        pathway, _done = change.applied_to(pathway)
    report = live.follow(pathway, ["info", "s2", "h1"])
    assert [finding.about for finding in report.findings] == ["s0", "s1"]


def test_a_rule_that_breaks_is_told_once_and_the_others_still_run(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def ask(stage: Stage, review: Review) -> Iterator[Said]:
        if stage.title:
            raise ValueError(f"{stage.title} {review.today}")
        yield Said(about=stage.id, message="Ei koskaan")

    broken = rule_that(ask, each=Stage)
    sound = replace(says("Löytö"), id="TST-02")
    pathway = small().replacing(
        {"w0": Waiver(id="w0", rule="TST-01", about="s0", reason={"fi": "Ei haittaa"})}
    )
    with caplog.at_level(logging.ERROR):
        report = LiveChecks(pathway, WORKSHOP, TODAY, (broken, sound)).report
    told = [finding for finding in report.findings if finding.rule == "TST-01"]
    assert len(told) == 1
    assert told[0].severity is Severity.ERROR
    assert told[0].message == "The rule TST-01 could not be run; report this to the makers."
    assert (told[0].about, *told[0].also) == ("s0", "s1", "s2")
    assert sum(finding.rule == "TST-02" for finding in report.findings) == 3
    assert "test_live.py" in caplog.text
    assert "Hoito" not in caplog.text


def test_a_rule_whose_fact_an_edit_breaks_is_told_until_it_is_right_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def title_of(stage: Stage, _pathway: Pathway) -> Iterator[str]:
        yield stage.title["fi"]

    titles = Fact(Stage, title_of)

    def ask(review: Review) -> Iterator[Said]:
        yield Said(about=None, message=", ".join(sorted(review.known(titles).by_value)))

    broken = replace(rule_that(ask), reads={Stage: {"title"}})
    rules = broken, replace(says("Löytö"), id="TST-02")
    pathway = small()
    live = LiveChecks(pathway, COORDINATION, TODAY, rules)
    before = live.report
    for title, is_right in (({}, False), ({"fi": "Hoito"}, True)):
        stage = pathway.stages[0]
        pathway, done = edits.update(pathway, stage.id, title=title).applied_to(pathway)
        report = live.follow(pathway, done.touched)
        assert report == LiveChecks(pathway, COORDINATION, TODAY, rules).report
        assert sum(each.rule == "TST-02" for each in report.findings) == len(pathway.stages)
        assert any(each.failed for each in report.findings) is not is_right
    assert len(report.findings) == len(before.findings)
    assert "KeyError" in caplog.text
    caplog.clear()


def endless(stage: Stage, review: Review) -> Iterator[Said]:
    yield Said(about=stage.id, message="Ensin löytö")
    while review.today.year != 1:
        pass


def test_a_rule_that_takes_too_long_is_told_once_and_not_asked_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    heard: list[str] = []

    def never_done(stage: Stage, review: Review) -> Iterator[Said]:
        heard.append(stage.id)
        yield from endless(stage, review)

    slow = replace(rule_that(never_done, each=Stage), id="TST-02")
    sound = says("Löytö")
    pathway = small().replacing(
        {"w0": Waiver(id="w0", rule="TST-02", about="info", reason={"fi": "Ei haittaa"})}
    )
    with caplog.at_level(logging.ERROR):
        live = LiveChecks(
            pathway,
            WORKSHOP,
            TODAY,
            (slow, sound, replace(sound, id="TST-03")),
            rule_seconds=0.2,
        )
    (told,) = [finding for finding in live.report.findings if finding.rule == "TST-02"]
    assert (told.about, told.severity) == (None, Severity.ERROR)
    assert told.message.startswith("The rule TST-02 took too long and is left out")
    assert caplog.messages == ["rule TST-02: ended after 0.2 seconds"]
    assert sum(finding.rule in {"TST-01", "TST-03"} for finding in live.report.findings) == 6
    pathway, done = edits.remove(pathway, ["s2"]).applied_to(pathway)
    report = live.follow(pathway, done.touched)
    assert len(heard) == 1
    assert told in report.findings
    assert sum(finding.rule in {"TST-01", "TST-03"} for finding in report.findings) == 4


def test_a_rule_that_an_edit_makes_endless_is_ended() -> None:
    def ask(stage: Stage, review: Review) -> Iterator[Said]:
        if stage.kind is StageKind.END:
            yield from endless(stage, review)
        yield Said(about=stage.id, message="Löytö")

    pathway = small()
    live = LiveChecks(pathway, COORDINATION, TODAY, (rule_that(ask, each=Stage),), rule_seconds=0.2)
    assert [finding.about for finding in live.report.findings] == ["s0", "s1", "s2"]
    pathway, done = edits.update(pathway, "s0", kind=StageKind.END).applied_to(pathway)
    (told,) = live.follow(pathway, done.touched).findings
    assert "took too long" in told.message


def test_who_is_asked_of_many_records_has_more_time() -> None:
    """What takes ten times the limit is answered when it is asked of a hundred thousand."""
    limit = 0.02

    def ask(review: Review) -> Iterator[Said]:
        until = time.monotonic() + 10 * limit
        while time.monotonic() < until:
            pass
        yield Said(about=review.pathway.info.id, message="Löytö")

    rule = rule_that(ask, reads={Stage: {"kind"}})
    few, channel = small(), small()["c0"]
    many = Pathway((*few.values(), *(replace(channel, id=f"x{n}") for n in range(100_000))))
    report = LiveChecks(many, COORDINATION, TODAY, (rule,), rule_seconds=limit).report
    assert [finding.message for finding in report.findings] == ["Löytö"]


@pytest.mark.parametrize(
    ("of_profile", "of_finding", "shown"),
    [
        (Severity.ERROR, None, Severity.ERROR),
        (Severity.ERROR, Severity.INFO, Severity.INFO),
        (Severity.INFO, Severity.WARNING, Severity.INFO),
    ],
)
def test_a_finding_is_never_heavier_than_its_profile_says(
    of_profile: Severity, of_finding: Severity | None, shown: Severity
) -> None:
    profile = Profile(name="test", title="", use="", severities={"TST-01": of_profile})
    report = LiveChecks(small(), profile, TODAY, (says("Löytö", of_finding),)).report
    assert {finding.severity for finding in report.findings} == {shown}
    assert report.count(shown) == 3


def waived(**fields: object) -> Report:
    waiver = Waiver(id="w0", rule="RES-01", about="s0", reason={"fi": "Sovitaan syksyllä"})
    waiver = replace(waiver, **fields)
    pathway = build(waiver, phases=["Alku"], stages=[At("Hoito", None), At("Tuki", None)])
    return check(pathway, COORDINATION, TODAY)


@pytest.mark.parametrize("review_on", [None, date(2026, 6, 2)])
def test_a_waiver_accepts_its_finding_and_no_other(review_on: date | None) -> None:
    report = waived(review_on=review_on)
    assert [(finding.rule, finding.about) for finding in report.accepted] == [("RES-01", "s0")]
    assert [f.about for f in report.findings if f.rule == "RES-01"] == ["s1"]


@pytest.mark.parametrize(
    "fields",
    [{"review_on": TODAY}, {"review_on": date(2026, 5, 1)}, {"reason": {}}, {"rule": "CUS-01"}],
)
def test_a_waiver_past_its_date_or_without_a_reason_accepts_nothing(
    fields: dict[str, object],
) -> None:
    report = waived(**fields)
    assert [f.about for f in report.findings if f.rule == "RES-01"] == ["s0", "s1"]


def test_a_waiver_about_the_pathways_own_record_is_about_the_pathway() -> None:
    report = waived(rule="STR-01", about="info")
    assert [(finding.rule, finding.about) for finding in report.accepted] == [("STR-01", None)]


def test_findings_come_by_severity_and_then_in_board_order() -> None:
    pathway = build(
        phases=["Alku", "Loppu"],
        stages=[At("Kolmas", None, 1), At("Toinen", None, 0, 1), At("Ensimmäinen", None, 0, 0)],
    )
    report = check(pathway, COORDINATION, TODAY)
    weights = ["error", "warning", "info"]
    order = [weights.index(finding.severity) for finding in report.findings]
    assert order == sorted(order)
    assert [f.about for f in report.findings if f.rule == "RES-01"] == ["s2", "s1", "s0"]


@pytest.mark.parametrize(
    ("change", "order"),
    [
        ({"id": "s0", "column": 5}, ["s2", "s0"]),
        ({"id": "a0", "order": "a9"}, ["s2", "s0"]),
        ({"id": "w0", "rule": "TST-02"}, ["s0", "s1", "s2"]),
        ({"id": "w0", "review_on": TODAY}, ["s0", "s1", "s2"]),
        ({"id": "w0", "reason": {}}, ["s0", "s1", "s2"]),
        ({"id": "w0", "about": "s2"}, ["s0", "s1"]),
    ],
)
def test_findings_follow_moves_and_waivers_though_no_rule_says_anything_new(
    change: dict[str, object], order: list[str]
) -> None:
    waiver = Waiver(id="w0", rule="TST-01", about="s1", reason={"fi": "Sovittu"})
    pathway = build(
        waiver,
        phases=["Alku"],
        actors=["Terveysasema", "Järjestö"],
        stages=[At("Hoito"), At("Tuki", 1), At("Seuranta", 1)],
    )
    live = LiveChecks(pathway, COORDINATION, TODAY, (says("Löytö"),))
    assert [finding.about for finding in live.report.findings] == ["s0", "s2"]
    fields = {name: value for name, value in change.items() if name != "id"}
    pathway, done = edits.update(pathway, str(change["id"]), **fields).applied_to(pathway)
    report = live.follow(pathway, done.touched)
    assert [finding.about for finding in report.findings] == order


def test_what_was_not_evaluated_is_no_finding_and_is_shown() -> None:
    pathway = build(
        replace(
            Stage(id="s0", order="a0"),
            subpathway=PathwayLink(pathway="toinen"),
            title={"fi": "Osa"},
        ),
        stages=[At("Osa", None, None)],
    )
    report = check(pathway, COORDINATION, TODAY)
    assert [(u.rule, u.about) for u in report.not_evaluated if u.rule == "STR-14"] == [
        ("STR-14", "s0")
    ]
    assert "STR-14" not in {finding.rule for finding in report.findings}


def test_an_added_record_is_asked_about() -> None:
    pathway = small()
    live = LiveChecks(pathway, COORDINATION, TODAY)
    stage = Stage(id="s9", order="a9", title={"fi": "Uusi"})
    after, done = Change("", (Add(stage),)).applied_to(pathway)
    report = live.follow(after, done.touched)
    assert ("RES-01", "s9") in {(finding.rule, finding.about) for finding in report.findings}


def kept_for(live: LiveChecks) -> list[int]:
    """Return of how many records and answers something is kept."""
    asker, composer, names = live._asker, live._composer, live._names
    kept: tuple[Sized, ...] = (
        live._links._to,
        live._links._from,
        names._naming,
        names._of_answers,
        composer._about,
        composer._told,
        composer._spots._known,
        *asker.answers.values(),
        *(known.by_value for known in asker.review._facts.values()),
    )
    return [len(each) for each in kept]


def test_of_what_came_and_went_nothing_is_kept() -> None:
    pathway = synthetic(20)
    live = LiveChecks(pathway, COORDINATION, TODAY)
    kept: list[list[int]] = []
    for number in range(4):
        stage = replace(pathway.stages[3], id=f"x{number}", title={"fi": f"Hoito {number}"})
        acts: tuple[Callable[[Pathway], Change], ...] = (
            partial(edits.add, record=stage),
            partial(edits.connect, source=stage.id, target=pathway.stages[0].id),
            partial(edits.connect, source=pathway.stages[1].id, target=stage.id),
            partial(edits.update, id=stage.id, title={"fi": "Tuki"}),
            partial(edits.remove, ids=[stage.id]),
        )
        for act in acts:
            after, done = act(pathway).applied_to(pathway)
            pathway, tidied = loose_ends(after, done).applied_to(after)
            live.follow(pathway, (done + tidied).touched)
        kept.append(kept_for(live))
    assert kept[1:] == kept[:-1]
