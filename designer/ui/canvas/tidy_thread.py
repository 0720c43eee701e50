"""The search for a clearer order, beside the window, so that the window stays alive."""

import threading
from concurrent.futures import Future
from contextvars import copy_context

from PySide6.QtCore import QThread

from model.change import Change
from model.ids import Id
from model.pathway import Pathway
from model.tidy import tidy


class TidyThread(QThread):
    """`finished` tells that `found` is there."""

    def __init__(self, pathway: Pathway, scope: frozenset[Id]) -> None:
        super().__init__()
        self.pathway = pathway
        self._scope = scope
        self._stop = threading.Event()
        self._outcome: Future[Change] = Future()
        self._context = copy_context()  # the language in force goes along

    @property
    def found(self) -> Change:
        """The proposal; an error of the search is raised here, where the program can tell it."""
        return self._outcome.result()

    def be_content(self) -> None:
        """Finish, soon, with the best that was found until now."""
        self._stop.set()

    def end(self) -> None:
        """Stop the search and wait until it has: what it found is not wanted any more."""
        self._stop.set()
        self.wait()

    def run(self) -> None:
        try:
            found = self._context.run(tidy, self.pathway, self._scope, self._stop.is_set)
        except Exception as error:  # noqa: BLE001 - raised again by who asks what was found
            self._outcome.set_exception(error)
        else:
            self._outcome.set_result(found)
