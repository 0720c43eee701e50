"""The menu in which one chooses what notes the board shows."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from designer.ui.canvas.notes.showing import EVERY_KIND, Wanted
from designer.ui.signs import icon
from exporters.diagram.look import NOTE_ICONS
from model.codes import NoteKind
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


class NotesMenu(QMenu):
    """Open notes, all or none; and which kinds of them."""

    def __init__(self, window: "MainWindow", parent: QMenuBar) -> None:
        super().__init__(_("&Notes on the board"), parent)
        self._window = window
        self._group = QActionGroup(self)
        self._open = self._choice(_("&Open notes"), Wanted())
        self._all = self._choice(_("&All notes"), Wanted(done=True))
        self._none = self._choice(_("&No notes"), Wanted(on_board=False))
        self.addSeparator()
        self._kinds = {kind: self._kind(kind) for kind in NoteKind}
        self.setEnabled(window.file is not None)
        self.aboutToShow.connect(self._tick)

    def _choice(self, words: str, wanted: Wanted) -> QAction:
        entry = self.addAction(words)
        entry.setCheckable(True)
        entry.triggered.connect(lambda _checked: self._window.board.showing.want(wanted))
        return self._group.addAction(entry)

    def _kind(self, kind: NoteKind) -> QAction:
        entry = self.addAction(icon(NOTE_ICONS[kind]), several(kind))
        entry.setCheckable(True)
        entry.triggered.connect(partial(self._toggle, kind))
        return entry

    def _toggle(self, kind: NoteKind, *_checked: bool) -> None:
        showing = self._window.board.showing
        showing.want(showing.wanted._replace(kinds=showing.wanted.kinds ^ {kind}, on_board=True))

    def _tick(self) -> None:
        if self._window.file is None:
            return
        wanted = self._window.board.showing.wanted
        plain = wanted.kinds == EVERY_KIND
        self._open.setChecked(wanted.on_board and not wanted.done and plain)
        self._all.setChecked(wanted.on_board and wanted.done and plain)
        self._none.setChecked(not wanted.on_board)
        for kind, entry in self._kinds.items():
            entry.setChecked(wanted.on_board and kind in wanted.kinds)


def several(kind: NoteKind) -> str:
    """Return what notes of a kind are called in a choice: “Questions”."""
    return {
        NoteKind.QUESTION: _("Questions"),
        NoteKind.IDEA: _("Ideas"),
        NoteKind.RISK: _("Risks"),
        NoteKind.PROBLEM: _("Problems"),
        NoteKind.DECISION: _("Decisions"),
        NoteKind.CUSTOMER_WORDS: _("Customers’ words"),
    }[kind]
