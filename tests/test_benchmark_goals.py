"""What the benchmarks make of figures: goals judged, growth fitted, table, results and page."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks import goals, growth, page, runs, table
from benchmarks.children import by_peer
from benchmarks.goals import GOALS, Ahead, Figure, Goal, Limit, verdicts
from benchmarks.growth import growths
from benchmarks.parts import PARTS
from benchmarks.runs import Run, Took
from benchmarks.table import Beside, Clock, Peer, Row, Unit, joined
from benchmarks.timing import in_turns, of, repetitions
from model.checks import CHECKS

BENCHMARKS = Path(runs.__file__).parent
PEERS = {"bpmn-js", "layered", "NodeGraphQt"}
"""Parts that measure what others have written, at the size at which ours is compared."""


def row(act: str, stages: int, ours: Sequence[float], floor: Sequence[float] = (0.1,)) -> Row:
    return Row(act, "floor", stages, of(ours), of(floor))


def run_of(*rows: Row) -> Run:
    moment = datetime(2026, 11, 22, 9, tzinfo=UTC)
    took = (Took("board", 1000, 1.0, 0.1), Took("model", 1000, 1.0, 0.1))
    return Run(runs.machine(), moment, moment, 0.1, 0.2, took, rows)


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> list[Goal]:
    """Goals of which the test says what they are."""
    asked: list[Goal] = []
    monkeypatch.setattr(goals, "GOALS", asked)
    monkeypatch.setattr(page, "GOALS", asked)
    return asked


def test_times_are_least_middle_most_and_what_ninety_five_of_a_hundred_keep() -> None:
    times = of([float(number) for number in range(100, 0, -1)])
    assert (times.least, times.median, times.most, times.late, times.count) == (
        1, 50.5, 100, 95, 100,
    )  # fmt: skip
    assert of([2.0, 1.0]).late == 2.0


def test_acts_take_turns_so_that_a_slow_moment_slows_all() -> None:
    done: list[str] = []
    taken = in_turns(lambda: done.append("ours"), lambda: done.append("floor"), times=3)
    assert done == ["ours", "floor"] * 3
    assert [times.count for times in taken] == [3, 3]


def test_no_act_is_done_less_than_five_times() -> None:
    assert [repetitions(stages) for stages in (300, 1000, 3000, 10_000)] == [5, 10, 5, 5]


def test_a_ratio_is_judged_by_the_least_times(only: list[Goal]) -> None:
    only.append(Goal("open", 2.0))
    met, missed = (verdicts([row("open", 1000, ours)]) for ours in ([0.9, 0.2], [0.21]))
    assert [(each.met, each.reached) for each in met] == [(True, "2.00 ×")]
    assert [each.met for each in missed] == [False]


def test_a_limit_is_judged_by_the_figure_that_it_names(only: list[Goal]) -> None:
    only.append(Goal("drag", limits=(Limit(0.016), Limit(0.016, 1000, Figure.LATE))))
    judged = verdicts([row("drag", 1000, [0.001] * 9 + [0.02] * 11)])
    assert [each.met for each in judged] == [True, False]


def test_an_action_takes_no_more_than_half_a_second_at_ten_thousand(only: list[Goal]) -> None:
    only.append(Goal("drop", is_action=True))
    assert [each.met for each in verdicts([row("drop", 10_000, [0.51])])] == [False]
    assert [each.met for each in verdicts([row("drop", 10_000, [0.5])])] == [True]


def test_a_peer_is_judged_by_how_many_times_ours_it_takes(only: list[Goal]) -> None:
    only.append(Goal("check", ahead=(Ahead("lint", 2), Ahead("lint", 10, 4.0, "per rule"))))
    alone = row("check", 1000, [0.1])
    assert [each.met for each in verdicts([alone])] == [None, None]
    (beside,) = joined([alone], [Beside("check", 1000, Peer("lint", of([0.2])))])
    assert [each.met for each in verdicts([beside])] == [True, False]


def test_what_was_not_measured_is_neither_met_nor_missed(only: list[Goal]) -> None:
    only.append(Goal("open", 2.0))
    (verdict,) = verdicts([])
    assert verdict.met is None
    assert "not measured" in verdict.words


@pytest.mark.parametrize("power", [1.0, 1.14, 1.3])
def test_growth_is_the_exponent_over_all_sizes(only: list[Goal], power: float) -> None:
    only.append(Goal("lay out"))
    rows = [row("lay out", stages, [stages**power]) for stages in (300, 1000, 3000, 10_000)]
    (found,) = growths(rows)
    assert found.whole == pytest.approx(power)
    assert found.steps == pytest.approx([power] * 3)
    assert [each.met for each in verdicts(rows)] == [power < 1.15]


def test_growth_is_not_told_of_sizes_that_lie_together() -> None:
    assert not growths([row("act", stages, [1.0]) for stages in (300, 1000)])
    assert not growths([row("act", 300, [1.0])])


def test_every_goal_is_of_an_act_that_some_part_measures() -> None:
    modules = {part.module for part in PARTS.values()}
    written = "".join((BENCHMARKS / f"{name}.py").read_text("utf-8") for name in modules)
    kinds = (", bare", ", texts")
    for goal in GOALS:
        name = next((goal.act.removesuffix(k) for k in kinds if goal.act.endswith(k)), goal.act)
        assert name in written or name.replace("full check", "full check, {kind}") in written, name


def test_rules_are_counted_as_they_are() -> None:
    assert len(CHECKS) == goals.RULES


def test_every_part_has_a_module_and_grows_to_ten_thousand_or_says_why_not() -> None:
    for name, part in PARTS.items():
        assert (BENCHMARKS / f"{part.module}.py").exists()
        if name not in {"start", "graphviz", "workbook", "publishing", *PEERS}:
            assert {300, 1000, 10_000} <= {*part.sizes}


def test_a_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    peers = (Peer("bpmn-js", of([30.0])),)
    memory = Row(
        "memory with the file open", "stock scene", 1000, of([20.0]), of([10.0]), peers,
        Unit.MEGABYTES, Clock.NONE,
    )  # fmt: skip
    run = run_of(row("drop", 1000, [0.02, 0.03]), memory)
    written = runs.write(run, results=tmp_path)
    assert [path.name for path in written] == ["2026-11-22.txt", "2026-11-22.json"]
    assert runs.read(runs.newest(tmp_path)) == run
    runs.write(run, ["board"], tmp_path)
    assert runs.newest(tmp_path).name == "2026-11-22.json", "a part is no run of everything"


def test_without_a_run_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make bench"):
        runs.newest(tmp_path)


def test_the_text_has_a_line_for_each_row_with_floor_peer_and_goal() -> None:
    drop = Row(
        "drop", "thin scene", 1000, of([0.02, 0.03]), of([0.01]), (Peer("bpmn-js", of([0.4])),)
    )
    text = runs.as_text(run_of(drop))
    (line,) = [each for each in text.splitlines() if each.startswith("drop  ")]
    assert "20.0 / 25.0 / 30.0 ms" in line
    assert "2.00" in line
    assert "bpmn-js 400 ms, 20.0×" in line
    assert "≤ 25.0 ms: yes, 20.0 ms" in line
    assert "bpmn-js ≥ 15 ×: yes, 20.00 ×" in line


def test_a_failed_part_is_told() -> None:
    run = run_of(row("drop", 1000, [0.02]))
    failed = Run(
        run.machine, run.began, run.ended, None, None, (Took("layered", 1000, 3, 0, "no node"),), ()
    )
    assert "layered 1000: no node" in runs.as_text(failed)
    assert "- layered, 1,000, could not be measured: no node" in page.renewed(PLACES, failed)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (("no-such-program",), "no-such-program"),
        ((sys.executable, "-c", "raise SystemExit('no browser')"), "no browser"),
        ((sys.executable, "-c", "raise SystemExit(3)"), "ended with 3"),
    ],
)
def test_a_peer_that_fails_says_why(command: tuple[str, ...], why: str) -> None:
    with pytest.raises(SystemExit, match=why):
        by_peer(*command)


def test_the_machine_is_described_without_its_name() -> None:
    import platform

    described = runs.machine()
    assert described.cores >= 1
    assert {"PySide6-Essentials", "msgspec"} <= described.versions.keys()
    assert platform.node() not in str(described) or not platform.node()


PLACES = "\n\n".join(
    f"Words on {name}.\n<!-- {name} -->\nold\n<!-- end {name} -->"
    for name in ("run", "goals", "growth", "missed", "equal")
)


def test_a_page_keeps_its_words_and_gets_the_figures_of_the_run() -> None:
    rows = [row("drop", stages, [stages / 100_000]) for stages in (300, 1000, 3000, 10_000)]
    renewed = page.renewed(PLACES, run_of(*rows))
    assert all(f"Words on {name}." in renewed for name in ("run", "goals", "growth", "missed"))
    assert "old" not in renewed
    assert "| drop | 1,000 | 10.0 / 10.0 / 10.0 ms |" in renewed
    assert "| drop | 300: 3.00 ms, 1,000: 10.0 ms, 3,000: 30.0 ms, 10,000: 100 ms |" in renewed
    assert page.renewed(renewed, run_of(*rows)) == renewed


def test_a_page_without_a_place_for_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="<!-- run -->"):
        page.renewed("Words alone.", run_of(row("drop", 1000, [0.02])))


def test_the_page_that_is_there_has_all_places() -> None:
    page.renewed(page.PAGE.read_text("utf-8"), run_of(row("drop", 1000, [0.02])))


def test_tests_against_a_plain_version_are_found_by_name(tmp_path: Path) -> None:
    text = (
        "def test_a_fast_sum_equals_plain_sum() -> None:\n    pass\n\n\ndef test_other() -> None:\n"
    )
    (tmp_path / "test_sums.py").write_text(text)
    told = f"- `{tmp_path.name}/test_sums.py`: a fast sum equals plain sum"
    assert [*page.equality_tests(tmp_path)] == [told]


def test_figures_have_three_digits_and_their_unit() -> None:
    told = [table.told(seconds) for seconds in (0.0000123, 0.0123, 0.123, 1.23, 123)]
    assert told == ["0.012 ms", "12.3 ms", "123 ms", "1.23 s", "123 s"]
    assert table.told(28.04, Unit.MEGABYTES) == "28.0 MB"


def test_growth_is_told_by_steps() -> None:
    (found,) = growths([row("act", stages, [stages]) for stages in (300, 3000)])
    assert growth.cells(found) == ("act", "300 → 3,000", "1.00", "1.00")
