"""What the window of workbooks is made of, and how it lies."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from designer.ui.canvas.descriptions import announce
from designer.ui.dialogs import begin_size, restyle
from designer.ui.labels import plain_label
from designer.ui.merging.changes_list import ChangesList
from designer.ui.signs import icon
from designer.ui.theme import TEXT_SIZE
from designer.ui.updating.book_list import BookList
from designer.ui.updating.missing_page import MissingPage
from designer.ui.updating.words_page import WordsPage
from model.messages import _

_STEPS: Final = 1000
_SIZE: Final = (920, 720)


class Parts:
    """The workbooks above, what they change in the middle, the state and the buttons below."""

    def __init__(self, dialog: QDialog) -> None:
        self.books = BookList()
        self.adding = QPushButton(icon("plus"), " " + _("Add workbooks…"))
        self.reading = QPushButton(icon("refresh-cw"), " " + _("Read again"))
        self.mapping = QPushButton(icon("columns-3"), " " + _("Choose the columns…"))
        self.mapping.hide()
        self.changes = ChangesList(lambda _width: TEXT_SIZE)
        self.missing = MissingPage()
        self.remarks = WordsPage(
            _("Remarks"), _("What was left out, or understood in spite of its form.")
        )
        self.faults = WordsPage(_("Not taken in"), "")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("What the workbooks bring"))
        pages = (self.faults, self.changes, self.missing, self.remarks)
        for page in pages:
            self.tabs.addTab(page, "")
            self.offer(page, "", is_there=False)
        self.state = plain_label("", "strong")
        self.state.setWordWrap(True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setFormat("%p %")
        self.bar.setAccessibleName(_("Progress"))
        self.go = QPushButton(_("Bring into the pathway"))
        self.closing = QPushButton(_("Cancel"))
        for button in (self.adding, self.reading, self.mapping, self.go, self.closing):
            button.setAutoDefault(False)
        self._lay_out(dialog)

    def be_busy(self, *, is_busy: bool) -> None:
        """Show that workbooks are being read, and let nothing be begun meanwhile."""
        self.bar.setVisible(is_busy)
        self.bar.setValue(0)
        for button in (self.adding, self.reading, self.mapping):
            button.setEnabled(not is_busy)
        if is_busy:
            self.hold()
            self.say(_("Reading the workbooks…"))

    def hold(self) -> None:
        """Let nothing be brought in for now; the keys do not slip to “Cancel” by that."""
        if self.go.hasFocus():
            self.state.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go.setEnabled(False)

    def show_progress(self, share: float) -> None:
        self.bar.setValue(round(share * _STEPS))

    def offer(self, page: QWidget, words: str, *, is_there: bool) -> None:
        """Say what a page is called, and show it when there is something on it."""
        place = self.tabs.indexOf(page)
        self.tabs.setTabText(place, words)
        self.tabs.setTabVisible(place, is_there)

    def make_primary(self, *, is_primary: bool) -> None:
        """Let the button that brings in be the next thing to do, or not."""
        name = "primary" if is_primary else ""
        if self.go.objectName() != name:
            self.go.setObjectName(name)
            restyle(self.go)

    def say(self, words: str, voice: str = "strong") -> None:
        """Say how things stand, to screen readers too."""
        self.state.setText(words)
        announce(self.state, words)
        if self.state.property("voice") != voice:
            self.state.setProperty("voice", voice)
            restyle(self.state)

    def _lay_out(self, dialog: QDialog) -> None:
        beside = QVBoxLayout()
        for button in (self.adding, self.reading, self.mapping):
            beside.addWidget(button)
        beside.addStretch(1)
        above = QHBoxLayout()
        above.addWidget(self.books, 1)
        above.addLayout(beside)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.go)
        below.addWidget(self.closing)
        about = plain_label(
            _(
                "Nothing changes before you bring the workbooks in. It is one step then, and can "
                "be undone."
            ),
            "muted",
        )
        about.setWordWrap(True)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(about)
        column.addLayout(above)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addLayout(below)
        begin_size(dialog, *_SIZE)
