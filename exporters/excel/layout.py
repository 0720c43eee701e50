"""The sheets of one pathway: what stands in each cell, and which value of which record it is.

Writing puts the cells into a workbook; reading lays out the pathway that the workbook was made
of once more, and looks which cells say something else since.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from exporters.excel.columns import Column, Need, Path, in_words, value_at
from exporters.excel.description import (
    HANDOVERS,
    INFO,
    RECORD_SHEETS,
    STAGES,
    RecordSheet,
)
from exporters.excel.labels import Labels
from exporters.excel.part_columns import OMASOTE_COLUMNS, TIME_COLUMNS
from exporters.excel.responsibility import RESPONSIBILITY, RESPONSIBILITY_KIND, part_in
from exporters.excel.tables import LANGUAGE_NAMES, Value
from exporters.excel.time_fields import time_targets
from model.describe import kind_of
from model.describe.captions import KINDS
from model.describe.fields import FIELDS
from model.ids import Id
from model.messages import LANGUAGES, N_, _, speaking
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Stage, TimePromise

ID = "id"
"""Key of the column that tells which record a row is about."""


class Cell(NamedTuple):
    """What a cell says; with an `owner` it is the value at `path` in that record."""

    value: Value
    owner: Id = ""
    path: Path = ()
    column: Column | None = None


class Heading(NamedTuple):
    """What stands over a column. `names` are all wordings that mean it, in any language."""

    key: str
    title: str
    names: tuple[str, ...]
    width: int
    column: Column


class Row(NamedTuple):
    """A row; `id` tells it apart in its sheet, `record` is what it is about."""

    id: str
    record: Id
    cells: tuple[Cell, ...]


class Sheet(NamedTuple):
    """A sheet as it is laid out; `names` are its titles in all languages.

    `new` is what a row without an id adds: the key of a record sheet, "times" or "omasote"; ''
    where rows cannot be added. In a `form` the first column tells rows apart too.
    """

    key: str
    title: str
    names: tuple[str, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    frozen: int = 1
    new: str = ""
    form: bool = False


def laid_out(pathway: Pathway, languages: tuple[str, ...]) -> tuple[Sheet, ...]:
    """Return all sheets that can be filled in, in the language in force; `languages[0]` leads."""
    labels = Labels(pathway, languages[0])
    sheets = [
        _form(pathway, labels),
        *(_records(sheet, pathway, labels) for sheet in RECORD_SHEETS if sheet is not INFO),
        _responsibilities(pathway, labels),
        _times(pathway, labels),
        _omasote(pathway, labels),
    ]
    if len(languages) > 1:
        sheets.append(_texts(pathway, labels, languages))
    return tuple(sheets)


def _form(pathway: Pathway, labels: Labels) -> Sheet:
    info = pathway.info
    rows = tuple(
        Row(
            column.key,
            info.id,
            (Cell(_(column.header)), _cell(column, info, labels, labels.language)),
        )
        for column in INFO.columns
    )
    headings = (
        _heading(Column("what", N_("What"), 34)),
        _heading(Column("content", N_("Content"), 90)),
    )
    return Sheet(INFO.key, _(INFO.title), in_all_languages(INFO.title), headings, rows, form=True)


def _records(sheet: RecordSheet, pathway: Pathway, labels: Labels) -> Sheet:
    records: Sequence[AnyRecord]
    if sheet is STAGES:
        records = pathway.stages
    elif sheet is HANDOVERS:
        records = pathway.handovers
    else:
        records = _of_kind(pathway, sheet.kind)
    rows = tuple(
        Row(
            record.id,
            record.id,
            tuple(_cell(column, record, labels, labels.language) for column in sheet.columns),
        )
        for record in records
    )
    return Sheet(
        sheet.key,
        _(sheet.title),
        in_all_languages(sheet.title),
        tuple(_heading_of(sheet, column) for column in sheet.columns),
        rows,
        sheet.frozen,
        new=sheet.key,
    )


def _of_kind(pathway: Pathway, kind: Any) -> Sequence[Any]:
    return pathway.of(kind)


def _cell(column: Column, record: Any, labels: Labels, language: str, before: Path = ()) -> Cell:
    """Lay out one value; `before` leads to the part that a column's path begins in."""
    if column.shown is not None:
        return Cell(column.shown(value_at(record, before), labels), column=column)
    path = in_words(column.path, language)
    if before:
        path = (*before, *path)
    value = value_at(record, path)
    if value is None and column.is_text:
        value = ""
    return Cell(column.kind.write(value, labels), record.id, path, column)


def _responsibilities(pathway: Pathway, labels: Labels) -> Sheet:
    title = N_("Responsibilities")
    kind = RESPONSIBILITY_KIND
    actors = [
        Heading(
            f"actor.{actor.id}",
            (name := labels.label(actor.id, (Actor,))),
            (name,),
            19,
            Column(f"actor.{actor.id}", "", 19, (RESPONSIBILITY, actor.id), kind),
        )
        for actor in pathway.actors
    ]
    stage_name = Column("stage", N_("Stage"), 44)
    rows = tuple(
        Row(
            stage.id,
            stage.id,
            (
                Cell(labels.label(stage.id, (Stage,))),
                *(
                    Cell(
                        kind.write(part_in(stage, actor.id), labels),
                        stage.id,
                        (RESPONSIBILITY, actor.id),
                        heading.column,
                    )
                    for actor, heading in zip(pathway.actors, actors, strict=True)
                ),
            ),
        )
        for stage in pathway.stages
    )
    headings = (_heading(stage_name), *actors)
    return Sheet("matrix", _(title), in_all_languages(title), headings, rows, form=True)


def _times(pathway: Pathway, labels: Labels) -> Sheet:
    title = N_("Time targets")
    rows = []
    for record, path in time_targets(pathway):
        field = str(path[0])
        where = Cell(labels.label(record.id, (Stage, Handover, TimePromise)))
        name = Cell(_(FIELDS[type(record)][field]))
        cells = [
            _cell(column, record, labels, labels.language, path) for column in TIME_COLUMNS[2:]
        ]
        row = ".".join((record.id, *map(str, path)))
        rows.append(Row(row, record.id, (where, name, *cells)))
    headings = tuple(map(_heading, TIME_COLUMNS))
    return Sheet("times", _(title), in_all_languages(title), headings, tuple(rows), 2, new="times")


def _omasote(pathway: Pathway, labels: Labels) -> Sheet:
    title = N_("Omasote tasks")
    rows = [
        Row(
            f"{stage.id}.omasote.{place}",
            stage.id,
            (
                Cell(labels.label(stage.id, (Stage,))),
                *(
                    _cell(column, stage, labels, labels.language, ("omasote", place))
                    for column in OMASOTE_COLUMNS[1:]
                ),
            ),
        )
        for stage in pathway.stages
        for place in range(len(stage.omasote))
    ]
    headings = tuple(map(_heading, OMASOTE_COLUMNS))
    return Sheet("omasote", _(title), in_all_languages(title), headings, tuple(rows), 1, "omasote")


def _texts(pathway: Pathway, labels: Labels, languages: Sequence[str]) -> Sheet:
    title = N_("Texts by language")
    headings = (
        _heading(Column("where", N_("Where"), 54)),
        _heading(Column("field", N_("Text"), 24)),
        *(
            Heading(
                f"text.{code}",
                _(LANGUAGE_NAMES.get(code, code)),
                (*in_all_languages(LANGUAGE_NAMES.get(code, code)), code),
                56,
                Column(f"text.{code}", code, 56, need=Need.WANTED),
            )
            for code in languages
        ),
    )
    rows = tuple(_text_rows(pathway, labels, languages))
    return Sheet("texts", _(title), in_all_languages(title), headings, rows, frozen=2)


def _text_rows(pathway: Pathway, labels: Labels, languages: Sequence[str]) -> Iterator[Row]:
    for sheet in RECORD_SHEETS:
        texts = [column for column in sheet.columns if column.is_text]
        records: Sequence[Any] = (
            pathway.stages
            if sheet is STAGES
            else pathway.handovers
            if sheet is HANDOVERS
            else _of_kind(pathway, sheet.kind)
        )
        for record in records:
            where = ""
            for column in texts:
                if not value_at(record, column.path[:-1]):
                    continue
                where = where or f"{kind_of(record)}: {labels.label(record.id, (sheet.kind,))}"
                cells = (_cell(column, record, labels, language) for language in languages)
                named = (Cell(where), Cell(_(column.header)))
                yield Row(f"{record.id}.{column.key}", record.id, (*named, *cells))


def _heading(column: Column) -> Heading:
    names = in_all_languages(column.header)
    return Heading(column.key, _(column.header), names, column.width, column)


def _heading_of(sheet: RecordSheet, column: Column) -> Heading:
    """Return a heading; that of names may be called after what has them ("Stage"), too."""
    heading = _heading(column)
    if column.key not in ("title", "name") or sheet is INFO:
        return heading
    return heading._replace(names=(*heading.names, *in_all_languages(KINDS[sheet.kind])))


def in_all_languages(words: str) -> tuple[str, ...]:
    """Return a message in each of the program's languages."""
    found: list[str] = []
    for language in LANGUAGES:
        with speaking(language):
            found.append(_(words))
    return tuple(dict.fromkeys(found))
