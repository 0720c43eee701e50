"""Naming in place: of what is there, and of what comes to be once it has a name.

A thing that is being added is a draft: the board shows the pathway as it will be, the document
hears of it when the name is given. Esc leaves nothing behind, not even an undo step.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from designer.ui.canvas.capture.drafts import (
    Draft,
    LineDraft,
    Make,
    NameDraft,
    drafted_stage,
)
from designer.ui.canvas.capture.places import beyond
from designer.ui.canvas.capture.suggestions import Suggestions
from designer.ui.canvas.editor import NameEditor
from designer.ui.canvas.grid import Direction, cell_of
from designer.ui.canvas.keyboard import ARROW_KEYS
from designer.ui.canvas.name_places import name_place
from designer.ui.canvas.notes.drafts import NoteDraft
from model import edits
from model.change import Change
from model.ids import Id
from model.messages import _
from model.notes import Anchor
from model.pathway import Cell, Pathway
from model.records import Actor, Note, Phase, Stage

if TYPE_CHECKING:
    from collections.abc import Hashable

    from designer.ui.canvas.view import BoardView
    from model.entry import Completion
    from model.text import Text

_FIELDS: Final = {Actor: "name", Note: "text"}
_MOVES_ON: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Naming:
    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._draft: Draft | None = None
        self._plan = Change("")
        self._plan_of: Hashable = None
        self._subject: Id | None = None
        self._editor: NameEditor | None = None
        self._suggestions = Suggestions(view)
        self._suggestions.chosen.connect(self._complete)

    @property
    def subject(self) -> Id | None:
        """The record whose name is being written."""
        return self._subject

    @property
    def is_on(self) -> bool:
        return self._editor is not None

    def shown(self, pathway: Pathway) -> Pathway:
        """Return the pathway with the draft in it, as the board is to show it."""
        return self._plan.applied_to(pathway)[0]

    def rename(self, id: Id) -> None:
        """Open the editor over the name of a stage, an actor or a phase, or a note's words."""
        self.keep()
        if isinstance(self._view.document.pathway.get(id), Stage | Actor | Phase | Note):
            self._open(id)

    def draft(self, make: Make) -> None:
        """Show what `make` adds, and ask for its name."""
        self._begin(NameDraft(make))

    def draft_stage(self, *, after: Id | None = None, cell: Cell | None = None) -> None:
        """Show a stage after another one, or in a cell, and ask for its name.

        What is written is a typed line: it may say who answers for the stage and when.
        """
        self.draft_line(LineDraft(after, cell))

    def draft_line(self, draft: LineDraft) -> None:
        """Show the stage of a draft, and ask for its typed line."""
        self._begin(draft)
        if self._editor is not None:
            self._view.say(_("Enter adds the stage, Esc leaves. @ names its actor, # its phase."))

    def draft_note(self, anchor: Anchor) -> None:
        """Show a note, and ask for its words; the first sign written tells its kind."""
        self._begin(NoteDraft(anchor))

    def keep(self) -> None:
        """End the naming: what was written becomes one edit; nothing written, nothing done."""
        from designer.ui.canvas.capture.renaming import renamed

        if self._editor is None:
            return
        words, subject, draft = self._editor.words(), self._subject, self._draft
        written = self._editor.toPlainText().strip()
        untouched = not self._editor.document().isModified()
        self._close()
        view, document = self._view, self._view.document
        if not words or subject is None or (draft is None and untouched):
            view.refresh()
        elif draft is None:
            if document.pathway.find(Note, subject) is not None:
                words = written  # a note may have several lines
            document.do(renamed(document.pathway, subject, words, view.language))
        elif done := document.do(draft.made(document.pathway, words, view.language)):
            view.select((self._next_focus(draft, done),))
        else:
            view.refresh()
            view.say(draft.why_nothing(document.pathway, words, view.language))

    def _enter(self) -> None:
        """Keep the words; those that lead to nothing stay in the field, to be put right."""
        view, draft = self._view, self._draft
        words = self._editor.words() if self._editor is not None else ""
        reason = ""
        if draft is not None and words:
            reason = draft.why_nothing(view.document.pathway, words, view.language)
        if reason:
            view.say(reason)
        else:
            self.keep()

    def drop(self) -> None:
        """End the naming and forget what was written."""
        if self._editor is not None:
            self._close()
            self._view.refresh()

    def follow(self, pathway: Pathway) -> None:
        """Fit the draft to a pathway that has changed meanwhile; close when its place is gone."""
        if self._draft is not None and self._editor is not None:
            words = self._editor.words()
            self._plan = self._draft.planned(pathway, words, self._view.language)
            self._subject = self._plan.ops[0].id if self._plan else None
        if self._editor is not None and self._subject not in self.shown(pathway):
            self._close()

    def place(self) -> None:
        """Lay the editor over the name, wherever the board has it now."""
        if self._editor is not None and self._subject is not None:
            found = name_place(self._view, self._subject)
            if found is not None:
                self._editor.lie(found.box, found.font)
                self._suggestions.lie_at(self._field())
                self._view.minimap.stay_clear()

    def _begin(self, draft: Draft) -> None:
        self.keep()
        self._draft = draft
        self._plan = draft.planned(self._view.document.pathway, "", self._view.language)
        self._plan_of = draft.plan_of(self._view.document.pathway, "", self._view.language)
        if not self._plan:
            self._draft = None
            return
        self._view.refresh()
        self._open(self._plan.ops[0].id)

    def _open(self, id: Id) -> None:
        self._subject = id
        self._view.bring_into_sight(id)
        found = name_place(self._view, id)
        if found is None:
            self._close()
            self._view.refresh()
            return
        record = self._view.board_scene.pathway[id]
        text: Text = getattr(record, _FIELDS.get(type(record), "title"), {})
        editor = NameEditor(
            found.parent,
            text.get(self._view.language, ""),
            edits.name_of(record, self._view.language) or _prompt(record),
            self._hear,
        )
        editor.kept.connect(self._enter)
        editor.left.connect(self.keep)
        editor.dropped.connect(self.drop)
        editor.refused.connect(self._view.say)
        editor.textChanged.connect(self._follow_words)
        self._editor = editor
        self._suggestions.serve(editor)
        editor.lie(QRectF(found.box), found.font)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.hover.show_handles()  # there are none while one writes
        self._view.minimap.stay_clear()

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        self._draft, self._plan, self._plan_of, self._subject = None, Change(""), None, None
        self._suggestions.shut()
        if editor is not None:
            # Losing the focus would keep the words a second time; were it hidden with the focus,
            # Qt would pass that on as Tab does, and the board would select what comes next.
            editor.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            if editor.hasFocus():
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()

    def _next_focus(self, draft: Draft, done: Change) -> Id:
        """Return what is selected once a name is kept, so that the next stage follows on it."""
        if isinstance(draft, LineDraft) and drafted_stage(done) is None and draft.after is not None:
            return draft.after
        return done.ops[0].id

    # While one types

    def _hear(self, event: QKeyEvent) -> bool:
        if self._suggestions.hear(event):
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        direction = ARROW_KEYS.get(Qt.Key(event.key()))
        if modifiers == _MOVES_ON and direction is not None and isinstance(self._draft, LineDraft):
            self._move_on(self._draft, direction)
            return True
        return False

    def _move_on(self, draft: LineDraft, direction: Direction) -> None:
        """Lead the draft to the next lane or phase."""
        stage = drafted_stage(self._plan)
        there = beyond(self._view.board, cell_of(stage), direction) if stage else None
        if there is not None:
            draft.cell = there
            self._plan_again()

    def _follow_words(self) -> None:
        editor, draft, view = self._editor, self._draft, self._view
        if editor is None:
            return
        if draft is not None:
            plan_of = draft.plan_of(view.document.pathway, editor.words(), view.language)
            if plan_of != self._plan_of:
                self._plan_of = plan_of
                self._plan_again()
        self._suggest(editor)

    def _plan_again(self) -> None:
        view = self._view
        self.follow(view.document.pathway)
        view.refresh()
        if self._subject is not None:
            view.bring_into_sight(self._subject)

    def _suggest(self, editor: NameEditor) -> None:
        from designer.ui.canvas.capture.renaming import marks_offered
        from model.entry import completions

        words, cursor = editor.toPlainText(), editor.textCursor().position()
        found: tuple[Completion, ...] = ()
        if isinstance(self._draft, LineDraft):
            found = completions(self._view.document.pathway, words, cursor, self._view.language)
        elif self._view.document.pathway.find(Stage, self._subject) is not None:
            found = marks_offered(self._view.document.pathway, words, cursor, self._view.language)
        self._suggestions.offer(found, words, self._field())

    def _complete(self, taken: "Completion") -> None:
        if self._editor is not None:
            self._editor.replace(taken.start, taken.end, taken.words)

    def _field(self) -> QRect:
        editor = self._editor
        if editor is None:
            return QRect()
        return QRect(editor.mapTo(self._view, editor.rect().topLeft()), editor.size())


def _prompt(record: object) -> str:
    match record:
        case Actor():
            return _("Name of the actor")
        case Phase():
            return _("Name of the phase")
        case Note():
            return _('? question, ! risk, * idea, = decision, " customer’s words')
        case _:
            return _("Name of the stage")
