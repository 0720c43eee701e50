"""Questions and messages to the user. None of them blocks."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QStyle, QWidget

from model.messages import _


class Answer(NamedTuple):
    """One button: its words, where it stands, and what it does."""

    words: str
    role: QMessageBox.ButtonRole
    does: Callable[[], object]


def ask(parent: QWidget | None, question: str, answers: Sequence[Answer]) -> QMessageBox:
    """Ask a question; the first answer is the one that Enter gives, Esc gives none."""
    box = _box(parent, question, QMessageBox.Icon.Question)
    buttons = {}
    for answer in answers:
        button = box.addButton(answer.words, answer.role)
        button.setAutoDefault(True)
        buttons[button] = answer
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    box.setDefaultButton(next(iter(buttons), cancel))

    def act() -> None:
        clicked = box.clickedButton()
        for button, answer in buttons.items():
            if button is clicked:
                answer.does()

    box.finished.connect(act)
    box.open()
    return box


def tell(parent: QWidget | None, words: str) -> QMessageBox:
    """Say what went wrong, and what to do."""
    box = _box(parent, words, QMessageBox.Icon.Warning)
    box.addButton(_("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def inform(parent: QWidget | None, words: str) -> QMessageBox:
    """Say something that is as it should be."""
    box = _box(parent, words, QMessageBox.Icon.Information)
    box.addButton(_("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def name_labels(dialog: QFileDialog) -> QFileDialog:
    """Put into words what Qt's translations leave in English; systems' own dialogs have theirs."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Files of type:"))
    return dialog


def begin_size(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its first size, in pixels: not larger than its screen, title bar included."""
    room = dialog.screen().availableGeometry().size()
    title = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    dialog.resize(min(width, room.width() - 20), min(height, room.height() - title - 20))


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget anew, whose name or voice is another one."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _box(parent: QWidget | None, words: str, sign: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Ketjupaja")
    box.setIcon(sign)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    return box
