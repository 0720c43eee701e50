"""The field that stays open for a whole list: one line, one Enter, one stage."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from designer.ui.canvas.capture import chain
from designer.ui.canvas.capture.chain import Spot
from designer.ui.canvas.capture.drafts import LineDraft, drafted_stage
from designer.ui.canvas.capture.steps import place_to_add
from designer.ui.canvas.capture.suggestions import Suggestions
from designer.ui.canvas.descriptions import announce, called
from designer.ui.canvas.editor import LineField
from designer.ui.labels import plain_label
from designer.ui.signs import icon
from designer.ui.top_bar import ShortenedLabel
from model.cards import stages_by_card
from model.change import Change
from model.messages import _
from model.pathway import Pathway
from model.records import Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView
    from model.entry import Completion
    from model.ids import Id

_FIELD_HEIGHT: Final = 30
_MARGINS: Final = 72  # pixels beside the words below the field
Make = Callable[[Pathway, Spot, str, str], Change]


class QuickAddField(LineField):
    """A pasted text of several lines is the bar's to deal with."""

    def __init__(self, bar: "QuickAdd") -> None:
        super().__init__(bar, bar.hear)
        self._bar = bar
        self.setObjectName("quick_add_field")
        self.setFixedHeight(_FIELD_HEIGHT)
        self.setAccessibleName(_("Quick add"))

    def insertFromMimeData(self, source: QMimeData) -> None:
        from designer.ui.paste_preview import is_list, preview_list

        if is_list(source.text()):
            preview_list(self._bar.view, source.text())
        else:
            super().insertFromMimeData(source)


class QuickAdd(QFrame):
    """A bar below the board, which keeps its room free, so that it hides no card.

    The next stage follows the one selected on the board. What is written stays in the field
    until it is entered.
    """

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self.view = view
        self.setObjectName("quick_add")
        self._entered: dict[Id, None] = {}
        self._suggestions = Suggestions(view)
        self.field = QuickAddField(self)
        self.words = ShortenedLabel()
        self.words.setAccessibleName(_("What Enter will do"))
        self.keys = plain_label("", "label")
        self._makes: dict[Qt.KeyboardModifier, Make] = {
            Qt.KeyboardModifier.NoModifier: chain.next_one,
            Qt.KeyboardModifier.ShiftModifier: chain.branch,
            Qt.KeyboardModifier.ControlModifier: self._meeting,
        }
        self._lay_out()
        self._suggestions.serve(self.field)
        self._suggestions.chosen.connect(self._complete)
        self.field.textChanged.connect(self._follow_words)
        self.field.refused.connect(lambda words: self._say(words, "fault"))
        view.selected.connect(self._say_what_follows)
        self.hide()

    @property
    def room(self) -> int:
        """How much of the view's height the bar needs now."""
        return 0 if self.isHidden() else self.sizeHint().height()

    def open(self) -> None:
        """Show the bar and put the keyboard into its field."""
        if self.isHidden():
            self._entered = {}
            self.show()
            self.view.place_headers()
        self.field.setPlaceholderText(_examples(self.view.document.pathway))
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._say_what_follows()
        self._bring_into_sight()

    def shut(self) -> None:
        """Put the bar away; words that were not entered wait for its next opening."""
        self._suggestions.shut()
        # First: were it hidden with the focus, Qt would pass that on as Tab does on the board.
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.view.place_headers()

    def keep(self) -> None:
        """Enter what is written, as before saving or closing."""
        if not self.isHidden() and self.field.words():
            self._enter(chain.next_one)

    def follow(self) -> None:
        """Go on from the stage entered before when the selected one has gone."""
        if self.isHidden():
            return
        left = [id for id in self._entered if id in self.view.document.pathway]
        if left and not self.view.selection.ids:
            self.view.select_and_show(left[-1])
        self._say_what_follows()

    def place(self) -> None:
        """Lie below the viewport, in the room kept free there."""
        room = self.view.viewport().geometry()
        width = room.right() + 1
        self.setGeometry(QRect(QPoint(0, room.bottom() + 1), QSize(width, self.room)))

    def hear(self, event: QKeyEvent) -> bool:
        """Take the keys that are more than writing."""
        if self._suggestions.hear(event):
            return True
        if event.matches(QKeySequence.StandardKey.Undo) and not self.field.toPlainText():
            self.view.document.undo()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if modifiers in self._makes:
                self._enter(self._makes[modifiers])
            case Qt.Key.Key_Up if not modifiers:
                self._go_on_from(-1)
            case Qt.Key.Key_Down if not modifiers:
                self._go_on_from(1)
            case Qt.Key.Key_Escape:
                self.shut()
            case _:
                return False
        return True

    def _enter(self, make: Make) -> None:
        view, words = self.view, self.field.words()
        if not words:
            return
        pathway = view.document.pathway
        done = view.document.do(make(pathway, self._spot(), words, view.language))
        if not done:
            self._say(self._why_nothing(words), "fault")
            return
        if (stage := drafted_stage(done)) is not None:
            self._entered[stage.id] = None
            view.select((stage.id,))
        self.field.clear()
        self._bring_into_sight()

    def _why_nothing(self, words: str) -> str:
        view = self.view
        return LineDraft(*self._spot()).why_nothing(view.document.pathway, words, view.language)

    def _meeting(self, pathway: Pathway, spot: Spot, words: str, language: str) -> Change:
        ends = chain.open_ends(pathway, self._entered)
        return chain.meeting(pathway, ends, spot, words, language)

    def _spot(self) -> Spot:
        return Spot(*place_to_add(self.view))

    def _go_on_from(self, step: int) -> None:
        """Go on from the stage that was added before or after the selected one."""
        ids = [stage.id for stage in self.view.document.pathway.of(Stage)]
        after = self._spot().after
        place = ids.index(after) + step if after in ids else len(ids) - 1
        if 0 <= place < len(ids):
            self.view.select_and_show(ids[place])

    def _bring_into_sight(self) -> None:
        if (after := self._spot().after) is not None:
            self.view.bring_into_sight(after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_what_follows()

    # What is said

    def _follow_words(self) -> None:
        from model.entry import completions

        self._say_what_follows()
        words, cursor = self.field.toPlainText(), self.field.textCursor().position()
        found = completions(self.view.document.pathway, words, cursor, self.view.language)
        self._suggestions.offer(found if words else (), words, self._above_all())

    def _complete(self, taken: "Completion") -> None:
        self.field.replace(taken.start, taken.end, taken.words)

    def _above_all(self) -> QRect:
        """Return the box that the list of names lies above: it must not hide what is said."""
        across = self.field.geometry()
        return QRect(across.x(), self.y(), across.width(), self.height())

    def _say_what_follows(self, *_selected: object) -> None:
        """Say what Enter will do, or where the list goes on while nothing is written."""
        from designer.ui.canvas.capture.forecast import forecast

        if self.isHidden():
            return
        view, words = self.view, self.field.words()
        pathway, spot = view.document.pathway, self._spot()
        self._say_keys(pathway)
        if words:
            change = chain.next_one(pathway, spot, words, view.language)
            said = forecast(pathway, change, view.language)
            self._say(said or self._why_nothing(words), "label")
            return
        stage = pathway.find(Stage, spot.after)
        if stage is None:
            self._say(_("The list begins here. One line is one stage."), "label")
        else:
            goes_on = _("Goes on from “{title}”.").format(title=called(stage, view.language))
            self._say(goes_on, "label")

    def _say(self, words: str, voice: str) -> None:
        self._fit_keys(words)
        self.words.put(words)
        if self.words.property("voice") != voice:
            self.words.setProperty("voice", voice)
            self.words.style().polish(self.words)
        if voice == "fault":
            announce(self.field, words)

    def _say_keys(self, pathway: Pathway) -> None:
        keys = [_("Enter: next"), _("Shift+Enter: branch")]
        if len(chain.open_ends(pathway, self._entered)) > 1:
            keys.append(_("Ctrl+Enter: the branches meet"))
        keys += [_("↑ ↓: where to go on"), _("Esc: close")]
        self.keys.setText("   ".join(keys))

    def _fit_keys(self, words: str) -> None:
        """Put the keys away where they would cut what Enter will do."""
        needed = self.words.fontMetrics().horizontalAdvance(words)
        room = self.width() - self.keys.sizeHint().width() - _MARGINS
        self.keys.setVisible(needed < room)

    def _lay_out(self) -> None:
        sign = plain_label("")
        sign.setPixmap(icon("square-plus", "accent").pixmap(QSize(20, 20)))
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setProperty("quiet", True)  # noqa: FBT003 - Qt's property for the style sheet
        close.setToolTip(_("Close"))
        close.setAccessibleName(_("Close"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.shut)
        first, second = QHBoxLayout(), QHBoxLayout()
        for part, share in ((sign, 0), (self.field, 1), (close, 0)):
            first.addWidget(part, share)
        second.setContentsMargins(28, 0, 0, 0)
        second.addWidget(self.words, 1)
        second.addWidget(self.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)


def _examples(pathway: Pathway) -> str:
    if stages_by_card(pathway):
        return _("Stage @actor #phase, or 31: stage of paper card 31, or 12 → 31 from card to card")
    return _("Stage, or Actor: stage, or stage @actor #phase, or → an existing stage")
