"""What comparing and joining say in numbers."""

from designer.merging import Joined
from model.describe import Comparison, What, compare
from model.messages import _, ngettext, spoken_language
from model.pathway import Pathway


def counts_in_words(comparison: Comparison) -> list[str]:
    """Say how many things are new, changed and removed; what there is none of is not said."""
    added, changed, removed = (
        comparison.count(what) for what in (What.ADDED, What.CHANGED, What.REMOVED)
    )
    words = [
        ngettext("{count} added", "{count} added", added).format(count=added) if added else "",
        ngettext("{count} changed", "{count} changed", changed).format(count=changed)
        if changed
        else "",
        ngettext("{count} removed", "{count} removed", removed).format(count=removed)
        if removed
        else "",
    ]
    return [said for said in words if said]


def joined_in_words(before: Pathway, after: Pathway, joining: Joined, name: str) -> str:
    """Say what came of joining a version: what it brought, and what is left to settle."""
    parts = counts_in_words(what_came(before, after, joining)) or [_("nothing new")]
    if joining.questions:
        parts.append(to_settle(len(joining.questions)))
    return _("Joined “{name}”: {what}").format(name=name, what=", ".join(parts))


def what_came(before: Pathway, after: Pathway, joining: Joined) -> Comparison:
    """Compare before and after joining; the notes that ask are not counted."""
    asking = {each.note: None for each in joining.questions if each.note in after}
    return compare(before, after.replacing(asking), spoken_language())


def to_settle(count: int) -> str:
    return ngettext("{count} to settle", "{count} to settle", count).format(count=count)
