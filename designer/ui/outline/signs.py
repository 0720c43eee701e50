"""The signs at the head of the outline's lines."""

from PySide6.QtGui import QIcon

from designer.ui.outline.lines import Kind, Line
from designer.ui.signs import icon, sector_icon
from exporters.diagram.look import NOTE_ICONS
from model.records import Actor, Note


def sign_of(line: Line) -> QIcon | None:
    """Return a stage's sector and a note's kind as a sign; other lines have none."""
    if line.kind is Kind.STAGE:
        return sector_icon(line.other.sector if isinstance(line.other, Actor) else None)
    if isinstance(line.record, Note):
        return icon("circle-check" if line.record.done else NOTE_ICONS[line.record.kind])
    return None
