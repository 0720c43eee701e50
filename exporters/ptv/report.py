"""What went to PTV and what did not, in words: for the person who keeps the county's PTV."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exporters.ptv.lost import lost_fields, lost_of_channel, lost_of_pathway
from exporters.ptv.making import Made
from exporters.ptv.outcome import Entry, InPtv, LeftOut, Outcome
from exporters.ptv.texts import too_long
from exporters.website.words import language_name
from model.codes import PathwayStatus
from model.codes.ptv import limits, municipalities
from model.describe.captions import caption
from model.ids import Id
from model.messages import _, ngettext, spoken_language
from model.text import quoted

_APPROVED = frozenset({PathwayStatus.APPROVED, PathwayStatus.PUBLISHED})


def report_name() -> str:
    """Return the name of the report's file, in the language in force."""
    return {"fi": "puuttuu.txt", "sv": "saknas.txt"}.get(spoken_language(), "missing.txt")


def summary(made: Made) -> Sequence[str]:
    """Return how many were left out, and each of them."""
    return (*_tallies(made), *_left_out(made))


def report(made: Made) -> Iterator[str]:
    """Yield the lines of the report."""
    title = _("To the Service Catalogue (PTV): {pathway}").format(
        pathway=_caption(made, made.source.pathway.info.id)
    )
    yield title
    yield "=" * len(title)
    yield from _section(_("What was made"), _counts(made))
    yield from _section(_("Left out, and what to do"), _left_out(made))
    yield from _section(_("Written, but not whole"), _incomplete(made))
    yield from _section(_("Look at and complete in PTV"), _to_check(made))
    yield from _section(_("What PTV cannot hold"), _lost(made))
    yield from _section(_("How to go on"), _how_to_go_on())


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield title
        yield "-" * len(title)
        yield from (f"- {line}" for line in lines)


def _counts(made: Made) -> Iterator[str]:
    if isinstance(made.collection, Entry):
        yield _("The pathway became a service collection.")
    else:
        yield _("The pathway did not become a service collection.")
    yield from _tallies(made)


def _tallies(made: Made) -> Iterator[str]:
    stages = _tally(made.stages)
    yield ngettext(
        "Of {all} public stage: {new} new services, {known} that PTV has, {out} left out.",
        "Of {all} public stages: {new} new services, {known} that PTV has, {out} left out.",
        len(made.stages),
    ).format(all=len(made.stages), **stages)
    channels = _tally(made.channels)
    yield ngettext(
        "Of {all} public channel: {new} new channels, {known} that PTV has, {out} left out.",
        "Of {all} public channels: {new} new channels, {known} that PTV has, {out} left out.",
        len(made.channels),
    ).format(all=len(made.channels), **channels)


def _tally(outcomes: Mapping[Id, Outcome]) -> dict[str, int]:
    kinds = {"new": Entry, "known": InPtv, "out": LeftOut}
    return {
        name: sum(isinstance(outcome, kind) for outcome in outcomes.values())
        for name, kind in kinds.items()
    }


def _left_out(made: Made) -> Iterator[str]:
    if isinstance(made.collection, LeftOut):
        yield f"{_named(made, made.collection.about)}: {'; '.join(made.collection.reasons)}."
    for reason, names in _gathered(made, _reasons(made.stages)).items():
        words = ngettext("Stage {names}: {reason}.", "Stages {names}: {reason}.", len(names))
        yield words.format(names=", ".join(names), reason=reason)
    for reason, names in _gathered(made, _reasons(made.channels)).items():
        words = ngettext("Channel {names}: {reason}.", "Channels {names}: {reason}.", len(names))
        yield words.format(names=", ".join(names), reason=reason)


def _reasons(outcomes: Mapping[Id, Outcome]) -> Iterator[tuple[str, Id]]:
    for outcome in outcomes.values():
        if isinstance(outcome, LeftOut):
            yield from ((reason, outcome.about) for reason in outcome.reasons)


def _of_stages(made: Made, told: Iterable[tuple[str, Id]]) -> Iterator[str]:
    """Yield each thing that is told once, with the names of all stages that it is told of."""
    for what, names in _gathered(made, told).items():
        words = ngettext("{what}: stage {names}.", "{what}: stages {names}.", len(names))
        yield words.format(what=what, names=", ".join(names))


def _of_channels(made: Made, told: Iterable[tuple[str, Id]]) -> Iterator[str]:
    for what, names in _gathered(made, told).items():
        words = ngettext("{what}: channel {names}.", "{what}: channels {names}.", len(names))
        yield words.format(what=what, names=", ".join(names))


def _gathered(made: Made, told: Iterable[tuple[str, Id]]) -> Mapping[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for what, id in told:
        names[what].append(_("“{title}”").format(title=_caption(made, id)))
    return names


def _incomplete(made: Made) -> Iterator[str]:
    for outcome in (made.collection, *made.stages.values(), *made.channels.values()):
        notes = [*outcome.notes] if isinstance(outcome, Entry) else []
        notes += made.links.notes.get(outcome.about, ())
        if notes:
            yield f"{_named(made, outcome.about)}: {'; '.join(dict.fromkeys(notes))}."
    yield from made.classes.notes
    yield from _long_themes(made)
    yield from _unknown_municipalities(made)
    for code in made.source.refused_languages:
        yield _("PTV takes no texts in this language: {language}.").format(
            language=language_name(code)
        )


def _long_themes(made: Made) -> Iterator[str]:
    for theme in made.source.pathway.info.themes:
        for language in made.source.languages:
            count = limits.counted(theme.get(language, ""))
            if count > limits.KEYWORD:
                told = too_long(_("Themes"), language, count, limits.KEYWORD)
                yield f"{told}."


def _unknown_municipalities(made: Made) -> Iterator[str]:
    codes = [
        *made.source.pathway.info.municipalities,
        *(code for channel in made.source.pathway.channels for code in channel.municipalities),
    ]
    for code in dict.fromkeys(codes):
        if code not in municipalities():
            message = _("“{code}” was left out: it is not in PTV’s list of municipalities.")
            yield message.format(code=quoted(code))


def _to_check(made: Made) -> Iterator[str]:
    if made.source.pathway.info.status not in _APPROVED:
        yield _("The pathway has not been approved yet: do not publish it in PTV.")
    if any(isinstance(outcome, Entry) for outcome in _all(made)):
        yield _("All new entries are drafts: somebody looks at them in PTV and publishes them.")
    if made.classes.missing and _any_service(made):
        message = _("PTV publishes a service only when it has {kinds}: choose them in PTV.")
        yield message.format(kinds=", ".join(made.classes.missing))
    if _any_service(made):
        yield _(
            "All services have the pathway’s service classes, terms, target groups and life "
            "events: choose those that suit each one."
        )
        yield _(
            "The funding of services follows the actor’s sector, and a service whose way of "
            "production is not told is written as the organisation’s own."
        )
    if any(
        isinstance(each, Entry) and "accessibilityClassification" in each.body
        for each in made.channels.values()
    ):
        yield _("The accessibility of electronic services is written as not known: correct it.")


def _any_service(made: Made) -> bool:
    return any(isinstance(outcome, Entry) for outcome in made.stages.values())


def _all(made: Made) -> tuple[Outcome, ...]:
    return (made.collection, *made.stages.values(), *made.channels.values())


def _lost(made: Made) -> Iterator[str]:
    yield from lost_of_pathway(made.source.pathway)
    stages, channels = made.source.pathway.stages, made.source.pathway.channels
    ways = [(len(made.source.pathway.leaving(stage.id)), stage.id) for stage in stages]
    yield from _of_stages(made, ((_ways(count), id) for count, id in ways if count))
    yield from _of_stages(
        made,
        (
            (field, stage.id)
            for stage in stages
            if isinstance(made.stages[stage.id], Entry)
            for field in lost_fields(stage)
        ),
    )
    yield from _of_channels(
        made,
        (
            (part, channel.id)
            for channel in channels
            if isinstance(made.channels[channel.id], Entry)
            for part in lost_of_channel(channel)
        ),
    )


def _ways(count: int) -> str:
    words = ngettext("{count} handover onward", "{count} handovers onward", count)
    return words.format(count=count)


def _how_to_go_on() -> Iterator[str]:
    yield _(
        "The file requests.json lists the requests of PTV’s open interface (version 11) in the "
        "order in which they can be made. Ketjupaja sends nothing."
    )
    yield _(
        "New entries are known by the id in “sourceId”. When PTV has given them ids of its own, "
        "write these into Ketjupaja (the fields “PTV service” and “PTV channel”) and export again: "
        "then the service collection lists them."
    )


def _named(made: Made, id: Id) -> str:
    if id in made.stages:
        words = _("Stage “{title}”")
    elif id in made.channels:
        words = _("Channel “{title}”")
    else:
        words = _("Pathway “{title}”")
    return words.format(title=_caption(made, id))


def _caption(made: Made, id: Id) -> str:
    pathway = made.source.pathway
    return " ".join(caption(pathway[id], pathway, spoken_language()).split())
