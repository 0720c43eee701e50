"""Cut, copy and paste: our own records between files and windows, plain text with the others.

While somebody writes in a box, the same keys and menu entries are the box's own.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from designer.ui.canvas.capture.steps import place_to_add
from model.change import Add, Change
from model.messages import _, ngettext
from model.pathway import Cell
from model.records import Actor, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

RECORDS: Final = "application/vnd.ketjupaja.records+json"
TextBox = QLineEdit | QPlainTextEdit | QTextEdit


def written_in() -> TextBox | None:
    """Return the box that the keyboard is in, None when it is elsewhere."""
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, TextBox) else None


def cut(view: "BoardView") -> None:
    if (box := written_in()) is not None:
        box.cut()
    elif copy(view):
        view.remove_selected()


def copy(view: "BoardView") -> bool:
    """Copy what is selected; tell whether there was something to copy."""
    from model import clip

    if (box := written_in()) is not None:
        box.copy()
        return True
    pathway, ids = view.document.pathway, view.selection.ids
    copied = clip.clip_of(pathway, ids)
    if not copied:
        view.say(_("Select first what to copy: stages, an actor or a phase."))
        return False
    data = QMimeData()
    data.setData(RECORDS, clip.encode(copied))
    data.setText(clip.as_text(pathway, ids, view.language))
    QApplication.clipboard().setMimeData(data)
    count = len(copied.copied)
    view.say(ngettext("{count} thing copied.", "{count} things copied.", count).format(count=count))
    return True


def paste(view: "BoardView") -> None:
    """Paste records, else text: several lines are shown first, one line becomes a stage."""
    from designer.ui.paste_preview import is_list, preview_list
    from model.entry import LONGEST_NAME

    if (box := written_in()) is not None:
        box.paste()
        return
    data = _content()
    if data.hasFormat(RECORDS):
        _paste_records(view, bytes(data.data(RECORDS).data()))
    elif is_list(data.text()) or len(data.text().strip()) > LONGEST_NAME:
        preview_list(view, data.text())
    elif data.text().strip():
        _show(view, view.document.do(_one_stage(view, data.text())))
    else:
        view.say(_("There is nothing on the clipboard that fits the board."))


def paste_list(view: "BoardView") -> None:
    """Show the text on the clipboard as a list, wherever the keyboard is."""
    from designer.ui.paste_preview import preview_list

    text = _content().text()
    if text.strip():
        preview_list(view, text)
    else:
        view.say(_("Copy a list first, such as from Word, Excel or an e-mail."))


def duplicate(view: "BoardView") -> None:
    """Put copies of what is selected beside it."""
    from model import clip

    if not view.selection.ids:
        view.say(_("Select first what to duplicate."))
        return
    _show(view, view.document.do(clip.duplicate(view.document.pathway, view.selection.ids)))


def _content() -> QMimeData:
    content: QMimeData | None = QApplication.clipboard().mimeData()
    return content if content is not None else QMimeData()  # Qt has none while it is empty


def _paste_records(view: "BoardView", data: bytes) -> None:
    from model import clip
    from model.clip import ClipError

    try:
        copied = clip.decode(data)
    except ClipError as refusal:
        view.say(str(refusal))
        return
    _show(view, view.document.do(clip.paste(view.document.pathway, copied, _cell(view))))


def _cell(view: "BoardView") -> Cell | None:
    """Return where the first copy goes: the keyboard's cell, or the one after the selected card."""
    pathway = view.document.pathway
    stage = pathway.find(Stage, view.selection.focused)
    if stage is not None:
        return stage.actor, stage.phase, stage.column + 1
    return view.selection.cell


def _one_stage(view: "BoardView", text: str) -> Change:
    """Take a line from elsewhere for a title: what looks like a mark in it was not meant so."""
    from model.entry import Entry, enter

    after, cell = place_to_add(view)
    entry = Entry(title=" ".join(text.split()))
    return enter(view.document.pathway, entry, view.language, after=after, cell=cell)


def _show(view: "BoardView", done: Change) -> None:
    """Select what has come: the stages, else the lanes and phases."""
    added = [op.record for op in done.ops if isinstance(op, Add)]
    stages = [record.id for record in added if isinstance(record, Stage)]
    others = [record.id for record in added if isinstance(record, Actor | Phase)]
    if stages or others:
        view.select(stages or others)
        view.bring_into_sight((stages or others)[0])
