"""What people write over the columns of their tables, beside what our own forms say."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from exporters.excel.description import STAGES
from exporters.excel.layout import in_all_languages
from exporters.table.mapping import (
    NEXT,
    NOTE,
    PARTICIPANTS,
    TIME_LIMIT,
    fields_of,
    sheet_of_rows,
)
from model.describe.captions import KINDS
from model.entry.tables import ACTOR_WORDS, PHASE_WORDS, STAGE_WORDS

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "stages": {
        "title": "vaiheen otsikko, prosessin vaihe, prosessivaihe, ketjun vaihe, toiminto, "
        "työvaihe, stegets rubrik, processteg, åtgärd, process step, activity, step name, "
        "stage name",
        "actor": "vastuullinen, vastuullinen toimija, vastuuhenkilö, vastuuyksikkö, tekijä, "
        "vastaa, kaista, ansvarig aktör, ansvarig enhet, utförare, responsible actor, "
        "responsible party, owner, lane",
        "phase": "vaiheen päävaihe, pääprosessi, osaprosessi, jakso, huvudskede, skede, "
        "main phase, section",
        "kind": "tyyppi, vaiheen laji, laji, typ, stegtyp, type, stage type",
        "what_happens": "kuvaus, vaiheen kuvaus, selite, selitys, sisältö, toiminta, "
        "mitä tehdään, beskrivning, innehåll, vad görs, description, stage description, "
        "details, what is done",
        "what_you_can_do": "omahoito, itsehoito, asiakkaan ohje, ohje asiakkaalle, egenvård, "
        "anvisning för kunden, self-care, instructions for the customer",
        "more_info": "lisätiedot, lisätietoa, mer information, tilläggsuppgifter, more information",
        "channels": "kanava, kanavat, asiointikanava, asiointikanavat, palvelukanava, "
        "kanal, kanaler, servicekanal, channel, channels",
        "duration": "kesto, aika-arvio, varaktighet, längd, duration",
        "entry_criteria": "kriteerit, tulokriteerit, edellytykset, kriterier, criteria, "
        "entry criteria, preconditions",
        "exit_criteria": "siirtymisen kriteerit, päättymiskriteerit, utgångskriterier, "
        "exit criteria",
        "professional_text": "ammattilaisen ohje, ohje ammattilaiselle, työohje, "
        "arbetsanvisning, instructions for professionals",
        "recording": "kirjaaminen, kirjaus, dokumentering, anteckning, recording, documentation",
        "topics": "asiasanat, avainsanat, nyckelord, ämnesord, key words, keywords",
        NEXT: "seuraava vaihe, seuraavat vaiheet, seuraava, seuraavaksi, sitten, jatkuu, "
        "siirtyy vaiheeseen, minne, nästa steg, nästa, följande steg, följande, därefter, "
        "next stage, next stages, next step, next steps, next, then goes to, goes to, leads to",
        TIME_LIMIT: "määräaika, aikaraja, tavoiteaika, hoitotakuu, enimmäisaika, tidsfrist, "
        "tidsgräns, måltid, maxtid, time target, deadline, target time, max time",
        PARTICIPANTS: "osallistujat, muut osallistujat, muut toimijat, mukana, osallistuu, "
        "yhteistyötahot, deltagare, övriga deltagare, deltar, andra aktörer, "
        "participants, other actors, others, takes part",
        NOTE: "huomautus, huomautukset, huomioita, huomiot, huom, kommentti, kommentit, "
        "muistiinpanot, lisähuomiot, anmärkning, anmärkningar, obs, kommentar, kommentarer, "
        "anteckningar, note, notes, comment, comments, remarks",
    },
    "handovers": {
        "source": "lähtövaihe, mistä, mistä vaiheesta, lähde, från, från steg, utgångssteg, "
        "varifrån, from, source, from step",
        "target": "kohdevaihe, minne, mihin, mihin vaiheeseen, kohde, till, till steg, vart, "
        "målsteg, to, target, to step",
        "condition": "ehto, ehdot, milloin, villkor, när, condition, when",
        "kind": "tyyppi, siirtymän laji, typ, type",
        "information": "tieto, tiedot, siirtyvä tieto, information, uppgifter, data",
        "customer_told": "kerrotaan asiakkaalle, asiakkaalle kerrotaan, information till kunden",
        "media": "väline, keino, tapa, medium, sätt, means",
        "trigger": "laukaisija, käynnistäjä, utlösare, trigger",
    },
    "phases": {"description": "selite, sisältö, innehåll, content, details"},
    "actors": {
        "name": "toimijan nimi, taho, yksikön nimi, aktörens namn, actor name",
        "role": "rooli, tehtävä ketjussa, roll, uppgift i kedjan, role",
        "organisation": "organisaation nimi, organization, organisationens namn",
        "sector": "toimiala, ala, ryhmä, bransch, grupp, group",
        "unit": "toimipaikka, toimipiste, verksamhetsställe, office",
    },
    "channels": {
        "name": "kanavan nimi, palvelukanava, kanalens namn, servicekanal, channel name",
        "kind": "tyyppi, kanavan tyyppi, laji, typ, kanaltyp, type, channel type",
        "digital": "digitaalinen, onko sähköinen, elektronisk, electronic",
        "hours": "aukioloajat, aukiolo, palveluaika, öppettider, hours",
        "description": "selite, innehåll, details",
    },
    "tasks": {
        "title": "toimenpide, toimenpiteet, tehtävän nimi, mitä tehdään, mitä, åtgärd, "
        "vad görs, to do, action, what",
        "responsible": "vastuuhenkilö, vastuullinen, vastuutaho, vastuu, tekijä, kuka, ansvarig "
        "person, ansvarig, vem, assignee, owner, who",
        "due": "määräaika, määräpäivä, eräpäivä, deadline, milloin, aikataulu, mennessä, "
        "förfallodag, tidsfrist, tidtabell, när, due, due date, when, schedule",
        "done": "valmis, tila, suoritettu, färdig, utförd, status, completed, finished",
        "about": "vaihe, kohde, aihe, steg, ämne, stage, subject",
    },
    "goals": {
        "title": "tavoitteen nimi, päämäärä, målsättning, goal name, objective",
        "need": "tarve, perustelu, behov, motivering, need, why",
    },
    "metrics": {
        "title": "mittari, tunnusluku, indikaattori, mätare, indikator, nyckeltal, metric, "
        "indicator, measure",
        "kind": "tyyppi, typ, type",
        "definition": "laskentatapa, määritelmä, kuvaus, definition, beskrivning, description",
        "unit": "yksikkö, enhet, unit",
        "source": "lähde, tietolähde, tietojärjestelmä, källa, datakälla, source, data source",
        "baseline": "lähtötaso, nykytaso, utgångsläge, nuläge, baseline, current value",
        "target": "tavoite, tavoitetaso, mål, målnivå, target, goal",
        "interval": "seurantaväli, kuinka usein, uppföljningsintervall, hur ofta, interval",
        "responsible": "vastuuhenkilö, vastuutaho, ansvarig person, owner",
    },
}
_ENTERED: Final = {"title": STAGE_WORDS, "actor": ACTOR_WORDS, "phase": PHASE_WORDS}
"""What headers of a list that is pasted on the board mean."""

_PARENTHESIS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NUMBERING: Final = re.compile(r"^\d+(\.\d+)*[.)]?\s+")


def plain(words: str) -> str:
    """Return the words over a column for comparing: small letters, no signs, no parentheses."""
    words = re.sub(r"-\s*\n\s*", "", words)  # divided at the end of a line
    words = _NUMBERING.sub("", _PARENTHESIS.sub(" ", words).strip())
    return " ".join(re.sub(r"[*:.?!_\"”]+", " ", words).split()).casefold()


@cache
def own_words(rows: str) -> Mapping[str, str]:
    """Return the fields of such rows by what our own forms and lists call them."""
    found: dict[str, str] = {}
    for field in fields_of(rows):
        names = list(in_all_languages(field.caption))
        if field.key in ("title", "name"):  # a column of stages is called "Stage"
            names += in_all_languages(KINDS[sheet_of_rows(rows).kind])
        for name in names:
            found.setdefault(plain(name), field.key)
    return found


@cache
def other_words(rows: str) -> Mapping[str, str]:
    """Return the fields of such rows by what else people call them."""
    found: dict[str, str] = {}
    for key, names in _WORDS[rows].items():
        for name in names.split(","):
            found.setdefault(plain(name), key)
    if rows == STAGES.key:
        for key, words in _ENTERED.items():
            for name in sorted(words):
                found.setdefault(plain(name), key)
    return {name: key for name, key in found.items() if name not in own_words(rows)}


@cache
def sheet_words(rows: str) -> frozenset[str]:
    """Return what a sheet with such rows may be called."""
    sheet = sheet_of_rows(rows)
    names = (*in_all_languages(sheet.title), *in_all_languages(KINDS[sheet.kind]))
    return frozenset(map(plain, names))
