"""What people call sections, givers and figures of completeness."""

from collections.abc import Mapping

from model.codes import Sector
from model.codes.names import name_of_code
from model.completeness.measure import Count, Gap, State
from model.completeness.parts import Giver, Role, Section
from model.messages import N_, _, ngettext

_SECTIONS: Mapping[Section, str] = {
    Section.BASICS: N_("Basics"),
    Section.ARC: N_("Arc and stages"),
    Section.CUSTOMER_TEXTS: N_("Customers’ texts"),
    Section.HANDOVERS: N_("Handovers and responsibilities"),
    Section.TIMES: N_("Times"),
    Section.CHANNELS: N_("Channels and contacts"),
    Section.METRICS: N_("Goals and metrics"),
    Section.PARTICIPATION: N_("Participation and workshops"),
    Section.LANGUAGES: N_("Language versions"),
    Section.PUBLISHING: N_("Publishing"),
}

_ROLES: Mapping[Role, str] = {
    Role.OWNER: N_("Owner"),
    Role.WORKING_GROUP: N_("Working group"),
    Role.COMMUNICATIONS: N_("Communications"),
    Role.UNSORTED: N_("Actors without a sector"),
}


def name_of_section(section: Section) -> str:
    return _(_SECTIONS[section])


def name_of_giver(giver: Giver) -> str:
    """Return who it is, with a capital."""
    if isinstance(giver, Sector):
        return _capital(name_of_code(giver))
    return _(_ROLES[giver])


def name_of_state(state: State) -> str:
    return {
        State.THERE: _("Recorded"),
        State.MISSING: _("Missing"),
        State.UNKNOWN: _("Could not be evaluated"),
        State.ACCEPTED: _("Accepted as missing"),
    }[state]


def gap_in_words(gap: Gap) -> str:
    """Return what it is that must be there: “ISBAR: background”."""
    what = _(gap.requirement.what)
    if gap.requirement.of is not None:
        what = _("{what}: {part}").format(what=what, part=name_of_code(gap.requirement.of))
    return _capital(what)


def share_in_words(count: Count) -> str:
    """Return the share: “83 %”, or a dash when nothing is required."""
    return "–" if count.percent is None else f"{count.percent}\N{NO-BREAK SPACE}%"


def count_in_words(count: Count) -> str:
    """Return the figure with all that must be known of it: what is missing, unknown, accepted."""
    if not count.required:
        return _("Nothing is required.")
    total = _("{share} of what is required is in order ({settled}/{required})").format(
        share=share_in_words(count), settled=count.settled, required=count.required
    )
    parts = (
        (count.missing, ngettext("{count} missing", "{count} missing", count.missing)),
        (
            count.unknown,
            ngettext(
                "{count} could not be evaluated", "{count} could not be evaluated", count.unknown
            ),
        ),
        (
            count.accepted,
            ngettext("{count} accepted as missing", "{count} accepted as missing", count.accepted),
        ),
    )
    open_parts = ", ".join(words.format(count=many) for many, words in parts if many)
    return f"{total}: {open_parts}" if open_parts else total


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
