"""How much a diagram may ask for: files come from anybody, and small ones can multiply."""

from typing import Final

from exporters.bpmn.reading.contents import Contents, Flow, Node
from model.file import UnreadableFileError
from model.messages import _

MOST_STEPS: Final = 20_000
"""Along flows, from stage to stage; each gateway of two ways doubles them."""
STEPS_OF_A_FLOW: Final = 20
"""As many more for each flow of the diagram: large ones have more ways."""
MOST_LETTERS: Final = 20_000_000
"""In the texts that are put together: one name may be said of many."""
LETTERS_OF_ONE: Final = 4
"""As many more for each letter of the diagram."""
MOST_PAIRS: Final = 5_000_000
"""Of boxes that are held against each other: 1,000 stages and 100 lanes have 100,000."""


class Effort:
    """What is left to spend on one file; raises UnreadableFileError when it is too much."""

    def __init__(self, found: Contents) -> None:
        self._steps = MOST_STEPS + STEPS_OF_A_FLOW * len(found.flows)
        said: list[Node | Flow] = [*found.nodes.values(), *found.flows]
        length = sum(len(each.name) + len(each.documentation) for each in said)
        length += sum(len(each.name) for each in found.artifacts)
        self._letters = MOST_LETTERS + LETTERS_OF_ONE * length
        self._pairs = MOST_PAIRS

    def step(self) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise too_many_ways()

    def say(self, *texts: str) -> None:
        self._letters -= sum(map(len, texts))
        if self._letters < 0:
            raise _too_large()

    def compare(self, pairs: int) -> None:
        self._pairs -= pairs
        if self._pairs < 0:
            raise _too_large()


def too_many_ways() -> UnreadableFileError:
    return UnreadableFileError(
        _(
            "The diagram’s gateways make too many ways from task to task: split it in the "
            "tool that it was made in."
        )
    )


def _too_large() -> UnreadableFileError:
    return UnreadableFileError(_("The file is too large or nested too deep to be a diagram."))
