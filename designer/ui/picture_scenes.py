"""The states of the window that pictures are taken of, each arranged as a user would come to it."""

from typing import TYPE_CHECKING, NamedTuple

from designer.ui.panel_switch import Below

if TYPE_CHECKING:
    from collections.abc import Callable

    from designer.ui.main_window import MainWindow
    from designer.ui.presentation import Presentation


class Picture(NamedTuple):
    """`sample` is the name of one (None: the start screen), `arrange` what is done before."""

    name: str
    language: str
    sample: str | None
    arrange: "Callable[[MainWindow], None]"


def _as_it_is(window: "MainWindow") -> None:
    del window


def _handover(window: "MainWindow") -> None:
    """Select the handover of which most is said, with its common sections unfolded."""
    from model.records import Handover

    def said(handover: Handover) -> int:
        empty: tuple[object, ...] = (None, "", (), {})
        values = (getattr(handover, field) for field in handover.__struct_fields__)
        return sum(value not in empty for value in values)

    window.workspace.toggle_findings()
    handovers = window.workspace.file.document.pathway.handovers
    window.board.select_and_show(max(handovers, key=said).id)
    for section in window.workspace.inspector.form.sections[1:3]:
        section.unfold()


def _presented(does: "Callable[[Presentation], None]") -> "Callable[[MainWindow], None]":
    """Return what shows the stage with most ways onward to the room, and then `does` that."""

    def arrange(window: "MainWindow") -> None:
        from designer.ui.actions.presenting import present
        from designer.ui.presentation import Presentation

        pathway = window.board.pathway
        stage = max(pathway.stages, key=lambda stage: len(pathway.leaving(stage.id)))
        window.board.select((stage.id,))
        present(window)
        presentation = window.findChild(Presentation)
        if presentation is not None:
            presentation.showNormal()  # the screen that is not there is a small one
            presentation.resize(window.size())
            does(presentation)
            presentation.wall.jump()

    return arrange


def _findings(window: "MainWindow") -> None:
    from model.checks import COORDINATION

    findings = window.workspace.findings
    findings.choose_profile(COORDINATION)
    stages = {stage.id for stage in window.workspace.file.document.pathway.stages}
    line = next(line for line in findings.lines if line.about in stages)
    findings.choose_line(line)
    window.board.select_and_show(line.about or "")


def _naming(window: "MainWindow") -> None:
    """Begin the stage after another one, with the list of actors open."""
    window.board.select_and_show(window.board.pathway.stages[3].id)
    window.board.add_stage()
    _write("Ryhmätapaaminen @")


def _quick_add(window: "MainWindow") -> None:
    window.board.select_and_show(window.board.pathway.stages[3].id)
    window.board.quick_add.open()
    _write("Unikoulu alkaa @Terveysaseman hoitaja #Hoito ja tuki")


def _write(words: str) -> None:
    """Type where the keyboard is, as an input method does."""
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    focused = QApplication.focusWidget()
    typed = QInputMethodEvent()
    typed.setCommitString(words)
    if focused is not None:
        QApplication.sendEvent(focused, typed)


LIST = """# Hoito ja tuki
Terveysaseman hoitaja: Unikoulu alkaa
- Unipäiväkirja
- Ensimmäinen tapaaminen
  - Vuoteessaoloajan rajoittaminen
  - Rentoutus
Ryhmän ohjaaja: Ryhmätapaaminen
Seurantasoitto
"""


def _paste_preview(window: "MainWindow") -> None:
    from designer.ui.paste_preview import preview_list

    window.board.select_and_show(window.board.pathway.stages[3].id)
    preview_list(window.board, LIST)


def _connecting(window: "MainWindow") -> None:
    window.board.select_and_show(window.board.pathway.stages[3].id)
    window.board.connect_from_selected()


def _palette(window: "MainWindow") -> None:
    window.actions_by_name["palette"].trigger()
    _write("hoit")


def _find(window: "MainWindow") -> None:
    window.actions_by_name["find"].trigger()
    _write("hoi")


def _far(window: "MainWindow") -> None:
    """Show the whole board, so small that its texts are bars."""
    window.board.zoom_to(0.25)


def _near(window: "MainWindow") -> None:
    """Look at a part of the board at 100 %, with the map of all of it."""
    window.board.zoom_to(1.0)
    window.board.select_and_show(window.board.pathway.stages[8].id)


def _folded(window: "MainWindow") -> None:
    from designer.ui.canvas import folding

    pathway = window.board.pathway
    ids = [pathway.actors[1].id, pathway.actors[2].id, pathway.phases[1].id]
    folding.toggle(window.board, ids)


def _tidy(window: "MainWindow") -> None:
    """Wait for the proposal, as a user does."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    window.actions_by_name["tidy"].trigger()
    while window.board.tidying.is_searching:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _removing(window: "MainWindow") -> None:
    window.board.select_and_show(window.board.pathway.actors[1].id)
    window.board.remove_selected()


def _removing_both(window: "MainWindow") -> None:
    pathway = window.board.pathway
    window.board.select((pathway.actors[1].id, pathway.phases[2].id))
    window.board.remove_selected()


def _many(window: "MainWindow") -> None:
    window.board.select(stage.id for stage in window.board.pathway.stages[:7])


def _focused(id: "Callable[[MainWindow], str]") -> "Callable[[MainWindow], None]":
    def arrange(window: "MainWindow") -> None:
        window.board.select_and_show(id(window))
        window.board.setFocus()

    return arrange


def _empty_cell(window: "MainWindow") -> None:
    pathway = window.board.pathway
    window.board.setFocus()
    window.board.enter_cell((pathway.actors[1].id, pathway.phases[1].id, 0))


def _empty(window: "MainWindow") -> None:
    """Begin an empty pathway, with the outline and the notes in sight."""
    from samples import TEMPLATES

    window.filing.open_copy(TEMPLATES[0].path)
    window.workspace.toggle_outline()
    window.workspace.toggle_below(Below.NOTES)


def _no_findings(window: "MainWindow") -> None:
    from samples import TEMPLATES

    window.filing.open_copy(TEMPLATES[0].path)


def _recent(window: "MainWindow") -> None:
    from samples import SAMPLES

    for sample in SAMPLES[:3]:
        window.program.settings.remember_file(sample.path)
    window.rebuild()


def _menu(window: "MainWindow") -> None:
    """Open a menu; it is drawn where it stands."""
    bar = window.menuBar()
    bar.setActiveAction(bar.actions()[2])


def _keys(window: "MainWindow") -> None:
    window.show_keys()


def _export(window: "MainWindow") -> None:
    from exporters.formats import EXPORTERS

    window.export(EXPORTERS[0])


def _question(window: "MainWindow") -> None:
    from model import edits

    pathway = window.workspace.file.document.pathway
    window.workspace.file.document.do(edits.remove(pathway, (pathway.stages[0].id,)))
    window.close()


def _outline(window: "MainWindow") -> None:
    window.workspace.toggle_outline()
    window.workspace.outline.go_to(window.workspace.file.document.pathway.stages[5].id)


def _customer_walk(window: "MainWindow") -> None:
    """Walk a few steps as the customer, to where the way parts."""
    window.workspace.toggle_findings()
    window.actions_by_name["customer_walk"].trigger()
    walk = window.workspace.beside.bring()
    walk.beginning.ways.buttons[1].click()
    for place in (0, 1, 0):
        walk.step.ways.buttons[place].click()


def _completeness(window: "MainWindow") -> None:
    """Drill down into what is missing in customers' texts."""
    from designer.ui.completeness.bars_table import Part
    from model.completeness import Section

    window.actions_by_name["completeness"].trigger()
    sections = window.workspace.completeness.sections
    sections.selectRow(sections.table.row_of(Part(section=Section.CUSTOMER_TEXTS)))


def _notes(window: "MainWindow") -> None:
    """Show all notes on the board, and their list with the first one selected."""
    from designer.ui.canvas.notes.showing import Wanted
    from model.records import Note

    window.board.showing.want(Wanted(done=True))
    window.workspace.toggle_below(Below.NOTES)
    window.board.zoom_to(1.0)
    window.board.select_and_show(window.workspace.file.document.pathway.of(Note)[0].id)


def _times(window: "MainWindow") -> None:
    """Look at the whole way, with the part of it where times are lacking."""
    from designer.ui.times.questions import WHOLE

    window.workspace.toggle_below(Below.TIMES)
    window.workspace.times.ask(WHOLE)


def _worked_on(window: "MainWindow") -> None:
    """Keep a milestone, and work on after it as a workshop does."""
    from datetime import UTC, datetime

    from model import edits, milestones

    window.workspace.toggle_findings()
    document = window.workspace.file.document
    at = datetime(2026, 11, 12, 13, 30, tzinfo=UTC)
    document.do(milestones.keep(document.pathway, {"fi": "Työpaja 1"}, at))
    stages, actors = document.pathway.stages, document.pathway.actors
    moved, gone = stages[3], stages[9]
    document.do(edits.update(document.pathway, moved.id, actor=actors[2].id))
    document.do(edits.rename(document.pathway, stages[4].id, "fi", "Hoitosuunnitelma yhdessä"))
    document.do(edits.remove(document.pathway, (gone.id,)))
    document.do(
        edits.add_stage_after(document.pathway, stages[4].id, title={"fi": "Soitto viikon päästä"})
    )


def _changes(window: "MainWindow") -> None:
    """Compare with the milestone that was kept before working on."""
    from model.records import Milestone

    _worked_on(window)
    window.actions_by_name["milestones"].trigger()
    panel = window.workspace.merging.bring()
    (milestone,) = window.workspace.file.document.pathway.of(Milestone)
    panel.milestones.asked_comparing.emit(milestone.id)
    panel.changes.list.setCurrentRow(1)


def _milestones(window: "MainWindow") -> None:
    _worked_on(window)
    window.actions_by_name["milestones"].trigger()


def _settling(window: "MainWindow") -> None:
    """Join another group's version, and come to a text that both have written."""
    from designer.ui.merging.joining import merge_into
    from model import edits
    from model.document import Document

    document = window.workspace.file.document
    base, theirs = document.pathway, Document(document.pathway)
    first, second = base.stages[2], base.stages[5]
    words = first.what_happens.get("fi", "")
    ours = f"{words} Sovit seuraavan ajan vastaanotolla."
    document.do(edits.write(base, first.id, "what_happens", "fi", ours))
    document.do(edits.rename(document.pathway, second.id, "fi", "Ohjaus ryhmässä"))
    others = f"{words} Saat seuraavan ajan kirjeellä kotiin."
    theirs.do(edits.write(base, first.id, "what_happens", "fi", others))
    theirs.do(edits.remove(theirs.pathway, (second.id,)))
    window.workspace.toggle_findings()
    merge_into(window.workspace, theirs.pathway, base, "Ryhmä B.ketju")


def _joining(window: "MainWindow") -> None:
    """Look at what joining the version of a group brings that began at the milestone, too."""
    from designer.merging import Version
    from designer.ui.merging.joining_files import JoiningDialog
    from model import edits, milestones
    from model.document import Document
    from model.records import Milestone

    _worked_on(window)
    (milestone,) = window.workspace.file.document.pathway.of(Milestone)
    begun = milestones.state_of(milestone).replacing({milestone.id: milestone})
    theirs, stages = Document(begun), begun.stages
    theirs.do(edits.rename(begun, stages[6].id, "fi", "Kuulumiset puhelimessa"))
    theirs.do(edits.rename(theirs.pathway, stages[4].id, "fi", "Suunnitelma apteekissa"))
    theirs.do(edits.remove(theirs.pathway, (stages[12].id,)))
    JoiningDialog(window.workspace, [Version(theirs.pathway, "Ryhmä B.ketju")]).open()


def _workbooks(window: "MainWindow") -> None:
    from designer.ui.updating.picture import bring_in

    bring_in(window)


GUIDE = (
    Picture("start", "fi", None, _as_it_is),
    Picture("board-t2d", "fi", "t2d", _as_it_is),
    Picture("inspector-handover", "fi", "t2d", _handover),
    Picture("findings", "fi", "nepsy", _findings),
    Picture("capture-naming", "fi", "unettomuus", _naming),
    Picture("outline", "fi", "t2d", _outline),
    Picture("notes", "fi", "t2d", _notes),
    Picture("times", "fi", "t2d", _times),
    Picture("customer-walk", "fi", "t2d", _customer_walk),
    Picture("changes", "fi", "t2d", _changes),
    Picture("settling", "fi", "t2d", _settling),
    Picture("workbooks", "fi", "t2d", _workbooks),
    Picture("board-sv", "sv", "monipalvelu", _as_it_is),
    Picture("presentation-stage", "fi", "t2d", _presented(lambda it: it.show_stage())),
)
"""What the guide and the README show."""

REVIEW = (
    Picture("start-recent", "fi", None, _recent),
    Picture("empty", "fi", None, _empty),
    Picture("empty-findings", "fi", None, _no_findings),
    Picture("board-far", "fi", "t2d", _far),
    Picture("board-near", "fi", "nepsy", _near),
    Picture("capture-quick-add", "fi", "unettomuus", _quick_add),
    Picture("capture-list", "fi", "unettomuus", _paste_preview),
    Picture("connecting", "fi", "unettomuus", _connecting),
    Picture("palette", "fi", "t2d", _palette),
    Picture("find", "fi", "t2d", _find),
    Picture("folded", "fi", "t2d", _folded),
    Picture("tidy", "fi", "nepsy", _tidy),
    Picture("completeness", "fi", "nepsy", _completeness),
    Picture("removing", "fi", "t2d", _removing),
    Picture("removing-both", "fi", "t2d", _removing_both),
    Picture("many", "fi", "t2d", _many),
    Picture("focus-card", "fi", "t2d", _focused(lambda w: w.board.pathway.stages[2].id)),
    Picture("focus-lane", "fi", "t2d", _focused(lambda w: w.board.pathway.actors[1].id)),
    Picture("focus-phase", "fi", "t2d", _focused(lambda w: w.board.pathway.phases[1].id)),
    Picture("focus-cell", "fi", "t2d", _empty_cell),
    Picture("menu", "fi", "t2d", _menu),
    Picture("keys", "fi", "t2d", _keys),
    Picture("export", "fi", "t2d", _export),
    Picture("question", "fi", "t2d", _question),
    Picture("milestones", "fi", "t2d", _milestones),
    Picture("joining", "fi", "t2d", _joining),
    Picture("presentation-phase", "fi", "t2d", _presented(lambda it: it.show_phase(1))),
    Picture("presentation-lane", "fi", "t2d", _presented(lambda it: it.show_lane(1))),
    Picture("presentation-whole", "fi", "t2d", _presented(lambda it: it.show_whole())),
    Picture("presentation-keys", "fi", "t2d", _presented(lambda it: it.toggle_keys())),
)
"""The other states, for those who look after them."""
