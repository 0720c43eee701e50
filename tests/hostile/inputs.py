"""The corpus: hostile and damaged inputs, the same ones at each run.

Each is made when it is asked for, for some are as large as a file may be.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from random import Random
from typing import NamedTuple

from samples import SAMPLES
from tests.hostile import diagrams, others, pathways, processes, tables, workbooks
from tests.hostile.damage import damaged
from tests.hostile.pathways import Made

Some = Iterable[tuple[str, Made | bytes | str]] | Iterable[tuple[str, bytes]]


class Input(NamedTuple):
    """One input for one reader; `make` gives its bytes."""

    family: str
    reader: str
    name: str
    make: Made


def corpus() -> list[Input]:
    return list(
        chain(
            _damaged(),
            _both("json", pathways.JSON),
            _both("numbers", pathways.numbers()),
            _both("links", pathways.links()),
            _both("unicode", pathways.signs()),
            _both("sizes", pathways.SIZES),
            _of("yaml", "outline", others.yaml()),
            _of("toml", "organisation", others.toml()),
            _of("text", "pasted text", others.texts()),
            _of("text", "typed line", others.texts()),
            _of("records", "pasted records", others.records()),
            _of("bombs", "milestone", others.milestones()),
            _of("places", "sub-pathway", others.places()),
            _of("workbooks", "workbook", workbooks.workbooks()),
            _of("mermaid", "mermaid", diagrams.mermaid()),
            _of("bpmn", "bpmn", processes.bpmn()),
            _of("tables", "table", tables.tables()),
        )
    )


def _damaged() -> Iterator[Input]:
    for place, data in enumerate(others.PATHWAYS):
        for name, made in damaged(data, Random(place)):  # noqa: S311 - the same each time
            yield from _both("damaged", [(f"{SAMPLES[place].name} {name}", made)])
    for place, data in enumerate(others.OUTLINES):
        some = list(damaged(data, Random(place)))[::2]  # noqa: S311
        yield from _of("damaged", "outline", some)
    chance = Random(7)  # noqa: S311
    yield from _of("damaged", "organisation", damaged(others.ORGANISATION, chance))
    yield from _of("damaged", "pasted records", damaged(others.RECORDS, chance))
    yield from _of("damaged", "pasted text", list(damaged(others.LIST.encode(), chance))[::2])
    yield from _of("damaged", "milestone", list(damaged(others.MILESTONE, chance))[::2])


def _of(family: str, reader: str, some: Some) -> Iterator[Input]:
    for name, content in some:
        yield Input(family, reader, name, _made(content))


def _both(family: str, some: Some) -> Iterator[Input]:
    """Yield each for the strict reader and for the one that repairs."""
    for name, content in some:
        for reader in ("pathway", "repair"):
            yield Input(family, reader, name, _made(content))


def _made(content: Made | bytes | str) -> Made:
    if callable(content):
        return content
    data = content.encode(errors="surrogatepass") if isinstance(content, str) else content
    return lambda: data
