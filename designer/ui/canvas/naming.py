"""Naming in place: of what is there, and of what comes to be once it has a name.

A thing that is being added is a draft: the board shows the pathway as it will be, the document
hears of it when the name is given. Esc leaves nothing behind, not even an undo step.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from designer.ui.canvas.editor import NameEditor
from designer.ui.canvas.name_places import name_place
from model import edits
from model.change import Change
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import Actor, Phase, Stage
from model.text import Text

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

Make = Callable[[Pathway, Text], Change]
"""A verb that awaits the name; its first operation adds what is named."""


class Naming:
    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._make: Make | None = None
        self._draft = Change("")
        self._subject: Id | None = None
        self._editor: NameEditor | None = None

    @property
    def is_on(self) -> bool:
        return self._editor is not None

    def shown(self, pathway: Pathway) -> Pathway:
        """Return the pathway with the draft in it, as the board is to show it."""
        if self._make is None:
            return pathway
        return self._draft.applied_to(pathway)[0]

    def rename(self, id: Id) -> None:
        """Open the editor over the name of a stage, an actor or a phase."""
        self.keep()
        if isinstance(self._view.document.pathway.get(id), Stage | Actor | Phase):
            self._open(id)

    def draft(self, make: Make) -> None:
        """Show what `make` adds, and ask for its name."""
        self.keep()
        self._make = make
        self._draft = make(self._view.document.pathway, {})
        if not self._draft:
            self._make = None
            return
        self._view.refresh()
        self._open(self._draft.ops[0].id)

    def keep(self) -> None:
        """End the naming: what was written becomes one edit; nothing written, nothing done."""
        if self._editor is None:
            return
        words, subject, make = self._editor.words(), self._subject, self._make
        self._close()
        document = self._view.document
        if not words or subject is None:
            self._view.refresh()
        elif make is not None:
            done = document.do(make(document.pathway, {self._view.language: words}))
            self._view.select(tuple(op.id for op in done.ops[:1]))
        else:
            document.do(edits.rename(document.pathway, subject, self._view.language, words))

    def drop(self) -> None:
        """End the naming and forget what was written."""
        if self._editor is not None:
            self._close()
            self._view.refresh()

    def follow(self, pathway: Pathway) -> None:
        """Fit the draft to a pathway that has changed meanwhile; close when its place is gone."""
        if self._make is not None:
            self._draft = self._make(pathway, {})
            self._subject = self._draft.ops[0].id if self._draft else None
        if self._editor is not None and self._subject not in self.shown(pathway):
            self._close()

    def place(self) -> None:
        """Lay the editor over the name, wherever the board has it now."""
        if self._editor is not None and self._subject is not None:
            found = name_place(self._view, self._subject)
            if found is not None:
                self._editor.lie(found.box, found.font)

    def _open(self, id: Id) -> None:
        self._subject = id
        self._view.bring_into_sight(id)
        found = name_place(self._view, id)
        if found is None:
            self._close()
            self._view.refresh()
            return
        record = self._view.board_scene.pathway[id]
        text: Text = record.name if isinstance(record, Actor) else getattr(record, "title", {})
        editor = NameEditor(
            found.parent,
            text.get(self._view.language, ""),
            edits.name_of(record, self._view.language) or _prompt(record),
        )
        editor.kept.connect(self.keep)
        editor.left.connect(self.keep)
        editor.dropped.connect(self.drop)
        self._editor = editor
        editor.lie(QRectF(found.box), found.font)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        self._make, self._draft, self._subject = None, Change(""), None
        if editor is not None:
            # Losing the focus would keep the words a second time; were it hidden with the focus,
            # Qt would pass that on as Tab does, and the board would select what comes next.
            editor.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            if editor.hasFocus():
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()


def _prompt(record: object) -> str:
    match record:
        case Actor():
            return _("Name of the actor")
        case Phase():
            return _("Name of the phase")
        case _:
            return _("Name of the stage")
