"""The books of a reading: what became of each element, and the ids that records get."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from re import sub
from typing import Final, NamedTuple

from exporters.bpmn.flow import GROUP, HANDOVER, LANE, STAGE
from exporters.bpmn.reading.effort import Effort
from exporters.bpmn.reading.words import called
from model.ids import Id
from model.messages import _, ngettext

MOST_TOLD: Final = 1000
"""Elements that are listed one by one; nobody reads so many."""
_LONGEST: Final = 40
_OURS: Final = (STAGE, HANDOVER, LANE, GROUP)


class Left(NamedTuple):
    """An element that was left out, wholly or in part, in words; '' for none in particular."""

    element: str
    words: str


class Ledger:
    """Every element is entered once: what it became, or why it was left out.

    `effort` is what is left to spend on it all.
    """

    def __init__(self, effort: Effort) -> None:
        self.effort = effort
        self._taken: set[Id] = set()
        self._ids: dict[str, Id] = {}
        self._settled: set[str] = set()
        self._described: set[str] = set()
        self.left_out: list[Left] = []

    def id_of(self, element: str) -> Id:
        """Return the id of the record that an element becomes: its own, as far as that will do."""
        if element not in self._ids:
            self._ids[element] = self._new(element)
        return self._ids[element]

    def _new(self, element: str) -> Id:
        plain = element
        for prefix in _OURS:
            if element.startswith(prefix) and len(element) > len(prefix):
                plain = element.removeprefix(prefix)
                break
        id = sub("[^A-Za-z0-9_-]", "-", plain).lstrip("_-") or "x"
        number = 0
        while id in self._taken or len(id) > _LONGEST:
            number += 1
            digest = sha256(f"{element}|{number}".encode()).hexdigest()[:8]
            id = f"{id[: _LONGEST - 9].rstrip('-')}-{digest}"
        self._taken.add(id)
        return id

    def settle(self, *elements: str) -> None:
        """Enter elements that became a part of the pathway."""
        self._settled.update(elements)

    def leave(self, element: str, sentence: str) -> None:
        """Enter an element that did not, or not wholly, in words."""
        self._settled.add(element)
        self.left_out.append(Left(element, sentence))

    def describe(self, *elements: str) -> None:
        """Enter elements whose documentation came in."""
        self._described.update(elements)

    def is_described(self, element: str) -> bool:
        return element in self._described

    def leave_undescribed(self, elements: Iterable[tuple[str, str, str]]) -> None:
        """List those of these documented (id, tag, name) that came in without what they say."""
        for id, tag, name in elements:
            if id in self._settled and id not in self._described:
                words = called(tag, name, id)
                self.leave(
                    id, _("The documentation of {element} was left out.").format(element=words)
                )

    def tell(self, sentence: str) -> None:
        """Say what was left out that is no element."""
        self.left_out.append(Left("", sentence))

    def elements(self) -> Mapping[Id, str]:
        """Return which element each record was made of."""
        return {id: element for element, id in self._ids.items()}

    def leave_unsettled(self, elements: Iterable[tuple[str, str, str]]) -> None:
        """List all of these (id, tag, name) that nothing became of."""
        rest = [each for each in elements if each[0] not in self._settled]
        for id, tag, name in rest[:MOST_TOLD]:
            self.leave(id, _("Left out: {element}.").format(element=called(tag, name, id)))
        if more := len(rest[MOST_TOLD:]):
            self.tell(
                ngettext(
                    "Left out besides: {count} element more.",
                    "Left out besides: {count} elements more.",
                    more,
                ).format(count=more)
            )
