"""Labels that show any text as it was typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(text: str, voice: str = "") -> QLabel:
    """Return a label that never reads its text as markup; `voice` picks its look."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if voice:
        label.setProperty("voice", voice)
    return label


def as_tooltip(text: str) -> str:
    """Return a text as a tooltip shows it literally; tooltips have no switch for plain text."""
    from html import escape

    return f"<p>{escape(text)}</p>" if text else ""
