"""Where a walk can begin: where customers come in, and with the stories that are kept."""

from collections.abc import Iterator
from typing import NamedTuple

from designer.ui.customer_walk import walking
from designer.ui.customer_walk.stepping import state_of
from designer.ui.customer_walk.walking import Walking
from designer.ui.customer_walk.words import Way
from model.edits import name_of
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Stage, Story
from model.story import called
from model.text import in_language


class Beginning(NamedTuple):
    """What the button says, and the walk that it begins; None for a story without steps."""

    way: Way
    walking: Walking | None


def beginnings(
    pathway: Pathway, under_way: Walking | None, selected: Id | None, language: str
) -> Iterator[Beginning]:
    """Yield the walk under way, where customers come in, the stage selected, and the stories."""
    if under_way is not None:
        count = len(under_way.steps)
        steps = ngettext("{count} step", "{count} steps", count).format(count=count)
        name = called(under_way.step, pathway, language) or _("Stage without a name")
        yield Beginning(Way(_("Go on with the walk under way"), name, steps), under_way)
    begun = walking.starts(pathway)
    for stage in begun:
        yield _from(pathway, stage, _("The customer comes in here"), language)
    chosen = pathway.find(Stage, selected)
    if chosen is not None and chosen not in begun:
        yield _from(pathway, chosen, _("Selected on the board"), language)
    if not begun and chosen is None and pathway.stages:
        yield _from(pathway, pathway.stages[0], _("The first stage"), language)
    for story in pathway.of(Story):
        persona = in_language(story.persona, language)
        count = len(story.steps)
        steps = ngettext("{count} step", "{count} steps", count).format(count=count)
        note = "  ·  ".join(filter(None, (_("Kept story"), steps, persona)))
        title = name_of(story, language) or _("Story without a name")
        state, is_broken = state_of(story, pathway)
        way = Way(title, state, note, gap="text" if is_broken else "")
        yield Beginning(way, walking.opened(story))


def _from(pathway: Pathway, stage: Stage, note: str, language: str) -> Beginning:
    name = in_language(stage.title, language) or _("Stage without a name")
    return Beginning(Way(name, "", note), walking.begin(pathway, stage.id))
