"""The pages of one pathway: the customer's, and the professional's."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from exporters.diagram import svg
from exporters.website import reading
from exporters.website.linked_data import linked_data
from exporters.website.rendering import templates
from model.codes import PathwayStatus
from model.messages import _
from model.pathway import Pathway
from model.records import Goal, Metric, ParticipantGroup, Stage, TimePromise
from model.text import in_language

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'"
)
_APPROVED = {PathwayStatus.APPROVED, PathwayStatus.PUBLISHED}


class Published(NamedTuple):
    """A pathway's public part and the names of its pages (without folder and ending)."""

    pathway: Pathway
    slugs: Mapping[str, str]

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
    alternates = {code: f"../{published.page(code)}" for code in languages}
    template = templates().get_template("pathway.html")
    return template.render(
        **frame(language, "../", "index.html", alternates, pathway),
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


def list_title() -> str:
    return _("Care and service pathways")


def frame(
    language: str,
    root: str,
    list_page: str,
    alternates: Mapping[str, str],
    pathway: Pathway,
) -> dict[str, Any]:
    """Return what every page needs: its language, addresses and the site's name."""
    return {
        "language": language,
        "root": root,
        "list_page": list_page,
        "alternates": alternates,
        "county": pathway.info.county,
        "accessibility_statement": pathway.info.accessibility_statement,
        "list_title": list_title(),
        "policy": POLICY,
    }


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
