"""`ketjupaja publish`: shows the plan, then writes the site."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from designer.organisation import OrganisationFileError
from designer.publishing.choices import Choices, site_options
from designer.publishing.earlier import PREVIEW, Earlier, EarlierError, last_publication
from designer.publishing.gate import draft, verdict
from designer.publishing.outgoing import publish, refuse_place
from designer.publishing.plan import GOES_OUT, Fate, Plan, Wish, planned
from designer.publishing.words import never_emptied, plan_lines
from designer.publishing.works import Opened, opened, publishing_choices
from designer.terminal import (
    FAILED,
    UNREADABLE,
    NotUnderstoodError,
    RefusedError,
    progress_bar,
    show,
    tell,
)
from model.file import UnreadableFileError
from model.ids import Id
from model.messages import LANGUAGES, _


class Asked(NamedTuple):
    """What the command line says; None and () where it says nothing."""

    targets: Sequence[Path]
    out: Path | None
    languages: str | None
    address: str | None
    theme: Path | None
    logo: Path | None
    withdraw: Sequence[str]
    kind: str
    writes: bool


def run(asked: Asked, settings: Path, today: date) -> int:
    """Plan, show, write unless only the plan was asked for; return the exit code.

    2 when something could not be read, 1 when something was left out, else 0.
    """
    choices, out = _choices(asked, settings)
    site = site_options(choices)
    if asked.kind == PREVIEW:  # without what leads to the site that is online
        site = replace(site, is_preview=True, base_address="")
    try:
        earlier = last_publication(out, asked.kind)
    except EarlierError as error:
        raise RefusedError(str(error)) from error
    refuse_place(out)
    works = opened(asked.targets, settings)
    unreadable = (Path(each.file) for each in works.unread)
    refuse_place(out, [*(each.file for each in works.works if each.file is not None), *unreadable])
    plan = _plan(works, earlier, asked, choices, today)
    show(plan_lines(plan))
    for unread in plan.unread:
        tell(unread.reason)
    if not asked.writes:
        tell(_("Nothing was written: this was a dry run."))
    elif plan.site:
        if not site.base_address and asked.kind != PREVIEW:
            tell(_missing_address())
        with progress_bar(_("Publishing")) as progress:
            publish(plan, site, out, progress, asked.kind)
        tell(_("Published: {folder}").format(folder=out))
    return _exit_code(plan)


def _plan(works: Opened, earlier: Earlier, asked: Asked, choices: Choices, today: date) -> Plan:
    wish = Wish(
        today=today,
        languages=choices.languages,
        withdraw=_withdrawn(asked.withdraw, earlier),
    )
    judge = draft if asked.kind == PREVIEW else verdict
    with progress_bar(_("Checking")) as progress:
        plan = planned(works.works, earlier, wish, judge, progress)
    _refuse_withdrawals(plan, wish)
    return replace(plan, unread=works.unread)


def _choices(asked: Asked, settings: Path) -> tuple[Choices, Path]:
    try:
        choices = publishing_choices(asked.targets, settings)
    except OrganisationFileError as error:
        raise UnreadableFileError(str(error)) from error
    said = {"address": asked.address, "theme": asked.theme, "logo": asked.logo, "folder": asked.out}
    choices = replace(choices, **{name: value for name, value in said.items() if value is not None})
    if asked.languages is not None:
        choices = replace(choices, languages=_languages(asked.languages))
    # What an organisation chose is where the real site lies: a preview says its own folder.
    out = asked.out if asked.kind == PREVIEW else choices.folder
    if out is None:
        raise NotUnderstoodError(_("Name the folder to publish to: --out FOLDER."))
    return choices, out


def _languages(written: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(filter(None, (code.strip() for code in written.split(",")))))
    for code in codes:
        if code not in LANGUAGES:
            raise NotUnderstoodError(
                _("“{name}” is not known; known are {known}.").format(
                    name=code, known=", ".join(LANGUAGES)
                )
            )
    return codes


def _withdrawn(names: Sequence[str], earlier: Earlier) -> frozenset[Id]:
    """Find what is to be taken off the site by the names of pages, or by ids."""
    by_name: defaultdict[str, set[Id]] = defaultdict(set)
    for id, pathway in earlier.pathways.items():
        for name in (id, *pathway.info.slug.values()):
            by_name[name].add(id)
    for name in names:
        if name not in by_name:
            raise NotUnderstoodError(
                _("“{name}” is not on the site; there are {known}.").format(
                    name=name, known=", ".join(sorted(by_name)) or "–"
                )
            )
        if len(by_name[name]) > 1:
            raise NotUnderstoodError(
                _("“{name}” names several pathways; name one by its id: {known}.").format(
                    name=name, known=", ".join(sorted(by_name[name]))
                )
            )
    return frozenset(id for name in names for id in by_name[name])


def _refuse_withdrawals(plan: Plan, wish: Wish) -> None:
    """Refuse what was asked for and would not be done."""
    for entry in plan.of(*GOES_OUT):
        if entry.id in wish.withdraw:
            raise RefusedError(
                _(
                    "“{title}” cannot be taken off the site: its file ({file}) is among these. "
                    "Take the file away or archive the pathway."
                ).format(title=entry.title, file=entry.file)
            )
    if not plan.site and plan.of(Fate.WITHDRAWN):
        raise RefusedError(never_emptied())


def _missing_address() -> str:
    return _(
        "No web address was given (--address): the site works, but has no sitemap, no feed of "
        "changes and no canonical addresses."
    )


def _exit_code(plan: Plan) -> int:
    if plan.unread:
        return UNREADABLE
    return FAILED if plan.of(Fate.LEFT_OUT) or not plan.site else 0
