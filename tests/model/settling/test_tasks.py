"""A finding is given to a role as a task that knows what it is about."""

from datetime import date

import pytest

from model import edits
from model.checks import COORDINATION, Finding, check
from model.document import Document
from model.records import Task, Workshop
from model.settling.tasks import give_task, next_meeting, tasks_of, tick
from tests.pathways import At, build

TODAY = date(2026, 11, 20)
NEXT = date(2026, 12, 8)


@pytest.fixture
def document() -> Document:
    meetings = [
        Workshop(id=f"w{place}", order=f"a{place}", on=on)
        for place, on in enumerate((date(2026, 10, 1), date(2027, 1, 12), NEXT, None))
    ]
    return Document(build(*meetings, stages=(At("Yhteydenotto", actor=None, phase=None),)))


def finding(document: Document, rule: str) -> Finding:
    return next(
        each for each in check(document.pathway, COORDINATION, TODAY).findings if each.rule == rule
    )


def give(document: Document, rule: str, due: date | None = NEXT) -> Task:
    done = document.do(
        give_task(
            document.pathway,
            finding(document, rule),
            title={"fi": "Sovi vastuusta"},
            responsible={"fi": "Osastonhoitaja"},
            due=due,
        )
    )
    (op,) = done.ops
    task = document.pathway[op.id]
    assert isinstance(task, Task)
    return task


def test_a_task_knows_its_finding_and_its_meeting(document: Document) -> None:
    before = document.pathway
    task = give(document, "RES-01")
    assert (task.rule, task.about, task.due, task.workshop) == ("RES-01", "s0", NEXT, "w2")
    assert tasks_of(document.pathway, finding(document, "RES-01")) == (task,)
    assert tasks_of(document.pathway, finding(document, "OWN-01")) == ()
    document.undo()
    assert document.pathway == before


def test_the_finding_stays_a_finding(document: Document) -> None:
    before = check(document.pathway, COORDINATION, TODAY).findings
    give(document, "RES-01")
    assert check(document.pathway, COORDINATION, TODAY).findings == before


def test_a_task_of_the_whole_pathway(document: Document) -> None:
    task = give(document, "OWN-01", due=None)
    assert (task.about, task.workshop) == ("info", None)
    assert tasks_of(document.pathway, finding(document, "OWN-01")) == (task,)


def test_a_done_task_can_be_opened_again_and_comes_after_open_ones(document: Document) -> None:
    first = give(document, "RES-01")
    document.do(tick(document.pathway, first.id))
    second = give(document, "RES-01")
    given = tasks_of(document.pathway, finding(document, "RES-01"))
    assert [(task.id, task.done) for task in given] == [(second.id, False), (first.id, True)]
    document.do(tick(document.pathway, first.id))
    assert not any(task.done for task in document.pathway.of(Task))
    assert not tick(document.pathway, "gone")


def test_the_next_meeting_is_today_or_later(document: Document) -> None:
    assert next_meeting(document.pathway, TODAY) == NEXT
    assert next_meeting(document.pathway, NEXT) == NEXT
    assert next_meeting(document.pathway, date(2027, 2, 1)) is None


def test_what_is_gone_meanwhile_is_given_to_nobody(document: Document) -> None:
    gone = finding(document, "RES-01")
    document.do(edits.remove(document.pathway, ("s0",)))
    assert not give_task(document.pathway, gone, title={}, responsible={}, due=None)
