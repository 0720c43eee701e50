"""What a pathway takes over from the one before an edit, beside the same asked anew."""

from collections.abc import Iterator
from random import Random

import pytest
from msgspec.structs import replace

from benchmarks.synthetic import synthetic
from model.change import Add, Change, Op, Remove, Set
from model.codes import NoteKind
from model.document import Document
from model.integrity import LINKS, loose_ends
from model.pathway import Pathway
from model.records import RECORD_KINDS, Actor, AnyRecord, Handover, Note, Phase, Task, Waiver

SEEDS = range(50)
EDITS = 12


@pytest.mark.parametrize("seed", SEEDS)
def test_order_kept_through_edits_equals_plain(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing secret
    pathway = _in_few_columns(synthetic(dice.randint(5, 60), seed))
    answers(pathway)
    for turn in range(EDITS):
        pathway = pathway.replacing(_changed(dice, pathway, turn))
        if dice.random() < 0.7:  # now and then nothing is asked between two edits
            assert answers(pathway) == answers(Pathway(pathway.values()))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_an_edit_takes_along_equals_plain(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing secret
    document = Document(_with_notes(dice, synthetic(dice.randint(5, 40), seed)))
    begun = document.pathway
    for turn in range(EDITS):
        before = document.pathway
        change = Change("", tuple(_ops(dice, before, turn)))
        after, done = change.applied_to(before)
        expected = dict(_plainly_tidied(after))
        document.do(change)
        assert dict(document.pathway) == expected
        assert dict(loose_ends(after, done).applied_to(after)[0]) == expected
        assert dict(_plainly_applied(change, before)) == dict(after)
    while document.next_undo:
        document.undo()
    assert document.pathway == begun
    assert answers(document.pathway) == answers(Pathway(begun.values()))


def _in_few_columns(pathway: Pathway) -> Pathway:
    """Put stages of several lanes into one column: there the order of lanes decides."""
    return pathway.replacing(
        {stage.id: replace(stage, column=stage.column % 2) for stage in pathway.stages}
    )


def answers(pathway: Pathway) -> list[object]:
    """Ask all that is kept, so that it is taken over by the next pathway."""
    ids = sorted(pathway)
    cells = [
        (actor, phase, column)
        for actor in (None, "gone", *(each.id for each in pathway.actors))
        for phase in (None, *(each.id for each in pathway.phases))
        for column in range(5)
    ]
    return [
        *(pathway.of(kind) for kind in RECORD_KINDS),
        pathway.info,
        pathway.stages,
        pathway.handovers,
        list(pathway.columns.items()),
        *(pathway.in_cell(*cell) for cell in cells),
        *(pathway.leaving(id) for id in ids),
        *(pathway.arriving(id) for id in ids),
        *(pathway.linking(id) for id in ids),
        pathway._linking,  # nothing is kept of what nobody links to any more
    ]


def _changed(dice: Random, pathway: Pathway, turn: int) -> dict[str, AnyRecord | None]:
    """Return some edits; links may lead nowhere afterwards, as in the midst of a change."""
    changed: dict[str, AnyRecord | None] = {}
    for number in range(dice.randint(1, 4)):
        stage, arrow = dice.choice(pathway.stages), dice.choice(pathway.of(Handover))
        other = dice.choice(pathway.stages)
        edited: list[tuple[str, AnyRecord | None]] = [
            (stage.id, replace(stage, title={"fi": "Uusi"})),
            (stage.id, replace(stage, column=dice.randint(0, 4))),
            (stage.id, replace(stage, actor=dice.choice([None, "a1", "a2", "gone"]))),
            (stage.id, replace(stage, phase=dice.choice([None, "f1", "f5"]), order="a1")),
            (stage.id, replace(stage, order=dice.choice(["Zz", "a0V", "zz" + "0" * 25]))),
            (stage.id, replace(stage, channels=())),
            (stage.id, replace(other, id=stage.id)),  # into the same cell
            (f"new{turn}.{number}", replace(stage, id=f"new{turn}.{number}")),
            (f"h{turn}.{number}", replace(arrow, id=f"h{turn}.{number}", target=other.id)),
            (arrow.id, replace(arrow, source=other.id)),
            (arrow.id, replace(arrow, source="gone", target="gone")),
            (arrow.id, None),
        ]
        if len(pathway.stages) > 5:
            edited.append((stage.id, None))
        changed.update([dice.choice(edited)])
    if turn % 5 == 4:
        strips: list[Actor | Phase] = [*pathway.of(Actor), *pathway.of(Phase)]
        strip = dice.choice(strips)
        order = dice.choice(["Zz", strip.order, "zz"])
        changed[strip.id] = dice.choice(
            [replace(strip, order=order), replace(strip, order=order), None]
        )
    return changed


def _with_notes(dice: Random, pathway: Pathway) -> Pathway:
    """Add records that link to stages and to each other: removing one takes some of them along."""
    about = [*sorted(pathway), *(f"n{number}" for number in range(4))]
    more: list[AnyRecord] = [
        Note(id=f"n{number}", kind=NoteKind.QUESTION, order=f"a{number}", about=dice.choice(about))
        for number in range(4)
    ]
    more += [
        Task(id=f"t{number}", order=f"a{number}", about=dice.choice(about)) for number in range(4)
    ]
    more += [
        Waiver(id=f"w{number}", rule="RES-01", about=dice.choice([*about, f"w{number - 1}"][4:]))
        for number in range(1, 5)
    ]
    return _plainly_tidied(Pathway([*pathway.values(), *more]))


def _ops(dice: Random, pathway: Pathway, turn: int) -> Iterator[Op]:
    stages = pathway.stages
    for number in range(dice.randint(1, 3)):
        record = dice.choice(list(pathway.values()))
        match dice.randrange(4):
            case 0:
                yield Remove(record)
            case 1 if stages:
                ends = [dice.choice(stages).id, dice.choice([*stages, record]).id]
                yield Add(Handover(id=f"x{turn}.{number}", source=ends[0], target=ends[1]))
            case 2 if stages:
                stage = dice.choice(stages)
                yield Set(stage.id, "actor", stage.actor, dice.choice(["a1", "a2", "gone", None]))
            case 3 if stages:
                stage = dice.choice(stages)
                yield Remove(stage)
                yield Add(Task(id=stage.id, order="a0"))


def _plainly_applied(change: Change, pathway: Pathway) -> Pathway:
    """Apply a change to a copy of the whole table."""
    table = dict(pathway)
    for op in change.ops:
        now = table.get(op.id)
        if isinstance(op, Add):
            table.setdefault(op.id, op.record)
        elif isinstance(op, Remove):
            if now == op.record and now != pathway.info:
                del table[op.id]
        elif now and hasattr(now, op.field) and getattr(now, op.field) == op.before:
            table[op.id] = replace(now, **{op.field: op.after})
    return Pathway(table.values())


def _plainly_tidied(pathway: Pathway) -> Pathway:
    """Let go of every link that leads nowhere, by looking at all records until none is left."""
    table = dict(pathway)
    while fallen := [
        record.id
        for record in table.values()
        for link in LINKS.get(type(record), ())
        if link.without is None
        for id in link.ids(getattr(record, link.field))
        if not isinstance(table.get(id), link.to)
    ]:
        table = {id: record for id, record in table.items() if id not in fallen}
    return Pathway([_freed(record, table) for record in table.values()])


def _freed(record: AnyRecord, table: dict[str, AnyRecord]) -> AnyRecord:
    for link in LINKS.get(type(record), ()):
        value = getattr(record, link.field)
        broken = {id for id in link.ids(value) if not isinstance(table.get(id), link.to)}
        if broken and link.without is not None:
            record = replace(record, **{link.field: link.without(value, broken.__contains__)})
    return record
