"""The help menu: keys, and what program this is."""

from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from designer.ui.actions import ACTIONS
from designer.ui.dialogs import inform
from designer.ui.labels import plain_label
from model.messages import N_, _

_ON_THE_BOARD = (
    ("Esc", N_("Leave without changing anything; clear the selection")),
    ("Tab", N_("Go to the next stage in reading order")),
    ("1", N_("Along the first way onward; 2 along the second, and so on")),
    ("Ctrl+Right", N_("Walk through the cells, empty ones too")),
    ("Ctrl+Enter", N_("Keep what is typed in a field")),
)


def show_keys(parent: QWidget) -> QDialog:
    """List the keys of all actions."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_("Keyboard shortcuts"))
    page = QWidget()
    page.setObjectName("paper")
    grid = QGridLayout(page)
    grid.setHorizontalSpacing(24)
    rows = [
        (action.shortcut or action.board_key, _(action.title).replace("&", ""))
        for action in ACTIONS
        if action.shortcut or action.board_key
    ]
    rows += [(keys, _(words)) for keys, words in _ON_THE_BOARD]
    for place, (keys, words) in enumerate(rows):
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(plain_label(shown, "strong"), place, 0)
        grid.addWidget(plain_label(words), place, 1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    close = QDialogButtonBox()
    close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    close.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(scroll)
    column.addWidget(close)
    # As high as the list, where the window has the room.
    room = parent.window().height() - 60
    wide = page.sizeHint().width() + scroll.verticalScrollBar().sizeHint().width() + 40
    high = page.sizeHint().height() + close.sizeHint().height() + 40
    dialog.resize(min(wide, parent.window().width()), min(high, room))
    dialog.open()
    return dialog


def show_about(parent: QWidget) -> None:
    inform(
        parent,
        "\n".join(
            (
                f"Ketjupaja {version('ketjupaja')}",
                "",
                _("Draw care and service pathways, see what is missing, publish them."),
                _("Works without a network; nothing leaves this computer unless you export it."),
                "",
                _("Licence: MIT. Built on Qt (LGPL), Lucide icons (ISC) and other open software."),
            )
        ),
    )
