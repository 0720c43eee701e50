"""The front page: its list, its five filters, and what stands there for the script."""

import re
from collections.abc import Mapping
from functools import cache

import pytest
from lxml.etree import _Element

from exporters.website.facets import values
from exporters.website.front import folded, front_pages
from exporters.website.library import as_published
from exporters.website.pages import Published
from model.codes import FeeKind, ProviderKind
from model.messages import speaking
from model.parts import Fee, GlossaryTerm
from model.pathway import Pathway
from model.records import Actor, Stage
from model.text import AgeRange
from tests.exporters.website.dom import attributes, found, parsed, text, the
from tests.exporters.website.filled import everything
from tests.exporters.website.libraries import library, pathway
from tests.exporters.website.test_hostile import HOSTILE

SLEEP = pathway(
    "uni",
    "Uni",
    Stage(
        id="s1",
        order="a0",
        title={"fi": "Univalmennus"},
        fee=Fee(kind=FeeKind.FREE),
        provider=ProviderKind.OWN,
    ),
    Actor(id="a1", order="a0", name={"fi": "Terveysasema"}),
    summary={"fi": "Apua unettomuuteen."},
    themes=({"fi": "Mielenterveys", "sv": "Psykisk hälsa"},),
    municipalities=("205", "290"),
    ages=AgeRange(youngest=18),
    glossary=(GlossaryTerm(term={"fi": "CBT-I"}, synonyms={"fi": "unettomuusterapia"}),),
    languages=("fi", "sv"),
)
MEMORY = pathway("muisti", "Muisti", ages=AgeRange(youngest=65), themes=({"fi": "Muisti"},))
ODD = pathway("aanet", "Äänet", municipalities=("205",), themes=({"fi": "Mielenterveys"},))
APPLE = pathway("omena", "Ångström")


def titles(page: bytes) -> list[str]:
    return [text(node) for node in found(parsed(page), "//ul[@id='entries']/li/h3")]


def entries(page: bytes) -> dict[str, dict[str, str]]:
    """Return what stands for the script at each entry, by title."""
    return {
        text(the(node, "./h3")): attributes(node)
        for node in found(parsed(page), "//ul[@id='entries']/li")
    }


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return library(SLEEP, MEMORY, ODD, APPLE)


def test_pathways_stand_in_the_order_of_the_finnish_alphabet(files: dict[str, bytes]) -> None:
    assert titles(files["fi/index.html"]) == ["Muisti", "Uni", "Ångström", "Äänet"]
    assert titles(files["index.html"]) == titles(files["fi/index.html"])


def test_each_choice_has_a_page_of_what_it_finds(files: dict[str, bytes]) -> None:
    assert titles(files["fi/rajaus/teema-mielenterveys.html"]) == ["Uni", "Äänet"]
    assert titles(files["sv/urval/tema-mielenterveys.html"]) == ["Uni", "Äänet"]
    assert titles(files["fi/rajaus/maksu-free.html"]) == ["Uni"]
    assert titles(files["fi/rajaus/tuottaja-own.html"]) == ["Uni"]


def test_what_is_not_limited_fits_every_municipality_and_age(files: dict[str, bytes]) -> None:
    assert titles(files["fi/rajaus/kunta-290.html"]) == ["Muisti", "Uni", "Ångström"]
    assert titles(files["fi/rajaus/ika-older.html"]) == ["Muisti", "Uni", "Ångström", "Äänet"]
    assert titles(files["fi/rajaus/ika-adults.html"]) == ["Uni", "Ångström", "Äänet"]


def test_choices_are_those_that_pathways_hold_and_tell_how_many_fit(
    files: dict[str, bytes],
) -> None:
    page = parsed(files["fi/index.html"])
    offered = {
        attributes(field)["name"]: [text(option) for option in found(field, "./option")][1:]
        for field in found(page, "//form//select")
    }
    assert offered["theme"] == ["Mielenterveys", "Muisti"]
    assert offered["municipality"] == ["Kajaani", "Kuhmo"]
    assert len(offered["group"]) == 2
    links = {
        attributes(the(node, "./a"))["href"]: text(the(node, "./span"))
        for node in found(page, "//nav//details//li")
    }
    assert links["../fi/rajaus/kunta-290.html"] == "(3)"
    assert set(offered) == {"theme", "municipality", "group", "fee", "provider"}


def test_choices_in_another_language_say_which() -> None:
    themes = ({"fi": "Mielenterveys"}, {"fi": "Uni", "sv": "Sömn"})
    one = pathway("a", "Yksi", themes=themes, languages=("fi", "sv"))
    two = pathway("b", "Kaksi", themes=({"fi": "Uni"},), languages=("fi", "sv"))
    files = library(one, two)
    front = parsed(files["sv/index.html"])
    options = {text(o): o.get("lang") for o in found(front, "//select[@name='theme']/option")[1:]}
    assert options == {"Mielenterveys": "fi", "Sömn": None}
    chosen = parsed(files["sv/urval/tema-mielenterveys.html"])
    spoken = found(chosen, "//*[@lang='fi'][not(self::html)]")
    own = [each.tag for each in spoken if text(each) == "Mielenterveys"]
    assert own == ["li", "span", "a"]


def test_the_order_of_pathways_does_not_make_the_leading_language_or_county() -> None:
    county = {"fi": "Esimerkin hyvinvointialue"}
    one = pathway("a", "Yksi", languages=("sv", "fi"), county=county)
    two = pathway("b", "Kaksi", languages=("fi", "sv"), county=county)
    other = pathway("c", "Kolme", languages=("fi",), county={"fi": "Toinen"})
    for pathways in ((one, two, other), (other, two, one)):
        front = parsed(library(*pathways)["index.html"])
        assert front.get("lang") == "fi"
        assert county["fi"] in text(the(front, "//header"))
    swedish = (one, pathway("d", "Neljä", languages=("sv", "fi")))
    assert parsed(library(*swedish)["index.html"]).get("lang") == "sv"


def test_the_form_offers_what_the_entries_say(files: dict[str, bytes]) -> None:
    page = parsed(files["sv/index.html"])
    for field in found(page, "//form//select"):
        name = attributes(field)["name"]
        keys = {attributes(option)["value"] for option in found(field, "./option")} - {""}
        held = {
            key
            for each in entries(files["sv/index.html"]).values()
            for key in each[f"data-{name}"].split()
        }
        assert keys == held


def test_a_site_without_anything_to_filter_by_offers_no_filter() -> None:
    page = parsed(library(pathway("a", "Uni"))["fi/index.html"])
    assert found(page, "//select") == found(page, "//details") == []
    assert len(found(page, "//input[@type='search']")) == 1


def test_a_pathway_is_found_by_its_stages_actors_and_other_names(
    files: dict[str, bytes],
) -> None:
    words = entries(files["fi/index.html"])["Uni"]["data-words"].split()
    assert {"uni", "univalmennus", "unettomuuteen", "mielenterveys", "cbt"} <= set(words)
    assert "unettomuusterapia" in words


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("Äänet & Ångström", "aanet angstrom"),
        ("CBT-I, 24/7", "cbt i 24 7"),
        ("Čielggadus", "cielggadus"),
        ("a_b", "a b"),
        ("<b>", "b"),
        ("  ", ""),
    ],
)
def test_words_are_folded_as_the_script_folds_them(typed: str, sought: str) -> None:
    assert folded(typed) == sought


def test_the_number_found_is_told_to_screen_readers(files: dict[str, bytes]) -> None:
    count = the(parsed(files["fi/index.html"]), "//*[@role='status']")
    assert text(count).startswith("4 ")
    assert {"data-one", "data-many", "data-none", "data-near"} <= set(attributes(count))
    assert "{count}" in attributes(count)["data-many"]


def test_a_long_list_has_an_index_of_letters() -> None:
    many = [pathway(f"p{n}", f"{'ABÄ'[n % 3]} {n}") for n in range(30)]
    page = parsed(library(*many, site=None)["fi/index.html"])
    assert [text(node) for node in found(page, "//nav[@id='letters']//a")] == ["A", "B", "Ä"]


def test_scripts_are_files_of_the_site_and_nothing_stands_inline(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        page = parsed(content)
        for script in found(page, "//script"):
            about = attributes(script)
            assert about.get("type") == "application/ld+json" or about["src"].endswith(
                ("site.js", "search.js")
            )
        assert found(page, "//@style/.. | //style") == []
        assert not [a for node in page.iter("*") for a in attributes(node) if a.startswith("on")]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_in_the_list_and_its_filters(words: str) -> None:
    assert shapes(words) == shapes("harmless words")


@cache
def shapes(words: str) -> list[list[str]]:
    """Return how the lists are built of which every text is `words`."""
    public = (
        as_published(everything(lambda _place: words), ("fi",)),
        as_published(pathway("b", "Öö"), ("fi",)),
    )
    with speaking("fi"):
        pages = front_pages([Published(each, each.info.slug) for each in public], ("fi",))
        return sorted(shape(parsed(content)) for _name, content in pages)


def shape(document: _Element) -> list[str]:
    return [" ".join([node.tag, *sorted(attributes(node))]) for node in document.iter("*")]


def test_themes_of_any_letters_have_pages_of_their_own() -> None:
    odd = pathway("a", "Uni", themes=({"fi": "北京"}, {"fi": "<b>"}, {"fi": "☂"}))
    files = library(odd)
    pages = [name for name in files if name.startswith("fi/rajaus/teema-")]
    assert len(pages) == 3
    assert all(re.fullmatch(r"fi/rajaus/teema-[a-z0-9-]+\.html", name) for name in pages)


@pytest.mark.parametrize(
    ("ages", "groups"),
    [
        (None, ()),
        (AgeRange(youngest=18), ("adults", "older")),
        (AgeRange(youngest=16, oldest=25), ("young", "adults")),
        (AgeRange(oldest=12), ("children",)),
        (AgeRange(youngest=70), ("older",)),
    ],
)
def test_age_groups(ages: AgeRange | None, groups: tuple[str, ...]) -> None:
    assert held(pathway("a", "Uni", ages=ages))["group"] == groups


def held(one: Pathway) -> Mapping[str, tuple[str, ...]]:
    return values(one)
