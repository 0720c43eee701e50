"""What a filter lets pass: by group of rules, place on the board, role, words and selection."""

import pytest
from msgspec.structs import replace

from designer.ui.findings.filters import Filter, Only, passing
from designer.ui.findings.lines import OPEN, FindingLine, Group
from designer.ui.findings.whereabouts import Whereabouts, owner, publisher
from model.codes import ChannelKind, Sector
from model.codes.names import name_of_code
from model.pathway import Pathway
from model.records import Actor, Channel, Stage
from tests.pathways import At, build

HERE = build(
    phases=("Arvio", "Hoito"),
    actors=(("Sote-keskus", Sector.PRIMARY), ("Sairaala", Sector.SPECIALIST)),
    stages=(At("Käynti", 0, 0), At("Leikkaus", 1, 1), At("Ei kenenkään", None, 1, 1)),
    arrows=((0, 1),),
)


def line(
    rule: str, about: str | None, *, also: tuple[str, ...] = (), says: str = ""
) -> FindingLine:
    return FindingLine(Group.WARNING, rule, about, also, says or f"{rule} {about}")


STAGE = line("RES-01", "s0", says="”Käynti” ei sano, kuka vastaa.")
FAR_STAGE = line("CUS-01", "s1")
ARROW = line("HAN-02", "h0")
NOBODY = line("RES-01", "s2")
WHOLE = line("OWN-01", None)
TEXTS = line("LAN-01", None)
LINES = (STAGE, FAR_STAGE, ARROW, NOBODY, WHOLE, TEXTS)


def shown(chosen: Filter, pathway: Pathway = HERE) -> set[FindingLine]:
    return set(passing(LINES, chosen, Whereabouts(pathway)))


def test_without_a_choice_everything_open_passes() -> None:
    assert shown(Filter()) == set(LINES)
    assert shown(Filter(OPEN - {Group.WARNING})) == set()


@pytest.mark.parametrize(
    ("chosen", "wanted"),
    [
        (Filter(kind="RES"), {STAGE, NOBODY}),
        (Filter(actor="a0"), {STAGE, ARROW}),
        (Filter(actor="a1"), {FAR_STAGE, ARROW}),
        (Filter(phase="p1"), {FAR_STAGE, ARROW, NOBODY}),
        (Filter(selected=frozenset({"s0"})), {STAGE, ARROW}),
        (Filter(selected=frozenset({"a1"})), {FAR_STAGE, ARROW}),
        (Filter(selected=frozenset({"h0"})), {ARROW}),
        (Filter(words="vastaa kaynti"), {STAGE}),
        (Filter(words="leikkaus"), {FAR_STAGE, ARROW}),
        (Filter(words="han-02"), {ARROW}),
        (Filter(kind="RES", words="vastaa"), {STAGE}),
        (Filter(only=Only(rules=frozenset({"RES-01", "OWN-01"}))), {STAGE, NOBODY, WHOLE}),
        (Filter(only=Only(about=frozenset({"s0", "s1"}))), {STAGE, FAR_STAGE}),
        (Filter(only=Only(about=frozenset({HERE.info.id}))), {WHOLE, TEXTS}),
        (Filter(only=Only(frozenset({"RES-01"}), frozenset({"s2"}))), {NOBODY}),
    ],
)
def test_each_part_of_a_filter(chosen: Filter, wanted: set[FindingLine]) -> None:
    assert shown(chosen) == wanted


def test_who_puts_it_right() -> None:
    where = Whereabouts(HERE)
    sectors = {Sector.PRIMARY: where.roles(STAGE), Sector.SPECIALIST: where.roles(FAR_STAGE)}
    assert sectors == {sector: {name_of_code(sector).capitalize()} for sector in sectors}
    assert where.roles(ARROW) == where.roles(STAGE)  # whoever hands over
    assert where.roles(NOBODY) == where.roles(WHOLE) == {owner()}
    assert where.roles(TEXTS) == {publisher()}
    assert shown(Filter(role=owner())) == {NOBODY, WHOLE}


def test_a_role_that_is_written_goes_before_the_sector() -> None:
    actor = HERE.find(Actor, "a0")
    assert actor is not None
    nurse = replace(actor, role={"fi": "diabeteshoitaja", "en": "diabeteshoitaja"})
    pathway = HERE.replacing({"a0": nurse})
    assert Whereabouts(pathway).roles(STAGE) == {"Diabeteshoitaja"}


def test_a_channel_is_where_the_stages_are_that_use_it() -> None:
    stage = HERE.find(Stage, "s1")
    assert stage is not None
    phone = Channel(id="c0", order="a0", kind=ChannelKind.PHONE, digital=False)
    pathway = HERE.replacing({"c0": phone, "s1": replace(stage, channels=("c0",))})
    where = Whereabouts(pathway)
    found = line("ACC-04", "c0")
    assert where.around(found) == {"c0", "s1", "a1", "p1"}
    assert where.roles(found) == where.roles(FAR_STAGE)


def test_what_is_about_no_record_that_is_there_is_about_the_pathway() -> None:
    where = Whereabouts(HERE)
    gone = line("STR-14", "gone")
    assert where.records(gone) == (HERE.info.id,)
    assert where.name(gone) == where.name(WHOLE)
    assert where.roles(gone) == {owner()}
    several = line("STR-13", None, also=("s1", "s2"))
    assert where.records(several) == ("s1", "s2")
