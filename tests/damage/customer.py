"""Damages to what customers read.

Texts are damaged in Finnish, which every complete pathway has.
"""

from collections.abc import Callable, Iterator
from typing import Any

from model import edits
from model.change import Change
from model.codes import StageKind
from model.parts import Link
from model.pathway import Pathway
from model.records import Actor, Channel, Phase, Stage
from tests.damage.damage import Damage, Ways, changed, cleared, of_the_pathway

LONG = (
    "Hoitaja kysyy sinulta, miten olet voinut, miten nukut, mitä syöt, miten liikut, mitä "
    "lääkkeitä käytät, kuka sinua auttaa, mikä sinua huolettaa eniten ja millaista apua toivot "
    "meiltä nyt ja myöhemmin tänä vuonna."
)
_HEAVY = (
    "Terveydenhuollon ammattihenkilöiden yhteistoiminta edellyttää kirjallista tiedonvaihtoa. "
    "Palvelukokonaisuuden järjestämisvastuu määräytyy hyvinvointialueen päätöksenteossa. "
    "Asiakassuunnitelman toteutumisen seuranta tapahtuu säännöllisesti. "
    "Kuntoutussuunnitelman tavoitteiden saavuttaminen selviää yhteistyökokouksessa."
)
HEAVY = "\n\n".join([_HEAVY] * 3)
_PASSIVE = (
    "Sinut ohjataan sinne. Aika annetaan heti. Asia kerrotaan sinulle. Siitä sovitaan ajoissa."
)
PASSIVE = "\n\n".join([_PASSIVE] * 4)
PARAGRAPH = "Hoitaja soittaa. Kerrot voinnistasi. Saat ajan. Tulet käymään. Sovitte jatkosta."


def _public(stage: Stage) -> bool:
    return stage.public


def _said(field: str, words: Callable[[str], str]) -> Ways:
    """Change the Finnish text in a field of each public stage that has one."""

    def change(stage: Stage) -> dict[str, Any]:
        text = getattr(stage, field)
        return {field: {**text, "fi": words(text["fi"])}}

    return changed(Stage, change, lambda stage: stage.public and "fi" in getattr(stage, field))


def _no_contact_at_a_start(pathway: Pathway) -> Iterator[Change]:
    """Take away every contact of a start: of its channels and of who answers for it."""
    for stage in pathway.stages:
        if stage.start and stage.public and stage.kind is not StageKind.SELF_CARE:
            near = [*stage.channels, *([stage.actor] if stage.actor else [])]
            contacted = [id for id in near if isinstance(pathway.get(id), Actor | Channel)]
            yield edits.together("", [edits.update(pathway, id, contacts=()) for id in contacted])


def _linked(title: dict[str, str]) -> Ways:
    link = Link(title=title, url={"fi": "https://www.example.fi/ohje"})
    return changed(Stage, lambda stage: {"links": (*stage.links, link)}, _public)


DAMAGES = (
    Damage(
        "CUS-01",
        "a stage does not tell what happens",
        cleared(Stage, "what_happens", where=_public),
    ),
    Damage(
        "CUS-02",
        "a stage does not tell what one can do",
        cleared(Stage, "what_you_can_do", where=_public),
    ),
    Damage(
        "CUS-03", "the pathway does not tell how to get help", of_the_pathway("how_to_get_help")
    ),
    Damage(
        "CUS-03",
        "a start does not tell how to make contact",
        _no_contact_at_a_start,
        frozenset({"RES-07"}),
    ),
    Damage(
        "CUS-04",
        "an abbreviation of professionals",
        _said("what_happens", lambda words: f"{words} PTH tekee lähetteen ESH:hon."),
    ),
    Damage(
        "CUS-04",
        "a term of professionals",
        _said("what_you_can_do", lambda words: f"{words} Lue epikriisi ennen käyntiä."),
    ),
    Damage("CUS-05", "a sentence of over 30 words", _said("what_happens", lambda _words: LONG)),
    Damage("CUS-06", "all is said in the passive", _said("what_happens", lambda _words: PASSIVE)),
    Damage("CUS-07", "a paragraph of five sentences", _said("what_happens", lambda _w: PARAGRAPH)),
    Damage("CUS-08", "no link to rights", of_the_pathway("rights")),
    Damage(
        "CUS-09",
        "an exclamation mark",
        _said("what_you_can_do", lambda words: f"{words.rstrip('.')}!"),
    ),
    Damage(
        "CUS-09",
        "praise",
        _said("what_happens", lambda words: f"{words} Palvelu on ainutlaatuinen."),
    ),
    Damage("CUS-10", "a link is called “here”", _linked({"fi": "tästä"})),
    Damage(
        "CUS-10", "a link is called by its address", _linked({"fi": "https://www.example.fi/ohje"})
    ),
    Damage("CUS-10", "a link without words", _linked({})),
    Damage("CUS-11", "a phase has no name", cleared(Phase, "title")),
    Damage("CUS-11", "an actor has no name", cleared(Actor, "name")),
    Damage("CUS-11", "the pathway has no title", of_the_pathway("title")),
    Damage("CUS-12", "long words", _said("what_happens", lambda _words: HEAVY)),
    Damage(
        "CUS-13",
        "an abbreviation that nobody knows",
        _said("what_happens", lambda words: f"{words} Kysy lisää XTVS-tiimiltä."),
    ),
    Damage(
        "CUS-13",
        "an abbreviation among professionals",
        _said("entry_criteria", lambda words: f"{words} XTVS-pisteet ovat yli 20."),
    ),
)
