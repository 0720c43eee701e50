"""A note that comes to be once it has words."""

from designer.ui.canvas.capture.drafts import Draft
from model import notes
from model.change import Change
from model.notes import Anchor
from model.pathway import Pathway


class NoteDraft(Draft):
    """A note on `anchor`; the first sign written tells its kind (`model.notes`)."""

    def __init__(self, anchor: Anchor) -> None:
        self._anchor = anchor

    def made(self, pathway: Pathway, words: str, language: str) -> Change:
        return notes.add_note(pathway, self._anchor, words, language)

    def planned(self, pathway: Pathway, words: str, language: str) -> Change:
        del words
        return notes.add_note(pathway, self._anchor, "", language)
