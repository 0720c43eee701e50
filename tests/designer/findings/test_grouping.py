"""Alike findings stand under one line, and the rows that stay are the same rows for views."""

import random

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from designer.ui.findings.grouping import Around, By, Row, begins_unfolded, rows_of
from designer.ui.findings.lines import FindingLine, Group
from designer.ui.findings.tree_model import FindingsModel
from designer.ui.findings.whereabouts import Whereabouts
from tests.pathways import At, build

HERE = build(
    phases=["Arvio"],
    actors=["Sote-keskus"],
    stages=[At(f"Vaihe {place}", 0, 0, place) for place in range(8)],
    arrows=[(0, 1)],
)


def line(rule: str, about: str | None, group: Group = Group.ERROR, says: str = "") -> FindingLine:
    return FindingLine(group, rule, about, (), says or f"{rule} {about}")


def rows(lines: list[FindingLine], by: By = By.RULE) -> tuple[Row, ...]:
    return rows_of(lines, by, Around(Whereabouts(HERE), {}))


def shape(found: tuple[Row, ...]) -> list[tuple[str, int]]:
    return [(row.title, len(row.below)) for row in found]


def test_one_line_for_a_rule_that_found_several_things() -> None:
    lines = [line("X-01", "s0"), line("X-02", None), line("X-01", "s1", Group.WARNING)]
    several, alone = rows(lines)
    assert (several.title, several.group, several.line) == ("X-01 – 2", Group.ERROR, None)
    assert several.text == "Vaihe 0, Vaihe 1"
    assert [below.title for below in several.below] == ["Vaihe 0", "Vaihe 1"]
    assert (alone.title, alone.line, alone.below) == ("X-02", lines[1], ())


def test_by_place_the_lines_stand_along_the_board() -> None:
    lines = [line("X-01", "s3"), line("X-01", "h0"), line("X-02", "s0"), line("X-03", "s3")]
    lines.append(line("X-04", None, Group.INFO))
    names = [title for title, _below in shape(rows(lines, By.RECORD))]
    assert names[1:] == ["Vaihe 0", "Vaihe 0 → Vaihe 1", "Vaihe 3 – 2"]
    assert rows(lines, By.RECORD)[0].line == lines[-1]


def test_without_grouping_each_line_stands_for_itself() -> None:
    lines = [line("X-01", "s0"), line("X-01", "s1"), line("X-02", "s1", Group.ACCEPTED)]
    assert [row.line for row in rows(lines, By.NONE)] == lines


def test_what_is_no_open_finding_stands_last_under_a_line_of_its_own() -> None:
    lines = [
        line("X-01", "s0", Group.NOT_EVALUATED),
        line("X-02", None, Group.SWITCHED_OFF),
        line("X-01", "s0", Group.ACCEPTED),
        line("X-01", "s0"),
    ]
    for by in (By.RULE, By.RECORD):
        found = rows(lines, by)
        assert [row.group for row in found] == [
            Group.ERROR, Group.NOT_EVALUATED, Group.SWITCHED_OFF, Group.ACCEPTED,
        ]  # fmt: skip
        assert [len(row.below) for row in found] == [0, 1, 1, 1]


def test_many_are_folded_to_begin_with_unless_there_is_nothing_else() -> None:
    many = [line("X-01", f"s{place}") for place in range(4)]
    (alone,) = rows(many)
    assert begins_unfolded(alone, (alone,))
    both = rows([*many, line("X-02", "s0"), line("X-02", "s1")])
    assert [begins_unfolded(row, both) for row in both] == [False, True]


@pytest.fixture
def model(qtbot: QtBot) -> FindingsModel:
    del qtbot
    made = FindingsModel()
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def plain(model: FindingsModel) -> list[tuple[str, list[str]]]:
    return [
        (
            str(model.index(place, 0).data()),
            [str(model.index(below, 1, model.index(place, 0)).data()) for below in range(
                model.rowCount(model.index(place, 0))
            )],
        )
        for place in range(model.rowCount())
    ]  # fmt: skip


def expected(found: tuple[Row, ...]) -> list[tuple[str, list[str]]]:
    return [(row.title, [below.text for below in row.below]) for row in found]


@pytest.mark.parametrize("seed", range(4))
def test_the_model_becomes_what_it_is_told_and_keeps_the_rows_that_stay(
    model: FindingsModel, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same boards each time
    every = [
        line(f"X-{rule:02}", f"s{stage}", group)
        for rule in range(4)
        for stage in range(5)
        for group in (Group.ERROR, Group.ACCEPTED)
    ]
    by = By.RULE
    for step in range(12):
        if step % 5 == 4:
            by = chance.choice(list(By))
        chosen = chance.sample(every, chance.randrange(len(every) // 2))
        said = [one._replace(message=chance.choice(("a", "b"))) for one in chosen]
        before = {
            key: QPersistentModelIndex(index)
            for index in model.leaves()
            if (row := model.row(index)) is not None and (key := (index.parent().data(), row.key))
        }
        resets: list[None] = []
        model.modelReset.connect(lambda resets=resets: resets.append(None))
        wanted = rows(said, by)
        model.show(wanted)
        assert plain(model) == expected(wanted)
        for index in model.leaves():
            row = model.row(index)
            assert row is not None
            kept = before.get((index.parent().data(), row.key))
            assert kept is None or resets or kept.row() == index.row()


def test_where_nothing_has_changed_nothing_happens(model: FindingsModel) -> None:
    lines = [line("X-01", f"s{place}") for place in range(5)]
    model.show(rows(lines))
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsInserted.connect(lambda: told.append("in"))
    model.rowsRemoved.connect(lambda: told.append("out"))
    model.dataChanged.connect(lambda: told.append("changed"))
    model.show(rows(lines))
    assert told == []
    model.show(rows([*lines[:2], lines[2]._replace(message="other"), *lines[3:]]))
    assert told == ["changed"]
    model.show(rows([*lines[:2], *lines[3:]]))
    assert told == ["changed", "out", "changed"]  # the one that is gone, and how many are left


def test_a_row_is_read_out_with_its_weight_its_place_and_its_words(model: FindingsModel) -> None:
    model.show(rows([line("X-01", "s0", says="Vaiheella\nei ole toimijaa.")]))
    index: QModelIndex = model.index(0, 0)
    read = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert read.endswith("X-01. Vaihe 0. Vaiheella ei ole toimijaa")
    assert read.split(".")[0] in {"Error", "Virhe"}
