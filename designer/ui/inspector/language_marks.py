"""Small marks beside a label: in which of the pathway's languages its text is written."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from designer.ui.inspector.fields import Around
from designer.ui.labels import plain_label
from model.messages import _


class LanguageMarks(QWidget):
    """Names the languages written, and those missing that the pathway is published in.

    Texts without words in any language, and values that are no texts, have no marks.
    """

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.label = plain_label("", "label")
        row.addWidget(self.label)
        self.hide()

    def present(self, value: Any, around: Around) -> None:
        if not isinstance(value, Mapping) or not value:
            self.hide()
            return
        languages = around.pathway.info.languages
        missing = [code for code in languages if code not in value]
        written = [
            code for code in (*languages, *sorted(set(value) - set(languages))) if code in value
        ]
        words = " ".join(code.upper() for code in written)
        if missing:
            words += "  " + _("missing: {languages}").format(
                languages=" ".join(code.upper() for code in missing)
            )
        self.label.setText(words)
        self.label.setProperty("voice", "gap" if missing else "label")
        self.label.style().polish(self.label)
        self.show()
