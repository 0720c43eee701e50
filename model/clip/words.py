"""A copy as text, for Word and Excel."""

from collections.abc import Iterable

from model.clip.clipped import clip_of
from model.edits import name_of
from model.ids import Id
from model.messages import _, speaking
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Note, Phase, Stage

_FORMULA = ("=", "+", "-", "@")


def as_text(pathway: Pathway, ids: Iterable[Id], language: str) -> str:
    """Return a table with tabs: a stage a row, with its actor and phase, under headings.

    Without stages it is the names of what was chosen, one a line. `model.entry.read_list` reads
    the table back.
    """
    copied = clip_of(pathway, ids).copied
    stages = [record for record in copied if isinstance(record, Stage)]
    if not stages:
        named = [record for record in copied if isinstance(record, Actor | Phase | Channel | Note)]
        return "\r\n".join(_cell(name_of(record, language)) for record in named)
    with speaking(language):
        rows = [(_("Stage"), _("Actor"), _("Phase"))]
    rows += [
        (
            name_of(stage, language),
            _name(pathway.find(Actor, stage.actor), language),
            _name(pathway.find(Phase, stage.phase), language),
        )
        for stage in stages
    ]
    return "\r\n".join("\t".join(map(_cell, row)) for row in rows)


def _name(record: AnyRecord | None, language: str) -> str:
    return "" if record is None else name_of(record, language)


def _cell(words: str) -> str:
    """Write a cell in one line, so that a spreadsheet takes it for nothing but text."""
    line = " ".join(words.split())
    if line.startswith(_FORMULA):
        return f" {line}"
    return '"{}"'.format(line.replace('"', '""')) if line.startswith('"') else line
