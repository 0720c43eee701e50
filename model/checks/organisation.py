"""An organisation's own profile, read from what it writes in `ketjupaja.toml`.

    name = "Järvialue"
    based_on = "publishing"       # workshop, coordination (when not said) or publishing
    languages = ["fi", "sv"]      # asked for in every pathway, besides its own

    [severity]
    STR-12 = "warning"            # error, warning or info

    [off]
    OWN-12 = "Työpajoja pidetään kaksi."   # why the rule is not asked

    [thresholds.STR-12]
    most_stages = 40

The table [publishing] beside these is read by `designer.publishing.choices`. It is read strictly:
what is not known is refused, so that no misspelt line is passed over.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from model.checks.catalogue import CHECKS
from model.checks.finding import Rule
from model.checks.profiles import COORDINATION, ORGANISATION, PROFILES, Profile
from model.codes import Severity
from model.messages import N_, _

MOST_BYTES = 64 * 1024
MOST_CHARACTERS = 80
"""In the organisation's name, which stands in a box for choosing."""
_MOST_DOTS = 100
"""On one line: keys in keys in keys take the square of their number in time and room."""
HIGHEST = 10_000
"""A number in a rule is between 0 and this."""

_BASES = tuple(profile.name for profile in PROFILES)
_SEVERITIES = tuple(each.value for each in Severity if each is not Severity.OFF)
_LANGUAGE = re.compile("[a-z]{2,3}")  # as in pathways
_TOP = ("name", "based_on", "languages", "severity", "off", "thresholds", "publishing")


class OrganisationError(ValueError):
    """What was written is refused; the words say what and where, without the file's name."""


def read_organisation(data: bytes, rules: Iterable[Rule] = CHECKS) -> Profile:
    """Return the profile that a file's content makes, or raise OrganisationError."""
    written = tables(data)
    known = {rule.id: rule for rule in rules}
    _refuse_unknown(written, _TOP, "")
    profile = Profile(
        name=ORGANISATION,
        title=_name(written),
        use=N_("As your organisation asks: its own weights, numbers and languages."),
        based_on=_one_of(written.get("based_on", COORDINATION.name), _BASES, "based_on"),
        languages=_languages(written.get("languages", [])),
        severities={
            id: Severity(_one_of(value, _SEVERITIES, f"severity.{id}"))
            for id, value in _by_rule(written, "severity", known)
        },
        off={id: _reason(value, f"off.{id}") for id, value in _by_rule(written, "off", known)},
        thresholds={
            id: _numbers(value, known[id]) for id, value in _by_rule(written, "thresholds", known)
        },
    )
    for id in profile.off:
        if id in profile.severities or id in profile.thresholds:
            raise OrganisationError(
                _("{key}: the rule is switched off, yet set elsewhere too.").format(key=f"off.{id}")
            )
    return profile


def tables(data: bytes) -> dict[str, Any]:
    """Return what a file holds, of which nothing is checked yet, or raise OrganisationError."""
    import tomllib

    if len(data) > MOST_BYTES:
        raise OrganisationError(_("the file is larger than 64 KiB."))
    for number, written in enumerate(data.split(b"\n"), 1):
        if written.count(b".") > _MOST_DOTS:
            raise OrganisationError(_not_toml(number))
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise OrganisationError(_("the file is not text in UTF-8.")) from error
    except (ValueError, RecursionError) as error:  # numbers too long and tables too deep as well
        line = re.search(r"\(at line (\d+)", str(error))
        message = _not_toml(int(line[1])) if line else _("the file cannot be read as TOML.")
        raise OrganisationError(message) from error


def _not_toml(line: int) -> str:
    return _("line {line} cannot be read as TOML.").format(line=line)


def _refuse_unknown(table: Mapping[str, Any], known: Collection[str], within: str) -> None:
    for key in table:
        if key not in known:
            raise OrganisationError(
                _("{key} is not known; known are {known}.").format(
                    key=f"{within}{_shown(key)}", known=", ".join(known) or "–"
                )
            )


def _name(written: Mapping[str, Any]) -> str:
    name = written.get("name")
    if not isinstance(name, str) or not name.strip():
        raise OrganisationError(_("name: the name of the organisation is missing."))
    if len(name) > MOST_CHARACTERS or not name.isprintable():
        message = _("name: at most {count} characters on one line.")
        raise OrganisationError(message.format(count=MOST_CHARACTERS))
    return name.strip()


def _one_of(value: object, allowed: Collection[str], key: str) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise OrganisationError(
            _("{key}: “{value}” is not one of {allowed}.").format(
                key=key, value=_shown(value), allowed=", ".join(allowed)
            )
        )
    return value


def _languages(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise OrganisationError(_('languages: a list is needed, such as ["fi", "sv"].'))
    for code in value:
        if not isinstance(code, str) or not _LANGUAGE.fullmatch(code):
            message = _("languages: “{value}” is not the code of a language, such as fi.")
            raise OrganisationError(message.format(value=_shown(code)))
    return tuple(dict.fromkeys(value))


def _by_rule(
    written: Mapping[str, Any], key: str, known: Mapping[str, Rule]
) -> Iterable[tuple[str, Any]]:
    table = written.get(key, {})
    if not isinstance(table, dict):
        raise OrganisationError(
            _("{key}: a table is needed, [{key}] on a line of its own.").format(key=key)
        )
    for id in table:
        if id not in known:
            raise OrganisationError(
                _("{key}: there is no such rule; “ketjupaja rules” lists them.").format(
                    key=f"{key}.{_shown(id)}"
                )
            )
    return table.items()


def _reason(value: object, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise OrganisationError(
            _("{key}: a reason is needed for switching the rule off.").format(key=key)
        )
    return value.strip()


def _numbers(value: object, rule: Rule) -> Mapping[str, int]:
    key = f"thresholds.{rule.id}"
    if not isinstance(value, dict):
        raise OrganisationError(
            _("{key}: a table is needed, [{key}] on a line of its own.").format(key=key)
        )
    _refuse_unknown(value, rule.thresholds, f"{key}.")
    for name, number in value.items():
        if type(number) is not int or not 0 <= number <= HIGHEST:
            raise OrganisationError(
                _("{key}: a whole number from 0 to {highest} is needed.").format(
                    key=f"{key}.{name}", highest=HIGHEST
                )
            )
    return value


def _shown(value: object) -> str:
    """Return what stands in the file so that it fits into a sentence."""
    words = "".join(letter if letter.isprintable() else " " for letter in str(value))
    return words if len(words) <= MOST_CHARACTERS else f"{words[:MOST_CHARACTERS]}…"
