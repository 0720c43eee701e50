"""The pages of one pathway: the customer's, and the professional's."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from exporters.diagram import svg
from exporters.website import reading
from exporters.website.frame import frame, list_title
from exporters.website.linked_data import linked_data
from exporters.website.options import SiteOptions
from exporters.website.rendering import templates
from model.codes import PathwayStatus
from model.pathway import Pathway
from model.records import Goal, Metric, ParticipantGroup, Stage, TimePromise
from model.text import in_language

_APPROVED = {PathwayStatus.APPROVED, PathwayStatus.PUBLISHED}


class Published(NamedTuple):
    """A pathway's public part, the names of its pages by language (without folder and ending).

    `site` is the site that it is a part of.
    """

    pathway: Pathway
    slugs: Mapping[str, str]
    site: SiteOptions = SiteOptions()

    @property
    def data_file(self) -> str:
        return f"data/{next(iter(self.slugs.values()))}.json"

    def page(self, language: str) -> str:
        return f"{language}/{self.slugs[language]}.html"


def draw(pathway: Pathway, language: str) -> str:
    """Return the board as an SVG element whose stages link to their places on the page."""
    return svg.draw(pathway, language, href=lambda id: f"#stage-{id}")


def pathway_page(
    published: Published, language: str, languages: Sequence[str], drawing: str
) -> bytes:
    """Return the page of a pathway in the language in force, which `language` names."""
    pathway = published.pathway
    info = pathway.info
    around = frame(
        language,
        published.page(language),
        {code: published.page(code) for code in languages},
        published.site,
        info,
    )
    alternates = around["alternates"]
    template = templates().get_template("pathway.html")
    return template.render(
        **around,
        pathway=pathway,
        info=info,
        updated=reading.updated(info),
        is_approved=info.status in _APPROVED,
        is_described=bool(info.target_group or info.not_for or info.description),
        starts=[stage for stage in pathway.stages if stage.start],
        parts=reading.parts(pathway),
        other_languages={c: address for c, address in alternates.items() if c != language},
        stage_title_in=lambda stage, code: in_language(stage.title, code),
        goals=pathway.of(Goal),
        metrics=pathway.of(Metric),
        promises=pathway.of(TimePromise),
        makers=pathway.of(ParticipantGroup),
        professional_stages=[s for s in pathway.stages if _speaks_to_professionals(pathway, s)],
        board=Markup(drawing),  # noqa: S704 - our own drawing, escaped by its writer
        data_file=f"../{published.data_file}",
        linked_data=Markup(  # noqa: S704 - escaped for a script element by its writer
            linked_data(pathway, list_title=list_title(), list_page="index.html")
        ),
    ).encode()


def _speaks_to_professionals(pathway: Pathway, stage: Stage) -> bool:
    return bool(
        stage.professional_text
        or stage.entry_criteria
        or stage.exit_criteria
        or stage.outcomes
        or stage.forms
        or stage.omasote
        or stage.related_artifacts
        or any(arrow.kind for arrow in pathway.leaving(stage.id))
    )
