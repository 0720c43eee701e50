"""What the publishing window says in its one line: what is next, and what was done."""

from pathlib import Path

from designer.publishing.choices import Choices
from designer.publishing.words import summary
from designer.ui.publishing.looking import Looked
from model.messages import _


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
    if looked.ready.reasons:
        return _("Nothing can be published yet: put right what stops it, then approve the pathway.")
    return _("Nothing can be published yet: approve the pathway first.")
