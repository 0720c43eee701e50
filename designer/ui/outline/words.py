"""The words of the outline: a line to read, and a sentence for screen readers."""

from typing import NamedTuple

from designer.ui.canvas.descriptions import called
from designer.ui.outline.lines import Kind, Line, Mark
from model.codes.names import name_of_code
from model.messages import _, ngettext
from model.records import Actor, Handover, Note, Stage
from model.text import in_language


class Words(NamedTuple):
    """The parts of a line: "1.2", "Hoidon tarpeen arvio", "Sote-keskus"."""

    number: str
    name: str
    more: str

    @property
    def line(self) -> str:
        start = " ".join(filter(None, (self.number, self.name)))
        return " · ".join(filter(None, (start, self.more)))


def words_of(line: Line, language: str) -> Words:
    """Return what is read in a line."""
    match line.kind, line.record:
        case Kind.STAGE, Stage() as stage:
            return Words(line.number, _one_line(called(stage, language)), _actor(line, language))
        case Kind.HANDOVER, Handover() as arrow:
            number = f"→ {line.number}".rstrip()
            return Words(number, _target(line, language), _said(arrow, language))
        case Kind.NOTE, Note() as note:
            return Words("", _one_line(called(note, language)), _kind_of_note(note))
        case Kind.OTHER_NOTES, _record:
            return Words("", _("Notes on the whole"), "")
        case _:
            return Words(line.number, _phase(line, language), _stages(line.total))


def sentence_of(line: Line, language: str) -> str:
    """Return a line as a screen reader says it."""
    words = words_of(line, language)
    start = " ".join(filter(None, (words.number, words.name)))
    match line.kind, line.record:
        case Kind.STAGE, Stage():
            said = [start, _by_actor(line, language), _onward(line.total)]
        case Kind.HANDOVER, Handover():
            leads = _("leads to {stage}").format(
                stage=" ".join(filter(None, (line.number, words.name)))
            )
            said = [leads, words.more]
        case Kind.NOTE, Note() as note:
            said = [f"{name_of_code(note.kind)}: {words.name}", _("settled") if note.done else ""]
        case _:
            said = [start, words.more]
    if line.mark is not None:
        said.append(found(line.mark))
    return ", ".join(filter(None, said))


def name_to_edit(line: Line, language: str) -> str:
    """Return what is written in place: a name, a handover's condition, a note's text."""
    field = {Kind.HANDOVER: "condition", Kind.NOTE: "text"}.get(line.kind, "title")
    words: str = getattr(line.record, field, {}).get(language, "")
    return words


def found(mark: Mark) -> str:
    """Say what was found about something: "1 error", "3 findings, the gravest: error"."""
    severity, count = mark
    if count == 1:
        return f"1 {name_of_code(severity)}"
    return _("{count} findings, the gravest: {severity}").format(
        count=count, severity=name_of_code(severity)
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _phase(line: Line, language: str) -> str:
    if line.record is None:
        return _("Without a phase")
    return _one_line(called(line.record, language))


def _stages(count: int) -> str:
    return ngettext("{count} stage", "{count} stages", count).format(count=count)


def _actor(line: Line, language: str) -> str:
    return _one_line(called(line.other, language)) if line.other else _("no actor")


def _by_actor(line: Line, language: str) -> str:
    if isinstance(line.other, Actor):
        return _("actor {name}").format(name=_actor(line, language))
    return _("no actor")


def _onward(count: int) -> str:
    if not count:
        return _("nothing follows")
    return ngettext("{count} way onward", "{count} ways onward", count).format(count=count)


def _target(line: Line, language: str) -> str:
    return _one_line(called(line.other, language)) if line.other else _("(no name)")


def _said(arrow: Handover, language: str) -> str:
    condition = _one_line(in_language(arrow.condition, language))
    return condition or (name_of_code(arrow.kind) if arrow.kind else "")


def _kind_of_note(note: Note) -> str:
    kind = name_of_code(note.kind)
    return _("{kind}, settled").format(kind=kind) if note.done else kind
