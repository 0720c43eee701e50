"""Libraries of many pathways, as a county's could be once all its chains are described.

Each is a sample with a title, themes, municipalities, ages, fees and dates of its own, of another
length, and with a word of its own in every sentence, so that nothing is remembered from one to the
next. The same number gives the same library.
"""

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, Final

from msgspec.structs import replace

from benchmarks.text_rich import with_word
from model import file
from model.codes import FeeKind, PathwayStatus, ProviderKind
from model.parts import Approval, Fee
from model.pathway import Pathway
from model.records import AnyRecord, PathwayInfo, Stage
from model.text import AgeRange, Text

SAMPLES: Final = ("t2d", "monipalvelu", "unettomuus", "nepsy", "omaishoitaja")
_FOLDER: Final = Path(__file__).parents[1] / "samples"
_FIRST_DAY: Final = date(2026, 1, 5)

_TOPICS: Final = (
    ("Sydämen vajaatoiminta", "Hjärtsvikt"),
    ("Aivohalvaus", "Stroke"),
    ("Kohonnut verenpaine", "Förhöjt blodtryck"),
    ("Astma", "Astma"),
    ("Keuhkoahtaumatauti", "Kroniskt obstruktiv lungsjukdom"),
    ("Muistisairaus", "Minnessjukdom"),
    ("Masennus", "Depression"),
    ("Ahdistuneisuus", "Ångest"),
    ("Syömishäiriö", "Ätstörning"),
    ("Päihteiden käyttö", "Bruk av rusmedel"),
    ("Rahapelaaminen", "Penningspelande"),
    ("Selkäkipu", "Ryggsmärta"),
    ("Nivelrikko", "Artros"),
    ("Lonkkamurtuma", "Höftfraktur"),
    ("Osteoporoosi", "Benskörhet"),
    ("Pitkäaikainen kipu", "Långvarig smärta"),
    ("Rintasyöpä", "Bröstcancer"),
    ("Eturauhassyöpä", "Prostatacancer"),
    ("Suolistosyöpä", "Tarmcancer"),
    ("Palliatiivinen hoito", "Palliativ vård"),
    ("Lapsen ylipaino", "Övervikt hos barn"),
    ("Lihavuus", "Fetma"),
    ("Uniapnea", "Sömnapné"),
    ("Epilepsia", "Epilepsi"),
    ("Migreeni", "Migrän"),
    ("Parkinsonin tauti", "Parkinsons sjukdom"),
    ("MS-tauti", "MS-sjukdom"),
    ("Kaatumisen ehkäisy", "Förebyggande av fall"),
    ("Kotihoidon aloittaminen", "Att få hemvård"),
    ("Kotiutuminen sairaalasta", "Hem från sjukhuset"),
    ("Omaishoito", "Närståendevård"),
    ("Vammaispalvelut", "Funktionshinderservice"),
    ("Lapsiperheen tuki", "Stöd till barnfamiljer"),
    ("Lastensuojelun jälkihuolto", "Eftervård inom barnskyddet"),
    ("Lähisuhdeväkivalta", "Våld i nära relationer"),
    ("Ero perheessä", "Skilsmässa i familjen"),
    ("Raskaus ja synnytys", "Graviditet och förlossning"),
    ("Lapsettomuus", "Barnlöshet"),
    ("Vaihdevuodet", "Klimakteriet"),
    ("Suun terveys", "Munhälsa"),
    ("Näkövamma", "Synskada"),
    ("Kuulovamma", "Hörselskada"),
    ("Puheen kehitys", "Talets utveckling"),
    ("Oppimisvaikeudet", "Inlärningssvårigheter"),
    ("Koulupoissaolot", "Skolfrånvaro"),
    ("Nuorten mielenterveys", "Ungas psykiska hälsa"),
    ("Työttömän terveys", "Arbetslösas hälsa"),
    ("Asunnottomuus", "Bostadslöshet"),
    ("Velat ja toimeentulo", "Skulder och utkomst"),
    ("Maahan muuttaneen alkuvaihe", "Första tiden för invandrare"),
)
_FORMS: Final = (
    ("{}", "{}"),
    ("{}: ikääntyneet", "{}: äldre"),
    ("{}: nuoret", "{}: unga"),
    ("{}: kuntoutus", "{}: rehabilitering"),
)
_THEMES: Final[tuple[Text, ...]] = (
    {"fi": "Pitkäaikaissairaudet", "sv": "Långtidssjukdomar"},
    {"fi": "Mielenterveys ja päihteet", "sv": "Psykisk hälsa och missbruk"},
    {"fi": "Lapset, nuoret ja perheet", "sv": "Barn, unga och familjer"},
    {"fi": "Ikääntyneet", "sv": "Äldre"},
    {"fi": "Vammaisuus", "sv": "Funktionsnedsättning"},
    {"fi": "Syöpä", "sv": "Cancer"},
    {"fi": "Kuntoutus", "sv": "Rehabilitering"},
    {"fi": "Elintavat ja terveyden edistäminen", "sv": "Levnadsvanor och hälsofrämjande"},
    {"fi": "Työ, toimeentulo ja asuminen", "sv": "Arbete, utkomst och boende"},
    {"fi": "Liikkuminen, tuki ja liikuntaelimet", "sv": "Rörelseorganen"},
)
_MUNICIPALITIES: Final = ("105", "205", "290", "578", "620", "697", "765", "777")
_AGES: Final = (
    None,
    AgeRange(youngest=18),
    AgeRange(youngest=65),
    AgeRange(youngest=13, oldest=25),
    AgeRange(oldest=17),
)


def library(count: int) -> list[Pathway]:
    """Return that many pathways with ids and titles of their own."""
    samples = [file.read(_FOLDER / f"{name}.ketju") for name in SAMPLES]
    titles = [
        {"fi": form[0].format(topic[0]), "sv": form[1].format(topic[1])}
        for form, topic in product(_FORMS, _TOPICS)
    ]
    return [
        _pathway(number, samples[number % len(samples)], _numbered(titles, number))
        for number in range(count)
    ]


def _numbered(titles: list[dict[str, str]], number: int) -> Text:
    turn, place = divmod(number, len(titles))
    return {code: f"{words} {turn + 1}" if turn else words for code, words in titles[place].items()}


def _pathway(number: int, sample: Pathway, title: Text) -> Pathway:
    chance = Random(number)  # noqa: S311 - variety, the same each time
    word = f"v{number:04}"
    shown = {stage.id for stage in sample.stages[: chance.randint(5, len(sample.stages))]}
    records = (_varied(record, word, shown, chance) for record in sample.values())
    return Pathway(
        [
            *(r for r in records if not isinstance(r, PathwayInfo)),
            _info(sample, number, title, chance),
        ]
    )


def _varied(record: AnyRecord, word: str, shown: set[str], chance: Random) -> AnyRecord:
    told: dict[str, Any] = {
        field: with_word(getattr(record, field), word)
        for field in record.__struct_fields__
        if field not in {"id", "order"}
    }
    varied = replace(record, **told)
    if not isinstance(varied, Stage):
        return varied
    return replace(
        varied,
        public=varied.id in shown,
        fee=Fee(kind=chance.choice(list(FeeKind))),
        provider=chance.choice(list(ProviderKind)),
    )


def _info(sample: Pathway, number: int, title: Text, chance: Random) -> PathwayInfo:
    reviewed = _FIRST_DAY + timedelta(days=chance.randint(0, 300))
    return replace(
        sample.info,
        id=f"pathway-{number:04}",
        title=title,
        slug={},
        summary={
            "fi": f"Näin saat apua, kun asia on {title['fi'].lower()}.",
            "sv": f"Så får du hjälp när saken gäller {title['sv'].lower()}.",
        },
        themes=tuple(chance.sample(_THEMES, chance.randint(1, 2))),
        municipalities=tuple(
            sorted(chance.sample(_MUNICIPALITIES, chance.choice((0, 1, 3, len(_MUNICIPALITIES)))))
        ),
        ages=chance.choice(_AGES),
        county={"fi": "Esimerkin hyvinvointialue", "sv": "Exempel välfärdsområde"},
        languages=("fi", "sv"),
        status=PathwayStatus.APPROVED,
        approvals=(Approval(role={"fi": "Omistaja", "sv": "Ägare"}, on=reviewed, version="1"),),
        last_reviewed=reviewed,
        version="1",
    )
