"""What a window holds while a pathway is open: bar, board, inspector, findings, status line."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from designer.ui.canvas import BoardView, choosing
from designer.ui.canvas.minimap import toggle_minimap
from designer.ui.canvas.reach import Reach
from designer.ui.completeness.measuring import Measuring
from designer.ui.customer_walk import commands as customer_walk
from designer.ui.customer_walk.beside import BesideBoard
from designer.ui.find_bar import FindBar
from designer.ui.findings import FindingsPanel
from designer.ui.inspector.inspector import Inspector
from designer.ui.labels import as_tooltip
from designer.ui.merging.place import MergingPlace
from designer.ui.open_file import OpenFile
from designer.ui.outline import OutlinePanel
from designer.ui.panel_switch import Below
from designer.ui.panels_below import PanelsBelow
from designer.ui.profiles import profiles_for
from designer.ui.recovery import UnkeptBanner
from designer.ui.room_below import RoomBelow
from designer.ui.saving.strip import ElsewhereStrip
from designer.ui.settings import Settings
from designer.ui.status_line import StatusLine
from designer.ui.top_bar import TopBar
from designer.ui.way_back import WayBack
from model.document import Changed
from model.ids import Id
from model.messages import spoken_language
from model.records import Actor, Handover, Note, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.completeness.panel import CompletenessPanel
    from designer.ui.customer_walk.panel import CustomerWalk
    from designer.ui.notes.panel import NotesPanel
    from designer.ui.times import TimesPanel

    BelowPanel = FindingsPanel | NotesPanel | CompletenessPanel | TimesPanel

OnBoard = Stage | Handover | Actor | Phase | Note


class Workspace(QWidget):
    """Follows the document of one open file; `changed` tells the window after every change.

    `asked` carries the name of an action that a button in here stands for. `left` tells that the
    pathway is shown here no longer.
    """

    changed = Signal()
    asked = Signal(str)
    left = Signal()
    _followed = Signal(Changed)
    _language_chosen = Signal()

    def __init__(
        self,
        file: OpenFile,
        settings: Settings,
        bar: TopBar,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.file = file
        self._settings = settings
        document = file.document
        # Words typed must not end up in a language that the pathway isn't written in.
        spoken, written = spoken_language(), document.pathway.info.languages
        self.language = spoken if spoken in written or not written else written[0]
        self.bar = bar
        self.way_back = WayBack(self.language)
        self.elsewhere = ElsewhereStrip()
        self.unkept = UnkeptBanner()
        self.board = BoardView(document, self.language)
        self.board.unfinished.want(settings.shows("unfinished"))
        self.board.minimap.want(shown=settings.shows("minimap"))
        self.reach = Reach(self.board)
        self.find_bar: FindBar = FindBar(self.board)
        # From the outside in: whatever changes its parent is given its style anew, with all in it.
        self._make_places()
        self.outline = OutlinePanel(self.board, self._across)
        self.inspector = Inspector(document, self.language, self._across)
        self.profiles = profiles_for(file, settings)
        self.findings = FindingsPanel(
            document,
            self.profiles.remembered(settings),
            today,
            self.profiles.known,
            parent=self._below,
        )
        self.findings.settling.language = self.language
        self.findings.settling.role = settings.accepting_role
        self.measuring = Measuring(
            self, document, lambda: self.profiles.remembered(settings), today
        )
        self._today = today
        self.status = StatusLine()
        self._lay_out()
        self._connect()
        document.watchers.append(self._follow)
        self._present()
        self._say_what_was_refused()
        self._fit_below()
        self.board.set_findings(self.findings.marks)
        self.outline.set_marks(self.findings.marks)

    # What is shown below the board when first asked for

    @cached_property
    def notes(self) -> "NotesPanel":
        from designer.ui.notes.panel import NotesPanel

        panel = NotesPanel(self.board, self._below)
        panel.edited.connect(self._edit_on_board)
        self._followed.connect(panel.follow)
        self._language_chosen.connect(panel.present)
        self._put_below(panel)
        return panel

    @cached_property
    def completeness(self) -> "CompletenessPanel":
        from designer.ui.completeness.panel import CompletenessPanel

        panel = CompletenessPanel(self.measuring, self.board, self._below)
        panel.edited.connect(self.edit_field)
        self._language_chosen.connect(panel.present)
        self._put_below(panel)
        return panel

    @cached_property
    def times(self) -> "TimesPanel":
        from designer.ui.times import TimesPanel

        panel = TimesPanel(self.board, self._today, self._below)
        panel.edited.connect(self.edit_field)
        panel.chosen.connect(self._choose)
        self._followed.connect(panel.follow)
        self._language_chosen.connect(panel.present)
        self._put_below(panel)
        return panel

    def _put_below(self, panel: "BelowPanel") -> None:
        self._below.take_in(panel)
        panel.revealed.connect(self.show_record)
        panel.entered.connect(self._down.give_room)
        panel.switch.asked.connect(self.toggle_below)

    def _panel(self, which: Below) -> "BelowPanel":
        match which:
            case Below.FINDINGS:
                return self.findings
            case Below.NOTES:
                return self.notes
            case Below.COMPLETENESS:
                return self.completeness
            case Below.TIMES:
                return self.times

    # What the window asks

    def leave(self) -> None:
        """Keep what is being typed and stop listening, before another takes this place."""
        self.finish_typing()
        self.left.emit()
        self.board.tidying.leave()
        self.measuring.leave()
        self.remember_places()
        self.file.document.watchers.remove(self._follow)

    def finish_typing(self) -> None:
        """Turn words that are still being typed into edits, so that none is lost."""
        self.board.finish_editing()
        self.outline.finish_editing()
        self.inspector.commit()
        self.beside.finish_typing()

    def choose_language(self, language: str) -> None:
        """Show the texts of the pathway in another language."""
        self.finish_typing()
        self.language = language
        self.board.set_language(language)
        self.find_bar.refresh()
        self.outline.set_language(language)
        self._language_chosen.emit()
        self.inspector.set_language(language)
        self.findings.set_language(language)
        self.beside.set_language(language)
        self.merging.present()
        self._present()

    def show_record(self, id: Id, field: str = "") -> None:
        """Open a record in the inspector, down to a field; select it where it is on the board."""
        if isinstance(self.file.document.pathway.get(id), OnBoard):
            self.board.reveal(id)
        self.inspector.show_record(id, field)

    def edit_field(self, id: Id, field: str) -> None:
        """Open a record in the inspector, and go to a field of it to write there."""
        self.show_record(id)
        if self.inspector.isHidden():
            self.toggle_inspector()
        self.inspector.take_to_field(field)

    def edit_selected(self) -> None:
        """Go to the first field of what is selected."""
        if self.inspector.isHidden():
            self.toggle_inspector()
        self.inspector.take_focus()

    def go_to_unread(self) -> None:
        """Go to the first box whose words could not be read."""
        if self.inspector.isHidden():
            self.toggle_inspector()
        self.inspector.take_to_unread()

    def toggle_outline(self) -> None:
        """Show the outline and go into it, or hide it."""
        self.outline.finish_editing()
        was_in_it = self.outline.isAncestorOf(self.window().focusWidget())
        self.outline.setVisible(self.outline.isHidden())
        if not self.outline.isHidden():
            self.outline.take_focus()
        elif was_in_it:
            self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_inspector(self) -> None:
        self.inspector.commit()
        self.inspector.setVisible(self.inspector.isHidden())

    def toggle_findings(self) -> None:
        self._below.toggle(self.findings)
        self._fit_below()

    def step_finding(self, by: int) -> None:
        """Go to the next finding (1) or the one before (-1); the keys stay where they are."""
        self._bring_findings()
        self.findings.step(by)

    def show_findings(
        self, words: str, rules: frozenset[str] = frozenset(), about: frozenset[Id] = frozenset()
    ) -> None:
        """Show the findings of these rules about these records alone, and say so in these words."""
        self._bring_findings()
        self.findings.show_only(rules, about, words)
        self.findings.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_findings(self) -> None:
        if self.findings.isHidden():
            self._below.bring(self.findings)
            self._fit_below()

    def toggle_below(self, which: Below) -> None:
        """Show a panel below the board in place of the others and go there, or put it away."""
        panel = self._panel(which)
        self._below.toggle(panel)
        if panel.isHidden():
            self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._fit_below()
        if which is Below.COMPLETENESS and not panel.isHidden():
            self._down.give_at_least(self.completeness.height_of_all)

    def show_times(self) -> None:
        """Ask how long it takes from the one to the other of two selected stages, else toggle."""
        if not self.times.ask_between() or self.times.isHidden():
            self.toggle_below(Below.TIMES)

    def toggle_minimap(self) -> None:
        """Show the minimap or put it away, also the next time."""
        self._settings.remember_shown("minimap", shown=toggle_minimap(self.board))

    def go_to_next_panel(self) -> None:
        """Move the keys from the board to the inspector, the findings, and back to the board."""
        panels: list[tuple[QWidget, QWidget]] = [
            (self.outline, self.outline.tree),
            (self.board, self.board),
            (self.inspector, self.inspector),
            *((panel, panel) for panel in self._below.panels),
        ]
        shown = [(panel, target) for panel, target in panels if not panel.isHidden()]
        focused = self.window().focusWidget()
        here = next(
            (
                place
                for place, (panel, _target) in enumerate(shown)
                if focused is panel or panel.isAncestorOf(focused)
            ),
            -1,
        )
        target = shown[(here + 1) % len(shown)][1]
        if target is self.inspector:
            self.inspector.take_focus()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever has no use for Esc itself leads back to where one draws.
        if event.key() == Qt.Key.Key_Escape:
            self.board.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def remember_places(self) -> None:
        self._settings.remember_place("across", self._across.saveState())
        shown = b"" if self.outline.isHidden() else b"shown"
        self._settings.remember_place("outline", QByteArray(shown))
        self._settings.remember_place("findings", self._down.remembered())

    def present_saved_state(self) -> None:
        self.status.present(self.file)

    def _make_places(self) -> None:
        self._body = QWidget(self)
        self.merging = MergingPlace(self.board, self._body)
        self.beside = BesideBoard(self._make_walk, self.merging)
        self._down = RoomBelow(self.beside)
        self._across = QSplitter(Qt.Orientation.Horizontal, self._down)
        self._below = PanelsBelow(self._down)

    def _make_walk(self) -> "CustomerWalk":
        from designer.ui.customer_walk.panel import CustomerWalk

        return CustomerWalk(self.file.document, self.language)

    def _lay_out(self) -> None:
        self._put_below(self.findings)
        paper = QFrame(self._across)
        paper.setObjectName("panel")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.find_bar)
        inside.addWidget(self.board)
        for place, (panel, stretch) in enumerate(
            ((self.outline, 0), (paper, 1), (self.inspector, 0))
        ):
            self._across.insertWidget(place, panel)
            self._across.setStretchFactor(place, stretch)
        self._across.setCollapsible(1, False)  # noqa: FBT003 - Qt's signature
        self._across.setSizes([360, 1500, 380])
        self._across.setHandleWidth(8)
        self._down.hold(self._across, self._below)
        self._across.restoreState(self._settings.place("across"))
        self.outline.setVisible(not self._settings.place("outline").isEmpty())
        self._down.restoreState(self._settings.place("findings"))
        around = QVBoxLayout(self._body)
        around.setContentsMargins(10, 8, 10, 2)
        around.addWidget(self.merging)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (self.bar, self.unkept, self.way_back, self.elsewhere):
            column.addWidget(row)
        column.addWidget(self._body, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.bar.language_chosen.connect(self.choose_language)
        self.inspector.language_chosen.connect(self.choose_language)
        self.inspector.opened.connect(self.show_record)
        self.inspector.asked.connect(self.asked)
        self.way_back.asked.connect(lambda: self.asked.emit("leave_subpathway"))
        self.board.selected.connect(self.inspector.show_selected)
        self.board.activated.connect(self._edit)
        self.board.asked.connect(self.asked)
        self.board.hint.connect(self.status.hint.put)
        self.board.zoom_changed.connect(self.status.show_zoom)
        self.status.zoom_chosen.connect(self.board.zoom_to)
        self.status.asked.connect(self.asked)
        self.findings.chosen.connect(self._choose)
        self.findings.settling.reaches.connect(self.reach.show)
        self.findings.settling.settled.connect(lambda ids: choosing.choose(self.board, ids))
        self.findings.settling.said.connect(self.board.say)
        self.findings.settling.accepted_as.connect(self._settings.remember_accepting_role)
        self.findings.settling.walked.connect(lambda id: customer_walk.open_story(self, id))
        self.findings.edited.connect(self.edit_field)
        self.board.selected.connect(self.findings.follow_selection)
        self.findings.reported.connect(self.board.set_findings)
        self.findings.reported.connect(self.outline.set_marks)
        self.findings.profile_chosen.connect(self._choose_profile)
        self.measuring.measured.connect(self._present_completeness)
        self._present_completeness()

    def _say_what_was_refused(self) -> None:
        """Tell of the organisation's own profile when its file cannot be used."""
        refused = self.profiles.refused
        if refused is not None:
            self.status.hint.put(refused.in_short)
            self.findings.profiles.setToolTip(as_tooltip(str(refused)))
            self.findings.profiles.setAccessibleDescription(str(refused))

    def _choose_profile(self, name: str) -> None:
        self._settings.remember_profile(name)
        self.measuring.ask()
        self._fit_below()

    def _fit_below(self) -> None:
        """Let the findings take no more room than there is to read."""
        if self.findings.shows_any or self.findings.isHidden():
            self._down.give_room()
        else:
            self._down.lie_low()

    def _choose(self, ids: tuple[Id, ...]) -> None:
        choosing.choose(self.board, ids)
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_on_board(self, id: Id) -> None:
        self.show_record(id)
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.rename_selected()

    def _edit(self, id: Id) -> None:
        self.show_record(id)
        self.edit_selected()

    def _follow(self, notice: Changed) -> None:
        self.reach.show(())
        self.find_bar.follow(notice)
        self.inspector.follow(notice)
        self.outline.follow(notice)
        self._followed.emit(notice)
        self.measuring.follow(notice)
        self.beside.follow(notice)
        self.merging.follow(notice)
        self.findings.follow(notice)
        self._present()
        self.changed.emit()

    def _present_completeness(self) -> None:
        self.status.show_completeness(self.measuring.total)

    def _present(self) -> None:
        pathway = self.file.document.pathway
        self.bar.present(pathway, self.language)
        self.status.present(self.file)
