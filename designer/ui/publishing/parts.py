"""What the publishing window is made of, and how it lies."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
)

from designer.publishing.choices import Choices
from designer.ui.canvas.descriptions import announce
from designer.ui.dialogs import begin_size, restyle
from designer.ui.labels import plain_label
from designer.ui.publishing.choices_form import ChoicesForm
from designer.ui.publishing.details import Details
from designer.ui.publishing.entry_list import EntryList
from designer.ui.publishing.jobs import Doing
from designer.ui.settings import Settings
from designer.ui.signs import icon
from model.messages import N_, _

_STEPS: Final = 1000
_PATIENCE: Final = 500
"""Milliseconds that pass before it is shown that something is being looked at."""
_SIZE: Final = (1080, 720)
_SAID: Final = {
    Doing.LOOKING: N_("Looking at what would be published…"),
    Doing.PREVIEWING: N_("Making the preview…"),
    Doing.PUBLISHING: N_("Publishing…"),
}


class Parts:
    """The form above, pathways and details in the middle, the state and the buttons below."""

    def __init__(
        self, dialog: QDialog, settings: Settings, organisation: Choices, home: Path | None
    ) -> None:
        self.form = ChoicesForm(settings, organisation, home)
        self.list = EntryList()
        self.details = Details()
        self.state = plain_label("", "strong")
        self.state.setWordWrap(True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setFormat("%p %")
        self.bar.setAccessibleName(_("Progress"))
        self.previewing = QPushButton(icon("eye"), " " + _("Preview in the browser"))
        self.folder = QPushButton(icon("folder-open"), " " + _("Open the folder"))
        self.folder.hide()
        self.publishing = QPushButton(_("Publish"))
        self.publishing.setObjectName("primary")
        self.publishing.setEnabled(False)
        self.closing = QPushButton(_("Close"))
        for button in (self.previewing, self.folder, self.publishing, self.closing):
            button.setAutoDefault(False)
        for button in (self.details.approving, self.details.opening, self.form.browsing):
            button.setAutoDefault(False)
        self._said = ""
        self._patience = QTimer(dialog)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._show_busy)
        self._lay_out(dialog)
        self.be_busy(Doing.NOTHING)

    def say(self, words: str) -> None:
        """Say how things stand, to screen readers too."""
        self._put(words, "strong")

    def say_fault(self, words: str) -> None:
        """Say what went wrong and what to do."""
        self._put(words, "fault")

    def be_busy(self, doing: Doing) -> None:
        """Show that something is being done, and let nothing be begun that would disturb it."""
        is_publishing = doing is Doing.PUBLISHING
        self.bar.setValue(0)
        self._said = _(_SAID[doing]) if doing in _SAID else ""
        if doing is Doing.NOTHING:
            self._patience.stop()
            self.bar.hide()
        elif doing is Doing.LOOKING:  # mostly over before one could read of it
            self._patience.start()
        else:
            self._show_busy()
        self.form.setEnabled(not is_publishing)
        self.details.setEnabled(not is_publishing)
        if doing is not Doing.NOTHING:
            self._keep_focus()
            self.publishing.setEnabled(False)
        self.previewing.setEnabled(doing is Doing.NOTHING)
        self.closing.setText(_("Stop") if is_publishing else _("Close"))

    def _keep_focus(self) -> None:
        """Take the focus off a button that is put out: Qt's next one might be “Stop”."""
        if self.state.window().focusWidget() in (self.publishing, self.previewing):
            self.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_busy(self) -> None:
        self.bar.show()
        self.say(self._said)

    def offer_publishing(self, *, can: bool, needed: bool) -> None:
        """Let the site be written, as the next thing to do when something changes by it."""
        self.publishing.setEnabled(can)
        name = "primary" if needed else ""
        if self.publishing.objectName() != name:
            self.publishing.setObjectName(name)
            restyle(self.publishing)

    def show_progress(self, share: float) -> None:
        self.bar.setValue(round(share * _STEPS))

    def _put(self, words: str, voice: str) -> None:
        self.state.setText(words)
        announce(self.state, words)
        if self.state.property("voice") != voice:
            self.state.setProperty("voice", voice)
            restyle(self.state)

    def _lay_out(self, dialog: QDialog) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(self.details)
        both.setChildrenCollapsible(False)
        both.setStretchFactor(1, 1)
        both.setSizes([320, 740])
        below = QHBoxLayout()
        below.addWidget(self.previewing)
        below.addWidget(self.folder)
        below.addStretch(1)
        below.addWidget(self.publishing)
        below.addWidget(self.closing)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.form)
        column.addWidget(both, 1)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addLayout(below)
        begin_size(dialog, *_SIZE)
