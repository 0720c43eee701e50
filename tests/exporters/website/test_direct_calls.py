"""What templates and the public part make the short way, beside the plain way to the same."""

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

import pytest
from jinja2 import (
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateAssertionError,
)
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from benchmarks.synthetic import synthetic
from exporters.website import pages, public, rendering
from exporters.website.direct_calls import DirectEnvironment
from exporters.website.library import as_published
from exporters.website.options import SiteOptions
from exporters.website.pages import Published, pathway_page, professional_page
from model.codes import HandoverKind
from model.messages import speaking
from model.pathway import Pathway
from model.records import Handover, Stage

SEEDS = range(50)
WORDS = (
    *("arvio", "1–4 kk", "<b>&", "paluu\r\nrivi", "- yksi\n- kaksi", "\u202eväärin", "\x01", " "),
    *('" onload="x', "'", "&amp;", "<script>1–2</script>", "{{ 7 * 7 }}", "112 <i>"),
)


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_by_direct_calls_equals_plain(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    language = ("fi", "sv", "en")[seed % 3]
    shown = as_published(_random(seed), (language,))
    published = Published(shown, shown.info.slug, SiteOptions())
    with speaking(language):

        def both() -> list[bytes]:
            customers = pathway_page(published, language, (language,), "")
            return [customers, professional_page(published, language, (language,))]

        directly = both()
        monkeypatch.setattr(pages, "templates", _plain)
        assert both() == directly


@pytest.mark.parametrize("seed", SEEDS)
def test_public_values_equals_plain(seed: int) -> None:
    languages = ("fi", "sv")[: 1 + seed % 2]
    for record in public.public_part(_random(seed), languages).values():
        plain = _readable(record, languages)
        assert public._readable(record, languages) == plain
    for word in WORDS:
        assert public.printable(word) == public._UNPRINTABLE.sub("", word)


@pytest.mark.parametrize(
    "template",
    [
        "{% macro icon(of) %}{{ of }}{% endmacro %}{{ icon('a') }}",
        "{% set icon = other %}{{ icon('a') }}",
        "{% for icon in others %}{{ icon('a') }}{% endfor %}",
        "{% macro drawn(icon) %}{{ icon('a') }}{% endmacro %}",
        "{% from 'drawings' import drawn as icon %}{{ icon('a') }}",
        "{% import 'drawings' as icon %}{{ icon('a') }}",
    ],
)
def test_a_template_cannot_take_the_name_of_a_function(template: str) -> None:
    with pytest.raises(TemplateAssertionError, match="icon"):
        _direct({"page": template}).get_template("page")


def test_a_macro_reached_by_a_dot_gets_the_block_that_it_calls_back() -> None:
    templates = {
        "boxes": "{% macro box(of) %}{{ of }}: {{ caller() }}{% endmacro %}",
        "page": "{% import 'boxes' as of %}{% call of.box('<') %}{{ icon('a') }}{% endcall %}",
    }
    assert _direct(templates).get_template("page").render() == "&lt;: <i>a</i>"


def _direct(templates: Mapping[str, str]) -> DirectEnvironment:
    def icon(name: str) -> Markup:
        return Markup("<i>{}</i>").format(name)

    return DirectEnvironment({"icon": icon}, loader=DictLoader(templates), autoescape=True)


@cache
def _plain() -> Environment:
    plain = Environment(
        loader=FileSystemLoader(rendering.TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    plain.globals.update(rendering.templates().globals)
    return plain


def _random(seed: int) -> Pathway:
    dice = Random(seed)  # noqa: S311 - nothing secret
    pathway = synthetic(dice.randint(1, 6), seed)
    changed: dict[str, Any] = {}
    for stage in pathway.stages:
        changed[stage.id] = _worded(dice, stage)
    for arrow in pathway.of(Handover):
        kind = dice.choice([None, *HandoverKind])
        changed[arrow.id] = replace(arrow, kind=kind, condition=_text(dice))
    return pathway.replacing(changed)


def _worded(dice: Random, stage: Stage) -> Stage:
    return replace(
        stage,
        public=dice.random() < 0.9,
        start=dice.random() < 0.3,
        title=_text(dice),
        what_happens=_text(dice),
        what_you_can_do=_text(dice),
        professional_text=_text(dice),
        entry_criteria=_text(dice),
    )


def _text(dice: Random) -> dict[str, str]:
    codes = dice.sample(["fi", "sv", "en", "se"], dice.randint(0, 3))
    return {code: " ".join(dice.choices(WORDS, k=dice.randint(1, 3))) for code in codes}


def _readable(value: Any, languages: Sequence[str]) -> Any:
    """Go through all there is, blank or not, every text through the pattern."""
    match value:
        case str() if type(value) is str:
            return public._UNPRINTABLE.sub("", value)
        case tuple():
            return tuple(_readable(each, languages) for each in value)
        case Mapping():
            return public.in_chosen(value, languages)
        case Struct():
            kind = type(value)
            fields = public._public_fields(kind)
            return kind(**{name: _readable(getattr(value, name), languages) for name in fields})
    return value
