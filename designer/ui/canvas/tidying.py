"""Tidy, as a proposal: the board shows it, Enter takes it, Esc leaves all as it was."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from designer.ui.canvas.choosing import stages_of
from designer.ui.canvas.offer import OfferBar
from model.change import Change
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.tidy_thread import TidyThread
    from designer.ui.canvas.view import BoardView

_TAKES: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAVES: Final = {Qt.Key.Key_Escape}
_PASSED_ON: Final = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
# Alone they answer nothing: Ctrl is held to zoom, Shift to scroll across.
_HELD: Final = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr}
AT_ONCE: Final = 300  # milliseconds; a search that takes no longer needs no words


class Tidying(QObject):
    """The search, the proposal and its bar.

    Any change of the pathway ends it: it was made for another one.
    """

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self._looked_at = 0, 0
        self._searches: list[TidyThread] = []  # the one that is wanted, or none
        # No thread may outlive the board: Qt ends the program when one is dropped running.
        view.destroyed.connect(partial(_end_all, self._searches))
        self.bar = OfferBar(view)
        self.bar.taken.connect(self.take)
        self.bar.left.connect(self.leave)

    @property
    def is_on(self) -> bool:
        return not self.bar.isHidden()

    @property
    def is_searching(self) -> bool:
        return bool(self._searches)

    def start(self) -> None:
        """Propose an order for what is selected: stages, a lane, a phase; nothing means all."""
        from designer.ui.canvas.tidy_thread import TidyThread

        view = self._view
        view.naming.keep()
        view.connecting.stop()
        self.leave()
        pathway = view.document.pathway
        search = TidyThread(pathway, _scope(pathway, view.selection.ids))
        search.finished.connect(self._take_in)
        self._searches.append(search)
        search.start()
        if search.wait(AT_ONCE):
            self._take_in()
        else:
            self.bar.propose(
                _("Looking for a clearer order…"),
                [_("Best yet (Enter)"), _("Cancel (Esc)")],
            )

    def _take_in(self) -> None:
        """Propose what was found; a search that ended unwanted has been forgotten already."""
        if self._searches and self._searches[0].isFinished():
            search = self._searches[0]
            self._end()
            if not self._view.naming.is_on:  # else the user has gone on to something else
                self._view.pointer.cancel()
                self._propose(search.pathway, search.found)

    def _propose(self, pathway: Pathway, change: Change) -> None:
        view = self._view
        if not change:
            self.bar.propose(
                _("No clearer order was found here; everything stays in its place."), [_("Close")]
            )
            return
        view.preview_of = change
        view.selection.mark(change.touched)
        self._looked_at = (view.horizontalScrollBar().value(), view.verticalScrollBar().value())
        view.refresh(frozenset(pathway))
        self._show_moved(change)
        self.bar.propose(_gain(pathway, change), [_("Take into use (Enter)"), _("Cancel (Esc)")])

    def take(self) -> None:
        """Make the proposal one edit; of a search that goes on, propose the best so far."""
        if self._searches:
            self._searches[0].be_content()
            return
        change = self._view.preview_of
        self._end()
        if change:
            self._view.document.do(change)

    def leave(self) -> None:
        """Show the board as it is."""
        shown = bool(self._view.preview_of)
        self._end()
        if shown:
            self._view.refresh(frozenset(self._view.document.pathway))
            self._view.camera.scroll_to(*self._looked_at)

    def follow(self) -> None:
        """End a proposal that was made for the pathway as it was."""
        if self.is_on:
            self._end()

    def press(self, event: QKeyEvent) -> bool:
        """Answer by a key; tell whether that is all it was for."""
        if event.key() in _PASSED_ON:
            event.ignore()
            return True
        if event.key() in _HELD:
            return True
        proposed = bool(self._view.preview_of)
        if event.key() in _TAKES and (proposed or self.is_searching):
            self.take()
            return True
        self.leave()
        return proposed or event.key() in {*_TAKES, *_LEAVES}

    def _show_moved(self, change: Change) -> None:
        """Bring a stage that moves into sight, when none is."""
        camera, cards = self._view.camera, self._view.board.cards
        boxes = [QRectF(*cards[id].box) for id in change.touched if id in cards]
        if boxes and not any(camera.visible().contains(box) for box in boxes):
            camera.reveal(min(boxes, key=lambda box: (box.x(), box.y())))

    def _end(self) -> None:
        _end_all(self._searches)
        had_focus = self.bar.isAncestorOf(self.bar.window().focusWidget())
        self._view.preview_of = Change("")
        self._view.selection.mark(())
        self.bar.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)


def _end_all(searches: "list[TidyThread]") -> None:
    for search in searches:
        search.end()
    searches.clear()


def _scope(pathway: Pathway, ids: tuple[Id, ...]) -> frozenset[Id]:
    scope: set[Id] = set()
    for id in ids:
        match pathway.get(id):
            case Stage():
                scope.add(id)
            case Actor() | Phase():
                scope.update(stages_of(pathway, id))
    return frozenset(scope or (stage.id for stage in pathway.stages))


def _gain(pathway: Pathway, change: Change) -> str:
    """Say what the proposal moves, and what gets better by it."""
    from model.tidy import tangle

    before, after = tangle(pathway), tangle(change.applied_to(pathway)[0])
    moved = ngettext(
        "Tidied proposal: {count} stage moves",
        "Tidied proposal: {count} stages move",
        len(change.touched),
    ).format(count=len(change.touched))
    gains = {
        _("crossings {before} → {after}"): (before.crossings, after.crossings),
        _("handovers that lead back {before} → {after}"): (before.backward, after.backward),
        _("columns {before} → {after}"): (before.columns, after.columns),
    }
    told = [
        words.format(before=was, after=becomes)
        for words, (was, becomes) in gains.items()
        if was != becomes
    ]
    return ", ".join([moved, *(told or [_("the handovers become shorter")])]) + "."
