"""What the publishing window says in its one line: what is next, and what was done."""

from pathlib import Path
from typing import Final

from designer.publishing.choices import Choices
from designer.publishing.gate import Why
from designer.publishing.plan import Fate
from designer.publishing.words import never_emptied, summary
from designer.ui.publishing.looking import Looked
from model.messages import _

_APPROVAL_HELPS: Final = (Why.NOT_APPROVED, Why.CONTENT_NOT_KEPT, Why.FINDING, Why.NEVER)
"""Reasons that are gone with a new approval, when nothing stops that."""


def what_is_next(looked: Looked, choices: Choices) -> str:
    """Say what publishing would do, or what is to be done before."""
    if not looked.plan.site:
        return _what_first(looked)
    if choices.folder is None:
        return _("Choose the folder where the site is written.")
    return summary(looked.plan)


def what_was_written(choices: Choices, folder: Path) -> str:
    """Say where the site lies now, and what it lacks."""
    words = _("Published to {folder}.").format(folder=folder)
    if choices.address:
        return words
    lacking = _("Without a web address it has no sitemap and no feed of changes.")
    return f"{words} {lacking}"


def _what_first(looked: Looked) -> str:
    """Say why the site would be empty, and what helps."""
    if looked.plan.of(Fate.WITHDRAWN):
        return never_emptied()
    if any(reason.why in _APPROVAL_HELPS for reason in looked.ready.reasons):
        return _("Nothing can be published yet: put right what stops it, then approve the pathway.")
    own = next(entry for entry in looked.plan.entries if entry.id == looked.pathway.info.id)
    other = next((reason for reason in own.reasons if reason.why not in _APPROVAL_HELPS), None)
    if other is None:
        return _("Nothing can be published yet: approve the pathway first.")
    return " ".join((_("Nothing can be published yet."), other.words))
