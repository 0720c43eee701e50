"""The ways from stage to stage as handovers: those that say the same of one way are one."""

from collections.abc import Iterator, Sequence

from exporters.bpmn.flow import HANDOVER
from exporters.bpmn.reading.contents import Contents
from exporters.bpmn.reading.ledger import Ledger
from exporters.bpmn.reading.stages import Stages
from exporters.bpmn.reading.ways import Way, Ways, parts
from model.codes import Flow as FlowKind
from model.ids import Id
from model.records import Handover
from model.text import Text, with_language


def handovers(
    contents: Contents, ways: Ways, stages: Stages, ledger: Ledger, language: str
) -> list[Handover]:
    """Return them; what is written of ways that lead nowhere is added to their stages."""
    return _Arrows(contents, ledger, language).drawn(ways, stages)


class _Arrows:
    def __init__(self, contents: Contents, ledger: Ledger, language: str) -> None:
        self._contents, self._ledger, self._language = contents, ledger, language

    def drawn(self, all_ways: Ways, stages: Stages) -> list[Handover]:
        ways: dict[tuple[str, str, FlowKind, str], list[Way]] = {}
        nowhere: list[tuple[str, Way]] = []
        for node in stages.ids:
            for way in all_ways.from_stage(node):
                self._ledger.settle(*way.passed, *(flow.id for flow in way.flows))
                if way.target:
                    self._ledger.effort.say(*way.said)
                    kind = way.kind or FlowKind.ALTERNATIVE
                    said = "; ".join(dict.fromkeys(way.said))
                    ways.setdefault((node, way.target, kind, said), []).append(way)
                else:
                    nowhere.append((node, way))
        arrows = [
            self._handover(same, stages.ids[source], stages.ids[target], kind, said)
            for (source, target, kind, said), same in ways.items()
        ]
        for node, way in nowhere:
            if not all(map(self._ledger.is_described, self._documented(way))):
                stages.describe(node, way)
        return arrows

    def _handover(
        self, ways: Sequence[Way], source: Id, target: Id, kind: FlowKind, said: str
    ) -> Handover:
        """Return one handover for ways that only differ in what is said beside their condition."""
        self._ledger.describe(*(id for way in ways for id in self._documented(way)))
        messages = [words for way in ways for words in way.messages]
        texts = [part.documentation for way in ways for part in parts(way, self._contents)]
        triggers = [words for way in ways for words in way.triggers]
        self._ledger.effort.say(*messages, *texts, *triggers)
        return Handover(
            id=self._ledger.id_of(_key(ways[0])),
            source=source,
            target=target,
            flow=kind,
            condition=self._text(said),
            trigger=self._text("; ".join(dict.fromkeys(triggers))),
            information=self._text("\n\n".join(dict.fromkeys(filter(None, [*messages, *texts])))),
        )

    def _documented(self, way: Way) -> Iterator[str]:
        return (part.id for part in parts(way, self._contents) if part.documentation)

    def _text(self, words: str) -> Text:
        return with_language({}, self._language, words)


def _key(way: Way) -> str:
    """Return what a handover is known by: the flow of ours on it, else all its flows."""
    own = [flow.id for flow in way.flows if flow.id.startswith(HANDOVER)]
    if own:
        return own[0]
    return way.flows[0].id if len(way.flows) == 1 else "|".join(flow.id for flow in way.flows)
