"""The earlier versions of a file: when each was saved, what differs from now, and the way back."""

from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.ui.dialogs import Answer, ask, tell
from designer.ui.labels import plain_label
from designer.ui.open_file import OpenFile
from designer.ui.saving.differences import DifferencesView
from designer.ui.status_line import clock, counts_in_words
from model.describe import compare, day_in_words
from model.document import Document
from model.edits import with_new_identity
from model.file import UnreadableFileError
from model.merge import change_between
from model.messages import _, spoken_language
from model.pathway import Pathway
from model.storage import reason_of
from model.text import in_language
from model.versions import Version, read

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

_VERSION: Final = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Of the file at `path`; `document` is None for one that cannot be opened as it is now."""

    def __init__(self, window: "MainWindow", path: Path, document: Document | None) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Earlier versions"))
        self.resize(900, 600)
        self._window = window
        self._path = path
        self._document = document
        self._read = cache(read)
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setAccessibleName(_("Earlier versions"))
        self.list.currentItemChanged.connect(self._present)
        self.heading = plain_label("", "strong")
        self.heading.setWordWrap(True)
        self.view = DifferencesView()
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.restoring = self._button(_("Restore this version"), role.AcceptRole, self.restore)
        self.restoring.setVisible(document is not None)
        self.copying = self._button(_("Open as a copy"), role.ActionRole, self.open_copy)
        self.deleting = self._button(_("Delete all versions…"), role.ResetRole, self.ask_to_delete)
        self.closing = self._button(_("Close"), role.RejectRole, self.reject)
        self._lay_out()
        self._fill()

    @property
    def version(self) -> Version | None:
        """The version that is chosen; None on a day's line, and when there is none."""
        item = self.list.currentItem()
        found = item.data(0, _VERSION) if item is not None else None
        return found if isinstance(found, Version) else None

    def restore(self) -> None:
        """Make the open pathway what the version is, as one change that can be undone."""
        version, document = self.version, self._document
        kept = self._pathway()
        if version is None or document is None or kept is None:
            return
        label = _("Restore the version of {time}").format(time=_moment(version.at))
        self._window.finish_typing()
        document.do(change_between(document.pathway, kept, label))
        self._window.board.say(
            _("The version of {time} is open. Undo brings back what was before.").format(
                time=_moment(version.at)
            )
        )
        self.accept()

    def open_copy(self) -> None:
        """Open the version as a pathway of its own, which is stored nowhere yet."""
        kept = self._pathway()
        if kept is not None:
            self._window.program.show(OpenFile(Document(with_new_identity(kept))), self._window)
            self.accept()

    def ask_to_delete(self) -> None:
        words = _(
            "Delete all earlier versions of “{file}” from this computer? The file itself stays as "
            "it is. This cannot be undone."
        ).format(file=self._path.name)
        delete = Answer(_("Delete"), QMessageBox.ButtonRole.DestructiveRole, self._delete)
        ask(self, words, (delete,))

    def _delete(self) -> None:
        try:
            self._window.filing.saver.versions.forget(self._path, self._id)
        except OSError as error:
            tell(
                self,
                _("All versions could not be deleted ({reason}).").format(reason=reason_of(error)),
            )
        self._fill()

    @property
    def _id(self) -> str:
        return self._document.pathway.info.id if self._document is not None else ""

    def _fill(self) -> None:
        """List the versions by day, the newest first."""
        self.list.clear()
        found = self._window.filing.saver.versions.of(self._path, self._id)
        for day, versions in groupby(found, key=lambda version: _here(version.at).date()):
            line = QTreeWidgetItem([day_in_words(day)])
            line.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addTopLevelItem(line)
            for version in versions:
                item = QTreeWidgetItem([clock(_here(version.at))])
                item.setData(0, _VERSION, version)
                line.addChild(item)
            line.setExpanded(True)
        self.deleting.setEnabled(bool(found))
        if first := self.list.topLevelItem(0):
            self.list.setCurrentItem(first.child(0) or first)
        self._present()

    def _present(self) -> None:
        version, kept = self.version, self._pathway()
        self.restoring.setEnabled(kept is not None)
        self.copying.setEnabled(kept is not None)
        if version is None:
            self.heading.setText("" if self.list.topLevelItemCount() else _("Nothing kept"))
            empty = _("There are no earlier versions yet: they are kept from the first save on.")
            self.view.say("" if self.list.topLevelItemCount() else empty)
        elif kept is not None:
            self._tell(version, kept)

    def _tell(self, version: Version, kept: Pathway) -> None:
        when = _moment(version.at)
        language = kept.info.languages[0] if kept.info.languages else spoken_language()
        if self._document is None:
            title = in_language(kept.info.title, language) or _("Pathway without a name")
            self.heading.setText(_("Saved {time}").format(time=when))
            self.view.say(f"{title}\n{counts_in_words(kept)}")
            return
        self.heading.setText(_("What restoring the version of {time} changes").format(time=when))
        comparison = compare(self._document.pathway, kept, self._window.workspace.language)
        self.restoring.setEnabled(bool(comparison))
        self.view.present(comparison)

    def _pathway(self) -> Pathway | None:
        """Return what the chosen version holds; one that cannot be read is told of."""
        if self.version is None:
            return None
        try:
            return self._read(self.version)
        except UnreadableFileError as error:
            self.heading.setText("")
            self.view.say(str(error))
            return None

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole, does: object) -> QPushButton:
        button = QPushButton(words)
        self.buttons.addButton(button, role)
        button.clicked.connect(lambda _checked=False: does())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        words = plain_label(
            _(
                "The last 50 saved versions of “{file}” are kept on this computer, and one an "
                "hour of the last month."
            ).format(file=self._path.name),
            "muted",
        )
        words.setWordWrap(True)
        column.addWidget(words)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.heading)
        beside.addWidget(self.view, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(right)
        both.setChildrenCollapsible(False)
        both.setSizes([260, 600])
        column.addWidget(both, 1)
        below = QHBoxLayout()
        below.addWidget(self.buttons)
        column.addLayout(below)


def _here(moment: datetime) -> datetime:
    """Return a moment in the time of this computer."""
    return moment.astimezone()


def _moment(moment: datetime) -> str:
    here = _here(moment)
    return _("{day} at {time}").format(day=day_in_words(here.date()), time=clock(here))
