"""A plan in words, for the terminal and the window."""

from collections.abc import Iterator

from designer.publishing.plan import Entry, Fate, Plan
from designer.terminal import Line
from model.describe import Comparison, day_in_words
from model.messages import N_, _, ngettext, spoken_language
from model.parts import Approval
from model.text import in_language

FATES = {
    Fate.NEW: N_("New"),
    Fate.CHANGED: N_("Changed"),
    Fate.UNCHANGED: N_("Unchanged"),
    Fate.LEFT_OUT: N_("Does not go out"),
    Fate.STAYS: N_("Stays as it was published: its file is not among these"),
    Fate.WITHDRAWN: N_("Is taken off the site"),
}
_STYLES = {Fate.LEFT_OUT: "bold red", Fate.WITHDRAWN: "yellow", Fate.STAYS: "yellow"}
_FATES_IN_ORDER = (
    Fate.LEFT_OUT,
    Fate.WITHDRAWN,
    Fate.NEW,
    Fate.CHANGED,
    Fate.STAYS,
    Fate.UNCHANGED,
)


def plan_lines(plan: Plan) -> Iterator[Line]:
    """Say what goes out, what not and why, and what changes."""
    for fate in _FATES_IN_ORDER:
        entries = plan.of(fate)
        if not entries:
            continue
        yield Line(f"{_(FATES[fate])} ({len(entries)})", _STYLES.get(fate, "bold"))
        for entry in entries:
            yield from _entry_lines(entry)
        yield Line("")
    yield Line(summary(plan), "bold")


def _entry_lines(entry: Entry) -> Iterator[Line]:
    file = f" ({entry.file})" if entry.file else ""
    yield Line(f"  {entry.title}{file}")
    for words in remarks(entry):
        yield Line(f"    {words}")
    if entry.changes is not None:
        for words in changes_in_words(entry.changes):
            yield Line(f"    {words}", "dim")


def remarks(entry: Entry) -> Iterator[str]:
    """Say why an entry does not go out, and what else is to be known of it."""
    for reason in entry.reasons:
        yield f"{reason.words} ({reason.rule})" if reason.rule else reason.words
    if entry.fate is Fate.LEFT_OUT and entry.site is not None:
        yield _("What was published of it earlier stays as it is.")
    if entry.unapproved is not None:
        yield _("It was edited after the approval; those changes do not go out.")


def changes_in_words(comparison: Comparison) -> Iterator[str]:
    """Say how a pathway differs, a line for each thing."""
    for part in comparison.parts:
        for difference in part.differences:
            yield f"{part.heading}: {difference.heading}"
            yield from (f"  {line}" for line in difference.lines)
    if comparison.moved:
        yield ngettext(
            "{count} thing only lies elsewhere on the board",
            "{count} things only lie elsewhere on the board",
            len(comparison.moved),
        ).format(count=len(comparison.moved))


def approval_in_words(approval: Approval) -> str:
    """Say who approved and when."""
    role = in_language(approval.role, spoken_language()) or _("(no role)")
    day = day_in_words(approval.on) if approval.on else ""
    return _("Approved {day}: {role}").format(day=day, role=role)


def summary(plan: Plan) -> str:
    """Say in one sentence what publishing does."""
    if not plan.site:
        return never_emptied() if plan.of(Fate.WITHDRAWN) else _("Nothing goes out.")
    if not plan.changes_something:
        return _(
            "No pathway has changed since the last publication; the look, the title and the "
            "address of the site are brought up to date."
        )
    counts = (
        (Fate.NEW, N_("new: {count}")),
        (Fate.CHANGED, N_("changed: {count}")),
        (Fate.WITHDRAWN, N_("taken off: {count}")),
        (Fate.LEFT_OUT, N_("left out: {count}")),
    )
    told = [_(words).format(count=len(plan.of(fate))) for fate, words in counts if plan.of(fate)]
    whole = ngettext(
        "{count} pathway on the site: {what}.",
        "{count} pathways on the site: {what}.",
        len(plan.site),
    )
    return whole.format(count=len(plan.site), what=", ".join(told))


def never_emptied() -> str:
    """Say why the last pathway of a site cannot be withdrawn."""
    return _(
        "Nothing would be left on the site, and a site is never emptied: nothing is taken off. "
        "Publish another pathway at the same time, or take the whole site off the server."
    )
