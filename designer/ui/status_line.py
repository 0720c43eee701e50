"""The line below everything: is the work saved, how much is there, where am I."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from designer.ui.labels import plain_label
from designer.ui.open_file import OpenFile
from designer.ui.top_bar import ShortenedLabel
from model.messages import _, ngettext
from model.pathway import Pathway


class StatusLine(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.saved = plain_label("", "muted")
        self.counts = plain_label("", "muted")
        self.hint = ShortenedLabel()
        self.hint.setProperty("voice", "muted")
        self.zoom = plain_label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 4)
        row.setSpacing(18)
        row.addWidget(self.saved)
        row.addWidget(self.counts)
        row.addWidget(self.hint, 1)
        row.addWidget(self.zoom)
        self.show_zoom(1.0)

    def present(self, file: OpenFile) -> None:
        self.saved.setText(saved_state(file))
        self.counts.setText(counts_in_words(file.document.pathway))

    def show_zoom(self, scale: float) -> None:
        self.zoom.setText(_("zoom {percent} %").format(percent=round(scale * 100)))


def saved_state(file: OpenFile) -> str:
    """Say whether the work is on the disk, and since when."""
    if file.document.is_modified:
        return _("Unsaved changes")
    if file.path is None:
        return _("Not saved anywhere yet")
    if file.saved_at is None:
        return _("No changes")
    return _("Saved at {time}").format(time=clock(file.saved_at))


def clock(moment: datetime) -> str:
    return f"{moment:%H.%M}"


def counts_in_words(pathway: Pathway) -> str:
    stages, handovers = len(pathway.stages), len(pathway.handovers)
    return " · ".join(
        (
            ngettext("{count} stage", "{count} stages", stages).format(count=stages),
            ngettext("{count} handover", "{count} handovers", handovers).format(count=handovers),
        )
    )
