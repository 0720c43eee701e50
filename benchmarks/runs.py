"""A run: what was measured when and on what; kept in `benchmarks/results/`."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import msgspec

from benchmarks import goals, growth, table
from benchmarks.table import Row

RESULTS: Final = Path(__file__).parent / "results"
_VERSIONS: Final = ("PySide6-Essentials", "msgspec", "networkx", "openpyxl", "Jinja2", "pygraphviz")


class Machine(msgspec.Struct, frozen=True):
    """The machine, without a name that would tell whose it is."""

    processor: str
    cores: int
    memory: str
    system: str
    python: str
    versions: dict[str, str]
    screen: str = "offscreen, no graphics card"


class Took(msgspec.Struct, frozen=True):
    """How long a part was measured: wall seconds, and the load average as it began."""

    part: str
    size: int
    seconds: float
    load: float
    failed: str = ""


class Run(msgspec.Struct, frozen=True):
    """Load averages are those of the last minute; None where the system tells none."""

    machine: Machine
    began: datetime
    ended: datetime
    load_at_begin: float | None
    load_at_end: float | None
    parts: tuple[Took, ...]
    rows: tuple[Row, ...]


def write(run: Run, parts: Sequence[str] = (), results: Path = RESULTS) -> list[Path]:
    """Write a run as text and JSON; `parts` are named in the file's name when not all were run."""
    results.mkdir(exist_ok=True)
    name = "-".join([run.ended.date().isoformat(), *parts])
    written = {".txt": as_text(run).encode(), ".json": _as_json(run)}
    for suffix, data in written.items():
        (results / f"{name}{suffix}").write_bytes(data)
    return [results / f"{name}{suffix}" for suffix in written]


def _as_json(run: Run) -> bytes:
    """Return what was measured, and what follows from it for who reads no Python."""
    told = msgspec.to_builtins(run) | {
        "goals": [verdict._asdict() for verdict in goals.verdicts(run.rows)],
        "growth": [each._asdict() for each in growth.growths(run.rows)],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def read(path: Path) -> Run:
    """Read a run; raises msgspec.ValidationError for what is none."""
    return msgspec.json.decode(path.read_bytes(), type=Run)


def newest(results: Path = RESULTS) -> Path:
    """Return where the newest run of everything is kept."""
    whole = sorted(results.glob("????-??-??.json"))
    if not whole:
        raise FileNotFoundError("no run of everything is kept: make one by `make bench`")
    return whole[-1]


def as_text(run: Run) -> str:
    judged = goals.verdicts(run.rows)
    failed = [f"{took.part} {took.size}: {took.failed}" for took in run.parts if took.failed]
    is_whole = len({took.part for took in run.parts}) > 1
    missed = [
        f"{verdict.act}, {verdict.stages:,}: {verdict.words}"
        for verdict in judged
        if verdict.met is False or (verdict.met is None and is_whole)
    ]
    sections = [
        ("", _heading(run)),
        ("", table.as_text(run.rows, goals.by_row(judged))),
        ("Growth: n times the stages take n to the power of this", _growth(run)),
        ("Goals not met or not measured", "\n".join(missed)),
        ("Could not be measured", "\n".join(failed)),
    ]
    return "\n\n".join(f"{title}\n{text}".lstrip() for title, text in sections if text) + "\n"


def _growth(run: Run) -> str:
    found = growth.growths(run.rows)
    return growth.as_text(found) if found else ""


def _heading(run: Run) -> str:
    machine = run.machine
    minutes = (run.ended - run.began).total_seconds() / 60
    versions = ", ".join(f"{name} {number}" for name, number in machine.versions.items())
    return (
        f"{run.began:%Y-%m-%d %H:%M} UTC, {minutes:.0f} minutes; {machine.processor}, "
        f"{machine.cores} cores, {machine.memory}, {machine.system}; load {run.load_at_begin} at "
        f"the beginning, {run.load_at_end} at the end\nPython {machine.python}, {versions}; "
        f"{machine.screen}"
    )


def machine() -> Machine:
    return Machine(
        processor=_told("/proc/cpuinfo", "model name") or platform.processor() or "unknown",
        cores=os.cpu_count() or 1,
        memory=_gigabytes(_told("/proc/meminfo", "MemTotal")),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        versions={name: found for name in _VERSIONS if (found := _version(name))},
    )


def load() -> float | None:
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _told(path: str, name: str) -> str:
    """Return what Linux tells in a line `name: ...`, '' elsewhere."""
    place = Path(path)
    lines = place.read_text(encoding="utf-8").splitlines() if place.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _gigabytes(told: str) -> str:
    kilobytes = told.removesuffix(" kB")
    return f"{int(kilobytes) / 1e6:.0f} GB" if kilobytes.isdigit() else "unknown memory"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
