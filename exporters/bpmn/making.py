"""From a pathway to its BPMN diagram."""

from exporters.bpmn.flow import Diagram
from exporters.bpmn.gateways import Flows
from exporters.bpmn.pools import lane_names, pool_of_stages, pools_of
from exporters.diagram.words import board_title, phase_title
from model.messages import speaking
from model.pathway import Pathway


def diagram(pathway: Pathway, language: str) -> Diagram:
    """Return the diagram with all words in `language`; equal pathways give equal diagrams."""
    with speaking(language):
        pools = pools_of(pathway, language)
        names = lane_names(pathway, language)
        pool_of = dict(pool_of_stages(pathway, pools))
        flows = Flows(pathway, pool_of, names)
        flows.draw(language)
        return Diagram(
            title=board_title(pathway, language),
            pools=pools,
            lane_names=names,
            nodes=flows.nodes,
            edges=flows.edges,
            annotations=flows.annotations,
            groups={
                phase.id: phase_title(phase, language).strip() or " " for phase in pathway.phases
            },
            pool_of_stage=pool_of,
            actor_of_stage={stage.id: stage.actor for stage in pathway.stages},
        )
