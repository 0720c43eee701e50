"""`python -m benchmarks.profiles ACT [STAGES]`: where the time of an act goes.

Prints the 40 functions that take most, by their own time and with all that they call. The profiler
itself makes calls of Python dearer than what Qt and C do: shares are to be read with that in mind.
"""

import cProfile
import pstats
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Final

from benchmarks.children import environment
from benchmarks.synthetic import synthetic
from benchmarks.timing import Act, collector_at_rest

if TYPE_CHECKING:
    from benchmarks.boards import Ours

SHOWN: Final = 40
STAGES: Final = 1000
_TODAY: Final = date(2026, 11, 22)
_MADE_AT: Final = datetime(2026, 11, 22, 9, tzinfo=UTC)


def main(arguments: list[str]) -> None:
    match arguments:
        case [act, *rest] if act in ACTS and len(rest) <= 1:
            stages = int(rest[0]) if rest else STAGES
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "profile"
                ACTS[act](stages, path)
                show(path)
        case _:
            raise SystemExit(f"python -m benchmarks.profiles ACT [STAGES]; ACT: {', '.join(ACTS)}")


def show(path: Path) -> None:
    """Print the costliest functions of a profile that was kept."""
    for order in ("tottime", "cumulative"):
        pstats.Stats(str(path)).strip_dirs().sort_stats(order).print_stats(SHOWN)


def profiled(act: Act, path: Path) -> None:
    """Profile an act by its processor time."""
    profiler = cProfile.Profile(process_time)
    with collector_at_rest():
        profiler.enable()
        act()
        profiler.disable()
    profiler.dump_stats(path)


# Acts at the board


@contextmanager
def _board(stages: int) -> Iterator["Ours"]:
    from benchmarks.boards import Ours

    board = Ours(synthetic(stages))
    yield board
    board.close()


@contextmanager
def _grabbed(stages: int) -> Iterator["Ours"]:
    with _board(stages) as board:
        board.open()
        board.rest()
        board.show_full_size()
        board.grab()
        board.drag(0)
        yield board


@contextmanager
def _dropped(stages: int) -> Iterator["Ours"]:
    from benchmarks.acts import MOVES

    with _grabbed(stages) as board:
        board.drag(MOVES)
        board.drop()
        board.rest()
        yield board


def _open(stages: int, path: Path) -> None:
    with _board(stages) as board:
        profiled(board.open, path)


def _drag(stages: int, path: Path) -> None:
    with _grabbed(stages) as board:
        profiled(partial(_move, board), path)
        board.drop()
        board.rest()


def _move(board: "Ours") -> None:
    from benchmarks.acts import MOVES

    for step in range(1, MOVES + 1):
        board.drag(step)


def _drop(stages: int, path: Path) -> None:
    from benchmarks.acts import MOVES

    with _grabbed(stages) as board:
        board.drag(MOVES)
        profiled(board.drop, path)
        board.rest()


def _at_board(act: Callable[["Ours"], object]) -> "Profiling":
    def profile(stages: int, path: Path) -> None:
        with _dropped(stages) as board:
            profiled(partial(act, board), path)
            board.rest()

    return profile


def _after_edit(stages: int, path: Path) -> None:
    with _dropped(stages) as board:
        board.connect()
        profiled(board.rest, path)


def _letters(stages: int, path: Path) -> None:
    with _dropped(stages) as board:
        board.begin_name()
        profiled(partial(_write, board), path)
        board.end_name()


def _write(board: "Ours") -> None:
    for _letter in range(10):
        board.letter()


def _fitted(stages: int, path: Path) -> None:
    with _dropped(stages) as board:
        board.fit()
        profiled(board.repaint, path)


def _saving(stages: int, path: Path) -> None:
    from benchmarks import saving_rows

    profiled(partial(saving_rows.rows, stages), path)


# Acts without a window


def _layout(stages: int, path: Path) -> None:
    from model.layout import board, font_measure

    profiled(partial(board, synthetic(stages), font_measure()), path)


def _checks(stages: int, path: Path) -> None:
    from model.checks import COORDINATION, check

    profiled(partial(check, synthetic(stages), COORDINATION, _TODAY), path)


def _recheck(stages: int, path: Path) -> None:
    """Profile ten renames and ten handovers that lead elsewhere, checked."""
    from model import edits
    from model.checks import COORDINATION, LiveChecks
    from model.document import Document

    document = Document(synthetic(stages))
    live = LiveChecks(document.pathway, COORDINATION, _TODAY)
    stage = document.pathway.stages[stages // 2].id
    arrow = document.pathway.handovers[stages // 2].id
    targets = [each.id for each in document.pathway.stages[:10]]

    def edit() -> None:
        for number, target in enumerate(targets):
            for change in (
                edits.rename(document.pathway, stage, "fi", f"Nimi {number}"),
                edits.update(document.pathway, arrow, target=target),
            ):
                done = document.do(change)
                live.follow(document.pathway, done.touched)

    profiled(edit, path)


def _completeness(stages: int, path: Path) -> None:
    from model.checks import COORDINATION
    from model.completeness import measure

    profiled(partial(measure, synthetic(stages), COORDINATION, _TODAY), path)


def _save(stages: int, path: Path) -> None:
    from model import file

    profiled(partial(file.dumps, synthetic(stages)), path)


def _load(stages: int, path: Path) -> None:
    from model import file

    profiled(partial(file.loads, file.dumps(synthetic(stages))), path)


def _export(name: str) -> "Profiling":
    def profile(stages: int, path: Path) -> None:
        from exporters.diagram.headless import prepare_painting
        from exporters.exporter import Options
        from exporters.formats import EXPORTERS

        prepare_painting()
        exporter = next(each for each in EXPORTERS if each.name == name)
        pathway, options = synthetic(stages), Options(languages=("fi",), made_at=_MADE_AT)
        profiled(lambda: list(exporter.build(pathway, options, lambda _share: None)), path)

    return profile


def _workbook_read(stages: int, path: Path) -> None:
    from exporters.excel import EXCEL
    from exporters.excel.read_back import read_back
    from exporters.exporter import Options

    pathway = synthetic(stages)
    options = Options(languages=("fi",), made_at=_MADE_AT)
    ((_name, data),) = EXCEL.build(pathway, options, lambda _share: None)
    profiled(partial(read_back, data, pathway), path)


def _website(pathways: int, path: Path) -> None:
    from benchmarks import publishing
    from benchmarks.libraries import library

    many = library(pathways)
    profiled(partial(publishing.built, many), path)


def _republished(pathways: int, path: Path) -> None:
    from benchmarks import publishing
    from benchmarks.libraries import library

    many = library(pathways)
    first = publishing.built(many)
    changed = publishing.with_one_change(many)
    profiled(partial(publishing.built, changed, first), path)


# Whole processes


def _process(*module: str) -> "Profiling":
    def profile(stages: int, path: Path) -> None:
        from model import file

        pathway = path.with_name("measured.ketju")
        pathway.write_bytes(file.dumps(synthetic(stages)))
        name, *arguments = module
        subprocess.run(  # noqa: S603 - our own modules
            [sys.executable, "-m", "cProfile", "-o", path, "-m", name, *arguments, pathway],
            check=False,  # a check that finds something ends with 1
            stdout=subprocess.DEVNULL,
            env=environment(),
        )

    return profile


Profiling = Callable[[int, Path], None]
ACTS: Final[dict[str, Profiling]] = {
    "open": _open,
    "drop": _drop,
    "undo": _at_board(lambda board: board.undo()),
    "rename": _at_board(lambda board: board.rename("Hoidon tarpeen arvio")),
    "connect": _at_board(lambda board: board.connect()),
    "after-edit": _after_edit,
    "drag": _drag,
    "letter": _letters,
    "fit": _at_board(lambda board: board.fit()),
    "leap": _at_board(lambda board: board.leap()),
    "paint": _at_board(lambda board: board.repaint()),
    "paint-fitted": _fitted,
    "layout": _layout,
    "checks": _checks,
    "recheck": _recheck,
    "completeness": _completeness,
    "save": _save,
    "saving": _saving,
    "load": _load,
    "svg": _export("svg"),
    "pdf": _export("pdf"),
    "png": _export("png"),
    "workbook": _export("excel"),
    "workbook-read": _workbook_read,
    "website": _website,
    "republish": _republished,
    "start": _process("benchmarks.opened"),
    "check": _process("designer.cli", "check"),
}


if __name__ == "__main__":
    main(sys.argv[1:])
