"""From a pathway and what was asked of it to the picture that is drawn, whatever the format."""

from exporters.diagram import marks, words
from exporters.diagram.parts import Cut, cut_lane, cut_phase, cut_stages, picture_of
from exporters.diagram.picture import Picture
from exporters.exporter import ExportError
from exporters.part import OneLane, OnePhase, OneStory, Part, Since, SomeStages, Whole
from model.layout import board as lay_out
from model.layout import font_measure
from model.messages import _
from model.pathway import Pathway
from model.records import Story
from model.text import quoted


def pictured(pathway: Pathway, language: str, part: Part) -> Picture:
    """Lay out a part of a board; its words are in the language in force (`speaking`).

    Raises ExportError when the pathway has no such part.
    """
    measure = font_measure()
    if isinstance(part, Since):
        joined = marks.both(part.before, pathway)
        kinds = marks.kinds_of(part.before, pathway, language)
        board = marks.numbered(lay_out(joined, measure, language), joined, pathway, language)
        whole = Picture(board, joined)
        return marks.with_differences(whole, kinds, words.clean(part.name))
    board = lay_out(pathway, measure, language)
    match part:
        case Whole():
            return Picture(board, pathway)
        case OnePhase(phase=phase):
            cut = cut_phase(pathway, board, phase)
        case OneLane(actor=actor):
            cut = cut_lane(pathway, board, actor)
        case SomeStages(stages=stages):
            cut = cut_stages(pathway, board, stages)
        case OneStory(story=id):
            story = pathway.find(Story, id)
            steps = story.steps if story else ()
            cut = cut_stages(pathway, board, [step.stage for step in steps if step.stage])
            if story is not None:
                name = words.story_title(story, language)
                if cut is None:
                    raise ExportError(
                        _("The story “{name}” has no steps on the board.").format(name=quoted(name))
                    )
                walk = picture_of(pathway, board, cut, language)
                return marks.with_steps(walk, story, name)
    return picture_of(pathway, board, _there(cut), language)


def _there(cut: Cut | None) -> Cut:
    if cut is None:
        raise ExportError(_("There is nothing to draw: the pathway has no such part any more."))
    return cut
