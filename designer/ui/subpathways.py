"""The sub-pathway of a stage: another file, opened in a window of its own that leads back."""

from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from designer.ui.dialogs import Answer, ask, name_labels, tell
from designer.ui.open_file import OpenFile
from model.document import Document
from model.file import SUFFIX, UnreadableFileError, read
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import Stage
from model.storage import reason_of
from model.text import in_language

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow
    from designer.ui.program import Program


class Origin(NamedTuple):
    """The stage, and the open file, that a window was opened from."""

    file: OpenFile
    stage: Id

    def words(self, language: str) -> str:
        """Name the pathway and the stage."""
        pathway = self.file.document.pathway
        stage = pathway.find(Stage, self.stage)
        return _("{pathway}: {stage}").format(
            pathway=in_language(pathway.info.title, language) or _("Pathway without a name"),
            stage=_title(stage, language),
        )


class Subpathways:
    """Of one window. Dialogs are shown, never waited for; each asks again what is selected."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.origin: Origin | None = None

    def open(self) -> None:
        """Open the sub-pathway of the stage selected; one that is missing can be found or made."""
        stage, folder = self._stage(), self._folder()
        if stage is None:
            self._window.board.say(_("Select the stage whose sub-pathway is to be opened."))
        elif folder is None:
            self._ask_to_save()
        elif stage.subpathway is None or not stage.subpathway.file:
            self._ask_for_one(stage, folder)
        else:
            self._open(stage, folder, stage.subpathway.file)

    def choose(self) -> None:
        """Ask for the file of the sub-pathway of the stage selected."""
        stage, folder = self._stage(), self._folder()
        if stage is None:
            self._window.board.say(_("Select the stage that is to have a sub-pathway."))
        elif folder is None:
            self._ask_to_save()
        else:
            dialog = name_labels(
                QFileDialog(self._window, _("Choose the sub-pathway"), str(folder))
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilters([_("Pathways") + f" (*{SUFFIX})"])
            dialog.fileSelected.connect(lambda path: self.link(stage.id, Path(path)))
            dialog.open()

    def link(self, stage: Id, path: Path) -> None:
        """Let a stage stand for the pathway in a file, or say why it cannot."""
        from model.linked_file import LinkRefusedError, place_of
        from model.subpathway import link_subpathway

        folder = self._folder()
        if folder is None:
            return
        try:
            place = place_of(folder, path)
            found = read(path)
        except (LinkRefusedError, UnreadableFileError) as error:
            tell(self._window, str(error))
            return
        if found.info.id == self._pathway.info.id:
            tell(self._window, _("A pathway cannot be its own sub-pathway. Choose another file."))
            return
        self._document.do(link_subpathway(self._pathway, stage, place=place, leads_to=found))

    def go_back(self) -> None:
        """Raise the window that this one was opened from, with the stage selected."""
        origin = self.origin
        if origin is None:
            self._window.board.say(_("This pathway was not opened from another one."))
            return
        there = next(
            (window for window in self._program.windows if window.file is origin.file), None
        )
        if there is None and origin.file.path is not None:
            self._window.filing.open(origin.file.path)
            there = self._program.window_of(origin.file.path)
        if there is None:
            return
        self._program.bring_forward(there)
        there.workspace.show_record(origin.stage)
        there.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, stage: Stage, folder: Path, place: str) -> None:
        from model.linked_file import LinkRefusedError, linked_file

        try:
            path = linked_file(folder, place)
        except LinkRefusedError as error:
            self._ask(str(error), self._choosing())
            return
        if self._program.window_of(path) is not None:
            self._show(stage.id, None, path)
        elif path.is_file():
            try:
                file = OpenFile.at(path)
            except UnreadableFileError as error:
                tell(self._window, str(error))
                return
            self._show(stage.id, file, path)
        else:
            question = _(
                "“{file}”, the sub-pathway of “{stage}”, is not in the folder {folder}. If it was "
                "moved or renamed, choose where it is now."
            ).format(file=path.name, stage=_title(stage, self._language), folder=path.parent)
            making = self._making(_("Make a new one there"), stage.id, path)
            self._ask(question, self._choosing(), making)

    def _show(self, stage: Id, file: OpenFile | None, path: Path) -> None:
        """Show the sub-pathway in a window that knows the way back."""
        there = self._program.window_of(path)
        if there is self._window:
            tell(self._window, _("A pathway cannot be its own sub-pathway. Choose another file."))
            return
        if there is None and file is not None:
            there = self._program.open_window()
            there.show_file(file)
            self._program.settings.remember_file(path)
        if there is not None and self._window.file is not None:
            there.subpathways.come_from(Origin(self._window.file, stage))
            self._program.bring_forward(there)

    def come_from(self, origin: Origin) -> None:
        """Remember the way back, and show it."""
        self.origin = origin
        self._window.workspace.way_back.lead_to(origin)

    def _ask_for_one(self, stage: Stage, folder: Path) -> None:
        from designer.ui.filing import suggested_name
        from model.subpathway import pathway_of_stage

        made = pathway_of_stage(self._pathway, stage)
        path = _free(folder / suggested_name(made))
        question = _(
            "The stage “{stage}” has no sub-pathway yet. A new one would be saved as “{file}” "
            "beside this pathway."
        ).format(stage=_title(stage, self._language), file=path.name)
        self._ask(question, self._making(_("Make a new one"), stage.id, path), self._choosing())

    def _ask_to_save(self) -> None:
        self._ask(
            _("Save this pathway first: a sub-pathway is looked for in the same folder."),
            Answer(
                _("Save"),
                QMessageBox.ButtonRole.AcceptRole,
                self._window.filing.save,
            ),
        )

    def _choosing(self) -> Answer:
        return Answer(_("Choose a file…"), QMessageBox.ButtonRole.AcceptRole, self.choose)

    def _making(self, words: str, stage: Id, path: Path) -> Answer:
        return Answer(words, QMessageBox.ButtonRole.AcceptRole, lambda: self._make(stage, path))

    def _make(self, stage: Id, path: Path) -> None:
        """Save a new pathway named by the stage at `path`, link it, and show it."""
        from model.linked_file import place_of
        from model.subpathway import link_subpathway, pathway_of_stage

        record, folder = self._pathway.find(Stage, stage), self._folder()
        if record is None or folder is None:
            return
        file = OpenFile(Document(pathway_of_stage(self._pathway, record)))
        try:
            path.parent.mkdir(exist_ok=True)
            with path.open("xb"):  # what has come there meanwhile is not ours to overwrite
                pass
            _save_or_clear(file, path)
        except (OSError, UnreadableFileError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else str(error).rstrip(".")
            tell(
                self._window,
                _("“{file}” could not be made ({reason}). Choose another place.").format(
                    file=path, reason=reason
                ),
            )
            return
        made = file.document.pathway
        self._document.do(
            link_subpathway(self._pathway, stage, place=place_of(folder, path), leads_to=made)
        )
        self._show(stage, file, path)

    def _ask(self, question: str, *answers: Answer) -> None:
        ask(self._window, question, answers)

    def _stage(self) -> Stage | None:
        self._window.finish_typing()
        return self._pathway.find(Stage, self._window.board.selection.focused)

    def _folder(self) -> Path | None:
        file = self._window.file
        return file.path.absolute().parent if file is not None and file.path is not None else None

    @property
    def _program(self) -> "Program":
        return self._window.program

    @property
    def _document(self) -> Document:
        return self._window.workspace.file.document

    @property
    def _pathway(self) -> Pathway:
        return self._document.pathway

    @property
    def _language(self) -> str:
        return self._window.workspace.language


def _title(stage: Stage | None, language: str) -> str:
    return (in_language(stage.title, language) if stage is not None else "") or _("(no name)")


def _save_or_clear(file: OpenFile, path: Path) -> None:
    """Save over the empty file that holds the place, and leave none behind if that fails."""
    try:
        file.save(path, datetime.now().astimezone())
    except (OSError, UnreadableFileError):
        path.unlink(missing_ok=True)
        raise


def _free(path: Path) -> Path:
    """Return a name beside `path` that no file has yet."""
    if not path.exists():
        return path
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(other for other in others if not other.exists())
