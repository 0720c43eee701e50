"""Links: a button that looks like one, and the one place where anything is opened elsewhere.

What a pathway says is never handed to the system as it is: files, shares of other machines and
programs of their own schemes would be opened too.
"""

from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QMessageBox, QPushButton, QSizePolicy, QWidget

from designer.ui.labels import as_tooltip
from model.messages import _

_FRAME = 14  # pixels beside the words


def open_own(path: Path) -> None:
    """Open a folder or a report that this program has just written."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def ask_to_open(parent: QWidget, address: str) -> QMessageBox:
    """Show an address of the pathway in full, and open it when the user says so.

    Only http, https, mailto and tel; a name with letters that look like others is also shown as
    the network knows it.
    """
    from designer.ui.dialogs import Answer, ask, tell
    from exporters.website.links import in_ascii, safe_address

    safe = safe_address(address)
    if safe is None:
        return tell(
            parent,
            _("“{address}” is not opened: a link is a web, e-mail or phone address.").format(
                address=address
            ),
        )
    question = _("Do you want to open this address?") + f"\n\n{safe}"
    if safe.startswith("http"):
        safe = in_ascii(safe)
        site = urlsplit(safe).hostname or ""
        if "xn--" in site:
            question += "\n\n" + _(
                "The name of the site has letters that may look like others. The network knows it "
                "as {site}"
            ).format(site=site)
    opening = QUrl(safe, QUrl.ParsingMode.StrictMode)
    return ask(
        parent,
        question,
        (
            Answer(
                _("Open"),
                QMessageBox.ButtonRole.AcceptRole,
                lambda: QDesktopServices.openUrl(opening),
            ),
        ),
    )


class LinkButton(QPushButton):
    """Words to click; long ones are shortened to the width, in full for screen readers."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.put(words)

    @property
    def words(self) -> str:
        return self._words

    def put(self, words: str) -> None:
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sign = 0 if self.icon().isNull() else self.iconSize().width() + 6
        room = self.width() - _FRAME - sign
        short = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))
        self.setToolTip("" if short == self._words else as_tooltip(self._words))
