"""FHIR R5: a pathway as a PlanDefinition, for systems that take care plans in.

Made of the public part only. What a PlanDefinition has no place for is told beside the export;
docs/fhir.md says which field goes where.
"""

from collections.abc import Iterator, Sequence

from exporters.exporter import Exporter, Languages, Options, Progress
from model.messages import N_
from model.pathway import Pathway


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield one resource as JSON, which the FHIR classes have taken as valid."""
    from exporters.fhir.plan import validated
    from exporters.website.public import public_part

    languages = options.languages_for(pathway)
    progress(0)
    public = public_part(pathway, languages)
    progress(0.2)
    yield "PlanDefinition.json", validated(public, languages)
    progress(1)


def losses(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say what of the public part a PlanDefinition does not hold."""
    from exporters.fhir.losses import lost
    from exporters.website.public import public_part

    return tuple(lost(public_part(pathway, options.languages_for(pathway))))


FHIR = Exporter(
    "fhir", N_("FHIR PlanDefinition (R5)"), ".json", build, losses, languages=Languages.SEVERAL
)
