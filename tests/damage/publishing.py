"""Damages to what is published, and to whether it may be."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from model import edits
from model.change import Add, Change
from model.codes import ContactKind, NoteKind, PathwayStatus
from model.parts import Contact, Link, PtvDescription
from model.pathway import Pathway
from model.records import Actor, Channel, Handover, Note, PathwayInfo, Stage
from model.text import Text
from tests.damage.damage import Damage, Ways, changed, cleared, cleared_each

LEAST_WORDS = 4
# An example of the authority's own instructions for the code; nobody has it.
IDENTITY_CODE = "131052-308T"
WORKER = "Diabeteshoitaja Maija Meikäläinen"


def _each_language(text: Text, change: Callable[[str], str]) -> Iterator[Text]:
    for language, words in text.items():
        yield {**text, language: change(words)}


def _reached(pathway: Pathway) -> list[Actor | Channel]:
    """Return those who have public contacts."""
    return [*pathway.actors, *pathway.channels]


def _rewritten(field: str, change: Callable[[str], str]) -> Ways:
    """Change a text of the pathway in one language at a time."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        info = pathway.info
        for text in _each_language(getattr(info, field), change):
            yield edits.update(pathway, info.id, **{field: text})

    return ways


def _appended(words: str) -> Ways:
    """Add words to what a public stage tells, in one language at a time."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for stage in pathway.stages:
            if stage.public:
                for text in _each_language(stage.more_info, lambda told: f"{told} {words}"):
                    yield edits.update(pathway, stage.id, more_info=text)

    return ways


def _titled(wording: Callable[[str], str]) -> Ways:
    """Give a public stage another title, in one language at a time."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for stage in pathway.stages:
            if stage.public:
                for text in _each_language(stage.title, wording):
                    yield edits.update(pathway, stage.id, title=text)

    return ways


def _summary_is_the_title(pathway: Pathway) -> Iterator[Change]:
    yield edits.update(pathway, pathway.info.id, summary=pathway.info.title)


def _long_names(pathway: Pathway) -> Iterator[Change]:
    long = "Pitkä nimi " * 10
    for channel in pathway.channels:
        yield edits.update(pathway, channel.id, name={"fi": f"{long}{channel.id}"})
    yield edits.update(pathway, pathway.info.id, title={"fi": long})


def _half_approved(pathway: Pathway) -> Iterator[Change]:
    approvals = pathway.info.approvals
    for field, nothing in (("role", {}), ("on", None)):
        half = tuple(replace(approval, **{field: nothing}) for approval in approvals)
        yield edits.update(pathway, pathway.info.id, approvals=half)
    other = tuple(replace(approval, version="0.1") for approval in approvals)
    yield edits.update(pathway, pathway.info.id, approvals=other)


def _addresses(change: Callable[[str], str]) -> Ways:
    """Change one address at a time: of contacts, of the feedback page, of rights."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for record in _reached(pathway):
            for place, contact in enumerate(record.contacts):
                if contact.kind is ContactKind.WEB:
                    other = replace(contact, value=change(contact.value))
                    contacts = (*record.contacts[:place], other, *record.contacts[place + 1 :])
                    yield edits.update(pathway, record.id, contacts=contacts)
        info = pathway.info
        if info.feedback:
            for url in _each_language(info.feedback.url, change):
                yield edits.update(pathway, info.id, feedback=replace(info.feedback, url=url))
        for place, link in enumerate(info.rights):
            for url in _each_language(link.url, change):
                links = (*info.rights[:place], replace(link, url=url), *info.rights[place + 1 :])
                yield edits.update(pathway, info.id, rights=links)

    return ways


def _link_without_address(pathway: Pathway) -> Iterator[Change]:
    link = Link(title={"fi": "Lisää tietoa aiheesta", "sv": "Mer om ämnet"})
    for stage in pathway.stages:
        if stage.public:
            yield edits.update(pathway, stage.id, links=(*stage.links, link))


def _contacts_of_a_worker(pathway: Pathway) -> Iterator[Change]:
    contacts = (
        Contact(kind=ContactKind.EMAIL, value="maija.meikalainen@esimerkki.example"),
        Contact(kind=ContactKind.PHONE, value="012 345 6799", text={"fi": WORKER, "sv": WORKER}),
    )
    for record in _reached(pathway):
        for contact in contacts:
            yield edits.update(pathway, record.id, contacts=(*record.contacts, contact))


def _ptv(*others: PtvDescription) -> Ways:
    def ways(pathway: Pathway) -> Iterator[Change]:
        for description in others:
            yield edits.update(pathway, pathway.info.id, ptv=description)

    return ways


def _small_letters(pathway: Pathway) -> Iterator[Change]:
    known = pathway.info.ptv
    if known:
        small = replace(known, target_groups=tuple(code.lower() for code in known.target_groups))
        yield edits.update(pathway, pathway.info.id, ptv=small)


def _nameless_actors(pathway: Pathway) -> Iterator[Change]:
    providers = {stage.actor for stage in pathway.stages if stage.public}
    for actor in pathway.actors:
        if actor.id in providers and actor.organisation:
            yield edits.update(pathway, actor.id, name={}, organisation={})


def _nameless_channels(pathway: Pathway) -> Iterator[Change]:
    used = {id for stage in pathway.stages if stage.public for id in stage.channels}
    for channel in pathway.channels:
        if channel.id in used:
            yield edits.update(pathway, channel.id, name={})


def _closed_link(pathway: Pathway) -> Iterator[Change]:
    link = Link(
        title={"fi": "Ohje työntekijälle", "sv": "Anvisning för personalen"},
        url={"fi": "https://esimerkki.sharepoint.com/sites/ketju"},
    )
    for stage in pathway.stages:
        if stage.public:
            yield edits.update(pathway, stage.id, links=(*stage.links, link))


def _note_says_the_same(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        for sentence in _sentences(stage):
            note = Note(
                id=f"{stage.id}-note", order="a9", kind=NoteKind.QUESTION, text={"fi": sentence}
            )
            yield Change("", (Add(note),))


def _private_field_says_the_same(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        for sentence in _sentences(stage):
            yield edits.update(pathway, stage.id, recording={"fi": f"Kirjaa näin. {sentence}"})


def _sentences(stage: Stage) -> Iterator[str]:
    """Yield the first sentence of what happens, when it is long enough to be meant."""
    first = stage.what_happens["fi"].split(". ")[0] if stage.public else ""
    if len(first.split()) >= LEAST_WORDS:
        yield first


def _is_linked(arrow: Handover) -> bool:
    return arrow.model_referral is not None


def _no_address(info: PathwayInfo, field: str) -> dict[str, Any]:
    link = getattr(info, field)
    return {field: replace(link, url={})} if link else {}


DAMAGES = (
    Damage("PUB-01", "no summary", cleared(PathwayInfo, "summary")),
    Damage(
        "PUB-01",
        "the summary is long",
        _rewritten("summary", lambda words: f"{words} " + "Ja vielä paljon muuta asiaa. " * 5),
    ),
    Damage("PUB-01", "the summary is the title", _summary_is_the_title),
    Damage(
        "PUB-01", "the summary has no full stop", _rewritten("summary", lambda w: w.rstrip("."))
    ),
    Damage("PUB-02", "a stage has a long title", _titled(lambda words: f"{words} {'pitkä ' * 20}")),
    Damage("PUB-02", "a channel or the pathway has a long name", _long_names),
    Damage(
        "PUB-03",
        "a review date is missing",
        cleared_each(PathwayInfo, "last_reviewed", "next_review"),
    ),
    Damage("PUB-04", "nobody has approved it", cleared(PathwayInfo, "approvals")),
    Damage("PUB-04", "the approval says less", _half_approved),
    Damage(
        "PUB-04",
        "it is still a draft",
        changed(PathwayInfo, lambda _info: {"status": PathwayStatus.DRAFT}),
    ),
    Damage(
        "PUB-05",
        "an address lacks its beginning",
        _addresses(lambda written: written.removeprefix("https://")),
    ),
    Damage("PUB-05", "an address holds a space", _addresses(lambda written: f"{written} sivu")),
    Damage(
        "PUB-05", "an address of the intranet", _addresses(lambda _w: "https://intra.esimerkki.fi/")
    ),
    Damage("PUB-05", "a link without an address", _link_without_address),
    Damage(
        "PUB-05",
        "a model referral without an address",
        changed(
            Handover,
            lambda _arrow: {"model_referral": Link(title={"fi": "Mallilähete"})},
            where=_is_linked,
        ),
    ),
    Damage("PUB-06", "no feedback link", cleared(PathwayInfo, "feedback")),
    Damage(
        "PUB-06",
        "a feedback link without an address",
        changed(PathwayInfo, lambda info: _no_address(info, "feedback")),
    ),
    Damage("PUB-07", "no accessibility statement", cleared(PathwayInfo, "accessibility_statement")),
    Damage(
        "PUB-07",
        "an accessibility statement without an address",
        changed(PathwayInfo, lambda info: _no_address(info, "accessibility_statement")),
    ),
    Damage("PUB-08", "an identity code in a text", _appended(f"Asiakas {IDENTITY_CODE}.")),
    Damage(
        "PUB-08",
        "a worker’s own address in a text",
        _appended("Kirjoita: maija.meikalainen@esimerkki.example."),
    ),
    Damage(
        "PUB-08",
        "a worker’s number in a text",
        _appended(f"{WORKER} vastaa puhelimeen 012 345 6799."),
    ),
    Damage("PUB-08", "contacts of a worker", _contacts_of_a_worker),
    Damage("PUB-09", "codes in small letters", _small_letters),
    Damage(
        "PUB-09",
        "codes that are none, too many, or without their target group",
        _ptv(
            PtvDescription(service_classes=("terveys",)),
            PtvDescription(service_classes=("P1.1", "P1.2", "P1.3", "P1.4", "P1.5")),
            PtvDescription(target_groups=("KR1",), life_events=("avioero",)),
            PtvDescription(target_groups=("KR2",), life_events=("KE1",)),
            PtvDescription(target_groups=("KR1",), industrial_classes=("86210",)),
            PtvDescription(ontology_terms=("diabetes",)),
            PtvDescription(ontology_terms=tuple(f"p{number}" for number in range(11))),
        ),
    ),
    Damage("PUB-10", "the pathway has no title", cleared(PathwayInfo, "title")),
    Damage("PUB-10", "a channel has no name", _nameless_channels),
    Damage("PUB-10", "an actor has no name", _nameless_actors),
    Damage("PUB-11", "a text refers to the intranet", _appended("Katso ohje: Intranet.")),
    Damage("PUB-11", "a text refers to Teams", _appended("Ohje on Teamsissa.")),
    Damage("PUB-11", "a text names the patient data system", _appended("Kirjaa se: Lifecare.")),
    Damage("PUB-11", "a link that opens to staff only", _closed_link),
    Damage("PUB-12", "a title is a diagnosis code", _titled(lambda _words: "F03.9")),
    Damage("PUB-12", "a title is a code of ICPC", _titled(lambda _words: "ICPC-2: P70")),
    Damage("PUB-13", "a note says the same", _note_says_the_same),
    Damage("PUB-13", "a private field says the same", _private_field_says_the_same),
)
