"""Joining stages without a pointer: choose by arrow keys or by typing, Enter joins."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent

from designer.ui.canvas import commands, preview
from designer.ui.canvas.descriptions import called
from designer.ui.canvas.grid import neighbour_card
from designer.ui.canvas.keyboard import ARROW_KEYS
from model.edits import name_of
from model.ids import Id
from model.layout.geometry import Point
from model.messages import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.view import BoardView


class ConnectByKeys:
    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._source: Id | None = None
        self._target: Id | None = None
        self._typed = ""
        self._found: tuple[Id, ...] = ()
        self._line: QGraphicsItem | None = None

    @property
    def is_on(self) -> bool:
        return self._source is not None

    def start(self, source: Id) -> None:
        self._source, self._target, self._typed, self._found = source, None, "", ()
        self._show()

    def press(self, event: QKeyEvent) -> None:
        """Take every key while the mode is on."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.stop()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._join()
            case Qt.Key.Key_Backspace:
                self._search(self._typed[:-1])
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._step(Qt.Key(event.key()))
            case _ if event.text().isprintable() and event.text():
                self._search(self._typed + event.text())

    def to_next(self, step: int) -> bool:
        """Aim at the next of the stages that have what was typed in their name.

        True while the mode is on: Tab leads nowhere else then.
        """
        if self._found:
            here = self._found.index(self._target) if self._target in self._found else -1
            self._target = self._found[(here + step) % len(self._found)]
            self._show()
        return self.is_on

    def stop(self) -> None:
        self._source, self._target, self._typed, self._found = None, None, "", ()
        self._clear()
        self._view.selection.aim_at(None)
        self._view.mode_notice.say("")

    def follow(self) -> None:
        """Go on after a change of the pathway, or stop when a stage of ours is gone."""
        if self._source is None:
            return
        if self._source not in self._view.board.cards:
            self.stop()
            return
        if self._target not in self._view.board.cards:
            self._target = None
        self._show()

    def _join(self) -> None:
        source, target = self._source, self._target
        if source is not None and target is not None:
            self.stop()
            commands.connect(self._view, source, target)

    def _step(self, key: Qt.Key) -> None:
        cards = self._view.board.cards
        start = cards[self._target or self._source or ""].box
        others = [card for card in cards.values() if card.id != self._source]
        found = neighbour_card(others, start, ARROW_KEYS[key])
        if found is not None:
            self._target, self._typed, self._found = found.id, "", ()
            self._show()

    def _search(self, typed: str) -> None:
        """Aim at the first stage whose title begins with what was typed, else holds it."""
        wanted = " ".join(typed.split()).casefold()
        titles = [
            (name_of(stage, self._view.language).casefold(), stage.id)
            for stage in self._view.pathway.stages
            if stage.id != self._source
        ]
        begin = [id for title, id in titles if title.startswith(wanted)]
        hold = [id for title, id in titles if wanted in title]
        self._typed = typed
        self._found = tuple(dict.fromkeys(begin + hold)) if wanted else ()
        self._target = self._found[0] if self._found else None
        self._show()

    def _show(self) -> None:
        self._clear()
        view, source, target = self._view, self._source, self._target
        if source is None:
            return
        view.selection.aim_at(target)
        name = called(view.pathway[source], view.language)
        if target is None:
            view.mode_notice.stay_clear_of(QRect())
            words = _(
                "Where does “{source}” lead? Choose by the arrow keys or by typing a name. "
                "Esc cancels."
            ).format(source=name)
        else:
            start, end = view.board.cards[source].box, view.board.cards[target].box
            line = preview.connection(
                Point(start.right, start.centre.y), Point(end.x, end.centre.y)
            )
            self._line = line
            view.board_scene.addItem(line)
            view.bring_into_sight(target)
            view.mode_notice.stay_clear_of(view.camera.box_on_screen(end))
            words = _("“{source}” → “{target}”: Enter connects, Esc cancels.").format(
                source=name, target=called(view.pathway[target], view.language)
            )
        if self._typed:
            words += "  " + self._what_was_typed()
        view.mode_notice.say(words)
        view.say(words)

    def _what_was_typed(self) -> str:
        if not self._found:
            return _("Typed: {typed}. No stage has that in its name.").format(typed=self._typed)
        count = len(self._found)
        return ngettext(
            "Typed: {typed}, {count} stage.",
            "Typed: {typed}, {count} stages; Tab goes to the next.",
            count,
        ).format(typed=self._typed, count=count)

    def _clear(self) -> None:
        if self._line is not None:
            self._view.board_scene.removeItem(self._line)
            self._line = None
