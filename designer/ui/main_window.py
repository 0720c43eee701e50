"""A window: one pathway, or the start screen while there is none."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar

from designer.ui.actions import ACTIONS, ICON_TOOLS, WORD_TOOLS, When
from designer.ui.canvas import BoardView
from designer.ui.filing import Filing
from designer.ui.labels import as_tooltip
from designer.ui.menus import Submenus, fill_menu_bar, literally, make_actions
from designer.ui.open_file import OpenFile
from designer.ui.recovery import Keeping
from designer.ui.signs import icon
from designer.ui.start_screen import StartScreen
from designer.ui.subpathways import Subpathways
from designer.ui.top_bar import TopBar
from designer.ui.workspace import Workspace
from exporters.exporter import Exporter
from model.change import Change
from model.file import SUFFIX
from model.messages import _
from model.text import in_language

if TYPE_CHECKING:
    from designer.ui.program import Program

LONGEST_LABEL = 60
_BEGIN = QSize(1440, 900)


class MainWindow(QMainWindow):
    program: "Program"
    filing: Filing
    subpathways: Subpathways

    def __init__(self, program: "Program", file: OpenFile | None = None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowIcon(icon("workflow", "brand"))
        if not self.restoreGeometry(program.settings.place("window")):
            self._begin_size()
        self.program = program
        self.filing = Filing(self)
        self.subpathways = Subpathways(self)
        self.file: OpenFile | None = None
        self.keeping: Keeping | None = None
        self.start: StartScreen | None = None
        self._workspace: Workspace | None = None
        self.actions_by_name: dict[str, QAction] = {}
        self._may_close = False
        if file is None:
            self.rebuild()
        else:
            self.show_file(file)

    @property
    def workspace(self) -> Workspace:
        if self._workspace is None:
            raise RuntimeError("no pathway is open")
        return self._workspace

    @property
    def has_unkept_walk(self) -> bool:
        """Whether somebody walks as the customer, and no story holds the steps."""
        return self._workspace is not None and self._workspace.beside.has_unkept

    @property
    def board(self) -> BoardView:
        return self.workspace.board

    def show_file(self, file: OpenFile) -> None:
        """Show an open file; what was shown before must have been asked about."""
        self._let_go_of_file()
        self.file = file
        self.keeping = Keeping(self, file)
        self.subpathways.origin = None
        self.rebuild()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_start_screen(self) -> None:
        """Go back to the start screen, after asking what to do with unsaved changes."""
        self.filing.ask_before_leaving(self._show_start_screen)

    def rebuild(self) -> None:
        """Build everything anew in the language in force, around the same document."""
        folded = self._workspace.board.shown.folded if self._workspace else frozenset()
        before = self._workspace
        self._leave_workspace()
        self.actions_by_name = make_actions(self)
        bar_of_menus = QMenuBar()  # the one before goes, with its menus
        self.setMenuBar(bar_of_menus)
        submenus = Submenus(self, bar_of_menus)
        fill_menu_bar(bar_of_menus, self.actions_by_name, submenus)
        if self.file is None:
            self.start = StartScreen(self.program.settings.recent_files)
            self.start.opened.connect(self.filing.open)
            self.start.copied.connect(self.filing.open_copy)
            self.start.browsed.connect(self.filing.ask_what_to_open)
            self.start.brought_in.connect(self.actions_by_name["import"].trigger)
            self.setCentralWidget(self.start)
        else:
            self.start = None
            bar = TopBar(
                [self.actions_by_name[name] for name in ICON_TOOLS],
                [self.actions_by_name[name] for name in WORD_TOOLS],
                submenus.export,
                submenus.settings,
            )
            self._workspace = Workspace(
                self.file, self.program.settings, bar, self.program.today, parent=self
            )
            self._workspace.changed.connect(self.show_state)
            self._workspace.asked.connect(lambda name: self.actions_by_name[name].trigger())
            self._workspace.way_back.lead_to(self.subpathways.origin)
            self.setCentralWidget(self._workspace)
            self.filing.elsewhere.follow(self.file, self._workspace.elsewhere)
            self.board.show_only(self.board.shown._replace(folded=folded))
            self._workspace.unkept.asked.connect(lambda name: self.actions_by_name[name].trigger())
            if self.keeping is not None:
                self.keeping.present()
            if before is not None:
                _resume(self._workspace, before)
        self.show_state()

    def finish_typing(self) -> None:
        """Turn words that are still being typed into edits."""
        if self._workspace is not None:
            self._workspace.finish_typing()

    def undo(self) -> None:
        self.finish_typing()
        self.workspace.file.document.undo()

    def redo(self) -> None:
        self.finish_typing()
        self.workspace.file.document.redo()

    def export(self, exporter: Exporter) -> None:
        """Ask what to export in a format, and where to."""
        from designer.ui.export import ExportDialog
        from designer.ui.picture_choices import at_hand

        self.finish_typing()
        ExportDialog(self, exporter, self.workspace.file, at_hand(self.workspace)).open()

    def title_of_pathway(self) -> str:
        if self.file is None:
            return ""
        title = in_language(self.file.document.pathway.info.title, self.program.settings.language)
        return title or _("Pathway without a name")

    def show_state(self) -> None:
        """Show in title, menus and status line what can be done and whether it is saved."""
        document = self.file.document if self.file else None
        for action in ACTIONS:
            usable = action.when is When.ALWAYS or document is not None
            self.actions_by_name[action.name].setEnabled(usable)
        for name in ("recover", "delete_recoverable"):
            self.actions_by_name[name].setVisible(self.program.recovery.is_there_any)
        self._name_step("undo", _("&Undo"), document.next_undo if document else None)
        self._name_step("redo", _("&Redo"), document.next_redo if document else None)
        if self.file is None:
            self.setWindowTitle("Ketjupaja")
            self.setWindowModified(False)
            return
        name = self.file.path.name if self.file.path else _("not saved yet")
        # "[*]" is Qt's place for the sign of unsaved changes; typed ones are doubled.
        title = self.title_of_pathway().replace("[*]", "[*][*]")
        self.setWindowTitle(f"{title}[*] – {name} – Ketjupaja")
        self.setWindowModified(self.file.document.is_modified)
        self.workspace.present_saved_state()

    def show_keys(self) -> None:
        from designer.ui.guidance import show_keys

        show_keys(self)

    def show_about(self) -> None:
        from designer.ui.guidance import show_about

        show_about(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and self.filing.would_lose_work:
            event.ignore()
            self.filing.ask_before_leaving(self._close_now)
            return
        self.program.settings.remember_place("window", self.saveGeometry())
        self._let_go_of_file()
        self.program.forget(self)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()
            return
        from designer.ui.importing import dropped_foreign

        if dropped_foreign(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from designer.ui.importing import bring_in_all, dropped_foreign
        from designer.ui.merging.joining_files import ask_what_to_do_with
        from designer.ui.updating import show_books
        from designer.ui.updating.choosing import dropped_books

        if (dropped := _dropped_files(event)) and self.file is not None:
            ask_what_to_do_with(self, dropped)
        else:
            for path in dropped:
                self.filing.open(path)
        books = dropped_books(event) if self.file is not None else []
        if books:
            show_books(self, books)
        bring_in_all(self, [path for path in dropped_foreign(event) if path not in books])
        event.acceptProposedAction()

    def _name_step(self, name: str, words: str, step: Change | None) -> None:
        action = self.actions_by_name[name]
        action.setEnabled(step is not None)
        if step is None:
            action.setText(words)
            return
        label = " ".join(step.label.split())
        short = label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
        action.setText(f"{words}: {literally(short)}")
        action.setToolTip(as_tooltip(f"{words.replace('&', '')}: {label}"))

    def _begin_size(self) -> None:
        """Take a size that leaves something of the desktop in sight, or all of a small screen."""
        room = self.screen().availableGeometry().size()
        self.resize(_BEGIN.boundedTo(room))
        if _BEGIN.boundedTo(room) != _BEGIN:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _leave_workspace(self) -> None:
        if self._workspace is not None:
            self.filing.elsewhere.leave()
            self._workspace.leave()
            self._workspace = None

    def _let_go_of_file(self) -> None:
        """Show it no longer: its work is saved by now, or the user said that it is not wanted."""
        self._leave_workspace()
        if self.keeping is not None:
            self.keeping.leave()
            self.keeping = None

    def _show_start_screen(self) -> None:
        self._let_go_of_file()
        self.file = None
        self.subpathways.origin = None
        self.rebuild()

    def _close_now(self) -> None:
        self._may_close = True
        self.close()


def _resume(workspace: Workspace, before: Workspace) -> None:
    """Go on with what was under way in a workspace in whose place another was built."""
    from designer.ui.customer_walk import commands as customer_walk
    from designer.ui.merging import showing

    customer_walk.resume(workspace, before)
    showing.resume(workspace, before)


def _dropped_files(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == SUFFIX]
