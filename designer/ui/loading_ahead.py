"""Imports what may be asked for next, while nobody does anything.

The window opens without it, but the first use would then take up to a third of a second, or fail
when the program has gone from its place meanwhile: a stick pulled out, a new version put in.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

from designer.ui.crash import crash_log, note_fault

MODULES: Final = (
    # for saving and leaving
    *("designer.ui.saving.look", "designer.ui.saving.waiting"),
    # what is opened again and again while a group works
    *("designer.ui.palette.palette", "exporters.diagram.dot", "exporters.formats"),
    *("designer.ui.merging.panel", "designer.ui.customer_walk.panel"),
    *("designer.ui.completeness.panel", "designer.ui.notes.panel", "designer.ui.times"),
    *("designer.ui.canvas.capture.renaming", "designer.ui.canvas.menu", "designer.ui.outline.menu"),
    *("designer.ui.inspector.forms", "designer.ui.inspector.many_form", "model.clip"),
    *("designer.ui.paste_preview", "designer.ui.removing", "designer.ui.copy_picture"),
    *("designer.ui.findings.accepting", "designer.ui.findings.tasking", "model.subpathway"),
    *("designer.ui.canvas.tidy_thread", "designer.ui.presentation", "designer.ui.export"),
    # dialogs of the menus
    *("designer.ui.recovery.window", "designer.ui.recovery.words", "model.linked_file"),
    *("designer.ui.saving.versions_dialog", "designer.ui.damaged", "designer.ui.importing"),
    *("designer.ui.findings.saving", "designer.ui.guidance", "model.repair"),
    *("designer.ui.merging.joining_files", "designer.ui.merging.keeping"),
    # what makes sites, paper and workbooks; parts of it first, so that no turn is long
    *("jinja2", "lxml.etree", "exporters.website.pages", "exporters.website.site", "http.server"),
    *("designer.publishing.preview", "designer.publishing.outgoing"),
    *("designer.ui.publishing.details", "designer.ui.publishing.window"),
    *("exporters.poster.sheets", "PySide6.QtPrintSupport", "designer.ui.printing"),
    *("exporters.findings", "openpyxl", "designer.ui.portfolio", "designer.ui.updating.window"),
    "designer.ui.updating.picture",
)
"""In the order in which they are imported, those first that come into play while one draws."""

REST: Final = 1_000
"""Milliseconds without a key or the mouse after which the next may be imported."""
_BETWEEN: Final = 100
"""Milliseconds from one to the next."""


class LoadingAhead(QObject):
    """Imports one module in each turn, as long as `rest` says that nobody has moved for a while.

    What cannot be imported is noted in the log of faults, and alarms nobody who has not asked.
    """

    def __init__(
        self, rest: Callable[[], int], parent: QObject, modules: tuple[str, ...] = MODULES
    ) -> None:
        super().__init__(parent)
        self._rest = rest
        self._to_come: Iterator[str] = iter(modules)
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN)
        self._timer.timeout.connect(self._import_next)
        self._timer.start()

    def end(self) -> None:
        """Import nothing more: the window has closed."""
        self._timer.stop()

    @property
    def is_done(self) -> bool:
        return not self._timer.isActive()

    def _import_next(self) -> None:
        if self._rest() < REST:
            return
        module = next(self._to_come, None)
        if module is None:
            self.end()
            return
        try:
            import_module(module)
        except Exception as fault:  # noqa: BLE001 - told to whoever asks for what is in it
            note_fault(type(fault), fault.__traceback__, crash_log())
