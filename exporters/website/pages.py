"""The pages of one pathway: the customer's, and the professional's."""

from collections.abc import Iterator, Mapping, Sequence
from posixpath import relpath
from typing import Any, NamedTuple

from markupsafe import Markup

from exporters.diagram import svg
from exporters.website import linked_data, reading
from exporters.website.customers_order import in_customers_order
from exporters.website.frame import absolute, frame, list_title
from exporters.website.options import SiteOptions
from exporters.website.rendering import municipality, templates, with_calls
from model.codes import PathwayStatus
from model.messages import _
from model.pathway import Pathway
from model.records import Goal, Metric, ParticipantGroup, Stage, TimePromise
from model.text import in_language

_APPROVED = {PathwayStatus.APPROVED, PathwayStatus.PUBLISHED}

# Parts of addresses, the same for ever: not to be translated anew with the words of the pages.
_FOR_PROFESSIONALS = {"fi": "ammattilaisille", "sv": "yrkespersoner", "en": "professionals"}


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

    def professional_page(self, language: str) -> str:
        return f"{language}/{_FOR_PROFESSIONALS[language]}/{self.slugs[language]}.html"

    def leaflet(self, language: str) -> str:
        return f"{language}/{self.slugs[language]}.pdf"


def draw(pathway: Pathway, language: str) -> str:
    """Return the board as an SVG element whose stages link to their places on the page."""
    return svg.draw(pathway, language, href=lambda id: f"#stage-{id}")


def pathway_page(
    published: Published,
    language: str,
    languages: Sequence[str],
    drawing: str,
    *,
    leaflet: str = "",
) -> bytes:
    """Return the customer's page of a pathway in the language in force, which `language` names.

    `leaflet` is the name of the pathway's leaflet in the site, "" without one.
    """
    pathway = published.pathway
    name = published.page(language)
    around = _page(published, name, language, {code: published.page(code) for code in languages})
    parts = (*_described(pathway), *_customers_parts(pathway))
    return (
        templates()
        .get_template("pathway.html")
        .render(
            **around,
            starts=[stage for stage in in_customers_order(pathway) if stage.start],
            rest=parts,
            professional_stages={
                stage.id for stage in pathway.stages if _speaks_to_professionals(pathway, stage)
            },
            professional_page=_relative(published.professional_page(language), name),
            leaflet=_relative(leaflet, name) if leaflet else "",
            board=Markup(drawing),  # noqa: S704 - our own drawing, escaped by its writer
            linked_data=Markup(  # noqa: S704 - escaped for a script element by its writer
                linked_data.of_pathway(pathway, _place(published, language))
            ),
        )
        .encode()
    )


def professional_page(published: Published, language: str, languages: Sequence[str]) -> bytes:
    """Return the professional's page in the language in force, which `language` names.

    Its stages have the same anchors as the customer's page.
    """
    pathway = published.pathway
    name = published.professional_page(language)
    around = _page(
        published, name, language, {code: published.professional_page(code) for code in languages}
    )
    return (
        templates()
        .get_template("professional.html")
        .render(
            **around,
            rest=(*_described(pathway), *_goals(pathway), *_chain()),
            customer_page=_relative(published.page(language), name),
            linked_data=Markup(  # noqa: S704 - escaped for a script element by its writer
                linked_data.of_professional_page(pathway, _professional_place(published, language))
            ),
        )
        .encode()
    )


def _page(
    published: Published, name: str, language: str, alternates: Mapping[str, str]
) -> dict[str, Any]:
    """Return what both pages of a pathway need."""
    pathway = published.pathway
    info = pathway.info
    around = frame(language, name, alternates, published.site, info)
    others = {code: other for code, other in around["alternates"].items() if code != language}
    return {
        **around,
        "pathway": pathway,
        "info": info,
        "parts": reading.parts(pathway),
        "numbers": reading.numbers(pathway),
        "municipalities": ", ".join(map(municipality, info.municipalities)),
        "calls": with_calls(pathway),
        "updated": reading.updated(info),
        "is_approved": info.status in _APPROVED,
        "is_described": bool(_described(pathway)),
        "other_languages": others,
        "stage_title_in": lambda stage, code: in_language(stage.title, code),
        "goals": pathway.of(Goal),
        "metrics": pathway.of(Metric),
        "promises": pathway.of(TimePromise),
        "makers": pathway.of(ParticipantGroup),
        "data_file": _relative(published.data_file, name),
    }


def _place(published: Published, language: str) -> linked_data.Place:
    name = published.page(language)
    return linked_data.Place(
        absolute(published.site, name),
        ((_linked(published, f"{language}/index.html", name), list_title()),),
        in_language(published.pathway.info.title, language) or _("Untitled"),
    )


def _professional_place(published: Published, language: str) -> linked_data.Place:
    name = published.professional_page(language)
    customers = _place(published, language)
    return linked_data.Place(
        absolute(published.site, name),
        (
            (_linked(published, f"{language}/index.html", name), list_title()),
            (_linked(published, published.page(language), name), customers.name),
        ),
        _("For professionals"),
    )


def _linked(published: Published, target: str, page: str) -> str:
    return absolute(published.site, target) or _relative(target, page)


Anchor = tuple[str, str]
"""A part of a page: its anchor, and what the contents call it."""


def _described(pathway: Pathway) -> tuple[Anchor, ...]:
    info = pathway.info
    if info.target_group or info.not_for or info.description:
        return (("about", _("Who this is for")),)
    return ()


def _customers_parts(pathway: Pathway) -> Iterator[Anchor]:
    yield from _goals(pathway)
    if pathway.stages:
        yield "board", _("The pathway as a picture")
    if pathway.channels:
        yield "channels", _("Contact details")
    if pathway.actors:
        yield "actors", _("Who does what")
    if pathway.info.glossary:
        yield "glossary", _("Words explained")
    yield from _chain()


def _goals(pathway: Pathway) -> Iterator[Anchor]:
    if any((pathway.of(Goal), pathway.of(TimePromise))):
        yield "goals", _("Goals")


def _chain() -> Iterator[Anchor]:
    yield "chain", _("About this pathway")
    yield "feedback", _("Feedback and your rights")


def _relative(name: str, page: str) -> str:
    """Return the address of a file of the site as it is seen from a page of it."""
    return relpath(name, page.rpartition("/")[0])


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
