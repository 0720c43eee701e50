"""What the findings panel shows after edits is what it would show of a pathway just opened."""

import random
from collections import Counter
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from benchmarks.synthetic import synthetic
from designer.ui.app import make_application
from designer.ui.findings.filters import Filter, passing
from designer.ui.findings.grouping import Around, By, rows_of
from designer.ui.findings.lines import Group, counted, lines_of
from designer.ui.findings.marking import Marks
from designer.ui.findings.panel import FindingsPanel
from designer.ui.findings.tree_model import FindingsModel
from designer.ui.findings.whereabouts import Whereabouts
from model import edits
from model.change import Change
from model.checks import COORDINATION, Report
from model.document import Document
from model.pathway import Pathway
from model.records import Task, Waiver
from tests.sparing import one_in

TODAY = date(2026, 11, 20)
UNDONE = 0.2
ASKED = 0.5


def random_change(pathway: Pathway, chance: random.Random, number: int) -> Change:
    """Return a change of names, places, links, acceptances, or of which records there are."""
    stage, other = chance.sample(pathway.stages, 2)
    arrow = chance.choice(pathway.handovers)
    actor = chance.choice(pathway.actors).id
    rule = chance.choice(("CUS-01", "HAN-10", "RES-01", "ACC-01"))
    about = chance.choice((stage.id, arrow.id, None))
    waiver = Waiver(id=f"w{number}", rule=rule, about=about, reason={"fi": "Sovittu"})
    role = {"fi": "Omistaja"}
    task = Task(id=f"t{number}", order="a0", rule=rule, about=about, responsible=role)
    changes = (
        lambda: edits.rename(pathway, stage.id, "fi", f"Nimi {number}"),
        lambda: edits.rename(pathway, actor, "fi", f"Toimija {number}"),
        lambda: edits.update(pathway, stage.id, actor=actor, phase=other.phase),
        lambda: edits.update(pathway, stage.id, what_happens={"fi": "Saat ajan."}, public=False),
        lambda: edits.connect(pathway, stage.id, other.id),
        lambda: edits.remove(pathway, [chance.choice((stage.id, arrow.id))]),
        lambda: edits.add(pathway, waiver),
        lambda: edits.add(pathway, task),
    )
    return chance.choice(changes)()


def marks_of(report: Report) -> Marks:
    """Return the marks as they are told of in one sentence: the heaviest, and how many."""
    marks: Marks = {}
    for finding in report.findings:  # heaviest first
        for id in (finding.about,) if finding.about is not None else finding.also:
            severity, count = marks.get(id, (finding.severity, 0))
            marks[id] = (severity, count + 1)
    return marks


Texts = tuple[object, ...]


def shown(model: FindingsModel) -> list[tuple[Texts, list[Texts]]]:
    """Return what a view is told of each row and of those below it."""
    rows = []
    for place in range(model.rowCount()):
        top = model.index(place, 0)
        below = [model.index(under, 0, top) for under in range(model.rowCount(top))]
        rows.append((_told(top), [_told(index) for index in below]))
    return rows


def _told(index: QModelIndex) -> Texts:
    tooltip = index.siblingAtColumn(1).data(Qt.ItemDataRole.ToolTipRole)
    return (
        index.data(),
        index.siblingAtColumn(1).data(),
        index.data(Qt.ItemDataRole.AccessibleTextRole),
        tooltip,
    )


def plain(panel: FindingsPanel, document: Document, wanted: Filter, by: By) -> FindingsModel:
    """Return the rows of the report made anew, by nothing that was kept."""
    where = Whereabouts(document.pathway)
    lines = lines_of(panel.report)
    model = FindingsModel()
    around = Around(where, panel.settling.given())
    model.show(rows_of(passing(lines, wanted, where), by, around))
    return model


@pytest.mark.parametrize("part", one_in(5, range(5)))
def test_rows_counts_and_marks_that_follow_edits_equals_plain(part: int, qtbot: QtBot) -> None:
    make_application()
    for seed in range(10 * part, 10 * part + 10):
        chance = random.Random(seed)  # noqa: S311 - the same edits each time
        document = Document(synthetic(10, seed))
        panel = FindingsPanel(document, COORDINATION, lambda: TODAY)
        qtbot.addWidget(panel)
        document.watchers.append(panel.follow)
        panel.setVisible(True)
        by, wanted = By.RULE, Filter()
        for number in range(5):
            match chance.randrange(8):
                case 0:
                    by = chance.choice(list(By))
                    panel.group(by)
                case 1:
                    chip = panel.chips[chance.choice(list(Group))]
                    chip.setChecked(not chip.isChecked())
                    wanted = wanted._replace(groups=panel.head.groups)
                case 2:
                    panel.setVisible(panel.isHidden())
            for _edit in range(chance.randrange(1, 3)):
                document.do(random_change(document.pathway, chance, 10 * number + _edit))
                if chance.random() < ASKED:
                    panel._asking.refresh()  # what is listed may lag behind
            if chance.random() < UNDONE:
                document.undo()
            panel.refresh()
            assert panel.marks == marks_of(panel.report)
            anew = plain(panel, document, wanted, by)
            assert panel.lines == list(anew.lines())
            assert shown(panel.model) == shown(anew)
            counts = Counter(line.group for line in lines_of(panel.report))
            assert {chip.accessibleName() for chip in panel.chips.values()} >= {
                counted(group, count) for group, count in counts.items()
            }


def test_nothing_is_marked_anew_when_no_mark_changed(qtbot: QtBot) -> None:
    make_application()
    document = Document(synthetic(30))
    panel = FindingsPanel(document, COORDINATION, lambda: TODAY)
    qtbot.addWidget(panel)
    document.watchers.append(panel.follow)
    document.do(edits.rename(document.pathway, "s3", "fi", "Hoitajan vastaanotto"))
    panel.refresh()
    before, said = panel.marks, panel.report
    document.do(edits.rename(document.pathway, "s3", "fi", "Hoitajan puhelinaika"))
    panel.refresh()
    assert panel.report is not said
    assert panel.marks is before
    document.do(edits.remove(document.pathway, ["s3"]))
    panel.refresh()
    assert panel.marks is not before


def test_hidden_it_arranges_nothing_until_it_is_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application()
    document = Document(synthetic(30))
    panel = FindingsPanel(document, COORDINATION, lambda: TODAY)
    qtbot.addWidget(panel)
    document.watchers.append(panel.follow)
    panel.setVisible(True)
    panel.setVisible(False)
    with monkeypatch.context() as patched:
        patched.setattr(panel.model, "show", lambda _rows: pytest.fail("nobody sees it"))
        document.do(edits.rename(document.pathway, "s3", "fi", "Uusi nimi"))
        panel.refresh()
    panel.setVisible(True)
    assert shown(panel.model) == shown(plain(panel, document, Filter(), By.RULE))


def test_a_row_stays_current_while_others_come_and_go(qtbot: QtBot) -> None:
    make_application()
    document = Document(synthetic(30))
    panel = FindingsPanel(document, COORDINATION, lambda: TODAY)
    qtbot.addWidget(panel)
    document.watchers.append(panel.follow)
    panel.setVisible(True)
    line = next(line for line in panel.lines if line.about == "s20")
    panel.choose_line(line)
    for change in (
        edits.remove(document.pathway, ["s3"]),
        edits.rename(document.pathway, "s20", "fi", "Uusi nimi"),
    ):
        document.do(change)
        panel.refresh()
        assert panel.current is not None
        assert (panel.current.rule, panel.current.about) == (line.rule, "s20")


@pytest.mark.parametrize(
    "failing",
    [
        "model.checks.live.Links.follow",
        "model.checks.report.Composer.follow",
        "designer.ui.findings.marking.Marking.follow",
        "designer.ui.findings.lines.Lines.follow",
        "designer.ui.findings.tree.FindingsTree.show_rows",
    ],
)
def test_when_following_fails_it_is_told_once_and_all_is_right_again(
    failing: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application()
    document = Document(synthetic(10))
    panel = FindingsPanel(document, COORDINATION, lambda: TODAY)
    qtbot.addWidget(panel)
    document.watchers.append(panel.follow)
    panel.setVisible(True)
    assert panel.lines
    heard: list[BaseException] = []
    with monkeypatch.context() as patched, qtbot.captureExceptions() as told:
        patched.setattr(failing, fails)
        document.do(edits.remove(document.pathway, ["s3"]))
        qtbot.waitUntil(lambda: bool(told))
        qtbot.wait(20)
        heard += [error for _kind, error, _trace in told]
    assert [type(error) for error in heard] == [ZeroDivisionError]
    document.do(edits.rename(document.pathway, "s4", "fi", "Tuki"))
    panel.refresh()
    fresh = FindingsPanel(document, COORDINATION, lambda: TODAY)
    qtbot.addWidget(fresh)
    assert panel.report == fresh.report
    assert panel.marks == fresh.marks
    assert shown(panel.model) == shown(plain(panel, document, Filter(), By.RULE))
    panel.choose_line(panel.lines[-1])
    assert panel.explanation.words.startswith(panel.lines[-1].title)


def fails(*_given: object) -> None:
    raise ZeroDivisionError
