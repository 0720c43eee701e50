"""Municipality uncovered: a stage reaches every municipality of the pathway's area.

A municipality is covered by a channel that is not digital: on site there, by a mobile unit, at
home, by phone or on paper. A channel that names no municipalities serves the whole area. Where
the pathway does not list its municipalities, nothing can be said of stages whose channels do.
Municipalities that are not on the official list (as of 2022, with codes of three digits) cannot
be checked either.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import reading
from model.checks.review import Review
from model.checks.wording import NAMED, title, words
from model.codes import Severity, ptv
from model.messages import N_, _, ngettext
from model.records import Channel, PathwayInfo, Stage


def check(review: Review) -> Iterator[Said]:
    area = review.pathway.info.municipalities
    limited = False
    for stage in review.pathway.of(Stage):
        covered = _covered(stage, review) if stage.public else None
        if covered is None:
            continue
        limited = True
        missing = [code for code in area if code not in covered]
        if missing:
            message = _("“{title}” cannot be reached in {places} otherwise than digitally.")
            yield Said(
                about=stage.id,
                message=message.format(title=title(stage), places=_listed(missing)),
                also=stage.channels,
                field="channels",
            )
    if limited and not area:
        reason = _(
            "Some channels serve only certain municipalities, but the pathway does not list those "
            "of its area."
        )
        yield Said(about=None, message=reason, evaluated=False, field="municipalities")
    unknown = [code for code in area if ptv.municipality(code) is None]
    if unknown:
        reason = _("The list of municipalities does not have {codes}.").format(
            codes=", ".join(unknown)
        )
        yield Said(about=None, message=reason, evaluated=False, field="municipalities")


def _covered(stage: Stage, review: Review) -> set[str] | None:
    """Return the municipalities that the stage reaches, None for all of them."""
    found = [review.pathway.find(Channel, id) for id in stage.channels]
    channels = [channel for channel in found if channel is not None and not channel.digital]
    if not channels or not all(channel.municipalities for channel in channels):
        return None
    return {code for channel in channels for code in channel.municipalities}


def _listed(codes: list[str]) -> str:
    names = ", ".join(words(ptv.municipality(code) or {}) or code for code in codes[:NAMED])
    rest = len(codes) - NAMED
    if rest <= 0:
        return names
    return ngettext("{names} and {count} other", "{names} and {count} others", rest).format(
        names=names, count=rest
    )


RULE = Rule(
    id="ACC-06",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Municipality uncovered"),
    finds=N_(
        "A public stage that people of some municipality of the area can reach only digitally or "
        "not at all."
    ),
    why=N_("Services are to be equal in the whole county, also in its smallest municipality."),
    put_right=N_("Add a channel for the municipality: a mobile unit, home visits, phone or paper."),
    source="Kainuu programme (equal services); PTV (areas of a channel)",
    reads=reading(
        {
            PathwayInfo: {"municipalities"},
            Stage: {"order", "public", "channels"},
            Channel: {"digital", "municipalities"},
        },
    ),
    check=check,
)
