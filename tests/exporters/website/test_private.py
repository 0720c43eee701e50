"""What is not public never reaches a byte of the site, and what is public reaches it."""

from datetime import date
from itertools import count

import msgspec
import pytest
from msgspec import Struct, inspect
from msgspec.structs import fields, replace

from exporters.website.public import PUBLIC_FIELDS, PUBLIC_PARTS, public_part
from model.codes import ChannelKind
from model.file import dumps
from model.parts import Approval, OmasoteUse, Part, Responsibility
from model.pathway import Pathway
from model.records import (
    RECORD_KINDS,
    Actor,
    AnyRecord,
    Channel,
    Handover,
    PathwayInfo,
    Phase,
    Record,
    Stage,
)
from tests.exporters.website.filled import Days, everything, filled, site, texts

PRIVATE_KINDS = {"Workshop", "Note", "Story", "Task", "Waiver", "Milestone"}
PRIVATE = {
    "PathwayInfo": {
        "view",
        "segments",
        "deputy",
        "coordinator",
        "sectors_not_needed",
        "vulnerable_groups",
        "first_contact_starts_service",
        "change_note",
        "derived_from",
        "selection_reasons",
        "selection_note",
        "rollout",
        "documents",
        "ptv",
    },
    "Phase": set[str](),
    "Actor": {
        "professional_contacts",
        "agreement",
        "agreement_note",
        "active",
        "ptv_organisation",
    },
    "Stage": {
        "needs_referral",
        "topics",
        "uses_earlier_assessment",
        "visit_group",
        "recording",
        "failure_demand",
        "confirmation",
        "confirmations",
        "subpathway",
        "card_number",
        "ptv_service",
    },
    "Channel": {"service_owner", "checked", "evaluation", "ptv_channel"},
    "Handover": {
        "consent_note",
        "no_feedback_reason",
        "follow_up_question",
        "failure_demand",
    },
    "Goal": set[str](),
    "Metric": {"source", "baseline", "interval", "responsible", "points", "goals", "observations"},
    "TimePromise": set[str](),
    "ParticipantGroup": {"members", "heard_by", "quotes_allowed", "persons"},
}
# Private inside a part of a public field.
PRIVATE_PARTS = ("person", "trigger", "answered_by", "answered_within")
PRIVATE_IN_PARTS: dict[type[Struct], set[str]] = {
    Approval: {"milestone"},
    OmasoteUse: {"trigger", "answered_by", "answered_within"},
    Responsibility: {"person"},
}


class Canaries:
    """Words that stand nowhere else; each is told apart by its place."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        self._numbers = count()

    def __call__(self, place: str) -> str:
        word = f"qz{next(self._numbers):04d}zq"
        self.places[word] = place
        return word


def is_private(place: str) -> bool:
    kind, field, *rest = place.split(".")
    return (
        kind in PRIVATE_KINDS
        or field in PRIVATE[kind]
        or (field != "trigger" and bool(rest) and rest[-1] in PRIVATE_PARTS)
        or (field == "omasote")
    )


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_each_field_is_decided_on(kind: type[Record]) -> None:
    decided = {"id", *PUBLIC_FIELDS.get(kind, ()), *PRIVATE.get(kind.__name__, ())}
    if kind.__name__ in PRIVATE_KINDS:
        assert kind not in PUBLIC_FIELDS
    else:
        assert {field.name for field in fields(kind)} == decided
        assert not PRIVATE[kind.__name__] & set(PUBLIC_FIELDS[kind])


def test_each_field_of_a_part_is_decided_on() -> None:
    for kind in parts_of_public_fields():
        public, private = set(PUBLIC_PARTS[kind]), PRIVATE_IN_PARTS.get(kind, set())
        assert {field.name for field in fields(kind)} == public | private
        assert not public & private


def parts_of_public_fields() -> set[type[Struct]]:
    """Return the kinds of parts that lie in public fields, and in public fields of those."""
    found: set[type[Struct]] = set()
    waiting = [
        kept.type
        for kind, public in PUBLIC_FIELDS.items()
        for kept in fields(kind)
        if kept.name in public
    ]
    while waiting:
        for kind in structs_in(inspect.type_info(waiting.pop())):
            if kind not in found:
                found.add(kind)
                waiting += [kept.type for kept in fields(kind) if kept.name in PUBLIC_PARTS[kind]]
    return found


def structs_in(type_: inspect.Type) -> list[type[Struct]]:
    match type_:
        case inspect.StructType():
            return [type_.cls]
        case inspect.Metadata():
            return structs_in(type_.type)
        case inspect.VarTupleType():
            return structs_in(type_.item_type)
        case inspect.UnionType():
            return [kind for each in type_.types for kind in structs_in(each)]
        case _:
            return []


def test_a_new_field_of_a_part_stays_home(monkeypatch: pytest.MonkeyPatch) -> None:
    grown = msgspec.defstruct("Grown", [("role", str), ("home", str, "")], bases=(Part,))
    monkeypatch.setitem(PUBLIC_PARTS, grown, ("role",))
    info = replace(PathwayInfo(id="info"), owner=grown(role="Ylilääkäri", home="SALAISUUS"))
    kept = public_part(Pathway([info]), ("fi",)).info.owner
    assert kept == grown(role="Ylilääkäri")


def test_private_words_stay_and_public_words_go_out() -> None:
    canaries = Canaries()
    files = site(everything(canaries), "fi")
    out = "\n".join([*texts(files).values(), *files])
    found = {place for word, place in canaries.places.items() if word in out}
    assert sorted(place for place in found if is_private(place)) == []
    public = {place for place in canaries.places.values() if not is_private(place)}
    assert sorted(public - found) == []


def test_the_public_part_itself_holds_nothing_private() -> None:
    """Whatever a writer may come to show, and the drawing does show."""
    canaries = Canaries()
    public = dumps(public_part(everything(canaries), ("fi",))).decode()
    found = {place for word, place in canaries.places.items() if word in public}
    assert sorted(place for place in found if is_private(place)) == []


def test_the_data_hold_all_public_words() -> None:
    canaries = Canaries()
    data = b"".join(c for n, c in site(everything(canaries), "fi").items() if n.endswith(".json"))
    left_out = {
        place
        for word, place in canaries.places.items()
        if not is_private(place) and word not in data.decode()
    }
    assert left_out == set()


def test_private_days_stay() -> None:
    days = Days()
    out = "\n".join(texts(site(everything(Canaries(), days), "fi")).values())

    def stands(on: date) -> bool:
        return on.isoformat() in out or f"{on.day}.{on.month}.{on.year}" in out

    assert [p for p, on in days.given.items() if is_private(p) and stands(on)] == []
    assert [p for p, on in days.given.items() if not is_private(p) and not stands(on)] == []


def test_a_stage_that_is_not_public_leaves_no_trace() -> None:
    """Nor do its handovers, and the actors, channels and phases of its own."""
    canaries = Canaries()
    hidden: list[AnyRecord] = [
        replace(
            filled(Stage, canaries, id="away", public=False, actor="a9", phase="p9"),
            channels=("c9",),
        ),
        filled(Handover, canaries, id="h8", source="s1", target="away"),
        filled(Handover, canaries, id="h9", source="away", target="s1"),
        filled(Actor, canaries, id="a9"),
        filled(Phase, canaries, id="p9"),
        filled(Channel, canaries, id="c9"),
    ]
    pathway = Pathway(
        [
            PathwayInfo(id="info", title={"fi": "Uni"}),
            Actor(id="a1", order="a0", name={"fi": "Hoitaja"}),
            Phase(id="p1", order="a0", title={"fi": "Alku"}),
            Channel(
                id="c1",
                order="a0",
                kind=ChannelKind.PHONE,
                digital=False,
                alternative_to=("c9",),
            ),
            Stage(id="s1", order="a0", actor="a1", phase="p1", channels=("c1",)),
            Stage(id="s2", order="a1", actor="a1", phase="p1"),
            Handover(id="h1", source="s1", target="s2", if_not_accepted="away"),
            *hidden,
        ]
    )
    out = "\n".join(texts(site(pathway, "fi")).values())
    assert [place for word, place in canaries.places.items() if word in out] == []
    for id in ("away", "h8", "h9", "a9", "p9", "c9"):
        assert f'"{id}"' not in out
        assert f"-{id}" not in out
